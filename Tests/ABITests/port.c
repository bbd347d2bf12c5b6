/* The port library alone: DxgkInitialize hands the table to the host that DriverEntry's object names, and refuses what
 * is no such object. */
#include <dispmprt.h>
#include <stdio.h>

static const void *seen;
static NTSTATUS take(void *host, const void *table) {
  seen = table;
  return host == (void *)&seen ? STATUS_SUCCESS : STATUS_UNSUCCESSFUL;
}

int main(void) {
  DRIVER_INITIALIZATION_DATA table = {0};
  DRIVER_OBJECT driver = {DXGK_DRIVER_OBJECT_MAGIC, DXGK_DRIVER_OBJECT_VERSION, (void *)&seen, take};
  if (DxgkInitialize(&driver, NULL, &table) != STATUS_SUCCESS || seen != &table) return 1;
  if (DxgkInitialize(&driver, NULL, NULL) != STATUS_INVALID_PARAMETER) return 2;
  if (DxgkInitialize(NULL, NULL, &table) != STATUS_INVALID_PARAMETER) return 3;
  driver.Magic = 0;
  if (DxgkInitialize(&driver, NULL, &table) != STATUS_INVALID_PARAMETER) return 4;
  return 0;
}
