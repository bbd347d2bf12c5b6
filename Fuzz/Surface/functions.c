#include "functions.h"

#include "d3dkmthk.h"

#define AT(type, member) (uint16_t)offsetof(type, member)
#define SHAPE(type, list) {sizeof(type), sizeof(list) / sizeof(struct field), list}
#define HANDLE_OF(which, type, member) {.kind = handle, .offset = AT(type, member), .pool = which}
#define GIVEN(which, type, member) {.kind = given, .offset = AT(type, member), .pool = which}
#define PLAIN(what, type, member) {.kind = what, .offset = AT(type, member)}
#define BYTES(type, pointer, size) {.kind = bytes, .offset = AT(type, pointer), .other = AT(type, size)}
#define LIST_OF(which, type, member) {.kind = handles, .offset = AT(type, member), .pool = which}

/* MARK: Adapters */

static const struct field luid[] = {
    PLAIN(word, D3DKMT_OPENADAPTERFROMLUID, AdapterLuid),
    GIVEN(adapters, D3DKMT_OPENADAPTERFROMLUID, hAdapter),
};

/* A pointer to characters, or 32 of them in place: words that are anything. */
static const struct field display[] = {
    PLAIN(word, D3DKMT_OPENADAPTERFROMGDIDISPLAYNAME, DeviceName[0]),
    PLAIN(word, D3DKMT_OPENADAPTERFROMGDIDISPLAYNAME, DeviceName[4]),
    GIVEN(adapters, D3DKMT_OPENADAPTERFROMGDIDISPLAYNAME, hAdapter),
};

static const struct field device_context[] = {
    PLAIN(word, D3DKMT_OPENADAPTERFROMHDC, hDc),
    GIVEN(adapters, D3DKMT_OPENADAPTERFROMHDC, hAdapter),
};

static const struct field device_name[] = {
    BYTES(D3DKMT_OPENADAPTERFROMDEVICENAME, pDeviceName, AdapterLuid),
    GIVEN(adapters, D3DKMT_OPENADAPTERFROMDEVICENAME, hAdapter),
};

static const struct field adapter_row[] = {GIVEN(adapters, D3DKMT_ADAPTERINFO, hAdapter)};
static const struct shape adapter_rows = SHAPE(D3DKMT_ADAPTERINFO, adapter_row);

static const struct field enumeration2[] = {
    PLAIN(count, D3DKMT_ENUMADAPTERS2, NumAdapters),
    {elements, AT(D3DKMT_ENUMADAPTERS2, pAdapters), AT(D3DKMT_ENUMADAPTERS2, NumAdapters), 0, &adapter_rows},
};

static const struct field enumeration3[] = {
    PLAIN(flags, D3DKMT_ENUMADAPTERS3, Filter),
    PLAIN(count, D3DKMT_ENUMADAPTERS3, NumAdapters),
    {elements, AT(D3DKMT_ENUMADAPTERS3, pAdapters), AT(D3DKMT_ENUMADAPTERS3, NumAdapters), 0, &adapter_rows},
};

static const struct field close_adapter[] = {HANDLE_OF(adapters, D3DKMT_CLOSEADAPTER, hAdapter)};

static const struct field query_adapter[] = {
    HANDLE_OF(adapters, D3DKMT_QUERYADAPTERINFO, hAdapter),
    PLAIN(word, D3DKMT_QUERYADAPTERINFO, Type),
    BYTES(D3DKMT_QUERYADAPTERINFO, pPrivateDriverData, PrivateDriverDataSize),
};

/* MARK: Devices */

static const struct field create_device[] = {
    HANDLE_OF(adapters, D3DKMT_CREATEDEVICE, hAdapter),
    PLAIN(flags, D3DKMT_CREATEDEVICE, Flags),
    GIVEN(devices, D3DKMT_CREATEDEVICE, hDevice),
};

static const struct field destroy_device[] = {HANDLE_OF(devices, D3DKMT_DESTROYDEVICE, hDevice)};

static const struct field device_state[] = {
    HANDLE_OF(devices, D3DKMT_GETDEVICESTATE, hDevice),
    PLAIN(word, D3DKMT_GETDEVICESTATE, StateType),
};

static const struct field mark_device[] = {
    HANDLE_OF(devices, D3DKMT_MARKDEVICEASERROR, hDevice),
    PLAIN(word, D3DKMT_MARKDEVICEASERROR, Reason),
};

/* MARK: Allocations */

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

static const struct field lock2[] = {
    HANDLE_OF(devices, D3DKMT_LOCK2, hDevice),
    HANDLE_OF(allocations, D3DKMT_LOCK2, hAllocation),
    PLAIN(flags, D3DKMT_LOCK2, Flags),
};

static const struct field unlock2[] = {
    HANDLE_OF(devices, D3DKMT_UNLOCK2, hDevice),
    HANDLE_OF(allocations, D3DKMT_UNLOCK2, hAllocation),
};

/* MARK: All */

#define ROW(function, type, list) {#function, (int32_t (*)(void *))function, SHAPE(type, list)}

const struct function functions[] = {
    ROW(D3DKMTOpenAdapterFromLuid, D3DKMT_OPENADAPTERFROMLUID, luid),
    ROW(D3DKMTOpenAdapterFromGdiDisplayName, D3DKMT_OPENADAPTERFROMGDIDISPLAYNAME, display),
    ROW(D3DKMTOpenAdapterFromHdc, D3DKMT_OPENADAPTERFROMHDC, device_context),
    ROW(D3DKMTOpenAdapterFromDeviceName, D3DKMT_OPENADAPTERFROMDEVICENAME, device_name),
    ROW(D3DKMTEnumAdapters2, D3DKMT_ENUMADAPTERS2, enumeration2),
    ROW(D3DKMTEnumAdapters3, D3DKMT_ENUMADAPTERS3, enumeration3),
    ROW(D3DKMTCloseAdapter, D3DKMT_CLOSEADAPTER, close_adapter),
    ROW(D3DKMTQueryAdapterInfo, D3DKMT_QUERYADAPTERINFO, query_adapter),
    ROW(D3DKMTCreateDevice, D3DKMT_CREATEDEVICE, create_device),
    ROW(D3DKMTDestroyDevice, D3DKMT_DESTROYDEVICE, destroy_device),
    ROW(D3DKMTGetDeviceState, D3DKMT_GETDEVICESTATE, device_state),
    ROW(D3DKMTMarkDeviceAsError, D3DKMT_MARKDEVICEASERROR, mark_device),
    ROW(D3DKMTCreateAllocation, D3DKMT_CREATEALLOCATION, creation),
    ROW(D3DKMTCreateAllocation2, D3DKMT_CREATEALLOCATION, creation2),
    ROW(D3DKMTDestroyAllocation, D3DKMT_DESTROYALLOCATION, destruction),
    ROW(D3DKMTDestroyAllocation2, D3DKMT_DESTROYALLOCATION2, destruction2),
    ROW(D3DKMTLock2, D3DKMT_LOCK2, lock2),
    ROW(D3DKMTUnlock2, D3DKMT_UNLOCK2, unlock2),
};
const unsigned function_count = sizeof functions / sizeof functions[0];
