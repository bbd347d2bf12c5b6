/* What the example clients share: opening a device, describing an allocation to SoftGPU, saying what went wrong. */
#ifndef CLIENT_H
#define CLIENT_H

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <d3dkmthk.h>
#include <ntstatus.h>
#include <softgpu.h>

#define PAGE_BYTES 4096u

struct client {
  D3DKMT_HANDLE adapter;
  D3DKMT_HANDLE device;
};

/* The name of a status that these programs may meet; "NTSTATUS" for any other. */
static inline const char *status_name(NTSTATUS status) {
#define NAME(name) case name: return #name
  switch (status) {
    NAME(STATUS_SUCCESS);
    NAME(STATUS_INVALID_HANDLE);
    NAME(STATUS_INVALID_PARAMETER);
    NAME(STATUS_NO_MEMORY);
    NAME(STATUS_BUFFER_TOO_SMALL);
    NAME(STATUS_NOT_SUPPORTED);
    NAME(STATUS_DEVICE_REMOVED);
    NAME(STATUS_GRAPHICS_DRIVER_MISMATCH);
    NAME(STATUS_GRAPHICS_NO_VIDEO_MEMORY);
    default: return "NTSTATUS";
  }
#undef NAME
}

/* Prints a failure on stderr. Returns whether the call succeeded. */
static inline int succeeded(const char *call, NTSTATUS status) {
  if (NT_SUCCESS(status)) return 1;
  fprintf(stderr, "%s: %s (0x%08X)\n", call, status_name(status), (unsigned)status);
  return 0;
}

/* Opens the first adapter and creates a device on it. Returns 0 after saying why it could not. */
static inline int client_open(struct client *client) {
  memset(client, 0, sizeof *client);

  /* Every row that comes back holds a handle of its own, to be closed. Two calls: how many, then which. */
  D3DKMT_ENUMADAPTERS2 list = {0};
  if (!succeeded("D3DKMTEnumAdapters2", D3DKMTEnumAdapters2(&list))) return 0;
  D3DKMT_ADAPTERINFO *rows = (D3DKMT_ADAPTERINFO *)calloc(list.NumAdapters, sizeof *rows);
  if (list.NumAdapters != 0 && rows == NULL) {
    fputs("out of memory\n", stderr);
    return 0;
  }
  list.pAdapters = rows;
  if (!succeeded("D3DKMTEnumAdapters2", D3DKMTEnumAdapters2(&list))) {
    free(rows);
    return 0;
  }
  for (ULONG i = 0; i < list.NumAdapters; i++) {
    if (i == 0) {
      client->adapter = rows[i].hAdapter;
    } else {
      D3DKMT_CLOSEADAPTER close = {.hAdapter = rows[i].hAdapter};
      succeeded("D3DKMTCloseAdapter", D3DKMTCloseAdapter(&close));
    }
  }
  free(rows);
  if (client->adapter == 0) {
    fputs("there is no graphics adapter\n", stderr);
    return 0;
  }

  D3DKMT_CREATEDEVICE create = {.hAdapter = client->adapter};
  if (!succeeded("D3DKMTCreateDevice", D3DKMTCreateDevice(&create))) {
    D3DKMT_CLOSEADAPTER close = {.hAdapter = client->adapter};
    succeeded("D3DKMTCloseAdapter", D3DKMTCloseAdapter(&close));
    return 0;
  }
  client->device = create.hDevice;
  return 1;
}

/* Destroys the device, and whatever it still owns, and closes the adapter. Returns whether both went well. */
static inline int client_close(struct client *client) {
  D3DKMT_DESTROYDEVICE destroy = {.hDevice = client->device};
  int destroyed = succeeded("D3DKMTDestroyDevice", D3DKMTDestroyDevice(&destroy));
  D3DKMT_CLOSEADAPTER close = {.hAdapter = client->adapter};
  return succeeded("D3DKMTCloseAdapter", D3DKMTCloseAdapter(&close)) && destroyed;
}

/* The private data of one linear allocation that the CPU can see: all that SoftGPU needs to know. */
static inline SOFTGPU_ALLOCATION softgpu_buffer(UINT64 bytes) {
  SOFTGPU_ALLOCATION blob = {0};
  blob.Magic = SOFTGPU_ALLOCATION_MAGIC;
  blob.Version = SOFTGPU_ALLOCATION_VERSION;
  blob.Size = bytes;
  blob.Flags = SOFTGPU_ALLOCATION_CPUVISIBLE;
  return blob;
}

#endif /* CLIENT_H */
