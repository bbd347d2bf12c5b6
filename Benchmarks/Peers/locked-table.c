/* What Sources/lookup does, with the usual way to do it: a table of pointers behind a pthread rwlock, and a count in each
 * object.
 *
 *   locked-table LIVE LOOKUPS [THREADS]   nanoseconds a lookup; each thread does LOOKUPS */
#include "workload.h"

#include <pthread.h>
#include <stdatomic.h>

struct object {
  uint64_t size;
  uint32_t handle;
  uint32_t kind;
  atomic_uint references;
  uint64_t more[5];
};

static pthread_rwlock_t lock = PTHREAD_RWLOCK_INITIALIZER;
static struct object **table;
static uint32_t *handles;
static size_t live, lookups, threads;

static struct object *resolve(uint32_t handle, uint32_t kind) {
  struct object *found = NULL;
  size_t index = handle >> 6 & 0xFFFFFF;
  pthread_rwlock_rdlock(&lock);
  if (index < live && table[index] && table[index]->handle == handle && table[index]->kind == kind) {
    found = table[index];
    atomic_fetch_add_explicit(&found->references, 1, memory_order_relaxed);
  }
  pthread_rwlock_unlock(&lock);
  return found;
}

static uint64_t pass(size_t operations, size_t first) {
  uint64_t sum = 0;
  size_t at = first;
  for (size_t i = 0; i < operations; i++) {
    struct object *found = resolve(handles[at], 3);
    if (++at == live) at = 0;
    if (!found) continue;
    sum += found->size;
    sum += atomic_fetch_sub_explicit(&found->references, 1, memory_order_acq_rel) == 0;
  }
  return sum;
}

struct work {
  size_t operations, first;
  uint64_t sum;
};

static void *thread(void *context) {
  struct work *work = context;
  work->sum = pass(work->operations, work->first);
  return NULL;
}

static void passes(size_t operations) {
  pthread_t ids[64];
  struct work works[64];
  for (size_t i = 0; i < threads; i++) {
    works[i] = (struct work){operations, live / threads * i, 0};
    if (i > 0 && pthread_create(&ids[i], NULL, thread, &works[i]) != 0) exit(1);
  }
  thread(&works[0]);
  for (size_t i = 1; i < threads; i++) pthread_join(ids[i], NULL);
  for (size_t i = 0; i < threads; i++) fprintf(stderr, "%s", works[i].sum == 1 ? " " : "");
}

int main(int count, char **words) {
  if (count < 3) return 2;
  live = strtoull(words[1], NULL, 10), lookups = strtoull(words[2], NULL, 10);
  threads = count > 3 ? strtoull(words[3], NULL, 10) : 1;
  if (live == 0 || lookups == 0 || threads == 0 || threads > 64) return 2;
  table = calloc(live, sizeof *table);
  handles = calloc(live, sizeof *handles);
  struct object *objects = calloc(live, sizeof *objects);
  if (!table || !handles || !objects) return 1;
  for (size_t i = 0; i < live; i++) {
    handles[i] = 0x40000000u | (uint32_t)i << 6;
    objects[i] = (struct object){.size = i, .handle = handles[i], .kind = 3};
    table[i] = &objects[i];
  }
  for (size_t i = live - 1; i > 0; i--) {
    size_t other = next_random() % (i + 1);
    uint32_t handle = handles[i];
    handles[i] = handles[other];
    handles[other] = handle;
  }
  passes(lookups / 10);
  uint64_t start = now();
  passes(lookups);
  printf("%.3f\n", (double)(now() - start) / (double)lookups);
  return 0;
}
