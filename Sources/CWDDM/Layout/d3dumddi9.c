/* As d3dumddi.c, for d3dumddi9.h. */
#include "d3dumddi9.h"

#if !defined(DXGK_WSL_ABI)

_Static_assert(sizeof(D3DDDIRANGE) == 8 && _Alignof(D3DDDIRANGE) == 4, "");
_Static_assert(offsetof(D3DDDIRANGE, Offset) == 0, "");
_Static_assert(offsetof(D3DDDIRANGE, Size) == 4, "");

_Static_assert(sizeof(D3DDDIBOX) == 24 && _Alignof(D3DDDIBOX) == 4, "");
_Static_assert(offsetof(D3DDDIBOX, Left) == 0, "");
_Static_assert(offsetof(D3DDDIBOX, Top) == 4, "");
_Static_assert(offsetof(D3DDDIBOX, Right) == 8, "");
_Static_assert(offsetof(D3DDDIBOX, Bottom) == 12, "");
_Static_assert(offsetof(D3DDDIBOX, Front) == 16, "");
_Static_assert(offsetof(D3DDDIBOX, Back) == 20, "");

_Static_assert(sizeof(D3DDDI_LOCKFLAGS) == 4 && _Alignof(D3DDDI_LOCKFLAGS) == 4, "");
_Static_assert(offsetof(D3DDDI_LOCKFLAGS, Value) == 0, "");

_Static_assert(sizeof(D3DDDIARG_LOCK) == 64 && _Alignof(D3DDDIARG_LOCK) == 8, "");
_Static_assert(offsetof(D3DDDIARG_LOCK, hResource) == 0, "");
_Static_assert(offsetof(D3DDDIARG_LOCK, SubResourceIndex) == 8, "");
_Static_assert(offsetof(D3DDDIARG_LOCK, Range) == 12, "");
_Static_assert(offsetof(D3DDDIARG_LOCK, Area) == 12, "");
_Static_assert(offsetof(D3DDDIARG_LOCK, Box) == 12, "");
_Static_assert(offsetof(D3DDDIARG_LOCK, pSurfData) == 40, "");
_Static_assert(offsetof(D3DDDIARG_LOCK, Pitch) == 48, "");
_Static_assert(offsetof(D3DDDIARG_LOCK, SlicePitch) == 52, "");
_Static_assert(offsetof(D3DDDIARG_LOCK, Flags) == 56, "");

_Static_assert(sizeof(D3DDDI_UNLOCKFLAGS) == 4 && _Alignof(D3DDDI_UNLOCKFLAGS) == 4, "");
_Static_assert(offsetof(D3DDDI_UNLOCKFLAGS, Value) == 0, "");

_Static_assert(sizeof(D3DDDIARG_UNLOCK) == 16 && _Alignof(D3DDDIARG_UNLOCK) == 8, "");
_Static_assert(offsetof(D3DDDIARG_UNLOCK, hResource) == 0, "");
_Static_assert(offsetof(D3DDDIARG_UNLOCK, SubResourceIndex) == 8, "");
_Static_assert(offsetof(D3DDDIARG_UNLOCK, Flags) == 12, "");

_Static_assert(sizeof(D3DDDI_DEVICEFUNCS) == 792 && _Alignof(D3DDDI_DEVICEFUNCS) == 8, "");
_Static_assert(offsetof(D3DDDI_DEVICEFUNCS, pfnSetRenderState) == 0, "");
_Static_assert(offsetof(D3DDDI_DEVICEFUNCS, pfnUpdateWInfo) == 8, "");
_Static_assert(offsetof(D3DDDI_DEVICEFUNCS, pfnValidateDevice) == 16, "");
_Static_assert(offsetof(D3DDDI_DEVICEFUNCS, pfnSetTextureStageState) == 24, "");
_Static_assert(offsetof(D3DDDI_DEVICEFUNCS, pfnSetTexture) == 32, "");
_Static_assert(offsetof(D3DDDI_DEVICEFUNCS, pfnSetPixelShader) == 40, "");
_Static_assert(offsetof(D3DDDI_DEVICEFUNCS, pfnSetPixelShaderConst) == 48, "");
_Static_assert(offsetof(D3DDDI_DEVICEFUNCS, pfnSetStreamSourceUm) == 56, "");
_Static_assert(offsetof(D3DDDI_DEVICEFUNCS, pfnSetIndices) == 64, "");
_Static_assert(offsetof(D3DDDI_DEVICEFUNCS, pfnSetIndicesUm) == 72, "");
_Static_assert(offsetof(D3DDDI_DEVICEFUNCS, pfnDrawPrimitive) == 80, "");
_Static_assert(offsetof(D3DDDI_DEVICEFUNCS, pfnDrawIndexedPrimitive) == 88, "");
_Static_assert(offsetof(D3DDDI_DEVICEFUNCS, pfnDrawRectPatch) == 96, "");
_Static_assert(offsetof(D3DDDI_DEVICEFUNCS, pfnDrawTriPatch) == 104, "");
_Static_assert(offsetof(D3DDDI_DEVICEFUNCS, pfnDrawPrimitive2) == 112, "");
_Static_assert(offsetof(D3DDDI_DEVICEFUNCS, pfnDrawIndexedPrimitive2) == 120, "");
_Static_assert(offsetof(D3DDDI_DEVICEFUNCS, pfnVolBlt) == 128, "");
_Static_assert(offsetof(D3DDDI_DEVICEFUNCS, pfnBufBlt) == 136, "");
_Static_assert(offsetof(D3DDDI_DEVICEFUNCS, pfnTexBlt) == 144, "");
_Static_assert(offsetof(D3DDDI_DEVICEFUNCS, pfnStateSet) == 152, "");
_Static_assert(offsetof(D3DDDI_DEVICEFUNCS, pfnSetPriority) == 160, "");
_Static_assert(offsetof(D3DDDI_DEVICEFUNCS, pfnClear) == 168, "");
_Static_assert(offsetof(D3DDDI_DEVICEFUNCS, pfnUpdatePalette) == 176, "");
_Static_assert(offsetof(D3DDDI_DEVICEFUNCS, pfnSetPalette) == 184, "");
_Static_assert(offsetof(D3DDDI_DEVICEFUNCS, pfnSetVertexShaderConst) == 192, "");
_Static_assert(offsetof(D3DDDI_DEVICEFUNCS, pfnMultiplyTransform) == 200, "");
_Static_assert(offsetof(D3DDDI_DEVICEFUNCS, pfnSetTransform) == 208, "");
_Static_assert(offsetof(D3DDDI_DEVICEFUNCS, pfnSetViewport) == 216, "");
_Static_assert(offsetof(D3DDDI_DEVICEFUNCS, pfnSetZRange) == 224, "");
_Static_assert(offsetof(D3DDDI_DEVICEFUNCS, pfnSetMaterial) == 232, "");
_Static_assert(offsetof(D3DDDI_DEVICEFUNCS, pfnSetLight) == 240, "");
_Static_assert(offsetof(D3DDDI_DEVICEFUNCS, pfnCreateLight) == 248, "");
_Static_assert(offsetof(D3DDDI_DEVICEFUNCS, pfnDestroyLight) == 256, "");
_Static_assert(offsetof(D3DDDI_DEVICEFUNCS, pfnSetClipPlane) == 264, "");
_Static_assert(offsetof(D3DDDI_DEVICEFUNCS, pfnGetInfo) == 272, "");
_Static_assert(offsetof(D3DDDI_DEVICEFUNCS, pfnLock) == 280, "");
_Static_assert(offsetof(D3DDDI_DEVICEFUNCS, pfnUnlock) == 288, "");
_Static_assert(offsetof(D3DDDI_DEVICEFUNCS, pfnCreateResource) == 296, "");
_Static_assert(offsetof(D3DDDI_DEVICEFUNCS, pfnDestroyResource) == 304, "");
_Static_assert(offsetof(D3DDDI_DEVICEFUNCS, pfnSetDisplayMode) == 312, "");
_Static_assert(offsetof(D3DDDI_DEVICEFUNCS, pfnPresent) == 320, "");
_Static_assert(offsetof(D3DDDI_DEVICEFUNCS, pfnFlush) == 328, "");
_Static_assert(offsetof(D3DDDI_DEVICEFUNCS, pfnCreateVertexShaderFunc) == 336, "");
_Static_assert(offsetof(D3DDDI_DEVICEFUNCS, pfnDeleteVertexShaderFunc) == 344, "");
_Static_assert(offsetof(D3DDDI_DEVICEFUNCS, pfnSetVertexShaderFunc) == 352, "");
_Static_assert(offsetof(D3DDDI_DEVICEFUNCS, pfnCreateVertexShaderDecl) == 360, "");
_Static_assert(offsetof(D3DDDI_DEVICEFUNCS, pfnDeleteVertexShaderDecl) == 368, "");
_Static_assert(offsetof(D3DDDI_DEVICEFUNCS, pfnSetVertexShaderDecl) == 376, "");
_Static_assert(offsetof(D3DDDI_DEVICEFUNCS, pfnSetVertexShaderConstI) == 384, "");
_Static_assert(offsetof(D3DDDI_DEVICEFUNCS, pfnSetVertexShaderConstB) == 392, "");
_Static_assert(offsetof(D3DDDI_DEVICEFUNCS, pfnSetScissorRect) == 400, "");
_Static_assert(offsetof(D3DDDI_DEVICEFUNCS, pfnSetStreamSource) == 408, "");
_Static_assert(offsetof(D3DDDI_DEVICEFUNCS, pfnSetStreamSourceFreq) == 416, "");
_Static_assert(offsetof(D3DDDI_DEVICEFUNCS, pfnSetConvolutionKernelMono) == 424, "");
_Static_assert(offsetof(D3DDDI_DEVICEFUNCS, pfnComposeRects) == 432, "");
_Static_assert(offsetof(D3DDDI_DEVICEFUNCS, pfnBlt) == 440, "");
_Static_assert(offsetof(D3DDDI_DEVICEFUNCS, pfnColorFill) == 448, "");
_Static_assert(offsetof(D3DDDI_DEVICEFUNCS, pfnDepthFill) == 456, "");
_Static_assert(offsetof(D3DDDI_DEVICEFUNCS, pfnCreateQuery) == 464, "");
_Static_assert(offsetof(D3DDDI_DEVICEFUNCS, pfnDestroyQuery) == 472, "");
_Static_assert(offsetof(D3DDDI_DEVICEFUNCS, pfnIssueQuery) == 480, "");
_Static_assert(offsetof(D3DDDI_DEVICEFUNCS, pfnGetQueryData) == 488, "");
_Static_assert(offsetof(D3DDDI_DEVICEFUNCS, pfnSetRenderTarget) == 496, "");
_Static_assert(offsetof(D3DDDI_DEVICEFUNCS, pfnSetDepthStencil) == 504, "");
_Static_assert(offsetof(D3DDDI_DEVICEFUNCS, pfnGenerateMipSubLevels) == 512, "");
_Static_assert(offsetof(D3DDDI_DEVICEFUNCS, pfnSetPixelShaderConstI) == 520, "");
_Static_assert(offsetof(D3DDDI_DEVICEFUNCS, pfnSetPixelShaderConstB) == 528, "");
_Static_assert(offsetof(D3DDDI_DEVICEFUNCS, pfnCreatePixelShader) == 536, "");
_Static_assert(offsetof(D3DDDI_DEVICEFUNCS, pfnDeletePixelShader) == 544, "");
_Static_assert(offsetof(D3DDDI_DEVICEFUNCS, pfnCreateDecodeDevice) == 552, "");
_Static_assert(offsetof(D3DDDI_DEVICEFUNCS, pfnDestroyDecodeDevice) == 560, "");
_Static_assert(offsetof(D3DDDI_DEVICEFUNCS, pfnSetDecodeRenderTarget) == 568, "");
_Static_assert(offsetof(D3DDDI_DEVICEFUNCS, pfnDecodeBeginFrame) == 576, "");
_Static_assert(offsetof(D3DDDI_DEVICEFUNCS, pfnDecodeEndFrame) == 584, "");
_Static_assert(offsetof(D3DDDI_DEVICEFUNCS, pfnDecodeExecute) == 592, "");
_Static_assert(offsetof(D3DDDI_DEVICEFUNCS, pfnDecodeExtensionExecute) == 600, "");
_Static_assert(offsetof(D3DDDI_DEVICEFUNCS, pfnCreateVideoProcessDevice) == 608, "");
_Static_assert(offsetof(D3DDDI_DEVICEFUNCS, pfnDestroyVideoProcessDevice) == 616, "");
_Static_assert(offsetof(D3DDDI_DEVICEFUNCS, pfnVideoProcessBeginFrame) == 624, "");
_Static_assert(offsetof(D3DDDI_DEVICEFUNCS, pfnVideoProcessEndFrame) == 632, "");
_Static_assert(offsetof(D3DDDI_DEVICEFUNCS, pfnSetVideoProcessRenderTarget) == 640, "");
_Static_assert(offsetof(D3DDDI_DEVICEFUNCS, pfnVideoProcessBlt) == 648, "");
_Static_assert(offsetof(D3DDDI_DEVICEFUNCS, pfnCreateExtensionDevice) == 656, "");
_Static_assert(offsetof(D3DDDI_DEVICEFUNCS, pfnDestroyExtensionDevice) == 664, "");
_Static_assert(offsetof(D3DDDI_DEVICEFUNCS, pfnExtensionExecute) == 672, "");
_Static_assert(offsetof(D3DDDI_DEVICEFUNCS, pfnCreateOverlay) == 680, "");
_Static_assert(offsetof(D3DDDI_DEVICEFUNCS, pfnUpdateOverlay) == 688, "");
_Static_assert(offsetof(D3DDDI_DEVICEFUNCS, pfnFlipOverlay) == 696, "");
_Static_assert(offsetof(D3DDDI_DEVICEFUNCS, pfnGetOverlayColorControls) == 704, "");
_Static_assert(offsetof(D3DDDI_DEVICEFUNCS, pfnSetOverlayColorControls) == 712, "");
_Static_assert(offsetof(D3DDDI_DEVICEFUNCS, pfnDestroyOverlay) == 720, "");
_Static_assert(offsetof(D3DDDI_DEVICEFUNCS, pfnDestroyDevice) == 728, "");
_Static_assert(offsetof(D3DDDI_DEVICEFUNCS, pfnQueryResourceResidency) == 736, "");
_Static_assert(offsetof(D3DDDI_DEVICEFUNCS, pfnOpenResource) == 744, "");
_Static_assert(offsetof(D3DDDI_DEVICEFUNCS, pfnGetCaptureAllocationHandle) == 752, "");
_Static_assert(offsetof(D3DDDI_DEVICEFUNCS, pfnCaptureToSysMem) == 760, "");
_Static_assert(offsetof(D3DDDI_DEVICEFUNCS, pfnLockAsync) == 768, "");
_Static_assert(offsetof(D3DDDI_DEVICEFUNCS, pfnUnlockAsync) == 776, "");
_Static_assert(offsetof(D3DDDI_DEVICEFUNCS, pfnRename) == 784, "");

_Static_assert(sizeof(D3DDDI_CREATEDEVICEFLAGS) == 4 && _Alignof(D3DDDI_CREATEDEVICEFLAGS) == 4, "");
_Static_assert(offsetof(D3DDDI_CREATEDEVICEFLAGS, Value) == 0, "");

_Static_assert(sizeof(D3DDDIARG_CREATEDEVICE) == 96 && _Alignof(D3DDDIARG_CREATEDEVICE) == 8, "");
_Static_assert(offsetof(D3DDDIARG_CREATEDEVICE, hDevice) == 0, "");
_Static_assert(offsetof(D3DDDIARG_CREATEDEVICE, Interface) == 8, "");
_Static_assert(offsetof(D3DDDIARG_CREATEDEVICE, Version) == 12, "");
_Static_assert(offsetof(D3DDDIARG_CREATEDEVICE, pCallbacks) == 16, "");
_Static_assert(offsetof(D3DDDIARG_CREATEDEVICE, pCommandBuffer) == 24, "");
_Static_assert(offsetof(D3DDDIARG_CREATEDEVICE, CommandBufferSize) == 32, "");
_Static_assert(offsetof(D3DDDIARG_CREATEDEVICE, pAllocationList) == 40, "");
_Static_assert(offsetof(D3DDDIARG_CREATEDEVICE, AllocationListSize) == 48, "");
_Static_assert(offsetof(D3DDDIARG_CREATEDEVICE, pPatchLocationList) == 56, "");
_Static_assert(offsetof(D3DDDIARG_CREATEDEVICE, PatchLocationListSize) == 64, "");
_Static_assert(offsetof(D3DDDIARG_CREATEDEVICE, pDeviceFuncs) == 72, "");
_Static_assert(offsetof(D3DDDIARG_CREATEDEVICE, Flags) == 80, "");
_Static_assert(offsetof(D3DDDIARG_CREATEDEVICE, CommandBuffer) == 88, "");

_Static_assert(sizeof(D3DDDIARG_GETCAPS) == 32 && _Alignof(D3DDDIARG_GETCAPS) == 8, "");
_Static_assert(offsetof(D3DDDIARG_GETCAPS, Type) == 0, "");
_Static_assert(offsetof(D3DDDIARG_GETCAPS, pInfo) == 8, "");
_Static_assert(offsetof(D3DDDIARG_GETCAPS, pData) == 16, "");
_Static_assert(offsetof(D3DDDIARG_GETCAPS, DataSize) == 24, "");

_Static_assert(sizeof(D3DDDI_ADAPTERFUNCS) == 24 && _Alignof(D3DDDI_ADAPTERFUNCS) == 8, "");
_Static_assert(offsetof(D3DDDI_ADAPTERFUNCS, pfnGetCaps) == 0, "");
_Static_assert(offsetof(D3DDDI_ADAPTERFUNCS, pfnCreateDevice) == 8, "");
_Static_assert(offsetof(D3DDDI_ADAPTERFUNCS, pfnCloseAdapter) == 16, "");

_Static_assert(sizeof(D3DDDIARG_OPENADAPTER) == 40 && _Alignof(D3DDDIARG_OPENADAPTER) == 8, "");
_Static_assert(offsetof(D3DDDIARG_OPENADAPTER, hAdapter) == 0, "");
_Static_assert(offsetof(D3DDDIARG_OPENADAPTER, Interface) == 8, "");
_Static_assert(offsetof(D3DDDIARG_OPENADAPTER, Version) == 12, "");
_Static_assert(offsetof(D3DDDIARG_OPENADAPTER, pAdapterCallbacks) == 16, "");
_Static_assert(offsetof(D3DDDIARG_OPENADAPTER, pAdapterFuncs) == 24, "");
_Static_assert(offsetof(D3DDDIARG_OPENADAPTER, DriverVersion) == 32, "");

#endif

/* A translation unit holds something. */
typedef int d3dumddi9_is_laid_out;
