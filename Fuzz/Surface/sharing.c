#include "functions.h"

#include "d3dkmthk.h"
#include "ntstatus.h"

#define QUERY(type, source)                                                                                   \
  {                                                                                                           \
    HANDLE_OF(devices, type, hDevice), source, BYTES(type, pPrivateRuntimeData, PrivateRuntimeDataSize)       \
  }
static const struct field query[] =
    QUERY(D3DKMT_QUERYRESOURCEINFO, HANDLE_OF(shares, D3DKMT_QUERYRESOURCEINFO, hGlobalShare));
static const struct field query_nt[] =
    QUERY(D3DKMT_QUERYRESOURCEINFOFROMNTHANDLE, PLAIN(nt_handle, D3DKMT_QUERYRESOURCEINFOFROMNTHANDLE, hNtHandle));

static const struct field opened[] = {GIVEN(allocations, D3DDDI_OPENALLOCATIONINFO, hAllocation)};
static const struct shape opened_rows = SHAPE(D3DDDI_OPENALLOCATIONINFO, opened);
static const struct field opened2[] = {GIVEN(allocations, D3DDDI_OPENALLOCATIONINFO2, hAllocation)};
static const struct shape opened2_rows = SHAPE(D3DDDI_OPENALLOCATIONINFO2, opened2);

#define OPENING(type, source, list, shape)                                                                    \
  HANDLE_OF(devices, type, hDevice), source, PLAIN(count, type, NumAllocations),                              \
      ROWS(type, list, NumAllocations, shape), BYTES(type, pPrivateRuntimeData, PrivateRuntimeDataSize),      \
      BYTES(type, pResourcePrivateDriverData, ResourcePrivateDriverDataSize),                                 \
      BYTES(type, pTotalPrivateDriverDataBuffer, TotalPrivateDriverDataBufferSize),                           \
      GIVEN(resources, type, hResource)

static const struct field open_resource[] = {
    OPENING(D3DKMT_OPENRESOURCE, HANDLE_OF(shares, D3DKMT_OPENRESOURCE, hGlobalShare), pOpenAllocationInfo,
            opened_rows),
};
static const struct field open_resource2[] = {
    OPENING(D3DKMT_OPENRESOURCE, HANDLE_OF(shares, D3DKMT_OPENRESOURCE, hGlobalShare), pOpenAllocationInfo2,
            opened2_rows),
};
static const struct field open_nt[] = {
    OPENING(D3DKMT_OPENRESOURCEFROMNTHANDLE, PLAIN(nt_handle, D3DKMT_OPENRESOURCEFROMNTHANDLE, hNtHandle),
            pOpenAllocationInfo2, opened2_rows),
    BYTES(D3DKMT_OPENRESOURCEFROMNTHANDLE, pKeyedMutexPrivateRuntimeData, KeyedMutexPrivateRuntimeDataSize),
    GIVEN(mutexes, D3DKMT_OPENRESOURCEFROMNTHANDLE, hKeyedMutex),
    GIVEN(objects, D3DKMT_OPENRESOURCEFROMNTHANDLE, hSyncObject),
};

static const struct field attribute[] = {
    {.kind = size_word, .offset = AT(OBJECT_ATTRIBUTES, Length), .other = sizeof(OBJECT_ATTRIBUTES)},
    PLAIN(name, OBJECT_ATTRIBUTES, ObjectName),
    PLAIN(flags, OBJECT_ATTRIBUTES, Attributes),
};
static const struct shape attributes = SHAPE(OBJECT_ATTRIBUTES, attribute);

static const struct field open_name[] = {
    PLAIN(flags, D3DKMT_OPENNTHANDLEFROMNAME, dwDesiredAccess),
    {.kind = one, .offset = AT(D3DKMT_OPENNTHANDLEFROMNAME, pObjAttrib), .shape = &attributes},
    PLAIN(nt_given, D3DKMT_OPENNTHANDLEFROMNAME, hNtHandle),
};

/* D3DKMTShareObjects takes no block: this is one of its arguments. */
struct share {
  UINT number;
  D3DKMT_HANDLE *list;
  OBJECT_ATTRIBUTES *attributes;
  DWORD access;
  HANDLE *handle;
};

static int32_t share_objects(void *block) {
  struct share share;
  if (!is_built(block, sizeof share)) return STATUS_INVALID_PARAMETER;
  share = *(struct share *)block;
  return D3DKMTShareObjects(share.number, share.list, share.attributes, share.access, share.handle);
}

static const struct field share[] = {
    PLAIN(count, struct share, number),
    LIST_OF(resources, struct share, list),
    {.kind = one, .offset = AT(struct share, attributes), .shape = &attributes},
    PLAIN(flags, struct share, access),
    PLAIN(nt_target, struct share, handle),
};

static const struct function rows[] = {
    ROW(D3DKMTQueryResourceInfo, D3DKMT_QUERYRESOURCEINFO, query),
    ROW(D3DKMTQueryResourceInfoFromNtHandle, D3DKMT_QUERYRESOURCEINFOFROMNTHANDLE, query_nt),
    ROW(D3DKMTOpenResource, D3DKMT_OPENRESOURCE, open_resource),
    ROW(D3DKMTOpenResource2, D3DKMT_OPENRESOURCE, open_resource2),
    ROW(D3DKMTOpenResourceFromNtHandle, D3DKMT_OPENRESOURCEFROMNTHANDLE, open_nt),
    ROW(D3DKMTOpenNtHandleFromName, D3DKMT_OPENNTHANDLEFROMNAME, open_name),
    {"D3DKMTShareObjects", share_objects, SHAPE(struct share, share)},
};
GROUP(of_sharing, rows);
