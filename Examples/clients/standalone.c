/* A stand-alone allocation in video memory: created, locked, written, read back, destroyed.
 *
 *   dxgk run -- standalone
 */
#include "client.h"

enum { bytes = 1 << 20 };

/* Fills the allocation, unlocks it, locks it again and compares: what was written must outlive the view. */
static int write_and_read_back(const struct client *client, D3DKMT_HANDLE allocation) {
  for (int pass = 0; pass < 2; pass++) {
    D3DKMT_LOCK2 lock = {.hDevice = client->device, .hAllocation = allocation};
    if (!succeeded("D3DKMTLock2", D3DKMTLock2(&lock))) return 0;
    unsigned *words = (unsigned *)lock.pData;
    for (unsigned i = 0; i < bytes / sizeof *words; i++) {
      unsigned expected = i * 2654435761u;
      if (pass == 0) {
        words[i] = expected;
      } else if (words[i] != expected) {
        fprintf(stderr, "word %u reads 0x%08X instead of 0x%08X\n", i, words[i], expected);
        return 0;
      }
    }
    D3DKMT_UNLOCK2 unlock = {.hDevice = client->device, .hAllocation = allocation};
    if (!succeeded("D3DKMTUnlock2", D3DKMTUnlock2(&unlock))) return 0;
  }
  return 1;
}

int main(void) {
  struct client client;
  if (!client_open(&client)) return 1;

  /* No hResource and no CreateResource flag: the allocation belongs to the device (U-049). */
  SOFTGPU_ALLOCATION blob = softgpu_buffer(bytes);
  D3DDDI_ALLOCATIONINFO2 info = {.pPrivateDriverData = &blob, .PrivateDriverDataSize = sizeof blob};
  D3DKMT_CREATEALLOCATION create = {.hDevice = client.device, .NumAllocations = 1, .pAllocationInfo2 = &info};
  int good = succeeded("D3DKMTCreateAllocation2", D3DKMTCreateAllocation2(&create));
  if (good) {
    printf("allocation 0x%08X: asked for %u bytes, the driver gave %llu\n", info.hAllocation, (unsigned)bytes,
           (unsigned long long)blob.Size);
    good = write_and_read_back(&client, info.hAllocation);

    D3DKMT_DESTROYALLOCATION2 destroy = {
        .hDevice = client.device, .phAllocationList = &info.hAllocation, .AllocationCount = 1};
    good = succeeded("D3DKMTDestroyAllocation2", D3DKMTDestroyAllocation2(&destroy)) && good;
  }
  good = client_close(&client) && good;
  puts(good ? "every byte read back" : "failed");
  return good ? 0 : 1;
}
