/* What a user-mode driver of the Direct3D 9 style exports: OpenAdapter, and the tables of functions that it fills.
 * Part of d3dumddi.h. */
#ifndef D3DUMDDI9_H
#define D3DUMDDI9_H
#pragma GCC system_header

#include "d3dumddi.h"

DXGK_EXTERN_C_BEGIN

/* The interface that OpenAdapter and CreateDevice are called for, and the version of d3dumddi.h that these tables are of. */
#define D3DDDI_INTERFACE_9 9
#define D3D_UMD_INTERFACE_VERSION_VISTA 0x000C
#define D3D_UMD_INTERFACE_VERSION D3D_UMD_INTERFACE_VERSION_VISTA

/* ---- CPU access ---- */

typedef struct _D3DDDIRANGE {
  UINT Offset;
  UINT Size;
} D3DDDIRANGE;

typedef struct _D3DDDIBOX {
  UINT Left;
  UINT Top;
  UINT Right;
  UINT Bottom;
  UINT Front;
  UINT Back;
} D3DDDIBOX;

typedef struct _D3DDDI_LOCKFLAGS {
  union {
    struct {
      UINT ReadOnly : 1;
      UINT WriteOnly : 1;
      UINT NoOverwrite : 1;
      UINT Discard : 1;
      UINT RangeValid : 1;
      UINT AreaValid : 1;
      UINT BoxValid : 1;
      UINT NotifyOnly : 1;
      UINT MightDrawFromLocked : 1;
      UINT DoNotWait : 1;
      UINT Reserved : 22;
    };
    UINT Value;
  };
} D3DDDI_LOCKFLAGS;

/* Out: where the surface is, and how far apart its rows and slices are. */
typedef struct _D3DDDIARG_LOCK {
  HANDLE hResource;
  UINT SubResourceIndex;
  union {
    D3DDDIRANGE Range;
    RECT Area;
    D3DDDIBOX Box;
  };
  PVOID pSurfData;
  UINT Pitch;
  UINT SlicePitch;
  D3DDDI_LOCKFLAGS Flags;
} D3DDDIARG_LOCK;

typedef struct _D3DDDI_UNLOCKFLAGS {
  union {
    struct {
      UINT NotifyOnly : 1;
      UINT Reserved : 31;
    };
    UINT Value;
  };
} D3DDDI_UNLOCKFLAGS;

typedef struct _D3DDDIARG_UNLOCK {
  HANDLE hResource;
  UINT SubResourceIndex;
  D3DDDI_UNLOCKFLAGS Flags;
} D3DDDIARG_UNLOCK;

/* ---- Functions of a device: each takes the driver's handle of it, and returns its result ---- */

typedef HRESULT (APIENTRY *PFND3DDDI_CREATERESOURCE)(HANDLE hDevice, D3DDDIARG_CREATERESOURCE *pResource);
typedef HRESULT (APIENTRY *PFND3DDDI_OPENRESOURCE)(HANDLE hDevice, D3DDDIARG_OPENRESOURCE *pResource);
typedef HRESULT (APIENTRY *PFND3DDDI_DESTROYRESOURCE)(HANDLE hDevice, HANDLE hResource);
typedef HRESULT (APIENTRY *PFND3DDDI_LOCK)(HANDLE hDevice, D3DDDIARG_LOCK *pLock);
typedef HRESULT (APIENTRY *PFND3DDDI_UNLOCK)(HANDLE hDevice, const D3DDDIARG_UNLOCK *pUnlock);
typedef HRESULT (APIENTRY *PFND3DDDI_SETPRIORITY)(HANDLE hDevice, const D3DDDIARG_SETPRIORITY *pPriority);
typedef HRESULT (APIENTRY *PFND3DDDI_FLUSH)(HANDLE hDevice);
typedef HRESULT (APIENTRY *PFND3DDDI_DESTROYDEVICE)(HANDLE hDevice);
/* A function that this runtime never calls. */
typedef HRESULT (APIENTRY *PFND3DDDI_UNCALLED)(void);

/* As Windows Vista has it. A driver of a newer version fills more than this, for which a runtime leaves room. */
typedef struct _D3DDDI_DEVICEFUNCS {
  PFND3DDDI_UNCALLED pfnSetRenderState;
  PFND3DDDI_UNCALLED pfnUpdateWInfo;
  PFND3DDDI_UNCALLED pfnValidateDevice;
  PFND3DDDI_UNCALLED pfnSetTextureStageState;
  PFND3DDDI_UNCALLED pfnSetTexture;
  PFND3DDDI_UNCALLED pfnSetPixelShader;
  PFND3DDDI_UNCALLED pfnSetPixelShaderConst;
  PFND3DDDI_UNCALLED pfnSetStreamSourceUm;
  PFND3DDDI_UNCALLED pfnSetIndices;
  PFND3DDDI_UNCALLED pfnSetIndicesUm;
  PFND3DDDI_UNCALLED pfnDrawPrimitive;
  PFND3DDDI_UNCALLED pfnDrawIndexedPrimitive;
  PFND3DDDI_UNCALLED pfnDrawRectPatch;
  PFND3DDDI_UNCALLED pfnDrawTriPatch;
  PFND3DDDI_UNCALLED pfnDrawPrimitive2;
  PFND3DDDI_UNCALLED pfnDrawIndexedPrimitive2;
  PFND3DDDI_UNCALLED pfnVolBlt;
  PFND3DDDI_UNCALLED pfnBufBlt;
  PFND3DDDI_UNCALLED pfnTexBlt;
  PFND3DDDI_UNCALLED pfnStateSet;
  PFND3DDDI_SETPRIORITY pfnSetPriority;
  PFND3DDDI_UNCALLED pfnClear;
  PFND3DDDI_UNCALLED pfnUpdatePalette;
  PFND3DDDI_UNCALLED pfnSetPalette;
  PFND3DDDI_UNCALLED pfnSetVertexShaderConst;
  PFND3DDDI_UNCALLED pfnMultiplyTransform;
  PFND3DDDI_UNCALLED pfnSetTransform;
  PFND3DDDI_UNCALLED pfnSetViewport;
  PFND3DDDI_UNCALLED pfnSetZRange;
  PFND3DDDI_UNCALLED pfnSetMaterial;
  PFND3DDDI_UNCALLED pfnSetLight;
  PFND3DDDI_UNCALLED pfnCreateLight;
  PFND3DDDI_UNCALLED pfnDestroyLight;
  PFND3DDDI_UNCALLED pfnSetClipPlane;
  PFND3DDDI_UNCALLED pfnGetInfo;
  PFND3DDDI_LOCK pfnLock;
  PFND3DDDI_UNLOCK pfnUnlock;
  PFND3DDDI_CREATERESOURCE pfnCreateResource;
  PFND3DDDI_DESTROYRESOURCE pfnDestroyResource;
  PFND3DDDI_UNCALLED pfnSetDisplayMode;
  PFND3DDDI_UNCALLED pfnPresent;
  PFND3DDDI_FLUSH pfnFlush;
  PFND3DDDI_UNCALLED pfnCreateVertexShaderFunc;
  PFND3DDDI_UNCALLED pfnDeleteVertexShaderFunc;
  PFND3DDDI_UNCALLED pfnSetVertexShaderFunc;
  PFND3DDDI_UNCALLED pfnCreateVertexShaderDecl;
  PFND3DDDI_UNCALLED pfnDeleteVertexShaderDecl;
  PFND3DDDI_UNCALLED pfnSetVertexShaderDecl;
  PFND3DDDI_UNCALLED pfnSetVertexShaderConstI;
  PFND3DDDI_UNCALLED pfnSetVertexShaderConstB;
  PFND3DDDI_UNCALLED pfnSetScissorRect;
  PFND3DDDI_UNCALLED pfnSetStreamSource;
  PFND3DDDI_UNCALLED pfnSetStreamSourceFreq;
  PFND3DDDI_UNCALLED pfnSetConvolutionKernelMono;
  PFND3DDDI_UNCALLED pfnComposeRects;
  PFND3DDDI_UNCALLED pfnBlt;
  PFND3DDDI_UNCALLED pfnColorFill;
  PFND3DDDI_UNCALLED pfnDepthFill;
  PFND3DDDI_UNCALLED pfnCreateQuery;
  PFND3DDDI_UNCALLED pfnDestroyQuery;
  PFND3DDDI_UNCALLED pfnIssueQuery;
  PFND3DDDI_UNCALLED pfnGetQueryData;
  PFND3DDDI_UNCALLED pfnSetRenderTarget;
  PFND3DDDI_UNCALLED pfnSetDepthStencil;
  PFND3DDDI_UNCALLED pfnGenerateMipSubLevels;
  PFND3DDDI_UNCALLED pfnSetPixelShaderConstI;
  PFND3DDDI_UNCALLED pfnSetPixelShaderConstB;
  PFND3DDDI_UNCALLED pfnCreatePixelShader;
  PFND3DDDI_UNCALLED pfnDeletePixelShader;
  PFND3DDDI_UNCALLED pfnCreateDecodeDevice;
  PFND3DDDI_UNCALLED pfnDestroyDecodeDevice;
  PFND3DDDI_UNCALLED pfnSetDecodeRenderTarget;
  PFND3DDDI_UNCALLED pfnDecodeBeginFrame;
  PFND3DDDI_UNCALLED pfnDecodeEndFrame;
  PFND3DDDI_UNCALLED pfnDecodeExecute;
  PFND3DDDI_UNCALLED pfnDecodeExtensionExecute;
  PFND3DDDI_UNCALLED pfnCreateVideoProcessDevice;
  PFND3DDDI_UNCALLED pfnDestroyVideoProcessDevice;
  PFND3DDDI_UNCALLED pfnVideoProcessBeginFrame;
  PFND3DDDI_UNCALLED pfnVideoProcessEndFrame;
  PFND3DDDI_UNCALLED pfnSetVideoProcessRenderTarget;
  PFND3DDDI_UNCALLED pfnVideoProcessBlt;
  PFND3DDDI_UNCALLED pfnCreateExtensionDevice;
  PFND3DDDI_UNCALLED pfnDestroyExtensionDevice;
  PFND3DDDI_UNCALLED pfnExtensionExecute;
  PFND3DDDI_UNCALLED pfnCreateOverlay;
  PFND3DDDI_UNCALLED pfnUpdateOverlay;
  PFND3DDDI_UNCALLED pfnFlipOverlay;
  PFND3DDDI_UNCALLED pfnGetOverlayColorControls;
  PFND3DDDI_UNCALLED pfnSetOverlayColorControls;
  PFND3DDDI_UNCALLED pfnDestroyOverlay;
  PFND3DDDI_DESTROYDEVICE pfnDestroyDevice;
  PFND3DDDI_UNCALLED pfnQueryResourceResidency;
  PFND3DDDI_OPENRESOURCE pfnOpenResource;
  PFND3DDDI_UNCALLED pfnGetCaptureAllocationHandle;
  PFND3DDDI_UNCALLED pfnCaptureToSysMem;
  PFND3DDDI_UNCALLED pfnLockAsync;
  PFND3DDDI_UNCALLED pfnUnlockAsync;
  PFND3DDDI_UNCALLED pfnRename;
} D3DDDI_DEVICEFUNCS;

/* ---- The device ---- */

typedef struct _D3DDDI_CREATEDEVICEFLAGS {
  union {
    struct {
      UINT AllowMultithreading : 1;
      UINT Reserved : 31;
    };
    UINT Value;
  };
} D3DDDI_CREATEDEVICEFLAGS;

/* hDevice: in the runtime's handle, out the driver's. The buffers are of CreateContext now. */
typedef struct _D3DDDIARG_CREATEDEVICE {
  HANDLE hDevice;
  UINT Interface;
  UINT Version;
  const D3DDDI_DEVICECALLBACKS *pCallbacks;
  PVOID pCommandBuffer;
  UINT CommandBufferSize;
  D3DDDI_ALLOCATIONLIST *pAllocationList;
  UINT AllocationListSize;
  D3DDDI_PATCHLOCATIONLIST *pPatchLocationList;
  UINT PatchLocationListSize;
  D3DDDI_DEVICEFUNCS *pDeviceFuncs;
  D3DDDI_CREATEDEVICEFLAGS Flags;
  D3DGPU_VIRTUAL_ADDRESS CommandBuffer;
} D3DDDIARG_CREATEDEVICE;

/* ---- The adapter ---- */

typedef struct _D3DDDIARG_GETCAPS {
  UINT Type;
  PVOID pInfo;
  PVOID pData;
  UINT DataSize;
} D3DDDIARG_GETCAPS;

typedef HRESULT (APIENTRY *PFND3DDDI_GETCAPS)(HANDLE hAdapter, const D3DDDIARG_GETCAPS *pCaps);
typedef HRESULT (APIENTRY *PFND3DDDI_CREATEDEVICE)(HANDLE hAdapter, D3DDDIARG_CREATEDEVICE *pDevice);
typedef HRESULT (APIENTRY *PFND3DDDI_CLOSEADAPTER)(HANDLE hAdapter);

typedef struct _D3DDDI_ADAPTERFUNCS {
  PFND3DDDI_GETCAPS pfnGetCaps;
  PFND3DDDI_CREATEDEVICE pfnCreateDevice;
  PFND3DDDI_CLOSEADAPTER pfnCloseAdapter;
} D3DDDI_ADAPTERFUNCS;

/* hAdapter: in the runtime's handle, out the driver's. */
typedef struct _D3DDDIARG_OPENADAPTER {
  HANDLE hAdapter;
  UINT Interface;
  UINT Version;
  const D3DDDI_ADAPTERCALLBACKS *pAdapterCallbacks;
  D3DDDI_ADAPTERFUNCS *pAdapterFuncs;
  UINT DriverVersion;
} D3DDDIARG_OPENADAPTER;

/* What a driver exports. */
typedef HRESULT (APIENTRY *PFND3DDDI_OPENADAPTER)(D3DDDIARG_OPENADAPTER *pOpenData);
HRESULT APIENTRY OpenAdapter(D3DDDIARG_OPENADAPTER *pOpenData);

DXGK_EXTERN_C_END

#endif /* D3DUMDDI9_H */
