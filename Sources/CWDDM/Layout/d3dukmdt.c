/* Every struct of d3dukmdt.h has the size, and every addressable member the place, that 64-bit Windows gives it.
 * Bit-fields have no address: Tests/CWDDMTests looks at those. */
#include "d3dukmdt.h"

#if !defined(DXGK_WSL_ABI)

_Static_assert(sizeof(D3DDDI_RATIONAL) == 8 && _Alignof(D3DDDI_RATIONAL) == 4, "");
_Static_assert(offsetof(D3DDDI_RATIONAL, Numerator) == 0, "");
_Static_assert(offsetof(D3DDDI_RATIONAL, Denominator) == 4, "");

_Static_assert(sizeof(D3DDDI_ALLOCATIONINFO) == 40 && _Alignof(D3DDDI_ALLOCATIONINFO) == 8, "");
_Static_assert(offsetof(D3DDDI_ALLOCATIONINFO, hAllocation) == 0, "");
_Static_assert(offsetof(D3DDDI_ALLOCATIONINFO, pSystemMem) == 8, "");
_Static_assert(offsetof(D3DDDI_ALLOCATIONINFO, pPrivateDriverData) == 16, "");
_Static_assert(offsetof(D3DDDI_ALLOCATIONINFO, PrivateDriverDataSize) == 24, "");
_Static_assert(offsetof(D3DDDI_ALLOCATIONINFO, VidPnSourceId) == 28, "");
_Static_assert(offsetof(D3DDDI_ALLOCATIONINFO, Flags) == 32, "");
_Static_assert(offsetof(D3DDDI_ALLOCATIONINFO, Flags.Value) == 32, "");

_Static_assert(sizeof(D3DDDI_ALLOCATIONINFO2) == 96 && _Alignof(D3DDDI_ALLOCATIONINFO2) == 8, "");
_Static_assert(offsetof(D3DDDI_ALLOCATIONINFO2, hAllocation) == 0, "");
_Static_assert(offsetof(D3DDDI_ALLOCATIONINFO2, hSection) == 8, "");
_Static_assert(offsetof(D3DDDI_ALLOCATIONINFO2, pSystemMem) == 8, "");
_Static_assert(offsetof(D3DDDI_ALLOCATIONINFO2, pPrivateDriverData) == 16, "");
_Static_assert(offsetof(D3DDDI_ALLOCATIONINFO2, PrivateDriverDataSize) == 24, "");
_Static_assert(offsetof(D3DDDI_ALLOCATIONINFO2, VidPnSourceId) == 28, "");
_Static_assert(offsetof(D3DDDI_ALLOCATIONINFO2, Flags) == 32, "");
_Static_assert(offsetof(D3DDDI_ALLOCATIONINFO2, Flags.Value) == 32, "");
_Static_assert(offsetof(D3DDDI_ALLOCATIONINFO2, GpuVirtualAddress) == 40, "");
_Static_assert(offsetof(D3DDDI_ALLOCATIONINFO2, Priority) == 48, "");
_Static_assert(offsetof(D3DDDI_ALLOCATIONINFO2, Unused) == 48, "");
_Static_assert(offsetof(D3DDDI_ALLOCATIONINFO2, Reserved) == 56, "");

_Static_assert(sizeof(D3DDDI_OPENALLOCATIONINFO) == 24 && _Alignof(D3DDDI_OPENALLOCATIONINFO) == 8, "");
_Static_assert(offsetof(D3DDDI_OPENALLOCATIONINFO, hAllocation) == 0, "");
_Static_assert(offsetof(D3DDDI_OPENALLOCATIONINFO, pPrivateDriverData) == 8, "");
_Static_assert(offsetof(D3DDDI_OPENALLOCATIONINFO, PrivateDriverDataSize) == 16, "");

_Static_assert(sizeof(D3DDDI_OPENALLOCATIONINFO2) == 80 && _Alignof(D3DDDI_OPENALLOCATIONINFO2) == 8, "");
_Static_assert(offsetof(D3DDDI_OPENALLOCATIONINFO2, hAllocation) == 0, "");
_Static_assert(offsetof(D3DDDI_OPENALLOCATIONINFO2, pPrivateDriverData) == 8, "");
_Static_assert(offsetof(D3DDDI_OPENALLOCATIONINFO2, PrivateDriverDataSize) == 16, "");
_Static_assert(offsetof(D3DDDI_OPENALLOCATIONINFO2, GpuVirtualAddress) == 24, "");
_Static_assert(offsetof(D3DDDI_OPENALLOCATIONINFO2, Reserved) == 32, "");

_Static_assert(sizeof(D3DDDI_ALLOCATIONLIST) == 8 && _Alignof(D3DDDI_ALLOCATIONLIST) == 4, "");
_Static_assert(offsetof(D3DDDI_ALLOCATIONLIST, hAllocation) == 0, "");
_Static_assert(offsetof(D3DDDI_ALLOCATIONLIST, Value) == 4, "");

_Static_assert(sizeof(D3DDDI_PATCHLOCATIONLIST) == 24 && _Alignof(D3DDDI_PATCHLOCATIONLIST) == 4, "");
_Static_assert(offsetof(D3DDDI_PATCHLOCATIONLIST, AllocationIndex) == 0, "");
_Static_assert(offsetof(D3DDDI_PATCHLOCATIONLIST, Value) == 4, "");
_Static_assert(offsetof(D3DDDI_PATCHLOCATIONLIST, DriverId) == 8, "");
_Static_assert(offsetof(D3DDDI_PATCHLOCATIONLIST, AllocationOffset) == 12, "");
_Static_assert(offsetof(D3DDDI_PATCHLOCATIONLIST, PatchOffset) == 16, "");
_Static_assert(offsetof(D3DDDI_PATCHLOCATIONLIST, SplitOffset) == 20, "");

_Static_assert(sizeof(D3DDDI_SEGMENTPREFERENCE) == 4 && _Alignof(D3DDDI_SEGMENTPREFERENCE) == 4, "");
_Static_assert(offsetof(D3DDDI_SEGMENTPREFERENCE, Value) == 0, "");

_Static_assert(sizeof(D3DDDI_UPDATEALLOCPROPERTY) == 40 && _Alignof(D3DDDI_UPDATEALLOCPROPERTY) == 8, "");
_Static_assert(offsetof(D3DDDI_UPDATEALLOCPROPERTY, hPagingQueue) == 0, "");
_Static_assert(offsetof(D3DDDI_UPDATEALLOCPROPERTY, hAllocation) == 4, "");
_Static_assert(offsetof(D3DDDI_UPDATEALLOCPROPERTY, SupportedSegmentSet) == 8, "");
_Static_assert(offsetof(D3DDDI_UPDATEALLOCPROPERTY, PreferredSegment) == 12, "");
_Static_assert(offsetof(D3DDDI_UPDATEALLOCPROPERTY, Flags) == 16, "");
_Static_assert(offsetof(D3DDDI_UPDATEALLOCPROPERTY, PagingFenceValue) == 24, "");
_Static_assert(offsetof(D3DDDI_UPDATEALLOCPROPERTY, PropertyMaskValue) == 32, "");

_Static_assert(sizeof(D3DDDI_UPDATEALLOCPROPERTY_FLAGS) == 4 && _Alignof(D3DDDI_UPDATEALLOCPROPERTY_FLAGS) == 4, "");
_Static_assert(offsetof(D3DDDI_UPDATEALLOCPROPERTY_FLAGS, Value) == 0, "");

_Static_assert(sizeof(D3DDDICB_LOCKFLAGS) == 4 && _Alignof(D3DDDICB_LOCKFLAGS) == 4, "");
_Static_assert(offsetof(D3DDDICB_LOCKFLAGS, Value) == 0, "");

_Static_assert(sizeof(D3DDDICB_LOCK2FLAGS) == 4 && _Alignof(D3DDDICB_LOCK2FLAGS) == 4, "");
_Static_assert(offsetof(D3DDDICB_LOCK2FLAGS, Value) == 0, "");

_Static_assert(sizeof(D3DDDICB_DESTROYALLOCATION2FLAGS) == 4 && _Alignof(D3DDDICB_DESTROYALLOCATION2FLAGS) == 4, "");
_Static_assert(offsetof(D3DDDICB_DESTROYALLOCATION2FLAGS, Value) == 0, "");

_Static_assert(sizeof(D3DDDI_MAKERESIDENT) == 48 && _Alignof(D3DDDI_MAKERESIDENT) == 8, "");
_Static_assert(offsetof(D3DDDI_MAKERESIDENT, hPagingQueue) == 0, "");
_Static_assert(offsetof(D3DDDI_MAKERESIDENT, NumAllocations) == 4, "");
_Static_assert(offsetof(D3DDDI_MAKERESIDENT, AllocationList) == 8, "");
_Static_assert(offsetof(D3DDDI_MAKERESIDENT, PriorityList) == 16, "");
_Static_assert(offsetof(D3DDDI_MAKERESIDENT, Flags) == 24, "");
_Static_assert(offsetof(D3DDDI_MAKERESIDENT, PagingFenceValue) == 32, "");
_Static_assert(offsetof(D3DDDI_MAKERESIDENT, NumBytesToTrim) == 40, "");

_Static_assert(sizeof(D3DDDI_MAKERESIDENT_FLAGS) == 4 && _Alignof(D3DDDI_MAKERESIDENT_FLAGS) == 4, "");
_Static_assert(offsetof(D3DDDI_MAKERESIDENT_FLAGS, Value) == 0, "");

_Static_assert(sizeof(D3DDDI_EVICT_FLAGS) == 4 && _Alignof(D3DDDI_EVICT_FLAGS) == 4, "");
_Static_assert(offsetof(D3DDDI_EVICT_FLAGS, Value) == 0, "");

_Static_assert(sizeof(D3DDDI_OFFER_FLAGS) == 4 && _Alignof(D3DDDI_OFFER_FLAGS) == 4, "");
_Static_assert(offsetof(D3DDDI_OFFER_FLAGS, Value) == 0, "");

_Static_assert(sizeof(D3DDDI_DESTROYPAGINGQUEUE) == 4 && _Alignof(D3DDDI_DESTROYPAGINGQUEUE) == 4, "");
_Static_assert(offsetof(D3DDDI_DESTROYPAGINGQUEUE, hPagingQueue) == 0, "");

_Static_assert(sizeof(D3DDDI_TRIMRESIDENCYSET_FLAGS) == 4 && _Alignof(D3DDDI_TRIMRESIDENCYSET_FLAGS) == 4, "");
_Static_assert(offsetof(D3DDDI_TRIMRESIDENCYSET_FLAGS, Value) == 0, "");

_Static_assert(sizeof(D3DDDI_MAPGPUVIRTUALADDRESS) == 104 && _Alignof(D3DDDI_MAPGPUVIRTUALADDRESS) == 8, "");
_Static_assert(offsetof(D3DDDI_MAPGPUVIRTUALADDRESS, hPagingQueue) == 0, "");
_Static_assert(offsetof(D3DDDI_MAPGPUVIRTUALADDRESS, BaseAddress) == 8, "");
_Static_assert(offsetof(D3DDDI_MAPGPUVIRTUALADDRESS, MinimumAddress) == 16, "");
_Static_assert(offsetof(D3DDDI_MAPGPUVIRTUALADDRESS, MaximumAddress) == 24, "");
_Static_assert(offsetof(D3DDDI_MAPGPUVIRTUALADDRESS, hAllocation) == 32, "");
_Static_assert(offsetof(D3DDDI_MAPGPUVIRTUALADDRESS, OffsetInPages) == 40, "");
_Static_assert(offsetof(D3DDDI_MAPGPUVIRTUALADDRESS, SizeInPages) == 48, "");
_Static_assert(offsetof(D3DDDI_MAPGPUVIRTUALADDRESS, Protection) == 56, "");
_Static_assert(offsetof(D3DDDI_MAPGPUVIRTUALADDRESS, DriverProtection) == 64, "");
_Static_assert(offsetof(D3DDDI_MAPGPUVIRTUALADDRESS, Reserved0) == 72, "");
_Static_assert(offsetof(D3DDDI_MAPGPUVIRTUALADDRESS, Reserved1) == 80, "");
_Static_assert(offsetof(D3DDDI_MAPGPUVIRTUALADDRESS, VirtualAddress) == 88, "");
_Static_assert(offsetof(D3DDDI_MAPGPUVIRTUALADDRESS, PagingFenceValue) == 96, "");

_Static_assert(sizeof(D3DDDIGPUVIRTUALADDRESS_PROTECTION_TYPE) == 8 && _Alignof(D3DDDIGPUVIRTUALADDRESS_PROTECTION_TYPE) == 8, "");
_Static_assert(offsetof(D3DDDIGPUVIRTUALADDRESS_PROTECTION_TYPE, Value) == 0, "");

_Static_assert(sizeof(D3DDDI_RESERVEGPUVIRTUALADDRESS) == 72 && _Alignof(D3DDDI_RESERVEGPUVIRTUALADDRESS) == 8, "");
_Static_assert(offsetof(D3DDDI_RESERVEGPUVIRTUALADDRESS, hPagingQueue) == 0, "");
_Static_assert(offsetof(D3DDDI_RESERVEGPUVIRTUALADDRESS, hAdapter) == 0, "");
_Static_assert(offsetof(D3DDDI_RESERVEGPUVIRTUALADDRESS, BaseAddress) == 8, "");
_Static_assert(offsetof(D3DDDI_RESERVEGPUVIRTUALADDRESS, MinimumAddress) == 16, "");
_Static_assert(offsetof(D3DDDI_RESERVEGPUVIRTUALADDRESS, MaximumAddress) == 24, "");
_Static_assert(offsetof(D3DDDI_RESERVEGPUVIRTUALADDRESS, Size) == 32, "");
_Static_assert(offsetof(D3DDDI_RESERVEGPUVIRTUALADDRESS, ReservationType) == 40, "");
_Static_assert(offsetof(D3DDDI_RESERVEGPUVIRTUALADDRESS, Reserved0) == 40, "");
_Static_assert(offsetof(D3DDDI_RESERVEGPUVIRTUALADDRESS, DriverProtection) == 48, "");
_Static_assert(offsetof(D3DDDI_RESERVEGPUVIRTUALADDRESS, Reserved1) == 48, "");
_Static_assert(offsetof(D3DDDI_RESERVEGPUVIRTUALADDRESS, VirtualAddress) == 56, "");
_Static_assert(offsetof(D3DDDI_RESERVEGPUVIRTUALADDRESS, PagingFenceValue) == 64, "");
_Static_assert(offsetof(D3DDDI_RESERVEGPUVIRTUALADDRESS, Reserved2) == 64, "");

_Static_assert(sizeof(D3DDDI_UPDATEGPUVIRTUALADDRESS_OPERATION) == 64 && _Alignof(D3DDDI_UPDATEGPUVIRTUALADDRESS_OPERATION) == 8, "");
_Static_assert(offsetof(D3DDDI_UPDATEGPUVIRTUALADDRESS_OPERATION, OperationType) == 0, "");
_Static_assert(offsetof(D3DDDI_UPDATEGPUVIRTUALADDRESS_OPERATION, Map) == 8, "");
_Static_assert(offsetof(D3DDDI_UPDATEGPUVIRTUALADDRESS_OPERATION, Map.BaseAddress) == 8, "");
_Static_assert(offsetof(D3DDDI_UPDATEGPUVIRTUALADDRESS_OPERATION, Map.SizeInBytes) == 16, "");
_Static_assert(offsetof(D3DDDI_UPDATEGPUVIRTUALADDRESS_OPERATION, Map.hAllocation) == 24, "");
_Static_assert(offsetof(D3DDDI_UPDATEGPUVIRTUALADDRESS_OPERATION, Map.AllocationOffsetInBytes) == 32, "");
_Static_assert(offsetof(D3DDDI_UPDATEGPUVIRTUALADDRESS_OPERATION, Map.AllocationSizeInBytes) == 40, "");
_Static_assert(offsetof(D3DDDI_UPDATEGPUVIRTUALADDRESS_OPERATION, MapProtect) == 8, "");
_Static_assert(offsetof(D3DDDI_UPDATEGPUVIRTUALADDRESS_OPERATION, MapProtect.BaseAddress) == 8, "");
_Static_assert(offsetof(D3DDDI_UPDATEGPUVIRTUALADDRESS_OPERATION, MapProtect.SizeInBytes) == 16, "");
_Static_assert(offsetof(D3DDDI_UPDATEGPUVIRTUALADDRESS_OPERATION, MapProtect.hAllocation) == 24, "");
_Static_assert(offsetof(D3DDDI_UPDATEGPUVIRTUALADDRESS_OPERATION, MapProtect.AllocationOffsetInBytes) == 32, "");
_Static_assert(offsetof(D3DDDI_UPDATEGPUVIRTUALADDRESS_OPERATION, MapProtect.AllocationSizeInBytes) == 40, "");
_Static_assert(offsetof(D3DDDI_UPDATEGPUVIRTUALADDRESS_OPERATION, MapProtect.Protection) == 48, "");
_Static_assert(offsetof(D3DDDI_UPDATEGPUVIRTUALADDRESS_OPERATION, MapProtect.DriverProtection) == 56, "");
_Static_assert(offsetof(D3DDDI_UPDATEGPUVIRTUALADDRESS_OPERATION, Unmap) == 8, "");
_Static_assert(offsetof(D3DDDI_UPDATEGPUVIRTUALADDRESS_OPERATION, Unmap.BaseAddress) == 8, "");
_Static_assert(offsetof(D3DDDI_UPDATEGPUVIRTUALADDRESS_OPERATION, Unmap.SizeInBytes) == 16, "");
_Static_assert(offsetof(D3DDDI_UPDATEGPUVIRTUALADDRESS_OPERATION, Unmap.Protection) == 24, "");
_Static_assert(offsetof(D3DDDI_UPDATEGPUVIRTUALADDRESS_OPERATION, Copy) == 8, "");
_Static_assert(offsetof(D3DDDI_UPDATEGPUVIRTUALADDRESS_OPERATION, Copy.SourceAddress) == 8, "");
_Static_assert(offsetof(D3DDDI_UPDATEGPUVIRTUALADDRESS_OPERATION, Copy.SizeInBytes) == 16, "");
_Static_assert(offsetof(D3DDDI_UPDATEGPUVIRTUALADDRESS_OPERATION, Copy.DestAddress) == 24, "");

_Static_assert(sizeof(DXGK_PTE) == 16 && _Alignof(DXGK_PTE) == 8, "");
_Static_assert(offsetof(DXGK_PTE, Flags) == 0, "");
_Static_assert(offsetof(DXGK_PTE, PageAddress) == 8, "");
_Static_assert(offsetof(DXGK_PTE, PageTableAddress) == 8, "");

_Static_assert(sizeof(D3DGPU_PHYSICAL_ADDRESS) == 16 && _Alignof(D3DGPU_PHYSICAL_ADDRESS) == 8, "");
_Static_assert(offsetof(D3DGPU_PHYSICAL_ADDRESS, SegmentId) == 0, "");
_Static_assert(offsetof(D3DGPU_PHYSICAL_ADDRESS, Padding) == 4, "");
_Static_assert(offsetof(D3DGPU_PHYSICAL_ADDRESS, SegmentOffset) == 8, "");

_Static_assert(sizeof(D3DDDI_SYNCHRONIZATIONOBJECTINFO) == 68 && _Alignof(D3DDDI_SYNCHRONIZATIONOBJECTINFO) == 4, "");
_Static_assert(offsetof(D3DDDI_SYNCHRONIZATIONOBJECTINFO, Type) == 0, "");
_Static_assert(offsetof(D3DDDI_SYNCHRONIZATIONOBJECTINFO, SynchronizationMutex) == 4, "");
_Static_assert(offsetof(D3DDDI_SYNCHRONIZATIONOBJECTINFO, SynchronizationMutex.InitialState) == 4, "");
_Static_assert(offsetof(D3DDDI_SYNCHRONIZATIONOBJECTINFO, Semaphore) == 4, "");
_Static_assert(offsetof(D3DDDI_SYNCHRONIZATIONOBJECTINFO, Semaphore.MaxCount) == 4, "");
_Static_assert(offsetof(D3DDDI_SYNCHRONIZATIONOBJECTINFO, Semaphore.InitialCount) == 8, "");
_Static_assert(offsetof(D3DDDI_SYNCHRONIZATIONOBJECTINFO, Reserved) == 4, "");
_Static_assert(offsetof(D3DDDI_SYNCHRONIZATIONOBJECTINFO, Reserved.Reserved) == 4, "");

_Static_assert(sizeof(D3DDDI_SYNCHRONIZATIONOBJECTINFO2) == 80 && _Alignof(D3DDDI_SYNCHRONIZATIONOBJECTINFO2) == 8, "");
_Static_assert(offsetof(D3DDDI_SYNCHRONIZATIONOBJECTINFO2, Type) == 0, "");
_Static_assert(offsetof(D3DDDI_SYNCHRONIZATIONOBJECTINFO2, Flags) == 4, "");
_Static_assert(offsetof(D3DDDI_SYNCHRONIZATIONOBJECTINFO2, SynchronizationMutex) == 8, "");
_Static_assert(offsetof(D3DDDI_SYNCHRONIZATIONOBJECTINFO2, SynchronizationMutex.InitialState) == 8, "");
_Static_assert(offsetof(D3DDDI_SYNCHRONIZATIONOBJECTINFO2, Semaphore) == 8, "");
_Static_assert(offsetof(D3DDDI_SYNCHRONIZATIONOBJECTINFO2, Semaphore.MaxCount) == 8, "");
_Static_assert(offsetof(D3DDDI_SYNCHRONIZATIONOBJECTINFO2, Semaphore.InitialCount) == 12, "");
_Static_assert(offsetof(D3DDDI_SYNCHRONIZATIONOBJECTINFO2, Fence) == 8, "");
_Static_assert(offsetof(D3DDDI_SYNCHRONIZATIONOBJECTINFO2, Fence.FenceValue) == 8, "");
_Static_assert(offsetof(D3DDDI_SYNCHRONIZATIONOBJECTINFO2, CPUNotification) == 8, "");
_Static_assert(offsetof(D3DDDI_SYNCHRONIZATIONOBJECTINFO2, CPUNotification.Event) == 8, "");
_Static_assert(offsetof(D3DDDI_SYNCHRONIZATIONOBJECTINFO2, MonitoredFence) == 8, "");
_Static_assert(offsetof(D3DDDI_SYNCHRONIZATIONOBJECTINFO2, MonitoredFence.InitialFenceValue) == 8, "");
_Static_assert(offsetof(D3DDDI_SYNCHRONIZATIONOBJECTINFO2, MonitoredFence.FenceValueCPUVirtualAddress) == 16, "");
_Static_assert(offsetof(D3DDDI_SYNCHRONIZATIONOBJECTINFO2, MonitoredFence.FenceValueGPUVirtualAddress) == 24, "");
_Static_assert(offsetof(D3DDDI_SYNCHRONIZATIONOBJECTINFO2, MonitoredFence.EngineAffinity) == 32, "");
_Static_assert(offsetof(D3DDDI_SYNCHRONIZATIONOBJECTINFO2, MonitoredFence.Padding) == 36, "");
_Static_assert(offsetof(D3DDDI_SYNCHRONIZATIONOBJECTINFO2, PeriodicMonitoredFence) == 8, "");
_Static_assert(offsetof(D3DDDI_SYNCHRONIZATIONOBJECTINFO2, PeriodicMonitoredFence.hAdapter) == 8, "");
_Static_assert(offsetof(D3DDDI_SYNCHRONIZATIONOBJECTINFO2, PeriodicMonitoredFence.VidPnTargetId) == 12, "");
_Static_assert(offsetof(D3DDDI_SYNCHRONIZATIONOBJECTINFO2, PeriodicMonitoredFence.Time) == 16, "");
_Static_assert(offsetof(D3DDDI_SYNCHRONIZATIONOBJECTINFO2, PeriodicMonitoredFence.FenceValueCPUVirtualAddress) ==
                   24, "");
_Static_assert(offsetof(D3DDDI_SYNCHRONIZATIONOBJECTINFO2, PeriodicMonitoredFence.FenceValueGPUVirtualAddress) ==
                   32, "");
_Static_assert(offsetof(D3DDDI_SYNCHRONIZATIONOBJECTINFO2, PeriodicMonitoredFence.EngineAffinity) == 40, "");
_Static_assert(offsetof(D3DDDI_SYNCHRONIZATIONOBJECTINFO2, PeriodicMonitoredFence.Padding) == 44, "");
_Static_assert(offsetof(D3DDDI_SYNCHRONIZATIONOBJECTINFO2, Reserved) == 8, "");
_Static_assert(offsetof(D3DDDI_SYNCHRONIZATIONOBJECTINFO2, Reserved.Reserved) == 8, "");
_Static_assert(offsetof(D3DDDI_SYNCHRONIZATIONOBJECTINFO2, SharedHandle) == 72, "");

_Static_assert(sizeof(D3DDDI_SYNCHRONIZATIONOBJECT_FLAGS) == 4 && _Alignof(D3DDDI_SYNCHRONIZATIONOBJECT_FLAGS) == 4, "");
_Static_assert(offsetof(D3DDDI_SYNCHRONIZATIONOBJECT_FLAGS, Value) == 0, "");

_Static_assert(sizeof(D3DDDICB_SIGNALFLAGS) == 4 && _Alignof(D3DDDICB_SIGNALFLAGS) == 4, "");
_Static_assert(offsetof(D3DDDICB_SIGNALFLAGS, Value) == 0, "");

_Static_assert(sizeof(D3DDDI_WAITFORSYNCHRONIZATIONOBJECTFROMCPU_FLAGS) == 4 && _Alignof(D3DDDI_WAITFORSYNCHRONIZATIONOBJECTFROMCPU_FLAGS) == 4, "");
_Static_assert(offsetof(D3DDDI_WAITFORSYNCHRONIZATIONOBJECTFROMCPU_FLAGS, Value) == 0, "");

_Static_assert(sizeof(D3DDDI_CREATECONTEXTFLAGS) == 4 && _Alignof(D3DDDI_CREATECONTEXTFLAGS) == 4, "");
_Static_assert(offsetof(D3DDDI_CREATECONTEXTFLAGS, Value) == 0, "");

_Static_assert(sizeof(D3DDDI_CREATEHWCONTEXTFLAGS) == 4 && _Alignof(D3DDDI_CREATEHWCONTEXTFLAGS) == 4, "");
_Static_assert(offsetof(D3DDDI_CREATEHWCONTEXTFLAGS, Value) == 0, "");

_Static_assert(sizeof(D3DDDI_CREATEHWQUEUEFLAGS) == 4 && _Alignof(D3DDDI_CREATEHWQUEUEFLAGS) == 4, "");
_Static_assert(offsetof(D3DDDI_CREATEHWQUEUEFLAGS, Value) == 0, "");

_Static_assert(sizeof(D3DDDI_ESCAPEFLAGS) == 4 && _Alignof(D3DDDI_ESCAPEFLAGS) == 4, "");
_Static_assert(offsetof(D3DDDI_ESCAPEFLAGS, Value) == 0, "");

_Static_assert(sizeof(D3DDDI_QUERYREGISTRY_FLAGS) == 4 && _Alignof(D3DDDI_QUERYREGISTRY_FLAGS) == 4, "");
_Static_assert(offsetof(D3DDDI_QUERYREGISTRY_FLAGS, Value) == 0, "");

_Static_assert(sizeof(D3DDDI_GETRESOURCEPRESENTPRIVATEDRIVERDATA) == 16 && _Alignof(D3DDDI_GETRESOURCEPRESENTPRIVATEDRIVERDATA) == 8, "");
_Static_assert(offsetof(D3DDDI_GETRESOURCEPRESENTPRIVATEDRIVERDATA, hResource) == 0, "");
_Static_assert(offsetof(D3DDDI_GETRESOURCEPRESENTPRIVATEDRIVERDATA, PrivateDriverDataSize) == 4, "");
_Static_assert(offsetof(D3DDDI_GETRESOURCEPRESENTPRIVATEDRIVERDATA, pPrivateDriverData) == 8, "");

_Static_assert(sizeof(D3DDDIARG_CREATERESOURCE) == 64 && _Alignof(D3DDDIARG_CREATERESOURCE) == 8, "");
_Static_assert(offsetof(D3DDDIARG_CREATERESOURCE, Format) == 0, "");
_Static_assert(offsetof(D3DDDIARG_CREATERESOURCE, Pool) == 4, "");
_Static_assert(offsetof(D3DDDIARG_CREATERESOURCE, MultisampleType) == 8, "");
_Static_assert(offsetof(D3DDDIARG_CREATERESOURCE, MultisampleQuality) == 12, "");
_Static_assert(offsetof(D3DDDIARG_CREATERESOURCE, pSurfList) == 16, "");
_Static_assert(offsetof(D3DDDIARG_CREATERESOURCE, SurfCount) == 24, "");
_Static_assert(offsetof(D3DDDIARG_CREATERESOURCE, MipLevels) == 28, "");
_Static_assert(offsetof(D3DDDIARG_CREATERESOURCE, Fvf) == 32, "");
_Static_assert(offsetof(D3DDDIARG_CREATERESOURCE, VidPnSourceId) == 36, "");
_Static_assert(offsetof(D3DDDIARG_CREATERESOURCE, RefreshRate) == 40, "");
_Static_assert(offsetof(D3DDDIARG_CREATERESOURCE, hResource) == 48, "");
_Static_assert(offsetof(D3DDDIARG_CREATERESOURCE, Flags) == 56, "");
_Static_assert(offsetof(D3DDDIARG_CREATERESOURCE, Rotation) == 60, "");

_Static_assert(sizeof(D3DDDI_SURFACEINFO) == 32 && _Alignof(D3DDDI_SURFACEINFO) == 8, "");
_Static_assert(offsetof(D3DDDI_SURFACEINFO, Width) == 0, "");
_Static_assert(offsetof(D3DDDI_SURFACEINFO, Height) == 4, "");
_Static_assert(offsetof(D3DDDI_SURFACEINFO, Depth) == 8, "");
_Static_assert(offsetof(D3DDDI_SURFACEINFO, pSysMem) == 16, "");
_Static_assert(offsetof(D3DDDI_SURFACEINFO, SysMemPitch) == 24, "");
_Static_assert(offsetof(D3DDDI_SURFACEINFO, SysMemSlicePitch) == 28, "");

_Static_assert(sizeof(D3DDDI_RESOURCEFLAGS) == 4 && _Alignof(D3DDDI_RESOURCEFLAGS) == 4, "");
_Static_assert(offsetof(D3DDDI_RESOURCEFLAGS, Value) == 0, "");

_Static_assert(sizeof(D3DDDIARG_CREATERESOURCE2) == 72 && _Alignof(D3DDDIARG_CREATERESOURCE2) == 8, "");
_Static_assert(offsetof(D3DDDIARG_CREATERESOURCE2, Format) == 0, "");
_Static_assert(offsetof(D3DDDIARG_CREATERESOURCE2, Pool) == 4, "");
_Static_assert(offsetof(D3DDDIARG_CREATERESOURCE2, MultisampleType) == 8, "");
_Static_assert(offsetof(D3DDDIARG_CREATERESOURCE2, MultisampleQuality) == 12, "");
_Static_assert(offsetof(D3DDDIARG_CREATERESOURCE2, pSurfList) == 16, "");
_Static_assert(offsetof(D3DDDIARG_CREATERESOURCE2, SurfCount) == 24, "");
_Static_assert(offsetof(D3DDDIARG_CREATERESOURCE2, MipLevels) == 28, "");
_Static_assert(offsetof(D3DDDIARG_CREATERESOURCE2, Fvf) == 32, "");
_Static_assert(offsetof(D3DDDIARG_CREATERESOURCE2, VidPnSourceId) == 36, "");
_Static_assert(offsetof(D3DDDIARG_CREATERESOURCE2, RefreshRate) == 40, "");
_Static_assert(offsetof(D3DDDIARG_CREATERESOURCE2, hResource) == 48, "");
_Static_assert(offsetof(D3DDDIARG_CREATERESOURCE2, Flags) == 56, "");
_Static_assert(offsetof(D3DDDIARG_CREATERESOURCE2, Rotation) == 60, "");
_Static_assert(offsetof(D3DDDIARG_CREATERESOURCE2, Flags2) == 64, "");

_Static_assert(sizeof(D3DDDI_RESOURCEFLAGS2) == 4 && _Alignof(D3DDDI_RESOURCEFLAGS2) == 4, "");
_Static_assert(offsetof(D3DDDI_RESOURCEFLAGS2, Value) == 0, "");

_Static_assert(sizeof(D3DDDI_MULTISAMPLINGMETHOD) == 8 && _Alignof(D3DDDI_MULTISAMPLINGMETHOD) == 4, "");
_Static_assert(offsetof(D3DDDI_MULTISAMPLINGMETHOD, NumSamples) == 0, "");
_Static_assert(offsetof(D3DDDI_MULTISAMPLINGMETHOD, NumQualityLevels) == 4, "");

_Static_assert(sizeof(DXGK_MIRACAST_CHUNK_INFO) == 24 && _Alignof(DXGK_MIRACAST_CHUNK_INFO) == 8, "");
_Static_assert(offsetof(DXGK_MIRACAST_CHUNK_INFO, ChunkType) == 0, "");
_Static_assert(offsetof(DXGK_MIRACAST_CHUNK_INFO, ChunkId) == 8, "");
_Static_assert(offsetof(DXGK_MIRACAST_CHUNK_INFO, ProcessingTime) == 16, "");
_Static_assert(offsetof(DXGK_MIRACAST_CHUNK_INFO, EncodeRate) == 20, "");

_Static_assert(sizeof(DXGK_MIRACAST_CHUNK_ID) == 8 && _Alignof(DXGK_MIRACAST_CHUNK_ID) == 8, "");
_Static_assert(offsetof(DXGK_MIRACAST_CHUNK_ID, Value) == 0, "");

#endif

/* A translation unit holds something. */
typedef int d3dukmdt_is_laid_out;
