/* The interface between the kernel and a kernel-mode driver: argument blocks, capabilities, segments. Structs are
 * declared at their newest size; the version a driver declares decides how much of one counts. */
#ifndef D3DKMDDI_H
#define D3DKMDDI_H
#pragma GCC system_header

#include "d3dkmdt.h"
#include "dxgkernelbase.h"
#include "ntstatus.h"

/* What a driver declares in DRIVER_INITIALIZATION_DATA.Version. */
#define DXGKDDI_INTERFACE_VERSION_VISTA 0x1052
#define DXGKDDI_INTERFACE_VERSION_VISTA_SP1 0x1053
#define DXGKDDI_INTERFACE_VERSION_WIN7 0x2005
#define DXGKDDI_INTERFACE_VERSION_WIN8 0x300E
#define DXGKDDI_INTERFACE_VERSION_WDDM1_3 0x4002
#define DXGKDDI_INTERFACE_VERSION_WDDM1_3_PATH_INDEPENDENT_ROTATION 0x4003
#define DXGKDDI_INTERFACE_VERSION_WDDM2_0 0x5023
#define DXGKDDI_INTERFACE_VERSION_WDDM2_1 0x6003
#define DXGKDDI_INTERFACE_VERSION_WDDM2_1_5 0x6010
#define DXGKDDI_INTERFACE_VERSION_WDDM2_1_6 0x6011
#define DXGKDDI_INTERFACE_VERSION_WDDM2_2 0x700A
#define DXGKDDI_INTERFACE_VERSION_WDDM2_3 0x8001
#define DXGKDDI_INTERFACE_VERSION_WDDM2_4 0x9006
#define DXGKDDI_INTERFACE_VERSION_WDDM2_5 0xA00B
#define DXGKDDI_INTERFACE_VERSION_WDDM2_6 0xB004
#define DXGKDDI_INTERFACE_VERSION_WDDM2_7 0xC004
#define DXGKDDI_INTERFACE_VERSION_WDDM2_8 0xD001
#define DXGKDDI_INTERFACE_VERSION_WDDM2_9 0xE003
#define DXGKDDI_INTERFACE_VERSION_WDDM3_0 0xF003
#define DXGKDDI_INTERFACE_VERSION_WDDM3_1 0x10004
#define DXGKDDI_INTERFACE_VERSION_WDDM3_2 0x11007
#ifndef DXGKDDI_INTERFACE_VERSION
#define DXGKDDI_INTERFACE_VERSION DXGKDDI_INTERFACE_VERSION_WDDM3_1
#endif

#define DXGK_SEGMENT_ID_INVALID 0
#define DXGK_SEGMENT_ID_SYSTEMMEMORY 31
#define DXGK_SEGMENT_SET_SYSTEMMEMORY 0x80000000
#define DXGK_MAX_ASYMETRICAL_PROCESSING_NODES 64

/* Page frame number in an address descriptor list. */
typedef UINT64 DXGK_PAGE_NUMBER;
/* What AcquireHandleData gives and ReleaseHandleData takes back. */
typedef HANDLE DXGKARG_RELEASE_HANDLE, *PDXGKARG_RELEASE_HANDLE;
/* Debug reports and overlays are opaque here. */
typedef struct _DXGKARG_COLLECTDBGINFO_EXT DXGKARG_COLLECTDBGINFO_EXT;
typedef struct _DXGK_MULTIPLANE_OVERLAY_VSYNC_INFO DXGK_MULTIPLANE_OVERLAY_VSYNC_INFO;
typedef struct _DXGK_MULTIPLANE_OVERLAY_VSYNC_INFO2 DXGK_MULTIPLANE_OVERLAY_VSYNC_INFO2;
typedef struct _DXGK_MULTIPLANE_OVERLAY_VSYNC_INFO3 DXGK_MULTIPLANE_OVERLAY_VSYNC_INFO3;

DXGK_EXTERN_C_BEGIN

/* ---- Versions ---- */

typedef enum _DXGK_WDDMVERSION {
  DXGKDDI_WDDMv1 = 0x1000,
  DXGKDDI_WDDMv1_2 = 0x1200,
  DXGKDDI_WDDMv1_3 = 0x1300,
  DXGKDDI_WDDMv2 = 0x2000,
  DXGKDDI_WDDMv2_1 = 0x2100,
  DXGKDDI_WDDMv2_1_5 = 0x2105,
  DXGKDDI_WDDMv2_1_6 = 0x2106,
  DXGKDDI_WDDMv2_2 = 0x2200,
  DXGKDDI_WDDMv2_3 = 0x2300,
  DXGKDDI_WDDMv2_4 = 0x2400,
  DXGKDDI_WDDMv2_5 = 0x2500,
  DXGKDDI_WDDMv2_6 = 0x2600,
  DXGKDDI_WDDMv2_7 = 0x2700,
  DXGKDDI_WDDMv2_8 = 0x2800,
  DXGKDDI_WDDMv2_9 = 0x2900,
  DXGKDDI_WDDMv3_0 = 0x3000,
  DXGKDDI_WDDMv3_1 = 0x3100,
  DXGKDDI_WDDM_LATEST = 0x3100
} DXGK_WDDMVERSION;

/* ---- Adapter: capabilities ---- */

typedef enum _DXGK_QUERYADAPTERINFOTYPE {
  DXGKQAITYPE_UMDRIVERPRIVATE = 0,
  DXGKQAITYPE_DRIVERCAPS = 1,
  DXGKQAITYPE_QUERYSEGMENT = 2,
  DXGKQAITYPE_RESERVED = 3,
  DXGKQAITYPE_QUERYSEGMENT2 = 4,
  DXGKQAITYPE_QUERYSEGMENT3 = 5,
  DXGKQAITYPE_NUMPOWERCOMPONENTS = 6,
  DXGKQAITYPE_POWERCOMPONENTINFO = 7,
  DXGKQAITYPE_PREFERREDGPUNODE = 8,
  DXGKQAITYPE_POWERCOMPONENTPSTATEINFO = 9,
  DXGKQAITYPE_HISTORYBUFFERPRECISION = 10,
  DXGKQAITYPE_QUERYSEGMENT4 = 11,
  DXGKQAITYPE_SEGMENTMEMORYSTATE = 12,
  DXGKQAITYPE_GPUMMUCAPS = 13,
  DXGKQAITYPE_PAGETABLELEVELDESC = 14,
  DXGKQAITYPE_PHYSICALADAPTERCAPS = 15,
  DXGKQAITYPE_DISPLAY_DRIVERCAPS_EXTENSION = 16,
  DXGKQAITYPE_INTEGRATED_DISPLAY_DESCRIPTOR = 17,
  DXGKQAITYPE_UEFIFRAMEBUFFERRANGES = 18,
  DXGKQAITYPE_QUERYCOLORIMETRYOVERRIDES = 19,
  DXGKQAITYPE_DISPLAYID_DESCRIPTOR = 20,
  DXGKQAITYPE_FRAMEBUFFERSAVESIZE = 21,
  DXGKQAITYPE_HARDWARERESERVEDRANGES = 22,
  DXGKQAITYPE_INTEGRATED_DISPLAY_DESCRIPTOR2 = 23,
  DXGKQAITYPE_NODEPERFDATA = 24,
  DXGKQAITYPE_ADAPTERPERFDATA = 25,
  DXGKQAITYPE_ADAPTERPERFDATA_CAPS = 26,
  DXGKQAITYPE_GPUVERSION = 27,
  DXGKQAITYPE_DEVICE_TYPE_CAPS = 28,
  DXGKQAITYPE_WDDMDEVICECAPS = 29,
  DXGKQAITYPE_GPUPCAPS = 30,
  DXGKQAITYPE_QUERYTARGETGAMMACAPS = 31,
  DXGKQAITYPE_SCANOUT_CAPS = 33,
  DXGKQAITYPE_PHYSICAL_MEMORY_CAPS = 34,
  DXGKQAITYPE_IOMMU_CAPS = 35,
  DXGKQAITYPE_HARDWARERESERVEDRANGES2 = 36,
  DXGKQAITYPE_NATIVE_FENCE_CAPS = 37,
  DXGKQAITYPE_USERMODESUBMISSION_CAPS = 38
} DXGK_QUERYADAPTERINFOTYPE;

typedef struct _DXGK_QUERYADAPTERINFOFLAGS {
  union {
    struct {
      UINT VirtualMachineData : 1;
      UINT SecureVirtualMachine : 1;
      UINT Reserved : 30;
    };
    UINT Value;
  };
} DXGK_QUERYADAPTERINFOFLAGS, *PDXGK_QUERYADAPTERINFOFLAGS;

/* Sizes are those of the driver's declared version. */
typedef struct _DXGKARG_QUERYADAPTERINFO {
  DXGK_QUERYADAPTERINFOTYPE Type;
  PVOID pInputData;
  UINT InputDataSize;
  PVOID pOutputData;
  UINT OutputDataSize;
  DXGK_QUERYADAPTERINFOFLAGS Flags;
  HANDLE hKmdProcessHandle;
} DXGKARG_QUERYADAPTERINFO, *PDXGKARG_QUERYADAPTERINFO;
typedef DXGKARG_QUERYADAPTERINFO *INOUT_PDXGKARG_QUERYADAPTERINFO;
typedef const DXGKARG_QUERYADAPTERINFO *IN_CONST_PDXGKARG_QUERYADAPTERINFO;

typedef struct _DXGK_VIDMMCAPS {
  union {
    struct {
      UINT OutOfOrderLock : 1;
      UINT DedicatedPagingEngine : 1;
      UINT PagingEngineCanSwizzle : 1;
      UINT SectionBackedPrimary : 1;
      UINT CrossAdapterResource : 1;
      UINT VirtualAddressingSupported : 1;
      UINT GpuMmuSupported : 1;
      UINT IoMmuSupported : 1;
      UINT ReplicateGdiContent : 1;
      UINT NonCpuVisiblePrimary : 1;
      UINT ParavirtualizationSupported : 1;
      UINT IoMmuSecureModeSupported : 1;
      UINT DisableSelfRefreshVRAMInS3 : 1;
      UINT IoMmuSecureModeRequired : 1;
      UINT MapAperture2Supported : 1;
      UINT CrossAdapterResourceTexture : 1;
      UINT CrossAdapterResourceScanout : 1;
      UINT AlwaysPoweredVRAM : 1;
      UINT Reserved : 14;
    };
    UINT Value;
  };
  UINT PagingNode;
} DXGK_VIDMMCAPS, *PDXGK_VIDMMCAPS;

typedef struct _DXGK_PRESENTATIONCAPS {
  union {
    struct {
      UINT NoScreenToScreenBlt : 1;
      UINT NoOverlapScreenBlt : 1;
      UINT SupportKernelModeCommandBuffer : 1;
      UINT NoSameBitmapAlphaBlend : 1;
      UINT NoSameBitmapStretchBlt : 1;
      UINT NoSameBitmapTransparentBlt : 1;
      UINT NoSameBitmapOverlappedAlphaBlend : 1;
      UINT NoSameBitmapOverlappedStretchBlt : 1;
      UINT DriverSupportsCddDwmInterop : 1;
      UINT Reserved0 : 1;
      UINT AlignmentShift : 4;
      UINT MaxTextureWidthShift : 3;
      UINT MaxTextureHeightShift : 3;
      UINT SupportAllBltRops : 1;
      UINT SupportMirrorStretchBlt : 1;
      UINT SupportMonoStretchBltModes : 1;
      UINT StagingRectStartPitchAligned : 1;
      UINT NoSameBitmapBitBlt : 1;
      UINT NoSameBitmapOverlappedBitBlt : 1;
      UINT Reserved1 : 1;
      UINT NoTempSurfaceForClearTypeBlend : 1;
      UINT SupportSoftwareDeviceBitmaps : 1;
      UINT NoCacheCoherentApertureMemory : 1;
      UINT SupportLinearHeap : 1;
      UINT Reserved : 1;
    };
    UINT Value;
  };
} DXGK_PRESENTATIONCAPS, *PDXGK_PRESENTATIONCAPS;

typedef struct _DXGK_POINTERFLAGS {
  union {
    struct {
      UINT Monochrome : 1;
      UINT Color : 1;
      UINT MaskedColor : 1;
      UINT Reserved : 29;
    };
    UINT Value;
  };
} DXGK_POINTERFLAGS;

typedef struct _DXGK_GAMMARAMPCAPS {
  union {
    struct {
      UINT Gamma_Rgb256x3x16 : 1;
      UINT Reserved : 31;
    };
    UINT Value;
  };
} DXGK_GAMMARAMPCAPS;

typedef struct _DXGK_COLORTRANSFORMCAPS {
  UINT Value;
} DXGK_COLORTRANSFORMCAPS;

typedef struct _DXGK_FLIPCAPS {
  union {
    struct {
      UINT FlipOnVSyncWithNoWait : 1;
      UINT FlipOnVSyncMmIo : 1;
      UINT FlipInterval : 1;
      UINT FlipImmediateMmIo : 1;
      UINT FlipIndependent : 1;
      UINT DdiPresentForIFlip : 1;
      UINT FlipImmediateOnHSync : 1;
      UINT Reserved : 25;
    };
    UINT Value;
  };
} DXGK_FLIPCAPS, *PDXGK_FLIPCAPS;

typedef struct _DXGK_VIDSCHCAPS {
  union {
    struct {
      UINT MultiEngineAware : 1;
      UINT VSyncPowerSaveAware : 1;
      UINT PreemptionAware : 1;
      UINT NoDmaPatching : 1;
      UINT CancelCommandAware : 1;
      UINT No64BitAtomics : 1;
      UINT LowIrqlPreemptCommand : 1;
      UINT HwQueuePacketCap : 4;
      UINT NativeGpuFence : 1;
      UINT Reserved : 20;
    };
    UINT Value;
  };
} DXGK_VIDSCHCAPS, *PDXGK_VIDSCHCAPS;

typedef struct _DXGK_GPUENGINETOPOLOGY {
  UINT NbAsymetricProcessingNodes;
  UINT Reserved[64];
} DXGK_GPUENGINETOPOLOGY, *PDXGK_GPUENGINETOPOLOGY;

/* Reserved; only its place matters. */
typedef struct _DXGK_VIRTUALADDRESSCAPS_DEPRECATED {
  UINT Reserved[7];
} DXGK_VIRTUALADDRESSCAPS_DEPRECATED;

/* Reserved; only its place matters. */
typedef struct _DXGK_DMABUFFERCAPS_DEPRECATED {
  UINT64 Reserved[20];
} DXGK_DMABUFFERCAPS_DEPRECATED;

typedef struct _DXGK_HWQUEUEDFLIP_CAPS {
  UINT Value;
} DXGK_HWQUEUEDFLIP_CAPS;

typedef struct _DXGK_DRIVERCAPS {
  PHYSICAL_ADDRESS HighestAcceptableAddress;
  UINT MaxAllocationListSlotId;
  SIZE_T ApertureSegmentCommitLimit;
  UINT MaxPointerWidth;
  UINT MaxPointerHeight;
  DXGK_POINTERFLAGS PointerCaps;
  UINT InterruptMessageNumber;
  UINT NumberOfSwizzlingRanges;
  UINT MaxOverlays;
  union {
    DXGK_GAMMARAMPCAPS GammaRampCaps;
    DXGK_COLORTRANSFORMCAPS ColorTransformCaps;
  };
  DXGK_PRESENTATIONCAPS PresentationCaps;
  UINT MaxQueuedFlipOnVSync;
  DXGK_FLIPCAPS FlipCaps;
  DXGK_VIDSCHCAPS SchedulingCaps;
  DXGK_VIDMMCAPS MemoryManagementCaps;
  DXGK_GPUENGINETOPOLOGY GpuEngineTopology;
  DXGK_WDDMVERSION WDDMVersion;
  DXGK_VIRTUALADDRESSCAPS_DEPRECATED Reserved;
  DXGK_DMABUFFERCAPS_DEPRECATED Reserved1;
  D3DKMDT_PREEMPTION_CAPS PreemptionCaps;
  BOOLEAN SupportNonVGA;
  BOOLEAN SupportSmoothRotation;
  BOOLEAN SupportPerEngineTDR;
  BOOLEAN SupportDirectFlip;
  BOOLEAN SupportMultiPlaneOverlay;
  BOOLEAN SupportRuntimePowerManagement;
  BOOLEAN SupportSurpriseRemovalInHibernation;
  BOOLEAN HybridDiscrete;
  UINT MaxOverlayPlanes;
  BOOLEAN HybridIntegrated;
  D3DGPU_VIRTUAL_ADDRESS InternalGpuVirtualAddressRangeStart;
  D3DGPU_VIRTUAL_ADDRESS InternalGpuVirtualAddressRangeEnd;
  BOOLEAN SupportSurpriseRemoval;
  BOOLEAN SupportMultiPlaneOverlayImmediateFlip;
  BOOLEAN CursorScaledWithMultiPlaneOverlayPlane0;
  BOOLEAN HybridAcpiChainingRequired;
  UINT MaxQueuedMultiPlaneOverlayFlipVSync;
  struct {
    union {
      struct {
        UINT SupportContextlessPresent : 1;
        UINT Detachable : 1;
        UINT VirtualGpuOnly : 1;
        UINT ComputeOnly : 1;
        UINT IndependentVidPnVSyncControl : 1;
        UINT NoHybridDiscreteDListDllSupport : 1;
        UINT DisplayableSupport : 1;
        UINT Reserved : 25;
      };
      UINT Value;
    };
  } MiscCaps;
  UINT MaxHwQueuedFlips;
  DXGK_HWQUEUEDFLIP_CAPS HwQueuedFlipCaps;
} DXGK_DRIVERCAPS, *PDXGK_DRIVERCAPS;

typedef struct _DXGK_PHYSICALADAPTERFLAGS {
  union {
    struct {
      UINT IoMmuSupported : 1;
      UINT GpuMmuSupported : 1;
      UINT MovePagingSupported : 1;
      UINT VPRPagingContextRequired : 1;
      UINT AllowHardwareProtectedNoVpr : 1;
      UINT VirtualCopyEngineSupported : 1;
      UINT Reserved : 26;
    };
    UINT Value;
  };
} DXGK_PHYSICALADAPTERFLAGS, *PDXGK_PHYSICALADAPTERFLAGS;

typedef struct _DXGK_PHYSICALADAPTERCAPS {
  WORD NumExecutionNodes;
  WORD PagingNodeIndex;
  HANDLE DxgkPhysicalAdapterHandle;
  DXGK_PHYSICALADAPTERFLAGS Flags;
  UINT VPRPagingNode;
  UINT VirtualCopyNodeIndex;
} DXGK_PHYSICALADAPTERCAPS, *PDXGK_PHYSICALADAPTERCAPS;

typedef struct _DXGK_QUERYPHYSICALADAPTERCAPSIN {
  UINT PhysicalAdapterIndex;
} DXGK_QUERYPHYSICALADAPTERCAPSIN, *PDXGK_QUERYPHYSICALADAPTERCAPSIN;

typedef enum _DXGK_PAGETABLEUPDATEMODE {
  DXGK_PAGETABLEUPDATE_CPU_VIRTUAL = 0,
  DXGK_PAGETABLEUPDATE_GPU_VIRTUAL = 1,
  DXGK_PAGETABLEUPDATE_GPU_PHYSICAL = 2
} DXGK_PAGETABLEUPDATEMODE;

typedef struct _DXGK_GPUMMUCAPS {
  union {
    struct {
      UINT ReadOnlyMemorySupported : 1;
      UINT NoExecuteMemorySupported : 1;
      UINT ZeroInPteSupported : 1;
      UINT ExplicitPageTableInvalidation : 1;
      UINT CacheCoherentMemorySupported : 1;
      UINT PageTableUpdateRequireAddressSpaceIdle : 1;
      UINT LargePageSupported : 1;
      UINT DualPteSupported : 1;
      UINT AllowNonAlignedLargePageAddress : 1;
      UINT SysMem64KBPageSupported : 1;
      UINT InvalidTlbEntriesNotCached : 1;
      UINT SysMemLargePageSupported : 1;
      UINT CachedPageTables : 1;
      UINT Reserved : 19;
    };
    UINT Value;
  };
  DXGK_PAGETABLEUPDATEMODE PageTableUpdateMode;
  UINT VirtualAddressBitCount;
  UINT LeafPageTableSizeFor64KPagesInBytes;
  UINT PageTableLevelCount;
  struct {
    UINT SourcePageTableVaInTransfer : 1;
    UINT Reserved : 31;
  } LegacyBehaviors;
} DXGK_GPUMMUCAPS, *PDXGK_GPUMMUCAPS;

typedef struct _DXGK_QUERYGPUMMUCAPSIN {
  UINT PhysicalAdapterIndex;
} DXGK_QUERYGPUMMUCAPSIN, *PDXGK_QUERYGPUMMUCAPSIN;

typedef struct _DXGK_PAGE_TABLE_LEVEL_DESC {
  UINT PageTableIndexBitCount;
  UINT PageTableSegmentId;
  UINT PagingProcessPageTableSegmentId;
  UINT PageTableSizeInBytes;
  UINT PageTableAlignmentInBytes;
} DXGK_PAGE_TABLE_LEVEL_DESC, *PDXGK_PAGE_TABLE_LEVEL_DESC;

typedef struct _DXGK_QUERYPAGETABLELEVELDESCIN {
  WORD LevelIndex;
  WORD PhysicalAdapterIndex;
} DXGK_QUERYPAGETABLELEVELDESCIN, *PDXGK_QUERYPAGETABLELEVELDESCIN;

typedef struct _DXGK_WDDMDEVICECAPS {
  DXGK_WDDMVERSION WDDMVersion;
} DXGK_WDDMDEVICECAPS, *PDXGK_WDDMDEVICECAPS;

typedef struct _DXGK_WDDMDEVICECAPSIN {
  ULONG DxgkrnlInterfaceVersion;
} DXGK_WDDMDEVICECAPSIN, *PDXGK_WDDMDEVICECAPSIN;

typedef struct _DXGK_IOMMU_CAPS {
  union {
    struct {
      UINT32 IommuIsolationSupported : 1;
      UINT32 IommuIsolationRequired : 1;
      UINT32 DmaRemappingSupported : 1;
      UINT32 Reserved : 29;
    };
    UINT32 Value;
  };
} DXGK_IOMMU_CAPS, *PDXGK_IOMMU_CAPS;

typedef struct _DXGK_PHYSICAL_MEMORY_CAPS {
  PHYSICAL_ADDRESS HighestVisibleAddress;
} DXGK_PHYSICAL_MEMORY_CAPS, *PDXGK_PHYSICAL_MEMORY_CAPS;

typedef struct _DXGK_PHYSICAL_MEMORY_RANGE {
  PHYSICAL_ADDRESS BaseAddress;
  LARGE_INTEGER NumberOfBytes;
} DXGK_PHYSICAL_MEMORY_RANGE, *PDXGK_PHYSICAL_MEMORY_RANGE;

typedef struct _DXGK_HARDWARERESERVEDRANGES {
  UINT32 NumRanges;
  DXGK_PHYSICAL_MEMORY_RANGE *pPhysicalRanges;
} DXGK_HARDWARERESERVEDRANGES, *PDXGK_HARDWARERESERVEDRANGES;

typedef struct _DXGK_FRAMEBUFFERSAVEAREA {
  SIZE_T MaximumSize;
} DXGK_FRAMEBUFFERSAVEAREA, *PDXGK_FRAMEBUFFERSAVEAREA;

typedef struct _DXGKARG_HISTORYBUFFERPRECISION {
  UINT32 PrecisionBits;
} DXGKARG_HISTORYBUFFERPRECISION, *PDXGKARG_HISTORYBUFFERPRECISION;
typedef DXGKARG_HISTORYBUFFERPRECISION *INOUT_PDXGKARG_HISTORYBUFFERPRECISION;
typedef const DXGKARG_HISTORYBUFFERPRECISION *IN_CONST_PDXGKARG_HISTORYBUFFERPRECISION;

/* ---- Adapter: segments ---- */

/* What a segment is. */
typedef struct _DXGK_SEGMENTFLAGS {
  union {
    struct {
      UINT Aperture : 1;
      UINT Agp : 1;
      UINT CpuVisible : 1;
      UINT UseBanking : 1;
      UINT CacheCoherent : 1;
      UINT PitchAlignment : 1;
      UINT PopulatedFromSystemMemory : 1;
      UINT PreservedDuringStandby : 1;
      UINT PreservedDuringHibernate : 1;
      UINT PartiallyPreservedDuringHibernate : 1;
      UINT DirectFlip : 1;
      UINT Use64KBPages : 1;
      UINT ReservedSysMem : 1;
      UINT SupportsCpuHostAperture : 1;
      UINT SupportsCachedCpuHostAperture : 1;
      UINT ApplicationTarget : 1;
      UINT VprSupported : 1;
      UINT VprPreservedDuringStandby : 1;
      UINT EncryptedPagingSupported : 1;
      UINT LocalBudgetGroup : 1;
      UINT NonLocalBudgetGroup : 1;
      UINT PopulatedByReservedDDRByFirmware : 1;
      UINT Reserved : 10;
    };
    UINT Value;
  };
} DXGK_SEGMENTFLAGS, *PDXGK_SEGMENTFLAGS;

/* A segment, before WDDM 1.2. */
typedef struct _DXGK_SEGMENTDESCRIPTOR {
  PHYSICAL_ADDRESS BaseAddress;
  PHYSICAL_ADDRESS CpuTranslatedAddress;
  SIZE_T Size;
  UINT NbOfBanks;
  SIZE_T *pBankRangeTable;
  SIZE_T CommitLimit;
  DXGK_SEGMENTFLAGS Flags;
} DXGK_SEGMENTDESCRIPTOR, *PDXGK_SEGMENTDESCRIPTOR;

typedef struct _DXGK_SEGMENTFLAGS2 {
  union {
    struct {
      UINT Aperture : 1;
      UINT PopulatedFromSystemMemory : 1;
      UINT SystemMemoryReservedByBios : 1;
      UINT CpuVisible : 1;
      UINT Reserved : 28;
    };
    UINT Value;
  };
} DXGK_SEGMENTFLAGS2, *PDXGK_SEGMENTFLAGS2;

typedef struct _DXGK_SEGMENTDESCRIPTOR2 {
  DXGK_SEGMENTFLAGS2 Flags;
  SIZE_T Size;
  PMDL pMdl;
  PHYSICAL_ADDRESS BaseAddress;
  PHYSICAL_ADDRESS CpuTranslatedAddress;
} DXGK_SEGMENTDESCRIPTOR2, *PDXGK_SEGMENTDESCRIPTOR2;

/* A segment, WDDM 1.2 and 1.3. */
typedef struct _DXGK_SEGMENTDESCRIPTOR3 {
  DXGK_SEGMENTFLAGS Flags;
  PHYSICAL_ADDRESS BaseAddress;
  PHYSICAL_ADDRESS CpuTranslatedAddress;
  SIZE_T Size;
  UINT NbOfBanks;
  SIZE_T *pBankRangeTable;
  SIZE_T CommitLimit;
  SIZE_T SystemMemoryEndAddress;
  SIZE_T Reserved;
} DXGK_SEGMENTDESCRIPTOR3, *PDXGK_SEGMENTDESCRIPTOR3;

typedef struct _DXGK_CPUHOSTAPERTURE {
  UINT64 PhysicalAddress;
  UINT32 SizeInPages;
} DXGK_CPUHOSTAPERTURE, *PDXGK_CPUHOSTAPERTURE;

/* A segment, WDDM 2.0 and later. In an array its stride is SegmentDescriptorStride. */
typedef struct _DXGK_SEGMENTDESCRIPTOR4 {
  DXGK_SEGMENTFLAGS Flags;
  PHYSICAL_ADDRESS BaseAddress;
  SIZE_T Size;
  SIZE_T CommitLimit;
  SIZE_T SystemMemoryEndAddress;
  union {
    PHYSICAL_ADDRESS CpuTranslatedAddress;
    DXGK_CPUHOSTAPERTURE CpuHostAperture;
  };
  UINT NumInvalidMemoryRanges;
  SIZE_T VprRangeStartOffset;
  SIZE_T VprRangeSize;
  UINT VprAlignment;
  UINT NumVprSupported;
  UINT VprReserveSize;
  UINT NumUEFIFrameBufferRanges;
} DXGK_SEGMENTDESCRIPTOR4, *PDXGK_SEGMENTDESCRIPTOR4;

typedef struct _DXGK_QUERYSEGMENTIN {
  LARGE_INTEGER AgpApertureBase;
  LARGE_INTEGER AgpApertureSize;
  DXGK_SEGMENTFLAGS AgpFlags;
} DXGK_QUERYSEGMENTIN, *PDXGK_QUERYSEGMENTIN;

typedef struct _DXGK_QUERYSEGMENTIN4 {
  UINT PhysicalAdapterIndex;
} DXGK_QUERYSEGMENTIN4, *PDXGK_QUERYSEGMENTIN4;

typedef struct _DXGK_QUERYSEGMENTOUT {
  UINT NbSegment;
  DXGK_SEGMENTDESCRIPTOR *pSegmentDescriptor;
  UINT PagingBufferSegmentId;
  UINT PagingBufferSize;
  UINT PagingBufferPrivateDataSize;
} DXGK_QUERYSEGMENTOUT, *PDXGK_QUERYSEGMENTOUT;

typedef struct _DXGK_QUERYSEGMENTOUT2 {
  UINT SegmentCount;
  DXGK_SEGMENTDESCRIPTOR2 *pSegmentDescriptor;
} DXGK_QUERYSEGMENTOUT2, *PDXGK_QUERYSEGMENTOUT2;

typedef struct _DXGK_QUERYSEGMENTOUT3 {
  UINT NbSegment;
  DXGK_SEGMENTDESCRIPTOR3 *pSegmentDescriptor;
  UINT PagingBufferSegmentId;
  UINT PagingBufferSize;
  UINT PagingBufferPrivateDataSize;
} DXGK_QUERYSEGMENTOUT3, *PDXGK_QUERYSEGMENTOUT3;

/* Asked twice: first for the count, then for descriptors. */
typedef struct _DXGK_QUERYSEGMENTOUT4 {
  UINT NbSegment;
  BYTE *pSegmentDescriptor;
  UINT PagingBufferSegmentId;
  UINT PagingBufferSize;
  UINT PagingBufferPrivateDataSize;
  SIZE_T SegmentDescriptorStride;
} DXGK_QUERYSEGMENTOUT4, *PDXGK_QUERYSEGMENTOUT4;

typedef struct _DXGK_MEMORYRANGE {
  UINT64 SegmentOffset;
  UINT64 SizeInBytes;
} DXGK_MEMORYRANGE, *PDXGK_MEMORYRANGE;

typedef struct _DXGK_QUERYSEGMENTMEMORYSTATE {
  WORD DriverSegmentId;
  WORD PhysicalAdapterIndex;
  union {
    UINT NumInvalidMemoryRanges;
    UINT NumUEFIFrameBufferRanges;
  };
  DXGK_MEMORYRANGE *pMemoryRanges;
} DXGK_QUERYSEGMENTMEMORYSTATE, *PDXGK_QUERYSEGMENTMEMORYSTATE;

/* ---- Processes, devices, contexts ---- */

typedef struct _DXGK_CREATEPROCESSFLAGS {
  union {
    struct {
      UINT SystemProcess : 1;
      UINT GdiProcess : 1;
      UINT VirtualMachineProcess : 1;
      UINT VirtualMachineWorkerProcess : 1;
      UINT SessionIsolatedContainer : 1;
      UINT Reserved : 27;
    };
    UINT Value;
  };
} DXGK_CREATEPROCESSFLAGS, *PDXGK_CREATEPROCESSFLAGS;

typedef struct _DXGKARG_CREATEPROCESS {
  HANDLE hDxgkProcess;
  HANDLE hKmdProcess;
  DXGK_CREATEPROCESSFLAGS Flags;
  UINT NumPasid;
  ULONG *pPasid;
  HANDLE hKmdVmWorkerProcess;
  UINT ProcessNameLength;
  WCHAR *pProcessName;
} DXGKARG_CREATEPROCESS, *PDXGKARG_CREATEPROCESS;
typedef DXGKARG_CREATEPROCESS *INOUT_PDXGKARG_CREATEPROCESS;
typedef const DXGKARG_CREATEPROCESS *IN_CONST_PDXGKARG_CREATEPROCESS;

typedef struct _DXGK_CREATEDEVICEFLAGS {
  union {
    struct {
      UINT SystemDevice : 1;
      UINT GdiDevice : 1;
      UINT Reserved : 29;
      UINT Reserved0 : 1;
    };
    UINT Value;
  };
} DXGK_CREATEDEVICEFLAGS, *PDXGK_CREATEDEVICEFLAGS;

typedef struct _DXGK_DEVICEINFOFLAGS {
  union {
    struct {
      UINT GuaranteedDmaBufferContract : 1;
      UINT Reserved : 31;
    };
    UINT Value;
  };
} DXGK_DEVICEINFOFLAGS, *PDXGK_DEVICEINFOFLAGS;

typedef struct _DXGK_DEVICEINFO {
  UINT DmaBufferSize;
  UINT DmaBufferSegmentSet;
  UINT DmaBufferPrivateDataSize;
  UINT AllocationListSize;
  UINT PatchLocationListSize;
  DXGK_DEVICEINFOFLAGS Flags;
} DXGK_DEVICEINFO, *PDXGK_DEVICEINFO;

typedef struct _DXGKARG_CREATEDEVICE {
  HANDLE hDevice;
  union {
    DXGK_CREATEDEVICEFLAGS Flags;
    DXGK_DEVICEINFO *pInfo;
  };
  ULONG Pasid;
  HANDLE hKmdProcess;
} DXGKARG_CREATEDEVICE, *PDXGKARG_CREATEDEVICE;
typedef DXGKARG_CREATEDEVICE *INOUT_PDXGKARG_CREATEDEVICE;
typedef const DXGKARG_CREATEDEVICE *IN_CONST_PDXGKARG_CREATEDEVICE;

typedef struct _DXGK_CREATECONTEXTFLAGS {
  union {
    struct {
      UINT SystemContext : 1;
      UINT GdiContext : 1;
      UINT VirtualAddressing : 1;
      UINT SystemProtectedContext : 1;
      UINT HwQueueSupported : 1;
      UINT Reserved : 27;
    };
    UINT Value;
  };
} DXGK_CREATECONTEXTFLAGS, *PDXGK_CREATECONTEXTFLAGS;

typedef struct _DXGK_CONTEXTINFO_CAPS {
  union {
    struct {
      UINT NoPatchingRequired : 1;
      UINT DriverManagesResidency : 1;
      UINT UseIoMmu : 1;
      UINT Reserved : 29;
    };
    UINT Value;
  };
} DXGK_CONTEXTINFO_CAPS, *PDXGK_CONTEXTINFO_CAPS;

typedef struct _DXGK_CONTEXTINFO {
  UINT DmaBufferSize;
  UINT DmaBufferSegmentSet;
  UINT DmaBufferPrivateDataSize;
  UINT AllocationListSize;
  UINT PatchLocationListSize;
  UINT Reserved;
  DXGK_CONTEXTINFO_CAPS Caps;
  ULONG PagingCompanionNodeId;
} DXGK_CONTEXTINFO, *PDXGK_CONTEXTINFO;

typedef struct _DXGKARG_CREATECONTEXT {
  HANDLE hContext;
  UINT NodeOrdinal;
  UINT EngineAffinity;
  DXGK_CREATECONTEXTFLAGS Flags;
  PVOID pPrivateDriverData;
  UINT PrivateDriverDataSize;
  DXGK_CONTEXTINFO ContextInfo;
} DXGKARG_CREATECONTEXT, *PDXGKARG_CREATECONTEXT;
typedef DXGKARG_CREATECONTEXT *INOUT_PDXGKARG_CREATECONTEXT;
typedef const DXGKARG_CREATECONTEXT *IN_CONST_PDXGKARG_CREATECONTEXT;

/* ---- Allocations ---- */

typedef struct _DXGK_SEGMENTBANKPREFERENCE {
  union {
    struct {
      UINT Bank0 : 7;
      UINT Direction0 : 1;
      UINT Bank1 : 7;
      UINT Direction1 : 1;
      UINT Bank2 : 7;
      UINT Direction2 : 1;
      UINT Bank3 : 7;
      UINT Direction3 : 1;
    };
    UINT Value;
  };
} DXGK_SEGMENTBANKPREFERENCE, *PDXGK_SEGMENTBANKPREFERENCE;

/* WDDM 1.x: what the memory manager must know of an allocation. */
typedef struct _DXGK_ALLOCATIONINFOFLAGS {
  union {
    struct {
      UINT CpuVisible : 1;
      UINT PermanentSysMem : 1;
      UINT Cached : 1;
      UINT Protected : 1;
      UINT ExistingSysMem : 1;
      UINT ExistingKernelSysMem : 1;
      UINT FromEndOfSegment : 1;
      UINT Swizzled : 1;
      UINT Overlay : 1;
      UINT Capture : 1;
      UINT UseAlternateVA : 1;
      UINT SynchronousPaging : 1;
      UINT LinkMirrored : 1;
      UINT LinkInstanced : 1;
      UINT HistoryBuffer : 1;
      UINT AccessedPhysically : 1;
      UINT ExplicitResidencyNotification : 1;
      UINT HardwareProtected : 1;
      UINT CpuVisibleOnDemand : 1;
      UINT DXGK_ALLOC_RESERVED16 : 1;
      UINT Reserved15 : 1;
      UINT Reserved14 : 1;
      UINT Reserved13 : 1;
      UINT Reserved12 : 1;
      UINT Reserved11 : 1;
      UINT Reserved10 : 1;
      UINT Reserved9 : 1;
      UINT Reserved4 : 1;
      UINT Reserved3 : 1;
      UINT Reserved2 : 1;
      UINT Reserved1 : 1;
      UINT Reserved0 : 1;
    };
    UINT Value;
  };
} DXGK_ALLOCATIONINFOFLAGS, *PDXGK_ALLOCATIONINFOFLAGS;

/* WDDM 2.0 and later. */
typedef struct _DXGK_ALLOCATIONINFOFLAGS_WDDM2_0 {
  union {
    struct {
      UINT CpuVisible : 1;
      UINT PermanentSysMem : 1;
      UINT Cached : 1;
      UINT Protected : 1;
      UINT ExistingSysMem : 1;
      UINT ExistingKernelSysMem : 1;
      UINT FromEndOfSegment : 1;
      UINT DisableLargePageMapping : 1;
      UINT Overlay : 1;
      UINT Capture : 1;
      UINT CreateInVpr : 1;
      UINT DXGK_ALLOC_RESERVED17 : 1;
      UINT Reserved02 : 1;
      UINT MapApertureCpuVisible : 1;
      UINT HistoryBuffer : 1;
      UINT AccessedPhysically : 1;
      UINT ExplicitResidencyNotification : 1;
      UINT HardwareProtected : 1;
      UINT CpuVisibleOnDemand : 1;
      UINT DXGK_ALLOC_RESERVED16 : 1;
      UINT Reserved15 : 1;
      UINT Reserved14 : 1;
      UINT Reserved13 : 1;
      UINT Reserved12 : 1;
      UINT Reserved11 : 1;
      UINT Reserved10 : 1;
      UINT Reserved9 : 1;
      UINT Reserved4 : 1;
      UINT Reserved3 : 1;
      UINT Reserved2 : 1;
      UINT Reserved1 : 1;
      UINT Reserved0 : 1;
    };
    UINT Value;
  };
} DXGK_ALLOCATIONINFOFLAGS_WDDM2_0, *PDXGK_ALLOCATIONINFOFLAGS_WDDM2_0;

typedef struct _DXGK_ALLOCATIONUSAGEINFO1 {
  struct {
    union {
      struct {
        UINT PrivateFormat : 1;
        UINT Swizzled : 1;
        UINT MipMap : 1;
        UINT Cube : 1;
        UINT Volume : 1;
        UINT Vertex : 1;
        UINT Index : 1;
        UINT Reserved : 25;
      };
      UINT Value;
    };
  } Flags;
  union {
    D3DDDIFORMAT Format;
    UINT PrivateFormat;
  };
  UINT SwizzledFormat;
  UINT ByteOffset;
  UINT Width;
  UINT Height;
  UINT Pitch;
  UINT Depth;
  UINT SlicePitch;
} DXGK_ALLOCATIONUSAGEINFO1, *PDXGK_ALLOCATIONUSAGEINFO1;

typedef struct _DXGK_ALLOCATIONUSAGEHINT {
  UINT Version;
  DXGK_ALLOCATIONUSAGEINFO1 v1;
} DXGK_ALLOCATIONUSAGEHINT, *PDXGK_ALLOCATIONUSAGEHINT;

/* WDDM 3.0 and later. */
typedef struct _DXGK_ALLOCATIONINFOFLAGS2 {
  union {
    struct {
      UINT ShareBackingStoreWithKmd : 1;
      UINT NoImplicitSynchronization : 1;
      UINT DisablePartialResidency : 1;
      UINT RestrictedToSingleSegment : 1;
      UINT NotifyEviction : 1;
      UINT NotifyIoMmuUnmap : 1;
      UINT Reserved : 26;
    };
    UINT Value;
  };
} DXGK_ALLOCATIONINFOFLAGS2, *PDXGK_ALLOCATIONINFOFLAGS2;

/* What a driver says of an allocation: size, alignment, where it may live. In: private data, to be read and written
 * back. */
typedef struct _DXGK_ALLOCATIONINFO {
  PVOID pPrivateDriverData;
  UINT PrivateDriverDataSize;
  UINT Alignment;
  SIZE_T Size;
  SIZE_T PitchAlignedSize;
  DXGK_SEGMENTBANKPREFERENCE HintedBank;
  D3DDDI_SEGMENTPREFERENCE PreferredSegment;
  UINT SupportedReadSegmentSet;
  UINT SupportedWriteSegmentSet;
  UINT EvictionSegmentSet;
  union {
    UINT MaximumRenamingListLength;
    UINT PhysicalAdapterIndex;
  };
  HANDLE hAllocation;
  union {
    DXGK_ALLOCATIONINFOFLAGS Flags;
    DXGK_ALLOCATIONINFOFLAGS_WDDM2_0 FlagsWddm2;
  };
  DXGK_ALLOCATIONUSAGEHINT *pAllocationUsageHint;
  UINT AllocationPriority;
  DXGK_ALLOCATIONINFOFLAGS2 Flags2;
} DXGK_ALLOCATIONINFO, *PDXGK_ALLOCATIONINFO;

typedef struct _DXGK_CREATEALLOCATIONFLAGS {
  union {
    struct {
      UINT Resource : 1;
      UINT Reserved : 31;
    };
    UINT Value;
  };
} DXGK_CREATEALLOCATIONFLAGS, *PDXGK_CREATEALLOCATIONFLAGS;

/* In/out: hResource, the driver's own handle of the resource. */
typedef struct _DXGKARG_CREATEALLOCATION {
  const void *pPrivateDriverData;
  UINT PrivateDriverDataSize;
  UINT NumAllocations;
  DXGK_ALLOCATIONINFO *pAllocationInfo;
  HANDLE hResource;
  DXGK_CREATEALLOCATIONFLAGS Flags;
} DXGKARG_CREATEALLOCATION, *PDXGKARG_CREATEALLOCATION;
typedef DXGKARG_CREATEALLOCATION *INOUT_PDXGKARG_CREATEALLOCATION;
typedef const DXGKARG_CREATEALLOCATION *IN_CONST_PDXGKARG_CREATEALLOCATION;

typedef struct _DXGK_DESTROYALLOCATIONFLAGS {
  union {
    struct {
      UINT DestroyResource : 1;
      UINT Reserved : 31;
    };
    UINT Value;
  };
} DXGK_DESTROYALLOCATIONFLAGS, *PDXGK_DESTROYALLOCATIONFLAGS;

typedef struct _DXGKARG_DESTROYALLOCATION {
  UINT NumAllocations;
  const HANDLE *pAllocationList;
  HANDLE hResource;
  DXGK_DESTROYALLOCATIONFLAGS Flags;
} DXGKARG_DESTROYALLOCATION, *PDXGKARG_DESTROYALLOCATION;
typedef DXGKARG_DESTROYALLOCATION *INOUT_PDXGKARG_DESTROYALLOCATION;
typedef const DXGKARG_DESTROYALLOCATION *IN_CONST_PDXGKARG_DESTROYALLOCATION;

typedef struct _DXGK_DESCRIBEALLOCATIONFLAGS {
  union {
    struct {
      UINT CheckDisplayMode : 1;
      UINT Reserved : 31;
    };
    UINT Value;
  };
} DXGK_DESCRIBEALLOCATIONFLAGS, *PDXGK_DESCRIBEALLOCATIONFLAGS;

/* Size, format and timing of a primary. */
typedef struct _DXGKARG_DESCRIBEALLOCATION {
  HANDLE hAllocation;
  UINT Width;
  UINT Height;
  D3DDDIFORMAT Format;
  D3DDDI_MULTISAMPLINGMETHOD MultisampleMethod;
  D3DDDI_RATIONAL RefreshRate;
  UINT PrivateDriverFormatAttribute;
  DXGK_DESCRIBEALLOCATIONFLAGS Flags;
  D3DDDI_ROTATION Rotation;
} DXGKARG_DESCRIBEALLOCATION, *PDXGKARG_DESCRIBEALLOCATION;
typedef DXGKARG_DESCRIBEALLOCATION *INOUT_PDXGKARG_DESCRIBEALLOCATION;
typedef const DXGKARG_DESCRIBEALLOCATION *IN_CONST_PDXGKARG_DESCRIBEALLOCATION;

/* Asked twice: first for the sizes of the private data, then for the data. */
typedef struct _DXGKARG_GETSTANDARDALLOCATIONDRIVERDATA {
  D3DKMDT_STANDARDALLOCATION_TYPE StandardAllocationType;
  union {
    D3DKMDT_SHAREDPRIMARYSURFACEDATA *pCreateSharedPrimarySurfaceData;
    D3DKMDT_SHADOWSURFACEDATA *pCreateShadowSurfaceData;
    D3DKMDT_STAGINGSURFACEDATA *pCreateStagingSurfaceData;
    D3DKMDT_GDISURFACEDATA *pCreateGdiSurfaceData;
    D3DKMDT_VIRTUALGPUSURFACEDATA *pCreateVirtualGpuSurfaceData;
  };
  PVOID pAllocationPrivateDriverData;
  UINT AllocationPrivateDriverDataSize;
  PVOID pResourcePrivateDriverData;
  UINT ResourcePrivateDriverDataSize;
  UINT PhysicalAdapterIndex;
} DXGKARG_GETSTANDARDALLOCATIONDRIVERDATA, *PDXGKARG_GETSTANDARDALLOCATIONDRIVERDATA;
typedef DXGKARG_GETSTANDARDALLOCATIONDRIVERDATA *INOUT_PDXGKARG_GETSTANDARDALLOCATIONDRIVERDATA;
typedef const DXGKARG_GETSTANDARDALLOCATIONDRIVERDATA *IN_CONST_PDXGKARG_GETSTANDARDALLOCATIONDRIVERDATA;

/* In: the kernel's handle. Out: the driver's handle of this opening. */
typedef struct _DXGK_OPENALLOCATIONINFO {
  D3DKMT_HANDLE hAllocation;
  PVOID pPrivateDriverData;
  UINT PrivateDriverDataSize;
  HANDLE hDeviceSpecificAllocation;
} DXGK_OPENALLOCATIONINFO, *PDXGK_OPENALLOCATIONINFO;

typedef struct _DXGK_OPENALLOCATIONFLAGS {
  union {
    struct {
      UINT Create : 1;
      UINT ReadOnly : 1;
      UINT Reserved : 30;
    };
    UINT Value;
  };
} DXGK_OPENALLOCATIONFLAGS, *PDXGK_OPENALLOCATIONFLAGS;

/* Binds allocations to a device. Create: the device that creates them; only then may private data be written. */
typedef struct _DXGKARG_OPENALLOCATION {
  UINT NumAllocations;
  DXGK_OPENALLOCATIONINFO *pOpenAllocation;
  PVOID pPrivateDriverData;
  UINT PrivateDriverSize;
  DXGK_OPENALLOCATIONFLAGS Flags;
  UINT SubresourceIndex;
  SIZE_T SubresourceOffset;
  UINT Pitch;
} DXGKARG_OPENALLOCATION, *PDXGKARG_OPENALLOCATION;
typedef DXGKARG_OPENALLOCATION *INOUT_PDXGKARG_OPENALLOCATION;
typedef const DXGKARG_OPENALLOCATION *IN_CONST_PDXGKARG_OPENALLOCATION;

typedef struct _DXGKARG_CLOSEALLOCATION {
  UINT NumAllocations;
  const HANDLE *pOpenHandleList;
} DXGKARG_CLOSEALLOCATION, *PDXGKARG_CLOSEALLOCATION;
typedef DXGKARG_CLOSEALLOCATION *INOUT_PDXGKARG_CLOSEALLOCATION;
typedef const DXGKARG_CLOSEALLOCATION *IN_CONST_PDXGKARG_CLOSEALLOCATION;

/* Where the driver sees the backing store of an allocation that asked for ShareBackingStoreWithKmd. */
typedef struct _DXGKARG_SETALLOCATIONBACKINGSTORE {
  HANDLE hDriverAllocation;
  PVOID pBackingStore;
} DXGKARG_SETALLOCATIONBACKINGSTORE, *PDXGKARG_SETALLOCATIONBACKINGSTORE;
typedef DXGKARG_SETALLOCATIONBACKINGSTORE *INOUT_PDXGKARG_SETALLOCATIONBACKINGSTORE;
typedef const DXGKARG_SETALLOCATIONBACKINGSTORE *IN_CONST_PDXGKARG_SETALLOCATIONBACKINGSTORE;

typedef struct _DXGKARG_VALIDATEUPDATEALLOCPROPERTY {
  HANDLE hAllocation;
  UINT SupportedSegmentSet;
  D3DDDI_SEGMENTPREFERENCE PreferredSegment;
  D3DDDI_UPDATEALLOCPROPERTY_FLAGS Flags;
  union {
    struct {
      UINT SetAccessedPhysically : 1;
      UINT SetSupportedSegmentSet : 1;
      UINT SetPreferredSegment : 1;
      UINT Reserved : 29;
    };
    UINT PropertyMaskValue;
  };
} DXGKARG_VALIDATEUPDATEALLOCPROPERTY, *PDXGKARG_VALIDATEUPDATEALLOCPROPERTY;
typedef DXGKARG_VALIDATEUPDATEALLOCPROPERTY *INOUT_PDXGKARG_VALIDATEUPDATEALLOCPROPERTY;
typedef const DXGKARG_VALIDATEUPDATEALLOCPROPERTY *IN_CONST_PDXGKARG_VALIDATEUPDATEALLOCPROPERTY;

typedef struct _DXGKARG_ACQUIRESWIZZLINGRANGE {
  HANDLE hAllocation;
  UINT PrivateDriverData;
  UINT RangeId;
  UINT SegmentId;
  SIZE_T RangeSize;
  PHYSICAL_ADDRESS CPUTranslatedAddress;
} DXGKARG_ACQUIRESWIZZLINGRANGE, *PDXGKARG_ACQUIRESWIZZLINGRANGE;
typedef DXGKARG_ACQUIRESWIZZLINGRANGE *INOUT_PDXGKARG_ACQUIRESWIZZLINGRANGE;
typedef const DXGKARG_ACQUIRESWIZZLINGRANGE *IN_CONST_PDXGKARG_ACQUIRESWIZZLINGRANGE;

typedef struct _DXGKARG_RELEASESWIZZLINGRANGE {
  HANDLE hAllocation;
  UINT PrivateDriverData;
  UINT RangeId;
} DXGKARG_RELEASESWIZZLINGRANGE, *PDXGKARG_RELEASESWIZZLINGRANGE;
typedef DXGKARG_RELEASESWIZZLINGRANGE *INOUT_PDXGKARG_RELEASESWIZZLINGRANGE;
typedef const DXGKARG_RELEASESWIZZLINGRANGE *IN_CONST_PDXGKARG_RELEASESWIZZLINGRANGE;

typedef struct _DXGKARG_STOPCAPTURE {
  HANDLE hAllocation;
} DXGKARG_STOPCAPTURE, *PDXGKARG_STOPCAPTURE;
typedef DXGKARG_STOPCAPTURE *INOUT_PDXGKARG_STOPCAPTURE;
typedef const DXGKARG_STOPCAPTURE *IN_CONST_PDXGKARG_STOPCAPTURE;

typedef struct _DXGK_HISTORY_BUFFER_HEADER {
  UINT32 RenderCbSequence;
  UINT32 NumTimestamps;
  UINT32 PrivateDataSize;
  UINT32 Reserved;
} DXGK_HISTORY_BUFFER_HEADER, *PDXGK_HISTORY_BUFFER_HEADER;

typedef struct _DXGK_HISTORY_BUFFER {
  DXGK_HISTORY_BUFFER_HEADER Header;
  BYTE DriverPrivateData[1];
} DXGK_HISTORY_BUFFER, *PDXGK_HISTORY_BUFFER;

typedef struct _DXGKARG_FORMATHISTORYBUFFER {
  DXGK_HISTORY_BUFFER *pHistoryBuffer;
  UINT32 HistoryBufferSize;
  PVOID pFormattedBuffer;
  UINT32 FormattedBufferSize;
  UINT32 NumTimestamps;
  DXGKARG_HISTORYBUFFERPRECISION Precision;
  UINT32 Offset;
} DXGKARG_FORMATHISTORYBUFFER, *PDXGKARG_FORMATHISTORYBUFFER;
typedef DXGKARG_FORMATHISTORYBUFFER *INOUT_PDXGKARG_FORMATHISTORYBUFFER;
typedef const DXGKARG_FORMATHISTORYBUFFER *IN_CONST_PDXGKARG_FORMATHISTORYBUFFER;

/* ---- Escape ---- */

typedef struct _DXGKARG_ESCAPE {
  HANDLE hDevice;
  D3DDDI_ESCAPEFLAGS Flags;
  PVOID pPrivateDriverData;
  UINT PrivateDriverDataSize;
  HANDLE hContext;
  HANDLE hKmdProcessHandle;
} DXGKARG_ESCAPE, *PDXGKARG_ESCAPE;
typedef DXGKARG_ESCAPE *INOUT_PDXGKARG_ESCAPE;
typedef const DXGKARG_ESCAPE *IN_CONST_PDXGKARG_ESCAPE;

/* ---- Paging and page tables ---- */

typedef enum _DXGK_BUILDPAGINGBUFFER_OPERATION {
  DXGK_OPERATION_TRANSFER = 0,
  DXGK_OPERATION_FILL = 1,
  DXGK_OPERATION_DISCARD_CONTENT = 2,
  DXGK_OPERATION_READ_PHYSICAL = 3,
  DXGK_OPERATION_WRITE_PHYSICAL = 4,
  DXGK_OPERATION_MAP_APERTURE_SEGMENT = 5,
  DXGK_OPERATION_UNMAP_APERTURE_SEGMENT = 6,
  DXGK_OPERATION_SPECIAL_LOCK_TRANSFER = 7,
  DXGK_OPERATION_VIRTUAL_TRANSFER = 8,
  DXGK_OPERATION_VIRTUAL_FILL = 9,
  DXGK_OPERATION_INIT_CONTEXT_RESOURCE = 10,
  DXGK_OPERATION_UPDATE_PAGE_TABLE = 11,
  DXGK_OPERATION_FLUSH_TLB = 12,
  DXGK_OPERATION_UPDATE_CONTEXT_ALLOCATION = 13,
  DXGK_OPERATION_COPY_PAGE_TABLE_ENTRIES = 14,
  DXGK_OPERATION_NOTIFY_RESIDENCY = 15,
  DXGK_OPERATION_SIGNAL_MONITORED_FENCE = 16,
  DXGK_OPERATION_MAP_APERTURE_SEGMENT2 = 17,
  DXGK_OPERATION_NOTIFY_FENCE_RESIDENCY = 18,
  DXGK_OPERATION_MAP_MMU = 19,
  DXGK_OPERATION_UNMAP_MMU = 20,
  DXGK_OPERATION_NOTIFY_RESIDENCY2 = 21,
  DXGK_OPERATION_NOTIFY_ALLOC = 22
} DXGK_BUILDPAGINGBUFFER_OPERATION;

typedef struct _DXGK_TRANSFERFLAGS {
  union {
    struct {
      UINT Swizzle : 1;
      UINT Unswizzle : 1;
      UINT AllocationIsIdle : 1;
      UINT TransferStart : 1;
      UINT TransferEnd : 1;
      UINT Reserved : 27;
    };
    UINT Value;
  };
} DXGK_TRANSFERFLAGS, *PDXGK_TRANSFERFLAGS;

typedef struct _DXGK_DISCARDCONTENTFLAGS {
  union {
    struct {
      UINT AllocationIsIdle : 1;
      UINT Reserved : 31;
    };
    UINT Value;
  };
} DXGK_DISCARDCONTENTFLAGS, *PDXGK_DISCARDCONTENTFLAGS;

typedef struct _DXGK_MAPAPERTUREFLAGS {
  union {
    struct {
      UINT CacheCoherent : 1;
      UINT Reserved : 31;
    };
    UINT Value;
  };
} DXGK_MAPAPERTUREFLAGS, *PDXGK_MAPAPERTUREFLAGS;

typedef enum _DXGK_MEMORY_TRANSFER_DIRECTION {
  DXGK_MEMORY_TRANSFER_LOCAL_TO_SYSTEM = 0,
  DXGK_MEMORY_TRANSFER_SYSTEM_TO_LOCAL = 1,
  DXGK_MEMORY_TRANSFER_LOCAL_TO_LOCAL = 2
} DXGK_MEMORY_TRANSFER_DIRECTION;

typedef struct _DXGK_TRANSFERVIRTUALFLAGS {
  union {
    struct {
      UINT Src64KBPages : 1;
      UINT Dst64KBPages : 1;
      UINT Reserved : 30;
    };
    UINT Flags;
  };
} DXGK_TRANSFERVIRTUALFLAGS, *PDXGK_TRANSFERVIRTUALFLAGS;

typedef struct _DXGK_BUILDPAGINGBUFFER_TRANSFERVIRTUAL {
  HANDLE hAllocation;
  UINT64 AllocationOffsetInBytes;
  UINT64 TransferSizeInBytes;
  D3DGPU_VIRTUAL_ADDRESS SourceVirtualAddress;
  D3DGPU_VIRTUAL_ADDRESS DestinationVirtualAddress;
  D3DGPU_VIRTUAL_ADDRESS SourcePageTable;
  DXGK_MEMORY_TRANSFER_DIRECTION TransferDirection;
  DXGK_TRANSFERVIRTUALFLAGS Flags;
  D3DGPU_VIRTUAL_ADDRESS DestinationPageTable;
} DXGK_BUILDPAGINGBUFFER_TRANSFERVIRTUAL, *PDXGK_BUILDPAGINGBUFFER_TRANSFERVIRTUAL;

typedef struct _DXGK_BUILDPAGINGBUFFER_FILLVIRTUAL {
  HANDLE hAllocation;
  UINT64 AllocationOffsetInBytes;
  UINT64 FillSizeInBytes;
  UINT FillPattern;
  D3DGPU_VIRTUAL_ADDRESS DestinationVirtualAddress;
} DXGK_BUILDPAGINGBUFFER_FILLVIRTUAL, *PDXGK_BUILDPAGINGBUFFER_FILLVIRTUAL;

typedef struct _DXGK_PAGETABLEUPDATEADDRESS {
  union {
    PVOID CpuVirtual;
    D3DGPU_PHYSICAL_ADDRESS GpuPhysical;
    D3DGPU_VIRTUAL_ADDRESS GpuVirtual;
  };
} DXGK_PAGETABLEUPDATEADDRESS, *PDXGK_PAGETABLEUPDATEADDRESS;

typedef struct _DXGK_UPDATEPAGETABLEFLAGS {
  UINT Repeat : 1;
  UINT InitialUpdate : 1;
  UINT NotifyEviction : 1;
  UINT Use64KBPages : 1;
  UINT NativeFence : 1;
  UINT Reserved : 27;
} DXGK_UPDATEPAGETABLEFLAGS, *PDXGK_UPDATEPAGETABLEFLAGS;

typedef struct _DXGK_BUILDPAGINGBUFFER_UPDATEPAGETABLE {
  UINT PageTableLevel;
  HANDLE hAllocation;
  DXGK_PAGETABLEUPDATEADDRESS PageTableAddress;
  DXGK_PTE *pPageTableEntries;
  UINT StartIndex;
  UINT NumPageTableEntries;
  UINT Reserved0;
  DXGK_UPDATEPAGETABLEFLAGS Flags;
  UINT64 DriverProtection;
  UINT64 AllocationOffsetInBytes;
  HANDLE hProcess;
  DXGK_PAGETABLEUPDATEMODE UpdateMode;
  DXGK_PTE *pPageTableEntries64KB;
  D3DGPU_VIRTUAL_ADDRESS FirstPteVirtualAddress;
} DXGK_BUILDPAGINGBUFFER_UPDATEPAGETABLE, *PDXGK_BUILDPAGINGBUFFER_UPDATEPAGETABLE;

typedef struct _DXGK_BUILDPAGINGBUFFER_FLUSHTLB {
  D3DGPU_PHYSICAL_ADDRESS RootPageTableAddress;
  HANDLE hProcess;
  D3DGPU_VIRTUAL_ADDRESS StartVirtualAddress;
  D3DGPU_VIRTUAL_ADDRESS EndVirtualAddress;
} DXGK_BUILDPAGINGBUFFER_FLUSHTLB, *PDXGK_BUILDPAGINGBUFFER_FLUSHTLB;

typedef struct _DXGK_BUILDPAGINGBUFFER_COPY_RANGE {
  UINT NumPageTableEntries;
  D3DGPU_VIRTUAL_ADDRESS SrcPageTableAddress;
  D3DGPU_VIRTUAL_ADDRESS DstPageTableAddress;
  UINT SrcStartPteIndex;
  UINT DstStartPteIndex;
} DXGK_BUILDPAGINGBUFFER_COPY_RANGE, *PDXGK_BUILDPAGINGBUFFER_COPY_RANGE;

typedef struct _DXGK_BUILDPAGINGBUFFER_COPYPAGETABLEENTRIES {
  UINT NumRanges;
  DXGK_BUILDPAGINGBUFFER_COPY_RANGE *pRanges;
} DXGK_BUILDPAGINGBUFFER_COPYPAGETABLEENTRIES, *PDXGK_BUILDPAGINGBUFFER_COPYPAGETABLEENTRIES;

typedef struct _DXGK_BUILDPAGINGBUFFER_UPDATECONTEXTALLOCATION {
  D3DGPU_VIRTUAL_ADDRESS ContextAllocation;
  UINT64 ContextAllocationSize;
  PVOID pDriverPrivateData;
  UINT DriverPrivateDataSize;
} DXGK_BUILDPAGINGBUFFER_UPDATECONTEXTALLOCATION, *PDXGK_BUILDPAGINGBUFFER_UPDATECONTEXTALLOCATION;

typedef struct _DXGK_BUILDPAGINGBUFFER_NOTIFYRESIDENCY {
  HANDLE hAllocation;
  D3DGPU_PHYSICAL_ADDRESS PhysicalAddress;
  union {
    UINT Resident : 1;
    UINT Reserved : 31;
  };
} DXGK_BUILDPAGINGBUFFER_NOTIFYRESIDENCY, *PDXGK_BUILDPAGINGBUFFER_NOTIFYRESIDENCY;

typedef struct _DXGK_BUILDPAGINGBUFFER_SIGNALMONITOREDFENCE {
  D3DGPU_VIRTUAL_ADDRESS MonitoredFenceGpuVa;
  UINT64 MonitoredFenceValue;
} DXGK_BUILDPAGINGBUFFER_SIGNALMONITOREDFENCE, *PDXGK_BUILDPAGINGBUFFER_SIGNALMONITOREDFENCE;

typedef struct _DXGK_ADL_FLAGS {
  union {
    struct {
      UINT32 Contiguous : 1;
      UINT32 Reserved : 31;
    };
    UINT32 Value;
  };
} DXGK_ADL_FLAGS, *PDXGK_ADL_FLAGS;

typedef struct _DXGK_ADL {
  UINT32 PageCount;
  DXGK_ADL_FLAGS Flags;
  union {
    DXGK_PAGE_NUMBER BasePageNumber;
    const DXGK_PAGE_NUMBER *Pages;
  };
} DXGK_ADL, *PDXGK_ADL;

/* One memory operation, to be written as commands of the GPU. */
typedef struct _DXGKARG_BUILDPAGINGBUFFER {
  PVOID pDmaBuffer;
  UINT DmaSize;
  PVOID pDmaBufferPrivateData;
  UINT DmaBufferPrivateDataSize;
  DXGK_BUILDPAGINGBUFFER_OPERATION Operation;
  UINT MultipassOffset;
  union {
    struct DXGK_PLAIN {
      HANDLE hAllocation;
      UINT TransferOffset;
      SIZE_T TransferSize;
      struct DXGK_PLAIN {
        UINT SegmentId;
        union {
          PHYSICAL_ADDRESS SegmentAddress;
          MDL *pMdl;
        };
      } Source;
      struct DXGK_PLAIN {
        UINT SegmentId;
        union {
          PHYSICAL_ADDRESS SegmentAddress;
          MDL *pMdl;
        };
      } Destination;
      DXGK_TRANSFERFLAGS Flags;
      UINT MdlOffset;
    } Transfer;
    struct DXGK_PLAIN {
      HANDLE hAllocation;
      SIZE_T FillSize;
      UINT FillPattern;
      struct {
        UINT SegmentId;
        PHYSICAL_ADDRESS SegmentAddress;
      } Destination;
    } Fill;
    struct DXGK_PLAIN {
      HANDLE hAllocation;
      DXGK_DISCARDCONTENTFLAGS Flags;
      UINT SegmentId;
      PHYSICAL_ADDRESS SegmentAddress;
    } DiscardContent;
    struct {
      UINT SegmentId;
      PHYSICAL_ADDRESS PhysicalAddress;
    } ReadPhysical;
    struct {
      UINT SegmentId;
      PHYSICAL_ADDRESS PhysicalAddress;
    } WritePhysical;
    struct DXGK_PLAIN {
      HANDLE hDevice;
      HANDLE hAllocation;
      UINT SegmentId;
      SIZE_T OffsetInPages;
      SIZE_T NumberOfPages;
      PMDL pMdl;
      DXGK_MAPAPERTUREFLAGS Flags;
      ULONG MdlOffset;
    } MapApertureSegment;
    struct DXGK_PLAIN {
      HANDLE hDevice;
      HANDLE hAllocation;
      UINT SegmentId;
      SIZE_T OffsetInPages;
      SIZE_T NumberOfPages;
      LARGE_INTEGER DummyPage;
    } UnmapApertureSegment;
    struct DXGK_PLAIN {
      HANDLE hAllocation;
      UINT TransferOffset;
      SIZE_T TransferSize;
      struct DXGK_PLAIN {
        UINT SegmentId;
        union {
          PHYSICAL_ADDRESS SegmentAddress;
          MDL *pMdl;
        };
      } Source;
      struct DXGK_PLAIN {
        UINT SegmentId;
        union {
          PHYSICAL_ADDRESS SegmentAddress;
          MDL *pMdl;
        };
      } Destination;
      DXGK_TRANSFERFLAGS Flags;
      UINT SwizzlingRangeId;
      UINT SwizzlingRangeData;
    } SpecialLockTransfer;
    struct DXGK_PLAIN {
      HANDLE hAllocation;
      struct DXGK_PLAIN {
        UINT SegmentId;
        union {
          PHYSICAL_ADDRESS SegmentAddress;
          MDL *pMdl;
        };
        PVOID VirtualAddress;
        D3DGPU_VIRTUAL_ADDRESS GpuVirtualAddress;
      } Destination;
    } InitContextResource;
    DXGK_BUILDPAGINGBUFFER_TRANSFERVIRTUAL TransferVirtual;
    DXGK_BUILDPAGINGBUFFER_FILLVIRTUAL FillVirtual;
    DXGK_BUILDPAGINGBUFFER_UPDATEPAGETABLE UpdatePageTable;
    DXGK_BUILDPAGINGBUFFER_FLUSHTLB FlushTlb;
    DXGK_BUILDPAGINGBUFFER_COPYPAGETABLEENTRIES CopyPageTableEntries;
    DXGK_BUILDPAGINGBUFFER_UPDATECONTEXTALLOCATION UpdateContextAllocation;
    DXGK_BUILDPAGINGBUFFER_NOTIFYRESIDENCY NotifyResidency;
    DXGK_BUILDPAGINGBUFFER_SIGNALMONITOREDFENCE SignalMonitoredFence;
    struct DXGK_PLAIN {
      HANDLE hDevice;
      HANDLE hAllocation;
      UINT SegmentId;
      SIZE_T OffsetInPages;
      SIZE_T NumberOfPages;
      DXGK_ADL Adl;
      DXGK_MAPAPERTUREFLAGS Flags;
      ULONG AdlOffset;
      PVOID CpuVisibleAddress;
    } MapApertureSegment2;
    struct {
      UINT Reserved[64];
    } Reserved;
  };
  HANDLE hSystemContext;
  D3DGPU_VIRTUAL_ADDRESS DmaBufferGpuVirtualAddress;
  UINT DmaBufferWriteOffset;
} DXGKARG_BUILDPAGINGBUFFER, *PDXGKARG_BUILDPAGINGBUFFER;
typedef DXGKARG_BUILDPAGINGBUFFER *INOUT_PDXGKARG_BUILDPAGINGBUFFER;
typedef const DXGKARG_BUILDPAGINGBUFFER *IN_CONST_PDXGKARG_BUILDPAGINGBUFFER;

typedef struct _DXGKARG_SETROOTPAGETABLE {
  HANDLE hContext;
  D3DGPU_PHYSICAL_ADDRESS Address;
  UINT NumEntries;
} DXGKARG_SETROOTPAGETABLE, *PDXGKARG_SETROOTPAGETABLE;
typedef DXGKARG_SETROOTPAGETABLE *INOUT_PDXGKARG_SETROOTPAGETABLE;
typedef const DXGKARG_SETROOTPAGETABLE *IN_CONST_PDXGKARG_SETROOTPAGETABLE;

typedef struct _DXGKARG_GETROOTPAGETABLESIZE {
  UINT NumberOfPte;
  UINT PhysicalAdapterIndex;
} DXGKARG_GETROOTPAGETABLESIZE, *PDXGKARG_GETROOTPAGETABLESIZE;
typedef DXGKARG_GETROOTPAGETABLESIZE *INOUT_PDXGKARG_GETROOTPAGETABLESIZE;
typedef const DXGKARG_GETROOTPAGETABLESIZE *IN_CONST_PDXGKARG_GETROOTPAGETABLESIZE;

typedef struct _DXGKARG_MAPCPUHOSTAPERTURE {
  HANDLE hAllocation;
  WORD SegmentId;
  WORD PhysicalAdapterIndex;
  UINT64 NumberOfPages;
  UINT32 *pCpuHostAperturePages;
  UINT64 *pMemorySegmentPages;
} DXGKARG_MAPCPUHOSTAPERTURE, *PDXGKARG_MAPCPUHOSTAPERTURE;
typedef DXGKARG_MAPCPUHOSTAPERTURE *INOUT_PDXGKARG_MAPCPUHOSTAPERTURE;
typedef const DXGKARG_MAPCPUHOSTAPERTURE *IN_CONST_PDXGKARG_MAPCPUHOSTAPERTURE;

typedef struct _DXGKARG_UNMAPCPUHOSTAPERTURE {
  UINT64 NumberOfPages;
  UINT32 *pCpuHostAperturePages;
  WORD SegmentId;
  WORD PhysicalAdapterIndex;
} DXGKARG_UNMAPCPUHOSTAPERTURE, *PDXGKARG_UNMAPCPUHOSTAPERTURE;
typedef DXGKARG_UNMAPCPUHOSTAPERTURE *INOUT_PDXGKARG_UNMAPCPUHOSTAPERTURE;
typedef const DXGKARG_UNMAPCPUHOSTAPERTURE *IN_CONST_PDXGKARG_UNMAPCPUHOSTAPERTURE;

/* ---- Submission and interruption ---- */

typedef struct _DXGK_ALLOCATIONLIST {
  HANDLE hDeviceSpecificAllocation;
  struct {
    UINT WriteOperation : 1;
    UINT SegmentId : 5;
    UINT Reserved : 26;
  };
  union {
    PHYSICAL_ADDRESS PhysicalAddress;
    D3DGPU_VIRTUAL_ADDRESS VirtualAddress;
  };
} DXGK_ALLOCATIONLIST, *PDXGK_ALLOCATIONLIST;

typedef struct _DXGKARG_RENDER {
  const void *pCommand;
  UINT CommandLength;
  PVOID pDmaBuffer;
  UINT DmaSize;
  PVOID pDmaBufferPrivateData;
  UINT DmaBufferPrivateDataSize;
  DXGK_ALLOCATIONLIST *pAllocationList;
  UINT AllocationListSize;
  D3DDDI_PATCHLOCATIONLIST *pPatchLocationListIn;
  UINT PatchLocationListInSize;
  D3DDDI_PATCHLOCATIONLIST *pPatchLocationListOut;
  UINT PatchLocationListOutSize;
  UINT MultipassOffset;
  UINT DmaBufferSegmentId;
  PHYSICAL_ADDRESS DmaBufferPhysicalAddress;
} DXGKARG_RENDER, *PDXGKARG_RENDER;
typedef DXGKARG_RENDER *INOUT_PDXGKARG_RENDER;
typedef const DXGKARG_RENDER *IN_CONST_PDXGKARG_RENDER;

typedef struct _DXGK_PATCHFLAGS {
  union {
    struct {
      UINT Paging : 1;
      UINT Present : 1;
      UINT RedirectedPresent : 1;
      UINT NullRendering : 1;
      UINT Reserved : 28;
    };
    UINT Value;
  };
} DXGK_PATCHFLAGS, *PDXGK_PATCHFLAGS;

typedef struct _DXGKARG_PATCH {
  union {
    HANDLE hDevice;
    HANDLE hContext;
  };
  UINT DmaBufferSegmentId;
  PHYSICAL_ADDRESS DmaBufferPhysicalAddress;
  PVOID pDmaBuffer;
  UINT DmaBufferSize;
  UINT DmaBufferSubmissionStartOffset;
  UINT DmaBufferSubmissionEndOffset;
  PVOID pDmaBufferPrivateData;
  UINT DmaBufferPrivateDataSize;
  UINT DmaBufferPrivateDataSubmissionStartOffset;
  UINT DmaBufferPrivateDataSubmissionEndOffset;
  const DXGK_ALLOCATIONLIST *pAllocationList;
  UINT AllocationListSize;
  const D3DDDI_PATCHLOCATIONLIST *pPatchLocationList;
  UINT PatchLocationListSize;
  UINT PatchLocationListSubmissionStart;
  UINT PatchLocationListSubmissionLength;
  UINT SubmissionFenceId;
  DXGK_PATCHFLAGS Flags;
  UINT EngineOrdinal;
} DXGKARG_PATCH, *PDXGKARG_PATCH;
typedef DXGKARG_PATCH *INOUT_PDXGKARG_PATCH;
typedef const DXGKARG_PATCH *IN_CONST_PDXGKARG_PATCH;

typedef struct _DXGK_SUBMITCOMMANDFLAGS {
  union {
    struct {
      UINT Paging : 1;
      UINT Present : 1;
      UINT RedirectedPresent : 1;
      UINT NullRendering : 1;
      UINT Flip : 1;
      UINT FlipWithNoWait : 1;
      UINT ContextSwitch : 1;
      UINT Resubmission : 1;
      UINT VirtualMachineData : 1;
      UINT Reserved : 23;
    };
    UINT Value;
  };
} DXGK_SUBMITCOMMANDFLAGS, *PDXGK_SUBMITCOMMANDFLAGS;

typedef struct _DXGKARG_SUBMITCOMMAND {
  union {
    HANDLE hDevice;
    HANDLE hContext;
  };
  UINT DmaBufferSegmentId;
  PHYSICAL_ADDRESS DmaBufferPhysicalAddress;
  UINT DmaBufferSize;
  UINT DmaBufferSubmissionStartOffset;
  UINT DmaBufferSubmissionEndOffset;
  PVOID pDmaBufferPrivateData;
  UINT DmaBufferPrivateDataSize;
  UINT DmaBufferPrivateDataSubmissionStartOffset;
  UINT DmaBufferPrivateDataSubmissionEndOffset;
  UINT SubmissionFenceId;
  D3DDDI_VIDEO_PRESENT_SOURCE_ID VidPnSourceId;
  D3DDDI_FLIPINTERVAL_TYPE FlipInterval;
  DXGK_SUBMITCOMMANDFLAGS Flags;
  UINT EngineOrdinal;
  D3DGPU_VIRTUAL_ADDRESS DmaBufferVirtualAddress;
  UINT NodeOrdinal;
} DXGKARG_SUBMITCOMMAND, *PDXGKARG_SUBMITCOMMAND;
typedef DXGKARG_SUBMITCOMMAND *INOUT_PDXGKARG_SUBMITCOMMAND;
typedef const DXGKARG_SUBMITCOMMAND *IN_CONST_PDXGKARG_SUBMITCOMMAND;

typedef struct _DXGKARG_SUBMITCOMMANDVIRTUAL {
  HANDLE hContext;
  D3DGPU_VIRTUAL_ADDRESS DmaBufferVirtualAddress;
  UINT DmaBufferSize;
  PVOID pDmaBufferPrivateData;
  UINT DmaBufferPrivateDataSize;
  UINT DmaBufferUmdPrivateDataSize;
  UINT SubmissionFenceId;
  D3DDDI_VIDEO_PRESENT_SOURCE_ID VidPnSourceId;
  D3DDDI_FLIPINTERVAL_TYPE FlipInterval;
  DXGK_SUBMITCOMMANDFLAGS Flags;
  UINT EngineOrdinal;
  UINT NodeOrdinal;
} DXGKARG_SUBMITCOMMANDVIRTUAL, *PDXGKARG_SUBMITCOMMANDVIRTUAL;
typedef DXGKARG_SUBMITCOMMANDVIRTUAL *INOUT_PDXGKARG_SUBMITCOMMANDVIRTUAL;
typedef const DXGKARG_SUBMITCOMMANDVIRTUAL *IN_CONST_PDXGKARG_SUBMITCOMMANDVIRTUAL;

typedef struct _DXGK_PREEMPTCOMMANDFLAGS {
  union {
    struct {
      UINT Reserved : 32;
    };
    UINT Value;
  };
} DXGK_PREEMPTCOMMANDFLAGS, *PDXGK_PREEMPTCOMMANDFLAGS;

typedef struct _DXGKARG_PREEMPTCOMMAND {
  UINT PreemptionFenceId;
  UINT NodeOrdinal;
  UINT EngineOrdinal;
  DXGK_PREEMPTCOMMANDFLAGS Flags;
} DXGKARG_PREEMPTCOMMAND, *PDXGKARG_PREEMPTCOMMAND;
typedef DXGKARG_PREEMPTCOMMAND *INOUT_PDXGKARG_PREEMPTCOMMAND;
typedef const DXGKARG_PREEMPTCOMMAND *IN_CONST_PDXGKARG_PREEMPTCOMMAND;

typedef struct _DXGKARG_CANCELCOMMAND {
  HANDLE hContext;
  PVOID pDmaBuffer;
  UINT DmaBufferSize;
  UINT DmaBufferSubmissionStartOffset;
  UINT DmaBufferSubmissionEndOffset;
  PVOID pDmaBufferPrivateData;
  UINT DmaBufferPrivateDataSize;
  UINT DmaBufferPrivateDataSubmissionStartOffset;
  UINT DmaBufferPrivateDataSubmissionEndOffset;
  const DXGK_ALLOCATIONLIST *pAllocationList;
  UINT AllocationListSize;
  const D3DDDI_PATCHLOCATIONLIST *pPatchLocationList;
  UINT PatchLocationListSize;
  UINT PatchLocationListSubmissionStart;
  UINT PatchLocationListSubmissionLength;
  D3DGPU_VIRTUAL_ADDRESS DmaBufferVirtualAddress;
  UINT DmaBufferUmdPrivateDataSize;
} DXGKARG_CANCELCOMMAND, *PDXGKARG_CANCELCOMMAND;
typedef DXGKARG_CANCELCOMMAND *INOUT_PDXGKARG_CANCELCOMMAND;
typedef const DXGKARG_CANCELCOMMAND *IN_CONST_PDXGKARG_CANCELCOMMAND;

typedef struct _DXGKARG_QUERYCURRENTFENCE {
  UINT CurrentFence;
  UINT NodeOrdinal;
  UINT EngineOrdinal;
} DXGKARG_QUERYCURRENTFENCE, *PDXGKARG_QUERYCURRENTFENCE;
typedef DXGKARG_QUERYCURRENTFENCE *INOUT_PDXGKARG_QUERYCURRENTFENCE;
typedef const DXGKARG_QUERYCURRENTFENCE *IN_CONST_PDXGKARG_QUERYCURRENTFENCE;

typedef struct _DXGKARG_RESETENGINE {
  UINT NodeOrdinal;
  UINT EngineOrdinal;
  UINT LastAbortedFenceId;
} DXGKARG_RESETENGINE, *PDXGKARG_RESETENGINE;
typedef DXGKARG_RESETENGINE *INOUT_PDXGKARG_RESETENGINE;
typedef const DXGKARG_RESETENGINE *IN_CONST_PDXGKARG_RESETENGINE;

typedef struct _DXGK_ENGINESTATUS {
  union {
    struct {
      UINT Responsive : 1;
      UINT Reserved : 31;
    };
    UINT Value;
  };
} DXGK_ENGINESTATUS, *PDXGK_ENGINESTATUS;

typedef struct _DXGKARG_QUERYENGINESTATUS {
  UINT NodeOrdinal;
  UINT EngineOrdinal;
  DXGK_ENGINESTATUS EngineStatus;
} DXGKARG_QUERYENGINESTATUS, *PDXGKARG_QUERYENGINESTATUS;
typedef DXGKARG_QUERYENGINESTATUS *INOUT_PDXGKARG_QUERYENGINESTATUS;
typedef const DXGKARG_QUERYENGINESTATUS *IN_CONST_PDXGKARG_QUERYENGINESTATUS;

typedef struct _DXGKARG_QUERYDEPENDENTENGINEGROUP {
  UINT NodeOrdinal;
  UINT EngineOrdinal;
  ULONGLONG DependentNodeOrdinalMask;
} DXGKARG_QUERYDEPENDENTENGINEGROUP, *PDXGKARG_QUERYDEPENDENTENGINEGROUP;
typedef DXGKARG_QUERYDEPENDENTENGINEGROUP *INOUT_PDXGKARG_QUERYDEPENDENTENGINEGROUP;
typedef const DXGKARG_QUERYDEPENDENTENGINEGROUP *IN_CONST_PDXGKARG_QUERYDEPENDENTENGINEGROUP;

typedef struct _DXGKARG_COLLECTDBGINFO {
  UINT Reason;
  PVOID pBuffer;
  SIZE_T BufferSize;
  DXGKARG_COLLECTDBGINFO_EXT *pExtension;
} DXGKARG_COLLECTDBGINFO, *PDXGKARG_COLLECTDBGINFO;
typedef DXGKARG_COLLECTDBGINFO *INOUT_PDXGKARG_COLLECTDBGINFO;
typedef const DXGKARG_COLLECTDBGINFO *IN_CONST_PDXGKARG_COLLECTDBGINFO;

/* ---- Callbacks: handles and features ---- */

typedef enum _DXGK_HANDLE_TYPE {
  DXGK_HANDLE_ALLOCATION = 1,
  DXGK_HANDLE_RESOURCE = 2
} DXGK_HANDLE_TYPE;

typedef struct _DXGKCB_GETHANDLEDATAFLAGS {
  union {
    struct {
      UINT DeviceSpecific : 1;
      UINT Reserved : 31;
    };
    UINT Value;
  };
} DXGKCB_GETHANDLEDATAFLAGS, *PDXGKCB_GETHANDLEDATAFLAGS;

/* A D3DKMT_HANDLE of the calling process; DeviceSpecific: the opening instead of the allocation. */
typedef struct _DXGKARGCB_GETHANDLEDATA {
  D3DKMT_HANDLE hObject;
  DXGK_HANDLE_TYPE Type;
  DXGKCB_GETHANDLEDATAFLAGS Flags;
} DXGKARGCB_GETHANDLEDATA, *PDXGKARGCB_GETHANDLEDATA;
typedef DXGKARGCB_GETHANDLEDATA *INOUT_PDXGKARGCB_GETHANDLEDATA;
typedef const DXGKARGCB_GETHANDLEDATA *IN_CONST_PDXGKARGCB_GETHANDLEDATA;

typedef struct _DXGKARGCB_RELEASEHANDLEDATA {
  DXGKARG_RELEASE_HANDLE ReleaseHandle;
  DXGK_HANDLE_TYPE Type;
} DXGKARGCB_RELEASEHANDLEDATA, *PDXGKARGCB_RELEASEHANDLEDATA;
typedef DXGKARGCB_RELEASEHANDLEDATA *INOUT_PDXGKARGCB_RELEASEHANDLEDATA;
typedef const DXGKARGCB_RELEASEHANDLEDATA *IN_CONST_PDXGKARGCB_RELEASEHANDLEDATA;

typedef struct _DXGKARGCB_ENUMHANDLECHILDREN {
  D3DKMT_HANDLE hObject;
  UINT Index;
} DXGKARGCB_ENUMHANDLECHILDREN, *PDXGKARGCB_ENUMHANDLECHILDREN;
typedef DXGKARGCB_ENUMHANDLECHILDREN *INOUT_PDXGKARGCB_ENUMHANDLECHILDREN;
typedef const DXGKARGCB_ENUMHANDLECHILDREN *IN_CONST_PDXGKARGCB_ENUMHANDLECHILDREN;

typedef struct _DXGKARGCB_GETCAPTUREADDRESS {
  D3DKMT_HANDLE hAllocation;
  UINT SegmentId;
  PHYSICAL_ADDRESS PhysicalAddress;
} DXGKARGCB_GETCAPTUREADDRESS, *PDXGKARGCB_GETCAPTUREADDRESS;
typedef DXGKARGCB_GETCAPTUREADDRESS *INOUT_PDXGKARGCB_GETCAPTUREADDRESS;
typedef const DXGKARGCB_GETCAPTUREADDRESS *IN_CONST_PDXGKARGCB_GETCAPTUREADDRESS;

typedef enum _DXGK_FEATURE_ID {
  DXGK_FEATURE_HWSCH = 0,
  DXGK_FEATURE_HWFLIPQUEUE = 1,
  DXGK_FEATURE_LDA_GPUPV = 2,
  DXGK_FEATURE_KMD_SIGNAL_CPU_EVENT = 3,
  DXGK_FEATURE_USER_MODE_SUBMISSION = 4,
  DXGK_FEATURE_SHARE_BACKING_STORE_WITH_KMD = 5
} DXGK_FEATURE_ID;

typedef struct _DXGKARGCB_ISFEATUREENABLED {
  HANDLE DeviceHandle;
  DXGK_FEATURE_ID FeatureId;
  BOOLEAN Enabled;
} DXGKARGCB_ISFEATUREENABLED, *PDXGKARGCB_ISFEATUREENABLED;
typedef DXGKARGCB_ISFEATUREENABLED *INOUT_PDXGKARGCB_ISFEATUREENABLED;
typedef const DXGKARGCB_ISFEATUREENABLED *IN_CONST_PDXGKARGCB_ISFEATUREENABLED;

typedef struct _DXGKARGCB_QUERYFEATURESUPPORT {
  HANDLE DeviceHandle;
  DXGK_FEATURE_ID FeatureId;
  UINT DriverSupportState;
  BOOLEAN Enabled;
} DXGKARGCB_QUERYFEATURESUPPORT, *PDXGKARGCB_QUERYFEATURESUPPORT;
typedef DXGKARGCB_QUERYFEATURESUPPORT *INOUT_PDXGKARGCB_QUERYFEATURESUPPORT;
typedef const DXGKARGCB_QUERYFEATURESUPPORT *IN_CONST_PDXGKARGCB_QUERYFEATURESUPPORT;

/* ---- Callbacks: memory ---- */

typedef struct _DXGK_CREATECONTEXTALLOCATIONFLAGS {
  union {
    struct {
      UINT SharedAcrossContexts : 1;
      UINT MapGpuVirtualAddress : 1;
      UINT Reserved : 30;
    };
    UINT Value;
  };
} DXGK_CREATECONTEXTALLOCATIONFLAGS, *PDXGK_CREATECONTEXTALLOCATIONFLAGS;

typedef struct _DXGKARGCB_CREATECONTEXTALLOCATION {
  DXGK_CREATECONTEXTALLOCATIONFLAGS ContextAllocationFlags;
  HANDLE hAdapter;
  HANDLE hDevice;
  HANDLE hContext;
  HANDLE hDriverAllocation;
  SIZE_T Size;
  UINT Alignment;
  UINT SupportedSegmentSet;
  UINT EvictionSegmentSet;
  D3DDDI_SEGMENTPREFERENCE PreferredSegment;
  DXGK_SEGMENTBANKPREFERENCE HintedBank;
  DXGK_ALLOCATIONINFOFLAGS Flags;
  HANDLE hAllocation;
  UINT PhysicalAdapterIndex;
} DXGKARGCB_CREATECONTEXTALLOCATION, *PDXGKARGCB_CREATECONTEXTALLOCATION;
typedef DXGKARGCB_CREATECONTEXTALLOCATION *INOUT_PDXGKARGCB_CREATECONTEXTALLOCATION;
typedef const DXGKARGCB_CREATECONTEXTALLOCATION *IN_CONST_PDXGKARGCB_CREATECONTEXTALLOCATION;

typedef struct _DXGKARGCB_RESERVEGPUVIRTUALADDRESSRANGE {
  HANDLE hDxgkProcess;
  UINT64 SizeInBytes;
  UINT Alignment;
  UINT64 StartVirtualAddress;
  UINT64 BaseAddress;
  union {
    struct {
      UINT AllowUserModeMapping : 1;
    };
    UINT Flags;
  };
} DXGKARGCB_RESERVEGPUVIRTUALADDRESSRANGE, *PDXGKARGCB_RESERVEGPUVIRTUALADDRESSRANGE;
typedef DXGKARGCB_RESERVEGPUVIRTUALADDRESSRANGE *INOUT_PDXGKARGCB_RESERVEGPUVIRTUALADDRESSRANGE;
typedef const DXGKARGCB_RESERVEGPUVIRTUALADDRESSRANGE *IN_CONST_PDXGKARGCB_RESERVEGPUVIRTUALADDRESSRANGE;

typedef struct _DXGKARGCB_MAPCONTEXTALLOCATION {
  D3DGPU_VIRTUAL_ADDRESS BaseAddress;
  D3DGPU_VIRTUAL_ADDRESS MinimumAddress;
  D3DGPU_VIRTUAL_ADDRESS MaximumAddress;
  HANDLE hAllocation;
  D3DGPU_SIZE_T OffsetInPages;
  D3DGPU_SIZE_T SizeInPages;
  D3DDDIGPUVIRTUALADDRESS_PROTECTION_TYPE Protection;
  UINT64 DriverProtection;
} DXGKARGCB_MAPCONTEXTALLOCATION, *PDXGKARGCB_MAPCONTEXTALLOCATION;
typedef DXGKARGCB_MAPCONTEXTALLOCATION *INOUT_PDXGKARGCB_MAPCONTEXTALLOCATION;
typedef const DXGKARGCB_MAPCONTEXTALLOCATION *IN_CONST_PDXGKARGCB_MAPCONTEXTALLOCATION;

typedef struct _DXGKARGCB_UPDATECONTEXTALLOCATION {
  HANDLE hAllocation;
  PVOID pPrivateDriverData;
  UINT PrivateDriverDataSize;
} DXGKARGCB_UPDATECONTEXTALLOCATION, *PDXGKARGCB_UPDATECONTEXTALLOCATION;
typedef DXGKARGCB_UPDATECONTEXTALLOCATION *INOUT_PDXGKARGCB_UPDATECONTEXTALLOCATION;
typedef const DXGKARGCB_UPDATECONTEXTALLOCATION *IN_CONST_PDXGKARGCB_UPDATECONTEXTALLOCATION;

/* ---- Callbacks: interrupts ---- */

typedef enum _DXGK_INTERRUPT_TYPE {
  DXGK_INTERRUPT_DMA_COMPLETED = 1,
  DXGK_INTERRUPT_DMA_PREEMPTED = 2,
  DXGK_INTERRUPT_CRTC_VSYNC = 3,
  DXGK_INTERRUPT_DMA_FAULTED = 4,
  DXGK_INTERRUPT_DISPLAYONLY_VSYNC = 5,
  DXGK_INTERRUPT_DISPLAYONLY_PRESENT_PROGRESS = 6,
  DXGK_INTERRUPT_CRTC_VSYNC_WITH_MULTIPLANE_OVERLAY = 7,
  DXGK_INTERRUPT_MICACAST_CHUNK_PROCESSING_COMPLETE = 8,
  DXGK_INTERRUPT_DMA_PAGE_FAULTED = 9,
  DXGK_INTERRUPT_CRTC_VSYNC_WITH_MULTIPLANE_OVERLAY2 = 10,
  DXGK_INTERRUPT_MONITORED_FENCE_SIGNALED = 11,
  DXGK_INTERRUPT_HWQUEUE_PAGE_FAULTED = 12,
  DXGK_INTERRUPT_HWCONTEXTLIST_SWITCH_COMPLETED = 13,
  DXGK_INTERRUPT_PERIODIC_MONITORED_FENCE_SIGNALED = 14,
  DXGK_INTERRUPT_SCHEDULING_LOG_INTERRUPT = 15,
  DXGK_INTERRUPT_GPU_ENGINE_TIMEOUT = 16,
  DXGK_INTERRUPT_SUSPEND_CONTEXT_COMPLETED = 17,
  DXGK_INTERRUPT_CRTC_VSYNC_WITH_MULTIPLANE_OVERLAY3 = 18,
  DXGK_INTERRUPT_NATIVE_FENCE_SIGNALED = 19,
  DXGK_INTERRUPT_GPU_ENGINE_STATE_CHANGE = 20
} DXGK_INTERRUPT_TYPE;

typedef struct _DXGKARGCB_PRESENT_DISPLAYONLY_PROGRESS {
  D3DDDI_VIDEO_PRESENT_SOURCE_ID VidPnSourceId;
  UINT ProgressId;
} DXGKARGCB_PRESENT_DISPLAYONLY_PROGRESS;

typedef enum _DXGK_ENGINE_STATE {
  DXGK_ENGINE_STATE_ACTIVE = 0,
  DXGK_ENGINE_STATE_TRANSITION_TO_F1 = 1
} DXGK_ENGINE_STATE;

typedef struct _DXGKCB_NOTIFY_INTERRUPT_DATA_FLAGS {
  union {
    struct {
      UINT ValidPhysicalAdapterMask : 1;
      UINT Reserved : 31;
    };
    UINT Value;
  };
} DXGKCB_NOTIFY_INTERRUPT_DATA_FLAGS;

typedef struct _DXGKARGCB_NOTIFY_INTERRUPT_DATA {
  DXGK_INTERRUPT_TYPE InterruptType;
  union {
    struct {
      UINT SubmissionFenceId;
      UINT NodeOrdinal;
      UINT EngineOrdinal;
    } DmaCompleted;
    struct {
      UINT PreemptionFenceId;
      UINT LastCompletedFenceId;
      UINT NodeOrdinal;
      UINT EngineOrdinal;
    } DmaPreempted;
    struct {
      UINT FaultedFenceId;
      NTSTATUS Status;
      UINT NodeOrdinal;
      UINT EngineOrdinal;
    } DmaFaulted;
    struct {
      D3DDDI_VIDEO_PRESENT_TARGET_ID VidPnTargetId;
      PHYSICAL_ADDRESS PhysicalAddress;
      UINT PhysicalAdapterMask;
    } CrtcVsync;
    struct {
      D3DDDI_VIDEO_PRESENT_TARGET_ID VidPnTargetId;
    } DisplayOnlyVsync;
    struct DXGK_PLAIN {
      D3DDDI_VIDEO_PRESENT_TARGET_ID VidPnTargetId;
      UINT PhysicalAdapterMask;
      UINT MultiPlaneOverlayVsyncInfoCount;
      DXGK_MULTIPLANE_OVERLAY_VSYNC_INFO *pMultiPlaneOverlayVsyncInfo;
    } CrtcVsyncWithMultiPlaneOverlay;
    DXGKARGCB_PRESENT_DISPLAYONLY_PROGRESS DisplayOnlyPresentProgress;
    struct DXGK_PLAIN {
      D3DDDI_VIDEO_PRESENT_TARGET_ID VidPnTargetId;
      DXGK_MIRACAST_CHUNK_INFO ChunkInfo;
      PVOID pPrivateDriverData;
      UINT PrivateDataDriverSize;
      NTSTATUS Status;
    } MiracastEncodeChunkCompleted;
    struct DXGK_PLAIN {
      UINT FaultedFenceId;
      UINT64 FaultedPrimitiveAPISequenceNumber;
      DXGK_RENDER_PIPELINE_STAGE FaultedPipelineStage;
      UINT FaultedBindTableEntry;
      DXGK_PAGE_FAULT_FLAGS PageFaultFlags;
      D3DGPU_VIRTUAL_ADDRESS FaultedVirtualAddress;
      UINT NodeOrdinal;
      UINT EngineOrdinal;
      UINT PageTableLevel;
      DXGK_FAULT_ERROR_CODE FaultErrorCode;
      HANDLE FaultedProcessHandle;
    } DmaPageFaulted;
    struct DXGK_PLAIN {
      D3DDDI_VIDEO_PRESENT_TARGET_ID VidPnTargetId;
      UINT PhysicalAdapterMask;
      UINT MultiPlaneOverlayVsyncInfoCount;
      DXGK_MULTIPLANE_OVERLAY_VSYNC_INFO2 *pMultiPlaneOverlayVsyncInfo;
      ULONGLONG GpuFrequency;
      ULONGLONG GpuClockCounter;
    } CrtcVsyncWithMultiPlaneOverlay2;
    struct {
      UINT NodeOrdinal;
      UINT EngineOrdinal;
    } MonitoredFenceSignaled;
    struct {
      UINT NodeOrdinal;
      UINT EngineOrdinal;
      UINT64 ContextSwitchFence;
    } HwContextListSwitchCompleted;
    struct DXGK_PLAIN {
      UINT64 FaultedFenceId;
      D3DGPU_VIRTUAL_ADDRESS FaultedVirtualAddress;
      UINT64 FaultedPrimitiveAPISequenceNumber;
      union {
        HANDLE FaultedHwQueue;
        HANDLE FaultedHwContext;
        HANDLE FaultedProcessHandle;
      };
      UINT NodeOrdinal;
      UINT EngineOrdinal;
      DXGK_RENDER_PIPELINE_STAGE FaultedPipelineStage;
      UINT FaultedBindTableEntry;
      DXGK_PAGE_FAULT_FLAGS PageFaultFlags;
      UINT PageTableLevel;
      DXGK_FAULT_ERROR_CODE FaultErrorCode;
    } HwQueuePageFaulted;
    struct {
      D3DDDI_VIDEO_PRESENT_TARGET_ID VidPnTargetId;
      UINT NotificationID;
    } PeriodicMonitoredFenceSignaled;
    struct {
      UINT NodeOrdinal;
      UINT EngineOrdinal;
    } SchedulingLogInterrupt;
    struct {
      UINT NodeOrdinal;
      UINT EngineOrdinal;
    } GpuEngineTimeout;
    struct DXGK_PLAIN {
      HANDLE hContext;
      UINT64 ContextSuspendFence;
    } SuspendContextCompleted;
    struct DXGK_PLAIN {
      D3DDDI_VIDEO_PRESENT_TARGET_ID VidPnTargetId;
      UINT PhysicalAdapterMask;
      UINT MultiPlaneOverlayVsyncInfoCount;
      DXGK_MULTIPLANE_OVERLAY_VSYNC_INFO3 *pMultiPlaneOverlayVsyncInfo;
      ULONGLONG GpuFrequency;
      ULONGLONG GpuClockCounter;
    } CrtcVsyncWithMultiPlaneOverlay3;
    struct DXGK_PLAIN {
      UINT NodeOrdinal;
      UINT EngineOrdinal;
      UINT SignaledNativeFenceCount;
      HANDLE *pSignaledNativeFenceArray;
    } NativeFenceSignaled;
    struct {
      UINT NodeOrdinal;
      UINT EngineOrdinal;
      DXGK_ENGINE_STATE NewState;
    } EngineStateChange;
    struct {
      UINT Reserved[16];
    } Reserved;
  };
  DXGKCB_NOTIFY_INTERRUPT_DATA_FLAGS Flags;
} DXGKARGCB_NOTIFY_INTERRUPT_DATA, *PDXGKARGCB_NOTIFY_INTERRUPT_DATA;
typedef DXGKARGCB_NOTIFY_INTERRUPT_DATA *INOUT_PDXGKARGCB_NOTIFY_INTERRUPT_DATA;
typedef const DXGKARGCB_NOTIFY_INTERRUPT_DATA *IN_CONST_PDXGKARGCB_NOTIFY_INTERRUPT_DATA;
/* ---- What a driver implements ---- */

typedef DXGK_NODEMETADATA DXGKARG_GETNODEMETADATA;

typedef NTSTATUS DXGKDDI_QUERYADAPTERINFO(HANDLE hAdapter, const DXGKARG_QUERYADAPTERINFO *pQueryAdapterInfo);
typedef DXGKDDI_QUERYADAPTERINFO *PDXGKDDI_QUERYADAPTERINFO;

typedef NTSTATUS DXGKDDI_CREATEDEVICE(HANDLE hAdapter, DXGKARG_CREATEDEVICE *pCreateDevice);
typedef DXGKDDI_CREATEDEVICE *PDXGKDDI_CREATEDEVICE;

typedef NTSTATUS DXGKDDI_DESTROYDEVICE(HANDLE hDevice);
typedef DXGKDDI_DESTROYDEVICE *PDXGKDDI_DESTROYDEVICE;

typedef NTSTATUS DXGKDDI_CREATEPROCESS(HANDLE hAdapter, DXGKARG_CREATEPROCESS *pCreateProcess);
typedef DXGKDDI_CREATEPROCESS *PDXGKDDI_CREATEPROCESS;

typedef NTSTATUS DXGKDDI_DESTROYPROCESS(HANDLE hAdapter, HANDLE hKmdProcess);
typedef DXGKDDI_DESTROYPROCESS *PDXGKDDI_DESTROYPROCESS;

typedef NTSTATUS DXGKDDI_CREATECONTEXT(HANDLE hDevice, DXGKARG_CREATECONTEXT *pCreateContext);
typedef DXGKDDI_CREATECONTEXT *PDXGKDDI_CREATECONTEXT;

typedef NTSTATUS DXGKDDI_DESTROYCONTEXT(HANDLE hContext);
typedef DXGKDDI_DESTROYCONTEXT *PDXGKDDI_DESTROYCONTEXT;

typedef NTSTATUS DXGKDDI_CREATEALLOCATION(HANDLE hAdapter, DXGKARG_CREATEALLOCATION *pCreateAllocation);
typedef DXGKDDI_CREATEALLOCATION *PDXGKDDI_CREATEALLOCATION;

typedef NTSTATUS DXGKDDI_DESTROYALLOCATION(HANDLE hAdapter, const DXGKARG_DESTROYALLOCATION *pDestroyAllocation);
typedef DXGKDDI_DESTROYALLOCATION *PDXGKDDI_DESTROYALLOCATION;

typedef NTSTATUS DXGKDDI_DESCRIBEALLOCATION(HANDLE hAdapter, DXGKARG_DESCRIBEALLOCATION *pDescribeAllocation);
typedef DXGKDDI_DESCRIBEALLOCATION *PDXGKDDI_DESCRIBEALLOCATION;

typedef NTSTATUS DXGKDDI_GETSTANDARDALLOCATIONDRIVERDATA(
    HANDLE hAdapter, DXGKARG_GETSTANDARDALLOCATIONDRIVERDATA *pGetStandardAllocationDriverData);
typedef DXGKDDI_GETSTANDARDALLOCATIONDRIVERDATA *PDXGKDDI_GETSTANDARDALLOCATIONDRIVERDATA;

typedef NTSTATUS DXGKDDI_OPENALLOCATIONINFO(HANDLE hDevice, const DXGKARG_OPENALLOCATION *pOpenAllocation);
typedef DXGKDDI_OPENALLOCATIONINFO *PDXGKDDI_OPENALLOCATIONINFO;

typedef NTSTATUS DXGKDDI_CLOSEALLOCATION(HANDLE hDevice, const DXGKARG_CLOSEALLOCATION *pCloseAllocation);
typedef DXGKDDI_CLOSEALLOCATION *PDXGKDDI_CLOSEALLOCATION;

typedef NTSTATUS DXGKDDI_SETALLOCATIONBACKINGSTORE(
    HANDLE hAdapter, const DXGKARG_SETALLOCATIONBACKINGSTORE *pSetAllocationBackingStore);
typedef DXGKDDI_SETALLOCATIONBACKINGSTORE *PDXGKDDI_SETALLOCATIONBACKINGSTORE;

typedef NTSTATUS DXGKDDI_VALIDATEUPDATEALLOCATIONPROPERTY(
    HANDLE hAdapter, const DXGKARG_VALIDATEUPDATEALLOCPROPERTY *pValidateUpdateAllocProperty);
typedef DXGKDDI_VALIDATEUPDATEALLOCATIONPROPERTY *PDXGKDDI_VALIDATEUPDATEALLOCATIONPROPERTY;

typedef NTSTATUS DXGKDDI_ACQUIRESWIZZLINGRANGE(
    HANDLE hAdapter, DXGKARG_ACQUIRESWIZZLINGRANGE *pAcquireSwizzlingRange);
typedef DXGKDDI_ACQUIRESWIZZLINGRANGE *PDXGKDDI_ACQUIRESWIZZLINGRANGE;

typedef NTSTATUS DXGKDDI_RELEASESWIZZLINGRANGE(
    HANDLE hAdapter, const DXGKARG_RELEASESWIZZLINGRANGE *pReleaseSwizzlingRange);
typedef DXGKDDI_RELEASESWIZZLINGRANGE *PDXGKDDI_RELEASESWIZZLINGRANGE;

typedef NTSTATUS DXGKDDI_STOPCAPTURE(HANDLE hAdapter, const DXGKARG_STOPCAPTURE *pStopCapture);
typedef DXGKDDI_STOPCAPTURE *PDXGKDDI_STOPCAPTURE;

typedef NTSTATUS DXGKDDI_FORMATHISTORYBUFFER(HANDLE hContext, DXGKARG_FORMATHISTORYBUFFER *pFormatData);
typedef DXGKDDI_FORMATHISTORYBUFFER *PDXGKDDI_FORMATHISTORYBUFFER;

typedef NTSTATUS DXGKDDI_ESCAPE(HANDLE hAdapter, const DXGKARG_ESCAPE *pEscape);
typedef DXGKDDI_ESCAPE *PDXGKDDI_ESCAPE;

typedef NTSTATUS DXGKDDI_BUILDPAGINGBUFFER(HANDLE hAdapter, DXGKARG_BUILDPAGINGBUFFER *pBuildPagingBuffer);
typedef DXGKDDI_BUILDPAGINGBUFFER *PDXGKDDI_BUILDPAGINGBUFFER;

typedef void DXGKDDI_SETROOTPAGETABLE(HANDLE hAdapter, const DXGKARG_SETROOTPAGETABLE *pSetPageTable);
typedef DXGKDDI_SETROOTPAGETABLE *PDXGKDDI_SETROOTPAGETABLE;

typedef SIZE_T DXGKDDI_GETROOTPAGETABLESIZE(HANDLE hAdapter, DXGKARG_GETROOTPAGETABLESIZE *pArgs);
typedef DXGKDDI_GETROOTPAGETABLESIZE *PDXGKDDI_GETROOTPAGETABLESIZE;

typedef NTSTATUS DXGKDDI_MAPCPUHOSTAPERTURE(HANDLE hAdapter, const DXGKARG_MAPCPUHOSTAPERTURE *pArgs);
typedef DXGKDDI_MAPCPUHOSTAPERTURE *PDXGKDDI_MAPCPUHOSTAPERTURE;

typedef NTSTATUS DXGKDDI_UNMAPCPUHOSTAPERTURE(HANDLE hAdapter, const DXGKARG_UNMAPCPUHOSTAPERTURE *pArgs);
typedef DXGKDDI_UNMAPCPUHOSTAPERTURE *PDXGKDDI_UNMAPCPUHOSTAPERTURE;

typedef NTSTATUS DXGKDDI_RENDER(HANDLE hContext, DXGKARG_RENDER *pRender);
typedef DXGKDDI_RENDER *PDXGKDDI_RENDER;

typedef NTSTATUS DXGKDDI_PATCH(HANDLE hAdapter, const DXGKARG_PATCH *pPatch);
typedef DXGKDDI_PATCH *PDXGKDDI_PATCH;

typedef NTSTATUS DXGKDDI_SUBMITCOMMAND(HANDLE hAdapter, const DXGKARG_SUBMITCOMMAND *pSubmitCommand);
typedef DXGKDDI_SUBMITCOMMAND *PDXGKDDI_SUBMITCOMMAND;

typedef NTSTATUS DXGKDDI_SUBMITCOMMANDVIRTUAL(
    HANDLE hAdapter, const DXGKARG_SUBMITCOMMANDVIRTUAL *pSubmitCommandVirtual);
typedef DXGKDDI_SUBMITCOMMANDVIRTUAL *PDXGKDDI_SUBMITCOMMANDVIRTUAL;

typedef NTSTATUS DXGKDDI_PREEMPTCOMMAND(HANDLE hAdapter, const DXGKARG_PREEMPTCOMMAND *pPreemptCommand);
typedef DXGKDDI_PREEMPTCOMMAND *PDXGKDDI_PREEMPTCOMMAND;

typedef NTSTATUS DXGKDDI_CANCELCOMMAND(HANDLE hAdapter, const DXGKARG_CANCELCOMMAND *pCancelCommand);
typedef DXGKDDI_CANCELCOMMAND *PDXGKDDI_CANCELCOMMAND;

typedef NTSTATUS DXGKDDI_QUERYCURRENTFENCE(HANDLE hAdapter, DXGKARG_QUERYCURRENTFENCE *pCurrentFence);
typedef DXGKDDI_QUERYCURRENTFENCE *PDXGKDDI_QUERYCURRENTFENCE;

typedef NTSTATUS DXGKDDI_RESETFROMTIMEOUT(HANDLE hAdapter);
typedef DXGKDDI_RESETFROMTIMEOUT *PDXGKDDI_RESETFROMTIMEOUT;

typedef NTSTATUS DXGKDDI_RESTARTFROMTIMEOUT(HANDLE hAdapter);
typedef DXGKDDI_RESTARTFROMTIMEOUT *PDXGKDDI_RESTARTFROMTIMEOUT;

typedef NTSTATUS DXGKDDI_RESETENGINE(HANDLE hAdapter, DXGKARG_RESETENGINE *pResetEngine);
typedef DXGKDDI_RESETENGINE *PDXGKDDI_RESETENGINE;

typedef NTSTATUS DXGKDDI_QUERYENGINESTATUS(HANDLE hAdapter, DXGKARG_QUERYENGINESTATUS *pQueryEngineStatus);
typedef DXGKDDI_QUERYENGINESTATUS *PDXGKDDI_QUERYENGINESTATUS;

typedef NTSTATUS DXGKDDI_QUERYDEPENDENTENGINEGROUP(
    HANDLE hAdapter, DXGKARG_QUERYDEPENDENTENGINEGROUP *pQueryDependentEngineGroup);
typedef DXGKDDI_QUERYDEPENDENTENGINEGROUP *PDXGKDDI_QUERYDEPENDENTENGINEGROUP;

typedef NTSTATUS DXGKDDI_COLLECTDBGINFO(HANDLE hAdapter, const DXGKARG_COLLECTDBGINFO *pCollectDbgInfo);
typedef DXGKDDI_COLLECTDBGINFO *PDXGKDDI_COLLECTDBGINFO;

typedef NTSTATUS DXGKDDI_GETNODEMETADATA(
    HANDLE hAdapter, UINT NodeOrdinalAndAdapterIndex, DXGKARG_GETNODEMETADATA *pGetNodeMetadata);
typedef DXGKDDI_GETNODEMETADATA *PDXGKDDI_GETNODEMETADATA;

/* ---- What a driver may call ---- */

typedef PVOID (*DXGKCB_GETHANDLEDATA)(const DXGKARGCB_GETHANDLEDATA *pGetHandleData);
typedef D3DKMT_HANDLE (*DXGKCB_GETHANDLEPARENT)(D3DKMT_HANDLE hAllocation);
typedef D3DKMT_HANDLE (*DXGKCB_ENUMHANDLECHILDREN)(const DXGKARGCB_ENUMHANDLECHILDREN *pEnumHandleChildren);
typedef PVOID (*DXGKCB_ACQUIREHANDLEDATA)(
    const DXGKARGCB_GETHANDLEDATA *pGetHandleData, PDXGKARG_RELEASE_HANDLE pReleaseHandle);
typedef void (*DXGKCB_RELEASEHANDLEDATA)(DXGKARGCB_RELEASEHANDLEDATA ReleaseHandleData);
typedef NTSTATUS (*DXGKCB_GETCAPTUREADDRESS)(DXGKARGCB_GETCAPTUREADDRESS *pGetCaptureAddress);
typedef void (*DXGKCB_NOTIFY_INTERRUPT)(HANDLE hAdapter, const DXGKARGCB_NOTIFY_INTERRUPT_DATA *pNotifyInterruptData);
typedef void (*DXGKCB_NOTIFY_DPC)(HANDLE hAdapter);
typedef NTSTATUS (*DXGKCB_ISFEATUREENABLED)(DXGKARGCB_ISFEATUREENABLED *pIsFeatureEnabled);
typedef NTSTATUS (*DXGKCB_QUERYFEATURESUPPORT)(DXGKARGCB_QUERYFEATURESUPPORT *pQueryFeatureSupport);

DXGK_EXTERN_C_END

#endif /* D3DKMDDI_H */
