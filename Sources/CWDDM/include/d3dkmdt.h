/* Types that the kernel and its drivers share: standard allocations, engine nodes, preemption, levels of support. */
#ifndef D3DKMDT_H
#define D3DKMDT_H
#pragma GCC system_header

#include "d3dukmdt.h"

DXGK_EXTERN_C_BEGIN

/* ---- Standard allocations ---- */

/* Surfaces that the kernel asks a driver for. */
typedef enum _D3DKMDT_STANDARDALLOCATION_TYPE {
  D3DKMDT_STANDARDALLOCATION_SHAREDPRIMARYSURFACE = 1,
  D3DKMDT_STANDARDALLOCATION_SHADOWSURFACE = 2,
  D3DKMDT_STANDARDALLOCATION_STAGINGSURFACE = 3,
  D3DKMDT_STANDARDALLOCATION_GDISURFACE = 4,
  D3DKMDT_STANDARDALLOCATION_VGPU = 5
} D3DKMDT_STANDARDALLOCATION_TYPE;

/* The surface a display shows. */
typedef struct _D3DKMDT_SHAREDPRIMARYSURFACEDATA {
  UINT Width;
  UINT Height;
  D3DDDIFORMAT Format;
  D3DDDI_RATIONAL RefreshRate;
  D3DDDI_VIDEO_PRESENT_SOURCE_ID VidPnSourceId;
} D3DKMDT_SHAREDPRIMARYSURFACEDATA;

/* A CPU-visible copy of the primary. Out: Pitch. */
typedef struct _D3DKMDT_SHADOWSURFACEDATA {
  UINT Width;
  UINT Height;
  D3DDDIFORMAT Format;
  UINT Pitch;
} D3DKMDT_SHADOWSURFACEDATA;

/* What the shadow surface is copied through. Out: Pitch. */
typedef struct _D3DKMDT_STAGINGSURFACEDATA {
  UINT Width;
  UINT Height;
  UINT Pitch;
} D3DKMDT_STAGINGSURFACEDATA;

typedef enum _D3DKMDT_GDISURFACETYPE {
  D3DKMDT_GDISURFACE_INVALID = 0,
  D3DKMDT_GDISURFACE_TEXTURE = 1,
  D3DKMDT_GDISURFACE_STAGING_CPUVISIBLE = 2,
  D3DKMDT_GDISURFACE_STAGING = 3,
  D3DKMDT_GDISURFACE_LOOKUPTABLE = 4,
  D3DKMDT_GDISURFACE_EXISTINGSYSMEM = 5,
  D3DKMDT_GDISURFACE_TEXTURE_CPUVISIBLE = 6,
  D3DKMDT_GDISURFACE_TEXTURE_CROSSADAPTER = 7,
  D3DKMDT_GDISURFACE_TEXTURE_CPUVISIBLE_CROSSADAPTER = 8
} D3DKMDT_GDISURFACETYPE;

typedef struct _D3DKMDT_GDISURFACEFLAGS {
  union {
    struct {
      UINT Reserved : 32;
    };
    UINT Value;
  };
} D3DKMDT_GDISURFACEFLAGS;

/* A surface of GDI hardware acceleration. Out: Pitch, where the CPU sees it. */
typedef struct _D3DKMDT_GDISURFACEDATA {
  UINT Width;
  UINT Height;
  D3DDDIFORMAT Format;
  D3DKMDT_GDISURFACETYPE Type;
  D3DKMDT_GDISURFACEFLAGS Flags;
  UINT Pitch;
} D3DKMDT_GDISURFACEDATA;

typedef struct _D3DKMDT_VIRTUALGPUSURFACEDATA {
  UINT64 Size;
  UINT Alignment;
  UINT DriverSegmentId;
  UINT PrivateDriverData;
} D3DKMDT_VIRTUALGPUSURFACEDATA;

/* ---- Preemption and nodes ---- */

typedef enum _D3DKMDT_GRAPHICS_PREEMPTION_GRANULARITY {
  D3DKMDT_GRAPHICS_PREEMPTION_NONE = 0,
  D3DKMDT_GRAPHICS_PREEMPTION_DMA_BUFFER_BOUNDARY = 100,
  D3DKMDT_GRAPHICS_PREEMPTION_PRIMITIVE_BOUNDARY = 200,
  D3DKMDT_GRAPHICS_PREEMPTION_TRIANGLE_BOUNDARY = 300,
  D3DKMDT_GRAPHICS_PREEMPTION_PIXEL_BOUNDARY = 400,
  D3DKMDT_GRAPHICS_PREEMPTION_SHADER_BOUNDARY = 500
} D3DKMDT_GRAPHICS_PREEMPTION_GRANULARITY;

typedef enum _D3DKMDT_COMPUTE_PREEMPTION_GRANULARITY {
  D3DKMDT_COMPUTE_PREEMPTION_NONE = 0,
  D3DKMDT_COMPUTE_PREEMPTION_DMA_BUFFER_BOUNDARY = 100,
  D3DKMDT_COMPUTE_PREEMPTION_DISPATCH_BOUNDARY = 200,
  D3DKMDT_COMPUTE_PREEMPTION_THREAD_GROUP_BOUNDARY = 300,
  D3DKMDT_COMPUTE_PREEMPTION_THREAD_BOUNDARY = 400,
  D3DKMDT_COMPUTE_PREEMPTION_SHADER_BOUNDARY = 500
} D3DKMDT_COMPUTE_PREEMPTION_GRANULARITY;

typedef struct _D3DKMDT_PREEMPTION_CAPS {
  D3DKMDT_GRAPHICS_PREEMPTION_GRANULARITY GraphicsPreemptionGranularity;
  D3DKMDT_COMPUTE_PREEMPTION_GRANULARITY ComputePreemptionGranularity;
} D3DKMDT_PREEMPTION_CAPS;

typedef enum _DXGK_ENGINE_TYPE {
  DXGK_ENGINE_TYPE_OTHER = 0,
  DXGK_ENGINE_TYPE_3D = 1,
  DXGK_ENGINE_TYPE_VIDEO_DECODE = 2,
  DXGK_ENGINE_TYPE_VIDEO_ENCODE = 3,
  DXGK_ENGINE_TYPE_VIDEO_PROCESSING = 4,
  DXGK_ENGINE_TYPE_SCENE_ASSEMBLY = 5,
  DXGK_ENGINE_TYPE_COPY = 6,
  DXGK_ENGINE_TYPE_OVERLAY = 7,
  DXGK_ENGINE_TYPE_CRYPTO = 8,
  DXGK_ENGINE_TYPE_MAX = 9
} DXGK_ENGINE_TYPE;

#pragma pack(push, 1)
typedef struct _DXGK_NODEMETADATA_FLAGS {
  union {
    struct {
      UINT ContextSchedulingSupported : 1;
      UINT RingBufferFenceRelease : 1;
      UINT SupportTrackedWorkload : 1;
      UINT Reserved : 13;
      UINT MaxInFlightHwQueueBuffers : 16;
    };
    UINT32 Value;
  };
} DXGK_NODEMETADATA_FLAGS, *PDXGK_NODEMETADATA_FLAGS;
#pragma pack(pop)

#pragma pack(push, 1)
typedef struct _DXGK_NODEMETADATA {
  DXGK_ENGINE_TYPE EngineType;
  WCHAR FriendlyName[32];
  DXGK_NODEMETADATA_FLAGS Flags;
  BOOLEAN GpuMmuSupported;
  BOOLEAN IoMmuSupported;
} DXGK_NODEMETADATA, *PDXGK_NODEMETADATA;
#pragma pack(pop)

#pragma pack(push, 1)
typedef struct _DXGK_FAULT_ERROR_CODE {
  union {
    struct {
      UINT IsDeviceSpecificCode : 1;
      DXGK_GENERAL_ERROR_CODE GeneralErrorCode : 31;
    };
    struct {
      UINT IsDeviceSpecificCodeReservedBit : 1;
      UINT DeviceSpecificCode : 31;
    };
  };
} DXGK_FAULT_ERROR_CODE, *PDXGK_FAULT_ERROR_CODE;
#pragma pack(pop)

/* ---- Parts of the argument blocks of other headers ---- */

typedef struct _D3DKMT_WDDM_1_2_CAPS {
  D3DKMDT_PREEMPTION_CAPS PreemptionCaps;
  union {
    struct {
      UINT SupportNonVGA : 1;
      UINT SupportSmoothRotation : 1;
      UINT SupportPerEngineTDR : 1;
      UINT SupportKernelModeCommandBuffer : 1;
      UINT SupportCCD : 1;
      UINT SupportSoftwareDeviceBitmaps : 1;
      UINT SupportGammaRamp : 1;
      UINT SupportHWCursor : 1;
      UINT SupportHWVSync : 1;
      UINT SupportSurpriseRemovalInHibernation : 1;
      UINT Reserved : 22;
    };
    UINT Value;
  };
} D3DKMT_WDDM_1_2_CAPS;

#pragma pack(push, 1)
typedef struct _D3DKMT_WDDM_1_3_CAPS {
  union {
    struct {
      UINT SupportMiracast : 1;
      UINT IsHybridIntegratedGPU : 1;
      UINT IsHybridDiscreteGPU : 1;
      UINT SupportPowerManagementPStates : 1;
      UINT SupportVirtualModes : 1;
      UINT SupportCrossAdapterResource : 1;
      UINT Reserved : 26;
    };
    UINT Value;
  };
} D3DKMT_WDDM_1_3_CAPS;
#pragma pack(pop)

#pragma pack(push, 1)
typedef struct _D3DKMT_WDDM_2_0_CAPS {
  union {
    struct {
      UINT Support64BitAtomics : 1;
      UINT GpuMmuSupported : 1;
      UINT IoMmuSupported : 1;
      UINT FlipOverwriteSupported : 1;
      UINT SupportContextlessPresent : 1;
      UINT SupportSurpriseRemoval : 1;
      UINT Reserved : 26;
    };
    UINT Value;
  };
} D3DKMT_WDDM_2_0_CAPS;
#pragma pack(pop)

#pragma pack(push, 1)
typedef struct _D3DKMT_WDDM_2_7_CAPS {
  union {
    struct {
      UINT HwSchSupported : 1;
      UINT HwSchEnabled : 1;
      UINT HwSchEnabledByDefault : 1;
      UINT IndependentVidPnVSyncControl : 1;
      UINT Reserved : 28;
    };
    UINT Value;
  };
} D3DKMT_WDDM_2_7_CAPS;
#pragma pack(pop)

#pragma pack(push, 1)
typedef struct _D3DKMT_WDDM_2_9_CAPS {
  union {
    struct {
      UINT HwSchSupportState : 2;
      UINT HwSchEnabled : 1;
      UINT SelfRefreshMemorySupported : 1;
      UINT Reserved : 28;
    };
    UINT Value;
  };
} D3DKMT_WDDM_2_9_CAPS;
#pragma pack(pop)

#pragma pack(push, 1)
typedef struct _D3DKMT_WDDM_3_0_CAPS {
  union {
    struct {
      UINT HwFlipQueueSupportState : 2;
      UINT HwFlipQueueEnabled : 1;
      UINT DisplayableSupported : 1;
      UINT Reserved : 28;
    };
    UINT Value;
  };
} D3DKMT_WDDM_3_0_CAPS;
#pragma pack(pop)


DXGK_EXTERN_C_END

#endif /* D3DKMDT_H */
