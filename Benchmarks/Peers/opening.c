/* A shared resource of four allocations: creating it, and opening it on another device.
 *
 *   opening create COUNT   nanoseconds a creation
 *   opening open COUNT     nanoseconds an opening
 *
 * In batches of 100; what follows, destroying, is not timed. */
#include "workload.h"

#include <d3dkmthk.h>
#include <softgpu.h>

enum { allocations = 4, batch = 100 };

static D3DKMT_HANDLE creator, opener;
static D3DKMT_HANDLE created[batch], shares[batch], opened[batch];

static void must(NTSTATUS status, const char *what) {
  if (NT_SUCCESS(status)) return;
  fprintf(stderr, "%s: 0x%08x\n", what, (unsigned)status);
  exit(1);
}

static void create(size_t slot) {
  SOFTGPU_ALLOCATION wish[allocations];
  D3DDDI_ALLOCATIONINFO2 info[allocations];
  memset(info, 0, sizeof info);
  for (int i = 0; i < allocations; i++) {
    wish[i] = (SOFTGPU_ALLOCATION){
        .Magic = SOFTGPU_ALLOCATION_MAGIC, .Version = SOFTGPU_ALLOCATION_VERSION, .Size = 65536};
    info[i].pPrivateDriverData = &wish[i];
    info[i].PrivateDriverDataSize = sizeof wish[i];
  }
  D3DKMT_CREATEALLOCATION arguments = {
      .hDevice = creator, .NumAllocations = allocations, .pAllocationInfo2 = info};
  arguments.Flags.CreateResource = 1;
  arguments.Flags.CreateShared = 1;
  must(D3DKMTCreateAllocation2(&arguments), "CreateAllocation2");
  created[slot] = arguments.hResource;
  shares[slot] = arguments.hGlobalShare;
}

static void open_shared(size_t slot) {
  static uint8_t total[allocations * sizeof(SOFTGPU_ALLOCATION)];
  D3DDDI_OPENALLOCATIONINFO2 info[allocations];
  memset(info, 0, sizeof info);
  D3DKMT_OPENRESOURCE arguments = {
      .hDevice = opener,
      .hGlobalShare = shares[slot],
      .NumAllocations = allocations,
      .pOpenAllocationInfo2 = info,
      .pTotalPrivateDriverDataBuffer = total,
      .TotalPrivateDriverDataBufferSize = sizeof total};
  must(D3DKMTOpenResource2(&arguments), "OpenResource2");
  opened[slot] = arguments.hResource;
}

static void destroy(D3DKMT_HANDLE device, D3DKMT_HANDLE resource) {
  D3DKMT_DESTROYALLOCATION2 arguments = {.hDevice = device, .hResource = resource};
  must(D3DKMTDestroyAllocation2(&arguments), "DestroyAllocation2");
}

static void open_devices(void) {
  D3DKMT_ADAPTERINFO found[34] = {0};
  D3DKMT_ENUMADAPTERS2 adapters = {.NumAdapters = 34, .pAdapters = found};
  must(D3DKMTEnumAdapters2(&adapters), "EnumAdapters2");
  D3DKMT_CREATEDEVICE arguments = {.hAdapter = found[0].hAdapter};
  must(D3DKMTCreateDevice(&arguments), "CreateDevice");
  creator = arguments.hDevice;
  must(D3DKMTCreateDevice(&arguments), "CreateDevice");
  opener = arguments.hDevice;
}

int main(int count, char **words) {
  if (count < 3) return 2;
  const int opens = !strcmp(words[1], "open");
  const size_t batches = strtoull(words[2], NULL, 10) / batch;
  if (batches == 0) return 2;
  open_devices();
  uint64_t taken = 0;
  for (size_t i = 0; i < batches + batches / 10; i++) {
    uint64_t start = now();
    for (size_t slot = 0; slot < batch; slot++) create(slot);
    if (opens) start = now();
    for (size_t slot = 0; opens && slot < batch; slot++) open_shared(slot);
    if (i >= batches / 10) taken += now() - start;
    for (size_t slot = 0; opens && slot < batch; slot++) destroy(opener, opened[slot]);
    for (size_t slot = 0; slot < batch; slot++) destroy(creator, created[slot]);
  }
  printf("%.2f\n", (double)taken / (double)(batches * batch));
  return 0;
}
