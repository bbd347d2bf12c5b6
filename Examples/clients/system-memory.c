/* A resource whose only allocation is memory that this program already has.
 *
 * The kernel neither moves nor replaces such memory: what the program writes through its own pointer is what a lock
 * shows, and the reverse. The memory must start on a page.
 *
 *   dxgk run -- system-memory
 */
#include "client.h"

enum { bytes = 16 * PAGE_BYTES };

/* Writes through the program's own pointer and reads through the lock, then the other way round. */
static int same_memory_both_ways(const struct client *client, D3DKMT_HANDLE allocation, unsigned char *memory) {
  D3DKMT_LOCK2 lock = {.hDevice = client->device, .hAllocation = allocation};
  if (!succeeded("D3DKMTLock2", D3DKMTLock2(&lock))) return 0;
  unsigned char *view = (unsigned char *)lock.pData;
  int same = 1;
  for (unsigned i = 0; i < bytes; i++) same &= view[i] == (unsigned char)(i * 7);
  for (unsigned i = 0; i < bytes; i++) view[i] = (unsigned char)(i * 13);
  for (unsigned i = 0; i < bytes; i++) same &= memory[i] == (unsigned char)(i * 13);
  if (!same) fputs("the lock does not show the program's own memory\n", stderr);
  D3DKMT_UNLOCK2 unlock = {.hDevice = client->device, .hAllocation = allocation};
  return succeeded("D3DKMTUnlock2", D3DKMTUnlock2(&unlock)) && same;
}

int main(void) {
  unsigned char *memory = (unsigned char *)aligned_alloc(PAGE_BYTES, bytes);
  if (memory == NULL) {
    fputs("out of memory\n", stderr);
    return 1;
  }
  for (unsigned i = 0; i < bytes; i++) memory[i] = (unsigned char)(i * 7);

  struct client client;
  if (!client_open(&client)) {
    free(memory);
    return 1;
  }

  SOFTGPU_ALLOCATION blob = softgpu_buffer(bytes);
  blob.Flags |= SOFTGPU_ALLOCATION_CACHED;
  D3DDDI_ALLOCATIONINFO2 info = {
      .pSystemMem = memory, .pPrivateDriverData = &blob, .PrivateDriverDataSize = sizeof blob};
  D3DKMT_CREATEALLOCATION create = {.hDevice = client.device, .NumAllocations = 1, .pAllocationInfo2 = &info};
  create.Flags.CreateResource = 1;
  int good = succeeded("D3DKMTCreateAllocation2", D3DKMTCreateAllocation2(&create));
  if (good) {
    printf("resource 0x%08X with allocation 0x%08X over %u bytes of this program\n", create.hResource,
           info.hAllocation, (unsigned)bytes);
    good = same_memory_both_ways(&client, info.hAllocation, memory);

    /* A resource goes with everything in it; the list stays empty then. */
    D3DKMT_DESTROYALLOCATION2 destroy = {.hDevice = client.device, .hResource = create.hResource};
    good = succeeded("D3DKMTDestroyAllocation2", D3DKMTDestroyAllocation2(&destroy)) && good;
    if (memory[1] != 13) {
      fputs("destroying the allocation changed the program's memory\n", stderr);
      good = 0;
    }
  }
  good = client_close(&client) && good;
  free(memory);
  puts(good ? "one memory, two names" : "failed");
  return good ? 0 : 1;
}
