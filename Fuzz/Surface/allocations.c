#include "functions.h"

#include "d3dkmthk.h"

static const struct field info[] = {
    GIVEN(allocations, D3DDDI_ALLOCATIONINFO, hAllocation),
    PLAIN(memory, D3DDDI_ALLOCATIONINFO, pSystemMem),
    BYTES(D3DDDI_ALLOCATIONINFO, pPrivateDriverData, PrivateDriverDataSize),
    PLAIN(word, D3DDDI_ALLOCATIONINFO, VidPnSourceId),
    PLAIN(flags, D3DDDI_ALLOCATIONINFO, Flags),
};
static const struct shape infos = SHAPE(D3DDDI_ALLOCATIONINFO, info);

static const struct field info2[] = {
    GIVEN(allocations, D3DDDI_ALLOCATIONINFO2, hAllocation),
    PLAIN(memory, D3DDDI_ALLOCATIONINFO2, pSystemMem),
    BYTES(D3DDDI_ALLOCATIONINFO2, pPrivateDriverData, PrivateDriverDataSize),
    PLAIN(word, D3DDDI_ALLOCATIONINFO2, VidPnSourceId),
    PLAIN(flags, D3DDDI_ALLOCATIONINFO2, Flags),
    PLAIN(word, D3DDDI_ALLOCATIONINFO2, Priority),
};
static const struct shape infos2 = SHAPE(D3DDDI_ALLOCATIONINFO2, info2);

#define CREATION(pointer, shape)                                                                                       \
  {                                                                                                                    \
    HANDLE_OF(devices, D3DKMT_CREATEALLOCATION, hDevice), HANDLE_OF(resources, D3DKMT_CREATEALLOCATION, hResource),    \
        PLAIN(flags, D3DKMT_CREATEALLOCATION, Flags), PLAIN(count, D3DKMT_CREATEALLOCATION, NumAllocations),           \
        {elements, AT(D3DKMT_CREATEALLOCATION, pointer), AT(D3DKMT_CREATEALLOCATION, NumAllocations), 0, &shape},      \
        BYTES(D3DKMT_CREATEALLOCATION, pPrivateRuntimeData, PrivateRuntimeDataSize),                                   \
        BYTES(D3DKMT_CREATEALLOCATION, pPrivateDriverData, PrivateDriverDataSize),                                     \
        GIVEN(resources, D3DKMT_CREATEALLOCATION, hResource), GIVEN(shares, D3DKMT_CREATEALLOCATION, hGlobalShare),    \
  }
static const struct field creation[] = CREATION(pAllocationInfo, infos);
static const struct field creation2[] = CREATION(pAllocationInfo2, infos2);

static const struct field destruction[] = {
    HANDLE_OF(devices, D3DKMT_DESTROYALLOCATION, hDevice),
    HANDLE_OF(resources, D3DKMT_DESTROYALLOCATION, hResource),
    PLAIN(count, D3DKMT_DESTROYALLOCATION, AllocationCount),
    LIST_OF(allocations, D3DKMT_DESTROYALLOCATION, phAllocationList),
};

static const struct field destruction2[] = {
    HANDLE_OF(devices, D3DKMT_DESTROYALLOCATION2, hDevice),
    HANDLE_OF(resources, D3DKMT_DESTROYALLOCATION2, hResource),
    PLAIN(count, D3DKMT_DESTROYALLOCATION2, AllocationCount),
    LIST_OF(allocations, D3DKMT_DESTROYALLOCATION2, phAllocationList),
    PLAIN(flags, D3DKMT_DESTROYALLOCATION2, Flags),
};

static const struct function rows[] = {
    ROW(D3DKMTCreateAllocation, D3DKMT_CREATEALLOCATION, creation),
    ROW(D3DKMTCreateAllocation2, D3DKMT_CREATEALLOCATION, creation2),
    ROW(D3DKMTDestroyAllocation, D3DKMT_DESTROYALLOCATION, destruction),
    ROW(D3DKMTDestroyAllocation2, D3DKMT_DESTROYALLOCATION2, destruction2),
};
GROUP(of_allocations, rows);
