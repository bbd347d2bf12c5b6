/* The sample driver with one mistake at a time, chosen by `fault` before the function runs that makes it.
 * What callbacks answered lands in `observed`. */
#include <pthread.h>

#include "sample-umd.h"

#define create_device sample_create_device
#include "device.c"
#undef create_device
#define fill_resource_functions sample_fill_resource_functions
#define fill_base_functions sample_fill_base_functions
#include "resource.c"
#undef fill_resource_functions
#undef fill_base_functions
#define OpenAdapter10_2 sample_OpenAdapter10_2
#include "adapter.c"
#undef OpenAdapter10_2

#define EXPORT __attribute__((visibility("default")))

/* The same numbers as Fault in FaultyDriver.swift. */
enum {
  NONE,
  REPORTS_SUCCESS,
  REPORTS_INVALID_ARGUMENT,
  REPORTS_OUT_OF_MEMORY_WITH_ALLOCATIONS,
  REPORTS_OUT_OF_MEMORY_THEN_SUCCESS,
  REPORTS_FROM_ANOTHER_THREAD,
  REPORTS_UNSUPPORTED,
  REPORTS_OUT_OF_MEMORY_IN_DESTROY,
  REPORTS_STILL_DRAWING_IN_MAP,
  REPORTS_APPLICATION_ERROR,
  SWALLOWS_DEVICE_REMOVED,
  DEFERS_DEALLOCATION,
  DEALLOCATES_BY_LIST,
  ALLOCATES_TWICE,
  ALLOCATES_WITH_A_FOREIGN_HANDLE,
  ALLOCATES_AFTER_DESTROY,
  CALLS_EVERY_SLOT,
  CALLS_WITHOUT_ARGUMENTS,
  ANSWERS_NO_RESOURCE_SIZE,
  ANSWERS_NO_DEVICE_SIZE,
  FAILS_CREATE_DEVICE_WITH_SCRATCH,
  LEAVES_DESTROY_RESOURCE_EMPTY,
  SUPPORTS_NO_INTERFACE,
  FAILS_OPEN_ADAPTER,
  ALLOCATES_SHARED_FROM_ANOTHER_THREAD,
  ALLOCATES_SHARED_FOR_THE_DEVICE,
  ALLOCATES_SHARED_NOT_AT_ALL,
  ALLOCATES_ONE_MORE,
  DEALLOCATES_WITH_A_COUNT,
  DEALLOCATES_BY_LIST_ONLY,
  USES_THE_OLDER_CALLBACKS,
  USES_THE_OLDER_CALLBACKS_BADLY,
  ASKS_THE_KERNEL,
  REPORTS_UNSUPPORTED_IN_OPEN,
  ALLOCATES_IN_OPEN,
  FAILS_TO_WRAP,
  COMPARES_PRIVATE_DATA,
  HIDES_A_PRIORITY_ERROR,
  LEAVES_SET_PRIORITY_EMPTY,
};

EXPORT int fault;
EXPORT HRESULT observed[80];
EXPORT int observations;
EXPORT int destroyed_resources;

static D3D10DDI_HRTRESOURCE deferred;

static void observe(HRESULT result) { observed[observations++] = result; }

/* A success that does not treat hKMResource as it should is a failure here: it comes back for a resource, and for a
 * resource only. */
static HRESULT allocate_one(const struct device *device, HANDLE resource, D3DKMT_HANDLE *handle) {
  SOFTGPU_ALLOCATION blob = describe(4096, SOFTGPU_ALLOCATION_CPUVISIBLE);
  D3DDDI_ALLOCATIONINFO info = {.pPrivateDriverData = &blob, .PrivateDriverDataSize = sizeof blob};
  D3DDDICB_ALLOCATE allocate = {.hResource = resource, .NumAllocations = 1, .pAllocationInfo = &info};
  HRESULT result = device->kernel->pfnAllocateCb(device->runtime.handle, &allocate);
  if (handle != NULL) *handle = info.hAllocation;
  return SUCCEEDED(result) && (allocate.hKMResource != 0) != (resource != NULL) ? E_FAIL : result;
}

/* The runtime's callbacks with one of ours in front, which remembers the private data of the last allocation as the
 * call left it. */
static const D3DDDI_DEVICECALLBACKS *runtime_callbacks;
static D3DDDI_DEVICECALLBACKS callbacks;
static SOFTGPU_ALLOCATION last_data;

static HRESULT allocate_and_remember(HANDLE device, D3DDDICB_ALLOCATE *allocate) {
  HRESULT result = runtime_callbacks->pfnAllocateCb(device, allocate);
  if (SUCCEEDED(result)) memcpy(&last_data, allocate->pAllocationInfo[0].pPrivateDriverData, sizeof last_data);
  return result;
}

static void compare_private_data(const D3D10DDIARG_OPENRESOURCE *arguments) {
  const D3DDDI_OPENALLOCATIONINFO *info = arguments->pOpenAllocationInfo;
  observe(arguments->NumAllocations == 1 && arguments->PrivateDriverDataSize == 0 &&
                  info->PrivateDriverDataSize == sizeof last_data &&
                  memcmp(info->pPrivateDriverData, &last_data, sizeof last_data) == 0
              ? S_OK
              : E_FAIL);
}

/* ---- The tables themselves ---- */

static const DXGI_DDI_BASE_CALLBACKS *last_base_callbacks;

/* Calls each slot of the three tables that is not served, the way a driver calls it: no slot is NULL. */
static void call_every_slot(const struct device *device) {
  typedef HRESULT (*callback)(HANDLE, const void *);
  const callback *slots = (const callback *)device->kernel;
  for (size_t i = 0; i < sizeof *device->kernel / sizeof *slots; i++) {
    if (slots[i] == (callback)device->kernel->pfnAllocateCb || slots[i] == (callback)device->kernel->pfnDeallocateCb ||
        slots[i] == (callback)device->kernel->pfnLock2Cb || slots[i] == (callback)device->kernel->pfnUnlock2Cb ||
        slots[i] == (callback)device->kernel->pfnLockCb || slots[i] == (callback)device->kernel->pfnUnlockCb ||
        slots[i] == (callback)device->kernel->pfnDeallocate2Cb || slots[i] == (callback)device->kernel->pfnEscapeCb ||
        slots[i] == (callback)device->kernel->pfnSetPriorityCb) {
      continue;
    }
    observe(slots[i] == NULL ? E_POINTER : slots[i](device->runtime.handle, NULL));
  }
  const callback *base = (const callback *)last_base_callbacks;
  for (size_t i = 0; i < sizeof *last_base_callbacks / sizeof *base; i++)
    observe(base[i] == NULL ? E_POINTER : base[i](device->runtime.handle, NULL));
  typedef void (*core_callback)(D3D10DDI_HRTCORELAYER);
  const core_callback *core = (const core_callback *)device->core;
  for (size_t i = 1; i < sizeof *device->core / sizeof *core; i++) {
    if (core[i] == NULL) observe(E_POINTER);
    else core[i](device->core_layer);
  }
}

static void call_without_arguments(const struct device *device) {
  HANDLE own = device->runtime.handle;
  observe(device->kernel->pfnAllocateCb(own, NULL));
  observe(device->kernel->pfnDeallocateCb(own, NULL));
  observe(device->kernel->pfnLock2Cb(own, NULL));
  observe(device->kernel->pfnUnlock2Cb(own, NULL));
  D3DDDICB_ALLOCATE allocate = {0};
  observe(device->kernel->pfnAllocateCb(NULL, &allocate));
  observe(device->kernel->pfnAllocateCb(device->core_layer.handle, &allocate));
  D3DDDICB_LOCK2 lock = {.hAllocation = 0xC0DE};
  observe(device->kernel->pfnLock2Cb(own, &lock));
  D3DDDICB_UNLOCK2 unlock = {0};
  observe(device->kernel->pfnUnlock2Cb(own, &unlock));
  D3DDDICB_DEALLOCATE deallocate = {.hResource = own};
  observe(device->kernel->pfnDeallocateCb(own, &deallocate));
}

/* Lock, Unlock, SetPriority, Deallocate2: what WDDM 1.x and 2.0 have beside the first four. */
static void use_the_older_callbacks(const struct device *device, const struct resource *resource) {
  HANDLE own = device->runtime.handle;
  D3DDDICB_LOCK lock = {.hAllocation = resource->allocations[0], .Flags.LockEntire = 1};
  observe(device->kernel->pfnLockCb(own, &lock));
  ((UINT *)lock.pData)[0] = 0x11223344;
  UINT page = 0;
  D3DDDICB_LOCK part = {.hAllocation = resource->allocations[0], .NumPages = 1, .pPages = &page};
  observe(device->kernel->pfnLockCb(own, &part));
  observe(part.pData == lock.pData ? S_OK : E_FAIL);
  D3DKMT_HANDLE both[] = {resource->allocations[0], resource->allocations[0]};
  D3DDDICB_UNLOCK unlock = {.NumAllocations = 2, .phAllocations = both};
  observe(device->kernel->pfnUnlockCb(own, &unlock));
  UINT priorities[] = {D3DDDI_ALLOCATIONPRIORITY_HIGH};
  D3DDDICB_SETPRIORITY of_resource = {.hResource = resource->runtime.handle, .pPriorities = priorities};
  observe(device->kernel->pfnSetPriorityCb(own, &of_resource));
  D3DDDICB_SETPRIORITY of_list = {
      .NumAllocations = 1, .HandleList = resource->allocations, .pPriorities = priorities};
  observe(device->kernel->pfnSetPriorityCb(own, &of_list));
  D3DKMT_HANDLE scratch;
  observe(allocate_one(device, NULL, &scratch));
  D3DDDICB_DEALLOCATE2 deallocate = {.NumAllocations = 1, .HandleList = &scratch, .Flags.AssumeNotInUse = 1};
  observe(device->kernel->pfnDeallocate2Cb(own, &deallocate));
}

static void use_the_older_callbacks_badly(const struct device *device, const struct resource *resource) {
  HANDLE own = device->runtime.handle;
  observe(device->kernel->pfnLockCb(own, NULL));
  observe(device->kernel->pfnUnlockCb(own, NULL));
  observe(device->kernel->pfnSetPriorityCb(own, NULL));
  observe(device->kernel->pfnDeallocate2Cb(own, NULL));
  observe(device->kernel->pfnEscapeCb(own, NULL));
  D3DDDICB_LOCK lock = {.hAllocation = resource->allocations[0], .Flags.ReadOnly = 1};
  lock.Flags.WriteOnly = 1;
  observe(device->kernel->pfnLockCb(own, &lock));
  D3DDDICB_UNLOCK unlock = {.NumAllocations = 1, .phAllocations = resource->allocations};
  observe(device->kernel->pfnUnlockCb(own, &unlock));
  UINT priority = 1;
  D3DDDICB_SETPRIORITY both = {.hResource = resource->runtime.handle,
                               .NumAllocations = 1,
                               .HandleList = resource->allocations,
                               .pPriorities = &priority};
  observe(device->kernel->pfnSetPriorityCb(own, &both));
  D3DDDICB_DEALLOCATE2 reserved = {.NumAllocations = 1, .HandleList = resource->allocations};
  reserved.Flags.Value = 1u << 31;
  observe(device->kernel->pfnDeallocate2Cb(own, &reserved));
  /* The only one that is not an invalid argument: no other instance can be had. */
  D3DDDICB_LOCK discard = {.hAllocation = resource->allocations[0], .Flags.Discard = 1};
  observe(device->kernel->pfnLockCb(own, &discard));
}

static const struct adapter *last_adapter;

static HRESULT ask(const struct device *device, HANDLE adapter, HANDLE about, UINT command, D3DKMT_HANDLE handle) {
  SOFTGPU_ESCAPE question = {.Magic = SOFTGPU_ESCAPE_MAGIC,
                             .Version = SOFTGPU_ESCAPE_VERSION,
                             .Command = command,
                             .Handle = handle};
  D3DDDICB_ESCAPE escape = {
      .hDevice = about, .pPrivateDriverData = &question, .PrivateDriverDataSize = sizeof question};
  HRESULT result = device->kernel->pfnEscapeCb(adapter, &escape);
  return SUCCEEDED(result) && question.Allocations != 1 ? E_FAIL : result;
}

static void ask_the_kernel(const struct device *device, const struct resource *resource) {
  HANDLE adapter = last_adapter->runtime.handle, own = device->runtime.handle;
  observe(ask(device, adapter, own, SOFTGPU_ESCAPE_DESCRIBEALLOCATION, resource->allocations[0]));
  observe(ask(device, adapter, NULL, SOFTGPU_ESCAPE_DESCRIBERESOURCE, resource->kernel));
  observe(ask(device, own, NULL, SOFTGPU_ESCAPE_DESCRIBERESOURCE, resource->kernel));
  /* Handles of another kind, of nothing, of nobody. */
  observe(ask(device, adapter, own, SOFTGPU_ESCAPE_DESCRIBEALLOCATION, resource->kernel));
  observe(ask(device, adapter, adapter, SOFTGPU_ESCAPE_DESCRIBEALLOCATION, resource->allocations[0]));
  observe(ask(device, NULL, NULL, SOFTGPU_ESCAPE_DESCRIBEALLOCATION, resource->allocations[0]));
}

/* ---- Resources ---- */

struct elsewhere {
  const struct device *device;
  HANDLE resource;
};

static void *allocate_elsewhere(void *argument) {
  const struct elsewhere *elsewhere = argument;
  observe(allocate_one(elsewhere->device, elsewhere->resource, NULL));
  return NULL;
}

/* A shared resource's allocations, made where they may not be. */
static void allocate_shared_wrongly(const struct device *device, D3D10DDI_HRTRESOURCE runtime) {
  struct elsewhere elsewhere = {device, runtime.handle};
  pthread_t thread;
  if (fault == ALLOCATES_SHARED_FROM_ANOTHER_THREAD) {
    pthread_create(&thread, NULL, allocate_elsewhere, &elsewhere);
    pthread_join(thread, NULL);
  }
  if (fault == ALLOCATES_SHARED_FOR_THE_DEVICE) observe(allocate_one(device, NULL, NULL));
}

static void *report_out_of_memory(void *device) {
  report(device, E_OUTOFMEMORY);
  return NULL;
}

static SIZE_T faulty_calc_private_resource_size(D3D10DDI_HDEVICE device, const D3D11DDIARG_CREATERESOURCE *arguments) {
  return fault == ANSWERS_NO_RESOURCE_SIZE ? (SIZE_T)-1 : calc_private_resource_size(device, arguments);
}

static void faulty_create_resource(D3D10DDI_HDEVICE handle, const D3D11DDIARG_CREATERESOURCE *arguments,
                                   D3D10DDI_HRESOURCE resource, D3D10DDI_HRTRESOURCE runtime) {
  struct device *device = handle.pDrvPrivate;
  pthread_t thread;
  if (fault == SWALLOWS_DEVICE_REMOVED) {
    memset(resource.pDrvPrivate, 0, sizeof(struct resource));
    observe(allocate_one(device, runtime.handle, NULL));
    return;
  }
  if (fault == ALLOCATES_SHARED_FROM_ANOTHER_THREAD || fault == ALLOCATES_SHARED_FOR_THE_DEVICE ||
      fault == ALLOCATES_SHARED_NOT_AT_ALL) {
    memset(resource.pDrvPrivate, 0, sizeof(struct resource));
    ((struct resource *)resource.pDrvPrivate)->runtime = runtime;
    allocate_shared_wrongly(device, runtime);
    return;
  }
  D3D11DDIARG_CREATERESOURCE larger = *arguments;
  if (fault == ALLOCATES_ONE_MORE) larger.ArraySize++;
  D3D10_DDIARG_SUBRESOURCE_UP narrow;
  if (fault == FAILS_TO_WRAP) { /* Rows closer than they are long: the kernel-mode half refuses. */
    narrow = *arguments->pInitialDataUP;
    narrow.SysMemPitch = 4;
    larger.pInitialDataUP = &narrow;
  }
  create_resource(handle, &larger, resource, runtime);
  switch (fault) {
    case USES_THE_OLDER_CALLBACKS: use_the_older_callbacks(device, resource.pDrvPrivate); break;
    case USES_THE_OLDER_CALLBACKS_BADLY: use_the_older_callbacks_badly(device, resource.pDrvPrivate); break;
    case ASKS_THE_KERNEL: ask_the_kernel(device, resource.pDrvPrivate); break;
    case REPORTS_SUCCESS: report(device, S_OK); break;
    case REPORTS_INVALID_ARGUMENT: report(device, E_INVALIDARG); break;
    case REPORTS_OUT_OF_MEMORY_WITH_ALLOCATIONS: report(device, E_OUTOFMEMORY); break;
    case REPORTS_OUT_OF_MEMORY_THEN_SUCCESS:
      report(device, E_OUTOFMEMORY);
      report(device, DXGI_DDI_ERR_UNSUPPORTED);
      report(device, S_OK);
      break;
    case REPORTS_UNSUPPORTED: report(device, DXGI_DDI_ERR_UNSUPPORTED); break;
    case REPORTS_APPLICATION_ERROR: report(device, D3DDDIERR_APPLICATIONERROR); break;
    case REPORTS_FROM_ANOTHER_THREAD:
      pthread_create(&thread, NULL, report_out_of_memory, device);
      pthread_join(thread, NULL);
      break;
    case ALLOCATES_TWICE: observe(allocate_one(device, runtime.handle, NULL)); break;
    case ALLOCATES_WITH_A_FOREIGN_HANDLE:
      observe(allocate_one(device, device->runtime.handle, NULL));
      observe(allocate_one(device, (HANDLE)(uintptr_t)0xDEAD4, NULL));
      break;
    case CALLS_EVERY_SLOT: call_every_slot(device); break;
    case CALLS_WITHOUT_ARGUMENTS: call_without_arguments(device); break;
    default: break;
  }
}

static void faulty_destroy_resource(D3D10DDI_HDEVICE handle, D3D10DDI_HRESOURCE resource_handle) {
  struct device *device = handle.pDrvPrivate;
  struct resource *resource = resource_handle.pDrvPrivate;
  destroyed_resources++;
  if (fault == DEFERS_DEALLOCATION) {
    deferred = resource->runtime;
    return;
  }
  if (fault == DEALLOCATES_WITH_A_COUNT) {
    D3DDDICB_DEALLOCATE counted = {.hResource = resource->runtime.handle, .NumAllocations = 1};
    observe(device->kernel->pfnDeallocateCb(device->runtime.handle, &counted));
    return;
  }
  if (fault == DEALLOCATES_BY_LIST || fault == DEALLOCATES_BY_LIST_ONLY) {
    D3DDDICB_DEALLOCATE list = {.NumAllocations = resource->count, .HandleList = resource->allocations};
    observe(device->kernel->pfnDeallocateCb(device->runtime.handle, &list));
    if (fault == DEALLOCATES_BY_LIST_ONLY) return;
  }
  destroy_resource(handle, resource_handle);
  if (fault == REPORTS_OUT_OF_MEMORY_IN_DESTROY) report(device, E_OUTOFMEMORY);
  if (fault == ALLOCATES_AFTER_DESTROY) {
    observe(allocate_one(device, resource->runtime.handle, NULL));
    D3DDDICB_DEALLOCATE again = {.hResource = resource->runtime.handle};
    observe(device->kernel->pfnDeallocateCb(device->runtime.handle, &again));
  }
}

static void faulty_resource_map(D3D10DDI_HDEVICE handle, D3D10DDI_HRESOURCE resource, UINT subresource,
                                D3D10_DDI_MAP access, UINT flags, D3D10DDI_MAPPED_SUBRESOURCE *mapped) {
  if (fault == REPORTS_STILL_DRAWING_IN_MAP) report(handle.pDrvPrivate, DXGI_DDI_ERR_WASSTILLDRAWING);
  else resource_map(handle, resource, subresource, access, flags, mapped);
}

static void faulty_open_resource(D3D10DDI_HDEVICE handle, const D3D10DDIARG_OPENRESOURCE *arguments,
                                 D3D10DDI_HRESOURCE resource, D3D10DDI_HRTRESOURCE runtime) {
  open_resource(handle, arguments, resource, runtime);
  if (fault == REPORTS_UNSUPPORTED_IN_OPEN) report(handle.pDrvPrivate, DXGI_DDI_ERR_UNSUPPORTED);
  if (fault == REPORTS_OUT_OF_MEMORY_WITH_ALLOCATIONS) report(handle.pDrvPrivate, E_OUTOFMEMORY);
  if (fault == COMPARES_PRIVATE_DATA) compare_private_data(arguments);
  if (fault == ALLOCATES_IN_OPEN) observe(allocate_one(handle.pDrvPrivate, runtime.handle, NULL));
}

void fill_resource_functions(D3D11DDI_DEVICEFUNCS *functions) {
  sample_fill_resource_functions(functions);
  functions->pfnCalcPrivateResourceSize = faulty_calc_private_resource_size;
  functions->pfnCreateResource = faulty_create_resource;
  functions->pfnDestroyResource = fault == LEAVES_DESTROY_RESOURCE_EMPTY ? NULL : faulty_destroy_resource;
  functions->pfnResourceMap = faulty_resource_map;
  functions->pfnOpenResource = faulty_open_resource;
}

static HRESULT hide_a_priority_error(DXGI_DDI_ARG_SETRESOURCEPRIORITY *arguments) {
  const struct device *device = (const struct device *)arguments->hDevice;
  D3DDDICB_SETPRIORITY nobodys = {.hResource = device->runtime.handle, .pPriorities = &arguments->Priority};
  observe(device->kernel->pfnSetPriorityCb(device->runtime.handle, &nobodys));
  return S_OK;
}

void fill_base_functions(DXGI1_1_DDI_BASE_FUNCTIONS *functions) {
  sample_fill_base_functions(functions);
  if (fault == HIDES_A_PRIORITY_ERROR) functions->pfnSetResourcePriority = hide_a_priority_error;
  if (fault == LEAVES_SET_PRIORITY_EMPTY) functions->pfnSetResourcePriority = NULL;
}

/* ---- Devices and adapters ---- */

static D3D10DDI_HDEVICE last_device;

/* Releases what DestroyResource kept, as a flush would: the runtime's handle is good until then. */
EXPORT void release_deferred(void);
void release_deferred(void) {
  const struct device *device = last_device.pDrvPrivate;
  D3DDDICB_DEALLOCATE deallocate = {.hResource = deferred.handle};
  observe(device->kernel->pfnDeallocateCb(device->runtime.handle, &deallocate));
}

/* Adds to the resource whose end was deferred. */
EXPORT void allocate_for_deferred(void);
void allocate_for_deferred(void) { observe(allocate_one(last_device.pDrvPrivate, deferred.handle, NULL)); }

HRESULT create_device(D3D10DDI_HADAPTER adapter, D3D10DDIARG_CREATEDEVICE *arguments) {
  HRESULT result = sample_create_device(adapter, arguments);
  last_device = arguments->hDrvDevice;
  runtime_callbacks = arguments->pKTCallbacks;
  callbacks = *runtime_callbacks;
  callbacks.pfnAllocateCb = allocate_and_remember;
  ((struct device *)arguments->hDrvDevice.pDrvPrivate)->kernel = &callbacks;
  last_base_callbacks = arguments->DXGIBaseDDI.pDXGIBaseCallbacks;
  return SUCCEEDED(result) && fault == FAILS_CREATE_DEVICE_WITH_SCRATCH ? E_OUTOFMEMORY : result;
}

static SIZE_T faulty_calc_private_device_size(D3D10DDI_HADAPTER adapter,
                                              const D3D10DDIARG_CALCPRIVATEDEVICESIZE *arguments) {
  return fault == ANSWERS_NO_DEVICE_SIZE ? (SIZE_T)-1 : calc_private_device_size(adapter, arguments);
}

static HRESULT supports_nothing(D3D10DDI_HADAPTER adapter, UINT32 *count, UINT64 *versions) {
  (void)adapter, (void)versions;
  *count = 0;
  return S_OK;
}

EXPORT HRESULT OpenAdapter10_2(D3D10DDIARG_OPENADAPTER *arguments) {
  if (fault == FAILS_OPEN_ADAPTER) return E_OUTOFMEMORY;
  HRESULT result = sample_OpenAdapter10_2(arguments);
  if (FAILED(result)) return result;
  last_adapter = arguments->hAdapter.pDrvPrivate;
  arguments->pAdapterFuncs_2->pfnCalcPrivateDeviceSize = faulty_calc_private_device_size;
  if (fault == SUPPORTS_NO_INTERFACE) arguments->pAdapterFuncs_2->pfnGetSupportedVersions = supports_nothing;
  return S_OK;
}
