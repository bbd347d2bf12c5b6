#include "functions.h"

#include "d3dkmthk.h"

static const struct field lock2[] = {
    HANDLE_OF(devices, D3DKMT_LOCK2, hDevice),
    HANDLE_OF(allocations, D3DKMT_LOCK2, hAllocation),
    PLAIN(flags, D3DKMT_LOCK2, Flags),
};

static const struct field unlock2[] = {
    HANDLE_OF(devices, D3DKMT_UNLOCK2, hDevice),
    HANDLE_OF(allocations, D3DKMT_UNLOCK2, hAllocation),
};

static const struct field lock[] = {
    HANDLE_OF(devices, D3DKMT_LOCK, hDevice),
    HANDLE_OF(allocations, D3DKMT_LOCK, hAllocation),
    PLAIN(word, D3DKMT_LOCK, PrivateDriverData),
    PLAIN(count, D3DKMT_LOCK, NumPages),
    PLAIN(words, D3DKMT_LOCK, pPages),
    PLAIN(flags, D3DKMT_LOCK, Flags),
};

static const struct field unlock[] = {
    HANDLE_OF(devices, D3DKMT_UNLOCK, hDevice),
    PLAIN(count, D3DKMT_UNLOCK, NumAllocations),
    LIST_OF(allocations, D3DKMT_UNLOCK, phAllocations),
};

static const struct field set_priority[] = {
    HANDLE_OF(devices, D3DKMT_SETALLOCATIONPRIORITY, hDevice),
    HANDLE_OF(resources, D3DKMT_SETALLOCATIONPRIORITY, hResource),
    PLAIN(count, D3DKMT_SETALLOCATIONPRIORITY, AllocationCount),
    LIST_OF(allocations, D3DKMT_SETALLOCATIONPRIORITY, phAllocationList),
    PLAIN(words, D3DKMT_SETALLOCATIONPRIORITY, pPriorities),
};

static const struct field get_priority[] = {
    HANDLE_OF(devices, D3DKMT_GETALLOCATIONPRIORITY, hDevice),
    HANDLE_OF(resources, D3DKMT_GETALLOCATIONPRIORITY, hResource),
    PLAIN(count, D3DKMT_GETALLOCATIONPRIORITY, AllocationCount),
    LIST_OF(allocations, D3DKMT_GETALLOCATIONPRIORITY, phAllocationList),
    PLAIN(words, D3DKMT_GETALLOCATIONPRIORITY, pPriorities),
};

static const struct field escape[] = {
    HANDLE_OF(adapters, D3DKMT_ESCAPE, hAdapter),
    HANDLE_OF(devices, D3DKMT_ESCAPE, hDevice),
    PLAIN(word, D3DKMT_ESCAPE, Type),
    PLAIN(flags, D3DKMT_ESCAPE, Flags),
    BYTES(D3DKMT_ESCAPE, pPrivateDriverData, PrivateDriverDataSize),
};

static const struct function rows[] = {
    ROW(D3DKMTLock2, D3DKMT_LOCK2, lock2),
    ROW(D3DKMTUnlock2, D3DKMT_UNLOCK2, unlock2),
    ROW(D3DKMTLock, D3DKMT_LOCK, lock),
    ROW(D3DKMTUnlock, D3DKMT_UNLOCK, unlock),
    ROW(D3DKMTSetAllocationPriority, D3DKMT_SETALLOCATIONPRIORITY, set_priority),
    ROW(D3DKMTGetAllocationPriority, D3DKMT_GETALLOCATIONPRIORITY, get_priority),
    ROW(D3DKMTEscape, D3DKMT_ESCAPE, escape),
};
GROUP(of_access, rows);
