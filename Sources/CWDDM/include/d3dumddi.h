/* What a Direct3D runtime offers a user-mode driver, and what drivers of the Direct3D 9 style are given. */
#ifndef D3DUMDDI_H
#define D3DUMDDI_H
#pragma GCC system_header

#include "d3dkmthk.h"
#include "dxghresult.h"

DXGK_EXTERN_C_BEGIN

/* ---- Allocating ---- */

/* Out: a handle in each allocation, and hKMResource. */
typedef struct _D3DDDICB_ALLOCATE {
  const void *pPrivateDriverData;
  UINT PrivateDriverDataSize;
  HANDLE hResource;
  D3DKMT_HANDLE hKMResource;
  UINT NumAllocations;
  union {
    D3DDDI_ALLOCATIONINFO *pAllocationInfo;
    D3DDDI_ALLOCATIONINFO2 *pAllocationInfo2;
  };
} D3DDDICB_ALLOCATE;

/* hResource, or HandleList and NumAllocations. */
typedef struct _D3DDDICB_DEALLOCATE {
  HANDLE hResource;
  UINT NumAllocations;
  const D3DKMT_HANDLE *HandleList;
} D3DDDICB_DEALLOCATE;

typedef struct _D3DDDICB_DEALLOCATE2 {
  HANDLE hResource;
  UINT NumAllocations;
  const D3DKMT_HANDLE *HandleList;
  D3DDDICB_DESTROYALLOCATION2FLAGS Flags;
} D3DDDICB_DEALLOCATE2;

typedef struct _D3DDDICB_SETPRIORITY {
  HANDLE hResource;
  UINT NumAllocations;
  const D3DKMT_HANDLE *HandleList;
  const UINT *pPriorities;
} D3DDDICB_SETPRIORITY;

typedef struct _D3DDDICB_QUERYRESIDENCY {
  HANDLE hResource;
  UINT NumAllocations;
  const D3DKMT_HANDLE *HandleList;
  D3DDDI_RESIDENCYSTATUS *pResidencyStatus;
} D3DDDICB_QUERYRESIDENCY;

typedef struct _D3DDDICB_OFFERALLOCATIONS {
  HANDLE *pResources;
  const D3DKMT_HANDLE *HandleList;
  UINT NumAllocations;
  D3DDDI_OFFER_PRIORITY Priority;
} D3DDDICB_OFFERALLOCATIONS;

typedef struct _D3DDDICB_OFFERALLOCATIONS2 {
  HANDLE *pResources;
  const D3DKMT_HANDLE *HandleList;
  UINT NumAllocations;
  D3DDDI_OFFER_PRIORITY Priority;
  D3DDDI_OFFER_FLAGS Flags;
} D3DDDICB_OFFERALLOCATIONS2;

typedef struct _D3DDDICB_RECLAIMALLOCATIONS {
  HANDLE *pResources;
  const D3DKMT_HANDLE *HandleList;
  BOOL *pDiscarded;
  UINT NumAllocations;
} D3DDDICB_RECLAIMALLOCATIONS;

typedef struct _D3DDDICB_RECLAIMALLOCATIONS2 {
  D3DKMT_HANDLE PagingQueue;
  UINT NumAllocations;
  HANDLE *pResources;
  const D3DKMT_HANDLE *HandleList;
  BOOL *pDiscarded;
  UINT64 PagingFenceValue;
} D3DDDICB_RECLAIMALLOCATIONS2;

typedef struct _D3DDDICB_RECLAIMALLOCATIONS3 {
  D3DKMT_HANDLE PagingQueue;
  UINT NumAllocations;
  HANDLE *pResources;
  const D3DKMT_HANDLE *HandleList;
  D3DDDI_RECLAIM_RESULT *pResults;
  UINT64 PagingFenceValue;
} D3DDDICB_RECLAIMALLOCATIONS3;

/* ---- CPU access ---- */

typedef struct _D3DDDICB_LOCK {
  D3DKMT_HANDLE hAllocation;
  UINT PrivateDriverData;
  UINT NumPages;
  const UINT *pPages;
  PVOID pData;
  D3DDDICB_LOCKFLAGS Flags;
  D3DGPU_VIRTUAL_ADDRESS GpuVirtualAddress;
} D3DDDICB_LOCK;

typedef struct _D3DDDICB_UNLOCK {
  UINT NumAllocations;
  const D3DKMT_HANDLE *phAllocations;
} D3DDDICB_UNLOCK;

typedef struct _D3DDDICB_LOCK2 {
  D3DKMT_HANDLE hAllocation;
  D3DDDICB_LOCK2FLAGS Flags;
  PVOID pData;
} D3DDDICB_LOCK2;

typedef struct _D3DDDICB_UNLOCK2 {
  D3DKMT_HANDLE hAllocation;
} D3DDDICB_UNLOCK2;

typedef struct _D3DDDICB_ESCAPE {
  HANDLE hDevice;
  D3DDDI_ESCAPEFLAGS Flags;
  PVOID pPrivateDriverData;
  UINT PrivateDriverDataSize;
  HANDLE hContext;
} D3DDDICB_ESCAPE;

typedef struct _D3DDDICB_INVALIDATECACHE {
  D3DKMT_HANDLE hAllocation;
  SIZE_T Offset;
  SIZE_T Length;
} D3DDDICB_INVALIDATECACHE;

/* ---- Residency and GPU virtual addresses ---- */

typedef struct _D3DDDICB_CREATEPAGINGQUEUE {
  D3DDDI_PAGINGQUEUE_PRIORITY Priority;
  D3DKMT_HANDLE hPagingQueue;
  D3DKMT_HANDLE hSyncObject;
  PVOID FenceValueCPUVirtualAddress;
  UINT PhysicalAdapterIndex;
} D3DDDICB_CREATEPAGINGQUEUE;

typedef struct _D3DDDICB_EVICT {
  UINT NumAllocations;
  const D3DKMT_HANDLE *AllocationList;
  D3DDDI_EVICT_FLAGS Flags;
  UINT64 NumBytesToTrim;
} D3DDDICB_EVICT;

typedef struct _D3DDDICB_FREEGPUVIRTUALADDRESS {
  D3DGPU_VIRTUAL_ADDRESS BaseAddress;
  D3DGPU_SIZE_T Size;
} D3DDDICB_FREEGPUVIRTUALADDRESS;

typedef struct _D3DDDICB_UPDATEGPUVIRTUALADDRESS {
  HANDLE hContext;
  D3DKMT_HANDLE hFenceObject;
  UINT NumOperations;
  D3DDDI_UPDATEGPUVIRTUALADDRESS_OPERATION *Operations;
  UINT Reserved0;
  UINT64 Reserved1;
  UINT64 FenceValue;
  struct {
    union {
      struct {
        UINT DoNotWait : 1;
        UINT Reserved : 31;
      };
      UINT Value;
    };
  } Flags;
} D3DDDICB_UPDATEGPUVIRTUALADDRESS;

/* ---- Contexts ---- */

typedef struct _D3DDDICB_CREATECONTEXT {
  UINT NodeOrdinal;
  UINT EngineAffinity;
  D3DDDI_CREATECONTEXTFLAGS Flags;
  PVOID pPrivateDriverData;
  UINT PrivateDriverDataSize;
  HANDLE hContext;
  PVOID pCommandBuffer;
  UINT CommandBufferSize;
  D3DDDI_ALLOCATIONLIST *pAllocationList;
  UINT AllocationListSize;
  D3DDDI_PATCHLOCATIONLIST *pPatchLocationList;
  UINT PatchLocationListSize;
  D3DGPU_VIRTUAL_ADDRESS CommandBuffer;
} D3DDDICB_CREATECONTEXT;

typedef struct _D3DDDICB_CREATECONTEXTVIRTUAL {
  UINT NodeOrdinal;
  UINT EngineAffinity;
  D3DDDI_CREATECONTEXTFLAGS Flags;
  PVOID pPrivateDriverData;
  UINT PrivateDriverDataSize;
  HANDLE hContext;
} D3DDDICB_CREATECONTEXTVIRTUAL;

/* ---- Resources of Direct3D 9 drivers ---- */

typedef struct _D3DDDI_OPENRESOURCEFLAGS {
  union {
    struct {
      UINT Fullscreen : 1;
      UINT AlphaOverride : 1;
      UINT Reserved : 30;
    };
    UINT Value;
  };
} D3DDDI_OPENRESOURCEFLAGS;

typedef struct _D3DDDIARG_OPENRESOURCE {
  UINT NumAllocations;
  union {
    D3DDDI_OPENALLOCATIONINFO *pOpenAllocationInfo;
    D3DDDI_OPENALLOCATIONINFO2 *pOpenAllocationInfo2;
  };
  D3DKMT_HANDLE hKMResource;
  PVOID pPrivateDriverData;
  UINT PrivateDriverDataSize;
  HANDLE hResource;
  D3DDDI_ROTATION Rotation;
  D3DDDI_OPENRESOURCEFLAGS Flags;
} D3DDDIARG_OPENRESOURCE;

typedef struct _D3DDDIARG_SETPRIORITY {
  HANDLE hResource;
  UINT Priority;
} D3DDDIARG_SETPRIORITY;

typedef struct _D3DDDIARG_QUERYRESOURCERESIDENCY {
  const HANDLE *pHandleList;
  UINT NumResources;
} D3DDDIARG_QUERYRESOURCERESIDENCY;

typedef struct _D3DDDIARG_OFFERRESOURCES {
  const HANDLE *pResources;
  UINT Resources;
  D3DDDI_OFFER_PRIORITY Priority;
} D3DDDIARG_OFFERRESOURCES;

typedef struct _D3DDDIARG_RECLAIMRESOURCES {
  const HANDLE *pResources;
  BOOL *pDiscarded;
  UINT Resources;
} D3DDDIARG_RECLAIMRESOURCES;
/* ---- Callbacks: each takes the runtime handle of the device, the first argument of CreateDevice ---- */

typedef HRESULT (APIENTRY *PFND3DDDI_ALLOCATECB)(HANDLE hDevice, D3DDDICB_ALLOCATE *Arguments);
typedef HRESULT (APIENTRY *PFND3DDDI_DEALLOCATECB)(HANDLE hDevice, const D3DDDICB_DEALLOCATE *Arguments);
typedef HRESULT (APIENTRY *PFND3DDDI_SETPRIORITYCB)(HANDLE hDevice, D3DDDICB_SETPRIORITY *Arguments);
typedef HRESULT (APIENTRY *PFND3DDDI_QUERYRESIDENCYCB)(HANDLE hDevice, const D3DDDICB_QUERYRESIDENCY *Arguments);
typedef HRESULT (APIENTRY *PFND3DDDI_LOCKCB)(HANDLE hDevice, D3DDDICB_LOCK *Arguments);
typedef HRESULT (APIENTRY *PFND3DDDI_UNLOCKCB)(HANDLE hDevice, const D3DDDICB_UNLOCK *Arguments);
/* Takes the runtime handle of the adapter, as its page has it; that of a device will do. */
typedef HRESULT (APIENTRY *PFND3DDDI_ESCAPECB)(HANDLE hAdapter, const D3DDDICB_ESCAPE *Arguments);
typedef HRESULT (APIENTRY *PFND3DDDI_CREATECONTEXTCB)(HANDLE hDevice, D3DDDICB_CREATECONTEXT *Arguments);
typedef HRESULT (APIENTRY *PFND3DDDI_OFFERALLOCATIONSCB)(HANDLE hDevice, const D3DDDICB_OFFERALLOCATIONS *Arguments);
typedef HRESULT (APIENTRY *PFND3DDDI_RECLAIMALLOCATIONSCB)(
    HANDLE hDevice, const D3DDDICB_RECLAIMALLOCATIONS *Arguments);
typedef HRESULT (APIENTRY *PFND3DDDI_MAKERESIDENTCB)(HANDLE hDevice, D3DDDI_MAKERESIDENT *Arguments);
typedef HRESULT (APIENTRY *PFND3DDDI_EVICTCB)(HANDLE hDevice, D3DDDICB_EVICT *Arguments);
typedef HRESULT (APIENTRY *PFND3DDDI_CREATEPAGINGQUEUECB)(HANDLE hDevice, D3DDDICB_CREATEPAGINGQUEUE *Arguments);
typedef HRESULT (APIENTRY *PFND3DDDI_DESTROYPAGINGQUEUECB)(HANDLE hDevice, D3DDDI_DESTROYPAGINGQUEUE *Arguments);
typedef HRESULT (APIENTRY *PFND3DDDI_LOCK2CB)(HANDLE hDevice, D3DDDICB_LOCK2 *Arguments);
typedef HRESULT (APIENTRY *PFND3DDDI_UNLOCK2CB)(HANDLE hDevice, const D3DDDICB_UNLOCK2 *Arguments);
typedef HRESULT (APIENTRY *PFND3DDDI_INVALIDATECACHECB)(HANDLE hDevice, const D3DDDICB_INVALIDATECACHE *Arguments);
typedef HRESULT (APIENTRY *PFND3DDDI_RESERVEGPUVIRTUALADDRESSCB)(
    HANDLE hDevice, D3DDDI_RESERVEGPUVIRTUALADDRESS *Arguments);
typedef HRESULT (APIENTRY *PFND3DDDI_MAPGPUVIRTUALADDRESSCB)(HANDLE hDevice, D3DDDI_MAPGPUVIRTUALADDRESS *Arguments);
typedef HRESULT (APIENTRY *PFND3DDDI_FREEGPUVIRTUALADDRESSCB)(
    HANDLE hDevice, const D3DDDICB_FREEGPUVIRTUALADDRESS *Arguments);
typedef HRESULT (APIENTRY *PFND3DDDI_UPDATEGPUVIRTUALADDRESSCB)(
    HANDLE hDevice, const D3DDDICB_UPDATEGPUVIRTUALADDRESS *Arguments);
typedef HRESULT (APIENTRY *PFND3DDDI_CREATECONTEXTVIRTUALCB)(HANDLE hDevice, D3DDDICB_CREATECONTEXTVIRTUAL *Arguments);
typedef HRESULT (APIENTRY *PFND3DDDI_DEALLOCATE2CB)(HANDLE hDevice, const D3DDDICB_DEALLOCATE2 *Arguments);
typedef HRESULT (APIENTRY *PFND3DDDI_RECLAIMALLOCATIONS2CB)(HANDLE hDevice, D3DDDICB_RECLAIMALLOCATIONS2 *Arguments);
typedef HRESULT (APIENTRY *PFND3DDDI_GETRESOURCEPRESENTPRIVATEDRIVERDATACB)(
    HANDLE hDevice, D3DDDI_GETRESOURCEPRESENTPRIVATEDRIVERDATA *Arguments);
typedef HRESULT (APIENTRY *PFND3DDDI_UPDATEALLOCATIONPROPERTYCB)(HANDLE hDevice, D3DDDI_UPDATEALLOCPROPERTY *Arguments);
typedef HRESULT (APIENTRY *PFND3DDDI_OFFERALLOCATIONS2CB)(HANDLE hDevice, D3DDDICB_OFFERALLOCATIONS2 *Arguments);
typedef HRESULT (APIENTRY *PFND3DDDI_RECLAIMALLOCATIONS3CB)(HANDLE hDevice, D3DDDICB_RECLAIMALLOCATIONS3 *Arguments);

/* Callbacks of services this runtime does not offer: each answers E_NOTIMPL, and is counted, whatever it is given. */
typedef HRESULT (APIENTRY *PFND3DDDI_UNSERVEDCB)(HANDLE hDevice, const void *Arguments);

/* The kernel services of a device, given to CreateDevice as pKTCallbacks. */
typedef struct _D3DDDI_DEVICECALLBACKS {
  PFND3DDDI_ALLOCATECB pfnAllocateCb;
  PFND3DDDI_DEALLOCATECB pfnDeallocateCb;
  PFND3DDDI_SETPRIORITYCB pfnSetPriorityCb;
  PFND3DDDI_QUERYRESIDENCYCB pfnQueryResidencyCb;
  PFND3DDDI_UNSERVEDCB pfnSetDisplayModeCb;
  PFND3DDDI_UNSERVEDCB pfnPresentCb;
  PFND3DDDI_UNSERVEDCB pfnRenderCb;
  PFND3DDDI_LOCKCB pfnLockCb;
  PFND3DDDI_UNLOCKCB pfnUnlockCb;
  PFND3DDDI_ESCAPECB pfnEscapeCb;
  PFND3DDDI_UNSERVEDCB pfnCreateOverlayCb;
  PFND3DDDI_UNSERVEDCB pfnUpdateOverlayCb;
  PFND3DDDI_UNSERVEDCB pfnFlipOverlayCb;
  PFND3DDDI_UNSERVEDCB pfnDestroyOverlayCb;
  PFND3DDDI_CREATECONTEXTCB pfnCreateContextCb;
  PFND3DDDI_UNSERVEDCB pfnDestroyContextCb;
  PFND3DDDI_UNSERVEDCB pfnCreateSynchronizationObjectCb;
  PFND3DDDI_UNSERVEDCB pfnDestroySynchronizationObjectCb;
  PFND3DDDI_UNSERVEDCB pfnWaitForSynchronizationObjectCb;
  PFND3DDDI_UNSERVEDCB pfnSignalSynchronizationObjectCb;
  PFND3DDDI_UNSERVEDCB pfnSetAsyncCallbacksCb;
  PFND3DDDI_UNSERVEDCB pfnSetDisplayPrivateDriverFormatCb;
  PFND3DDDI_OFFERALLOCATIONSCB pfnOfferAllocationsCb;
  PFND3DDDI_RECLAIMALLOCATIONSCB pfnReclaimAllocationsCb;
  PFND3DDDI_UNSERVEDCB pfnCreateSynchronizationObject2Cb;
  PFND3DDDI_UNSERVEDCB pfnWaitForSynchronizationObject2Cb;
  PFND3DDDI_UNSERVEDCB pfnSignalSynchronizationObject2Cb;
  PFND3DDDI_UNSERVEDCB pfnPresentMultiPlaneOverlayCb;
  PFND3DDDI_UNSERVEDCB pfnLogUMDMarkerCb;
  PFND3DDDI_MAKERESIDENTCB pfnMakeResidentCb;
  PFND3DDDI_EVICTCB pfnEvictCb;
  PFND3DDDI_UNSERVEDCB pfnWaitForSynchronizationObjectFromCpuCb;
  PFND3DDDI_UNSERVEDCB pfnSignalSynchronizationObjectFromCpuCb;
  PFND3DDDI_UNSERVEDCB pfnWaitForSynchronizationObjectFromGpuCb;
  PFND3DDDI_UNSERVEDCB pfnSignalSynchronizationObjectFromGpuCb;
  PFND3DDDI_CREATEPAGINGQUEUECB pfnCreatePagingQueueCb;
  PFND3DDDI_DESTROYPAGINGQUEUECB pfnDestroyPagingQueueCb;
  PFND3DDDI_LOCK2CB pfnLock2Cb;
  PFND3DDDI_UNLOCK2CB pfnUnlock2Cb;
  PFND3DDDI_INVALIDATECACHECB pfnInvalidateCacheCb;
  PFND3DDDI_RESERVEGPUVIRTUALADDRESSCB pfnReserveGpuVirtualAddressCb;
  PFND3DDDI_MAPGPUVIRTUALADDRESSCB pfnMapGpuVirtualAddressCb;
  PFND3DDDI_FREEGPUVIRTUALADDRESSCB pfnFreeGpuVirtualAddressCb;
  PFND3DDDI_UPDATEGPUVIRTUALADDRESSCB pfnUpdateGpuVirtualAddressCb;
  PFND3DDDI_CREATECONTEXTVIRTUALCB pfnCreateContextVirtualCb;
  PFND3DDDI_UNSERVEDCB pfnSubmitCommandCb;
  PFND3DDDI_DEALLOCATE2CB pfnDeallocate2Cb;
  PFND3DDDI_UNSERVEDCB pfnSignalSynchronizationObjectFromGpu2Cb;
  PFND3DDDI_RECLAIMALLOCATIONS2CB pfnReclaimAllocations2Cb;
  PFND3DDDI_GETRESOURCEPRESENTPRIVATEDRIVERDATACB pfnGetResourcePresentPrivateDriverDataCb;
  PFND3DDDI_UPDATEALLOCATIONPROPERTYCB pfnUpdateAllocationPropertyCb;
  PFND3DDDI_OFFERALLOCATIONS2CB pfnOfferAllocations2Cb;
  PFND3DDDI_RECLAIMALLOCATIONS3CB pfnReclaimAllocations3Cb;
  PFND3DDDI_UNSERVEDCB pfnAcquireResourceCb;
  PFND3DDDI_UNSERVEDCB pfnReleaseResourceCb;
  PFND3DDDI_UNSERVEDCB pfnCreateHwContextCb;
  PFND3DDDI_UNSERVEDCB pfnDestroyHwContextCb;
  PFND3DDDI_UNSERVEDCB pfnCreateHwQueueCb;
  PFND3DDDI_UNSERVEDCB pfnDestroyHwQueueCb;
  PFND3DDDI_UNSERVEDCB pfnSubmitCommandToHwQueueCb;
  PFND3DDDI_UNSERVEDCB pfnSubmitWaitForSyncObjectsToHwQueueCb;
  PFND3DDDI_UNSERVEDCB pfnSubmitSignalSyncObjectsToHwQueueCb;
  PFND3DDDI_UNSERVEDCB pfnSubmitPresentBltToHwQueueCb;
  PFND3DDDI_UNSERVEDCB pfnSubmitPresentToHwQueueCb;
  PFND3DDDI_UNSERVEDCB pfnSubmitHistorySequenceCb;
} D3DDDI_DEVICECALLBACKS;

/* What pfnQueryAdapterInfoCb takes: room for the private answer of the kernel-mode driver. */
typedef struct _D3DDDICB_QUERYADAPTERINFO {
  PVOID pPrivateDriverData;
  UINT PrivateDriverDataSize;
} D3DDDICB_QUERYADAPTERINFO;

typedef HRESULT (APIENTRY *PFND3DDDI_QUERYADAPTERINFOCB)(HANDLE hAdapter,
                                                         const D3DDDICB_QUERYADAPTERINFO *Arguments);

/* The kernel services of an adapter, given to OpenAdapter. */
typedef struct _D3DDDI_ADAPTERCALLBACKS {
  PFND3DDDI_QUERYADAPTERINFOCB pfnQueryAdapterInfoCb;
  PVOID pfnGetMultisampleMethodListCb; /* Unserved. */
  PFND3DDDI_QUERYADAPTERINFOCB pfnQueryAdapterInfoCb2;
} D3DDDI_ADAPTERCALLBACKS;

DXGK_EXTERN_C_END

#endif /* D3DUMDDI_H */
