/* Textures and flip chains: a resource with an allocation for each buffer; and those that another device made. */
#include <string.h>

#include "sample-umd.h"

static SIZE_T calc_private_resource_size(D3D10DDI_HDEVICE device, const D3D11DDIARG_CREATERESOURCE *arguments) {
  (void)device, (void)arguments;
  return sizeof(struct resource);
}

/* SoftGPU calls formats by their Direct3D 9 names. 0: a format that this driver does not know. */
static UINT kernel_format(DXGI_FORMAT format) {
  switch (format) {
    case DXGI_FORMAT_B8G8R8A8_UNORM: return D3DDDIFMT_A8R8G8B8;
    case DXGI_FORMAT_R8G8B8A8_UNORM: return D3DDDIFMT_A8B8G8R8;
    default: return 0;
  }
}

/* Fills what the kernel is asked for: `count` elements that differ in nothing but their handles. */
static void describe_buffers(const D3D11DDIARG_CREATERESOURCE *arguments, const struct resource *resource,
                             SOFTGPU_ALLOCATION *blobs, D3DDDI_ALLOCATIONINFO *infos) {
  const D3D10DDI_MIPINFO *level = arguments->pMipInfoList;
  for (UINT i = 0; i < resource->count; i++) {
    /* A surface: its kernel-mode half works out the bytes, and how far apart rows are. */
    blobs[i] = describe(0, SOFTGPU_ALLOCATION_CPUVISIBLE);
    blobs[i].Format = kernel_format(arguments->Format);
    blobs[i].Width = level->PhysicalWidth;
    blobs[i].Height = level->PhysicalHeight;
    infos[i] = (D3DDDI_ALLOCATIONINFO){.pPrivateDriverData = &blobs[i], .PrivateDriverDataSize = sizeof blobs[i]};

    /* The primary and every full-screen back buffer may be scanned out, so all of them name their source. */
    if (arguments->pPrimaryDesc != NULL) {
      blobs[i].Flags |= SOFTGPU_ALLOCATION_PRIMARY;
      infos[i].Flags.Primary = 1;
      infos[i].VidPnSourceId = arguments->pPrimaryDesc->VidPnSourceId;
    }
    /* Memory that the runtime provides has the layout that the runtime chose. */
    if (resource->system_memory != NULL) {
      blobs[i].Flags |= SOFTGPU_ALLOCATION_CACHED;
      blobs[i].Pitch = resource->pitch;
      infos[i].pSystemMem = resource->system_memory;
    }
  }
}

static void create_resource(D3D10DDI_HDEVICE device_handle, const D3D11DDIARG_CREATERESOURCE *arguments,
                            D3D10DDI_HRESOURCE handle, D3D10DDI_HRTRESOURCE runtime) {
  const struct device *device = device_handle.pDrvPrivate;
  struct resource *resource = handle.pDrvPrivate;
  *resource = (struct resource){
      .runtime = runtime, .count = arguments->ArraySize, .rows = arguments->pMipInfoList->PhysicalHeight};
  if (kernel_format(arguments->Format) == 0 || resource->count > MAX_BUFFERS || arguments->MipLevels != 1) {
    report(device, DXGI_DDI_ERR_UNSUPPORTED);
    return;
  }
  if (arguments->Usage == D3D10_DDI_USAGE_STAGING && arguments->pInitialDataUP != NULL) {
    resource->system_memory = arguments->pInitialDataUP->pSysMem;
    resource->pitch = arguments->pInitialDataUP->SysMemPitch;
  }

  SOFTGPU_ALLOCATION blobs[MAX_BUFFERS];
  D3DDDI_ALLOCATIONINFO infos[MAX_BUFFERS];
  describe_buffers(arguments, resource, blobs, infos);
  /* One call for all of them, with the runtime's handle: a flip chain is one resource, and only so can it be shared. */
  D3DDDICB_ALLOCATE allocate = {
      .hResource = runtime.handle, .NumAllocations = resource->count, .pAllocationInfo = infos};
  HRESULT result = device->kernel->pfnAllocateCb(device->runtime.handle, &allocate);
  if (FAILED(result)) {
    /* The GPU cannot reach the runtime's memory then, but the CPU can: the resource is good for that. */
    if (resource->system_memory != NULL && result != D3DDDIERR_DEVICEREMOVED) return;
    report(device, result);
    return;
  }
  resource->kernel = allocate.hKMResource;
  if (resource->system_memory == NULL) resource->pitch = blobs[0].Pitch;
  for (UINT i = 0; i < resource->count; i++) resource->allocations[i] = infos[i].hAllocation;
}

static SIZE_T calc_private_opened_resource_size(D3D10DDI_HDEVICE device, const D3D10DDIARG_OPENRESOURCE *arguments) {
  (void)device, (void)arguments;
  return sizeof(struct resource);
}

/* A surface that another device made: its allocations are there, bound to this device, and their private data is what
 * the creator's kernel-mode half wrote into it. Nothing is allocated. */
static void open_resource(D3D10DDI_HDEVICE device_handle, const D3D10DDIARG_OPENRESOURCE *arguments,
                          D3D10DDI_HRESOURCE handle, D3D10DDI_HRTRESOURCE runtime) {
  const struct device *device = device_handle.pDrvPrivate;
  struct resource *resource = handle.pDrvPrivate;
  *resource = (struct resource){
      .runtime = runtime, .kernel = arguments->hKMResource.handle, .count = arguments->NumAllocations};
  for (UINT i = 0; i < resource->count; i++) {
    const D3DDDI_OPENALLOCATIONINFO *info = &arguments->pOpenAllocationInfo[i];
    const SOFTGPU_ALLOCATION *blob = info->pPrivateDriverData;
    if (i >= MAX_BUFFERS || info->PrivateDriverDataSize != sizeof *blob || blob->Magic != SOFTGPU_ALLOCATION_MAGIC) {
      report(device, E_OUTOFMEMORY); /* Of another driver; there is no better code that may be reported here. */
      return;
    }
    resource->allocations[i] = info->hAllocation;
    resource->pitch = blob->Pitch;
    resource->rows = blob->Height;
  }
}

static void destroy_resource(D3D10DDI_HDEVICE device_handle, D3D10DDI_HRESOURCE handle) {
  const struct device *device = device_handle.pDrvPrivate;
  const struct resource *resource = handle.pDrvPrivate;
  if (resource->kernel == 0) return;
  /* By the runtime's handle: a list of the allocations would leave the kernel's resource behind, empty. */
  D3DDDICB_DEALLOCATE deallocate = {.hResource = resource->runtime.handle};
  device->kernel->pfnDeallocateCb(device->runtime.handle, &deallocate);
}

static void resource_map(D3D10DDI_HDEVICE device_handle, D3D10DDI_HRESOURCE handle, UINT subresource,
                         D3D10_DDI_MAP access, UINT flags, D3D10DDI_MAPPED_SUBRESOURCE *mapped) {
  (void)access, (void)flags;
  const struct device *device = device_handle.pDrvPrivate;
  const struct resource *resource = handle.pDrvPrivate;
  mapped->pData = resource->system_memory;
  mapped->RowPitch = resource->pitch;
  mapped->DepthPitch = resource->pitch * resource->rows;
  if (resource->system_memory != NULL) return;

  D3DDDICB_LOCK2 lock = {.hAllocation = resource->allocations[subresource]};
  HRESULT result = device->kernel->pfnLock2Cb(device->runtime.handle, &lock);
  if (FAILED(result)) report(device, result);
  mapped->pData = lock.pData;
}

static void resource_unmap(D3D10DDI_HDEVICE device_handle, D3D10DDI_HRESOURCE handle, UINT subresource) {
  const struct device *device = device_handle.pDrvPrivate;
  const struct resource *resource = handle.pDrvPrivate;
  if (resource->system_memory != NULL) return;
  D3DDDICB_UNLOCK2 unlock = {.hAllocation = resource->allocations[subresource]};
  HRESULT result = device->kernel->pfnUnlock2Cb(device->runtime.handle, &unlock);
  if (FAILED(result)) report(device, result);
}

void fill_resource_functions(D3D11DDI_DEVICEFUNCS *functions) {
  functions->pfnCalcPrivateResourceSize = calc_private_resource_size;
  functions->pfnCreateResource = create_resource;
  functions->pfnCalcPrivateOpenedResourceSize = calc_private_opened_resource_size;
  functions->pfnOpenResource = open_resource;
  functions->pfnDestroyResource = destroy_resource;
  functions->pfnResourceMap = resource_map;
  functions->pfnResourceUnmap = resource_unmap;
}

/* ---- DXGI ---- */

/* Functions of DXGI return their results, and name device and resource by where the driver keeps them. */
static HRESULT set_resource_priority(DXGI_DDI_ARG_SETRESOURCEPRIORITY *arguments) {
  const struct device *device = (const struct device *)arguments->hDevice;
  const struct resource *resource = (const struct resource *)arguments->hResource;
  if (resource->kernel == 0) return S_OK; /* In the runtime's memory alone: nothing that could be evicted. */
  D3DDDICB_SETPRIORITY priority = {.hResource = resource->runtime.handle, .pPriorities = &arguments->Priority};
  return device->kernel->pfnSetPriorityCb(device->runtime.handle, &priority);
}

void fill_base_functions(DXGI1_1_DDI_BASE_FUNCTIONS *functions) {
  functions->pfnSetResourcePriority = set_resource_priority;
}
