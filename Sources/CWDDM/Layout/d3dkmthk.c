/* Every struct of d3dkmthk.h has the size, and every addressable member the place, that 64-bit Windows gives it.
 * Bit-fields have no address: Tests/CWDDMTests looks at those. */
#include "d3dkmthk.h"

#if !defined(DXGK_WSL_ABI)

_Static_assert(sizeof(D3DKMT_OPENADAPTERFROMLUID) == 12 && _Alignof(D3DKMT_OPENADAPTERFROMLUID) == 4, "");
_Static_assert(offsetof(D3DKMT_OPENADAPTERFROMLUID, AdapterLuid) == 0, "");
_Static_assert(offsetof(D3DKMT_OPENADAPTERFROMLUID, hAdapter) == 8, "");

_Static_assert(sizeof(D3DKMT_OPENADAPTERFROMDEVICENAME) == 24 && _Alignof(D3DKMT_OPENADAPTERFROMDEVICENAME) == 8, "");
_Static_assert(offsetof(D3DKMT_OPENADAPTERFROMDEVICENAME, pDeviceName) == 0, "");
_Static_assert(offsetof(D3DKMT_OPENADAPTERFROMDEVICENAME, hAdapter) == 8, "");
_Static_assert(offsetof(D3DKMT_OPENADAPTERFROMDEVICENAME, AdapterLuid) == 12, "");

_Static_assert(sizeof(D3DKMT_CLOSEADAPTER) == 4 && _Alignof(D3DKMT_CLOSEADAPTER) == 4, "");
_Static_assert(offsetof(D3DKMT_CLOSEADAPTER, hAdapter) == 0, "");

_Static_assert(sizeof(D3DKMT_ADAPTERINFO) == 20 && _Alignof(D3DKMT_ADAPTERINFO) == 4, "");
_Static_assert(offsetof(D3DKMT_ADAPTERINFO, hAdapter) == 0, "");
_Static_assert(offsetof(D3DKMT_ADAPTERINFO, AdapterLuid) == 4, "");
_Static_assert(offsetof(D3DKMT_ADAPTERINFO, NumOfSources) == 12, "");
_Static_assert(offsetof(D3DKMT_ADAPTERINFO, bPrecisePresentRegionsPreferred) == 16, "");

_Static_assert(sizeof(D3DKMT_ENUMADAPTERS) == 324 && _Alignof(D3DKMT_ENUMADAPTERS) == 4, "");
_Static_assert(offsetof(D3DKMT_ENUMADAPTERS, NumAdapters) == 0, "");
_Static_assert(offsetof(D3DKMT_ENUMADAPTERS, Adapters) == 4, "");

_Static_assert(sizeof(D3DKMT_ENUMADAPTERS2) == 16 && _Alignof(D3DKMT_ENUMADAPTERS2) == 8, "");
_Static_assert(offsetof(D3DKMT_ENUMADAPTERS2, NumAdapters) == 0, "");
_Static_assert(offsetof(D3DKMT_ENUMADAPTERS2, pAdapters) == 8, "");

_Static_assert(sizeof(D3DKMT_ENUMADAPTERS3) == 24 && _Alignof(D3DKMT_ENUMADAPTERS3) == 8, "");
_Static_assert(offsetof(D3DKMT_ENUMADAPTERS3, Filter) == 0, "");
_Static_assert(offsetof(D3DKMT_ENUMADAPTERS3, NumAdapters) == 8, "");
_Static_assert(offsetof(D3DKMT_ENUMADAPTERS3, pAdapters) == 16, "");

_Static_assert(sizeof(D3DKMT_ENUMADAPTERS_FILTER) == 8 && _Alignof(D3DKMT_ENUMADAPTERS_FILTER) == 8, "");
_Static_assert(offsetof(D3DKMT_ENUMADAPTERS_FILTER, Value) == 0, "");

_Static_assert(sizeof(D3DKMT_QUERYADAPTERINFO) == 24 && _Alignof(D3DKMT_QUERYADAPTERINFO) == 8, "");
_Static_assert(offsetof(D3DKMT_QUERYADAPTERINFO, hAdapter) == 0, "");
_Static_assert(offsetof(D3DKMT_QUERYADAPTERINFO, Type) == 4, "");
_Static_assert(offsetof(D3DKMT_QUERYADAPTERINFO, pPrivateDriverData) == 8, "");
_Static_assert(offsetof(D3DKMT_QUERYADAPTERINFO, PrivateDriverDataSize) == 16, "");

_Static_assert(sizeof(D3DKMT_SEGMENTSIZEINFO) == 24 && _Alignof(D3DKMT_SEGMENTSIZEINFO) == 8, "");
_Static_assert(offsetof(D3DKMT_SEGMENTSIZEINFO, DedicatedVideoMemorySize) == 0, "");
_Static_assert(offsetof(D3DKMT_SEGMENTSIZEINFO, DedicatedSystemMemorySize) == 8, "");
_Static_assert(offsetof(D3DKMT_SEGMENTSIZEINFO, SharedSystemMemorySize) == 16, "");

_Static_assert(sizeof(D3DKMT_SEGMENTGROUPSIZEINFO) == 56 && _Alignof(D3DKMT_SEGMENTGROUPSIZEINFO) == 8, "");
_Static_assert(offsetof(D3DKMT_SEGMENTGROUPSIZEINFO, PhysicalAdapterIndex) == 0, "");
_Static_assert(offsetof(D3DKMT_SEGMENTGROUPSIZEINFO, LegacyInfo) == 8, "");
_Static_assert(offsetof(D3DKMT_SEGMENTGROUPSIZEINFO, LocalMemory) == 32, "");
_Static_assert(offsetof(D3DKMT_SEGMENTGROUPSIZEINFO, NonLocalMemory) == 40, "");
_Static_assert(offsetof(D3DKMT_SEGMENTGROUPSIZEINFO, NonBudgetMemory) == 48, "");

_Static_assert(sizeof(D3DKMT_ADAPTERTYPE) == 4 && _Alignof(D3DKMT_ADAPTERTYPE) == 4, "");
_Static_assert(offsetof(D3DKMT_ADAPTERTYPE, Value) == 0, "");

_Static_assert(sizeof(D3DKMT_ADAPTERADDRESS) == 12 && _Alignof(D3DKMT_ADAPTERADDRESS) == 4, "");
_Static_assert(offsetof(D3DKMT_ADAPTERADDRESS, BusNumber) == 0, "");
_Static_assert(offsetof(D3DKMT_ADAPTERADDRESS, DeviceNumber) == 4, "");
_Static_assert(offsetof(D3DKMT_ADAPTERADDRESS, FunctionNumber) == 8, "");

_Static_assert(sizeof(D3DKMT_QUERY_DEVICE_IDS) == 28 && _Alignof(D3DKMT_QUERY_DEVICE_IDS) == 4, "");
_Static_assert(offsetof(D3DKMT_QUERY_DEVICE_IDS, PhysicalAdapterIndex) == 0, "");
_Static_assert(offsetof(D3DKMT_QUERY_DEVICE_IDS, DeviceIds) == 4, "");

_Static_assert(sizeof(D3DKMT_DEVICE_IDS) == 24 && _Alignof(D3DKMT_DEVICE_IDS) == 4, "");
_Static_assert(offsetof(D3DKMT_DEVICE_IDS, VendorID) == 0, "");
_Static_assert(offsetof(D3DKMT_DEVICE_IDS, DeviceID) == 4, "");
_Static_assert(offsetof(D3DKMT_DEVICE_IDS, SubVendorID) == 8, "");
_Static_assert(offsetof(D3DKMT_DEVICE_IDS, SubSystemID) == 12, "");
_Static_assert(offsetof(D3DKMT_DEVICE_IDS, RevisionID) == 16, "");
_Static_assert(offsetof(D3DKMT_DEVICE_IDS, BusType) == 20, "");

_Static_assert(sizeof(D3DKMT_UMD_DRIVER_VERSION) == 8 && _Alignof(D3DKMT_UMD_DRIVER_VERSION) == 8, "");
_Static_assert(offsetof(D3DKMT_UMD_DRIVER_VERSION, DriverVersion) == 0, "");

_Static_assert(sizeof(D3DKMT_VIRTUALADDRESSINFO) == 4 && _Alignof(D3DKMT_VIRTUALADDRESSINFO) == 4, "");
_Static_assert(offsetof(D3DKMT_VIRTUALADDRESSINFO, VirtualAddressFlags) == 0, "");

_Static_assert(sizeof(D3DKMT_VIRTUALADDRESSFLAGS) == 4 && _Alignof(D3DKMT_VIRTUALADDRESSFLAGS) == 4, "");

_Static_assert(sizeof(D3DKMT_QUERY_GPUMMU_CAPS) == 12 && _Alignof(D3DKMT_QUERY_GPUMMU_CAPS) == 4, "");
_Static_assert(offsetof(D3DKMT_QUERY_GPUMMU_CAPS, PhysicalAdapterIndex) == 0, "");
_Static_assert(offsetof(D3DKMT_QUERY_GPUMMU_CAPS, Caps) == 4, "");

_Static_assert(sizeof(D3DKMT_GPUMMU_CAPS) == 8 && _Alignof(D3DKMT_GPUMMU_CAPS) == 4, "");
_Static_assert(offsetof(D3DKMT_GPUMMU_CAPS, Flags) == 0, "");
_Static_assert(offsetof(D3DKMT_GPUMMU_CAPS, Flags.Value) == 0, "");
_Static_assert(offsetof(D3DKMT_GPUMMU_CAPS, VirtualAddressBitCount) == 4, "");

_Static_assert(sizeof(D3DKMT_CREATEDEVICE) == 64 && _Alignof(D3DKMT_CREATEDEVICE) == 8, "");
_Static_assert(offsetof(D3DKMT_CREATEDEVICE, hAdapter) == 0, "");
_Static_assert(offsetof(D3DKMT_CREATEDEVICE, pAdapter) == 0, "");
_Static_assert(offsetof(D3DKMT_CREATEDEVICE, Flags) == 8, "");
_Static_assert(offsetof(D3DKMT_CREATEDEVICE, hDevice) == 12, "");
_Static_assert(offsetof(D3DKMT_CREATEDEVICE, pCommandBuffer) == 16, "");
_Static_assert(offsetof(D3DKMT_CREATEDEVICE, CommandBufferSize) == 24, "");
_Static_assert(offsetof(D3DKMT_CREATEDEVICE, pAllocationList) == 32, "");
_Static_assert(offsetof(D3DKMT_CREATEDEVICE, AllocationListSize) == 40, "");
_Static_assert(offsetof(D3DKMT_CREATEDEVICE, pPatchLocationList) == 48, "");
_Static_assert(offsetof(D3DKMT_CREATEDEVICE, PatchLocationListSize) == 56, "");

_Static_assert(sizeof(D3DKMT_CREATEDEVICEFLAGS) == 4 && _Alignof(D3DKMT_CREATEDEVICEFLAGS) == 4, "");

_Static_assert(sizeof(D3DKMT_DESTROYDEVICE) == 4 && _Alignof(D3DKMT_DESTROYDEVICE) == 4, "");
_Static_assert(offsetof(D3DKMT_DESTROYDEVICE, hDevice) == 0, "");

_Static_assert(sizeof(D3DKMT_GETDEVICESTATE) == 56 && _Alignof(D3DKMT_GETDEVICESTATE) == 8, "");
_Static_assert(offsetof(D3DKMT_GETDEVICESTATE, hDevice) == 0, "");
_Static_assert(offsetof(D3DKMT_GETDEVICESTATE, StateType) == 4, "");
_Static_assert(offsetof(D3DKMT_GETDEVICESTATE, ExecutionState) == 8, "");
_Static_assert(offsetof(D3DKMT_GETDEVICESTATE, PresentState) == 8, "");
_Static_assert(offsetof(D3DKMT_GETDEVICESTATE, ResetState) == 8, "");
_Static_assert(offsetof(D3DKMT_GETDEVICESTATE, PresentStateDWM) == 8, "");
_Static_assert(offsetof(D3DKMT_GETDEVICESTATE, PageFaultState) == 8, "");
_Static_assert(offsetof(D3DKMT_GETDEVICESTATE, PresentQueueState) == 8, "");

_Static_assert(sizeof(D3DKMT_DEVICEPRESENT_STATE) == 40 && _Alignof(D3DKMT_DEVICEPRESENT_STATE) == 8, "");
_Static_assert(offsetof(D3DKMT_DEVICEPRESENT_STATE, VidPnSourceId) == 0, "");
_Static_assert(offsetof(D3DKMT_DEVICEPRESENT_STATE, PresentStats) == 8, "");

_Static_assert(sizeof(D3DKMT_PRESENT_STATS) == 32 && _Alignof(D3DKMT_PRESENT_STATS) == 8, "");
_Static_assert(offsetof(D3DKMT_PRESENT_STATS, PresentCount) == 0, "");
_Static_assert(offsetof(D3DKMT_PRESENT_STATS, PresentRefreshCount) == 4, "");
_Static_assert(offsetof(D3DKMT_PRESENT_STATS, SyncRefreshCount) == 8, "");
_Static_assert(offsetof(D3DKMT_PRESENT_STATS, SyncQPCTime) == 16, "");
_Static_assert(offsetof(D3DKMT_PRESENT_STATS, SyncGPUTime) == 24, "");

_Static_assert(sizeof(D3DKMT_DEVICERESET_STATE) == 4 && _Alignof(D3DKMT_DEVICERESET_STATE) == 4, "");
_Static_assert(offsetof(D3DKMT_DEVICERESET_STATE, Value) == 0, "");

_Static_assert(sizeof(D3DKMT_DEVICEPRESENT_STATE_DWM) == 48 && _Alignof(D3DKMT_DEVICEPRESENT_STATE_DWM) == 8, "");
_Static_assert(offsetof(D3DKMT_DEVICEPRESENT_STATE_DWM, VidPnSourceId) == 0, "");
_Static_assert(offsetof(D3DKMT_DEVICEPRESENT_STATE_DWM, PresentStatsDWM) == 8, "");

_Static_assert(sizeof(D3DKMT_PRESENT_STATS_DWM) == 40 && _Alignof(D3DKMT_PRESENT_STATS_DWM) == 8, "");
_Static_assert(offsetof(D3DKMT_PRESENT_STATS_DWM, PresentCount) == 0, "");
_Static_assert(offsetof(D3DKMT_PRESENT_STATS_DWM, PresentRefreshCount) == 4, "");
_Static_assert(offsetof(D3DKMT_PRESENT_STATS_DWM, PresentQPCTime) == 8, "");
_Static_assert(offsetof(D3DKMT_PRESENT_STATS_DWM, SyncRefreshCount) == 16, "");
_Static_assert(offsetof(D3DKMT_PRESENT_STATS_DWM, SyncQPCTime) == 24, "");
_Static_assert(offsetof(D3DKMT_PRESENT_STATS_DWM, CustomPresentDuration) == 32, "");

_Static_assert(sizeof(D3DKMT_DEVICEPAGEFAULT_STATE) == 32 && _Alignof(D3DKMT_DEVICEPAGEFAULT_STATE) == 8, "");
_Static_assert(offsetof(D3DKMT_DEVICEPAGEFAULT_STATE, FaultedPrimitiveAPISequenceNumber) == 0, "");
_Static_assert(offsetof(D3DKMT_DEVICEPAGEFAULT_STATE, FaultedPipelineStage) == 8, "");
_Static_assert(offsetof(D3DKMT_DEVICEPAGEFAULT_STATE, FaultedBindTableEntry) == 12, "");
_Static_assert(offsetof(D3DKMT_DEVICEPAGEFAULT_STATE, PageFaultFlags) == 16, "");
_Static_assert(offsetof(D3DKMT_DEVICEPAGEFAULT_STATE, FaultErrorCode) == 20, "");
_Static_assert(offsetof(D3DKMT_DEVICEPAGEFAULT_STATE, FaultedVirtualAddress) == 24, "");

_Static_assert(sizeof(D3DKMT_DEVICEPRESENT_QUEUE_STATE) == 8 && _Alignof(D3DKMT_DEVICEPRESENT_QUEUE_STATE) == 4, "");
_Static_assert(offsetof(D3DKMT_DEVICEPRESENT_QUEUE_STATE, VidPnSourceId) == 0, "");
_Static_assert(offsetof(D3DKMT_DEVICEPRESENT_QUEUE_STATE, bQueuedPresentLimitReached) == 4, "");

_Static_assert(sizeof(D3DKMT_MARKDEVICEASERROR) == 8 && _Alignof(D3DKMT_MARKDEVICEASERROR) == 4, "");
_Static_assert(offsetof(D3DKMT_MARKDEVICEASERROR, hDevice) == 0, "");
_Static_assert(offsetof(D3DKMT_MARKDEVICEASERROR, Reason) == 4, "");

_Static_assert(sizeof(D3DKMT_CREATESTANDARDALLOCATION) == 24 && _Alignof(D3DKMT_CREATESTANDARDALLOCATION) == 8, "");
_Static_assert(offsetof(D3DKMT_CREATESTANDARDALLOCATION, Type) == 0, "");
_Static_assert(offsetof(D3DKMT_CREATESTANDARDALLOCATION, ExistingHeapData) == 8, "");
_Static_assert(offsetof(D3DKMT_CREATESTANDARDALLOCATION, Flags) == 16, "");

_Static_assert(sizeof(D3DKMT_STANDARDALLOCATION_EXISTINGHEAP) == 8 && _Alignof(D3DKMT_STANDARDALLOCATION_EXISTINGHEAP) == 8, "");
_Static_assert(offsetof(D3DKMT_STANDARDALLOCATION_EXISTINGHEAP, Size) == 0, "");

_Static_assert(sizeof(D3DKMT_CREATESTANDARDALLOCATIONFLAGS) == 4 && _Alignof(D3DKMT_CREATESTANDARDALLOCATIONFLAGS) == 4, "");
_Static_assert(offsetof(D3DKMT_CREATESTANDARDALLOCATIONFLAGS, Value) == 0, "");

_Static_assert(sizeof(D3DKMT_CREATEALLOCATION) == 72 && _Alignof(D3DKMT_CREATEALLOCATION) == 8, "");
_Static_assert(offsetof(D3DKMT_CREATEALLOCATION, hDevice) == 0, "");
_Static_assert(offsetof(D3DKMT_CREATEALLOCATION, hResource) == 4, "");
_Static_assert(offsetof(D3DKMT_CREATEALLOCATION, hGlobalShare) == 8, "");
_Static_assert(offsetof(D3DKMT_CREATEALLOCATION, pPrivateRuntimeData) == 16, "");
_Static_assert(offsetof(D3DKMT_CREATEALLOCATION, PrivateRuntimeDataSize) == 24, "");
_Static_assert(offsetof(D3DKMT_CREATEALLOCATION, pStandardAllocation) == 32, "");
_Static_assert(offsetof(D3DKMT_CREATEALLOCATION, pPrivateDriverData) == 32, "");
_Static_assert(offsetof(D3DKMT_CREATEALLOCATION, AlignUnionTo64_1) == 32, "");
_Static_assert(offsetof(D3DKMT_CREATEALLOCATION, PrivateDriverDataSize) == 40, "");
_Static_assert(offsetof(D3DKMT_CREATEALLOCATION, NumAllocations) == 44, "");
_Static_assert(offsetof(D3DKMT_CREATEALLOCATION, pAllocationInfo) == 48, "");
_Static_assert(offsetof(D3DKMT_CREATEALLOCATION, pAllocationInfo2) == 48, "");
_Static_assert(offsetof(D3DKMT_CREATEALLOCATION, AlignUnionTo64_2) == 48, "");
_Static_assert(offsetof(D3DKMT_CREATEALLOCATION, Flags) == 56, "");
_Static_assert(offsetof(D3DKMT_CREATEALLOCATION, hPrivateRuntimeResourceHandle) == 64, "");

_Static_assert(sizeof(D3DKMT_CREATEALLOCATIONFLAGS) == 4 && _Alignof(D3DKMT_CREATEALLOCATIONFLAGS) == 4, "");

_Static_assert(sizeof(D3DKMT_DESTROYALLOCATION) == 24 && _Alignof(D3DKMT_DESTROYALLOCATION) == 8, "");
_Static_assert(offsetof(D3DKMT_DESTROYALLOCATION, hDevice) == 0, "");
_Static_assert(offsetof(D3DKMT_DESTROYALLOCATION, hResource) == 4, "");
_Static_assert(offsetof(D3DKMT_DESTROYALLOCATION, phAllocationList) == 8, "");
_Static_assert(offsetof(D3DKMT_DESTROYALLOCATION, AllocationCount) == 16, "");

_Static_assert(sizeof(D3DKMT_DESTROYALLOCATION2) == 24 && _Alignof(D3DKMT_DESTROYALLOCATION2) == 8, "");
_Static_assert(offsetof(D3DKMT_DESTROYALLOCATION2, hDevice) == 0, "");
_Static_assert(offsetof(D3DKMT_DESTROYALLOCATION2, hResource) == 4, "");
_Static_assert(offsetof(D3DKMT_DESTROYALLOCATION2, phAllocationList) == 8, "");
_Static_assert(offsetof(D3DKMT_DESTROYALLOCATION2, AllocationCount) == 16, "");
_Static_assert(offsetof(D3DKMT_DESTROYALLOCATION2, Flags) == 20, "");

_Static_assert(sizeof(D3DKMT_SETALLOCATIONPRIORITY) == 32 && _Alignof(D3DKMT_SETALLOCATIONPRIORITY) == 8, "");
_Static_assert(offsetof(D3DKMT_SETALLOCATIONPRIORITY, hDevice) == 0, "");
_Static_assert(offsetof(D3DKMT_SETALLOCATIONPRIORITY, hResource) == 4, "");
_Static_assert(offsetof(D3DKMT_SETALLOCATIONPRIORITY, phAllocationList) == 8, "");
_Static_assert(offsetof(D3DKMT_SETALLOCATIONPRIORITY, AllocationCount) == 16, "");
_Static_assert(offsetof(D3DKMT_SETALLOCATIONPRIORITY, pPriorities) == 24, "");

_Static_assert(sizeof(D3DKMT_GETALLOCATIONPRIORITY) == 32 && _Alignof(D3DKMT_GETALLOCATIONPRIORITY) == 8, "");
_Static_assert(offsetof(D3DKMT_GETALLOCATIONPRIORITY, hDevice) == 0, "");
_Static_assert(offsetof(D3DKMT_GETALLOCATIONPRIORITY, hResource) == 4, "");
_Static_assert(offsetof(D3DKMT_GETALLOCATIONPRIORITY, phAllocationList) == 8, "");
_Static_assert(offsetof(D3DKMT_GETALLOCATIONPRIORITY, AllocationCount) == 16, "");
_Static_assert(offsetof(D3DKMT_GETALLOCATIONPRIORITY, pPriorities) == 24, "");

_Static_assert(sizeof(D3DKMT_QUERYALLOCATIONRESIDENCY) == 32 && _Alignof(D3DKMT_QUERYALLOCATIONRESIDENCY) == 8, "");
_Static_assert(offsetof(D3DKMT_QUERYALLOCATIONRESIDENCY, hDevice) == 0, "");
_Static_assert(offsetof(D3DKMT_QUERYALLOCATIONRESIDENCY, hResource) == 4, "");
_Static_assert(offsetof(D3DKMT_QUERYALLOCATIONRESIDENCY, phAllocationList) == 8, "");
_Static_assert(offsetof(D3DKMT_QUERYALLOCATIONRESIDENCY, AllocationCount) == 16, "");
_Static_assert(offsetof(D3DKMT_QUERYALLOCATIONRESIDENCY, pResidencyStatus) == 24, "");

_Static_assert(sizeof(D3DKMT_LOCK) == 48 && _Alignof(D3DKMT_LOCK) == 8, "");
_Static_assert(offsetof(D3DKMT_LOCK, hDevice) == 0, "");
_Static_assert(offsetof(D3DKMT_LOCK, hAllocation) == 4, "");
_Static_assert(offsetof(D3DKMT_LOCK, PrivateDriverData) == 8, "");
_Static_assert(offsetof(D3DKMT_LOCK, NumPages) == 12, "");
_Static_assert(offsetof(D3DKMT_LOCK, pPages) == 16, "");
_Static_assert(offsetof(D3DKMT_LOCK, pData) == 24, "");
_Static_assert(offsetof(D3DKMT_LOCK, Flags) == 32, "");
_Static_assert(offsetof(D3DKMT_LOCK, GpuVirtualAddress) == 40, "");

_Static_assert(sizeof(D3DKMT_UNLOCK) == 16 && _Alignof(D3DKMT_UNLOCK) == 8, "");
_Static_assert(offsetof(D3DKMT_UNLOCK, hDevice) == 0, "");
_Static_assert(offsetof(D3DKMT_UNLOCK, NumAllocations) == 4, "");
_Static_assert(offsetof(D3DKMT_UNLOCK, phAllocations) == 8, "");

_Static_assert(sizeof(D3DKMT_LOCK2) == 24 && _Alignof(D3DKMT_LOCK2) == 8, "");
_Static_assert(offsetof(D3DKMT_LOCK2, hDevice) == 0, "");
_Static_assert(offsetof(D3DKMT_LOCK2, hAllocation) == 4, "");
_Static_assert(offsetof(D3DKMT_LOCK2, Flags) == 8, "");
_Static_assert(offsetof(D3DKMT_LOCK2, pData) == 16, "");

_Static_assert(sizeof(D3DKMT_UNLOCK2) == 8 && _Alignof(D3DKMT_UNLOCK2) == 4, "");
_Static_assert(offsetof(D3DKMT_UNLOCK2, hDevice) == 0, "");
_Static_assert(offsetof(D3DKMT_UNLOCK2, hAllocation) == 4, "");

_Static_assert(sizeof(D3DKMT_INVALIDATECACHE) == 24 && _Alignof(D3DKMT_INVALIDATECACHE) == 8, "");
_Static_assert(offsetof(D3DKMT_INVALIDATECACHE, hDevice) == 0, "");
_Static_assert(offsetof(D3DKMT_INVALIDATECACHE, hAllocation) == 4, "");
_Static_assert(offsetof(D3DKMT_INVALIDATECACHE, Offset) == 8, "");
_Static_assert(offsetof(D3DKMT_INVALIDATECACHE, Length) == 16, "");

_Static_assert(sizeof(D3DKMT_QUERYRESOURCEINFO) == 32 && _Alignof(D3DKMT_QUERYRESOURCEINFO) == 8, "");
_Static_assert(offsetof(D3DKMT_QUERYRESOURCEINFO, hDevice) == 0, "");
_Static_assert(offsetof(D3DKMT_QUERYRESOURCEINFO, hGlobalShare) == 4, "");
_Static_assert(offsetof(D3DKMT_QUERYRESOURCEINFO, pPrivateRuntimeData) == 8, "");
_Static_assert(offsetof(D3DKMT_QUERYRESOURCEINFO, PrivateRuntimeDataSize) == 16, "");
_Static_assert(offsetof(D3DKMT_QUERYRESOURCEINFO, TotalPrivateDriverDataSize) == 20, "");
_Static_assert(offsetof(D3DKMT_QUERYRESOURCEINFO, ResourcePrivateDriverDataSize) == 24, "");
_Static_assert(offsetof(D3DKMT_QUERYRESOURCEINFO, NumAllocations) == 28, "");

_Static_assert(sizeof(D3DKMT_QUERYRESOURCEINFOFROMNTHANDLE) == 40 && _Alignof(D3DKMT_QUERYRESOURCEINFOFROMNTHANDLE) == 8, "");
_Static_assert(offsetof(D3DKMT_QUERYRESOURCEINFOFROMNTHANDLE, hDevice) == 0, "");
_Static_assert(offsetof(D3DKMT_QUERYRESOURCEINFOFROMNTHANDLE, hNtHandle) == 8, "");
_Static_assert(offsetof(D3DKMT_QUERYRESOURCEINFOFROMNTHANDLE, pPrivateRuntimeData) == 16, "");
_Static_assert(offsetof(D3DKMT_QUERYRESOURCEINFOFROMNTHANDLE, PrivateRuntimeDataSize) == 24, "");
_Static_assert(offsetof(D3DKMT_QUERYRESOURCEINFOFROMNTHANDLE, TotalPrivateDriverDataSize) == 28, "");
_Static_assert(offsetof(D3DKMT_QUERYRESOURCEINFOFROMNTHANDLE, ResourcePrivateDriverDataSize) == 32, "");
_Static_assert(offsetof(D3DKMT_QUERYRESOURCEINFOFROMNTHANDLE, NumAllocations) == 36, "");

_Static_assert(sizeof(D3DKMT_OPENRESOURCE) == 72 && _Alignof(D3DKMT_OPENRESOURCE) == 8, "");
_Static_assert(offsetof(D3DKMT_OPENRESOURCE, hDevice) == 0, "");
_Static_assert(offsetof(D3DKMT_OPENRESOURCE, hGlobalShare) == 4, "");
_Static_assert(offsetof(D3DKMT_OPENRESOURCE, NumAllocations) == 8, "");
_Static_assert(offsetof(D3DKMT_OPENRESOURCE, pOpenAllocationInfo) == 16, "");
_Static_assert(offsetof(D3DKMT_OPENRESOURCE, pOpenAllocationInfo2) == 16, "");
_Static_assert(offsetof(D3DKMT_OPENRESOURCE, AlignUnionTo64) == 16, "");
_Static_assert(offsetof(D3DKMT_OPENRESOURCE, pPrivateRuntimeData) == 24, "");
_Static_assert(offsetof(D3DKMT_OPENRESOURCE, PrivateRuntimeDataSize) == 32, "");
_Static_assert(offsetof(D3DKMT_OPENRESOURCE, pResourcePrivateDriverData) == 40, "");
_Static_assert(offsetof(D3DKMT_OPENRESOURCE, ResourcePrivateDriverDataSize) == 48, "");
_Static_assert(offsetof(D3DKMT_OPENRESOURCE, pTotalPrivateDriverDataBuffer) == 56, "");
_Static_assert(offsetof(D3DKMT_OPENRESOURCE, TotalPrivateDriverDataBufferSize) == 64, "");
_Static_assert(offsetof(D3DKMT_OPENRESOURCE, hResource) == 68, "");

_Static_assert(sizeof(D3DKMT_OPENRESOURCEFROMNTHANDLE) == 104 && _Alignof(D3DKMT_OPENRESOURCEFROMNTHANDLE) == 8, "");
_Static_assert(offsetof(D3DKMT_OPENRESOURCEFROMNTHANDLE, hDevice) == 0, "");
_Static_assert(offsetof(D3DKMT_OPENRESOURCEFROMNTHANDLE, hNtHandle) == 8, "");
_Static_assert(offsetof(D3DKMT_OPENRESOURCEFROMNTHANDLE, NumAllocations) == 16, "");
_Static_assert(offsetof(D3DKMT_OPENRESOURCEFROMNTHANDLE, pOpenAllocationInfo2) == 24, "");
_Static_assert(offsetof(D3DKMT_OPENRESOURCEFROMNTHANDLE, PrivateRuntimeDataSize) == 32, "");
_Static_assert(offsetof(D3DKMT_OPENRESOURCEFROMNTHANDLE, pPrivateRuntimeData) == 40, "");
_Static_assert(offsetof(D3DKMT_OPENRESOURCEFROMNTHANDLE, ResourcePrivateDriverDataSize) == 48, "");
_Static_assert(offsetof(D3DKMT_OPENRESOURCEFROMNTHANDLE, pResourcePrivateDriverData) == 56, "");
_Static_assert(offsetof(D3DKMT_OPENRESOURCEFROMNTHANDLE, TotalPrivateDriverDataBufferSize) == 64, "");
_Static_assert(offsetof(D3DKMT_OPENRESOURCEFROMNTHANDLE, pTotalPrivateDriverDataBuffer) == 72, "");
_Static_assert(offsetof(D3DKMT_OPENRESOURCEFROMNTHANDLE, hResource) == 80, "");
_Static_assert(offsetof(D3DKMT_OPENRESOURCEFROMNTHANDLE, hKeyedMutex) == 84, "");
_Static_assert(offsetof(D3DKMT_OPENRESOURCEFROMNTHANDLE, pKeyedMutexPrivateRuntimeData) == 88, "");
_Static_assert(offsetof(D3DKMT_OPENRESOURCEFROMNTHANDLE, KeyedMutexPrivateRuntimeDataSize) == 96, "");
_Static_assert(offsetof(D3DKMT_OPENRESOURCEFROMNTHANDLE, hSyncObject) == 100, "");

_Static_assert(sizeof(D3DKMT_OPENNTHANDLEFROMNAME) == 24 && _Alignof(D3DKMT_OPENNTHANDLEFROMNAME) == 8, "");
_Static_assert(offsetof(D3DKMT_OPENNTHANDLEFROMNAME, dwDesiredAccess) == 0, "");
_Static_assert(offsetof(D3DKMT_OPENNTHANDLEFROMNAME, pObjAttrib) == 8, "");
_Static_assert(offsetof(D3DKMT_OPENNTHANDLEFROMNAME, hNtHandle) == 16, "");

_Static_assert(sizeof(D3DKMT_GETSHAREDPRIMARYHANDLE) == 12 && _Alignof(D3DKMT_GETSHAREDPRIMARYHANDLE) == 4, "");
_Static_assert(offsetof(D3DKMT_GETSHAREDPRIMARYHANDLE, hAdapter) == 0, "");
_Static_assert(offsetof(D3DKMT_GETSHAREDPRIMARYHANDLE, VidPnSourceId) == 4, "");
_Static_assert(offsetof(D3DKMT_GETSHAREDPRIMARYHANDLE, hSharedPrimary) == 8, "");

_Static_assert(sizeof(D3DKMT_CREATEKEYEDMUTEX) == 16 && _Alignof(D3DKMT_CREATEKEYEDMUTEX) == 8, "");
_Static_assert(offsetof(D3DKMT_CREATEKEYEDMUTEX, InitialValue) == 0, "");
_Static_assert(offsetof(D3DKMT_CREATEKEYEDMUTEX, hSharedHandle) == 8, "");
_Static_assert(offsetof(D3DKMT_CREATEKEYEDMUTEX, hKeyedMutex) == 12, "");

_Static_assert(sizeof(D3DKMT_CREATEKEYEDMUTEX2) == 32 && _Alignof(D3DKMT_CREATEKEYEDMUTEX2) == 8, "");
_Static_assert(offsetof(D3DKMT_CREATEKEYEDMUTEX2, InitialValue) == 0, "");
_Static_assert(offsetof(D3DKMT_CREATEKEYEDMUTEX2, hSharedHandle) == 8, "");
_Static_assert(offsetof(D3DKMT_CREATEKEYEDMUTEX2, hKeyedMutex) == 12, "");
_Static_assert(offsetof(D3DKMT_CREATEKEYEDMUTEX2, pPrivateRuntimeData) == 16, "");
_Static_assert(offsetof(D3DKMT_CREATEKEYEDMUTEX2, PrivateRuntimeDataSize) == 24, "");
_Static_assert(offsetof(D3DKMT_CREATEKEYEDMUTEX2, Flags) == 28, "");

_Static_assert(sizeof(D3DKMT_CREATEKEYEDMUTEX2_FLAGS) == 4 && _Alignof(D3DKMT_CREATEKEYEDMUTEX2_FLAGS) == 4, "");
_Static_assert(offsetof(D3DKMT_CREATEKEYEDMUTEX2_FLAGS, Value) == 0, "");

_Static_assert(sizeof(D3DKMT_OPENKEYEDMUTEX) == 8 && _Alignof(D3DKMT_OPENKEYEDMUTEX) == 4, "");
_Static_assert(offsetof(D3DKMT_OPENKEYEDMUTEX, hSharedHandle) == 0, "");
_Static_assert(offsetof(D3DKMT_OPENKEYEDMUTEX, hKeyedMutex) == 4, "");

_Static_assert(sizeof(D3DKMT_OPENKEYEDMUTEX2) == 24 && _Alignof(D3DKMT_OPENKEYEDMUTEX2) == 8, "");
_Static_assert(offsetof(D3DKMT_OPENKEYEDMUTEX2, hSharedHandle) == 0, "");
_Static_assert(offsetof(D3DKMT_OPENKEYEDMUTEX2, hKeyedMutex) == 4, "");
_Static_assert(offsetof(D3DKMT_OPENKEYEDMUTEX2, pPrivateRuntimeData) == 8, "");
_Static_assert(offsetof(D3DKMT_OPENKEYEDMUTEX2, PrivateRuntimeDataSize) == 16, "");

_Static_assert(sizeof(D3DKMT_OPENKEYEDMUTEXFROMNTHANDLE) == 32 && _Alignof(D3DKMT_OPENKEYEDMUTEXFROMNTHANDLE) == 8, "");
_Static_assert(offsetof(D3DKMT_OPENKEYEDMUTEXFROMNTHANDLE, hNtHandle) == 0, "");
_Static_assert(offsetof(D3DKMT_OPENKEYEDMUTEXFROMNTHANDLE, hKeyedMutex) == 8, "");
_Static_assert(offsetof(D3DKMT_OPENKEYEDMUTEXFROMNTHANDLE, pPrivateRuntimeData) == 16, "");
_Static_assert(offsetof(D3DKMT_OPENKEYEDMUTEXFROMNTHANDLE, PrivateRuntimeDataSize) == 24, "");

_Static_assert(sizeof(D3DKMT_DESTROYKEYEDMUTEX) == 4 && _Alignof(D3DKMT_DESTROYKEYEDMUTEX) == 4, "");
_Static_assert(offsetof(D3DKMT_DESTROYKEYEDMUTEX, hKeyedMutex) == 0, "");

_Static_assert(sizeof(D3DKMT_ACQUIREKEYEDMUTEX) == 32 && _Alignof(D3DKMT_ACQUIREKEYEDMUTEX) == 8, "");
_Static_assert(offsetof(D3DKMT_ACQUIREKEYEDMUTEX, hKeyedMutex) == 0, "");
_Static_assert(offsetof(D3DKMT_ACQUIREKEYEDMUTEX, Key) == 8, "");
_Static_assert(offsetof(D3DKMT_ACQUIREKEYEDMUTEX, pTimeout) == 16, "");
_Static_assert(offsetof(D3DKMT_ACQUIREKEYEDMUTEX, FenceValue) == 24, "");

_Static_assert(sizeof(D3DKMT_ACQUIREKEYEDMUTEX2) == 48 && _Alignof(D3DKMT_ACQUIREKEYEDMUTEX2) == 8, "");
_Static_assert(offsetof(D3DKMT_ACQUIREKEYEDMUTEX2, hKeyedMutex) == 0, "");
_Static_assert(offsetof(D3DKMT_ACQUIREKEYEDMUTEX2, Key) == 8, "");
_Static_assert(offsetof(D3DKMT_ACQUIREKEYEDMUTEX2, pTimeout) == 16, "");
_Static_assert(offsetof(D3DKMT_ACQUIREKEYEDMUTEX2, FenceValue) == 24, "");
_Static_assert(offsetof(D3DKMT_ACQUIREKEYEDMUTEX2, pPrivateRuntimeData) == 32, "");
_Static_assert(offsetof(D3DKMT_ACQUIREKEYEDMUTEX2, PrivateRuntimeDataSize) == 40, "");

_Static_assert(sizeof(D3DKMT_RELEASEKEYEDMUTEX) == 24 && _Alignof(D3DKMT_RELEASEKEYEDMUTEX) == 8, "");
_Static_assert(offsetof(D3DKMT_RELEASEKEYEDMUTEX, hKeyedMutex) == 0, "");
_Static_assert(offsetof(D3DKMT_RELEASEKEYEDMUTEX, Key) == 8, "");
_Static_assert(offsetof(D3DKMT_RELEASEKEYEDMUTEX, FenceValue) == 16, "");

_Static_assert(sizeof(D3DKMT_RELEASEKEYEDMUTEX2) == 40 && _Alignof(D3DKMT_RELEASEKEYEDMUTEX2) == 8, "");
_Static_assert(offsetof(D3DKMT_RELEASEKEYEDMUTEX2, hKeyedMutex) == 0, "");
_Static_assert(offsetof(D3DKMT_RELEASEKEYEDMUTEX2, Key) == 8, "");
_Static_assert(offsetof(D3DKMT_RELEASEKEYEDMUTEX2, FenceValue) == 16, "");
_Static_assert(offsetof(D3DKMT_RELEASEKEYEDMUTEX2, pPrivateRuntimeData) == 24, "");
_Static_assert(offsetof(D3DKMT_RELEASEKEYEDMUTEX2, PrivateRuntimeDataSize) == 32, "");

_Static_assert(sizeof(D3DKMT_CREATESYNCHRONIZATIONOBJECT) == 76 && _Alignof(D3DKMT_CREATESYNCHRONIZATIONOBJECT) == 4, "");
_Static_assert(offsetof(D3DKMT_CREATESYNCHRONIZATIONOBJECT, hDevice) == 0, "");
_Static_assert(offsetof(D3DKMT_CREATESYNCHRONIZATIONOBJECT, Info) == 4, "");
_Static_assert(offsetof(D3DKMT_CREATESYNCHRONIZATIONOBJECT, hSyncObject) == 72, "");

_Static_assert(sizeof(D3DKMT_CREATESYNCHRONIZATIONOBJECT2) == 96 && _Alignof(D3DKMT_CREATESYNCHRONIZATIONOBJECT2) == 8, "");
_Static_assert(offsetof(D3DKMT_CREATESYNCHRONIZATIONOBJECT2, hDevice) == 0, "");
_Static_assert(offsetof(D3DKMT_CREATESYNCHRONIZATIONOBJECT2, Info) == 8, "");
_Static_assert(offsetof(D3DKMT_CREATESYNCHRONIZATIONOBJECT2, hSyncObject) == 88, "");

_Static_assert(sizeof(D3DKMT_DESTROYSYNCHRONIZATIONOBJECT) == 4 && _Alignof(D3DKMT_DESTROYSYNCHRONIZATIONOBJECT) == 4, "");
_Static_assert(offsetof(D3DKMT_DESTROYSYNCHRONIZATIONOBJECT, hSyncObject) == 0, "");

_Static_assert(sizeof(D3DKMT_OPENSYNCHRONIZATIONOBJECT) == 72 && _Alignof(D3DKMT_OPENSYNCHRONIZATIONOBJECT) == 8, "");
_Static_assert(offsetof(D3DKMT_OPENSYNCHRONIZATIONOBJECT, hSharedHandle) == 0, "");
_Static_assert(offsetof(D3DKMT_OPENSYNCHRONIZATIONOBJECT, hSyncObject) == 4, "");
_Static_assert(offsetof(D3DKMT_OPENSYNCHRONIZATIONOBJECT, Reserved) == 8, "");

_Static_assert(sizeof(D3DKMT_OPENSYNCOBJECTFROMNTHANDLE) == 16 && _Alignof(D3DKMT_OPENSYNCOBJECTFROMNTHANDLE) == 8, "");
_Static_assert(offsetof(D3DKMT_OPENSYNCOBJECTFROMNTHANDLE, hNtHandle) == 0, "");
_Static_assert(offsetof(D3DKMT_OPENSYNCOBJECTFROMNTHANDLE, hSyncObject) == 8, "");

_Static_assert(sizeof(D3DKMT_OPENSYNCOBJECTFROMNTHANDLE2) == 88 && _Alignof(D3DKMT_OPENSYNCOBJECTFROMNTHANDLE2) == 8, "");
_Static_assert(offsetof(D3DKMT_OPENSYNCOBJECTFROMNTHANDLE2, hNtHandle) == 0, "");
_Static_assert(offsetof(D3DKMT_OPENSYNCOBJECTFROMNTHANDLE2, hDevice) == 8, "");
_Static_assert(offsetof(D3DKMT_OPENSYNCOBJECTFROMNTHANDLE2, Flags) == 12, "");
_Static_assert(offsetof(D3DKMT_OPENSYNCOBJECTFROMNTHANDLE2, hSyncObject) == 16, "");
_Static_assert(offsetof(D3DKMT_OPENSYNCOBJECTFROMNTHANDLE2, MonitoredFence) == 24, "");
_Static_assert(offsetof(D3DKMT_OPENSYNCOBJECTFROMNTHANDLE2, MonitoredFence.FenceValueCPUVirtualAddress) == 24, "");
_Static_assert(offsetof(D3DKMT_OPENSYNCOBJECTFROMNTHANDLE2, MonitoredFence.FenceValueGPUVirtualAddress) == 32, "");
_Static_assert(offsetof(D3DKMT_OPENSYNCOBJECTFROMNTHANDLE2, MonitoredFence.EngineAffinity) == 40, "");
_Static_assert(offsetof(D3DKMT_OPENSYNCOBJECTFROMNTHANDLE2, Reserved) == 24, "");

_Static_assert(sizeof(D3DKMT_OPENSYNCOBJECTNTHANDLEFROMNAME) == 24 && _Alignof(D3DKMT_OPENSYNCOBJECTNTHANDLEFROMNAME) == 8, "");
_Static_assert(offsetof(D3DKMT_OPENSYNCOBJECTNTHANDLEFROMNAME, dwDesiredAccess) == 0, "");
_Static_assert(offsetof(D3DKMT_OPENSYNCOBJECTNTHANDLEFROMNAME, pObjAttrib) == 8, "");
_Static_assert(offsetof(D3DKMT_OPENSYNCOBJECTNTHANDLEFROMNAME, hNtHandle) == 16, "");

_Static_assert(sizeof(D3DKMT_SIGNALSYNCHRONIZATIONOBJECT) == 140 && _Alignof(D3DKMT_SIGNALSYNCHRONIZATIONOBJECT) == 4, "");
_Static_assert(offsetof(D3DKMT_SIGNALSYNCHRONIZATIONOBJECT, hContext) == 0, "");
_Static_assert(offsetof(D3DKMT_SIGNALSYNCHRONIZATIONOBJECT, ObjectCount) == 4, "");
_Static_assert(offsetof(D3DKMT_SIGNALSYNCHRONIZATIONOBJECT, ObjectHandleArray) == 8, "");
_Static_assert(offsetof(D3DKMT_SIGNALSYNCHRONIZATIONOBJECT, Flags) == 136, "");

_Static_assert(sizeof(D3DKMT_SIGNALSYNCHRONIZATIONOBJECT2) == 464 && _Alignof(D3DKMT_SIGNALSYNCHRONIZATIONOBJECT2) == 8, "");
_Static_assert(offsetof(D3DKMT_SIGNALSYNCHRONIZATIONOBJECT2, hContext) == 0, "");
_Static_assert(offsetof(D3DKMT_SIGNALSYNCHRONIZATIONOBJECT2, ObjectCount) == 4, "");
_Static_assert(offsetof(D3DKMT_SIGNALSYNCHRONIZATIONOBJECT2, ObjectHandleArray) == 8, "");
_Static_assert(offsetof(D3DKMT_SIGNALSYNCHRONIZATIONOBJECT2, Flags) == 136, "");
_Static_assert(offsetof(D3DKMT_SIGNALSYNCHRONIZATIONOBJECT2, BroadcastContextCount) == 140, "");
_Static_assert(offsetof(D3DKMT_SIGNALSYNCHRONIZATIONOBJECT2, BroadcastContext) == 144, "");
_Static_assert(offsetof(D3DKMT_SIGNALSYNCHRONIZATIONOBJECT2, Fence) == 400, "");
_Static_assert(offsetof(D3DKMT_SIGNALSYNCHRONIZATIONOBJECT2, Fence.FenceValue) == 400, "");
_Static_assert(offsetof(D3DKMT_SIGNALSYNCHRONIZATIONOBJECT2, CpuEventHandle) == 400, "");
_Static_assert(offsetof(D3DKMT_SIGNALSYNCHRONIZATIONOBJECT2, Reserved) == 400, "");

_Static_assert(sizeof(D3DKMT_SIGNALSYNCHRONIZATIONOBJECTFROMCPU) == 32 && _Alignof(D3DKMT_SIGNALSYNCHRONIZATIONOBJECTFROMCPU) == 8, "");
_Static_assert(offsetof(D3DKMT_SIGNALSYNCHRONIZATIONOBJECTFROMCPU, hDevice) == 0, "");
_Static_assert(offsetof(D3DKMT_SIGNALSYNCHRONIZATIONOBJECTFROMCPU, ObjectCount) == 4, "");
_Static_assert(offsetof(D3DKMT_SIGNALSYNCHRONIZATIONOBJECTFROMCPU, ObjectHandleArray) == 8, "");
_Static_assert(offsetof(D3DKMT_SIGNALSYNCHRONIZATIONOBJECTFROMCPU, FenceValueArray) == 16, "");
_Static_assert(offsetof(D3DKMT_SIGNALSYNCHRONIZATIONOBJECTFROMCPU, Flags) == 24, "");

_Static_assert(sizeof(D3DKMT_WAITFORSYNCHRONIZATIONOBJECT) == 136 && _Alignof(D3DKMT_WAITFORSYNCHRONIZATIONOBJECT) == 4, "");
_Static_assert(offsetof(D3DKMT_WAITFORSYNCHRONIZATIONOBJECT, hContext) == 0, "");
_Static_assert(offsetof(D3DKMT_WAITFORSYNCHRONIZATIONOBJECT, ObjectCount) == 4, "");
_Static_assert(offsetof(D3DKMT_WAITFORSYNCHRONIZATIONOBJECT, ObjectHandleArray) == 8, "");

_Static_assert(sizeof(D3DKMT_WAITFORSYNCHRONIZATIONOBJECT2) == 200 && _Alignof(D3DKMT_WAITFORSYNCHRONIZATIONOBJECT2) == 8, "");
_Static_assert(offsetof(D3DKMT_WAITFORSYNCHRONIZATIONOBJECT2, hContext) == 0, "");
_Static_assert(offsetof(D3DKMT_WAITFORSYNCHRONIZATIONOBJECT2, ObjectCount) == 4, "");
_Static_assert(offsetof(D3DKMT_WAITFORSYNCHRONIZATIONOBJECT2, ObjectHandleArray) == 8, "");
_Static_assert(offsetof(D3DKMT_WAITFORSYNCHRONIZATIONOBJECT2, Fence) == 136, "");
_Static_assert(offsetof(D3DKMT_WAITFORSYNCHRONIZATIONOBJECT2, Fence.FenceValue) == 136, "");
_Static_assert(offsetof(D3DKMT_WAITFORSYNCHRONIZATIONOBJECT2, Reserved) == 136, "");

_Static_assert(sizeof(D3DKMT_WAITFORSYNCHRONIZATIONOBJECTFROMCPU) == 40 && _Alignof(D3DKMT_WAITFORSYNCHRONIZATIONOBJECTFROMCPU) == 8, "");
_Static_assert(offsetof(D3DKMT_WAITFORSYNCHRONIZATIONOBJECTFROMCPU, hDevice) == 0, "");
_Static_assert(offsetof(D3DKMT_WAITFORSYNCHRONIZATIONOBJECTFROMCPU, ObjectCount) == 4, "");
_Static_assert(offsetof(D3DKMT_WAITFORSYNCHRONIZATIONOBJECTFROMCPU, ObjectHandleArray) == 8, "");
_Static_assert(offsetof(D3DKMT_WAITFORSYNCHRONIZATIONOBJECTFROMCPU, FenceValueArray) == 16, "");
_Static_assert(offsetof(D3DKMT_WAITFORSYNCHRONIZATIONOBJECTFROMCPU, hAsyncEvent) == 24, "");
_Static_assert(offsetof(D3DKMT_WAITFORSYNCHRONIZATIONOBJECTFROMCPU, Flags) == 32, "");

_Static_assert(sizeof(D3DKMT_ESCAPE) == 32 && _Alignof(D3DKMT_ESCAPE) == 8, "");
_Static_assert(offsetof(D3DKMT_ESCAPE, hAdapter) == 0, "");
_Static_assert(offsetof(D3DKMT_ESCAPE, hDevice) == 4, "");
_Static_assert(offsetof(D3DKMT_ESCAPE, Type) == 8, "");
_Static_assert(offsetof(D3DKMT_ESCAPE, Flags) == 12, "");
_Static_assert(offsetof(D3DKMT_ESCAPE, pPrivateDriverData) == 16, "");
_Static_assert(offsetof(D3DKMT_ESCAPE, PrivateDriverDataSize) == 24, "");
_Static_assert(offsetof(D3DKMT_ESCAPE, hContext) == 28, "");

#endif

/* A translation unit holds something. */
typedef int d3dkmthk_is_laid_out;
