/* Plays a recorded workload (../workloads) through D3DKMT: what a real program asked for, asked for again.
 *
 *   dxgk run -- replay-workload ../workloads/clpeak.csv
 *
 * create, lock and destroy are played. A pattern is written over all of an allocation when it is locked and compared
 * when it is destroyed, still locked, as the recorded programs do; what is alive at the end is compared then and left
 * alive. Rows that ask for something else are counted and named. The first row that fails ends the run.
 */
#include <errno.h>

#include "client.h"
#include "pattern.h"

struct allocation {
  D3DKMT_HANDLE handle; /* 0: not alive. */
  UINT64 bytes;
  void *memory; /* The caller's own memory, or NULL. */
  void *view;   /* What Lock2 gave, or NULL. */
};

enum operation { CREATE, DESTROY, LOCK, MAP, RESIDENT, EVICT, SUBMIT, OPERATIONS };
static const char *const operation_names[OPERATIONS] = {"create",   "destroy", "lock",  "map",
                                                        "resident", "evict",   "submit"};

struct row {
  enum operation operation;
  UINT64 allocation;
  UINT64 value;
  UINT64 flag;
};

struct replay {
  struct client client;
  struct allocation *allocations;
  size_t capacity;
  UINT64 rows[OPERATIONS]; /* Rows met, by operation. */
  UINT64 destroyed_locked;
  UINT64 bytes_checked;
};

/* The allocation of that number; room is made for it. NULL when there is no memory for it. */
static struct allocation *allocation_of(struct replay *replay, UINT64 number) {
  if (number >= replay->capacity) {
    size_t capacity = (size_t)number * 2 + 16;
    struct allocation *grown = (struct allocation *)realloc(replay->allocations, capacity * sizeof *grown);
    if (grown == NULL) {
      fputs("out of memory\n", stderr);
      return NULL;
    }
    memset(grown + replay->capacity, 0, (capacity - replay->capacity) * sizeof *grown);
    replay->allocations = grown;
    replay->capacity = capacity;
  }
  return &replay->allocations[number];
}

/* Compares everything that was written to a locked allocation with what it holds now. */
static int check(struct replay *replay, UINT64 number, const struct allocation *allocation) {
  if (allocation->view == NULL) return 1;
  size_t bytes = (size_t)allocation->bytes;
  const void *names[2] = {allocation->view, allocation->memory};
  for (int i = 0; i < 2; i++) {
    size_t wrong = names[i] == NULL ? bytes : pattern_difference(names[i], bytes, number);
    if (wrong != bytes) {
      fprintf(stderr, "allocation %llu: the byte at %zu of %zu is not what was written%s\n",
              (unsigned long long)number, wrong, bytes, i == 1 ? ", seen through the caller's own pointer" : "");
      return 0;
    }
  }
  replay->bytes_checked += bytes;
  return 1;
}

/* ---- Rows ---- */

static int play_create(struct replay *replay, const struct row *row) {
  struct allocation *allocation = allocation_of(replay, row->allocation);
  if (allocation == NULL) return 0;
  if (allocation->handle != 0) {
    fputs("the allocation is alive already\n", stderr);
    return 0;
  }

  SOFTGPU_ALLOCATION blob = softgpu_buffer(row->value);
  D3DDDI_ALLOCATIONINFO2 info = {.pPrivateDriverData = &blob, .PrivateDriverDataSize = sizeof blob};
  void *memory = NULL;
  if (row->flag == 1) {
    /* The caller's own memory: whole pages, as the kernel asks for. */
    size_t whole = ((size_t)row->value + PAGE_BYTES - 1) / PAGE_BYTES * PAGE_BYTES;
    memory = aligned_alloc(PAGE_BYTES, whole);
    if (memory == NULL) {
      fputs("out of memory\n", stderr);
      return 0;
    }
    info.pSystemMem = memory;
  }
  D3DKMT_CREATEALLOCATION create = {.hDevice = replay->client.device, .NumAllocations = 1, .pAllocationInfo2 = &info};
  if (!succeeded("D3DKMTCreateAllocation2", D3DKMTCreateAllocation2(&create))) {
    free(memory);
    return 0;
  }
  *allocation = (struct allocation){.handle = info.hAllocation, .bytes = row->value, .memory = memory};
  return 1;
}

static struct allocation *living(struct replay *replay, UINT64 number) {
  if (number < replay->capacity && replay->allocations[number].handle != 0) return &replay->allocations[number];
  fputs("the allocation is not alive\n", stderr);
  return NULL;
}

static int play_lock(struct replay *replay, const struct row *row) {
  struct allocation *allocation = living(replay, row->allocation);
  if (allocation == NULL) return 0;
  D3DKMT_LOCK2 lock = {.hDevice = replay->client.device, .hAllocation = allocation->handle};
  if (!succeeded("D3DKMTLock2", D3DKMTLock2(&lock))) return 0;
  if (allocation->view == NULL) {
    allocation->view = lock.pData;
    pattern_write(lock.pData, (size_t)allocation->bytes, row->allocation);
    return 1;
  }
  /* Locked before and never unlocked: the bytes must be there still. */
  allocation->view = lock.pData;
  return check(replay, row->allocation, allocation);
}

static int play_destroy(struct replay *replay, const struct row *row) {
  struct allocation *allocation = living(replay, row->allocation);
  if (allocation == NULL || !check(replay, row->allocation, allocation)) return 0;
  D3DKMT_DESTROYALLOCATION2 destroy = {
      .hDevice = replay->client.device, .phAllocationList = &allocation->handle, .AllocationCount = 1};
  if (!succeeded("D3DKMTDestroyAllocation2", D3DKMTDestroyAllocation2(&destroy))) return 0;
  replay->destroyed_locked += allocation->view != NULL;
  free(allocation->memory);
  memset(allocation, 0, sizeof *allocation);
  return 1;
}

static int play(struct replay *replay, const struct row *row) {
  switch (row->operation) {
    case CREATE: return play_create(replay, row);
    case DESTROY: return play_destroy(replay, row);
    case LOCK: return play_lock(replay, row);
    default: return 1; /* Counted, not played. */
  }
}

/* ---- Reading ---- */

/* A decimal number that ends at `,` or at the end of the line; an empty field is 0. Moves past it. */
static int read_number(const char **text, UINT64 *number) {
  char *end = (char *)*text;
  *number = 0;
  if (**text >= '0' && **text <= '9') {
    errno = 0;
    *number = strtoull(*text, &end, 10);
    if (errno != 0) return 0;
  }
  if (*end == ',') end++;
  else if (*end != '\0') return 0;
  *text = end;
  return 1;
}

/* One line of the file into a row. Returns 0 when it is not one. */
static int read_row(const char *line, struct row *row) {
  const char *comma = strchr(line, ',');
  if (comma == NULL) return 0;
  int operation = 0;
  size_t length = (size_t)(comma - line);
  while (operation < OPERATIONS &&
         (strlen(operation_names[operation]) != length || strncmp(line, operation_names[operation], length) != 0)) {
    operation++;
  }
  if (operation == OPERATIONS) return 0;
  *row = (struct row){.operation = (enum operation)operation};
  if (operation == RESIDENT || operation == EVICT) return 1; /* Lists of numbers, not played yet. */
  const char *text = comma + 1;
  return read_number(&text, &row->allocation) && read_number(&text, &row->value) && read_number(&text, &row->flag) &&
         row->allocation <= 1u << 24 && row->value <= (UINT64)1 << 48;
}

static int replay_file(struct replay *replay, FILE *file, const char *name) {
  static const char header[] = "op,allocation,value,flag";
  char *line = NULL;
  size_t capacity = 0;
  int good = 1;
  unsigned long number = 0;
  while (good && getline(&line, &capacity, file) != -1) {
    number++;
    line[strcspn(line, "\r\n")] = '\0';
    if (number == 1) {
      good = strcmp(line, header) == 0;
      if (!good) fprintf(stderr, "%s: not a recorded workload: the first line must be \"%s\"\n", name, header);
      continue;
    }
    struct row row;
    if (line[0] == '\0') continue;
    if (!read_row(line, &row)) {
      fprintf(stderr, "%s:%lu: not a row of a workload: %s\n", name, number, line);
      good = 0;
    } else {
      good = play(replay, &row);
      if (good) replay->rows[row.operation]++;
      else fprintf(stderr, "%s:%lu: the run ends at this row: %s\n", name, number, line);
    }
  }
  free(line);
  if (good && ferror(file)) {
    fprintf(stderr, "%s: %s\n", name, strerror(errno));
    return 0;
  }
  if (good && number == 0) fprintf(stderr, "%s: the file is empty\n", name);
  return good && number != 0;
}

/* ---- The end ---- */

/* Compares what is alive, and says in one line what was done. Returns whether all of it holds its bytes. */
static int summarize(struct replay *replay, const char *name) {
  int good = 1;
  UINT64 alive = 0;
  for (size_t i = 0; i < replay->capacity; i++) {
    if (replay->allocations[i].handle == 0) continue;
    alive++;
    good &= check(replay, i, &replay->allocations[i]);
  }
  printf("%s: %llu created, %llu destroyed (%llu while locked), %llu locked, %llu alive; "
         "%.2f MiB written and read back; not yet played:",
         name, (unsigned long long)replay->rows[CREATE], (unsigned long long)replay->rows[DESTROY],
         (unsigned long long)replay->destroyed_locked, (unsigned long long)replay->rows[LOCK],
         (unsigned long long)alive, (double)replay->bytes_checked / (1 << 20));
  const char *separator = " ";
  for (int operation = MAP; operation < OPERATIONS; operation++) {
    if (replay->rows[operation] == 0) continue;
    printf("%s%llu %s", separator, (unsigned long long)replay->rows[operation], operation_names[operation]);
    separator = ", ";
  }
  puts(separator[0] == ' ' ? " nothing" : "");
  return good;
}

int main(int count, char **arguments) {
  if (count != 2 || strcmp(arguments[1], "--help") == 0 || strcmp(arguments[1], "-h") == 0) {
    int asked = count == 2;
    fprintf(asked ? stdout : stderr,
            "usage: replay-workload FILE.csv\n\n"
            "Plays a recorded workload through D3DKMT on the first adapter: creates, locks, fills, compares and\n"
            "destroys allocations. Exit code: 0 when every played row succeeded, 1 otherwise, 2 for bad usage.\n");
    return asked ? 0 : 2;
  }
  const char *path = arguments[1];
  FILE *file = fopen(path, "r");
  if (file == NULL) {
    fprintf(stderr, "%s: %s\n", path, strerror(errno));
    return 2;
  }
  const char *slash = strrchr(path, '/');
  const char *name = slash == NULL ? path : slash + 1;

  struct replay replay = {0};
  int good = client_open(&replay.client);
  if (good) {
    good = replay_file(&replay, file, name);
    good = summarize(&replay, name) && good;
  }
  fclose(file);
  /* The device and what lives on it stay: the program that was recorded left them too, and the report shows them. */
  return good ? 0 : 1;
}
