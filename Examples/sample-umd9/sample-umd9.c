/* A user-mode display driver of the Direct3D 9 style: its functions return their results, and it keeps its own memory.
 *
 * Read OpenAdapter at the end first, then upwards. Its kernel-mode half is SoftGPU or Examples/minimal-kmd. What a
 * callback of the runtime answers goes back to the runtime unchanged.
 */
#include <d3dumddi.h>
#include <d3dumddi9.h>
#include <dxghresult.h>
#include <softgpu.h>
#include <stdlib.h>

struct adapter {
  HANDLE runtime; /* Names the adapter in `callbacks`. */
  const D3DDDI_ADAPTERCALLBACKS *callbacks;
};

struct device {
  HANDLE runtime; /* Names the device in `callbacks`. */
  const D3DDDI_DEVICECALLBACKS *callbacks;
};

struct resource {
  HANDLE runtime;
  D3DKMT_HANDLE kernel; /* 0: nothing is allocated. */
  UINT count;           /* Allocations: one for each surface. */
  UINT pitch;           /* Bytes a row, as the kernel-mode driver decided. */
  const void *system_memory; /* The runtime's memory, when it provides it. */
  D3DKMT_HANDLE allocations[];
};

/* ---- CPU access ---- */

static HRESULT lock(HANDLE device_handle, D3DDDIARG_LOCK *arguments) {
  const struct device *device = device_handle;
  const struct resource *resource = arguments->hResource;
  if (arguments->SubResourceIndex >= resource->count) return D3DDDIERR_INVALIDCALL;
  arguments->Pitch = resource->pitch;
  arguments->pSurfData = (void *)resource->system_memory;
  if (resource->system_memory != NULL) return S_OK;

  D3DDDICB_LOCK lock = {.hAllocation = resource->allocations[arguments->SubResourceIndex]};
  lock.Flags.LockEntire = 1;
  lock.Flags.ReadOnly = arguments->Flags.ReadOnly;
  lock.Flags.WriteOnly = arguments->Flags.WriteOnly;
  lock.Flags.DonotWait = arguments->Flags.DoNotWait;
  HRESULT result = device->callbacks->pfnLockCb(device->runtime, &lock);
  arguments->pSurfData = lock.pData;
  return result;
}

static HRESULT unlock(HANDLE device_handle, const D3DDDIARG_UNLOCK *arguments) {
  const struct device *device = device_handle;
  const struct resource *resource = arguments->hResource;
  if (arguments->SubResourceIndex >= resource->count) return D3DDDIERR_INVALIDCALL;
  if (resource->system_memory != NULL) return S_OK;
  D3DDDICB_UNLOCK unlock = {
      .NumAllocations = 1, .phAllocations = &resource->allocations[arguments->SubResourceIndex]};
  return device->callbacks->pfnUnlockCb(device->runtime, &unlock);
}

static HRESULT set_priority(HANDLE device_handle, const D3DDDIARG_SETPRIORITY *arguments) {
  const struct device *device = device_handle;
  const struct resource *resource = arguments->hResource;
  D3DDDICB_SETPRIORITY priority = {.hResource = resource->runtime, .pPriorities = &arguments->Priority};
  return device->callbacks->pfnSetPriorityCb(device->runtime, &priority);
}

/* ---- Resources ---- */

static struct resource *new_resource(HANDLE runtime, UINT count) {
  struct resource *resource = calloc(1, sizeof *resource + count * sizeof *resource->allocations);
  if (resource != NULL) resource->runtime = runtime, resource->count = count;
  return resource;
}

/* What the kernel-mode half is to know of each surface. */
static SOFTGPU_ALLOCATION describe(const D3DDDIARG_CREATERESOURCE *arguments, const D3DDDI_SURFACEINFO *surface) {
  SOFTGPU_ALLOCATION blob = {
      .Magic = SOFTGPU_ALLOCATION_MAGIC,
      .Version = SOFTGPU_ALLOCATION_VERSION,
      .Flags = SOFTGPU_ALLOCATION_CPUVISIBLE,
      .Format = arguments->Format,
      .Width = surface->Width,
      .Height = surface->Height,
  };
  if (arguments->Flags.Primary) blob.Flags |= SOFTGPU_ALLOCATION_PRIMARY;
  if (surface->pSysMem != NULL) blob.Flags |= SOFTGPU_ALLOCATION_CACHED, blob.Pitch = surface->SysMemPitch;
  return blob;
}

/* One pfnAllocateCb for all surfaces: only so can the resource be shared. */
static HRESULT allocate(const struct device *device, const D3DDDIARG_CREATERESOURCE *arguments,
                        struct resource *resource, SOFTGPU_ALLOCATION *blobs, D3DDDI_ALLOCATIONINFO *infos) {
  for (UINT i = 0; i < resource->count; i++) {
    blobs[i] = describe(arguments, &arguments->pSurfList[i]);
    infos[i] = (D3DDDI_ALLOCATIONINFO){.pPrivateDriverData = &blobs[i], .PrivateDriverDataSize = sizeof blobs[i]};
    infos[i].pSystemMem = arguments->pSurfList[i].pSysMem;
    infos[i].Flags.Primary = arguments->Flags.Primary;
    if (arguments->Flags.Primary) infos[i].VidPnSourceId = arguments->VidPnSourceId;
  }
  D3DDDICB_ALLOCATE allocate = {
      .hResource = resource->runtime, .NumAllocations = resource->count, .pAllocationInfo = infos};
  HRESULT result = device->callbacks->pfnAllocateCb(device->runtime, &allocate);
  if (FAILED(result)) return result;
  resource->kernel = allocate.hKMResource;
  resource->pitch = blobs[0].Pitch;
  for (UINT i = 0; i < resource->count; i++) resource->allocations[i] = infos[i].hAllocation;
  return S_OK;
}

static HRESULT create_resource(HANDLE device, D3DDDIARG_CREATERESOURCE *arguments) {
  struct resource *resource = new_resource(arguments->hResource, arguments->SurfCount);
  SOFTGPU_ALLOCATION *blobs = calloc(arguments->SurfCount, sizeof *blobs);
  D3DDDI_ALLOCATIONINFO *infos = calloc(arguments->SurfCount, sizeof *infos);
  HRESULT result = E_OUTOFMEMORY;
  if (resource != NULL && blobs != NULL && infos != NULL) {
    resource->system_memory = arguments->pSurfList[0].pSysMem;
    resource->pitch = arguments->pSurfList[0].SysMemPitch;
    result = allocate(device, arguments, resource, blobs, infos);
    /* The GPU cannot reach the runtime's memory then, but the CPU can: the resource is good for that. */
    if (FAILED(result) && resource->system_memory != NULL && result != D3DDDIERR_DEVICEREMOVED) result = S_OK;
  }
  free(blobs);
  free(infos);
  if (SUCCEEDED(result)) arguments->hResource = resource;
  else free(resource);
  return result;
}

/* A surface that another device made: its allocations are there, bound to this device. */
static HRESULT open_resource(HANDLE device, D3DDDIARG_OPENRESOURCE *arguments) {
  (void)device;
  struct resource *resource = new_resource(arguments->hResource, arguments->NumAllocations);
  if (resource == NULL) return E_OUTOFMEMORY;
  resource->kernel = arguments->hKMResource;
  for (UINT i = 0; i < resource->count; i++) {
    const D3DDDI_OPENALLOCATIONINFO *info = &arguments->pOpenAllocationInfo[i];
    const SOFTGPU_ALLOCATION *blob = info->pPrivateDriverData;
    if (info->PrivateDriverDataSize != sizeof *blob || blob->Magic != SOFTGPU_ALLOCATION_MAGIC) {
      free(resource);
      return D3DDDIERR_INVALIDCALL;
    }
    resource->allocations[i] = info->hAllocation;
    resource->pitch = blob->Pitch;
  }
  arguments->hResource = resource;
  return S_OK;
}

static HRESULT destroy_resource(HANDLE device_handle, HANDLE handle) {
  const struct device *device = device_handle;
  struct resource *resource = handle;
  HRESULT result = S_OK;
  if (resource->kernel != 0) {
    /* By the runtime's handle: a list of the allocations would leave the kernel's resource behind, empty. */
    D3DDDICB_DEALLOCATE deallocate = {.hResource = resource->runtime};
    result = device->callbacks->pfnDeallocateCb(device->runtime, &deallocate);
  }
  free(resource);
  return result;
}

/* ---- Devices and adapters ---- */

/* Nothing is batched and nothing deferred. */
static HRESULT flush(HANDLE device) {
  (void)device;
  return S_OK;
}

static HRESULT destroy_device(HANDLE device) {
  free(device);
  return S_OK;
}

static HRESULT create_device(HANDLE adapter, D3DDDIARG_CREATEDEVICE *arguments) {
  (void)adapter;
  struct device *device = malloc(sizeof *device);
  if (device == NULL) return E_OUTOFMEMORY;
  *device = (struct device){.runtime = arguments->hDevice, .callbacks = arguments->pCallbacks};
  *arguments->pDeviceFuncs = (D3DDDI_DEVICEFUNCS){
      .pfnSetPriority = set_priority,
      .pfnLock = lock,
      .pfnUnlock = unlock,
      .pfnCreateResource = create_resource,
      .pfnDestroyResource = destroy_resource,
      .pfnFlush = flush,
      .pfnDestroyDevice = destroy_device,
      .pfnOpenResource = open_resource,
  };
  arguments->hDevice = device;
  return S_OK;
}

static HRESULT close_adapter(HANDLE adapter) {
  free(adapter);
  return S_OK;
}

__attribute__((visibility("default"))) HRESULT OpenAdapter(D3DDDIARG_OPENADAPTER *arguments) {
  struct adapter *adapter = malloc(sizeof *adapter);
  if (adapter == NULL) return E_OUTOFMEMORY;
  *adapter = (struct adapter){.runtime = arguments->hAdapter, .callbacks = arguments->pAdapterCallbacks};
  /* Asks the kernel-mode driver about the adapter: it has to be the half that belongs to this one. */
  SOFTGPU_ADAPTER info = {0};
  D3DDDICB_QUERYADAPTERINFO query = {.pPrivateDriverData = &info, .PrivateDriverDataSize = sizeof info};
  HRESULT result = adapter->callbacks->pfnQueryAdapterInfoCb(adapter->runtime, &query);
  if (SUCCEEDED(result) && info.Magic != SOFTGPU_ALLOCATION_MAGIC) result = E_FAIL;
  if (FAILED(result)) {
    free(adapter);
    return result;
  }
  *arguments->pAdapterFuncs = (D3DDDI_ADAPTERFUNCS){.pfnCreateDevice = create_device, .pfnCloseAdapter = close_adapter};
  arguments->hAdapter = adapter;
  arguments->DriverVersion = D3D_UMD_INTERFACE_VERSION;
  return S_OK;
}
