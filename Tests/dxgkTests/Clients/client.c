/* A client that does what its argument says, for tests of what `dxgk run` reports. Links libdxgk. */
#include <signal.h>
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

int main(int argc, char **argv) {
  const char *what = argc > 1 ? argv[1] : "";
  struct client client;
  if (!client_open(&client)) return 1;
  D3DKMT_HANDLE allocation = create(&client, 8192);
  if (allocation == 0) return 1;

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
