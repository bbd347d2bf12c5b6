/* A device: the callbacks that come with it, and scratch memory that belongs to it. */
#include <string.h>

#include "sample-umd.h"

#define SCRATCH_BYTES (64 * 1024)

void report(const struct device *device, HRESULT error) {
  /* A function may report only what its page lists; running out of video memory is running out of memory there.
   * Anything else goes through as it is: an error that a driver swallows is worse than one that ends the device. */
  if (error == D3DERR_OUTOFVIDEOMEMORY) error = E_OUTOFMEMORY;
  device->core->pfnSetErrorCb(device->core_layer, error);
}

SOFTGPU_ALLOCATION describe(UINT64 bytes, UINT flags) {
  SOFTGPU_ALLOCATION blob = {0};
  blob.Magic = SOFTGPU_ALLOCATION_MAGIC;
  blob.Version = SOFTGPU_ALLOCATION_VERSION;
  blob.Size = bytes;
  blob.Flags = flags;
  return blob;
}

/* Memory for the driver itself. Allocations may be made at any time, in CreateDevice too; without hResource they belong
 * to the device. */
static HRESULT allocate_scratch(struct device *device) {
  SOFTGPU_ALLOCATION blob = describe(SCRATCH_BYTES, 0);
  D3DDDI_ALLOCATIONINFO info = {.pPrivateDriverData = &blob, .PrivateDriverDataSize = sizeof blob};
  D3DDDICB_ALLOCATE allocate = {.NumAllocations = 1, .pAllocationInfo = &info};
  HRESULT result = device->kernel->pfnAllocateCb(device->runtime.handle, &allocate);
  if (SUCCEEDED(result)) device->scratch = info.hAllocation;
  return result;
}

/* Nothing is batched and nothing deferred. */
static void flush(D3D10DDI_HDEVICE handle) { (void)handle; }

static void destroy_device(D3D10DDI_HDEVICE handle) {
  struct device *device = handle.pDrvPrivate;
  D3DDDICB_DEALLOCATE deallocate = {.NumAllocations = 1, .HandleList = &device->scratch};
  device->kernel->pfnDeallocateCb(device->runtime.handle, &deallocate);
  /* The device's own memory is the runtime's to free. */
}

HRESULT create_device(D3D10DDI_HADAPTER adapter, D3D10DDIARG_CREATEDEVICE *arguments) {
  (void)adapter;
  struct device *device = arguments->hDrvDevice.pDrvPrivate;
  *device = (struct device){
      .runtime = arguments->hRTDevice,
      .core_layer = arguments->hRTCoreLayer,
      .kernel = arguments->pKTCallbacks,
      .core = arguments->p11UMCallbacks,
  };
  HRESULT result = allocate_scratch(device);
  if (FAILED(result)) return result;

  memset(arguments->p11DeviceFuncs, 0, sizeof *arguments->p11DeviceFuncs);
  arguments->p11DeviceFuncs->pfnFlush = flush;
  arguments->p11DeviceFuncs->pfnDestroyDevice = destroy_device;
  fill_resource_functions(arguments->p11DeviceFuncs);
  memset(arguments->DXGIBaseDDI.pDXGIDDIBaseFunctions2, 0, sizeof *arguments->DXGIBaseDDI.pDXGIDDIBaseFunctions2);
  fill_base_functions(arguments->DXGIBaseDDI.pDXGIDDIBaseFunctions2);
  return S_OK;
}
