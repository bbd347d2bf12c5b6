/* User-mode drivers of the Direct3D 10 and 11 style: what a driver exports, the tables it fills, and the tables
 * a runtime gives it. Functions that this runtime never calls keep their slot, with an opaque type. */
#ifndef D3D10UMDDI_H
#define D3D10UMDDI_H
#pragma GCC system_header

#include "d3dumddi.h"
#include "dxgiddi.h"

DXGK_EXTERN_C_BEGIN

/* ---- Versions ---- */

#define D3D10_DDI_MAJOR_VERSION 10
#define D3D10_0_DDI_MINOR_VERSION 1
#define D3D10_0_DDI_INTERFACE_VERSION ((D3D10_DDI_MAJOR_VERSION << 16) | D3D10_0_DDI_MINOR_VERSION)
#define D3D10_0_DDI_BUILD_VERSION 2
#define D3D10_0_DDI_SUPPORTED \
  ((((UINT64)D3D10_0_DDI_INTERFACE_VERSION) << 32) | (((UINT64)D3D10_0_DDI_BUILD_VERSION) << 16))
#define D3D11_DDI_MAJOR_VERSION 11
#define D3D11_0_DDI_MINOR_VERSION 11
#define D3D11_0_DDI_INTERFACE_VERSION ((D3D11_DDI_MAJOR_VERSION << 16) | D3D11_0_DDI_MINOR_VERSION)
#define D3D11_0_DDI_BUILD_VERSION 1
#define D3D11_0_DDI_SUPPORTED \
  ((((UINT64)D3D11_0_DDI_INTERFACE_VERSION) << 32) | (((UINT64)D3D11_0_DDI_BUILD_VERSION) << 16))

/* ---- Handles: HRT… belong to the runtime, the others to the driver ---- */

typedef struct D3D10DDI_HRTADAPTER {
  HANDLE handle;
} D3D10DDI_HRTADAPTER;

typedef struct D3D10DDI_HADAPTER {
  PVOID pDrvPrivate;
} D3D10DDI_HADAPTER;

typedef struct D3D10DDI_HRTDEVICE {
  HANDLE handle;
} D3D10DDI_HRTDEVICE;

/* Points to the private memory that the runtime allocates for the driver, of the size CalcPrivateDeviceSize said. */
typedef struct D3D10DDI_HDEVICE {
  PVOID pDrvPrivate;
} D3D10DDI_HDEVICE;

typedef struct D3D10DDI_HRTCORELAYER {
  HANDLE handle;
} D3D10DDI_HRTCORELAYER;

typedef struct D3D10DDI_HRTRESOURCE {
  HANDLE handle;
} D3D10DDI_HRTRESOURCE;

/* Points to private memory of the size CalcPrivateResourceSize said. */
typedef struct D3D10DDI_HRESOURCE {
  PVOID pDrvPrivate;
} D3D10DDI_HRESOURCE;

/* ---- Resources ---- */

typedef enum D3D10DDIRESOURCE_TYPE {
  D3D10DDIRESOURCE_BUFFER = 1,
  D3D10DDIRESOURCE_TEXTURE1D = 2,
  D3D10DDIRESOURCE_TEXTURE2D = 3,
  D3D10DDIRESOURCE_TEXTURE3D = 4,
  D3D10DDIRESOURCE_TEXTURECUBE = 5,
  D3D11DDIRESOURCE_BUFFEREX = 6
} D3D10DDIRESOURCE_TYPE;

typedef enum D3D10_DDI_RESOURCE_USAGE {
  D3D10_DDI_USAGE_DEFAULT = 0,
  D3D10_DDI_USAGE_IMMUTABLE = 1,
  D3D10_DDI_USAGE_DYNAMIC = 2,
  D3D10_DDI_USAGE_STAGING = 3
} D3D10_DDI_RESOURCE_USAGE;

typedef enum D3D10_DDI_RESOURCE_BIND_FLAG {
  D3D10_DDI_BIND_VERTEX_BUFFER = 0x1,
  D3D10_DDI_BIND_INDEX_BUFFER = 0x2,
  D3D10_DDI_BIND_CONSTANT_BUFFER = 0x4,
  D3D10_DDI_BIND_SHADER_RESOURCE = 0x8,
  D3D10_DDI_BIND_STREAM_OUTPUT = 0x10,
  D3D10_DDI_BIND_RENDER_TARGET = 0x20,
  D3D10_DDI_BIND_DEPTH_STENCIL = 0x40,
  D3D10_DDI_BIND_PIPELINE_MASK = 0x7F,
  D3D10_DDI_BIND_PRESENT = 0x80,
  D3D10_DDI_BIND_MASK = 0xFF,
  D3D11_DDI_BIND_UNORDERED_ACCESS = 0x100
} D3D10_DDI_RESOURCE_BIND_FLAG;

typedef enum D3D10_DDI_RESOURCE_MISC_FLAG {
  D3D10_DDI_RESOURCE_AUTO_GEN_MIP_MAP = 0x1,
  D3D10_DDI_RESOURCE_MISC_SHARED = 0x2,
  D3D10_DDI_RESOURCE_MISC_DISCARD_ON_PRESENT = 0x8
} D3D10_DDI_RESOURCE_MISC_FLAG;

typedef struct DXGI_SAMPLE_DESC {
  UINT Count;
  UINT Quality;
} DXGI_SAMPLE_DESC;

typedef struct D3D10DDI_MIPINFO {
  UINT TexelWidth;
  UINT TexelHeight;
  UINT TexelDepth;
  UINT PhysicalWidth;
  UINT PhysicalHeight;
  UINT PhysicalDepth;
} D3D10DDI_MIPINFO;

/* Initial content of one subresource. */
typedef struct D3D10_DDIARG_SUBRESOURCE_UP {
  PVOID pSysMem;
  UINT SysMemPitch;
  UINT SysMemSlicePitch;
} D3D10_DDIARG_SUBRESOURCE_UP;

typedef enum D3D10_DDI_MAP {
  D3D10_DDI_MAP_READ = 1,
  D3D10_DDI_MAP_WRITE = 2,
  D3D10_DDI_MAP_READWRITE = 3,
  D3D10_DDI_MAP_WRITE_DISCARD = 4,
  D3D10_DDI_MAP_WRITE_NOOVERWRITE = 5
} D3D10_DDI_MAP;

typedef enum D3D10_DDI_MAP_FLAG {
  D3D10_DDI_MAP_FLAG_DONOTWAIT = 0x100000,
  D3D10_DDI_MAP_FLAG_MASK = 0x100000
} D3D10_DDI_MAP_FLAG;

/* Where the CPU finds a mapped subresource. Neither pitch is 0, whatever the dimension. */
typedef struct D3D10DDI_MAPPED_SUBRESOURCE {
  PVOID pData;
  UINT RowPitch;
  UINT DepthPitch;
} D3D10DDI_MAPPED_SUBRESOURCE;

typedef struct D3D10DDIARG_CREATERESOURCE {
  const D3D10DDI_MIPINFO *pMipInfoList;
  const D3D10_DDIARG_SUBRESOURCE_UP *pInitialDataUP;
  D3D10DDIRESOURCE_TYPE ResourceDimension;
  UINT Usage;     /* D3D10_DDI_RESOURCE_USAGE */
  UINT BindFlags; /* D3D10_DDI_RESOURCE_BIND_FLAG */
  UINT MapFlags;
  UINT MiscFlags; /* D3D10_DDI_RESOURCE_MISC_FLAG */
  DXGI_FORMAT Format;
  DXGI_SAMPLE_DESC SampleDesc;
  UINT MipLevels;
  UINT ArraySize;
  DXGI_DDI_PRIMARY_DESC *pPrimaryDesc; /* Only with D3D10_DDI_BIND_PRESENT. */
} D3D10DDIARG_CREATERESOURCE;

typedef struct D3D11DDIARG_CREATERESOURCE {
  const D3D10DDI_MIPINFO *pMipInfoList;
  const D3D10_DDIARG_SUBRESOURCE_UP *pInitialDataUP;
  D3D10DDIRESOURCE_TYPE ResourceDimension;
  UINT Usage;
  UINT BindFlags;
  UINT MapFlags;
  UINT MiscFlags;
  DXGI_FORMAT Format;
  DXGI_SAMPLE_DESC SampleDesc;
  UINT MipLevels;
  UINT ArraySize;
  DXGI_DDI_PRIMARY_DESC *pPrimaryDesc;
  UINT ByteStride;
  INT DecoderBufferType;
  INT TextureLayout;
} D3D11DDIARG_CREATERESOURCE;

/* The kernel's handle of a resource, as a runtime holds it. */
typedef struct D3D10DDI_HKMRESOURCE {
  D3DKMT_HANDLE handle;
} D3D10DDI_HKMRESOURCE;

typedef struct D3D10DDIARG_OPENRESOURCE {
  UINT NumAllocations;
  union {
    D3DDDI_OPENALLOCATIONINFO *pOpenAllocationInfo;
    D3DDDI_OPENALLOCATIONINFO2 *pOpenAllocationInfo2;
  };
  D3D10DDI_HKMRESOURCE hKMResource;
  PVOID pPrivateDriverData;
  UINT PrivateDriverDataSize;
} D3D10DDIARG_OPENRESOURCE;

/* ---- Functions of a device ---- */

/* A size of (SIZE_T)-1 makes the runtime report E_OUTOFMEMORY. */
typedef SIZE_T(APIENTRY *PFND3D10DDI_CALCPRIVATERESOURCESIZE)(D3D10DDI_HDEVICE hDevice,
                                                              const D3D10DDIARG_CREATERESOURCE *pCreateResource);
typedef SIZE_T(APIENTRY *PFND3D11DDI_CALCPRIVATERESOURCESIZE)(D3D10DDI_HDEVICE hDevice,
                                                              const D3D11DDIARG_CREATERESOURCE *pCreateResource);
typedef SIZE_T(APIENTRY *PFND3D10DDI_CALCPRIVATEOPENEDRESOURCESIZE)(D3D10DDI_HDEVICE hDevice,
                                                                    const D3D10DDIARG_OPENRESOURCE *pOpenResource);
typedef void(APIENTRY *PFND3D10DDI_CREATERESOURCE)(D3D10DDI_HDEVICE hDevice,
                                                   const D3D10DDIARG_CREATERESOURCE *pCreateResource,
                                                   D3D10DDI_HRESOURCE hResource, D3D10DDI_HRTRESOURCE hRTResource);
typedef void(APIENTRY *PFND3D11DDI_CREATERESOURCE)(D3D10DDI_HDEVICE hDevice,
                                                   const D3D11DDIARG_CREATERESOURCE *pCreateResource,
                                                   D3D10DDI_HRESOURCE hResource, D3D10DDI_HRTRESOURCE hRTResource);
typedef void(APIENTRY *PFND3D10DDI_OPENRESOURCE)(D3D10DDI_HDEVICE hDevice,
                                                 const D3D10DDIARG_OPENRESOURCE *pOpenResource,
                                                 D3D10DDI_HRESOURCE hResource, D3D10DDI_HRTRESOURCE hRTResource);
typedef void(APIENTRY *PFND3D10DDI_DESTROYRESOURCE)(D3D10DDI_HDEVICE hDevice, D3D10DDI_HRESOURCE hResource);
typedef void(APIENTRY *PFND3D10DDI_RESOURCEMAP)(D3D10DDI_HDEVICE hDevice, D3D10DDI_HRESOURCE hResource,
                                                UINT Subresource, D3D10_DDI_MAP DDIMap, UINT Flags,
                                                D3D10DDI_MAPPED_SUBRESOURCE *pMappedSubResource);
typedef void(APIENTRY *PFND3D10DDI_RESOURCEUNMAP)(D3D10DDI_HDEVICE hDevice, D3D10DDI_HRESOURCE hResource,
                                                  UINT Subresource);
typedef void(APIENTRY *PFND3D10DDI_DESTROYDEVICE)(D3D10DDI_HDEVICE hDevice);
typedef void(APIENTRY *PFND3D10DDI_FLUSH)(D3D10DDI_HDEVICE hDevice);
/* A function that this runtime never calls. */
typedef void(APIENTRY *PFND3D10DDI_UNCALLED)(void);

/* Functions of a Direct3D 10 device, filled by CreateDevice. */
typedef struct D3D10DDI_DEVICEFUNCS {
  PFND3D10DDI_UNCALLED pfnDefaultConstantBufferUpdateSubresourceUP;
  PFND3D10DDI_UNCALLED pfnVsSetConstantBuffers;
  PFND3D10DDI_UNCALLED pfnPsSetShaderResources;
  PFND3D10DDI_UNCALLED pfnPsSetShader;
  PFND3D10DDI_UNCALLED pfnPsSetSamplers;
  PFND3D10DDI_UNCALLED pfnVsSetShader;
  PFND3D10DDI_UNCALLED pfnDrawIndexed;
  PFND3D10DDI_UNCALLED pfnDraw;
  PFND3D10DDI_RESOURCEMAP pfnDynamicIABufferMapNoOverwrite;
  PFND3D10DDI_RESOURCEUNMAP pfnDynamicIABufferUnmap;
  PFND3D10DDI_RESOURCEMAP pfnDynamicConstantBufferMapDiscard;
  PFND3D10DDI_RESOURCEMAP pfnDynamicIABufferMapDiscard;
  PFND3D10DDI_RESOURCEUNMAP pfnDynamicConstantBufferUnmap;
  PFND3D10DDI_UNCALLED pfnPsSetConstantBuffers;
  PFND3D10DDI_UNCALLED pfnIaSetInputLayout;
  PFND3D10DDI_UNCALLED pfnIaSetVertexBuffers;
  PFND3D10DDI_UNCALLED pfnIaSetIndexBuffer;
  PFND3D10DDI_UNCALLED pfnDrawIndexedInstanced;
  PFND3D10DDI_UNCALLED pfnDrawInstanced;
  PFND3D10DDI_RESOURCEMAP pfnDynamicResourceMapDiscard;
  PFND3D10DDI_RESOURCEUNMAP pfnDynamicResourceUnmap;
  PFND3D10DDI_UNCALLED pfnGsSetConstantBuffers;
  PFND3D10DDI_UNCALLED pfnGsSetShader;
  PFND3D10DDI_UNCALLED pfnIaSetTopology;
  PFND3D10DDI_RESOURCEMAP pfnStagingResourceMap;
  PFND3D10DDI_RESOURCEUNMAP pfnStagingResourceUnmap;
  PFND3D10DDI_UNCALLED pfnVsSetShaderResources;
  PFND3D10DDI_UNCALLED pfnVsSetSamplers;
  PFND3D10DDI_UNCALLED pfnGsSetShaderResources;
  PFND3D10DDI_UNCALLED pfnGsSetSamplers;
  PFND3D10DDI_UNCALLED pfnSetRenderTargets;
  PFND3D10DDI_UNCALLED pfnShaderResourceViewReadAfterWriteHazard;
  PFND3D10DDI_UNCALLED pfnResourceReadAfterWriteHazard;
  PFND3D10DDI_UNCALLED pfnSetBlendState;
  PFND3D10DDI_UNCALLED pfnSetDepthStencilState;
  PFND3D10DDI_UNCALLED pfnSetRasterizerState;
  PFND3D10DDI_UNCALLED pfnQueryEnd;
  PFND3D10DDI_UNCALLED pfnQueryBegin;
  PFND3D10DDI_UNCALLED pfnResourceCopyRegion;
  PFND3D10DDI_UNCALLED pfnResourceUpdateSubresourceUP;
  PFND3D10DDI_UNCALLED pfnSoSetTargets;
  PFND3D10DDI_UNCALLED pfnDrawAuto;
  PFND3D10DDI_UNCALLED pfnSetViewports;
  PFND3D10DDI_UNCALLED pfnSetScissorRects;
  PFND3D10DDI_UNCALLED pfnClearRenderTargetView;
  PFND3D10DDI_UNCALLED pfnClearDepthStencilView;
  PFND3D10DDI_UNCALLED pfnSetPredication;
  PFND3D10DDI_UNCALLED pfnQueryGetData;
  PFND3D10DDI_FLUSH pfnFlush;
  PFND3D10DDI_UNCALLED pfnGenMips;
  PFND3D10DDI_UNCALLED pfnResourceCopy;
  PFND3D10DDI_UNCALLED pfnResourceResolveSubresource;
  PFND3D10DDI_RESOURCEMAP pfnResourceMap;
  PFND3D10DDI_RESOURCEUNMAP pfnResourceUnmap;
  PFND3D10DDI_UNCALLED pfnResourceIsStagingBusy;
  PFND3D10DDI_UNCALLED pfnRelocateDeviceFuncs;
  PFND3D10DDI_CALCPRIVATERESOURCESIZE pfnCalcPrivateResourceSize;
  PFND3D10DDI_CALCPRIVATEOPENEDRESOURCESIZE pfnCalcPrivateOpenedResourceSize;
  PFND3D10DDI_CREATERESOURCE pfnCreateResource;
  PFND3D10DDI_OPENRESOURCE pfnOpenResource;
  PFND3D10DDI_DESTROYRESOURCE pfnDestroyResource;
  PFND3D10DDI_UNCALLED pfnCalcPrivateShaderResourceViewSize;
  PFND3D10DDI_UNCALLED pfnCreateShaderResourceView;
  PFND3D10DDI_UNCALLED pfnDestroyShaderResourceView;
  PFND3D10DDI_UNCALLED pfnCalcPrivateRenderTargetViewSize;
  PFND3D10DDI_UNCALLED pfnCreateRenderTargetView;
  PFND3D10DDI_UNCALLED pfnDestroyRenderTargetView;
  PFND3D10DDI_UNCALLED pfnCalcPrivateDepthStencilViewSize;
  PFND3D10DDI_UNCALLED pfnCreateDepthStencilView;
  PFND3D10DDI_UNCALLED pfnDestroyDepthStencilView;
  PFND3D10DDI_UNCALLED pfnCalcPrivateElementLayoutSize;
  PFND3D10DDI_UNCALLED pfnCreateElementLayout;
  PFND3D10DDI_UNCALLED pfnDestroyElementLayout;
  PFND3D10DDI_UNCALLED pfnCalcPrivateBlendStateSize;
  PFND3D10DDI_UNCALLED pfnCreateBlendState;
  PFND3D10DDI_UNCALLED pfnDestroyBlendState;
  PFND3D10DDI_UNCALLED pfnCalcPrivateDepthStencilStateSize;
  PFND3D10DDI_UNCALLED pfnCreateDepthStencilState;
  PFND3D10DDI_UNCALLED pfnDestroyDepthStencilState;
  PFND3D10DDI_UNCALLED pfnCalcPrivateRasterizerStateSize;
  PFND3D10DDI_UNCALLED pfnCreateRasterizerState;
  PFND3D10DDI_UNCALLED pfnDestroyRasterizerState;
  PFND3D10DDI_UNCALLED pfnCalcPrivateShaderSize;
  PFND3D10DDI_UNCALLED pfnCreateVertexShader;
  PFND3D10DDI_UNCALLED pfnCreateGeometryShader;
  PFND3D10DDI_UNCALLED pfnCreatePixelShader;
  PFND3D10DDI_UNCALLED pfnCalcPrivateGeometryShaderWithStreamOutput;
  PFND3D10DDI_UNCALLED pfnCreateGeometryShaderWithStreamOutput;
  PFND3D10DDI_UNCALLED pfnDestroyShader;
  PFND3D10DDI_UNCALLED pfnCalcPrivateSamplerSize;
  PFND3D10DDI_UNCALLED pfnCreateSampler;
  PFND3D10DDI_UNCALLED pfnDestroySampler;
  PFND3D10DDI_UNCALLED pfnCalcPrivateQuerySize;
  PFND3D10DDI_UNCALLED pfnCreateQuery;
  PFND3D10DDI_UNCALLED pfnDestroyQuery;
  PFND3D10DDI_UNCALLED pfnCheckFormatSupport;
  PFND3D10DDI_UNCALLED pfnCheckMultisampleQualityLevels;
  PFND3D10DDI_UNCALLED pfnCheckCounterInfo;
  PFND3D10DDI_UNCALLED pfnCheckCounter;
  PFND3D10DDI_DESTROYDEVICE pfnDestroyDevice;
  PFND3D10DDI_UNCALLED pfnSetTextFilterSize;
} D3D10DDI_DEVICEFUNCS;

/* Functions of a Direct3D 11 device, filled by CreateDevice. */
typedef struct D3D11DDI_DEVICEFUNCS {
  PFND3D10DDI_UNCALLED pfnDefaultConstantBufferUpdateSubresourceUP;
  PFND3D10DDI_UNCALLED pfnVsSetConstantBuffers;
  PFND3D10DDI_UNCALLED pfnPsSetShaderResources;
  PFND3D10DDI_UNCALLED pfnPsSetShader;
  PFND3D10DDI_UNCALLED pfnPsSetSamplers;
  PFND3D10DDI_UNCALLED pfnVsSetShader;
  PFND3D10DDI_UNCALLED pfnDrawIndexed;
  PFND3D10DDI_UNCALLED pfnDraw;
  PFND3D10DDI_RESOURCEMAP pfnDynamicIABufferMapNoOverwrite;
  PFND3D10DDI_RESOURCEUNMAP pfnDynamicIABufferUnmap;
  PFND3D10DDI_RESOURCEMAP pfnDynamicConstantBufferMapDiscard;
  PFND3D10DDI_RESOURCEMAP pfnDynamicIABufferMapDiscard;
  PFND3D10DDI_RESOURCEUNMAP pfnDynamicConstantBufferUnmap;
  PFND3D10DDI_UNCALLED pfnPsSetConstantBuffers;
  PFND3D10DDI_UNCALLED pfnIaSetInputLayout;
  PFND3D10DDI_UNCALLED pfnIaSetVertexBuffers;
  PFND3D10DDI_UNCALLED pfnIaSetIndexBuffer;
  PFND3D10DDI_UNCALLED pfnDrawIndexedInstanced;
  PFND3D10DDI_UNCALLED pfnDrawInstanced;
  PFND3D10DDI_RESOURCEMAP pfnDynamicResourceMapDiscard;
  PFND3D10DDI_RESOURCEUNMAP pfnDynamicResourceUnmap;
  PFND3D10DDI_UNCALLED pfnGsSetConstantBuffers;
  PFND3D10DDI_UNCALLED pfnGsSetShader;
  PFND3D10DDI_UNCALLED pfnIaSetTopology;
  PFND3D10DDI_RESOURCEMAP pfnStagingResourceMap;
  PFND3D10DDI_RESOURCEUNMAP pfnStagingResourceUnmap;
  PFND3D10DDI_UNCALLED pfnVsSetShaderResources;
  PFND3D10DDI_UNCALLED pfnVsSetSamplers;
  PFND3D10DDI_UNCALLED pfnGsSetShaderResources;
  PFND3D10DDI_UNCALLED pfnGsSetSamplers;
  PFND3D10DDI_UNCALLED pfnSetRenderTargets;
  PFND3D10DDI_UNCALLED pfnShaderResourceViewReadAfterWriteHazard;
  PFND3D10DDI_UNCALLED pfnResourceReadAfterWriteHazard;
  PFND3D10DDI_UNCALLED pfnSetBlendState;
  PFND3D10DDI_UNCALLED pfnSetDepthStencilState;
  PFND3D10DDI_UNCALLED pfnSetRasterizerState;
  PFND3D10DDI_UNCALLED pfnQueryEnd;
  PFND3D10DDI_UNCALLED pfnQueryBegin;
  PFND3D10DDI_UNCALLED pfnResourceCopyRegion;
  PFND3D10DDI_UNCALLED pfnResourceUpdateSubresourceUP;
  PFND3D10DDI_UNCALLED pfnSoSetTargets;
  PFND3D10DDI_UNCALLED pfnDrawAuto;
  PFND3D10DDI_UNCALLED pfnSetViewports;
  PFND3D10DDI_UNCALLED pfnSetScissorRects;
  PFND3D10DDI_UNCALLED pfnClearRenderTargetView;
  PFND3D10DDI_UNCALLED pfnClearDepthStencilView;
  PFND3D10DDI_UNCALLED pfnSetPredication;
  PFND3D10DDI_UNCALLED pfnQueryGetData;
  PFND3D10DDI_FLUSH pfnFlush;
  PFND3D10DDI_UNCALLED pfnGenMips;
  PFND3D10DDI_UNCALLED pfnResourceCopy;
  PFND3D10DDI_UNCALLED pfnResourceResolveSubresource;
  PFND3D10DDI_RESOURCEMAP pfnResourceMap;
  PFND3D10DDI_RESOURCEUNMAP pfnResourceUnmap;
  PFND3D10DDI_UNCALLED pfnResourceIsStagingBusy;
  PFND3D10DDI_UNCALLED pfnRelocateDeviceFuncs;
  PFND3D11DDI_CALCPRIVATERESOURCESIZE pfnCalcPrivateResourceSize;
  PFND3D10DDI_CALCPRIVATEOPENEDRESOURCESIZE pfnCalcPrivateOpenedResourceSize;
  PFND3D11DDI_CREATERESOURCE pfnCreateResource;
  PFND3D10DDI_OPENRESOURCE pfnOpenResource;
  PFND3D10DDI_DESTROYRESOURCE pfnDestroyResource;
  PFND3D10DDI_UNCALLED pfnCalcPrivateShaderResourceViewSize;
  PFND3D10DDI_UNCALLED pfnCreateShaderResourceView;
  PFND3D10DDI_UNCALLED pfnDestroyShaderResourceView;
  PFND3D10DDI_UNCALLED pfnCalcPrivateRenderTargetViewSize;
  PFND3D10DDI_UNCALLED pfnCreateRenderTargetView;
  PFND3D10DDI_UNCALLED pfnDestroyRenderTargetView;
  PFND3D10DDI_UNCALLED pfnCalcPrivateDepthStencilViewSize;
  PFND3D10DDI_UNCALLED pfnCreateDepthStencilView;
  PFND3D10DDI_UNCALLED pfnDestroyDepthStencilView;
  PFND3D10DDI_UNCALLED pfnCalcPrivateElementLayoutSize;
  PFND3D10DDI_UNCALLED pfnCreateElementLayout;
  PFND3D10DDI_UNCALLED pfnDestroyElementLayout;
  PFND3D10DDI_UNCALLED pfnCalcPrivateBlendStateSize;
  PFND3D10DDI_UNCALLED pfnCreateBlendState;
  PFND3D10DDI_UNCALLED pfnDestroyBlendState;
  PFND3D10DDI_UNCALLED pfnCalcPrivateDepthStencilStateSize;
  PFND3D10DDI_UNCALLED pfnCreateDepthStencilState;
  PFND3D10DDI_UNCALLED pfnDestroyDepthStencilState;
  PFND3D10DDI_UNCALLED pfnCalcPrivateRasterizerStateSize;
  PFND3D10DDI_UNCALLED pfnCreateRasterizerState;
  PFND3D10DDI_UNCALLED pfnDestroyRasterizerState;
  PFND3D10DDI_UNCALLED pfnCalcPrivateShaderSize;
  PFND3D10DDI_UNCALLED pfnCreateVertexShader;
  PFND3D10DDI_UNCALLED pfnCreateGeometryShader;
  PFND3D10DDI_UNCALLED pfnCreatePixelShader;
  PFND3D10DDI_UNCALLED pfnCalcPrivateGeometryShaderWithStreamOutput;
  PFND3D10DDI_UNCALLED pfnCreateGeometryShaderWithStreamOutput;
  PFND3D10DDI_UNCALLED pfnDestroyShader;
  PFND3D10DDI_UNCALLED pfnCalcPrivateSamplerSize;
  PFND3D10DDI_UNCALLED pfnCreateSampler;
  PFND3D10DDI_UNCALLED pfnDestroySampler;
  PFND3D10DDI_UNCALLED pfnCalcPrivateQuerySize;
  PFND3D10DDI_UNCALLED pfnCreateQuery;
  PFND3D10DDI_UNCALLED pfnDestroyQuery;
  PFND3D10DDI_UNCALLED pfnCheckFormatSupport;
  PFND3D10DDI_UNCALLED pfnCheckMultisampleQualityLevels;
  PFND3D10DDI_UNCALLED pfnCheckCounterInfo;
  PFND3D10DDI_UNCALLED pfnCheckCounter;
  PFND3D10DDI_DESTROYDEVICE pfnDestroyDevice;
  PFND3D10DDI_UNCALLED pfnSetTextFilterSize;
  PFND3D10DDI_UNCALLED pfnResourceConvert;
  PFND3D10DDI_UNCALLED pfnResourceConvertRegion;
  PFND3D10DDI_UNCALLED pfnDrawIndexedInstancedIndirect;
  PFND3D10DDI_UNCALLED pfnDrawInstancedIndirect;
  PFND3D10DDI_UNCALLED pfnCommandListExecute;
  PFND3D10DDI_UNCALLED pfnHsSetShaderResources;
  PFND3D10DDI_UNCALLED pfnHsSetShader;
  PFND3D10DDI_UNCALLED pfnHsSetSamplers;
  PFND3D10DDI_UNCALLED pfnHsSetConstantBuffers;
  PFND3D10DDI_UNCALLED pfnDsSetShaderResources;
  PFND3D10DDI_UNCALLED pfnDsSetShader;
  PFND3D10DDI_UNCALLED pfnDsSetSamplers;
  PFND3D10DDI_UNCALLED pfnDsSetConstantBuffers;
  PFND3D10DDI_UNCALLED pfnCreateHullShader;
  PFND3D10DDI_UNCALLED pfnCreateDomainShader;
  PFND3D10DDI_UNCALLED pfnCheckDeferredContextHandleSizes;
  PFND3D10DDI_UNCALLED pfnCalcDeferredContextHandleSize;
  PFND3D10DDI_UNCALLED pfnCalcPrivateDeferredContextSize;
  PFND3D10DDI_UNCALLED pfnCreateDeferredContext;
  PFND3D10DDI_UNCALLED pfnAbandonCommandList;
  PFND3D10DDI_UNCALLED pfnCalcPrivateCommandListSize;
  PFND3D10DDI_UNCALLED pfnCreateCommandList;
  PFND3D10DDI_UNCALLED pfnDestroyCommandList;
  PFND3D10DDI_UNCALLED pfnCalcPrivateTessellationShaderSize;
  PFND3D10DDI_UNCALLED pfnPsSetShaderWithIfaces;
  PFND3D10DDI_UNCALLED pfnVsSetShaderWithIfaces;
  PFND3D10DDI_UNCALLED pfnGsSetShaderWithIfaces;
  PFND3D10DDI_UNCALLED pfnHsSetShaderWithIfaces;
  PFND3D10DDI_UNCALLED pfnDsSetShaderWithIfaces;
  PFND3D10DDI_UNCALLED pfnCsSetShaderWithIfaces;
  PFND3D10DDI_UNCALLED pfnCreateComputeShader;
  PFND3D10DDI_UNCALLED pfnCsSetShader;
  PFND3D10DDI_UNCALLED pfnCsSetShaderResources;
  PFND3D10DDI_UNCALLED pfnCsSetSamplers;
  PFND3D10DDI_UNCALLED pfnCsSetConstantBuffers;
  PFND3D10DDI_UNCALLED pfnCalcPrivateUnorderedAccessViewSize;
  PFND3D10DDI_UNCALLED pfnCreateUnorderedAccessView;
  PFND3D10DDI_UNCALLED pfnDestroyUnorderedAccessView;
  PFND3D10DDI_UNCALLED pfnClearUnorderedAccessViewUint;
  PFND3D10DDI_UNCALLED pfnClearUnorderedAccessViewFloat;
  PFND3D10DDI_UNCALLED pfnCsSetUnorderedAccessViews;
  PFND3D10DDI_UNCALLED pfnDispatch;
  PFND3D10DDI_UNCALLED pfnDispatchIndirect;
  PFND3D10DDI_UNCALLED pfnSetResourceMinLOD;
  PFND3D10DDI_UNCALLED pfnCopyStructureCount;
  PFND3D10DDI_UNCALLED pfnRecycleCommandList;
  PFND3D10DDI_UNCALLED pfnRecycleCreateCommandList;
  PFND3D10DDI_UNCALLED pfnRecycleCreateDeferredContext;
  PFND3D10DDI_UNCALLED pfnRecycleDestroyCommandList;
} D3D11DDI_DEVICEFUNCS;

/* ---- Callbacks of the runtime ---- */

/* How a function that returns nothing reports an error. S_OK is a mistake of the driver. */
typedef void(APIENTRY CALLBACK *PFND3D10DDI_SETERROR_CB)(D3D10DDI_HRTCORELAYER hRuntimeCoreLayer, HRESULT Result);
/* State refreshes: harmless, counted, whatever they are given. */
typedef void(APIENTRY CALLBACK *PFND3D10DDI_UNSERVED_CB)(D3D10DDI_HRTCORELAYER hRuntimeCoreLayer);

/* Callbacks of the runtime itself, Direct3D 10. */
typedef struct D3D10DDI_CORELAYER_DEVICECALLBACKS {
  PFND3D10DDI_SETERROR_CB pfnSetErrorCb;
  PFND3D10DDI_UNSERVED_CB pfnStateVsConstBufCb;
  PFND3D10DDI_UNSERVED_CB pfnStatePsSrvCb;
  PFND3D10DDI_UNSERVED_CB pfnStatePsShaderCb;
  PFND3D10DDI_UNSERVED_CB pfnStatePsSamplerCb;
  PFND3D10DDI_UNSERVED_CB pfnStateVsShaderCb;
  PFND3D10DDI_UNSERVED_CB pfnStatePsConstBufCb;
  PFND3D10DDI_UNSERVED_CB pfnStateIaInputLayoutCb;
  PFND3D10DDI_UNSERVED_CB pfnStateIaVertexBufCb;
  PFND3D10DDI_UNSERVED_CB pfnStateIaIndexBufCb;
  PFND3D10DDI_UNSERVED_CB pfnStateGsConstBufCb;
  PFND3D10DDI_UNSERVED_CB pfnStateGsShaderCb;
  PFND3D10DDI_UNSERVED_CB pfnStateIaPrimitiveTopologyCb;
  PFND3D10DDI_UNSERVED_CB pfnStateVsSrvCb;
  PFND3D10DDI_UNSERVED_CB pfnStateVsSamplerCb;
  PFND3D10DDI_UNSERVED_CB pfnStateGsSrvCb;
  PFND3D10DDI_UNSERVED_CB pfnStateGsSamplerCb;
  PFND3D10DDI_UNSERVED_CB pfnStateOmRenderTargetsCb;
  PFND3D10DDI_UNSERVED_CB pfnStateOmBlendStateCb;
  PFND3D10DDI_UNSERVED_CB pfnStateOmDepthStateCb;
  PFND3D10DDI_UNSERVED_CB pfnStateRsRastStateCb;
  PFND3D10DDI_UNSERVED_CB pfnStateSoTargetsCb;
  PFND3D10DDI_UNSERVED_CB pfnStateRsViewportsCb;
  PFND3D10DDI_UNSERVED_CB pfnStateRsScissorCb;
  PFND3D10DDI_UNSERVED_CB pfnDisableDeferredStagingResourceDestruction;
  PFND3D10DDI_UNSERVED_CB pfnStateTextFilterSizeCb;
} D3D10DDI_CORELAYER_DEVICECALLBACKS;

/* Callbacks of the runtime itself, Direct3D 11: those of Direct3D 10 first. */
typedef struct D3D11DDI_CORELAYER_DEVICECALLBACKS {
  PFND3D10DDI_SETERROR_CB pfnSetErrorCb;
  PFND3D10DDI_UNSERVED_CB pfnStateVsConstBufCb;
  PFND3D10DDI_UNSERVED_CB pfnStatePsSrvCb;
  PFND3D10DDI_UNSERVED_CB pfnStatePsShaderCb;
  PFND3D10DDI_UNSERVED_CB pfnStatePsSamplerCb;
  PFND3D10DDI_UNSERVED_CB pfnStateVsShaderCb;
  PFND3D10DDI_UNSERVED_CB pfnStatePsConstBufCb;
  PFND3D10DDI_UNSERVED_CB pfnStateIaInputLayoutCb;
  PFND3D10DDI_UNSERVED_CB pfnStateIaVertexBufCb;
  PFND3D10DDI_UNSERVED_CB pfnStateIaIndexBufCb;
  PFND3D10DDI_UNSERVED_CB pfnStateGsConstBufCb;
  PFND3D10DDI_UNSERVED_CB pfnStateGsShaderCb;
  PFND3D10DDI_UNSERVED_CB pfnStateIaPrimitiveTopologyCb;
  PFND3D10DDI_UNSERVED_CB pfnStateVsSrvCb;
  PFND3D10DDI_UNSERVED_CB pfnStateVsSamplerCb;
  PFND3D10DDI_UNSERVED_CB pfnStateGsSrvCb;
  PFND3D10DDI_UNSERVED_CB pfnStateGsSamplerCb;
  PFND3D10DDI_UNSERVED_CB pfnStateOmRenderTargetsCb;
  PFND3D10DDI_UNSERVED_CB pfnStateOmBlendStateCb;
  PFND3D10DDI_UNSERVED_CB pfnStateOmDepthStateCb;
  PFND3D10DDI_UNSERVED_CB pfnStateRsRastStateCb;
  PFND3D10DDI_UNSERVED_CB pfnStateSoTargetsCb;
  PFND3D10DDI_UNSERVED_CB pfnStateRsViewportsCb;
  PFND3D10DDI_UNSERVED_CB pfnStateRsScissorCb;
  PFND3D10DDI_UNSERVED_CB pfnDisableDeferredStagingResourceDestruction;
  PFND3D10DDI_UNSERVED_CB pfnStateTextFilterSizeCb;
  PFND3D10DDI_UNSERVED_CB pfnStateHsSrvCb;
  PFND3D10DDI_UNSERVED_CB pfnStateHsShaderCb;
  PFND3D10DDI_UNSERVED_CB pfnStateHsSamplerCb;
  PFND3D10DDI_UNSERVED_CB pfnStateHsConstBufCb;
  PFND3D10DDI_UNSERVED_CB pfnStateDsSrvCb;
  PFND3D10DDI_UNSERVED_CB pfnStateDsShaderCb;
  PFND3D10DDI_UNSERVED_CB pfnStateDsSamplerCb;
  PFND3D10DDI_UNSERVED_CB pfnStateDsConstBufCb;
  PFND3D10DDI_UNSERVED_CB pfnPerformAmortizedProcessingCb;
  PFND3D10DDI_UNSERVED_CB pfnStateCsSrvCb;
  PFND3D10DDI_UNSERVED_CB pfnStateCsUavCb;
  PFND3D10DDI_UNSERVED_CB pfnStateCsShaderCb;
  PFND3D10DDI_UNSERVED_CB pfnStateCsSamplerCb;
  PFND3D10DDI_UNSERVED_CB pfnStateCsConstBufCb;
} D3D11DDI_CORELAYER_DEVICECALLBACKS;

/* ---- Adapters and devices ---- */

typedef struct D3D10DDIARG_CALCPRIVATEDEVICESIZE {
  UINT Interface;
  UINT Version;
  UINT Flags;
} D3D10DDIARG_CALCPRIVATEDEVICESIZE;

#define D3D10DDI_CREATEDEVICE_FLAG_DISABLE_EXTRA_THREAD_CREATION 0x1
#define D3D11DDI_CREATEDEVICE_FLAG_SINGLETHREADED 0x10

typedef HRESULT(APIENTRY *PFND3D10DDI_RETRIEVESUBOBJECT)(D3D10DDI_HDEVICE hDevice, UINT32 SubObjectID,
                                                         SIZE_T ParamSize, PVOID pParams, SIZE_T OutputParamSize,
                                                         PVOID pOutputParamsBuffer);

typedef struct D3D10DDIARG_CREATEDEVICE {
  D3D10DDI_HRTDEVICE hRTDevice; /* For pKTCallbacks. */
  UINT Interface;
  UINT Version;
  const D3DDDI_DEVICECALLBACKS *pKTCallbacks;
  union { /* By Interface. */
    D3D10DDI_DEVICEFUNCS *pDeviceFuncs;
    D3D11DDI_DEVICEFUNCS *p11DeviceFuncs;
  };
  D3D10DDI_HDEVICE hDrvDevice;
  DXGI_DDI_BASE_ARGS DXGIBaseDDI;
  D3D10DDI_HRTCORELAYER hRTCoreLayer; /* For pUMCallbacks. */
  union {
    const D3D10DDI_CORELAYER_DEVICECALLBACKS *pUMCallbacks;
    const D3D11DDI_CORELAYER_DEVICECALLBACKS *p11UMCallbacks;
  };
  UINT Flags; /* D3D10DDI_CREATEDEVICE_FLAG_… */
  PFND3D10DDI_RETRIEVESUBOBJECT *ppfnRetrieveSubObject;
} D3D10DDIARG_CREATEDEVICE;

typedef struct D3D10_2DDIARG_GETCAPS {
  INT Type; /* D3D10_2DDICAPS_TYPE */
  PVOID pInfo;
  PVOID pData;
  UINT DataSize;
} D3D10_2DDIARG_GETCAPS;

typedef SIZE_T(APIENTRY *PFND3D10DDI_CALCPRIVATEDEVICESIZE)(D3D10DDI_HADAPTER hAdapter,
                                                            const D3D10DDIARG_CALCPRIVATEDEVICESIZE *pData);
typedef HRESULT(APIENTRY *PFND3D10DDI_CREATEDEVICE)(D3D10DDI_HADAPTER hAdapter, D3D10DDIARG_CREATEDEVICE *pCreateData);
typedef HRESULT(APIENTRY *PFND3D10DDI_CLOSEADAPTER)(D3D10DDI_HADAPTER hAdapter);
typedef HRESULT(APIENTRY *PFND3D10_2DDI_GETSUPPORTEDVERSIONS)(D3D10DDI_HADAPTER hAdapter, UINT32 *puEntries,
                                                              UINT64 *pSupportedDDIInterfaceVersions);
typedef HRESULT(APIENTRY *PFND3D10_2DDI_GETCAPS)(D3D10DDI_HADAPTER hAdapter, const D3D10_2DDIARG_GETCAPS *pData);

typedef struct D3D10DDI_ADAPTERFUNCS {
  PFND3D10DDI_CALCPRIVATEDEVICESIZE pfnCalcPrivateDeviceSize;
  PFND3D10DDI_CREATEDEVICE pfnCreateDevice;
  PFND3D10DDI_CLOSEADAPTER pfnCloseAdapter;
} D3D10DDI_ADAPTERFUNCS;

typedef struct D3D10_2DDI_ADAPTERFUNCS {
  PFND3D10DDI_CALCPRIVATEDEVICESIZE pfnCalcPrivateDeviceSize;
  PFND3D10DDI_CREATEDEVICE pfnCreateDevice;
  PFND3D10DDI_CLOSEADAPTER pfnCloseAdapter;
  PFND3D10_2DDI_GETSUPPORTEDVERSIONS pfnGetSupportedVersions;
  PFND3D10_2DDI_GETCAPS pfnGetCaps;
} D3D10_2DDI_ADAPTERFUNCS;

typedef struct D3D10DDIARG_OPENADAPTER {
  D3D10DDI_HRTADAPTER hRTAdapter; /* For pAdapterCallbacks. */
  D3D10DDI_HADAPTER hAdapter;     /* Out. */
  UINT Interface;
  UINT Version;
  const D3DDDI_ADAPTERCALLBACKS *pAdapterCallbacks;
  union { /* OpenAdapter10 fills the first, OpenAdapter10_2 the second. */
    D3D10DDI_ADAPTERFUNCS *pAdapterFuncs;
    D3D10_2DDI_ADAPTERFUNCS *pAdapterFuncs_2;
  };
} D3D10DDIARG_OPENADAPTER;

/* What a driver exports. */
typedef HRESULT(APIENTRY *PFND3D10DDI_OPENADAPTER)(D3D10DDIARG_OPENADAPTER *pOpenData);
HRESULT APIENTRY OpenAdapter10(D3D10DDIARG_OPENADAPTER *pOpenData);
HRESULT APIENTRY OpenAdapter10_2(D3D10DDIARG_OPENADAPTER *pOpenData);

DXGK_EXTERN_C_END

#endif /* D3D10UMDDI_H */
