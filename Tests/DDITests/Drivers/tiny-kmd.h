/* A driver of a few lines for tests: every required function, each a variable that a test's driver may replace. */
#include <dispmprt.h>

static DXGKRNL_INTERFACE kernel;

static NTSTATUS TinyAddDevice(PDEVICE_OBJECT device, PVOID *context) {
  (void)device;
  *context = &kernel;
  return STATUS_SUCCESS;
}
static NTSTATUS TinyStartDevice(PVOID context, PDXGK_START_INFO info, PDXGKRNL_INTERFACE interface, PULONG sources,
                                PULONG children) {
  (void)context, (void)info;
  for (ULONG i = 0; i < interface->Size; i++) ((char *)&kernel)[i] = ((char *)interface)[i];
  *sources = *children = 0;
  return STATUS_SUCCESS;
}
static NTSTATUS TinyStopDevice(PVOID context) { return (void)context, STATUS_SUCCESS; }
static NTSTATUS TinyQuery(HANDLE adapter, const DXGKARG_QUERYADAPTERINFO *args) {
  return (void)adapter, (void)args, STATUS_NOT_SUPPORTED;
}
static NTSTATUS TinyCreateDevice(HANDLE adapter, DXGKARG_CREATEDEVICE *args) {
  args->hDevice = adapter;
  return STATUS_SUCCESS;
}
static NTSTATUS TinyDestroyDevice(HANDLE device) { return (void)device, STATUS_SUCCESS; }
static NTSTATUS TinyCreateAllocation(HANDLE adapter, DXGKARG_CREATEALLOCATION *args) {
  return (void)adapter, (void)args, STATUS_NO_MEMORY;
}
static NTSTATUS TinyDestroyAllocation(HANDLE adapter, const DXGKARG_DESTROYALLOCATION *args) {
  return (void)adapter, (void)args, STATUS_SUCCESS;
}
static NTSTATUS TinyOpenAllocation(HANDLE device, const DXGKARG_OPENALLOCATION *args) {
  return (void)device, (void)args, STATUS_NO_MEMORY;
}
static NTSTATUS TinyCloseAllocation(HANDLE device, const DXGKARG_CLOSEALLOCATION *args) {
  return (void)device, (void)args, STATUS_SUCCESS;
}

#define TINY_TABLE                                                                                       \
  .Version = DXGKDDI_INTERFACE_VERSION, .DxgkDdiAddDevice = TinyAddDevice,                               \
  .DxgkDdiStartDevice = TinyStartDevice, .DxgkDdiStopDevice = TinyStopDevice,                            \
  .DxgkDdiRemoveDevice = TinyStopDevice, .DxgkDdiQueryAdapterInfo = TinyQuery,                           \
  .DxgkDdiCreateDevice = TinyCreateDevice, .DxgkDdiDestroyDevice = TinyDestroyDevice,                    \
  .DxgkDdiCreateAllocation = TinyCreateAllocation, .DxgkDdiDestroyAllocation = TinyDestroyAllocation,    \
  .DxgkDdiOpenAllocation = TinyOpenAllocation, .DxgkDdiCloseAllocation = TinyCloseAllocation
