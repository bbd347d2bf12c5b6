/* The whole C surface: bytes are a sequence of calls, of two processes on one machine, with arguments that are right,
 * nearly right, or wrong. Nothing may crash; a call that fails has written nothing (I-033); an address that a lock gave
 * can be read. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/eventfd.h>
#include <unistd.h>

#include "d3dkmthk.h"
#include "dxgkctl.h"
#include "functions.h"
#include "ntstatus.h"

static const struct group *const groups[] = {&of_adapters, &of_allocations, &of_access, &of_sharing,
                                             &of_keyed_mutexes, &of_synchronization_objects};
enum { group_count = sizeof groups / sizeof groups[0] };

static LUID luid;
static DXGCTL_PROCESS process[2];
static unsigned current;
static uint8_t before[writable];

/* A process costs more than an input, so inputs share two and leave them empty; these are renewed now and then, for what
 * an input lost sight of. */
enum { inputs_a_process = 256 };
static unsigned inputs;
/* Whether a process exited in this input already. */
static int has_exited;

static void expect(int holds, const char *what, const char *where, uint32_t value) {
  if (holds) return;
  fprintf(stderr, "%s: %s (0x%x)\n", where, what, value);
  abort();
}

static void renew(unsigned index) {
  if (process[index] != 0) DxgCtlExitProcess(process[index]);
  expect(DxgCtlCreateProcess(&process[index]) == 0, "no process", "DxgCtlCreateProcess", 0);
}

/* An adapter and a device for a process, as every program begins. */
static void begin(unsigned index) {
  DxgCtlEnterProcess(process[index], NULL);
  current = index;
  D3DKMT_OPENADAPTERFROMLUID open = {.AdapterLuid = luid};
  if (D3DKMTOpenAdapterFromLuid(&open) != 0) return;
  pool_add(adapters, open.hAdapter);
  D3DKMT_CREATEDEVICE create = {.hAdapter = open.hAdapter};
  if (D3DKMTCreateDevice(&create) == 0) pool_add(devices, create.hDevice);
}

/* Takes everything from a process that its handles name; devices take what is on them along. */
static void empty(unsigned index) {
  DxgCtlEnterProcess(process[index], NULL);
  for (size_t place = 0; place < pool_size; place++) {
    D3DKMT_DESTROYDEVICE device = {.hDevice = pool_at(devices, place)};
    if (device.hDevice != 0) D3DKMTDestroyDevice(&device);
    D3DKMT_CLOSEADAPTER adapter = {.hAdapter = pool_at(adapters, place)};
    if (adapter.hAdapter != 0) D3DKMTCloseAdapter(&adapter);
  }
}

static void call(struct input *input, const struct function *function) {
  arena_clear();
  void *block = build(input, &function->shape);
  memcpy(before, arena, writable);
  int32_t status = function->call(block);
  if (status < 0) {
    expect(memcmp(before, arena, writable) == 0, "failed, and wrote", function->name, (uint32_t)status);
    return;
  }
  collect(block, &function->shape);
  const uint8_t *address = NULL;
  if (function->call == (int32_t (*)(void *))D3DKMTLock2) {
    memcpy(&address, (const uint8_t *)block + offsetof(D3DKMT_LOCK2, pData), sizeof address);
  } else if (function->call == (int32_t (*)(void *))D3DKMTLock) {
    memcpy(&address, (const uint8_t *)block + offsetof(D3DKMT_LOCK, pData), sizeof address);
  }
  if (address != NULL) (void)*(volatile const uint8_t *)address;
}

/* What happens to a machine from outside. */
static void control(struct input *input) {
  switch (take8(input) & 7) {
    case 0: DxgCtlResetAdapter(&luid); break;
    case 1: DxgCtlStopAdapter(&luid); break;
    case 2: case 3: DxgCtlStartAdapter(&luid); break;
    case 4: {
      SIZE_T size = writable;
      DxgCtlSnapshot((char *)arena, &size);
      break;
    }
    case 5:
      if (has_exited) break;
      has_exited = 1;
      renew(current);
      begin(current);
      break;
    case 6: {
      int file = (int)nt_pool_take(take8(input));
      if (file > 2) close(file);
      break;
    }
    default:
      current ^= 1;
      DxgCtlEnterProcess(process[current], NULL);
  }
}

int LLVMFuzzerInitialize(int *count, char ***arguments) {
  (void)count, (void)arguments;
  arena_map();
  DXGCTL_ADAPTER rows[4];
  UINT number = 4;
  expect(DxgCtlListAdapters(rows, &number) == 0 && number == 1, "no adapter", "DxgCtlListAdapters", number);
  luid = rows[0].AdapterLuid;
  renew(0);
  renew(1);
  known_event = (uint64_t)eventfd(0, EFD_NONBLOCK);
  return 0;
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
  struct input input = {data, data + size};
  pools_clear();
  has_exited = 0;
  begin(1);
  begin(0);
  while (input.at < input.end) {
    uint8_t choice = take8(&input);
    if (choice >= 0xF0) control(&input);
    else {
      const struct group *group = groups[(choice >> 4) % group_count];
      call(&input, &group->functions[(choice & 15) % group->count]);
    }
  }
  DxgCtlStartAdapter(&luid);
  for (int file = (int)nt_pool_take(0); file != 0; file = (int)nt_pool_take(0))
    if (file > 2) close(file);
  for (unsigned index = 0; index < 2; index++) {
    empty(index);
    if (inputs % inputs_a_process == 0) renew(index);
  }
  inputs++;
  DxgCtlLeaveProcess();
  return 0;
}
