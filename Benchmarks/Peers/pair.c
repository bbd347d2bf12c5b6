/* Create and destroy one allocation through the C library on SoftGPU.
 *
 *   pair SIZE PAIRS OTHERS   nanoseconds a pair; SIZE in bytes or `mix`; 1,000 live, and OTHERS besides
 *   pair memory COUNT        bytes of resident memory for each of COUNT live allocations */
#include "workload.h"

#include <d3dkmthk.h>
#include <softgpu.h>

static D3DKMT_HANDLE device;
static D3DKMT_HANDLE live[1000];

static void must(NTSTATUS status, const char *what) {
  if (NT_SUCCESS(status)) return;
  fprintf(stderr, "%s: 0x%08x\n", what, (unsigned)status);
  exit(1);
}

static D3DKMT_HANDLE create(size_t size) {
  SOFTGPU_ALLOCATION wish = {
      .Magic = SOFTGPU_ALLOCATION_MAGIC, .Version = SOFTGPU_ALLOCATION_VERSION, .Size = size};
  D3DDDI_ALLOCATIONINFO2 info = {.pPrivateDriverData = &wish, .PrivateDriverDataSize = sizeof wish};
  D3DKMT_CREATEALLOCATION arguments = {.hDevice = device, .NumAllocations = 1, .pAllocationInfo2 = &info};
  must(D3DKMTCreateAllocation2(&arguments), "CreateAllocation2");
  return info.hAllocation;
}

static void destroy(D3DKMT_HANDLE allocation) {
  D3DKMT_DESTROYALLOCATION2 arguments = {
      .hDevice = device, .phAllocationList = &allocation, .AllocationCount = 1};
  must(D3DKMTDestroyAllocation2(&arguments), "DestroyAllocation2");
}

#define CREATE(slot, size) live[slot] = create(size)
#define DESTROY(slot) destroy(live[slot])

static long resident_bytes(void) {
  long pages = 0, ignored;
  FILE *file = fopen("/proc/self/statm", "r");
  if (!file || fscanf(file, "%ld %ld", &ignored, &pages) != 2) exit(1);
  fclose(file);
  return pages * 4096;
}

static void open_device(void) {
  D3DKMT_ADAPTERINFO found[34] = {0};
  D3DKMT_ENUMADAPTERS2 adapters = {.NumAdapters = 34, .pAdapters = found};
  must(D3DKMTEnumAdapters2(&adapters), "EnumAdapters2");
  D3DKMT_CREATEDEVICE arguments = {.hAdapter = found[0].hAdapter};
  must(D3DKMTCreateDevice(&arguments), "CreateDevice");
  device = arguments.hDevice;
}

int main(int count, char **words) {
  if (count < 3) return 2;
  open_device();
  if (!strcmp(words[1], "memory")) {
    size_t wanted = strtoull(words[2], NULL, 10);
    for (int i = 0; i < 1000; i++) create(4096); /* What the first ones need once is not theirs. */
    long before = resident_bytes();
    for (size_t i = 0; i < wanted; i++) create(4096);
    printf("%.1f\n", (double)(resident_bytes() - before) / (double)wanted);
    return 0;
  }
  make_sizes(words[1]);
  size_t pairs = strtoull(words[2], NULL, 10), others = count > 3 ? strtoull(words[3], NULL, 10) : 0;
  for (size_t i = 0; i < others; i++) create(4096);
  MEASURE_PAIRS((size_t)1000, pairs, CREATE, DESTROY);
  return 0;
}
