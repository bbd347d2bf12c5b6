/* Every struct of d3dkmddi.h has the size, and every addressable member the place, that 64-bit Windows gives it.
 * Bit-fields have no address: Tests/CWDDMTests looks at those. */
#include "d3dkmddi.h"

#if !defined(DXGK_WSL_ABI)

_Static_assert(sizeof(DXGKARG_QUERYADAPTERINFO) == 48 && _Alignof(DXGKARG_QUERYADAPTERINFO) == 8, "");
_Static_assert(offsetof(DXGKARG_QUERYADAPTERINFO, Type) == 0, "");
_Static_assert(offsetof(DXGKARG_QUERYADAPTERINFO, pInputData) == 8, "");
_Static_assert(offsetof(DXGKARG_QUERYADAPTERINFO, InputDataSize) == 16, "");
_Static_assert(offsetof(DXGKARG_QUERYADAPTERINFO, pOutputData) == 24, "");
_Static_assert(offsetof(DXGKARG_QUERYADAPTERINFO, OutputDataSize) == 32, "");
_Static_assert(offsetof(DXGKARG_QUERYADAPTERINFO, Flags) == 36, "");
_Static_assert(offsetof(DXGKARG_QUERYADAPTERINFO, hKmdProcessHandle) == 40, "");

_Static_assert(sizeof(DXGK_QUERYADAPTERINFOFLAGS) == 4 && _Alignof(DXGK_QUERYADAPTERINFOFLAGS) == 4, "");
_Static_assert(offsetof(DXGK_QUERYADAPTERINFOFLAGS, Value) == 0, "");

_Static_assert(sizeof(DXGK_VIDMMCAPS) == 8 && _Alignof(DXGK_VIDMMCAPS) == 4, "");
_Static_assert(offsetof(DXGK_VIDMMCAPS, Value) == 0, "");
_Static_assert(offsetof(DXGK_VIDMMCAPS, PagingNode) == 4, "");

_Static_assert(sizeof(DXGK_PRESENTATIONCAPS) == 4 && _Alignof(DXGK_PRESENTATIONCAPS) == 4, "");
_Static_assert(offsetof(DXGK_PRESENTATIONCAPS, Value) == 0, "");

_Static_assert(sizeof(DXGK_DRIVERCAPS) == 592 && _Alignof(DXGK_DRIVERCAPS) == 8, "");
_Static_assert(offsetof(DXGK_DRIVERCAPS, HighestAcceptableAddress) == 0, "");
_Static_assert(offsetof(DXGK_DRIVERCAPS, MaxAllocationListSlotId) == 8, "");
_Static_assert(offsetof(DXGK_DRIVERCAPS, ApertureSegmentCommitLimit) == 16, "");
_Static_assert(offsetof(DXGK_DRIVERCAPS, MaxPointerWidth) == 24, "");
_Static_assert(offsetof(DXGK_DRIVERCAPS, MaxPointerHeight) == 28, "");
_Static_assert(offsetof(DXGK_DRIVERCAPS, PointerCaps) == 32, "");
_Static_assert(offsetof(DXGK_DRIVERCAPS, InterruptMessageNumber) == 36, "");
_Static_assert(offsetof(DXGK_DRIVERCAPS, NumberOfSwizzlingRanges) == 40, "");
_Static_assert(offsetof(DXGK_DRIVERCAPS, MaxOverlays) == 44, "");
_Static_assert(offsetof(DXGK_DRIVERCAPS, GammaRampCaps) == 48, "");
_Static_assert(offsetof(DXGK_DRIVERCAPS, ColorTransformCaps) == 48, "");
_Static_assert(offsetof(DXGK_DRIVERCAPS, PresentationCaps) == 52, "");
_Static_assert(offsetof(DXGK_DRIVERCAPS, MaxQueuedFlipOnVSync) == 56, "");
_Static_assert(offsetof(DXGK_DRIVERCAPS, FlipCaps) == 60, "");
_Static_assert(offsetof(DXGK_DRIVERCAPS, SchedulingCaps) == 64, "");
_Static_assert(offsetof(DXGK_DRIVERCAPS, MemoryManagementCaps) == 68, "");
_Static_assert(offsetof(DXGK_DRIVERCAPS, GpuEngineTopology) == 76, "");
_Static_assert(offsetof(DXGK_DRIVERCAPS, WDDMVersion) == 336, "");
_Static_assert(offsetof(DXGK_DRIVERCAPS, Reserved) == 340, "");
_Static_assert(offsetof(DXGK_DRIVERCAPS, Reserved1) == 368, "");
_Static_assert(offsetof(DXGK_DRIVERCAPS, PreemptionCaps) == 528, "");
_Static_assert(offsetof(DXGK_DRIVERCAPS, SupportNonVGA) == 536, "");
_Static_assert(offsetof(DXGK_DRIVERCAPS, SupportSmoothRotation) == 537, "");
_Static_assert(offsetof(DXGK_DRIVERCAPS, SupportPerEngineTDR) == 538, "");
_Static_assert(offsetof(DXGK_DRIVERCAPS, SupportDirectFlip) == 539, "");
_Static_assert(offsetof(DXGK_DRIVERCAPS, SupportMultiPlaneOverlay) == 540, "");
_Static_assert(offsetof(DXGK_DRIVERCAPS, SupportRuntimePowerManagement) == 541, "");
_Static_assert(offsetof(DXGK_DRIVERCAPS, SupportSurpriseRemovalInHibernation) == 542, "");
_Static_assert(offsetof(DXGK_DRIVERCAPS, HybridDiscrete) == 543, "");
_Static_assert(offsetof(DXGK_DRIVERCAPS, MaxOverlayPlanes) == 544, "");
_Static_assert(offsetof(DXGK_DRIVERCAPS, HybridIntegrated) == 548, "");
_Static_assert(offsetof(DXGK_DRIVERCAPS, InternalGpuVirtualAddressRangeStart) == 552, "");
_Static_assert(offsetof(DXGK_DRIVERCAPS, InternalGpuVirtualAddressRangeEnd) == 560, "");
_Static_assert(offsetof(DXGK_DRIVERCAPS, SupportSurpriseRemoval) == 568, "");
_Static_assert(offsetof(DXGK_DRIVERCAPS, SupportMultiPlaneOverlayImmediateFlip) == 569, "");
_Static_assert(offsetof(DXGK_DRIVERCAPS, CursorScaledWithMultiPlaneOverlayPlane0) == 570, "");
_Static_assert(offsetof(DXGK_DRIVERCAPS, HybridAcpiChainingRequired) == 571, "");
_Static_assert(offsetof(DXGK_DRIVERCAPS, MaxQueuedMultiPlaneOverlayFlipVSync) == 572, "");
_Static_assert(offsetof(DXGK_DRIVERCAPS, MiscCaps) == 576, "");
_Static_assert(offsetof(DXGK_DRIVERCAPS, MiscCaps.Value) == 576, "");
_Static_assert(offsetof(DXGK_DRIVERCAPS, MaxHwQueuedFlips) == 580, "");
_Static_assert(offsetof(DXGK_DRIVERCAPS, HwQueuedFlipCaps) == 584, "");

_Static_assert(sizeof(DXGK_FLIPCAPS) == 4 && _Alignof(DXGK_FLIPCAPS) == 4, "");
_Static_assert(offsetof(DXGK_FLIPCAPS, Value) == 0, "");

_Static_assert(sizeof(DXGK_VIDSCHCAPS) == 4 && _Alignof(DXGK_VIDSCHCAPS) == 4, "");
_Static_assert(offsetof(DXGK_VIDSCHCAPS, Value) == 0, "");

_Static_assert(sizeof(DXGK_GPUENGINETOPOLOGY) == 260 && _Alignof(DXGK_GPUENGINETOPOLOGY) == 4, "");
_Static_assert(offsetof(DXGK_GPUENGINETOPOLOGY, NbAsymetricProcessingNodes) == 0, "");
_Static_assert(offsetof(DXGK_GPUENGINETOPOLOGY, Reserved) == 4, "");

_Static_assert(sizeof(DXGK_PHYSICALADAPTERCAPS) == 32 && _Alignof(DXGK_PHYSICALADAPTERCAPS) == 8, "");
_Static_assert(offsetof(DXGK_PHYSICALADAPTERCAPS, NumExecutionNodes) == 0, "");
_Static_assert(offsetof(DXGK_PHYSICALADAPTERCAPS, PagingNodeIndex) == 2, "");
_Static_assert(offsetof(DXGK_PHYSICALADAPTERCAPS, DxgkPhysicalAdapterHandle) == 8, "");
_Static_assert(offsetof(DXGK_PHYSICALADAPTERCAPS, Flags) == 16, "");
_Static_assert(offsetof(DXGK_PHYSICALADAPTERCAPS, VPRPagingNode) == 20, "");
_Static_assert(offsetof(DXGK_PHYSICALADAPTERCAPS, VirtualCopyNodeIndex) == 24, "");

_Static_assert(sizeof(DXGK_PHYSICALADAPTERFLAGS) == 4 && _Alignof(DXGK_PHYSICALADAPTERFLAGS) == 4, "");
_Static_assert(offsetof(DXGK_PHYSICALADAPTERFLAGS, Value) == 0, "");

_Static_assert(sizeof(DXGK_QUERYPHYSICALADAPTERCAPSIN) == 4 && _Alignof(DXGK_QUERYPHYSICALADAPTERCAPSIN) == 4, "");
_Static_assert(offsetof(DXGK_QUERYPHYSICALADAPTERCAPSIN, PhysicalAdapterIndex) == 0, "");

_Static_assert(sizeof(DXGK_GPUMMUCAPS) == 24 && _Alignof(DXGK_GPUMMUCAPS) == 4, "");
_Static_assert(offsetof(DXGK_GPUMMUCAPS, Value) == 0, "");
_Static_assert(offsetof(DXGK_GPUMMUCAPS, PageTableUpdateMode) == 4, "");
_Static_assert(offsetof(DXGK_GPUMMUCAPS, VirtualAddressBitCount) == 8, "");
_Static_assert(offsetof(DXGK_GPUMMUCAPS, LeafPageTableSizeFor64KPagesInBytes) == 12, "");
_Static_assert(offsetof(DXGK_GPUMMUCAPS, PageTableLevelCount) == 16, "");
_Static_assert(offsetof(DXGK_GPUMMUCAPS, LegacyBehaviors) == 20, "");

_Static_assert(sizeof(DXGK_QUERYGPUMMUCAPSIN) == 4 && _Alignof(DXGK_QUERYGPUMMUCAPSIN) == 4, "");
_Static_assert(offsetof(DXGK_QUERYGPUMMUCAPSIN, PhysicalAdapterIndex) == 0, "");

_Static_assert(sizeof(DXGK_PAGE_TABLE_LEVEL_DESC) == 20 && _Alignof(DXGK_PAGE_TABLE_LEVEL_DESC) == 4, "");
_Static_assert(offsetof(DXGK_PAGE_TABLE_LEVEL_DESC, PageTableIndexBitCount) == 0, "");
_Static_assert(offsetof(DXGK_PAGE_TABLE_LEVEL_DESC, PageTableSegmentId) == 4, "");
_Static_assert(offsetof(DXGK_PAGE_TABLE_LEVEL_DESC, PagingProcessPageTableSegmentId) == 8, "");
_Static_assert(offsetof(DXGK_PAGE_TABLE_LEVEL_DESC, PageTableSizeInBytes) == 12, "");
_Static_assert(offsetof(DXGK_PAGE_TABLE_LEVEL_DESC, PageTableAlignmentInBytes) == 16, "");

_Static_assert(sizeof(DXGK_QUERYPAGETABLELEVELDESCIN) == 4 && _Alignof(DXGK_QUERYPAGETABLELEVELDESCIN) == 2, "");
_Static_assert(offsetof(DXGK_QUERYPAGETABLELEVELDESCIN, LevelIndex) == 0, "");
_Static_assert(offsetof(DXGK_QUERYPAGETABLELEVELDESCIN, PhysicalAdapterIndex) == 2, "");

_Static_assert(sizeof(DXGK_WDDMDEVICECAPS) == 4 && _Alignof(DXGK_WDDMDEVICECAPS) == 4, "");
_Static_assert(offsetof(DXGK_WDDMDEVICECAPS, WDDMVersion) == 0, "");

_Static_assert(sizeof(DXGK_WDDMDEVICECAPSIN) == 4 && _Alignof(DXGK_WDDMDEVICECAPSIN) == 4, "");
_Static_assert(offsetof(DXGK_WDDMDEVICECAPSIN, DxgkrnlInterfaceVersion) == 0, "");

_Static_assert(sizeof(DXGK_IOMMU_CAPS) == 4 && _Alignof(DXGK_IOMMU_CAPS) == 4, "");
_Static_assert(offsetof(DXGK_IOMMU_CAPS, Value) == 0, "");

_Static_assert(sizeof(DXGK_PHYSICAL_MEMORY_CAPS) == 8 && _Alignof(DXGK_PHYSICAL_MEMORY_CAPS) == 8, "");
_Static_assert(offsetof(DXGK_PHYSICAL_MEMORY_CAPS, HighestVisibleAddress) == 0, "");

_Static_assert(sizeof(DXGK_HARDWARERESERVEDRANGES) == 16 && _Alignof(DXGK_HARDWARERESERVEDRANGES) == 8, "");
_Static_assert(offsetof(DXGK_HARDWARERESERVEDRANGES, NumRanges) == 0, "");
_Static_assert(offsetof(DXGK_HARDWARERESERVEDRANGES, pPhysicalRanges) == 8, "");

_Static_assert(sizeof(DXGK_PHYSICAL_MEMORY_RANGE) == 16 && _Alignof(DXGK_PHYSICAL_MEMORY_RANGE) == 8, "");
_Static_assert(offsetof(DXGK_PHYSICAL_MEMORY_RANGE, BaseAddress) == 0, "");
_Static_assert(offsetof(DXGK_PHYSICAL_MEMORY_RANGE, NumberOfBytes) == 8, "");

_Static_assert(sizeof(DXGK_FRAMEBUFFERSAVEAREA) == 8 && _Alignof(DXGK_FRAMEBUFFERSAVEAREA) == 8, "");
_Static_assert(offsetof(DXGK_FRAMEBUFFERSAVEAREA, MaximumSize) == 0, "");

_Static_assert(sizeof(DXGKARG_HISTORYBUFFERPRECISION) == 4 && _Alignof(DXGKARG_HISTORYBUFFERPRECISION) == 4, "");
_Static_assert(offsetof(DXGKARG_HISTORYBUFFERPRECISION, PrecisionBits) == 0, "");

_Static_assert(sizeof(DXGK_SEGMENTFLAGS) == 4 && _Alignof(DXGK_SEGMENTFLAGS) == 4, "");
_Static_assert(offsetof(DXGK_SEGMENTFLAGS, Value) == 0, "");

_Static_assert(sizeof(DXGK_SEGMENTDESCRIPTOR) == 56 && _Alignof(DXGK_SEGMENTDESCRIPTOR) == 8, "");
_Static_assert(offsetof(DXGK_SEGMENTDESCRIPTOR, BaseAddress) == 0, "");
_Static_assert(offsetof(DXGK_SEGMENTDESCRIPTOR, CpuTranslatedAddress) == 8, "");
_Static_assert(offsetof(DXGK_SEGMENTDESCRIPTOR, Size) == 16, "");
_Static_assert(offsetof(DXGK_SEGMENTDESCRIPTOR, NbOfBanks) == 24, "");
_Static_assert(offsetof(DXGK_SEGMENTDESCRIPTOR, pBankRangeTable) == 32, "");
_Static_assert(offsetof(DXGK_SEGMENTDESCRIPTOR, CommitLimit) == 40, "");
_Static_assert(offsetof(DXGK_SEGMENTDESCRIPTOR, Flags) == 48, "");

_Static_assert(sizeof(DXGK_SEGMENTDESCRIPTOR2) == 40 && _Alignof(DXGK_SEGMENTDESCRIPTOR2) == 8, "");
_Static_assert(offsetof(DXGK_SEGMENTDESCRIPTOR2, Flags) == 0, "");
_Static_assert(offsetof(DXGK_SEGMENTDESCRIPTOR2, Size) == 8, "");
_Static_assert(offsetof(DXGK_SEGMENTDESCRIPTOR2, pMdl) == 16, "");
_Static_assert(offsetof(DXGK_SEGMENTDESCRIPTOR2, BaseAddress) == 24, "");
_Static_assert(offsetof(DXGK_SEGMENTDESCRIPTOR2, CpuTranslatedAddress) == 32, "");

_Static_assert(sizeof(DXGK_SEGMENTFLAGS2) == 4 && _Alignof(DXGK_SEGMENTFLAGS2) == 4, "");
_Static_assert(offsetof(DXGK_SEGMENTFLAGS2, Value) == 0, "");

_Static_assert(sizeof(DXGK_SEGMENTDESCRIPTOR3) == 72 && _Alignof(DXGK_SEGMENTDESCRIPTOR3) == 8, "");
_Static_assert(offsetof(DXGK_SEGMENTDESCRIPTOR3, Flags) == 0, "");
_Static_assert(offsetof(DXGK_SEGMENTDESCRIPTOR3, BaseAddress) == 8, "");
_Static_assert(offsetof(DXGK_SEGMENTDESCRIPTOR3, CpuTranslatedAddress) == 16, "");
_Static_assert(offsetof(DXGK_SEGMENTDESCRIPTOR3, Size) == 24, "");
_Static_assert(offsetof(DXGK_SEGMENTDESCRIPTOR3, NbOfBanks) == 32, "");
_Static_assert(offsetof(DXGK_SEGMENTDESCRIPTOR3, pBankRangeTable) == 40, "");
_Static_assert(offsetof(DXGK_SEGMENTDESCRIPTOR3, CommitLimit) == 48, "");
_Static_assert(offsetof(DXGK_SEGMENTDESCRIPTOR3, SystemMemoryEndAddress) == 56, "");
_Static_assert(offsetof(DXGK_SEGMENTDESCRIPTOR3, Reserved) == 64, "");

_Static_assert(sizeof(DXGK_SEGMENTDESCRIPTOR4) == 96 && _Alignof(DXGK_SEGMENTDESCRIPTOR4) == 8, "");
_Static_assert(offsetof(DXGK_SEGMENTDESCRIPTOR4, Flags) == 0, "");
_Static_assert(offsetof(DXGK_SEGMENTDESCRIPTOR4, BaseAddress) == 8, "");
_Static_assert(offsetof(DXGK_SEGMENTDESCRIPTOR4, Size) == 16, "");
_Static_assert(offsetof(DXGK_SEGMENTDESCRIPTOR4, CommitLimit) == 24, "");
_Static_assert(offsetof(DXGK_SEGMENTDESCRIPTOR4, SystemMemoryEndAddress) == 32, "");
_Static_assert(offsetof(DXGK_SEGMENTDESCRIPTOR4, CpuTranslatedAddress) == 40, "");
_Static_assert(offsetof(DXGK_SEGMENTDESCRIPTOR4, CpuHostAperture) == 40, "");
_Static_assert(offsetof(DXGK_SEGMENTDESCRIPTOR4, NumInvalidMemoryRanges) == 56, "");
_Static_assert(offsetof(DXGK_SEGMENTDESCRIPTOR4, VprRangeStartOffset) == 64, "");
_Static_assert(offsetof(DXGK_SEGMENTDESCRIPTOR4, VprRangeSize) == 72, "");
_Static_assert(offsetof(DXGK_SEGMENTDESCRIPTOR4, VprAlignment) == 80, "");
_Static_assert(offsetof(DXGK_SEGMENTDESCRIPTOR4, NumVprSupported) == 84, "");
_Static_assert(offsetof(DXGK_SEGMENTDESCRIPTOR4, VprReserveSize) == 88, "");
_Static_assert(offsetof(DXGK_SEGMENTDESCRIPTOR4, NumUEFIFrameBufferRanges) == 92, "");

_Static_assert(sizeof(DXGK_CPUHOSTAPERTURE) == 16 && _Alignof(DXGK_CPUHOSTAPERTURE) == 8, "");
_Static_assert(offsetof(DXGK_CPUHOSTAPERTURE, PhysicalAddress) == 0, "");
_Static_assert(offsetof(DXGK_CPUHOSTAPERTURE, SizeInPages) == 8, "");

_Static_assert(sizeof(DXGK_QUERYSEGMENTIN) == 24 && _Alignof(DXGK_QUERYSEGMENTIN) == 8, "");
_Static_assert(offsetof(DXGK_QUERYSEGMENTIN, AgpApertureBase) == 0, "");
_Static_assert(offsetof(DXGK_QUERYSEGMENTIN, AgpApertureSize) == 8, "");
_Static_assert(offsetof(DXGK_QUERYSEGMENTIN, AgpFlags) == 16, "");

_Static_assert(sizeof(DXGK_QUERYSEGMENTIN4) == 4 && _Alignof(DXGK_QUERYSEGMENTIN4) == 4, "");
_Static_assert(offsetof(DXGK_QUERYSEGMENTIN4, PhysicalAdapterIndex) == 0, "");

_Static_assert(sizeof(DXGK_QUERYSEGMENTOUT) == 32 && _Alignof(DXGK_QUERYSEGMENTOUT) == 8, "");
_Static_assert(offsetof(DXGK_QUERYSEGMENTOUT, NbSegment) == 0, "");
_Static_assert(offsetof(DXGK_QUERYSEGMENTOUT, pSegmentDescriptor) == 8, "");
_Static_assert(offsetof(DXGK_QUERYSEGMENTOUT, PagingBufferSegmentId) == 16, "");
_Static_assert(offsetof(DXGK_QUERYSEGMENTOUT, PagingBufferSize) == 20, "");
_Static_assert(offsetof(DXGK_QUERYSEGMENTOUT, PagingBufferPrivateDataSize) == 24, "");

_Static_assert(sizeof(DXGK_QUERYSEGMENTOUT2) == 16 && _Alignof(DXGK_QUERYSEGMENTOUT2) == 8, "");
_Static_assert(offsetof(DXGK_QUERYSEGMENTOUT2, SegmentCount) == 0, "");
_Static_assert(offsetof(DXGK_QUERYSEGMENTOUT2, pSegmentDescriptor) == 8, "");

_Static_assert(sizeof(DXGK_QUERYSEGMENTOUT3) == 32 && _Alignof(DXGK_QUERYSEGMENTOUT3) == 8, "");
_Static_assert(offsetof(DXGK_QUERYSEGMENTOUT3, NbSegment) == 0, "");
_Static_assert(offsetof(DXGK_QUERYSEGMENTOUT3, pSegmentDescriptor) == 8, "");
_Static_assert(offsetof(DXGK_QUERYSEGMENTOUT3, PagingBufferSegmentId) == 16, "");
_Static_assert(offsetof(DXGK_QUERYSEGMENTOUT3, PagingBufferSize) == 20, "");
_Static_assert(offsetof(DXGK_QUERYSEGMENTOUT3, PagingBufferPrivateDataSize) == 24, "");

_Static_assert(sizeof(DXGK_QUERYSEGMENTOUT4) == 40 && _Alignof(DXGK_QUERYSEGMENTOUT4) == 8, "");
_Static_assert(offsetof(DXGK_QUERYSEGMENTOUT4, NbSegment) == 0, "");
_Static_assert(offsetof(DXGK_QUERYSEGMENTOUT4, pSegmentDescriptor) == 8, "");
_Static_assert(offsetof(DXGK_QUERYSEGMENTOUT4, PagingBufferSegmentId) == 16, "");
_Static_assert(offsetof(DXGK_QUERYSEGMENTOUT4, PagingBufferSize) == 20, "");
_Static_assert(offsetof(DXGK_QUERYSEGMENTOUT4, PagingBufferPrivateDataSize) == 24, "");
_Static_assert(offsetof(DXGK_QUERYSEGMENTOUT4, SegmentDescriptorStride) == 32, "");

_Static_assert(sizeof(DXGK_QUERYSEGMENTMEMORYSTATE) == 16 && _Alignof(DXGK_QUERYSEGMENTMEMORYSTATE) == 8, "");
_Static_assert(offsetof(DXGK_QUERYSEGMENTMEMORYSTATE, DriverSegmentId) == 0, "");
_Static_assert(offsetof(DXGK_QUERYSEGMENTMEMORYSTATE, PhysicalAdapterIndex) == 2, "");
_Static_assert(offsetof(DXGK_QUERYSEGMENTMEMORYSTATE, NumInvalidMemoryRanges) == 4, "");
_Static_assert(offsetof(DXGK_QUERYSEGMENTMEMORYSTATE, NumUEFIFrameBufferRanges) == 4, "");
_Static_assert(offsetof(DXGK_QUERYSEGMENTMEMORYSTATE, pMemoryRanges) == 8, "");

_Static_assert(sizeof(DXGK_MEMORYRANGE) == 16 && _Alignof(DXGK_MEMORYRANGE) == 8, "");
_Static_assert(offsetof(DXGK_MEMORYRANGE, SegmentOffset) == 0, "");
_Static_assert(offsetof(DXGK_MEMORYRANGE, SizeInBytes) == 8, "");

_Static_assert(sizeof(DXGKARG_CREATEPROCESS) == 56 && _Alignof(DXGKARG_CREATEPROCESS) == 8, "");
_Static_assert(offsetof(DXGKARG_CREATEPROCESS, hDxgkProcess) == 0, "");
_Static_assert(offsetof(DXGKARG_CREATEPROCESS, hKmdProcess) == 8, "");
_Static_assert(offsetof(DXGKARG_CREATEPROCESS, Flags) == 16, "");
_Static_assert(offsetof(DXGKARG_CREATEPROCESS, NumPasid) == 20, "");
_Static_assert(offsetof(DXGKARG_CREATEPROCESS, pPasid) == 24, "");
_Static_assert(offsetof(DXGKARG_CREATEPROCESS, hKmdVmWorkerProcess) == 32, "");
_Static_assert(offsetof(DXGKARG_CREATEPROCESS, ProcessNameLength) == 40, "");
_Static_assert(offsetof(DXGKARG_CREATEPROCESS, pProcessName) == 48, "");

_Static_assert(sizeof(DXGK_CREATEPROCESSFLAGS) == 4 && _Alignof(DXGK_CREATEPROCESSFLAGS) == 4, "");
_Static_assert(offsetof(DXGK_CREATEPROCESSFLAGS, Value) == 0, "");

_Static_assert(sizeof(DXGKARG_CREATEDEVICE) == 32 && _Alignof(DXGKARG_CREATEDEVICE) == 8, "");
_Static_assert(offsetof(DXGKARG_CREATEDEVICE, hDevice) == 0, "");
_Static_assert(offsetof(DXGKARG_CREATEDEVICE, Flags) == 8, "");
_Static_assert(offsetof(DXGKARG_CREATEDEVICE, pInfo) == 8, "");
_Static_assert(offsetof(DXGKARG_CREATEDEVICE, Pasid) == 16, "");
_Static_assert(offsetof(DXGKARG_CREATEDEVICE, hKmdProcess) == 24, "");

_Static_assert(sizeof(DXGK_CREATEDEVICEFLAGS) == 4 && _Alignof(DXGK_CREATEDEVICEFLAGS) == 4, "");
_Static_assert(offsetof(DXGK_CREATEDEVICEFLAGS, Value) == 0, "");

_Static_assert(sizeof(DXGK_DEVICEINFO) == 24 && _Alignof(DXGK_DEVICEINFO) == 4, "");
_Static_assert(offsetof(DXGK_DEVICEINFO, DmaBufferSize) == 0, "");
_Static_assert(offsetof(DXGK_DEVICEINFO, DmaBufferSegmentSet) == 4, "");
_Static_assert(offsetof(DXGK_DEVICEINFO, DmaBufferPrivateDataSize) == 8, "");
_Static_assert(offsetof(DXGK_DEVICEINFO, AllocationListSize) == 12, "");
_Static_assert(offsetof(DXGK_DEVICEINFO, PatchLocationListSize) == 16, "");
_Static_assert(offsetof(DXGK_DEVICEINFO, Flags) == 20, "");

_Static_assert(sizeof(DXGK_DEVICEINFOFLAGS) == 4 && _Alignof(DXGK_DEVICEINFOFLAGS) == 4, "");
_Static_assert(offsetof(DXGK_DEVICEINFOFLAGS, Value) == 0, "");

_Static_assert(sizeof(DXGKARG_CREATECONTEXT) == 72 && _Alignof(DXGKARG_CREATECONTEXT) == 8, "");
_Static_assert(offsetof(DXGKARG_CREATECONTEXT, hContext) == 0, "");
_Static_assert(offsetof(DXGKARG_CREATECONTEXT, NodeOrdinal) == 8, "");
_Static_assert(offsetof(DXGKARG_CREATECONTEXT, EngineAffinity) == 12, "");
_Static_assert(offsetof(DXGKARG_CREATECONTEXT, Flags) == 16, "");
_Static_assert(offsetof(DXGKARG_CREATECONTEXT, pPrivateDriverData) == 24, "");
_Static_assert(offsetof(DXGKARG_CREATECONTEXT, PrivateDriverDataSize) == 32, "");
_Static_assert(offsetof(DXGKARG_CREATECONTEXT, ContextInfo) == 36, "");

_Static_assert(sizeof(DXGK_CREATECONTEXTFLAGS) == 4 && _Alignof(DXGK_CREATECONTEXTFLAGS) == 4, "");
_Static_assert(offsetof(DXGK_CREATECONTEXTFLAGS, Value) == 0, "");

_Static_assert(sizeof(DXGK_CONTEXTINFO) == 32 && _Alignof(DXGK_CONTEXTINFO) == 4, "");
_Static_assert(offsetof(DXGK_CONTEXTINFO, DmaBufferSize) == 0, "");
_Static_assert(offsetof(DXGK_CONTEXTINFO, DmaBufferSegmentSet) == 4, "");
_Static_assert(offsetof(DXGK_CONTEXTINFO, DmaBufferPrivateDataSize) == 8, "");
_Static_assert(offsetof(DXGK_CONTEXTINFO, AllocationListSize) == 12, "");
_Static_assert(offsetof(DXGK_CONTEXTINFO, PatchLocationListSize) == 16, "");
_Static_assert(offsetof(DXGK_CONTEXTINFO, Reserved) == 20, "");
_Static_assert(offsetof(DXGK_CONTEXTINFO, Caps) == 24, "");
_Static_assert(offsetof(DXGK_CONTEXTINFO, PagingCompanionNodeId) == 28, "");

_Static_assert(sizeof(DXGK_CONTEXTINFO_CAPS) == 4 && _Alignof(DXGK_CONTEXTINFO_CAPS) == 4, "");
_Static_assert(offsetof(DXGK_CONTEXTINFO_CAPS, Value) == 0, "");

_Static_assert(sizeof(DXGK_ALLOCATIONINFO) == 88 && _Alignof(DXGK_ALLOCATIONINFO) == 8, "");
_Static_assert(offsetof(DXGK_ALLOCATIONINFO, pPrivateDriverData) == 0, "");
_Static_assert(offsetof(DXGK_ALLOCATIONINFO, PrivateDriverDataSize) == 8, "");
_Static_assert(offsetof(DXGK_ALLOCATIONINFO, Alignment) == 12, "");
_Static_assert(offsetof(DXGK_ALLOCATIONINFO, Size) == 16, "");
_Static_assert(offsetof(DXGK_ALLOCATIONINFO, PitchAlignedSize) == 24, "");
_Static_assert(offsetof(DXGK_ALLOCATIONINFO, HintedBank) == 32, "");
_Static_assert(offsetof(DXGK_ALLOCATIONINFO, PreferredSegment) == 36, "");
_Static_assert(offsetof(DXGK_ALLOCATIONINFO, SupportedReadSegmentSet) == 40, "");
_Static_assert(offsetof(DXGK_ALLOCATIONINFO, SupportedWriteSegmentSet) == 44, "");
_Static_assert(offsetof(DXGK_ALLOCATIONINFO, EvictionSegmentSet) == 48, "");
_Static_assert(offsetof(DXGK_ALLOCATIONINFO, MaximumRenamingListLength) == 52, "");
_Static_assert(offsetof(DXGK_ALLOCATIONINFO, PhysicalAdapterIndex) == 52, "");
_Static_assert(offsetof(DXGK_ALLOCATIONINFO, hAllocation) == 56, "");
_Static_assert(offsetof(DXGK_ALLOCATIONINFO, Flags) == 64, "");
_Static_assert(offsetof(DXGK_ALLOCATIONINFO, FlagsWddm2) == 64, "");
_Static_assert(offsetof(DXGK_ALLOCATIONINFO, pAllocationUsageHint) == 72, "");
_Static_assert(offsetof(DXGK_ALLOCATIONINFO, AllocationPriority) == 80, "");
_Static_assert(offsetof(DXGK_ALLOCATIONINFO, Flags2) == 84, "");

_Static_assert(sizeof(DXGK_SEGMENTBANKPREFERENCE) == 4 && _Alignof(DXGK_SEGMENTBANKPREFERENCE) == 4, "");
_Static_assert(offsetof(DXGK_SEGMENTBANKPREFERENCE, Value) == 0, "");

_Static_assert(sizeof(DXGK_ALLOCATIONINFOFLAGS) == 4 && _Alignof(DXGK_ALLOCATIONINFOFLAGS) == 4, "");
_Static_assert(offsetof(DXGK_ALLOCATIONINFOFLAGS, Value) == 0, "");

_Static_assert(sizeof(DXGK_ALLOCATIONINFOFLAGS_WDDM2_0) == 4 && _Alignof(DXGK_ALLOCATIONINFOFLAGS_WDDM2_0) == 4, "");
_Static_assert(offsetof(DXGK_ALLOCATIONINFOFLAGS_WDDM2_0, Value) == 0, "");

_Static_assert(sizeof(DXGK_ALLOCATIONUSAGEHINT) == 40 && _Alignof(DXGK_ALLOCATIONUSAGEHINT) == 4, "");
_Static_assert(offsetof(DXGK_ALLOCATIONUSAGEHINT, Version) == 0, "");
_Static_assert(offsetof(DXGK_ALLOCATIONUSAGEHINT, v1) == 4, "");

_Static_assert(sizeof(DXGK_ALLOCATIONUSAGEINFO1) == 36 && _Alignof(DXGK_ALLOCATIONUSAGEINFO1) == 4, "");
_Static_assert(offsetof(DXGK_ALLOCATIONUSAGEINFO1, Flags) == 0, "");
_Static_assert(offsetof(DXGK_ALLOCATIONUSAGEINFO1, Flags.Value) == 0, "");
_Static_assert(offsetof(DXGK_ALLOCATIONUSAGEINFO1, Format) == 4, "");
_Static_assert(offsetof(DXGK_ALLOCATIONUSAGEINFO1, PrivateFormat) == 4, "");
_Static_assert(offsetof(DXGK_ALLOCATIONUSAGEINFO1, SwizzledFormat) == 8, "");
_Static_assert(offsetof(DXGK_ALLOCATIONUSAGEINFO1, ByteOffset) == 12, "");
_Static_assert(offsetof(DXGK_ALLOCATIONUSAGEINFO1, Width) == 16, "");
_Static_assert(offsetof(DXGK_ALLOCATIONUSAGEINFO1, Height) == 20, "");
_Static_assert(offsetof(DXGK_ALLOCATIONUSAGEINFO1, Pitch) == 24, "");
_Static_assert(offsetof(DXGK_ALLOCATIONUSAGEINFO1, Depth) == 28, "");
_Static_assert(offsetof(DXGK_ALLOCATIONUSAGEINFO1, SlicePitch) == 32, "");

_Static_assert(sizeof(DXGK_ALLOCATIONINFOFLAGS2) == 4 && _Alignof(DXGK_ALLOCATIONINFOFLAGS2) == 4, "");
_Static_assert(offsetof(DXGK_ALLOCATIONINFOFLAGS2, Value) == 0, "");

_Static_assert(sizeof(DXGKARG_CREATEALLOCATION) == 40 && _Alignof(DXGKARG_CREATEALLOCATION) == 8, "");
_Static_assert(offsetof(DXGKARG_CREATEALLOCATION, pPrivateDriverData) == 0, "");
_Static_assert(offsetof(DXGKARG_CREATEALLOCATION, PrivateDriverDataSize) == 8, "");
_Static_assert(offsetof(DXGKARG_CREATEALLOCATION, NumAllocations) == 12, "");
_Static_assert(offsetof(DXGKARG_CREATEALLOCATION, pAllocationInfo) == 16, "");
_Static_assert(offsetof(DXGKARG_CREATEALLOCATION, hResource) == 24, "");
_Static_assert(offsetof(DXGKARG_CREATEALLOCATION, Flags) == 32, "");

_Static_assert(sizeof(DXGK_CREATEALLOCATIONFLAGS) == 4 && _Alignof(DXGK_CREATEALLOCATIONFLAGS) == 4, "");
_Static_assert(offsetof(DXGK_CREATEALLOCATIONFLAGS, Value) == 0, "");

_Static_assert(sizeof(DXGKARG_DESTROYALLOCATION) == 32 && _Alignof(DXGKARG_DESTROYALLOCATION) == 8, "");
_Static_assert(offsetof(DXGKARG_DESTROYALLOCATION, NumAllocations) == 0, "");
_Static_assert(offsetof(DXGKARG_DESTROYALLOCATION, pAllocationList) == 8, "");
_Static_assert(offsetof(DXGKARG_DESTROYALLOCATION, hResource) == 16, "");
_Static_assert(offsetof(DXGKARG_DESTROYALLOCATION, Flags) == 24, "");

_Static_assert(sizeof(DXGK_DESTROYALLOCATIONFLAGS) == 4 && _Alignof(DXGK_DESTROYALLOCATIONFLAGS) == 4, "");
_Static_assert(offsetof(DXGK_DESTROYALLOCATIONFLAGS, Value) == 0, "");

_Static_assert(sizeof(DXGKARG_DESCRIBEALLOCATION) == 48 && _Alignof(DXGKARG_DESCRIBEALLOCATION) == 8, "");
_Static_assert(offsetof(DXGKARG_DESCRIBEALLOCATION, hAllocation) == 0, "");
_Static_assert(offsetof(DXGKARG_DESCRIBEALLOCATION, Width) == 8, "");
_Static_assert(offsetof(DXGKARG_DESCRIBEALLOCATION, Height) == 12, "");
_Static_assert(offsetof(DXGKARG_DESCRIBEALLOCATION, Format) == 16, "");
_Static_assert(offsetof(DXGKARG_DESCRIBEALLOCATION, MultisampleMethod) == 20, "");
_Static_assert(offsetof(DXGKARG_DESCRIBEALLOCATION, RefreshRate) == 28, "");
_Static_assert(offsetof(DXGKARG_DESCRIBEALLOCATION, PrivateDriverFormatAttribute) == 36, "");
_Static_assert(offsetof(DXGKARG_DESCRIBEALLOCATION, Flags) == 40, "");
_Static_assert(offsetof(DXGKARG_DESCRIBEALLOCATION, Rotation) == 44, "");

_Static_assert(sizeof(DXGK_DESCRIBEALLOCATIONFLAGS) == 4 && _Alignof(DXGK_DESCRIBEALLOCATIONFLAGS) == 4, "");
_Static_assert(offsetof(DXGK_DESCRIBEALLOCATIONFLAGS, Value) == 0, "");

_Static_assert(sizeof(DXGKARG_GETSTANDARDALLOCATIONDRIVERDATA) == 48 && _Alignof(DXGKARG_GETSTANDARDALLOCATIONDRIVERDATA) == 8, "");
_Static_assert(offsetof(DXGKARG_GETSTANDARDALLOCATIONDRIVERDATA, StandardAllocationType) == 0, "");
_Static_assert(offsetof(DXGKARG_GETSTANDARDALLOCATIONDRIVERDATA, pCreateSharedPrimarySurfaceData) == 8, "");
_Static_assert(offsetof(DXGKARG_GETSTANDARDALLOCATIONDRIVERDATA, pCreateShadowSurfaceData) == 8, "");
_Static_assert(offsetof(DXGKARG_GETSTANDARDALLOCATIONDRIVERDATA, pCreateStagingSurfaceData) == 8, "");
_Static_assert(offsetof(DXGKARG_GETSTANDARDALLOCATIONDRIVERDATA, pCreateGdiSurfaceData) == 8, "");
_Static_assert(offsetof(DXGKARG_GETSTANDARDALLOCATIONDRIVERDATA, pCreateVirtualGpuSurfaceData) == 8, "");
_Static_assert(offsetof(DXGKARG_GETSTANDARDALLOCATIONDRIVERDATA, pAllocationPrivateDriverData) == 16, "");
_Static_assert(offsetof(DXGKARG_GETSTANDARDALLOCATIONDRIVERDATA, AllocationPrivateDriverDataSize) == 24, "");
_Static_assert(offsetof(DXGKARG_GETSTANDARDALLOCATIONDRIVERDATA, pResourcePrivateDriverData) == 32, "");
_Static_assert(offsetof(DXGKARG_GETSTANDARDALLOCATIONDRIVERDATA, ResourcePrivateDriverDataSize) == 40, "");
_Static_assert(offsetof(DXGKARG_GETSTANDARDALLOCATIONDRIVERDATA, PhysicalAdapterIndex) == 44, "");

_Static_assert(sizeof(DXGKARG_OPENALLOCATION) == 56 && _Alignof(DXGKARG_OPENALLOCATION) == 8, "");
_Static_assert(offsetof(DXGKARG_OPENALLOCATION, NumAllocations) == 0, "");
_Static_assert(offsetof(DXGKARG_OPENALLOCATION, pOpenAllocation) == 8, "");
_Static_assert(offsetof(DXGKARG_OPENALLOCATION, pPrivateDriverData) == 16, "");
_Static_assert(offsetof(DXGKARG_OPENALLOCATION, PrivateDriverSize) == 24, "");
_Static_assert(offsetof(DXGKARG_OPENALLOCATION, Flags) == 28, "");
_Static_assert(offsetof(DXGKARG_OPENALLOCATION, SubresourceIndex) == 32, "");
_Static_assert(offsetof(DXGKARG_OPENALLOCATION, SubresourceOffset) == 40, "");
_Static_assert(offsetof(DXGKARG_OPENALLOCATION, Pitch) == 48, "");

_Static_assert(sizeof(DXGK_OPENALLOCATIONINFO) == 32 && _Alignof(DXGK_OPENALLOCATIONINFO) == 8, "");
_Static_assert(offsetof(DXGK_OPENALLOCATIONINFO, hAllocation) == 0, "");
_Static_assert(offsetof(DXGK_OPENALLOCATIONINFO, pPrivateDriverData) == 8, "");
_Static_assert(offsetof(DXGK_OPENALLOCATIONINFO, PrivateDriverDataSize) == 16, "");
_Static_assert(offsetof(DXGK_OPENALLOCATIONINFO, hDeviceSpecificAllocation) == 24, "");

_Static_assert(sizeof(DXGK_OPENALLOCATIONFLAGS) == 4 && _Alignof(DXGK_OPENALLOCATIONFLAGS) == 4, "");
_Static_assert(offsetof(DXGK_OPENALLOCATIONFLAGS, Value) == 0, "");

_Static_assert(sizeof(DXGKARG_CLOSEALLOCATION) == 16 && _Alignof(DXGKARG_CLOSEALLOCATION) == 8, "");
_Static_assert(offsetof(DXGKARG_CLOSEALLOCATION, NumAllocations) == 0, "");
_Static_assert(offsetof(DXGKARG_CLOSEALLOCATION, pOpenHandleList) == 8, "");

_Static_assert(sizeof(DXGKARG_SETALLOCATIONBACKINGSTORE) == 16 && _Alignof(DXGKARG_SETALLOCATIONBACKINGSTORE) == 8, "");
_Static_assert(offsetof(DXGKARG_SETALLOCATIONBACKINGSTORE, hDriverAllocation) == 0, "");
_Static_assert(offsetof(DXGKARG_SETALLOCATIONBACKINGSTORE, pBackingStore) == 8, "");

_Static_assert(sizeof(DXGKARG_VALIDATEUPDATEALLOCPROPERTY) == 24 && _Alignof(DXGKARG_VALIDATEUPDATEALLOCPROPERTY) == 8, "");
_Static_assert(offsetof(DXGKARG_VALIDATEUPDATEALLOCPROPERTY, hAllocation) == 0, "");
_Static_assert(offsetof(DXGKARG_VALIDATEUPDATEALLOCPROPERTY, SupportedSegmentSet) == 8, "");
_Static_assert(offsetof(DXGKARG_VALIDATEUPDATEALLOCPROPERTY, PreferredSegment) == 12, "");
_Static_assert(offsetof(DXGKARG_VALIDATEUPDATEALLOCPROPERTY, Flags) == 16, "");
_Static_assert(offsetof(DXGKARG_VALIDATEUPDATEALLOCPROPERTY, PropertyMaskValue) == 20, "");

_Static_assert(sizeof(DXGKARG_ACQUIRESWIZZLINGRANGE) == 40 && _Alignof(DXGKARG_ACQUIRESWIZZLINGRANGE) == 8, "");
_Static_assert(offsetof(DXGKARG_ACQUIRESWIZZLINGRANGE, hAllocation) == 0, "");
_Static_assert(offsetof(DXGKARG_ACQUIRESWIZZLINGRANGE, PrivateDriverData) == 8, "");
_Static_assert(offsetof(DXGKARG_ACQUIRESWIZZLINGRANGE, RangeId) == 12, "");
_Static_assert(offsetof(DXGKARG_ACQUIRESWIZZLINGRANGE, SegmentId) == 16, "");
_Static_assert(offsetof(DXGKARG_ACQUIRESWIZZLINGRANGE, RangeSize) == 24, "");
_Static_assert(offsetof(DXGKARG_ACQUIRESWIZZLINGRANGE, CPUTranslatedAddress) == 32, "");

_Static_assert(sizeof(DXGKARG_RELEASESWIZZLINGRANGE) == 16 && _Alignof(DXGKARG_RELEASESWIZZLINGRANGE) == 8, "");
_Static_assert(offsetof(DXGKARG_RELEASESWIZZLINGRANGE, hAllocation) == 0, "");
_Static_assert(offsetof(DXGKARG_RELEASESWIZZLINGRANGE, PrivateDriverData) == 8, "");
_Static_assert(offsetof(DXGKARG_RELEASESWIZZLINGRANGE, RangeId) == 12, "");

_Static_assert(sizeof(DXGKARG_STOPCAPTURE) == 8 && _Alignof(DXGKARG_STOPCAPTURE) == 8, "");
_Static_assert(offsetof(DXGKARG_STOPCAPTURE, hAllocation) == 0, "");

_Static_assert(sizeof(DXGK_HISTORY_BUFFER) == 20 && _Alignof(DXGK_HISTORY_BUFFER) == 4, "");
_Static_assert(offsetof(DXGK_HISTORY_BUFFER, Header) == 0, "");
_Static_assert(offsetof(DXGK_HISTORY_BUFFER, DriverPrivateData) == 16, "");

_Static_assert(sizeof(DXGK_HISTORY_BUFFER_HEADER) == 16 && _Alignof(DXGK_HISTORY_BUFFER_HEADER) == 4, "");
_Static_assert(offsetof(DXGK_HISTORY_BUFFER_HEADER, RenderCbSequence) == 0, "");
_Static_assert(offsetof(DXGK_HISTORY_BUFFER_HEADER, NumTimestamps) == 4, "");
_Static_assert(offsetof(DXGK_HISTORY_BUFFER_HEADER, PrivateDataSize) == 8, "");
_Static_assert(offsetof(DXGK_HISTORY_BUFFER_HEADER, Reserved) == 12, "");

_Static_assert(sizeof(DXGKARG_FORMATHISTORYBUFFER) == 40 && _Alignof(DXGKARG_FORMATHISTORYBUFFER) == 8, "");
_Static_assert(offsetof(DXGKARG_FORMATHISTORYBUFFER, pHistoryBuffer) == 0, "");
_Static_assert(offsetof(DXGKARG_FORMATHISTORYBUFFER, HistoryBufferSize) == 8, "");
_Static_assert(offsetof(DXGKARG_FORMATHISTORYBUFFER, pFormattedBuffer) == 16, "");
_Static_assert(offsetof(DXGKARG_FORMATHISTORYBUFFER, FormattedBufferSize) == 24, "");
_Static_assert(offsetof(DXGKARG_FORMATHISTORYBUFFER, NumTimestamps) == 28, "");
_Static_assert(offsetof(DXGKARG_FORMATHISTORYBUFFER, Precision) == 32, "");
_Static_assert(offsetof(DXGKARG_FORMATHISTORYBUFFER, Offset) == 36, "");

_Static_assert(sizeof(DXGKARG_ESCAPE) == 48 && _Alignof(DXGKARG_ESCAPE) == 8, "");
_Static_assert(offsetof(DXGKARG_ESCAPE, hDevice) == 0, "");
_Static_assert(offsetof(DXGKARG_ESCAPE, Flags) == 8, "");
_Static_assert(offsetof(DXGKARG_ESCAPE, pPrivateDriverData) == 16, "");
_Static_assert(offsetof(DXGKARG_ESCAPE, PrivateDriverDataSize) == 24, "");
_Static_assert(offsetof(DXGKARG_ESCAPE, hContext) == 32, "");
_Static_assert(offsetof(DXGKARG_ESCAPE, hKmdProcessHandle) == 40, "");

_Static_assert(sizeof(DXGKARG_BUILDPAGINGBUFFER) == 320 && _Alignof(DXGKARG_BUILDPAGINGBUFFER) == 8, "");
_Static_assert(offsetof(DXGKARG_BUILDPAGINGBUFFER, pDmaBuffer) == 0, "");
_Static_assert(offsetof(DXGKARG_BUILDPAGINGBUFFER, DmaSize) == 8, "");
_Static_assert(offsetof(DXGKARG_BUILDPAGINGBUFFER, pDmaBufferPrivateData) == 16, "");
_Static_assert(offsetof(DXGKARG_BUILDPAGINGBUFFER, DmaBufferPrivateDataSize) == 24, "");
_Static_assert(offsetof(DXGKARG_BUILDPAGINGBUFFER, Operation) == 28, "");
_Static_assert(offsetof(DXGKARG_BUILDPAGINGBUFFER, MultipassOffset) == 32, "");
_Static_assert(offsetof(DXGKARG_BUILDPAGINGBUFFER, Transfer) == 40, "");
_Static_assert(offsetof(DXGKARG_BUILDPAGINGBUFFER, Transfer.hAllocation) == 40, "");
_Static_assert(offsetof(DXGKARG_BUILDPAGINGBUFFER, Transfer.TransferOffset) == 48, "");
_Static_assert(offsetof(DXGKARG_BUILDPAGINGBUFFER, Transfer.TransferSize) == 56, "");
_Static_assert(offsetof(DXGKARG_BUILDPAGINGBUFFER, Transfer.Source) == 64, "");
_Static_assert(offsetof(DXGKARG_BUILDPAGINGBUFFER, Transfer.Source.SegmentId) == 64, "");
_Static_assert(offsetof(DXGKARG_BUILDPAGINGBUFFER, Transfer.Source.SegmentAddress) == 72, "");
_Static_assert(offsetof(DXGKARG_BUILDPAGINGBUFFER, Transfer.Source.pMdl) == 72, "");
_Static_assert(offsetof(DXGKARG_BUILDPAGINGBUFFER, Transfer.Destination) == 80, "");
_Static_assert(offsetof(DXGKARG_BUILDPAGINGBUFFER, Transfer.Destination.SegmentId) == 80, "");
_Static_assert(offsetof(DXGKARG_BUILDPAGINGBUFFER, Transfer.Destination.SegmentAddress) == 88, "");
_Static_assert(offsetof(DXGKARG_BUILDPAGINGBUFFER, Transfer.Destination.pMdl) == 88, "");
_Static_assert(offsetof(DXGKARG_BUILDPAGINGBUFFER, Transfer.Flags) == 96, "");
_Static_assert(offsetof(DXGKARG_BUILDPAGINGBUFFER, Transfer.MdlOffset) == 100, "");
_Static_assert(offsetof(DXGKARG_BUILDPAGINGBUFFER, Fill) == 40, "");
_Static_assert(offsetof(DXGKARG_BUILDPAGINGBUFFER, Fill.hAllocation) == 40, "");
_Static_assert(offsetof(DXGKARG_BUILDPAGINGBUFFER, Fill.FillSize) == 48, "");
_Static_assert(offsetof(DXGKARG_BUILDPAGINGBUFFER, Fill.FillPattern) == 56, "");
_Static_assert(offsetof(DXGKARG_BUILDPAGINGBUFFER, Fill.Destination) == 64, "");
_Static_assert(offsetof(DXGKARG_BUILDPAGINGBUFFER, Fill.Destination.SegmentId) == 64, "");
_Static_assert(offsetof(DXGKARG_BUILDPAGINGBUFFER, Fill.Destination.SegmentAddress) == 72, "");
_Static_assert(offsetof(DXGKARG_BUILDPAGINGBUFFER, DiscardContent) == 40, "");
_Static_assert(offsetof(DXGKARG_BUILDPAGINGBUFFER, DiscardContent.hAllocation) == 40, "");
_Static_assert(offsetof(DXGKARG_BUILDPAGINGBUFFER, DiscardContent.Flags) == 48, "");
_Static_assert(offsetof(DXGKARG_BUILDPAGINGBUFFER, DiscardContent.SegmentId) == 52, "");
_Static_assert(offsetof(DXGKARG_BUILDPAGINGBUFFER, DiscardContent.SegmentAddress) == 56, "");
_Static_assert(offsetof(DXGKARG_BUILDPAGINGBUFFER, ReadPhysical) == 40, "");
_Static_assert(offsetof(DXGKARG_BUILDPAGINGBUFFER, ReadPhysical.SegmentId) == 40, "");
_Static_assert(offsetof(DXGKARG_BUILDPAGINGBUFFER, ReadPhysical.PhysicalAddress) == 48, "");
_Static_assert(offsetof(DXGKARG_BUILDPAGINGBUFFER, WritePhysical) == 40, "");
_Static_assert(offsetof(DXGKARG_BUILDPAGINGBUFFER, WritePhysical.SegmentId) == 40, "");
_Static_assert(offsetof(DXGKARG_BUILDPAGINGBUFFER, WritePhysical.PhysicalAddress) == 48, "");
_Static_assert(offsetof(DXGKARG_BUILDPAGINGBUFFER, MapApertureSegment) == 40, "");
_Static_assert(offsetof(DXGKARG_BUILDPAGINGBUFFER, MapApertureSegment.hDevice) == 40, "");
_Static_assert(offsetof(DXGKARG_BUILDPAGINGBUFFER, MapApertureSegment.hAllocation) == 48, "");
_Static_assert(offsetof(DXGKARG_BUILDPAGINGBUFFER, MapApertureSegment.SegmentId) == 56, "");
_Static_assert(offsetof(DXGKARG_BUILDPAGINGBUFFER, MapApertureSegment.OffsetInPages) == 64, "");
_Static_assert(offsetof(DXGKARG_BUILDPAGINGBUFFER, MapApertureSegment.NumberOfPages) == 72, "");
_Static_assert(offsetof(DXGKARG_BUILDPAGINGBUFFER, MapApertureSegment.pMdl) == 80, "");
_Static_assert(offsetof(DXGKARG_BUILDPAGINGBUFFER, MapApertureSegment.Flags) == 88, "");
_Static_assert(offsetof(DXGKARG_BUILDPAGINGBUFFER, MapApertureSegment.MdlOffset) == 92, "");
_Static_assert(offsetof(DXGKARG_BUILDPAGINGBUFFER, UnmapApertureSegment) == 40, "");
_Static_assert(offsetof(DXGKARG_BUILDPAGINGBUFFER, UnmapApertureSegment.hDevice) == 40, "");
_Static_assert(offsetof(DXGKARG_BUILDPAGINGBUFFER, UnmapApertureSegment.hAllocation) == 48, "");
_Static_assert(offsetof(DXGKARG_BUILDPAGINGBUFFER, UnmapApertureSegment.SegmentId) == 56, "");
_Static_assert(offsetof(DXGKARG_BUILDPAGINGBUFFER, UnmapApertureSegment.OffsetInPages) == 64, "");
_Static_assert(offsetof(DXGKARG_BUILDPAGINGBUFFER, UnmapApertureSegment.NumberOfPages) == 72, "");
_Static_assert(offsetof(DXGKARG_BUILDPAGINGBUFFER, UnmapApertureSegment.DummyPage) == 80, "");
_Static_assert(offsetof(DXGKARG_BUILDPAGINGBUFFER, SpecialLockTransfer) == 40, "");
_Static_assert(offsetof(DXGKARG_BUILDPAGINGBUFFER, SpecialLockTransfer.hAllocation) == 40, "");
_Static_assert(offsetof(DXGKARG_BUILDPAGINGBUFFER, SpecialLockTransfer.TransferOffset) == 48, "");
_Static_assert(offsetof(DXGKARG_BUILDPAGINGBUFFER, SpecialLockTransfer.TransferSize) == 56, "");
_Static_assert(offsetof(DXGKARG_BUILDPAGINGBUFFER, SpecialLockTransfer.Source) == 64, "");
_Static_assert(offsetof(DXGKARG_BUILDPAGINGBUFFER, SpecialLockTransfer.Source.SegmentId) == 64, "");
_Static_assert(offsetof(DXGKARG_BUILDPAGINGBUFFER, SpecialLockTransfer.Source.SegmentAddress) == 72, "");
_Static_assert(offsetof(DXGKARG_BUILDPAGINGBUFFER, SpecialLockTransfer.Source.pMdl) == 72, "");
_Static_assert(offsetof(DXGKARG_BUILDPAGINGBUFFER, SpecialLockTransfer.Destination) == 80, "");
_Static_assert(offsetof(DXGKARG_BUILDPAGINGBUFFER, SpecialLockTransfer.Destination.SegmentId) == 80, "");
_Static_assert(offsetof(DXGKARG_BUILDPAGINGBUFFER, SpecialLockTransfer.Destination.SegmentAddress) == 88, "");
_Static_assert(offsetof(DXGKARG_BUILDPAGINGBUFFER, SpecialLockTransfer.Destination.pMdl) == 88, "");
_Static_assert(offsetof(DXGKARG_BUILDPAGINGBUFFER, SpecialLockTransfer.Flags) == 96, "");
_Static_assert(offsetof(DXGKARG_BUILDPAGINGBUFFER, SpecialLockTransfer.SwizzlingRangeId) == 100, "");
_Static_assert(offsetof(DXGKARG_BUILDPAGINGBUFFER, SpecialLockTransfer.SwizzlingRangeData) == 104, "");
_Static_assert(offsetof(DXGKARG_BUILDPAGINGBUFFER, InitContextResource) == 40, "");
_Static_assert(offsetof(DXGKARG_BUILDPAGINGBUFFER, InitContextResource.hAllocation) == 40, "");
_Static_assert(offsetof(DXGKARG_BUILDPAGINGBUFFER, InitContextResource.Destination) == 48, "");
_Static_assert(offsetof(DXGKARG_BUILDPAGINGBUFFER, InitContextResource.Destination.SegmentId) == 48, "");
_Static_assert(offsetof(DXGKARG_BUILDPAGINGBUFFER, InitContextResource.Destination.SegmentAddress) == 56, "");
_Static_assert(offsetof(DXGKARG_BUILDPAGINGBUFFER, InitContextResource.Destination.pMdl) == 56, "");
_Static_assert(offsetof(DXGKARG_BUILDPAGINGBUFFER, InitContextResource.Destination.VirtualAddress) == 64, "");
_Static_assert(offsetof(DXGKARG_BUILDPAGINGBUFFER, InitContextResource.Destination.GpuVirtualAddress) == 72, "");
_Static_assert(offsetof(DXGKARG_BUILDPAGINGBUFFER, TransferVirtual) == 40, "");
_Static_assert(offsetof(DXGKARG_BUILDPAGINGBUFFER, FillVirtual) == 40, "");
_Static_assert(offsetof(DXGKARG_BUILDPAGINGBUFFER, UpdatePageTable) == 40, "");
_Static_assert(offsetof(DXGKARG_BUILDPAGINGBUFFER, FlushTlb) == 40, "");
_Static_assert(offsetof(DXGKARG_BUILDPAGINGBUFFER, CopyPageTableEntries) == 40, "");
_Static_assert(offsetof(DXGKARG_BUILDPAGINGBUFFER, UpdateContextAllocation) == 40, "");
_Static_assert(offsetof(DXGKARG_BUILDPAGINGBUFFER, NotifyResidency) == 40, "");
_Static_assert(offsetof(DXGKARG_BUILDPAGINGBUFFER, SignalMonitoredFence) == 40, "");
_Static_assert(offsetof(DXGKARG_BUILDPAGINGBUFFER, MapApertureSegment2) == 40, "");
_Static_assert(offsetof(DXGKARG_BUILDPAGINGBUFFER, MapApertureSegment2.hDevice) == 40, "");
_Static_assert(offsetof(DXGKARG_BUILDPAGINGBUFFER, MapApertureSegment2.hAllocation) == 48, "");
_Static_assert(offsetof(DXGKARG_BUILDPAGINGBUFFER, MapApertureSegment2.SegmentId) == 56, "");
_Static_assert(offsetof(DXGKARG_BUILDPAGINGBUFFER, MapApertureSegment2.OffsetInPages) == 64, "");
_Static_assert(offsetof(DXGKARG_BUILDPAGINGBUFFER, MapApertureSegment2.NumberOfPages) == 72, "");
_Static_assert(offsetof(DXGKARG_BUILDPAGINGBUFFER, MapApertureSegment2.Adl) == 80, "");
_Static_assert(offsetof(DXGKARG_BUILDPAGINGBUFFER, MapApertureSegment2.Flags) == 96, "");
_Static_assert(offsetof(DXGKARG_BUILDPAGINGBUFFER, MapApertureSegment2.AdlOffset) == 100, "");
_Static_assert(offsetof(DXGKARG_BUILDPAGINGBUFFER, MapApertureSegment2.CpuVisibleAddress) == 104, "");
_Static_assert(offsetof(DXGKARG_BUILDPAGINGBUFFER, Reserved) == 40, "");
_Static_assert(offsetof(DXGKARG_BUILDPAGINGBUFFER, Reserved.Reserved) == 40, "");
_Static_assert(offsetof(DXGKARG_BUILDPAGINGBUFFER, hSystemContext) == 296, "");
_Static_assert(offsetof(DXGKARG_BUILDPAGINGBUFFER, DmaBufferGpuVirtualAddress) == 304, "");
_Static_assert(offsetof(DXGKARG_BUILDPAGINGBUFFER, DmaBufferWriteOffset) == 312, "");

_Static_assert(sizeof(DXGK_TRANSFERFLAGS) == 4 && _Alignof(DXGK_TRANSFERFLAGS) == 4, "");
_Static_assert(offsetof(DXGK_TRANSFERFLAGS, Value) == 0, "");

_Static_assert(sizeof(DXGK_DISCARDCONTENTFLAGS) == 4 && _Alignof(DXGK_DISCARDCONTENTFLAGS) == 4, "");
_Static_assert(offsetof(DXGK_DISCARDCONTENTFLAGS, Value) == 0, "");

_Static_assert(sizeof(DXGK_MAPAPERTUREFLAGS) == 4 && _Alignof(DXGK_MAPAPERTUREFLAGS) == 4, "");
_Static_assert(offsetof(DXGK_MAPAPERTUREFLAGS, Value) == 0, "");

_Static_assert(sizeof(DXGK_BUILDPAGINGBUFFER_TRANSFERVIRTUAL) == 64 && _Alignof(DXGK_BUILDPAGINGBUFFER_TRANSFERVIRTUAL) == 8, "");
_Static_assert(offsetof(DXGK_BUILDPAGINGBUFFER_TRANSFERVIRTUAL, hAllocation) == 0, "");
_Static_assert(offsetof(DXGK_BUILDPAGINGBUFFER_TRANSFERVIRTUAL, AllocationOffsetInBytes) == 8, "");
_Static_assert(offsetof(DXGK_BUILDPAGINGBUFFER_TRANSFERVIRTUAL, TransferSizeInBytes) == 16, "");
_Static_assert(offsetof(DXGK_BUILDPAGINGBUFFER_TRANSFERVIRTUAL, SourceVirtualAddress) == 24, "");
_Static_assert(offsetof(DXGK_BUILDPAGINGBUFFER_TRANSFERVIRTUAL, DestinationVirtualAddress) == 32, "");
_Static_assert(offsetof(DXGK_BUILDPAGINGBUFFER_TRANSFERVIRTUAL, SourcePageTable) == 40, "");
_Static_assert(offsetof(DXGK_BUILDPAGINGBUFFER_TRANSFERVIRTUAL, TransferDirection) == 48, "");
_Static_assert(offsetof(DXGK_BUILDPAGINGBUFFER_TRANSFERVIRTUAL, Flags) == 52, "");
_Static_assert(offsetof(DXGK_BUILDPAGINGBUFFER_TRANSFERVIRTUAL, DestinationPageTable) == 56, "");

_Static_assert(sizeof(DXGK_TRANSFERVIRTUALFLAGS) == 4 && _Alignof(DXGK_TRANSFERVIRTUALFLAGS) == 4, "");
_Static_assert(offsetof(DXGK_TRANSFERVIRTUALFLAGS, Flags) == 0, "");

_Static_assert(sizeof(DXGK_BUILDPAGINGBUFFER_FILLVIRTUAL) == 40 && _Alignof(DXGK_BUILDPAGINGBUFFER_FILLVIRTUAL) == 8, "");
_Static_assert(offsetof(DXGK_BUILDPAGINGBUFFER_FILLVIRTUAL, hAllocation) == 0, "");
_Static_assert(offsetof(DXGK_BUILDPAGINGBUFFER_FILLVIRTUAL, AllocationOffsetInBytes) == 8, "");
_Static_assert(offsetof(DXGK_BUILDPAGINGBUFFER_FILLVIRTUAL, FillSizeInBytes) == 16, "");
_Static_assert(offsetof(DXGK_BUILDPAGINGBUFFER_FILLVIRTUAL, FillPattern) == 24, "");
_Static_assert(offsetof(DXGK_BUILDPAGINGBUFFER_FILLVIRTUAL, DestinationVirtualAddress) == 32, "");

_Static_assert(sizeof(DXGK_BUILDPAGINGBUFFER_UPDATEPAGETABLE) == 104 && _Alignof(DXGK_BUILDPAGINGBUFFER_UPDATEPAGETABLE) == 8, "");
_Static_assert(offsetof(DXGK_BUILDPAGINGBUFFER_UPDATEPAGETABLE, PageTableLevel) == 0, "");
_Static_assert(offsetof(DXGK_BUILDPAGINGBUFFER_UPDATEPAGETABLE, hAllocation) == 8, "");
_Static_assert(offsetof(DXGK_BUILDPAGINGBUFFER_UPDATEPAGETABLE, PageTableAddress) == 16, "");
_Static_assert(offsetof(DXGK_BUILDPAGINGBUFFER_UPDATEPAGETABLE, pPageTableEntries) == 32, "");
_Static_assert(offsetof(DXGK_BUILDPAGINGBUFFER_UPDATEPAGETABLE, StartIndex) == 40, "");
_Static_assert(offsetof(DXGK_BUILDPAGINGBUFFER_UPDATEPAGETABLE, NumPageTableEntries) == 44, "");
_Static_assert(offsetof(DXGK_BUILDPAGINGBUFFER_UPDATEPAGETABLE, Reserved0) == 48, "");
_Static_assert(offsetof(DXGK_BUILDPAGINGBUFFER_UPDATEPAGETABLE, Flags) == 52, "");
_Static_assert(offsetof(DXGK_BUILDPAGINGBUFFER_UPDATEPAGETABLE, DriverProtection) == 56, "");
_Static_assert(offsetof(DXGK_BUILDPAGINGBUFFER_UPDATEPAGETABLE, AllocationOffsetInBytes) == 64, "");
_Static_assert(offsetof(DXGK_BUILDPAGINGBUFFER_UPDATEPAGETABLE, hProcess) == 72, "");
_Static_assert(offsetof(DXGK_BUILDPAGINGBUFFER_UPDATEPAGETABLE, UpdateMode) == 80, "");
_Static_assert(offsetof(DXGK_BUILDPAGINGBUFFER_UPDATEPAGETABLE, pPageTableEntries64KB) == 88, "");
_Static_assert(offsetof(DXGK_BUILDPAGINGBUFFER_UPDATEPAGETABLE, FirstPteVirtualAddress) == 96, "");

_Static_assert(sizeof(DXGK_PAGETABLEUPDATEADDRESS) == 16 && _Alignof(DXGK_PAGETABLEUPDATEADDRESS) == 8, "");
_Static_assert(offsetof(DXGK_PAGETABLEUPDATEADDRESS, CpuVirtual) == 0, "");
_Static_assert(offsetof(DXGK_PAGETABLEUPDATEADDRESS, GpuPhysical) == 0, "");
_Static_assert(offsetof(DXGK_PAGETABLEUPDATEADDRESS, GpuVirtual) == 0, "");

_Static_assert(sizeof(DXGK_UPDATEPAGETABLEFLAGS) == 4 && _Alignof(DXGK_UPDATEPAGETABLEFLAGS) == 4, "");

_Static_assert(sizeof(DXGK_BUILDPAGINGBUFFER_FLUSHTLB) == 40 && _Alignof(DXGK_BUILDPAGINGBUFFER_FLUSHTLB) == 8, "");
_Static_assert(offsetof(DXGK_BUILDPAGINGBUFFER_FLUSHTLB, RootPageTableAddress) == 0, "");
_Static_assert(offsetof(DXGK_BUILDPAGINGBUFFER_FLUSHTLB, hProcess) == 16, "");
_Static_assert(offsetof(DXGK_BUILDPAGINGBUFFER_FLUSHTLB, StartVirtualAddress) == 24, "");
_Static_assert(offsetof(DXGK_BUILDPAGINGBUFFER_FLUSHTLB, EndVirtualAddress) == 32, "");

_Static_assert(sizeof(DXGK_BUILDPAGINGBUFFER_COPYPAGETABLEENTRIES) == 16 && _Alignof(DXGK_BUILDPAGINGBUFFER_COPYPAGETABLEENTRIES) == 8, "");
_Static_assert(offsetof(DXGK_BUILDPAGINGBUFFER_COPYPAGETABLEENTRIES, NumRanges) == 0, "");
_Static_assert(offsetof(DXGK_BUILDPAGINGBUFFER_COPYPAGETABLEENTRIES, pRanges) == 8, "");

_Static_assert(sizeof(DXGK_BUILDPAGINGBUFFER_COPY_RANGE) == 32 && _Alignof(DXGK_BUILDPAGINGBUFFER_COPY_RANGE) == 8, "");
_Static_assert(offsetof(DXGK_BUILDPAGINGBUFFER_COPY_RANGE, NumPageTableEntries) == 0, "");
_Static_assert(offsetof(DXGK_BUILDPAGINGBUFFER_COPY_RANGE, SrcPageTableAddress) == 8, "");
_Static_assert(offsetof(DXGK_BUILDPAGINGBUFFER_COPY_RANGE, DstPageTableAddress) == 16, "");
_Static_assert(offsetof(DXGK_BUILDPAGINGBUFFER_COPY_RANGE, SrcStartPteIndex) == 24, "");
_Static_assert(offsetof(DXGK_BUILDPAGINGBUFFER_COPY_RANGE, DstStartPteIndex) == 28, "");

_Static_assert(sizeof(DXGK_BUILDPAGINGBUFFER_UPDATECONTEXTALLOCATION) == 32 && _Alignof(DXGK_BUILDPAGINGBUFFER_UPDATECONTEXTALLOCATION) == 8, "");
_Static_assert(offsetof(DXGK_BUILDPAGINGBUFFER_UPDATECONTEXTALLOCATION, ContextAllocation) == 0, "");
_Static_assert(offsetof(DXGK_BUILDPAGINGBUFFER_UPDATECONTEXTALLOCATION, ContextAllocationSize) == 8, "");
_Static_assert(offsetof(DXGK_BUILDPAGINGBUFFER_UPDATECONTEXTALLOCATION, pDriverPrivateData) == 16, "");
_Static_assert(offsetof(DXGK_BUILDPAGINGBUFFER_UPDATECONTEXTALLOCATION, DriverPrivateDataSize) == 24, "");

_Static_assert(sizeof(DXGK_BUILDPAGINGBUFFER_NOTIFYRESIDENCY) == 32 && _Alignof(DXGK_BUILDPAGINGBUFFER_NOTIFYRESIDENCY) == 8, "");
_Static_assert(offsetof(DXGK_BUILDPAGINGBUFFER_NOTIFYRESIDENCY, hAllocation) == 0, "");
_Static_assert(offsetof(DXGK_BUILDPAGINGBUFFER_NOTIFYRESIDENCY, PhysicalAddress) == 8, "");

_Static_assert(sizeof(DXGK_BUILDPAGINGBUFFER_SIGNALMONITOREDFENCE) == 16 && _Alignof(DXGK_BUILDPAGINGBUFFER_SIGNALMONITOREDFENCE) == 8, "");
_Static_assert(offsetof(DXGK_BUILDPAGINGBUFFER_SIGNALMONITOREDFENCE, MonitoredFenceGpuVa) == 0, "");
_Static_assert(offsetof(DXGK_BUILDPAGINGBUFFER_SIGNALMONITOREDFENCE, MonitoredFenceValue) == 8, "");

_Static_assert(sizeof(DXGK_ADL) == 16 && _Alignof(DXGK_ADL) == 8, "");
_Static_assert(offsetof(DXGK_ADL, PageCount) == 0, "");
_Static_assert(offsetof(DXGK_ADL, Flags) == 4, "");
_Static_assert(offsetof(DXGK_ADL, BasePageNumber) == 8, "");
_Static_assert(offsetof(DXGK_ADL, Pages) == 8, "");

_Static_assert(sizeof(DXGK_ADL_FLAGS) == 4 && _Alignof(DXGK_ADL_FLAGS) == 4, "");
_Static_assert(offsetof(DXGK_ADL_FLAGS, Value) == 0, "");

_Static_assert(sizeof(DXGKARG_SETROOTPAGETABLE) == 32 && _Alignof(DXGKARG_SETROOTPAGETABLE) == 8, "");
_Static_assert(offsetof(DXGKARG_SETROOTPAGETABLE, hContext) == 0, "");
_Static_assert(offsetof(DXGKARG_SETROOTPAGETABLE, Address) == 8, "");
_Static_assert(offsetof(DXGKARG_SETROOTPAGETABLE, NumEntries) == 24, "");

_Static_assert(sizeof(DXGKARG_GETROOTPAGETABLESIZE) == 8 && _Alignof(DXGKARG_GETROOTPAGETABLESIZE) == 4, "");
_Static_assert(offsetof(DXGKARG_GETROOTPAGETABLESIZE, NumberOfPte) == 0, "");
_Static_assert(offsetof(DXGKARG_GETROOTPAGETABLESIZE, PhysicalAdapterIndex) == 4, "");

_Static_assert(sizeof(DXGKARG_MAPCPUHOSTAPERTURE) == 40 && _Alignof(DXGKARG_MAPCPUHOSTAPERTURE) == 8, "");
_Static_assert(offsetof(DXGKARG_MAPCPUHOSTAPERTURE, hAllocation) == 0, "");
_Static_assert(offsetof(DXGKARG_MAPCPUHOSTAPERTURE, SegmentId) == 8, "");
_Static_assert(offsetof(DXGKARG_MAPCPUHOSTAPERTURE, PhysicalAdapterIndex) == 10, "");
_Static_assert(offsetof(DXGKARG_MAPCPUHOSTAPERTURE, NumberOfPages) == 16, "");
_Static_assert(offsetof(DXGKARG_MAPCPUHOSTAPERTURE, pCpuHostAperturePages) == 24, "");
_Static_assert(offsetof(DXGKARG_MAPCPUHOSTAPERTURE, pMemorySegmentPages) == 32, "");

_Static_assert(sizeof(DXGKARG_UNMAPCPUHOSTAPERTURE) == 24 && _Alignof(DXGKARG_UNMAPCPUHOSTAPERTURE) == 8, "");
_Static_assert(offsetof(DXGKARG_UNMAPCPUHOSTAPERTURE, NumberOfPages) == 0, "");
_Static_assert(offsetof(DXGKARG_UNMAPCPUHOSTAPERTURE, pCpuHostAperturePages) == 8, "");
_Static_assert(offsetof(DXGKARG_UNMAPCPUHOSTAPERTURE, SegmentId) == 16, "");
_Static_assert(offsetof(DXGKARG_UNMAPCPUHOSTAPERTURE, PhysicalAdapterIndex) == 18, "");

_Static_assert(sizeof(DXGK_ALLOCATIONLIST) == 24 && _Alignof(DXGK_ALLOCATIONLIST) == 8, "");
_Static_assert(offsetof(DXGK_ALLOCATIONLIST, hDeviceSpecificAllocation) == 0, "");
_Static_assert(offsetof(DXGK_ALLOCATIONLIST, PhysicalAddress) == 16, "");
_Static_assert(offsetof(DXGK_ALLOCATIONLIST, VirtualAddress) == 16, "");

_Static_assert(sizeof(DXGKARG_RENDER) == 112 && _Alignof(DXGKARG_RENDER) == 8, "");
_Static_assert(offsetof(DXGKARG_RENDER, pCommand) == 0, "");
_Static_assert(offsetof(DXGKARG_RENDER, CommandLength) == 8, "");
_Static_assert(offsetof(DXGKARG_RENDER, pDmaBuffer) == 16, "");
_Static_assert(offsetof(DXGKARG_RENDER, DmaSize) == 24, "");
_Static_assert(offsetof(DXGKARG_RENDER, pDmaBufferPrivateData) == 32, "");
_Static_assert(offsetof(DXGKARG_RENDER, DmaBufferPrivateDataSize) == 40, "");
_Static_assert(offsetof(DXGKARG_RENDER, pAllocationList) == 48, "");
_Static_assert(offsetof(DXGKARG_RENDER, AllocationListSize) == 56, "");
_Static_assert(offsetof(DXGKARG_RENDER, pPatchLocationListIn) == 64, "");
_Static_assert(offsetof(DXGKARG_RENDER, PatchLocationListInSize) == 72, "");
_Static_assert(offsetof(DXGKARG_RENDER, pPatchLocationListOut) == 80, "");
_Static_assert(offsetof(DXGKARG_RENDER, PatchLocationListOutSize) == 88, "");
_Static_assert(offsetof(DXGKARG_RENDER, MultipassOffset) == 92, "");
_Static_assert(offsetof(DXGKARG_RENDER, DmaBufferSegmentId) == 96, "");
_Static_assert(offsetof(DXGKARG_RENDER, DmaBufferPhysicalAddress) == 104, "");

_Static_assert(sizeof(DXGKARG_PATCH) == 120 && _Alignof(DXGKARG_PATCH) == 8, "");
_Static_assert(offsetof(DXGKARG_PATCH, hDevice) == 0, "");
_Static_assert(offsetof(DXGKARG_PATCH, hContext) == 0, "");
_Static_assert(offsetof(DXGKARG_PATCH, DmaBufferSegmentId) == 8, "");
_Static_assert(offsetof(DXGKARG_PATCH, DmaBufferPhysicalAddress) == 16, "");
_Static_assert(offsetof(DXGKARG_PATCH, pDmaBuffer) == 24, "");
_Static_assert(offsetof(DXGKARG_PATCH, DmaBufferSize) == 32, "");
_Static_assert(offsetof(DXGKARG_PATCH, DmaBufferSubmissionStartOffset) == 36, "");
_Static_assert(offsetof(DXGKARG_PATCH, DmaBufferSubmissionEndOffset) == 40, "");
_Static_assert(offsetof(DXGKARG_PATCH, pDmaBufferPrivateData) == 48, "");
_Static_assert(offsetof(DXGKARG_PATCH, DmaBufferPrivateDataSize) == 56, "");
_Static_assert(offsetof(DXGKARG_PATCH, DmaBufferPrivateDataSubmissionStartOffset) == 60, "");
_Static_assert(offsetof(DXGKARG_PATCH, DmaBufferPrivateDataSubmissionEndOffset) == 64, "");
_Static_assert(offsetof(DXGKARG_PATCH, pAllocationList) == 72, "");
_Static_assert(offsetof(DXGKARG_PATCH, AllocationListSize) == 80, "");
_Static_assert(offsetof(DXGKARG_PATCH, pPatchLocationList) == 88, "");
_Static_assert(offsetof(DXGKARG_PATCH, PatchLocationListSize) == 96, "");
_Static_assert(offsetof(DXGKARG_PATCH, PatchLocationListSubmissionStart) == 100, "");
_Static_assert(offsetof(DXGKARG_PATCH, PatchLocationListSubmissionLength) == 104, "");
_Static_assert(offsetof(DXGKARG_PATCH, SubmissionFenceId) == 108, "");
_Static_assert(offsetof(DXGKARG_PATCH, Flags) == 112, "");
_Static_assert(offsetof(DXGKARG_PATCH, EngineOrdinal) == 116, "");

_Static_assert(sizeof(DXGK_PATCHFLAGS) == 4 && _Alignof(DXGK_PATCHFLAGS) == 4, "");
_Static_assert(offsetof(DXGK_PATCHFLAGS, Value) == 0, "");

_Static_assert(sizeof(DXGKARG_SUBMITCOMMAND) == 96 && _Alignof(DXGKARG_SUBMITCOMMAND) == 8, "");
_Static_assert(offsetof(DXGKARG_SUBMITCOMMAND, hDevice) == 0, "");
_Static_assert(offsetof(DXGKARG_SUBMITCOMMAND, hContext) == 0, "");
_Static_assert(offsetof(DXGKARG_SUBMITCOMMAND, DmaBufferSegmentId) == 8, "");
_Static_assert(offsetof(DXGKARG_SUBMITCOMMAND, DmaBufferPhysicalAddress) == 16, "");
_Static_assert(offsetof(DXGKARG_SUBMITCOMMAND, DmaBufferSize) == 24, "");
_Static_assert(offsetof(DXGKARG_SUBMITCOMMAND, DmaBufferSubmissionStartOffset) == 28, "");
_Static_assert(offsetof(DXGKARG_SUBMITCOMMAND, DmaBufferSubmissionEndOffset) == 32, "");
_Static_assert(offsetof(DXGKARG_SUBMITCOMMAND, pDmaBufferPrivateData) == 40, "");
_Static_assert(offsetof(DXGKARG_SUBMITCOMMAND, DmaBufferPrivateDataSize) == 48, "");
_Static_assert(offsetof(DXGKARG_SUBMITCOMMAND, DmaBufferPrivateDataSubmissionStartOffset) == 52, "");
_Static_assert(offsetof(DXGKARG_SUBMITCOMMAND, DmaBufferPrivateDataSubmissionEndOffset) == 56, "");
_Static_assert(offsetof(DXGKARG_SUBMITCOMMAND, SubmissionFenceId) == 60, "");
_Static_assert(offsetof(DXGKARG_SUBMITCOMMAND, VidPnSourceId) == 64, "");
_Static_assert(offsetof(DXGKARG_SUBMITCOMMAND, FlipInterval) == 68, "");
_Static_assert(offsetof(DXGKARG_SUBMITCOMMAND, Flags) == 72, "");
_Static_assert(offsetof(DXGKARG_SUBMITCOMMAND, EngineOrdinal) == 76, "");
_Static_assert(offsetof(DXGKARG_SUBMITCOMMAND, DmaBufferVirtualAddress) == 80, "");
_Static_assert(offsetof(DXGKARG_SUBMITCOMMAND, NodeOrdinal) == 88, "");

_Static_assert(sizeof(DXGK_SUBMITCOMMANDFLAGS) == 4 && _Alignof(DXGK_SUBMITCOMMANDFLAGS) == 4, "");
_Static_assert(offsetof(DXGK_SUBMITCOMMANDFLAGS, Value) == 0, "");

_Static_assert(sizeof(DXGKARG_SUBMITCOMMANDVIRTUAL) == 64 && _Alignof(DXGKARG_SUBMITCOMMANDVIRTUAL) == 8, "");
_Static_assert(offsetof(DXGKARG_SUBMITCOMMANDVIRTUAL, hContext) == 0, "");
_Static_assert(offsetof(DXGKARG_SUBMITCOMMANDVIRTUAL, DmaBufferVirtualAddress) == 8, "");
_Static_assert(offsetof(DXGKARG_SUBMITCOMMANDVIRTUAL, DmaBufferSize) == 16, "");
_Static_assert(offsetof(DXGKARG_SUBMITCOMMANDVIRTUAL, pDmaBufferPrivateData) == 24, "");
_Static_assert(offsetof(DXGKARG_SUBMITCOMMANDVIRTUAL, DmaBufferPrivateDataSize) == 32, "");
_Static_assert(offsetof(DXGKARG_SUBMITCOMMANDVIRTUAL, DmaBufferUmdPrivateDataSize) == 36, "");
_Static_assert(offsetof(DXGKARG_SUBMITCOMMANDVIRTUAL, SubmissionFenceId) == 40, "");
_Static_assert(offsetof(DXGKARG_SUBMITCOMMANDVIRTUAL, VidPnSourceId) == 44, "");
_Static_assert(offsetof(DXGKARG_SUBMITCOMMANDVIRTUAL, FlipInterval) == 48, "");
_Static_assert(offsetof(DXGKARG_SUBMITCOMMANDVIRTUAL, Flags) == 52, "");
_Static_assert(offsetof(DXGKARG_SUBMITCOMMANDVIRTUAL, EngineOrdinal) == 56, "");
_Static_assert(offsetof(DXGKARG_SUBMITCOMMANDVIRTUAL, NodeOrdinal) == 60, "");

_Static_assert(sizeof(DXGKARG_PREEMPTCOMMAND) == 16 && _Alignof(DXGKARG_PREEMPTCOMMAND) == 4, "");
_Static_assert(offsetof(DXGKARG_PREEMPTCOMMAND, PreemptionFenceId) == 0, "");
_Static_assert(offsetof(DXGKARG_PREEMPTCOMMAND, NodeOrdinal) == 4, "");
_Static_assert(offsetof(DXGKARG_PREEMPTCOMMAND, EngineOrdinal) == 8, "");
_Static_assert(offsetof(DXGKARG_PREEMPTCOMMAND, Flags) == 12, "");

_Static_assert(sizeof(DXGK_PREEMPTCOMMANDFLAGS) == 4 && _Alignof(DXGK_PREEMPTCOMMANDFLAGS) == 4, "");
_Static_assert(offsetof(DXGK_PREEMPTCOMMANDFLAGS, Value) == 0, "");

_Static_assert(sizeof(DXGKARG_CANCELCOMMAND) == 112 && _Alignof(DXGKARG_CANCELCOMMAND) == 8, "");
_Static_assert(offsetof(DXGKARG_CANCELCOMMAND, hContext) == 0, "");
_Static_assert(offsetof(DXGKARG_CANCELCOMMAND, pDmaBuffer) == 8, "");
_Static_assert(offsetof(DXGKARG_CANCELCOMMAND, DmaBufferSize) == 16, "");
_Static_assert(offsetof(DXGKARG_CANCELCOMMAND, DmaBufferSubmissionStartOffset) == 20, "");
_Static_assert(offsetof(DXGKARG_CANCELCOMMAND, DmaBufferSubmissionEndOffset) == 24, "");
_Static_assert(offsetof(DXGKARG_CANCELCOMMAND, pDmaBufferPrivateData) == 32, "");
_Static_assert(offsetof(DXGKARG_CANCELCOMMAND, DmaBufferPrivateDataSize) == 40, "");
_Static_assert(offsetof(DXGKARG_CANCELCOMMAND, DmaBufferPrivateDataSubmissionStartOffset) == 44, "");
_Static_assert(offsetof(DXGKARG_CANCELCOMMAND, DmaBufferPrivateDataSubmissionEndOffset) == 48, "");
_Static_assert(offsetof(DXGKARG_CANCELCOMMAND, pAllocationList) == 56, "");
_Static_assert(offsetof(DXGKARG_CANCELCOMMAND, AllocationListSize) == 64, "");
_Static_assert(offsetof(DXGKARG_CANCELCOMMAND, pPatchLocationList) == 72, "");
_Static_assert(offsetof(DXGKARG_CANCELCOMMAND, PatchLocationListSize) == 80, "");
_Static_assert(offsetof(DXGKARG_CANCELCOMMAND, PatchLocationListSubmissionStart) == 84, "");
_Static_assert(offsetof(DXGKARG_CANCELCOMMAND, PatchLocationListSubmissionLength) == 88, "");
_Static_assert(offsetof(DXGKARG_CANCELCOMMAND, DmaBufferVirtualAddress) == 96, "");
_Static_assert(offsetof(DXGKARG_CANCELCOMMAND, DmaBufferUmdPrivateDataSize) == 104, "");

_Static_assert(sizeof(DXGKARG_QUERYCURRENTFENCE) == 12 && _Alignof(DXGKARG_QUERYCURRENTFENCE) == 4, "");
_Static_assert(offsetof(DXGKARG_QUERYCURRENTFENCE, CurrentFence) == 0, "");
_Static_assert(offsetof(DXGKARG_QUERYCURRENTFENCE, NodeOrdinal) == 4, "");
_Static_assert(offsetof(DXGKARG_QUERYCURRENTFENCE, EngineOrdinal) == 8, "");

_Static_assert(sizeof(DXGKARG_RESETENGINE) == 12 && _Alignof(DXGKARG_RESETENGINE) == 4, "");
_Static_assert(offsetof(DXGKARG_RESETENGINE, NodeOrdinal) == 0, "");
_Static_assert(offsetof(DXGKARG_RESETENGINE, EngineOrdinal) == 4, "");
_Static_assert(offsetof(DXGKARG_RESETENGINE, LastAbortedFenceId) == 8, "");

_Static_assert(sizeof(DXGKARG_QUERYENGINESTATUS) == 12 && _Alignof(DXGKARG_QUERYENGINESTATUS) == 4, "");
_Static_assert(offsetof(DXGKARG_QUERYENGINESTATUS, NodeOrdinal) == 0, "");
_Static_assert(offsetof(DXGKARG_QUERYENGINESTATUS, EngineOrdinal) == 4, "");
_Static_assert(offsetof(DXGKARG_QUERYENGINESTATUS, EngineStatus) == 8, "");

_Static_assert(sizeof(DXGK_ENGINESTATUS) == 4 && _Alignof(DXGK_ENGINESTATUS) == 4, "");
_Static_assert(offsetof(DXGK_ENGINESTATUS, Value) == 0, "");

_Static_assert(sizeof(DXGKARG_QUERYDEPENDENTENGINEGROUP) == 16 && _Alignof(DXGKARG_QUERYDEPENDENTENGINEGROUP) == 8, "");
_Static_assert(offsetof(DXGKARG_QUERYDEPENDENTENGINEGROUP, NodeOrdinal) == 0, "");
_Static_assert(offsetof(DXGKARG_QUERYDEPENDENTENGINEGROUP, EngineOrdinal) == 4, "");
_Static_assert(offsetof(DXGKARG_QUERYDEPENDENTENGINEGROUP, DependentNodeOrdinalMask) == 8, "");

_Static_assert(sizeof(DXGKARG_COLLECTDBGINFO) == 32 && _Alignof(DXGKARG_COLLECTDBGINFO) == 8, "");
_Static_assert(offsetof(DXGKARG_COLLECTDBGINFO, Reason) == 0, "");
_Static_assert(offsetof(DXGKARG_COLLECTDBGINFO, pBuffer) == 8, "");
_Static_assert(offsetof(DXGKARG_COLLECTDBGINFO, BufferSize) == 16, "");
_Static_assert(offsetof(DXGKARG_COLLECTDBGINFO, pExtension) == 24, "");

_Static_assert(sizeof(DXGKARGCB_GETHANDLEDATA) == 12 && _Alignof(DXGKARGCB_GETHANDLEDATA) == 4, "");
_Static_assert(offsetof(DXGKARGCB_GETHANDLEDATA, hObject) == 0, "");
_Static_assert(offsetof(DXGKARGCB_GETHANDLEDATA, Type) == 4, "");
_Static_assert(offsetof(DXGKARGCB_GETHANDLEDATA, Flags) == 8, "");

_Static_assert(sizeof(DXGKCB_GETHANDLEDATAFLAGS) == 4 && _Alignof(DXGKCB_GETHANDLEDATAFLAGS) == 4, "");
_Static_assert(offsetof(DXGKCB_GETHANDLEDATAFLAGS, Value) == 0, "");

_Static_assert(sizeof(DXGKARGCB_RELEASEHANDLEDATA) == 16 && _Alignof(DXGKARGCB_RELEASEHANDLEDATA) == 8, "");
_Static_assert(offsetof(DXGKARGCB_RELEASEHANDLEDATA, ReleaseHandle) == 0, "");
_Static_assert(offsetof(DXGKARGCB_RELEASEHANDLEDATA, Type) == 8, "");

_Static_assert(sizeof(DXGKARGCB_ENUMHANDLECHILDREN) == 8 && _Alignof(DXGKARGCB_ENUMHANDLECHILDREN) == 4, "");
_Static_assert(offsetof(DXGKARGCB_ENUMHANDLECHILDREN, hObject) == 0, "");
_Static_assert(offsetof(DXGKARGCB_ENUMHANDLECHILDREN, Index) == 4, "");

_Static_assert(sizeof(DXGKARGCB_GETCAPTUREADDRESS) == 16 && _Alignof(DXGKARGCB_GETCAPTUREADDRESS) == 8, "");
_Static_assert(offsetof(DXGKARGCB_GETCAPTUREADDRESS, hAllocation) == 0, "");
_Static_assert(offsetof(DXGKARGCB_GETCAPTUREADDRESS, SegmentId) == 4, "");
_Static_assert(offsetof(DXGKARGCB_GETCAPTUREADDRESS, PhysicalAddress) == 8, "");

_Static_assert(sizeof(DXGKARGCB_ISFEATUREENABLED) == 16 && _Alignof(DXGKARGCB_ISFEATUREENABLED) == 8, "");
_Static_assert(offsetof(DXGKARGCB_ISFEATUREENABLED, DeviceHandle) == 0, "");
_Static_assert(offsetof(DXGKARGCB_ISFEATUREENABLED, FeatureId) == 8, "");
_Static_assert(offsetof(DXGKARGCB_ISFEATUREENABLED, Enabled) == 12, "");

_Static_assert(sizeof(DXGKARGCB_QUERYFEATURESUPPORT) == 24 && _Alignof(DXGKARGCB_QUERYFEATURESUPPORT) == 8, "");
_Static_assert(offsetof(DXGKARGCB_QUERYFEATURESUPPORT, DeviceHandle) == 0, "");
_Static_assert(offsetof(DXGKARGCB_QUERYFEATURESUPPORT, FeatureId) == 8, "");
_Static_assert(offsetof(DXGKARGCB_QUERYFEATURESUPPORT, DriverSupportState) == 12, "");
_Static_assert(offsetof(DXGKARGCB_QUERYFEATURESUPPORT, Enabled) == 16, "");

_Static_assert(sizeof(DXGKARGCB_CREATECONTEXTALLOCATION) == 88 && _Alignof(DXGKARGCB_CREATECONTEXTALLOCATION) == 8, "");
_Static_assert(offsetof(DXGKARGCB_CREATECONTEXTALLOCATION, ContextAllocationFlags) == 0, "");
_Static_assert(offsetof(DXGKARGCB_CREATECONTEXTALLOCATION, hAdapter) == 8, "");
_Static_assert(offsetof(DXGKARGCB_CREATECONTEXTALLOCATION, hDevice) == 16, "");
_Static_assert(offsetof(DXGKARGCB_CREATECONTEXTALLOCATION, hContext) == 24, "");
_Static_assert(offsetof(DXGKARGCB_CREATECONTEXTALLOCATION, hDriverAllocation) == 32, "");
_Static_assert(offsetof(DXGKARGCB_CREATECONTEXTALLOCATION, Size) == 40, "");
_Static_assert(offsetof(DXGKARGCB_CREATECONTEXTALLOCATION, Alignment) == 48, "");
_Static_assert(offsetof(DXGKARGCB_CREATECONTEXTALLOCATION, SupportedSegmentSet) == 52, "");
_Static_assert(offsetof(DXGKARGCB_CREATECONTEXTALLOCATION, EvictionSegmentSet) == 56, "");
_Static_assert(offsetof(DXGKARGCB_CREATECONTEXTALLOCATION, PreferredSegment) == 60, "");
_Static_assert(offsetof(DXGKARGCB_CREATECONTEXTALLOCATION, HintedBank) == 64, "");
_Static_assert(offsetof(DXGKARGCB_CREATECONTEXTALLOCATION, Flags) == 68, "");
_Static_assert(offsetof(DXGKARGCB_CREATECONTEXTALLOCATION, hAllocation) == 72, "");
_Static_assert(offsetof(DXGKARGCB_CREATECONTEXTALLOCATION, PhysicalAdapterIndex) == 80, "");

_Static_assert(sizeof(DXGK_CREATECONTEXTALLOCATIONFLAGS) == 4 && _Alignof(DXGK_CREATECONTEXTALLOCATIONFLAGS) == 4, "");
_Static_assert(offsetof(DXGK_CREATECONTEXTALLOCATIONFLAGS, Value) == 0, "");

_Static_assert(sizeof(DXGKARGCB_RESERVEGPUVIRTUALADDRESSRANGE) == 48 && _Alignof(DXGKARGCB_RESERVEGPUVIRTUALADDRESSRANGE) == 8, "");
_Static_assert(offsetof(DXGKARGCB_RESERVEGPUVIRTUALADDRESSRANGE, hDxgkProcess) == 0, "");
_Static_assert(offsetof(DXGKARGCB_RESERVEGPUVIRTUALADDRESSRANGE, SizeInBytes) == 8, "");
_Static_assert(offsetof(DXGKARGCB_RESERVEGPUVIRTUALADDRESSRANGE, Alignment) == 16, "");
_Static_assert(offsetof(DXGKARGCB_RESERVEGPUVIRTUALADDRESSRANGE, StartVirtualAddress) == 24, "");
_Static_assert(offsetof(DXGKARGCB_RESERVEGPUVIRTUALADDRESSRANGE, BaseAddress) == 32, "");
_Static_assert(offsetof(DXGKARGCB_RESERVEGPUVIRTUALADDRESSRANGE, Flags) == 40, "");

_Static_assert(sizeof(DXGKARGCB_MAPCONTEXTALLOCATION) == 64 && _Alignof(DXGKARGCB_MAPCONTEXTALLOCATION) == 8, "");
_Static_assert(offsetof(DXGKARGCB_MAPCONTEXTALLOCATION, BaseAddress) == 0, "");
_Static_assert(offsetof(DXGKARGCB_MAPCONTEXTALLOCATION, MinimumAddress) == 8, "");
_Static_assert(offsetof(DXGKARGCB_MAPCONTEXTALLOCATION, MaximumAddress) == 16, "");
_Static_assert(offsetof(DXGKARGCB_MAPCONTEXTALLOCATION, hAllocation) == 24, "");
_Static_assert(offsetof(DXGKARGCB_MAPCONTEXTALLOCATION, OffsetInPages) == 32, "");
_Static_assert(offsetof(DXGKARGCB_MAPCONTEXTALLOCATION, SizeInPages) == 40, "");
_Static_assert(offsetof(DXGKARGCB_MAPCONTEXTALLOCATION, Protection) == 48, "");
_Static_assert(offsetof(DXGKARGCB_MAPCONTEXTALLOCATION, DriverProtection) == 56, "");

_Static_assert(sizeof(DXGKARGCB_UPDATECONTEXTALLOCATION) == 24 && _Alignof(DXGKARGCB_UPDATECONTEXTALLOCATION) == 8, "");
_Static_assert(offsetof(DXGKARGCB_UPDATECONTEXTALLOCATION, hAllocation) == 0, "");
_Static_assert(offsetof(DXGKARGCB_UPDATECONTEXTALLOCATION, pPrivateDriverData) == 8, "");
_Static_assert(offsetof(DXGKARGCB_UPDATECONTEXTALLOCATION, PrivateDriverDataSize) == 16, "");

_Static_assert(sizeof(DXGKARGCB_NOTIFY_INTERRUPT_DATA) == 80 && _Alignof(DXGKARGCB_NOTIFY_INTERRUPT_DATA) == 8, "");
_Static_assert(offsetof(DXGKARGCB_NOTIFY_INTERRUPT_DATA, InterruptType) == 0, "");
_Static_assert(offsetof(DXGKARGCB_NOTIFY_INTERRUPT_DATA, DmaCompleted) == 8, "");
_Static_assert(offsetof(DXGKARGCB_NOTIFY_INTERRUPT_DATA, DmaCompleted.SubmissionFenceId) == 8, "");
_Static_assert(offsetof(DXGKARGCB_NOTIFY_INTERRUPT_DATA, DmaCompleted.NodeOrdinal) == 12, "");
_Static_assert(offsetof(DXGKARGCB_NOTIFY_INTERRUPT_DATA, DmaCompleted.EngineOrdinal) == 16, "");
_Static_assert(offsetof(DXGKARGCB_NOTIFY_INTERRUPT_DATA, DmaPreempted) == 8, "");
_Static_assert(offsetof(DXGKARGCB_NOTIFY_INTERRUPT_DATA, DmaPreempted.PreemptionFenceId) == 8, "");
_Static_assert(offsetof(DXGKARGCB_NOTIFY_INTERRUPT_DATA, DmaPreempted.LastCompletedFenceId) == 12, "");
_Static_assert(offsetof(DXGKARGCB_NOTIFY_INTERRUPT_DATA, DmaPreempted.NodeOrdinal) == 16, "");
_Static_assert(offsetof(DXGKARGCB_NOTIFY_INTERRUPT_DATA, DmaPreempted.EngineOrdinal) == 20, "");
_Static_assert(offsetof(DXGKARGCB_NOTIFY_INTERRUPT_DATA, DmaFaulted) == 8, "");
_Static_assert(offsetof(DXGKARGCB_NOTIFY_INTERRUPT_DATA, DmaFaulted.FaultedFenceId) == 8, "");
_Static_assert(offsetof(DXGKARGCB_NOTIFY_INTERRUPT_DATA, DmaFaulted.Status) == 12, "");
_Static_assert(offsetof(DXGKARGCB_NOTIFY_INTERRUPT_DATA, DmaFaulted.NodeOrdinal) == 16, "");
_Static_assert(offsetof(DXGKARGCB_NOTIFY_INTERRUPT_DATA, DmaFaulted.EngineOrdinal) == 20, "");
_Static_assert(offsetof(DXGKARGCB_NOTIFY_INTERRUPT_DATA, CrtcVsync) == 8, "");
_Static_assert(offsetof(DXGKARGCB_NOTIFY_INTERRUPT_DATA, CrtcVsync.VidPnTargetId) == 8, "");
_Static_assert(offsetof(DXGKARGCB_NOTIFY_INTERRUPT_DATA, CrtcVsync.PhysicalAddress) == 16, "");
_Static_assert(offsetof(DXGKARGCB_NOTIFY_INTERRUPT_DATA, CrtcVsync.PhysicalAdapterMask) == 24, "");
_Static_assert(offsetof(DXGKARGCB_NOTIFY_INTERRUPT_DATA, DisplayOnlyVsync) == 8, "");
_Static_assert(offsetof(DXGKARGCB_NOTIFY_INTERRUPT_DATA, DisplayOnlyVsync.VidPnTargetId) == 8, "");
_Static_assert(offsetof(DXGKARGCB_NOTIFY_INTERRUPT_DATA, CrtcVsyncWithMultiPlaneOverlay) == 8, "");
_Static_assert(offsetof(DXGKARGCB_NOTIFY_INTERRUPT_DATA, CrtcVsyncWithMultiPlaneOverlay.VidPnTargetId) == 8, "");
_Static_assert(offsetof(DXGKARGCB_NOTIFY_INTERRUPT_DATA, CrtcVsyncWithMultiPlaneOverlay.PhysicalAdapterMask) == 12, "");
_Static_assert(offsetof(DXGKARGCB_NOTIFY_INTERRUPT_DATA, CrtcVsyncWithMultiPlaneOverlay.MultiPlaneOverlayVsyncInfoCount) ==
                   16, "");
_Static_assert(offsetof(DXGKARGCB_NOTIFY_INTERRUPT_DATA, CrtcVsyncWithMultiPlaneOverlay.pMultiPlaneOverlayVsyncInfo) ==
                   24, "");
_Static_assert(offsetof(DXGKARGCB_NOTIFY_INTERRUPT_DATA, DisplayOnlyPresentProgress) == 8, "");
_Static_assert(offsetof(DXGKARGCB_NOTIFY_INTERRUPT_DATA, MiracastEncodeChunkCompleted) == 8, "");
_Static_assert(offsetof(DXGKARGCB_NOTIFY_INTERRUPT_DATA, MiracastEncodeChunkCompleted.VidPnTargetId) == 8, "");
_Static_assert(offsetof(DXGKARGCB_NOTIFY_INTERRUPT_DATA, MiracastEncodeChunkCompleted.ChunkInfo) == 16, "");
_Static_assert(offsetof(DXGKARGCB_NOTIFY_INTERRUPT_DATA, MiracastEncodeChunkCompleted.pPrivateDriverData) == 40, "");
_Static_assert(offsetof(DXGKARGCB_NOTIFY_INTERRUPT_DATA, MiracastEncodeChunkCompleted.PrivateDataDriverSize) == 48, "");
_Static_assert(offsetof(DXGKARGCB_NOTIFY_INTERRUPT_DATA, MiracastEncodeChunkCompleted.Status) == 52, "");
_Static_assert(offsetof(DXGKARGCB_NOTIFY_INTERRUPT_DATA, DmaPageFaulted) == 8, "");
_Static_assert(offsetof(DXGKARGCB_NOTIFY_INTERRUPT_DATA, DmaPageFaulted.FaultedFenceId) == 8, "");
_Static_assert(offsetof(DXGKARGCB_NOTIFY_INTERRUPT_DATA, DmaPageFaulted.FaultedPrimitiveAPISequenceNumber) == 16, "");
_Static_assert(offsetof(DXGKARGCB_NOTIFY_INTERRUPT_DATA, DmaPageFaulted.FaultedPipelineStage) == 24, "");
_Static_assert(offsetof(DXGKARGCB_NOTIFY_INTERRUPT_DATA, DmaPageFaulted.FaultedBindTableEntry) == 28, "");
_Static_assert(offsetof(DXGKARGCB_NOTIFY_INTERRUPT_DATA, DmaPageFaulted.PageFaultFlags) == 32, "");
_Static_assert(offsetof(DXGKARGCB_NOTIFY_INTERRUPT_DATA, DmaPageFaulted.FaultedVirtualAddress) == 40, "");
_Static_assert(offsetof(DXGKARGCB_NOTIFY_INTERRUPT_DATA, DmaPageFaulted.NodeOrdinal) == 48, "");
_Static_assert(offsetof(DXGKARGCB_NOTIFY_INTERRUPT_DATA, DmaPageFaulted.EngineOrdinal) == 52, "");
_Static_assert(offsetof(DXGKARGCB_NOTIFY_INTERRUPT_DATA, DmaPageFaulted.PageTableLevel) == 56, "");
_Static_assert(offsetof(DXGKARGCB_NOTIFY_INTERRUPT_DATA, DmaPageFaulted.FaultErrorCode) == 60, "");
_Static_assert(offsetof(DXGKARGCB_NOTIFY_INTERRUPT_DATA, DmaPageFaulted.FaultedProcessHandle) == 64, "");
_Static_assert(offsetof(DXGKARGCB_NOTIFY_INTERRUPT_DATA, CrtcVsyncWithMultiPlaneOverlay2) == 8, "");
_Static_assert(offsetof(DXGKARGCB_NOTIFY_INTERRUPT_DATA, CrtcVsyncWithMultiPlaneOverlay2.VidPnTargetId) == 8, "");
_Static_assert(offsetof(DXGKARGCB_NOTIFY_INTERRUPT_DATA, CrtcVsyncWithMultiPlaneOverlay2.PhysicalAdapterMask) ==
                   12, "");
_Static_assert(offsetof(DXGKARGCB_NOTIFY_INTERRUPT_DATA, CrtcVsyncWithMultiPlaneOverlay2.MultiPlaneOverlayVsyncInfoCount) ==
                   16, "");
_Static_assert(offsetof(DXGKARGCB_NOTIFY_INTERRUPT_DATA, CrtcVsyncWithMultiPlaneOverlay2.pMultiPlaneOverlayVsyncInfo) ==
                   24, "");
_Static_assert(offsetof(DXGKARGCB_NOTIFY_INTERRUPT_DATA, CrtcVsyncWithMultiPlaneOverlay2.GpuFrequency) == 32, "");
_Static_assert(offsetof(DXGKARGCB_NOTIFY_INTERRUPT_DATA, CrtcVsyncWithMultiPlaneOverlay2.GpuClockCounter) == 40, "");
_Static_assert(offsetof(DXGKARGCB_NOTIFY_INTERRUPT_DATA, MonitoredFenceSignaled) == 8, "");
_Static_assert(offsetof(DXGKARGCB_NOTIFY_INTERRUPT_DATA, MonitoredFenceSignaled.NodeOrdinal) == 8, "");
_Static_assert(offsetof(DXGKARGCB_NOTIFY_INTERRUPT_DATA, MonitoredFenceSignaled.EngineOrdinal) == 12, "");
_Static_assert(offsetof(DXGKARGCB_NOTIFY_INTERRUPT_DATA, HwContextListSwitchCompleted) == 8, "");
_Static_assert(offsetof(DXGKARGCB_NOTIFY_INTERRUPT_DATA, HwContextListSwitchCompleted.NodeOrdinal) == 8, "");
_Static_assert(offsetof(DXGKARGCB_NOTIFY_INTERRUPT_DATA, HwContextListSwitchCompleted.EngineOrdinal) == 12, "");
_Static_assert(offsetof(DXGKARGCB_NOTIFY_INTERRUPT_DATA, HwContextListSwitchCompleted.ContextSwitchFence) == 16, "");
_Static_assert(offsetof(DXGKARGCB_NOTIFY_INTERRUPT_DATA, HwQueuePageFaulted) == 8, "");
_Static_assert(offsetof(DXGKARGCB_NOTIFY_INTERRUPT_DATA, HwQueuePageFaulted.FaultedFenceId) == 8, "");
_Static_assert(offsetof(DXGKARGCB_NOTIFY_INTERRUPT_DATA, HwQueuePageFaulted.FaultedVirtualAddress) == 16, "");
_Static_assert(offsetof(DXGKARGCB_NOTIFY_INTERRUPT_DATA, HwQueuePageFaulted.FaultedPrimitiveAPISequenceNumber) ==
                   24, "");
_Static_assert(offsetof(DXGKARGCB_NOTIFY_INTERRUPT_DATA, HwQueuePageFaulted.FaultedHwQueue) == 32, "");
_Static_assert(offsetof(DXGKARGCB_NOTIFY_INTERRUPT_DATA, HwQueuePageFaulted.FaultedHwContext) == 32, "");
_Static_assert(offsetof(DXGKARGCB_NOTIFY_INTERRUPT_DATA, HwQueuePageFaulted.FaultedProcessHandle) == 32, "");
_Static_assert(offsetof(DXGKARGCB_NOTIFY_INTERRUPT_DATA, HwQueuePageFaulted.NodeOrdinal) == 40, "");
_Static_assert(offsetof(DXGKARGCB_NOTIFY_INTERRUPT_DATA, HwQueuePageFaulted.EngineOrdinal) == 44, "");
_Static_assert(offsetof(DXGKARGCB_NOTIFY_INTERRUPT_DATA, HwQueuePageFaulted.FaultedPipelineStage) == 48, "");
_Static_assert(offsetof(DXGKARGCB_NOTIFY_INTERRUPT_DATA, HwQueuePageFaulted.FaultedBindTableEntry) == 52, "");
_Static_assert(offsetof(DXGKARGCB_NOTIFY_INTERRUPT_DATA, HwQueuePageFaulted.PageFaultFlags) == 56, "");
_Static_assert(offsetof(DXGKARGCB_NOTIFY_INTERRUPT_DATA, HwQueuePageFaulted.PageTableLevel) == 60, "");
_Static_assert(offsetof(DXGKARGCB_NOTIFY_INTERRUPT_DATA, HwQueuePageFaulted.FaultErrorCode) == 64, "");
_Static_assert(offsetof(DXGKARGCB_NOTIFY_INTERRUPT_DATA, PeriodicMonitoredFenceSignaled) == 8, "");
_Static_assert(offsetof(DXGKARGCB_NOTIFY_INTERRUPT_DATA, PeriodicMonitoredFenceSignaled.VidPnTargetId) == 8, "");
_Static_assert(offsetof(DXGKARGCB_NOTIFY_INTERRUPT_DATA, PeriodicMonitoredFenceSignaled.NotificationID) == 12, "");
_Static_assert(offsetof(DXGKARGCB_NOTIFY_INTERRUPT_DATA, SchedulingLogInterrupt) == 8, "");
_Static_assert(offsetof(DXGKARGCB_NOTIFY_INTERRUPT_DATA, SchedulingLogInterrupt.NodeOrdinal) == 8, "");
_Static_assert(offsetof(DXGKARGCB_NOTIFY_INTERRUPT_DATA, SchedulingLogInterrupt.EngineOrdinal) == 12, "");
_Static_assert(offsetof(DXGKARGCB_NOTIFY_INTERRUPT_DATA, GpuEngineTimeout) == 8, "");
_Static_assert(offsetof(DXGKARGCB_NOTIFY_INTERRUPT_DATA, GpuEngineTimeout.NodeOrdinal) == 8, "");
_Static_assert(offsetof(DXGKARGCB_NOTIFY_INTERRUPT_DATA, GpuEngineTimeout.EngineOrdinal) == 12, "");
_Static_assert(offsetof(DXGKARGCB_NOTIFY_INTERRUPT_DATA, SuspendContextCompleted) == 8, "");
_Static_assert(offsetof(DXGKARGCB_NOTIFY_INTERRUPT_DATA, SuspendContextCompleted.hContext) == 8, "");
_Static_assert(offsetof(DXGKARGCB_NOTIFY_INTERRUPT_DATA, SuspendContextCompleted.ContextSuspendFence) == 16, "");
_Static_assert(offsetof(DXGKARGCB_NOTIFY_INTERRUPT_DATA, CrtcVsyncWithMultiPlaneOverlay3) == 8, "");
_Static_assert(offsetof(DXGKARGCB_NOTIFY_INTERRUPT_DATA, CrtcVsyncWithMultiPlaneOverlay3.VidPnTargetId) == 8, "");
_Static_assert(offsetof(DXGKARGCB_NOTIFY_INTERRUPT_DATA, CrtcVsyncWithMultiPlaneOverlay3.PhysicalAdapterMask) ==
                   12, "");
_Static_assert(offsetof(DXGKARGCB_NOTIFY_INTERRUPT_DATA, CrtcVsyncWithMultiPlaneOverlay3.MultiPlaneOverlayVsyncInfoCount) ==
                   16, "");
_Static_assert(offsetof(DXGKARGCB_NOTIFY_INTERRUPT_DATA, CrtcVsyncWithMultiPlaneOverlay3.pMultiPlaneOverlayVsyncInfo) ==
                   24, "");
_Static_assert(offsetof(DXGKARGCB_NOTIFY_INTERRUPT_DATA, CrtcVsyncWithMultiPlaneOverlay3.GpuFrequency) == 32, "");
_Static_assert(offsetof(DXGKARGCB_NOTIFY_INTERRUPT_DATA, CrtcVsyncWithMultiPlaneOverlay3.GpuClockCounter) == 40, "");
_Static_assert(offsetof(DXGKARGCB_NOTIFY_INTERRUPT_DATA, NativeFenceSignaled) == 8, "");
_Static_assert(offsetof(DXGKARGCB_NOTIFY_INTERRUPT_DATA, NativeFenceSignaled.NodeOrdinal) == 8, "");
_Static_assert(offsetof(DXGKARGCB_NOTIFY_INTERRUPT_DATA, NativeFenceSignaled.EngineOrdinal) == 12, "");
_Static_assert(offsetof(DXGKARGCB_NOTIFY_INTERRUPT_DATA, NativeFenceSignaled.SignaledNativeFenceCount) == 16, "");
_Static_assert(offsetof(DXGKARGCB_NOTIFY_INTERRUPT_DATA, NativeFenceSignaled.pSignaledNativeFenceArray) == 24, "");
_Static_assert(offsetof(DXGKARGCB_NOTIFY_INTERRUPT_DATA, EngineStateChange) == 8, "");
_Static_assert(offsetof(DXGKARGCB_NOTIFY_INTERRUPT_DATA, EngineStateChange.NodeOrdinal) == 8, "");
_Static_assert(offsetof(DXGKARGCB_NOTIFY_INTERRUPT_DATA, EngineStateChange.EngineOrdinal) == 12, "");
_Static_assert(offsetof(DXGKARGCB_NOTIFY_INTERRUPT_DATA, EngineStateChange.NewState) == 16, "");
_Static_assert(offsetof(DXGKARGCB_NOTIFY_INTERRUPT_DATA, Reserved) == 8, "");
_Static_assert(offsetof(DXGKARGCB_NOTIFY_INTERRUPT_DATA, Reserved.Reserved) == 8, "");
_Static_assert(offsetof(DXGKARGCB_NOTIFY_INTERRUPT_DATA, Flags) == 72, "");

#endif

/* A translation unit holds something. */
typedef int d3dkmddi_is_laid_out;
