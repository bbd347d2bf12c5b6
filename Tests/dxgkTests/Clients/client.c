/* A client that does what its argument says, for tests of what `dxgk run` reports. Links libdxgk. */
#include <fcntl.h>
#include <pthread.h>
#include <signal.h>
#include <stdatomic.h>
#include <sys/mman.h>
#include <sys/wait.h>
#include <unistd.h>

#include <dxgkctl.h>

#include "../../../Examples/clients/client.h"

static D3DKMT_HANDLE create(const struct client *client, UINT64 bytes) {
  SOFTGPU_ALLOCATION blob = softgpu_buffer(bytes);
  D3DDDI_ALLOCATIONINFO2 info = {.pPrivateDriverData = &blob, .PrivateDriverDataSize = sizeof blob};
  D3DKMT_CREATEALLOCATION create = {.hDevice = client->device, .NumAllocations = 1, .pAllocationInfo2 = &info};
  return succeeded("D3DKMTCreateAllocation2", D3DKMTCreateAllocation2(&create)) ? info.hAllocation : 0;
}

/* Not inlined: every call comes from one place. */
__attribute__((noinline)) static NTSTATUS lock(const struct client *client, D3DKMT_HANDLE allocation) {
  D3DKMT_LOCK2 lock = {.hDevice = client->device, .hAllocation = allocation};
  return D3DKMTLock2(&lock);
}

static LUID adapter(void) {
  DXGCTL_ADAPTER row = {0};
  UINT count = 1;
  succeeded("DxgCtlListAdapters", DxgCtlListAdapters(&row, &count));
  return row.AdapterLuid;
}

/* What a thread of the busy client counts, in memory that outlives it: calls that returned. */
static atomic_ullong *acknowledged;
static struct client busy;
static unsigned long last;

/* Creates and destroys until the process is gone; after `last` rounds it goes. */
static void *work(void *argument) {
  int number = *(int *)argument;
  for (unsigned long round = 0;; round++) {
    D3DKMT_HANDLE allocation = create(&busy, 4096);
    atomic_fetch_add(&acknowledged[number], 1);
    D3DKMT_DESTROYALLOCATION2 destroy = {.hDevice = busy.device, .phAllocationList = &allocation, .AllocationCount = 1};
    D3DKMTDestroyAllocation2(&destroy);
    atomic_fetch_add(&acknowledged[number], 1);
    if (number == 0 && round == last) {
      kill(getpid(), SIGKILL);
      return NULL;
    }
  }
}

/* Two threads at work, killed after `rounds` of the first; the file at `path` says how far they came. */
static int be_busy(const char *path, unsigned long rounds) {
  int file = open(path, O_RDWR | O_CREAT, 0600);
  if (file < 0 || ftruncate(file, 4096) != 0) return 1;
  acknowledged = (atomic_ullong *)mmap(NULL, 4096, PROT_READ | PROT_WRITE, MAP_SHARED, file, 0);
  if (acknowledged == MAP_FAILED || !client_open(&busy)) return 1;
  last = rounds;
  static int numbers[2] = {0, 1};
  pthread_t second;
  if (pthread_create(&second, NULL, work, &numbers[1]) != 0) return 1;
  work(&numbers[0]);
  return 1;
}

/* Not inlined: every handle comes from one place. */
__attribute__((noinline)) static HANDLE share(const D3DKMT_HANDLE *objects, UINT count) {
  HANDLE handle = NULL;
  return succeeded("D3DKMTShareObjects", D3DKMTShareObjects(count, objects, NULL, GENERIC_ALL, &handle)) ? handle : NULL;
}

__attribute__((noinline)) static D3DKMT_HANDLE create_fence(const struct client *client) {
  D3DKMT_CREATESYNCHRONIZATIONOBJECT2 create = {.hDevice = client->device, .Info.Type = D3DDDI_MONITORED_FENCE};
  create.Info.Flags.Shared = create.Info.Flags.NtSecuritySharing = 1;
  NTSTATUS status = D3DKMTCreateSynchronizationObject2(&create);
  return succeeded("D3DKMTCreateSynchronizationObject2", status) ? create.hSyncObject : 0;
}

static HANDLE last_of_all;

static void close_last_of_all(void) { close((int)(intptr_t)last_of_all); }

/* Leaves what is no allocation: a mutex that it owns and another handle on it, one that it abandoned, two fences and the
 * NT handles on them. The third NT handle is closed when the program exits, after every call. */
static int be_leaky(const struct client *client, D3DKMT_HANDLE allocation) {
  D3DKMT_DESTROYALLOCATION2 none = {.hDevice = client->device, .phAllocationList = &allocation, .AllocationCount = 1};
  if (!succeeded("D3DKMTDestroyAllocation2", D3DKMTDestroyAllocation2(&none))) return 1;
  for (int abandons = 0; abandons < 2; abandons++) {
    D3DKMT_CREATEKEYEDMUTEX create = {0};
    if (!succeeded("D3DKMTCreateKeyedMutex", D3DKMTCreateKeyedMutex(&create))) return 1;
    D3DKMT_OPENKEYEDMUTEX open = {.hSharedHandle = create.hSharedHandle};
    if (!succeeded("D3DKMTOpenKeyedMutex", D3DKMTOpenKeyedMutex(&open))) return 1;
    D3DKMT_ACQUIREKEYEDMUTEX acquire = {.hKeyedMutex = create.hKeyedMutex};
    if (!succeeded("D3DKMTAcquireKeyedMutex", D3DKMTAcquireKeyedMutex(&acquire))) return 1;
    D3DKMT_DESTROYKEYEDMUTEX destroy = {.hKeyedMutex = create.hKeyedMutex};
    if (abandons && !succeeded("D3DKMTDestroyKeyedMutex", D3DKMTDestroyKeyedMutex(&destroy))) return 1;
  }
  D3DKMT_HANDLE fences[2] = {create_fence(client), create_fence(client)};
  if (fences[0] == 0 || fences[1] == 0 || share(&fences[0], 1) == NULL || share(&fences[1], 1) == NULL) return 1;
  last_of_all = share(&fences[1], 1);
  return last_of_all == NULL || atexit(close_last_of_all) != 0;
}

int main(int argc, char **argv) {
  const char *what = argc > 1 ? argv[1] : "";
  if (argc == 4 && strcmp(what, "busy") == 0) return be_busy(argv[2], strtoul(argv[3], NULL, 10));
  struct client client;
  if (!client_open(&client)) return 1;
  D3DKMT_HANDLE allocation = create(&client, 8192);
  if (allocation == 0) return 1;

  if (strcmp(what, "leaky") == 0) return be_leaky(&client, allocation);
  if (strcmp(what, "killed") == 0) {
    /* Ends with two allocations alive, one of them locked, in the middle of everything. */
    if (create(&client, 4096) == 0 || !succeeded("D3DKMTLock2", lock(&client, allocation))) return 1;
    kill(getpid(), SIGKILL);
  } else if (strcmp(what, "mistaken") == 0) {
    /* Twice the same wrong handle from one place. */
    for (int i = 0; i < 2; i++) {
      if (lock(&client, 0x12345) != STATUS_INVALID_PARAMETER) return 1;
    }
  } else if (strcmp(what, "forked") == 0) {
    /* The child finds a machine of its own, and leaves an allocation on it. */
    pid_t child = fork();
    if (child == 0) _exit(client_open(&client) && create(&client, 12288) != 0 ? 0 : 1);
    int status = 1;
    if (waitpid(child, &status, 0) != child || status != 0) return 1;
  } else if (strcmp(what, "reset") == 0) {
    LUID luid = adapter();
    if (!succeeded("DxgCtlResetAdapter", DxgCtlResetAdapter(&luid))) return 1;
    if (lock(&client, allocation) != STATUS_DEVICE_REMOVED) return 1;
  } else if (strcmp(what, "twofold") == 0) {
    /* A second process of the same kernel, which leaves an allocation. */
    DXGCTL_PROCESS process = 0;
    struct client second;
    if (!succeeded("DxgCtlCreateProcess", DxgCtlCreateProcess(&process))) return 1;
    if (!succeeded("DxgCtlEnterProcess", DxgCtlEnterProcess(process, NULL))) return 1;
    if (!client_open(&second) || create(&second, 4096) == 0) return 1;
    if (!succeeded("DxgCtlLeaveProcess", DxgCtlLeaveProcess())) return 1;
  }
  return client_close(&client) ? 0 : 1;
}
