/* All headers together, and the first calls: compiled by every compiler, as C and as C++, with both
 * widths of WCHAR, against the installed headers and library. */
#include <d3dkmthk.h>
#include <dxgruntime.h>
#include <dxgkctl.h>
#include <d3d10umddi.h>
#include <dispmprt.h>
#include <softgpu.h>
#include <stdio.h>

int main(void) {
  D3DKMT_ENUMADAPTERS2 adapters = {0, NULL};
  NTSTATUS status = D3DKMTEnumAdapters2(&adapters);
  if (!NT_SUCCESS(status) || adapters.NumAdapters == 0) {
    printf("EnumAdapters2: 0x%08x, %u adapters\n", (unsigned)status, adapters.NumAdapters);
    return 1;
  }
  /* NULL is refused, not followed. */
  if (D3DKMTEnumAdapters2(NULL) != STATUS_INVALID_PARAMETER) return 2;
  if (D3DKMTCreateDevice(NULL) != STATUS_INVALID_PARAMETER) return 3;
  return 0;
}
