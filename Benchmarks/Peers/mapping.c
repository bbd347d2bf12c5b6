/* mmap and munmap of fresh memory: `mapping SIZE PAIRS`. */
#include "workload.h"

#include <sys/mman.h>

static void *live[1000];
static size_t length[1000];

#define CREATE(slot, size) \
  do { \
    live[slot] = mmap(NULL, length[slot] = (size), PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0); \
    if (live[slot] == MAP_FAILED) exit(1); \
  } while (0)
#define DESTROY(slot) munmap(live[slot], length[slot])

int main(int count, char **words) {
  if (count < 3) return 2;
  make_sizes(words[1]);
  size_t pairs = strtoull(words[2], NULL, 10);
  MEASURE_PAIRS((size_t)1000, pairs, CREATE, DESTROY);
  return 0;
}
