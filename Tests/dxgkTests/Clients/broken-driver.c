/* minimal-kmd with a mistake in DxgkDdiOpenAllocation, chosen by BROKEN in the environment. The driver's own function is
 * compiled under the name SoundOpenAllocation. */
#include <stdlib.h>
#include <string.h>

#include "../../../Examples/minimal-kmd/minimal-kmd.h"

NTSTATUS SoundOpenAllocation(HANDLE hDevice, const DXGKARG_OPENALLOCATION *args);

NTSTATUS OpenAllocation(HANDLE hDevice, const DXGKARG_OPENALLOCATION *args) {
  const char *how = getenv("BROKEN");
  if (how != NULL && strcmp(how, "crash") == 0) abort();
  NTSTATUS status = SoundOpenAllocation(hDevice, args);
  /* A success, but not the one that the DDI has. */
  return how != NULL && strcmp(how, "status") == 0 && status == STATUS_SUCCESS ? STATUS_PENDING : status;
}
