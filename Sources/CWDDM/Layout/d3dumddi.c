/* Every struct of d3dumddi.h has the size, and every addressable member the place, that 64-bit Windows gives it.
 * Bit-fields have no address: Tests/CWDDMTests looks at those. */
#include "d3dumddi.h"

#if !defined(DXGK_WSL_ABI)

_Static_assert(sizeof(D3DDDICB_ALLOCATE) == 40 && _Alignof(D3DDDICB_ALLOCATE) == 8, "");
_Static_assert(offsetof(D3DDDICB_ALLOCATE, pPrivateDriverData) == 0, "");
_Static_assert(offsetof(D3DDDICB_ALLOCATE, PrivateDriverDataSize) == 8, "");
_Static_assert(offsetof(D3DDDICB_ALLOCATE, hResource) == 16, "");
_Static_assert(offsetof(D3DDDICB_ALLOCATE, hKMResource) == 24, "");
_Static_assert(offsetof(D3DDDICB_ALLOCATE, NumAllocations) == 28, "");
_Static_assert(offsetof(D3DDDICB_ALLOCATE, pAllocationInfo) == 32, "");
_Static_assert(offsetof(D3DDDICB_ALLOCATE, pAllocationInfo2) == 32, "");

_Static_assert(sizeof(D3DDDICB_DEALLOCATE) == 24 && _Alignof(D3DDDICB_DEALLOCATE) == 8, "");
_Static_assert(offsetof(D3DDDICB_DEALLOCATE, hResource) == 0, "");
_Static_assert(offsetof(D3DDDICB_DEALLOCATE, NumAllocations) == 8, "");
_Static_assert(offsetof(D3DDDICB_DEALLOCATE, HandleList) == 16, "");

_Static_assert(sizeof(D3DDDICB_DEALLOCATE2) == 32 && _Alignof(D3DDDICB_DEALLOCATE2) == 8, "");
_Static_assert(offsetof(D3DDDICB_DEALLOCATE2, hResource) == 0, "");
_Static_assert(offsetof(D3DDDICB_DEALLOCATE2, NumAllocations) == 8, "");
_Static_assert(offsetof(D3DDDICB_DEALLOCATE2, HandleList) == 16, "");
_Static_assert(offsetof(D3DDDICB_DEALLOCATE2, Flags) == 24, "");

_Static_assert(sizeof(D3DDDICB_SETPRIORITY) == 32 && _Alignof(D3DDDICB_SETPRIORITY) == 8, "");
_Static_assert(offsetof(D3DDDICB_SETPRIORITY, hResource) == 0, "");
_Static_assert(offsetof(D3DDDICB_SETPRIORITY, NumAllocations) == 8, "");
_Static_assert(offsetof(D3DDDICB_SETPRIORITY, HandleList) == 16, "");
_Static_assert(offsetof(D3DDDICB_SETPRIORITY, pPriorities) == 24, "");

_Static_assert(sizeof(D3DDDICB_QUERYRESIDENCY) == 32 && _Alignof(D3DDDICB_QUERYRESIDENCY) == 8, "");
_Static_assert(offsetof(D3DDDICB_QUERYRESIDENCY, hResource) == 0, "");
_Static_assert(offsetof(D3DDDICB_QUERYRESIDENCY, NumAllocations) == 8, "");
_Static_assert(offsetof(D3DDDICB_QUERYRESIDENCY, HandleList) == 16, "");
_Static_assert(offsetof(D3DDDICB_QUERYRESIDENCY, pResidencyStatus) == 24, "");

_Static_assert(sizeof(D3DDDICB_OFFERALLOCATIONS) == 24 && _Alignof(D3DDDICB_OFFERALLOCATIONS) == 8, "");
_Static_assert(offsetof(D3DDDICB_OFFERALLOCATIONS, pResources) == 0, "");
_Static_assert(offsetof(D3DDDICB_OFFERALLOCATIONS, HandleList) == 8, "");
_Static_assert(offsetof(D3DDDICB_OFFERALLOCATIONS, NumAllocations) == 16, "");
_Static_assert(offsetof(D3DDDICB_OFFERALLOCATIONS, Priority) == 20, "");

_Static_assert(sizeof(D3DDDICB_OFFERALLOCATIONS2) == 32 && _Alignof(D3DDDICB_OFFERALLOCATIONS2) == 8, "");
_Static_assert(offsetof(D3DDDICB_OFFERALLOCATIONS2, pResources) == 0, "");
_Static_assert(offsetof(D3DDDICB_OFFERALLOCATIONS2, HandleList) == 8, "");
_Static_assert(offsetof(D3DDDICB_OFFERALLOCATIONS2, NumAllocations) == 16, "");
_Static_assert(offsetof(D3DDDICB_OFFERALLOCATIONS2, Priority) == 20, "");
_Static_assert(offsetof(D3DDDICB_OFFERALLOCATIONS2, Flags) == 24, "");

_Static_assert(sizeof(D3DDDICB_RECLAIMALLOCATIONS) == 32 && _Alignof(D3DDDICB_RECLAIMALLOCATIONS) == 8, "");
_Static_assert(offsetof(D3DDDICB_RECLAIMALLOCATIONS, pResources) == 0, "");
_Static_assert(offsetof(D3DDDICB_RECLAIMALLOCATIONS, HandleList) == 8, "");
_Static_assert(offsetof(D3DDDICB_RECLAIMALLOCATIONS, pDiscarded) == 16, "");
_Static_assert(offsetof(D3DDDICB_RECLAIMALLOCATIONS, NumAllocations) == 24, "");

_Static_assert(sizeof(D3DDDICB_RECLAIMALLOCATIONS2) == 40 && _Alignof(D3DDDICB_RECLAIMALLOCATIONS2) == 8, "");
_Static_assert(offsetof(D3DDDICB_RECLAIMALLOCATIONS2, PagingQueue) == 0, "");
_Static_assert(offsetof(D3DDDICB_RECLAIMALLOCATIONS2, NumAllocations) == 4, "");
_Static_assert(offsetof(D3DDDICB_RECLAIMALLOCATIONS2, pResources) == 8, "");
_Static_assert(offsetof(D3DDDICB_RECLAIMALLOCATIONS2, HandleList) == 16, "");
_Static_assert(offsetof(D3DDDICB_RECLAIMALLOCATIONS2, pDiscarded) == 24, "");
_Static_assert(offsetof(D3DDDICB_RECLAIMALLOCATIONS2, PagingFenceValue) == 32, "");

_Static_assert(sizeof(D3DDDICB_RECLAIMALLOCATIONS3) == 40 && _Alignof(D3DDDICB_RECLAIMALLOCATIONS3) == 8, "");
_Static_assert(offsetof(D3DDDICB_RECLAIMALLOCATIONS3, PagingQueue) == 0, "");
_Static_assert(offsetof(D3DDDICB_RECLAIMALLOCATIONS3, NumAllocations) == 4, "");
_Static_assert(offsetof(D3DDDICB_RECLAIMALLOCATIONS3, pResources) == 8, "");
_Static_assert(offsetof(D3DDDICB_RECLAIMALLOCATIONS3, HandleList) == 16, "");
_Static_assert(offsetof(D3DDDICB_RECLAIMALLOCATIONS3, pResults) == 24, "");
_Static_assert(offsetof(D3DDDICB_RECLAIMALLOCATIONS3, PagingFenceValue) == 32, "");

_Static_assert(sizeof(D3DDDICB_LOCK) == 48 && _Alignof(D3DDDICB_LOCK) == 8, "");
_Static_assert(offsetof(D3DDDICB_LOCK, hAllocation) == 0, "");
_Static_assert(offsetof(D3DDDICB_LOCK, PrivateDriverData) == 4, "");
_Static_assert(offsetof(D3DDDICB_LOCK, NumPages) == 8, "");
_Static_assert(offsetof(D3DDDICB_LOCK, pPages) == 16, "");
_Static_assert(offsetof(D3DDDICB_LOCK, pData) == 24, "");
_Static_assert(offsetof(D3DDDICB_LOCK, Flags) == 32, "");
_Static_assert(offsetof(D3DDDICB_LOCK, GpuVirtualAddress) == 40, "");

_Static_assert(sizeof(D3DDDICB_UNLOCK) == 16 && _Alignof(D3DDDICB_UNLOCK) == 8, "");
_Static_assert(offsetof(D3DDDICB_UNLOCK, NumAllocations) == 0, "");
_Static_assert(offsetof(D3DDDICB_UNLOCK, phAllocations) == 8, "");

_Static_assert(sizeof(D3DDDICB_LOCK2) == 16 && _Alignof(D3DDDICB_LOCK2) == 8, "");
_Static_assert(offsetof(D3DDDICB_LOCK2, hAllocation) == 0, "");
_Static_assert(offsetof(D3DDDICB_LOCK2, Flags) == 4, "");
_Static_assert(offsetof(D3DDDICB_LOCK2, pData) == 8, "");

_Static_assert(sizeof(D3DDDICB_UNLOCK2) == 4 && _Alignof(D3DDDICB_UNLOCK2) == 4, "");
_Static_assert(offsetof(D3DDDICB_UNLOCK2, hAllocation) == 0, "");

_Static_assert(sizeof(D3DDDICB_ESCAPE) == 40 && _Alignof(D3DDDICB_ESCAPE) == 8, "");
_Static_assert(offsetof(D3DDDICB_ESCAPE, hDevice) == 0, "");
_Static_assert(offsetof(D3DDDICB_ESCAPE, Flags) == 8, "");
_Static_assert(offsetof(D3DDDICB_ESCAPE, pPrivateDriverData) == 16, "");
_Static_assert(offsetof(D3DDDICB_ESCAPE, PrivateDriverDataSize) == 24, "");
_Static_assert(offsetof(D3DDDICB_ESCAPE, hContext) == 32, "");

_Static_assert(sizeof(D3DDDICB_INVALIDATECACHE) == 24 && _Alignof(D3DDDICB_INVALIDATECACHE) == 8, "");
_Static_assert(offsetof(D3DDDICB_INVALIDATECACHE, hAllocation) == 0, "");
_Static_assert(offsetof(D3DDDICB_INVALIDATECACHE, Offset) == 8, "");
_Static_assert(offsetof(D3DDDICB_INVALIDATECACHE, Length) == 16, "");

_Static_assert(sizeof(D3DDDICB_CREATEPAGINGQUEUE) == 32 && _Alignof(D3DDDICB_CREATEPAGINGQUEUE) == 8, "");
_Static_assert(offsetof(D3DDDICB_CREATEPAGINGQUEUE, Priority) == 0, "");
_Static_assert(offsetof(D3DDDICB_CREATEPAGINGQUEUE, hPagingQueue) == 4, "");
_Static_assert(offsetof(D3DDDICB_CREATEPAGINGQUEUE, hSyncObject) == 8, "");
_Static_assert(offsetof(D3DDDICB_CREATEPAGINGQUEUE, FenceValueCPUVirtualAddress) == 16, "");
_Static_assert(offsetof(D3DDDICB_CREATEPAGINGQUEUE, PhysicalAdapterIndex) == 24, "");

_Static_assert(sizeof(D3DDDICB_EVICT) == 32 && _Alignof(D3DDDICB_EVICT) == 8, "");
_Static_assert(offsetof(D3DDDICB_EVICT, NumAllocations) == 0, "");
_Static_assert(offsetof(D3DDDICB_EVICT, AllocationList) == 8, "");
_Static_assert(offsetof(D3DDDICB_EVICT, Flags) == 16, "");
_Static_assert(offsetof(D3DDDICB_EVICT, NumBytesToTrim) == 24, "");

_Static_assert(sizeof(D3DDDICB_FREEGPUVIRTUALADDRESS) == 16 && _Alignof(D3DDDICB_FREEGPUVIRTUALADDRESS) == 8, "");
_Static_assert(offsetof(D3DDDICB_FREEGPUVIRTUALADDRESS, BaseAddress) == 0, "");
_Static_assert(offsetof(D3DDDICB_FREEGPUVIRTUALADDRESS, Size) == 8, "");

_Static_assert(sizeof(D3DDDICB_UPDATEGPUVIRTUALADDRESS) == 56 && _Alignof(D3DDDICB_UPDATEGPUVIRTUALADDRESS) == 8, "");
_Static_assert(offsetof(D3DDDICB_UPDATEGPUVIRTUALADDRESS, hContext) == 0, "");
_Static_assert(offsetof(D3DDDICB_UPDATEGPUVIRTUALADDRESS, hFenceObject) == 8, "");
_Static_assert(offsetof(D3DDDICB_UPDATEGPUVIRTUALADDRESS, NumOperations) == 12, "");
_Static_assert(offsetof(D3DDDICB_UPDATEGPUVIRTUALADDRESS, Operations) == 16, "");
_Static_assert(offsetof(D3DDDICB_UPDATEGPUVIRTUALADDRESS, Reserved0) == 24, "");
_Static_assert(offsetof(D3DDDICB_UPDATEGPUVIRTUALADDRESS, Reserved1) == 32, "");
_Static_assert(offsetof(D3DDDICB_UPDATEGPUVIRTUALADDRESS, FenceValue) == 40, "");
_Static_assert(offsetof(D3DDDICB_UPDATEGPUVIRTUALADDRESS, Flags) == 48, "");
_Static_assert(offsetof(D3DDDICB_UPDATEGPUVIRTUALADDRESS, Flags.Value) == 48, "");

_Static_assert(sizeof(D3DDDICB_CREATECONTEXT) == 96 && _Alignof(D3DDDICB_CREATECONTEXT) == 8, "");
_Static_assert(offsetof(D3DDDICB_CREATECONTEXT, NodeOrdinal) == 0, "");
_Static_assert(offsetof(D3DDDICB_CREATECONTEXT, EngineAffinity) == 4, "");
_Static_assert(offsetof(D3DDDICB_CREATECONTEXT, Flags) == 8, "");
_Static_assert(offsetof(D3DDDICB_CREATECONTEXT, pPrivateDriverData) == 16, "");
_Static_assert(offsetof(D3DDDICB_CREATECONTEXT, PrivateDriverDataSize) == 24, "");
_Static_assert(offsetof(D3DDDICB_CREATECONTEXT, hContext) == 32, "");
_Static_assert(offsetof(D3DDDICB_CREATECONTEXT, pCommandBuffer) == 40, "");
_Static_assert(offsetof(D3DDDICB_CREATECONTEXT, CommandBufferSize) == 48, "");
_Static_assert(offsetof(D3DDDICB_CREATECONTEXT, pAllocationList) == 56, "");
_Static_assert(offsetof(D3DDDICB_CREATECONTEXT, AllocationListSize) == 64, "");
_Static_assert(offsetof(D3DDDICB_CREATECONTEXT, pPatchLocationList) == 72, "");
_Static_assert(offsetof(D3DDDICB_CREATECONTEXT, PatchLocationListSize) == 80, "");
_Static_assert(offsetof(D3DDDICB_CREATECONTEXT, CommandBuffer) == 88, "");

_Static_assert(sizeof(D3DDDICB_CREATECONTEXTVIRTUAL) == 40 && _Alignof(D3DDDICB_CREATECONTEXTVIRTUAL) == 8, "");
_Static_assert(offsetof(D3DDDICB_CREATECONTEXTVIRTUAL, NodeOrdinal) == 0, "");
_Static_assert(offsetof(D3DDDICB_CREATECONTEXTVIRTUAL, EngineAffinity) == 4, "");
_Static_assert(offsetof(D3DDDICB_CREATECONTEXTVIRTUAL, Flags) == 8, "");
_Static_assert(offsetof(D3DDDICB_CREATECONTEXTVIRTUAL, pPrivateDriverData) == 16, "");
_Static_assert(offsetof(D3DDDICB_CREATECONTEXTVIRTUAL, PrivateDriverDataSize) == 24, "");
_Static_assert(offsetof(D3DDDICB_CREATECONTEXTVIRTUAL, hContext) == 32, "");

_Static_assert(sizeof(D3DDDIARG_OPENRESOURCE) == 56 && _Alignof(D3DDDIARG_OPENRESOURCE) == 8, "");
_Static_assert(offsetof(D3DDDIARG_OPENRESOURCE, NumAllocations) == 0, "");
_Static_assert(offsetof(D3DDDIARG_OPENRESOURCE, pOpenAllocationInfo) == 8, "");
_Static_assert(offsetof(D3DDDIARG_OPENRESOURCE, pOpenAllocationInfo2) == 8, "");
_Static_assert(offsetof(D3DDDIARG_OPENRESOURCE, hKMResource) == 16, "");
_Static_assert(offsetof(D3DDDIARG_OPENRESOURCE, pPrivateDriverData) == 24, "");
_Static_assert(offsetof(D3DDDIARG_OPENRESOURCE, PrivateDriverDataSize) == 32, "");
_Static_assert(offsetof(D3DDDIARG_OPENRESOURCE, hResource) == 40, "");
_Static_assert(offsetof(D3DDDIARG_OPENRESOURCE, Rotation) == 48, "");
_Static_assert(offsetof(D3DDDIARG_OPENRESOURCE, Flags) == 52, "");

_Static_assert(sizeof(D3DDDI_OPENRESOURCEFLAGS) == 4 && _Alignof(D3DDDI_OPENRESOURCEFLAGS) == 4, "");
_Static_assert(offsetof(D3DDDI_OPENRESOURCEFLAGS, Value) == 0, "");

_Static_assert(sizeof(D3DDDIARG_SETPRIORITY) == 16 && _Alignof(D3DDDIARG_SETPRIORITY) == 8, "");
_Static_assert(offsetof(D3DDDIARG_SETPRIORITY, hResource) == 0, "");
_Static_assert(offsetof(D3DDDIARG_SETPRIORITY, Priority) == 8, "");

_Static_assert(sizeof(D3DDDIARG_QUERYRESOURCERESIDENCY) == 16 && _Alignof(D3DDDIARG_QUERYRESOURCERESIDENCY) == 8, "");
_Static_assert(offsetof(D3DDDIARG_QUERYRESOURCERESIDENCY, pHandleList) == 0, "");
_Static_assert(offsetof(D3DDDIARG_QUERYRESOURCERESIDENCY, NumResources) == 8, "");

_Static_assert(sizeof(D3DDDIARG_OFFERRESOURCES) == 16 && _Alignof(D3DDDIARG_OFFERRESOURCES) == 8, "");
_Static_assert(offsetof(D3DDDIARG_OFFERRESOURCES, pResources) == 0, "");
_Static_assert(offsetof(D3DDDIARG_OFFERRESOURCES, Resources) == 8, "");
_Static_assert(offsetof(D3DDDIARG_OFFERRESOURCES, Priority) == 12, "");

_Static_assert(sizeof(D3DDDIARG_RECLAIMRESOURCES) == 24 && _Alignof(D3DDDIARG_RECLAIMRESOURCES) == 8, "");
_Static_assert(offsetof(D3DDDIARG_RECLAIMRESOURCES, pResources) == 0, "");
_Static_assert(offsetof(D3DDDIARG_RECLAIMRESOURCES, pDiscarded) == 8, "");
_Static_assert(offsetof(D3DDDIARG_RECLAIMRESOURCES, Resources) == 16, "");

_Static_assert(sizeof(D3DDDI_DEVICECALLBACKS) == 520 && _Alignof(D3DDDI_DEVICECALLBACKS) == 8, "");
_Static_assert(offsetof(D3DDDI_DEVICECALLBACKS, pfnAllocateCb) == 0, "");
_Static_assert(offsetof(D3DDDI_DEVICECALLBACKS, pfnDeallocateCb) == 8, "");
_Static_assert(offsetof(D3DDDI_DEVICECALLBACKS, pfnSetPriorityCb) == 16, "");
_Static_assert(offsetof(D3DDDI_DEVICECALLBACKS, pfnQueryResidencyCb) == 24, "");
_Static_assert(offsetof(D3DDDI_DEVICECALLBACKS, pfnSetDisplayModeCb) == 32, "");
_Static_assert(offsetof(D3DDDI_DEVICECALLBACKS, pfnPresentCb) == 40, "");
_Static_assert(offsetof(D3DDDI_DEVICECALLBACKS, pfnRenderCb) == 48, "");
_Static_assert(offsetof(D3DDDI_DEVICECALLBACKS, pfnLockCb) == 56, "");
_Static_assert(offsetof(D3DDDI_DEVICECALLBACKS, pfnUnlockCb) == 64, "");
_Static_assert(offsetof(D3DDDI_DEVICECALLBACKS, pfnEscapeCb) == 72, "");
_Static_assert(offsetof(D3DDDI_DEVICECALLBACKS, pfnCreateOverlayCb) == 80, "");
_Static_assert(offsetof(D3DDDI_DEVICECALLBACKS, pfnUpdateOverlayCb) == 88, "");
_Static_assert(offsetof(D3DDDI_DEVICECALLBACKS, pfnFlipOverlayCb) == 96, "");
_Static_assert(offsetof(D3DDDI_DEVICECALLBACKS, pfnDestroyOverlayCb) == 104, "");
_Static_assert(offsetof(D3DDDI_DEVICECALLBACKS, pfnCreateContextCb) == 112, "");
_Static_assert(offsetof(D3DDDI_DEVICECALLBACKS, pfnDestroyContextCb) == 120, "");
_Static_assert(offsetof(D3DDDI_DEVICECALLBACKS, pfnCreateSynchronizationObjectCb) == 128, "");
_Static_assert(offsetof(D3DDDI_DEVICECALLBACKS, pfnDestroySynchronizationObjectCb) == 136, "");
_Static_assert(offsetof(D3DDDI_DEVICECALLBACKS, pfnWaitForSynchronizationObjectCb) == 144, "");
_Static_assert(offsetof(D3DDDI_DEVICECALLBACKS, pfnSignalSynchronizationObjectCb) == 152, "");
_Static_assert(offsetof(D3DDDI_DEVICECALLBACKS, pfnSetAsyncCallbacksCb) == 160, "");
_Static_assert(offsetof(D3DDDI_DEVICECALLBACKS, pfnSetDisplayPrivateDriverFormatCb) == 168, "");
_Static_assert(offsetof(D3DDDI_DEVICECALLBACKS, pfnOfferAllocationsCb) == 176, "");
_Static_assert(offsetof(D3DDDI_DEVICECALLBACKS, pfnReclaimAllocationsCb) == 184, "");
_Static_assert(offsetof(D3DDDI_DEVICECALLBACKS, pfnCreateSynchronizationObject2Cb) == 192, "");
_Static_assert(offsetof(D3DDDI_DEVICECALLBACKS, pfnWaitForSynchronizationObject2Cb) == 200, "");
_Static_assert(offsetof(D3DDDI_DEVICECALLBACKS, pfnSignalSynchronizationObject2Cb) == 208, "");
_Static_assert(offsetof(D3DDDI_DEVICECALLBACKS, pfnPresentMultiPlaneOverlayCb) == 216, "");
_Static_assert(offsetof(D3DDDI_DEVICECALLBACKS, pfnLogUMDMarkerCb) == 224, "");
_Static_assert(offsetof(D3DDDI_DEVICECALLBACKS, pfnMakeResidentCb) == 232, "");
_Static_assert(offsetof(D3DDDI_DEVICECALLBACKS, pfnEvictCb) == 240, "");
_Static_assert(offsetof(D3DDDI_DEVICECALLBACKS, pfnWaitForSynchronizationObjectFromCpuCb) == 248, "");
_Static_assert(offsetof(D3DDDI_DEVICECALLBACKS, pfnSignalSynchronizationObjectFromCpuCb) == 256, "");
_Static_assert(offsetof(D3DDDI_DEVICECALLBACKS, pfnWaitForSynchronizationObjectFromGpuCb) == 264, "");
_Static_assert(offsetof(D3DDDI_DEVICECALLBACKS, pfnSignalSynchronizationObjectFromGpuCb) == 272, "");
_Static_assert(offsetof(D3DDDI_DEVICECALLBACKS, pfnCreatePagingQueueCb) == 280, "");
_Static_assert(offsetof(D3DDDI_DEVICECALLBACKS, pfnDestroyPagingQueueCb) == 288, "");
_Static_assert(offsetof(D3DDDI_DEVICECALLBACKS, pfnLock2Cb) == 296, "");
_Static_assert(offsetof(D3DDDI_DEVICECALLBACKS, pfnUnlock2Cb) == 304, "");
_Static_assert(offsetof(D3DDDI_DEVICECALLBACKS, pfnInvalidateCacheCb) == 312, "");
_Static_assert(offsetof(D3DDDI_DEVICECALLBACKS, pfnReserveGpuVirtualAddressCb) == 320, "");
_Static_assert(offsetof(D3DDDI_DEVICECALLBACKS, pfnMapGpuVirtualAddressCb) == 328, "");
_Static_assert(offsetof(D3DDDI_DEVICECALLBACKS, pfnFreeGpuVirtualAddressCb) == 336, "");
_Static_assert(offsetof(D3DDDI_DEVICECALLBACKS, pfnUpdateGpuVirtualAddressCb) == 344, "");
_Static_assert(offsetof(D3DDDI_DEVICECALLBACKS, pfnCreateContextVirtualCb) == 352, "");
_Static_assert(offsetof(D3DDDI_DEVICECALLBACKS, pfnSubmitCommandCb) == 360, "");
_Static_assert(offsetof(D3DDDI_DEVICECALLBACKS, pfnDeallocate2Cb) == 368, "");
_Static_assert(offsetof(D3DDDI_DEVICECALLBACKS, pfnSignalSynchronizationObjectFromGpu2Cb) == 376, "");
_Static_assert(offsetof(D3DDDI_DEVICECALLBACKS, pfnReclaimAllocations2Cb) == 384, "");
_Static_assert(offsetof(D3DDDI_DEVICECALLBACKS, pfnGetResourcePresentPrivateDriverDataCb) == 392, "");
_Static_assert(offsetof(D3DDDI_DEVICECALLBACKS, pfnUpdateAllocationPropertyCb) == 400, "");
_Static_assert(offsetof(D3DDDI_DEVICECALLBACKS, pfnOfferAllocations2Cb) == 408, "");
_Static_assert(offsetof(D3DDDI_DEVICECALLBACKS, pfnReclaimAllocations3Cb) == 416, "");
_Static_assert(offsetof(D3DDDI_DEVICECALLBACKS, pfnAcquireResourceCb) == 424, "");
_Static_assert(offsetof(D3DDDI_DEVICECALLBACKS, pfnReleaseResourceCb) == 432, "");
_Static_assert(offsetof(D3DDDI_DEVICECALLBACKS, pfnCreateHwContextCb) == 440, "");
_Static_assert(offsetof(D3DDDI_DEVICECALLBACKS, pfnDestroyHwContextCb) == 448, "");
_Static_assert(offsetof(D3DDDI_DEVICECALLBACKS, pfnCreateHwQueueCb) == 456, "");
_Static_assert(offsetof(D3DDDI_DEVICECALLBACKS, pfnDestroyHwQueueCb) == 464, "");
_Static_assert(offsetof(D3DDDI_DEVICECALLBACKS, pfnSubmitCommandToHwQueueCb) == 472, "");
_Static_assert(offsetof(D3DDDI_DEVICECALLBACKS, pfnSubmitWaitForSyncObjectsToHwQueueCb) == 480, "");
_Static_assert(offsetof(D3DDDI_DEVICECALLBACKS, pfnSubmitSignalSyncObjectsToHwQueueCb) == 488, "");
_Static_assert(offsetof(D3DDDI_DEVICECALLBACKS, pfnSubmitPresentBltToHwQueueCb) == 496, "");
_Static_assert(offsetof(D3DDDI_DEVICECALLBACKS, pfnSubmitPresentToHwQueueCb) == 504, "");
_Static_assert(offsetof(D3DDDI_DEVICECALLBACKS, pfnSubmitHistorySequenceCb) == 512, "");

#endif

/* A translation unit holds something. */
typedef int d3dumddi_is_laid_out;
