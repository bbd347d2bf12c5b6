/* Two processes share a resource: once by its global handle, once by an NT handle that travels over a socket.
 *
 * The kernel makes the second process (dxgkctl.h), so that one program can play both parts. An NT handle is a file
 * descriptor: it is passed with SCM_RIGHTS, and closed with close.
 *
 *   dxgk run -- share
 */
#include <sys/socket.h>
#include <unistd.h>

#include <dxgkctl.h>

#include "client.h"

enum { bytes = 4 * PAGE_BYTES };

/* A program keeps what its own part needs to know beside the memory: the runtime data. */
static const char note[] = "16 KiB of bytes that count upwards";

static int create(const struct client *client, int nt, D3DKMT_CREATEALLOCATION *create, D3DKMT_HANDLE *allocation) {
  SOFTGPU_ALLOCATION blob = softgpu_buffer(bytes);
  D3DDDI_ALLOCATIONINFO2 info = {.pPrivateDriverData = &blob, .PrivateDriverDataSize = sizeof blob};
  memset(create, 0, sizeof *create);
  create->hDevice = client->device;
  create->NumAllocations = 1;
  create->pAllocationInfo2 = &info;
  create->pPrivateRuntimeData = note;
  create->PrivateRuntimeDataSize = sizeof note;
  create->Flags.CreateResource = 1;
  create->Flags.CreateShared = 1;
  create->Flags.NtSecuritySharing = nt ? 1 : 0;
  if (!succeeded("D3DKMTCreateAllocation2", D3DKMTCreateAllocation2(create))) return 0;
  *allocation = info.hAllocation;
  return 1;
}

static unsigned char *lock(const struct client *client, D3DKMT_HANDLE allocation) {
  D3DKMT_LOCK2 lock = {.hDevice = client->device, .hAllocation = allocation};
  return succeeded("D3DKMTLock2", D3DKMTLock2(&lock)) ? (unsigned char *)lock.pData : NULL;
}

static int unlock(const struct client *client, D3DKMT_HANDLE allocation) {
  D3DKMT_UNLOCK2 unlock = {.hDevice = client->device, .hAllocation = allocation};
  return succeeded("D3DKMTUnlock2", D3DKMTUnlock2(&unlock));
}

static int destroy(const struct client *client, D3DKMT_HANDLE resource) {
  D3DKMT_DESTROYALLOCATION2 destroy = {.hDevice = client->device, .hResource = resource};
  return succeeded("D3DKMTDestroyAllocation2", D3DKMTDestroyAllocation2(&destroy));
}

static int write_bytes(const struct client *client, D3DKMT_HANDLE allocation) {
  unsigned char *memory = lock(client, allocation);
  for (unsigned i = 0; memory != NULL && i < bytes; i++) memory[i] = (unsigned char)i;
  return memory != NULL && unlock(client, allocation);
}

static int read_bytes(const struct client *client, D3DKMT_HANDLE allocation) {
  const unsigned char *memory = lock(client, allocation);
  if (memory == NULL) return 0;
  for (unsigned i = 0; i < bytes; i++) {
    if (memory[i] != (unsigned char)i) {
      fputs("the opener sees other bytes than the creator wrote\n", stderr);
      return 0;
    }
  }
  return unlock(client, allocation);
}

/* The sizes first, then the buffers: private data of the runtime, and of the driver for each allocation. */
static int open_global(const struct client *client, D3DKMT_HANDLE share) {
  D3DKMT_QUERYRESOURCEINFO query = {.hDevice = client->device, .hGlobalShare = share};
  if (!succeeded("D3DKMTQueryResourceInfo", D3DKMTQueryResourceInfo(&query))) return 0;
  char found[sizeof note];
  unsigned char total[sizeof(SOFTGPU_ALLOCATION)];
  D3DDDI_OPENALLOCATIONINFO2 info = {0};
  D3DKMT_OPENRESOURCE open = {.hDevice = client->device,
                              .hGlobalShare = share,
                              .NumAllocations = 1,
                              .pOpenAllocationInfo2 = &info,
                              .pPrivateRuntimeData = found,
                              .PrivateRuntimeDataSize = query.PrivateRuntimeDataSize,
                              .pTotalPrivateDriverDataBuffer = total,
                              .TotalPrivateDriverDataBufferSize = sizeof total};
  if (query.NumAllocations != 1 || query.PrivateRuntimeDataSize != sizeof found ||
      query.TotalPrivateDriverDataSize != sizeof total) {
    fputs("the sizes are not those of the creation\n", stderr);
    return 0;
  }
  if (!succeeded("D3DKMTOpenResource2", D3DKMTOpenResource2(&open))) return 0;
  printf("opened by global handle 0x%08X: \"%s\"\n", share, found);
  return read_bytes(client, info.hAllocation) && destroy(client, open.hResource);
}

static int open_nt(const struct client *client, HANDLE handle) {
  D3DKMT_QUERYRESOURCEINFOFROMNTHANDLE query = {.hDevice = client->device, .hNtHandle = handle};
  if (!succeeded("D3DKMTQueryResourceInfoFromNtHandle", D3DKMTQueryResourceInfoFromNtHandle(&query))) return 0;
  char found[sizeof note];
  unsigned char total[sizeof(SOFTGPU_ALLOCATION)];
  D3DDDI_OPENALLOCATIONINFO2 info = {0};
  D3DKMT_OPENRESOURCEFROMNTHANDLE open = {.hDevice = client->device,
                                          .hNtHandle = handle,
                                          .NumAllocations = query.NumAllocations,
                                          .pOpenAllocationInfo2 = &info,
                                          .pPrivateRuntimeData = found,
                                          .PrivateRuntimeDataSize = query.PrivateRuntimeDataSize,
                                          .pTotalPrivateDriverDataBuffer = total,
                                          .TotalPrivateDriverDataBufferSize = sizeof total};
  if (!succeeded("D3DKMTOpenResourceFromNtHandle", D3DKMTOpenResourceFromNtHandle(&open))) return 0;
  printf("opened by NT handle: \"%s\"\n", found);
  return read_bytes(client, info.hAllocation) && destroy(client, open.hResource);
}

/* Sends a descriptor through a socket, closes it, and receives another for the same: in flight it holds the resource. */
static HANDLE send_and_receive(HANDLE handle) {
  int ends[2], received = -1;
  if (socketpair(AF_UNIX, SOCK_STREAM, 0, ends) != 0) return NULL;
  char byte = 0;
  struct iovec part = {.iov_base = &byte, .iov_len = 1};
  union {
    struct cmsghdr header;
    char space[CMSG_SPACE(sizeof(int))];
  } control;
  memset(&control, 0, sizeof control);
  struct msghdr message = {
      .msg_iov = &part, .msg_iovlen = 1, .msg_control = &control, .msg_controllen = sizeof control};
  struct cmsghdr *rights = CMSG_FIRSTHDR(&message);
  rights->cmsg_level = SOL_SOCKET;
  rights->cmsg_type = SCM_RIGHTS;
  rights->cmsg_len = CMSG_LEN(sizeof(int));
  int descriptor = (int)(intptr_t)handle;
  memcpy(CMSG_DATA(rights), &descriptor, sizeof descriptor);
  int sent = sendmsg(ends[0], &message, 0) == 1;
  close(descriptor);
  memset(&control, 0, sizeof control);
  message.msg_controllen = sizeof control;
  if (sent && recvmsg(ends[1], &message, MSG_CMSG_CLOEXEC) == 1) {
    memcpy(&received, CMSG_DATA(CMSG_FIRSTHDR(&message)), sizeof received);
  }
  close(ends[0]);
  close(ends[1]);
  return received < 0 ? NULL : (HANDLE)(intptr_t)received;
}

int main(void) {
  struct client creator, opener;
  if (!client_open(&creator)) return 1;

  DXGCTL_PROCESS process;
  if (!succeeded("DxgCtlCreateProcess", DxgCtlCreateProcess(&process))) return 1;
  DxgCtlEnterProcess(process, NULL);
  int good = client_open(&opener);
  DxgCtlLeaveProcess();
  if (!good) return 1;

  D3DKMT_CREATEALLOCATION global, secured;
  D3DKMT_HANDLE allocation, secret;
  good = create(&creator, 0, &global, &allocation) && create(&creator, 1, &secured, &secret);
  good = good && write_bytes(&creator, allocation) && write_bytes(&creator, secret);

  HANDLE handle = NULL;
  good = good && succeeded("D3DKMTShareObjects",
                           D3DKMTShareObjects(1, &secured.hResource, NULL, GENERIC_ALL, &handle));
  /* From here on the NT handle alone keeps that resource. */
  good = good && destroy(&creator, secured.hResource);
  handle = good ? send_and_receive(handle) : NULL;

  DxgCtlEnterProcess(process, NULL);
  good = good && open_global(&opener, global.hGlobalShare) && open_nt(&opener, handle);
  good = client_close(&opener) && good;
  DxgCtlLeaveProcess();
  good = succeeded("DxgCtlExitProcess", DxgCtlExitProcess(process)) && good;
  close((int)(intptr_t)handle);

  good = good && destroy(&creator, global.hResource);
  good = client_close(&creator) && good;
  puts(good ? "one memory, two processes" : "failed");
  return good ? 0 : 1;
}
