/* What the driver exports, and what it knows of an adapter. */
#include <stdlib.h>
#include <string.h>

#include "sample-umd.h"

/* How much memory the runtime is to allocate for the driver's part of a device. */
static SIZE_T calc_private_device_size(D3D10DDI_HADAPTER adapter, const D3D10DDIARG_CALCPRIVATEDEVICESIZE *arguments) {
  (void)adapter, (void)arguments;
  return sizeof(struct device);
}

/* Asked twice: how many interfaces, then which. */
static HRESULT get_supported_versions(D3D10DDI_HADAPTER adapter, UINT32 *count, UINT64 *versions) {
  (void)adapter;
  if (versions != NULL && *count >= 1) versions[0] = D3D11_0_DDI_SUPPORTED;
  *count = 1;
  return S_OK;
}

/* No shaders, no multisampling, no video: every capability is 0. */
static HRESULT get_caps(D3D10DDI_HADAPTER adapter, const D3D10_2DDIARG_GETCAPS *arguments) {
  (void)adapter;
  memset(arguments->pData, 0, arguments->DataSize);
  return S_OK;
}

static HRESULT close_adapter(D3D10DDI_HADAPTER adapter) {
  free(adapter.pDrvPrivate);
  return S_OK;
}

/* Asks the kernel-mode driver about the adapter: it has to be the half that belongs to this one. */
static HRESULT query_adapter(struct adapter *adapter) {
  D3DDDICB_QUERYADAPTERINFO query = {
      .pPrivateDriverData = &adapter->info, .PrivateDriverDataSize = sizeof adapter->info};
  HRESULT result = adapter->callbacks->pfnQueryAdapterInfoCb(adapter->runtime.handle, &query);
  if (FAILED(result)) return result;
  return adapter->info.Magic == SOFTGPU_ALLOCATION_MAGIC ? S_OK : E_FAIL;
}

__attribute__((visibility("default"))) HRESULT OpenAdapter10_2(D3D10DDIARG_OPENADAPTER *arguments) {
  struct adapter *adapter = calloc(1, sizeof *adapter);
  if (adapter == NULL) return E_OUTOFMEMORY;
  adapter->runtime = arguments->hRTAdapter;
  adapter->callbacks = arguments->pAdapterCallbacks;
  HRESULT result = query_adapter(adapter);
  if (FAILED(result)) {
    free(adapter);
    return result;
  }

  arguments->hAdapter.pDrvPrivate = adapter;
  *arguments->pAdapterFuncs_2 = (D3D10_2DDI_ADAPTERFUNCS){
      .pfnCalcPrivateDeviceSize = calc_private_device_size,
      .pfnCreateDevice = create_device,
      .pfnCloseAdapter = close_adapter,
      .pfnGetSupportedVersions = get_supported_versions,
      .pfnGetCaps = get_caps,
  };
  return S_OK;
}
