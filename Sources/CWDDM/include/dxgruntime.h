/* Driving a user-mode display driver as a Direct3D runtime does: open, create, share, map, destroy.
 *
 * A driver is a shared object that exports OpenAdapter10_2 (Direct3D 11) or OpenAdapter (Direct3D 9). It gets tables of
 * callbacks: the adapter's (pfnQueryAdapterInfoCb), the device's (pfnAllocateCb, pfnDeallocateCb, pfnDeallocate2Cb,
 * pfnLockCb, pfnUnlockCb, pfnLock2Cb, pfnUnlock2Cb, pfnSetPriorityCb, pfnEscapeCb) and, in Direct3D 11, the core layer's
 * (pfnSetErrorCb). No slot is NULL: one that is not served yet answers E_NOTIMPL, and is counted.
 *
 * Handles are values, not addresses: a stale one is answered with E_INVALIDARG. Functions may be called from several
 * threads, about one device only when its driver is free-threaded. Nobody uses what is being destroyed or closed.
 *
 * Results: S_OK; E_INVALIDARG for a NULL pointer, a bad handle or a bad size; E_OUTOFMEMORY; D3DERR_OUTOFVIDEOMEMORY;
 * D3DDDIERR_DEVICEREMOVED once a device is lost; what the driver answered, unchanged, where it answers; E_FAIL for the
 * rest. */
#ifndef DXGRUNTIME_H
#define DXGRUNTIME_H
#pragma GCC system_header

#include "d3dukmdt.h"
#include "dxghresult.h"

DXGK_EXTERN_C_BEGIN

typedef struct _DXGRT_ADAPTER *DXGRT_HADAPTER;
typedef struct _DXGRT_DEVICE *DXGRT_HDEVICE;
typedef struct _DXGRT_RESOURCE *DXGRT_HRESOURCE;

/* ---- Adapter ---- */

typedef struct _DXGRT_OPENADAPTER {
  const char *pDriverPath; /* File of the user-mode driver, as dlopen takes it. */
  LUID AdapterLuid;        /* Which adapter; zero: the first that D3DKMTEnumAdapters2 lists. */
  UINT Interface;          /* DXGRT_INTERFACE_...; 0: Direct3D 11. */
} DXGRT_OPENADAPTER;

/* The driver's functions return their results. */
#define DXGRT_INTERFACE_9 9
/* They return nothing, and report through pfnSetErrorCb. */
#define DXGRT_INTERFACE_11 11

/* Loads a driver and opens an adapter with it.
 * DXGRT_ERR_DRIVER_NOT_FOUND: the file cannot be loaded (dlerror says why); DXGRT_ERR_NO_ENTRY_POINT: it does not
 * export OpenAdapter10_2, or OpenAdapter; DXGRT_ERR_NO_INTERFACE: it does not support the interface that this runtime
 * speaks, which is Direct3D 11.0, or says no DriverVersion. */
HRESULT DxgRtOpenAdapter(const DXGRT_OPENADAPTER *pOpen, DXGRT_HADAPTER *phAdapter);

/* Destroys the devices that are left, closes the adapter and unloads the driver. */
HRESULT DxgRtCloseAdapter(DXGRT_HADAPTER hAdapter);

#define DXGRT_ERR_DRIVER_NOT_FOUND ((HRESULT)0x8007007E) /* HRESULT_FROM_WIN32(ERROR_MOD_NOT_FOUND) */
#define DXGRT_ERR_NO_ENTRY_POINT ((HRESULT)0x8007007F)   /* HRESULT_FROM_WIN32(ERROR_PROC_NOT_FOUND) */
#define DXGRT_ERR_NO_INTERFACE ((HRESULT)0x887A0004)     /* DXGI_ERROR_UNSUPPORTED */

/* ---- Device ---- */

HRESULT DxgRtCreateDevice(DXGRT_HADAPTER hAdapter, DXGRT_HDEVICE *phDevice);

/* Destroys the resources that are left, then the device. */
HRESULT DxgRtDestroyDevice(DXGRT_HDEVICE hDevice);

/* The driver submits what it has batched, and finishes the destructions of shared resources that it deferred (U-329).
 * E_NOTIMPL: it has no such function. */
HRESULT DxgRtFlush(DXGRT_HDEVICE hDevice);

/* S_OK while the device works; D3DDDIERR_DEVICEREMOVED after the driver reported that; DXGRT_ERR_DRIVER_INTERNAL after
 * the driver reported what its function may not report (U-336, U-337). Never returns to S_OK (U-338). */
HRESULT DxgRtGetDeviceRemovedReason(DXGRT_HDEVICE hDevice);

#define DXGRT_ERR_DRIVER_INTERNAL ((HRESULT)0x887A0020) /* DXGI_ERROR_DRIVER_INTERNAL_ERROR */

/* ---- Resources ---- */

typedef struct _DXGRT_TEXTURE {
  UINT Width;  /* Texels, 1…16384. */
  UINT Height; /* Texels, 1…16384. */
  UINT Format; /* DXGI_FORMAT; 4 bytes a texel are assumed for memory that the runtime provides. */
  UINT Flags;  /* DXGRT_TEXTURE_… */
} DXGRT_TEXTURE;

/* The runtime provides the memory: whole pages, given to the driver as pInitialDataUP->pSysMem, alive until the
 * resource is destroyed and its last allocation deallocated. */
#define DXGRT_TEXTURE_SYSTEM_MEMORY 1
/* D3D10_DDI_RESOURCE_MISC_SHARED: made so that other devices can open it. */
#define DXGRT_TEXTURE_SHARED 2

/* Creates a 2D texture with one level. After an error the driver's DestroyResource is not called (U-340). */
HRESULT DxgRtCreateTexture(DXGRT_HDEVICE hDevice, const DXGRT_TEXTURE *pTexture, DXGRT_HRESOURCE *phResource);

typedef struct _DXGRT_FLIPCHAIN {
  UINT Width;                                   /* Pixels, 1…16384. */
  UINT Height;                                  /* Rows, 1…16384. */
  UINT Format;                                  /* DXGI_FORMAT */
  UINT BufferCount;                             /* The primary and the back buffers, 2…16. */
  D3DDDI_VIDEO_PRESENT_SOURCE_ID VidPnSourceId; /* Where the primary is scanned out. */
} DXGRT_FLIPCHAIN;

/* Creates a full-screen flip chain as one resource: subresource 0 is the primary (U-360, U-364). */
HRESULT DxgRtCreateFlipChain(DXGRT_HDEVICE hDevice, const DXGRT_FLIPCHAIN *pFlipChain, DXGRT_HRESOURCE *phResource);

/* D3DDDIERR_DEVICEREMOVED when the driver reported an error; the resource is gone then too. */
HRESULT DxgRtDestroyResource(DXGRT_HDEVICE hDevice, DXGRT_HRESOURCE hResource);

typedef struct _DXGRT_MAPPED {
  void *pData;
  UINT RowPitch; /* Bytes. */
} DXGRT_MAPPED;

/* Makes a subresource visible to the CPU, for reading and writing. */
HRESULT DxgRtMap(DXGRT_HDEVICE hDevice, DXGRT_HRESOURCE hResource, UINT Subresource, DXGRT_MAPPED *pMapped);
HRESULT DxgRtUnmap(DXGRT_HDEVICE hDevice, DXGRT_HRESOURCE hResource, UINT Subresource);

/* How much the resource's residency matters: D3DDDI_ALLOCATIONPRIORITY_..., or anything between. The driver's SetPriority,
 * or DXGI's SetResourcePriority. E_NOTIMPL: it has no such function. */
HRESULT DxgRtSetPriority(DXGRT_HDEVICE hDevice, DXGRT_HRESOURCE hResource, UINT Priority);

/* ---- Sharing ---- */

/* The handle by which other devices, of any process, open a resource made with DXGRT_TEXTURE_SHARED. Good as long as
 * somebody has the resource open. */
HRESULT DxgRtGetSharedHandle(DXGRT_HDEVICE hDevice, DXGRT_HRESOURCE hResource, D3DKMT_HANDLE *phShared);

/* Opens a shared resource on this device: the driver's OpenResource gets the private data given at its creation (U-323).
 * Each side destroys its own; the bytes go with the last. */
HRESULT DxgRtOpenSharedResource(DXGRT_HDEVICE hDevice, D3DKMT_HANDLE hShared, DXGRT_HRESOURCE *phResource);

/* ---- What the driver did ---- */

typedef struct _DXGRT_STATISTICS {
  UINT64 AllocateCalls;
  UINT64 DeallocateCalls; /* Of both kinds. */
  UINT64 LockCalls;
  UINT64 UnlockCalls;
  UINT64 Lock2Calls;
  UINT64 Unlock2Calls;
  UINT64 SetPriorityCalls;
  UINT64 EscapeCalls;
  UINT64 UnservedCalls; /* Callbacks that this runtime does not serve yet. */
  UINT64 SetErrorCalls; /* All of them, the allowed ones too. */
  UINT64 Misuses;       /* Times that the driver broke a rule. */
  const char *pLastUnserved;     /* The slot: "pfnRenderCb"; NULL: none. */
  const char *pLastMisuse;       /* The rule: "U-337"; NULL: none. */
  const char *pCriticalFunction; /* Where the first critical error was reported; NULL: none, or in no function. */
  HRESULT CriticalError;         /* The code of that error. */
} DXGRT_STATISTICS;

HRESULT DxgRtGetStatistics(DXGRT_HDEVICE hDevice, DXGRT_STATISTICS *pStatistics);

DXGK_EXTERN_C_END

#endif /* DXGRUNTIME_H */
