#include <dispmprt.h>

/* Windows' displib finds dxgkrnl by name; here the object that DriverEntry was given leads to the kernel that loads the
 * driver, so this library keeps no state and several kernels of one process do not meet. */
NTSTATUS DxgkInitialize(PDRIVER_OBJECT DriverObject, PUNICODE_STRING RegistryPath,
                        DRIVER_INITIALIZATION_DATA *DriverInitializationData) {
  UNREFERENCED_PARAMETER(RegistryPath);
  if (!DriverObject || !DriverInitializationData) return STATUS_INVALID_PARAMETER;
  if (DriverObject->Magic != DXGK_DRIVER_OBJECT_MAGIC) return STATUS_INVALID_PARAMETER;
  if (DriverObject->Version != DXGK_DRIVER_OBJECT_VERSION) return STATUS_REVISION_MISMATCH;
  return DriverObject->Initialize(DriverObject->Host, DriverInitializationData);
}
