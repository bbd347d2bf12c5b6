/* The Direct3D 9 sample driver with one mistake at a time, chosen by `fault` before the function runs that makes it. */
#define OpenAdapter sample_OpenAdapter
#include "../../../Examples/sample-umd9/sample-umd9.c"
#undef OpenAdapter

#define EXPORT __attribute__((visibility("default")))

/* The same numbers as Fault9 in FaultyDriver.swift. */
enum {
  NONE,
  INVENTS_INVALID_ARGUMENT,
  CHANGES_AN_ERROR,
  HIDES_AN_ERROR,
  HIDES_REMOVAL,
  HIDES_OPTIONAL_MEMORY,
  FAILS_CREATE_WITH_ALLOCATIONS,
  SAYS_NO_VERSION,
  DEFERS_ALLOCATION,
  UNLOCKS_WHAT_IS_NOT_LOCKED,
};

EXPORT int fault;
EXPORT HRESULT observed[80];
EXPORT int observations;

static void observe(HRESULT result) { observed[observations++] = result; }

/* A callback that answers E_INVALIDARG. */
static HRESULT fail_a_callback(const struct device *device) {
  D3DDDICB_LOCK lock = {.hAllocation = 0xC0DE};
  HRESULT result = device->callbacks->pfnLockCb(device->runtime, &lock);
  observe(result);
  return result;
}

/* More memory than there is address space. */
static HRESULT allocate_too_much(const struct device *device) {
  SOFTGPU_ALLOCATION blob = {
      .Magic = SOFTGPU_ALLOCATION_MAGIC, .Version = SOFTGPU_ALLOCATION_VERSION, .Size = 1ull << 47};
  D3DDDI_ALLOCATIONINFO info = {.pPrivateDriverData = &blob, .PrivateDriverDataSize = sizeof blob};
  D3DDDICB_ALLOCATE allocate = {.NumAllocations = 1, .pAllocationInfo = &info};
  HRESULT result = device->callbacks->pfnAllocateCb(device->runtime, &allocate);
  observe(result);
  return result;
}

static HRESULT faulty_create_resource(HANDLE handle, D3DDDIARG_CREATERESOURCE *arguments) {
  const struct device *device = handle;
  if (fault == INVENTS_INVALID_ARGUMENT) return E_INVALIDARG;
  if (fault == DEFERS_ALLOCATION) {
    arguments->hResource = new_resource(arguments->hResource, arguments->SurfCount);
    return S_OK;
  }
  HRESULT result = create_resource(handle, arguments);
  if (fault == HIDES_REMOVAL && result == D3DDDIERR_DEVICEREMOVED) {
    observe(result);
    arguments->hResource = new_resource(arguments->hResource, arguments->SurfCount);
    return S_OK;
  }
  if (FAILED(result)) return result;
  switch (fault) {
    case CHANGES_AN_ERROR:
      destroy_resource(handle, arguments->hResource);
      fail_a_callback(device);
      result = D3DDDIERR_INVALIDCALL;
      break;
    case HIDES_AN_ERROR: fail_a_callback(device); break;
    case HIDES_OPTIONAL_MEMORY: allocate_too_much(device); break;
    case FAILS_CREATE_WITH_ALLOCATIONS:
      free(arguments->hResource);
      result = E_OUTOFMEMORY;
      break;
    default: break;
  }
  return result;
}

static HRESULT faulty_unlock(HANDLE handle, const D3DDDIARG_UNLOCK *arguments) {
  return fault == UNLOCKS_WHAT_IS_NOT_LOCKED ? E_INVALIDARG : unlock(handle, arguments);
}

static HRESULT faulty_create_device(HANDLE adapter, D3DDDIARG_CREATEDEVICE *arguments) {
  HRESULT result = create_device(adapter, arguments);
  arguments->pDeviceFuncs->pfnCreateResource = faulty_create_resource;
  arguments->pDeviceFuncs->pfnUnlock = faulty_unlock;
  return result;
}

EXPORT HRESULT OpenAdapter(D3DDDIARG_OPENADAPTER *arguments) {
  HRESULT result = sample_OpenAdapter(arguments);
  if (FAILED(result)) return result;
  arguments->pAdapterFuncs->pfnCreateDevice = faulty_create_device;
  if (fault == SAYS_NO_VERSION) arguments->DriverVersion = 0;
  return result;
}
