/* Structs that hold characters or are our own, and the tables of Direct3D 10 and 11, at their Windows sizes. */
#include "d3d10umddi.h"
#include "dispmprt.h"
#include "softgpu.h"

#if !defined(DXGK_WSL_ABI)

/* Structs that carry 16-bit characters or window handles, at their Windows sizes. */
_Static_assert(sizeof(D3DKMT_DRIVER_DESCRIPTION) == 8192, "D3DKMT_DRIVER_DESCRIPTION");
_Static_assert(sizeof(D3DKMT_OPENADAPTERFROMGDIDISPLAYNAME) == 80, "D3DKMT_OPENADAPTERFROMGDIDISPLAYNAME");
_Static_assert(sizeof(D3DDDI_QUERYREGISTRY_INFO) == 552, "D3DDDI_QUERYREGISTRY_INFO");
_Static_assert(sizeof(D3DKMT_UMDFILENAMEINFO) == 524, "D3DKMT_UMDFILENAMEINFO");
_Static_assert(sizeof(D3DKMT_ADAPTERREGISTRYINFO) == 2080, "D3DKMT_ADAPTERREGISTRYINFO");
_Static_assert(sizeof(D3DKMT_QUERY_ADAPTER_UNIQUE_GUID) == 80, "D3DKMT_QUERY_ADAPTER_UNIQUE_GUID");

/* Base types and our own. */
_Static_assert(sizeof(ULONG) == 4 && sizeof(LONG) == 4 && sizeof(DWORD) == 4 && sizeof(NTSTATUS) == 4, "32-bit types");
_Static_assert(sizeof(WCHAR) == 2 && sizeof(BOOL) == 4 && sizeof(BOOLEAN) == 1, "WCHAR, BOOL, BOOLEAN");
_Static_assert(sizeof(LUID) == 8 && _Alignof(LUID) == 4, "LUID");
_Static_assert(sizeof(GUID) == 16 && _Alignof(GUID) == 4, "GUID");
_Static_assert(sizeof(UNICODE_STRING) == 16, "UNICODE_STRING");
_Static_assert(sizeof(OBJECT_ATTRIBUTES) == 48, "OBJECT_ATTRIBUTES");
_Static_assert(sizeof(MDL) == 48, "MDL");
_Static_assert(sizeof(CM_PARTIAL_RESOURCE_DESCRIPTOR) == 20, "CM_PARTIAL_RESOURCE_DESCRIPTOR");
_Static_assert(sizeof(CM_RESOURCE_LIST) == 40, "CM_RESOURCE_LIST");
_Static_assert(sizeof(SOFTGPU_ESCAPE) == 56 && offsetof(SOFTGPU_ESCAPE, Sum) == 48, "SOFTGPU_ESCAPE");
_Static_assert(sizeof(SOFTGPU_ALLOCATION) == 48 && offsetof(SOFTGPU_ALLOCATION, Size) == 8, "SOFTGPU_ALLOCATION");
_Static_assert(sizeof(DRIVER_OBJECT) == 24, "DRIVER_OBJECT");

/* Direct3D 10 and 11: places from the order of members on the DDI pages. */
_Static_assert(sizeof(D3D10DDIARG_CREATERESOURCE) == 64 && offsetof(D3D10DDIARG_CREATERESOURCE, pPrimaryDesc) == 56, "");
_Static_assert(sizeof(D3D11DDIARG_CREATERESOURCE) == 80 && offsetof(D3D11DDIARG_CREATERESOURCE, TextureLayout) == 72, "");
_Static_assert(sizeof(D3D10DDIARG_OPENRESOURCE) == 40 && offsetof(D3D10DDIARG_OPENRESOURCE, hKMResource) == 16, "");
_Static_assert(sizeof(DXGI_DDI_MODE_DESC) == 32 && sizeof(DXGI_DDI_PRIMARY_DESC) == 44, "DXGI_DDI_PRIMARY_DESC");
_Static_assert(sizeof(DXGI_DDI_ARG_SETRESOURCEPRIORITY) == 24, "DXGI_DDI_ARG_SETRESOURCEPRIORITY");
_Static_assert(sizeof(DXGI_DDI_BASE_FUNCTIONS) == 7 * sizeof(void *), "DXGI_DDI_BASE_FUNCTIONS");
_Static_assert(sizeof(DXGI1_1_DDI_BASE_FUNCTIONS) == 8 * sizeof(void *), "DXGI1_1_DDI_BASE_FUNCTIONS");
_Static_assert(sizeof(DXGI_DDI_BASE_CALLBACKS) == 5 * sizeof(void *), "DXGI_DDI_BASE_CALLBACKS");
_Static_assert(sizeof(D3D10DDI_DEVICEFUNCS) == 101 * sizeof(void *), "D3D10DDI_DEVICEFUNCS");
_Static_assert(sizeof(D3D11DDI_DEVICEFUNCS) == 150 * sizeof(void *), "D3D11DDI_DEVICEFUNCS");
_Static_assert(sizeof(D3D10DDI_CORELAYER_DEVICECALLBACKS) == 26 * sizeof(void *), "D3D10DDI_CORELAYER_DEVICECALLBACKS");
_Static_assert(sizeof(D3D11DDI_CORELAYER_DEVICECALLBACKS) == 40 * sizeof(void *), "D3D11DDI_CORELAYER_DEVICECALLBACKS");
_Static_assert(sizeof(D3D10DDIARG_OPENADAPTER) == 40, "D3D10DDIARG_OPENADAPTER");
_Static_assert(sizeof(D3D10DDIARG_CREATEDEVICE) == 88, "D3D10DDIARG_CREATEDEVICE");
_Static_assert(sizeof(D3D10DDI_MAPPED_SUBRESOURCE) == 16, "D3D10DDI_MAPPED_SUBRESOURCE");
_Static_assert(sizeof(D3DDDI_ADAPTERCALLBACKS) == 24, "D3DDDI_ADAPTERCALLBACKS");

#endif

/* A translation unit holds something. */
typedef int the_rest_is_laid_out;
