/* A kernel-mode driver as far as linking goes: DriverEntry is exported, DxgkInitialize comes from the port library. */
#include <dispmprt.h>

static NTSTATUS AddDevice(PDEVICE_OBJECT device, PVOID *context) {
  UNREFERENCED_PARAMETER(device);
  *context = context;
  return STATUS_SUCCESS;
}

NTSTATUS DriverEntry(PDRIVER_OBJECT driver, PUNICODE_STRING registryPath) {
  DRIVER_INITIALIZATION_DATA table = {0};
  table.Version = DXGKDDI_INTERFACE_VERSION;
  table.DxgkDdiAddDevice = AddDevice;
  return DxgkInitialize(driver, registryPath, &table);
}
