#define _GNU_SOURCE
#include "arena.h"

#include <errno.h>
#include <pthread.h>
#include <string.h>
#include <sys/mman.h>

#include "dxgk_current.h"

/* Address space only; pages come when they are touched. */
static const size_t arena_pages = (size_t)1 << 24, arena_blocks = (size_t)1 << 20;

struct arena dxgk_arena;
static pthread_mutex_t lock = PTHREAD_MUTEX_INITIALIZER;

static void *reserve(size_t bytes, int protection) {
  void *at = mmap(NULL, bytes, protection, MAP_PRIVATE | MAP_ANONYMOUS | MAP_NORESERVE, -1, 0);
  return at == MAP_FAILED ? NULL : at;
}

int dxgk_watch_begin_arena(void) {
  dxgk_arena.memory = reserve(arena_pages * PAGE, PROT_NONE);
  dxgk_arena.blocks = reserve(arena_blocks * sizeof *dxgk_arena.blocks, PROT_READ | PROT_WRITE);
  dxgk_arena.owners = reserve(arena_pages * sizeof *dxgk_arena.owners, PROT_READ | PROT_WRITE);
  return dxgk_arena.memory && dxgk_arena.blocks && dxgk_arena.owners ? 0 : ENOMEM;
}

uint32_t dxgk_arena_function(void) { return dxgk_current_function(); }

uint64_t dxgk_arena_code(uintptr_t address) {
  for (int i = 0; i < IMAGES; i++) {
    const struct dxgk_image *image = &dxgk_arena.images[i];
    if (address >= image->start && address < image->end) return address - image->start;
  }
  return UINT64_MAX;
}

struct block *dxgk_arena_find(uintptr_t address) {
  uintptr_t first = (uintptr_t)dxgk_arena.memory;
  if (!first || address < first || address >= first + arena_pages * PAGE) return NULL;
  uint32_t owner = dxgk_arena.owners[(address - first) / PAGE];
  return owner ? &dxgk_arena.blocks[owner - 1] : NULL;
}

/* A block at the end of its pages, a page that faults behind it. What lies between its size and that page (alignment to 16
 * bytes) is filled with a pattern. */
void *dxgk_arena_make(size_t size, enum block_kind kind, uintptr_t caller) {
  size_t room = (size + 15) & ~(size_t)15;
  if (room == 0) room = 16;
  if (size > (size_t)1 << 30) return NULL;
  uint32_t pages = (uint32_t)((room + PAGE - 1) / PAGE);
  pthread_mutex_lock(&lock);
  uint32_t number = dxgk_arena.block_count, page = dxgk_arena.page_count;
  bool fits = number < arena_blocks && page + pages + 1 < arena_pages;
  uint8_t *at = dxgk_arena.memory + (size_t)page * PAGE;
  if (!fits || mprotect(at, (size_t)pages * PAGE, PROT_READ | PROT_WRITE) != 0) {
    pthread_mutex_unlock(&lock);
    return NULL;
  }
  dxgk_arena.block_count++;
  dxgk_arena.page_count += pages + 1;
  for (uint32_t i = 0; i <= pages; i++) dxgk_arena.owners[page + i] = number + 1;
  uint8_t *start = at + (size_t)pages * PAGE - room;
  dxgk_arena.blocks[number] = (struct block){
      .start = start, .size = size, .pages = pages, .made_in = dxgk_arena_function(),
      .code = dxgk_arena_code(caller), .kind = (uint8_t)kind, .is_alive = true,
  };
  memset(start + size, 0xFD, room - size);
  pthread_mutex_unlock(&lock);
  return start;
}

void dxgk_arena_end(struct block *block) {
  pthread_mutex_lock(&lock);
  block->is_alive = false;
  block->ended_in = dxgk_arena_function();
  uintptr_t first = (uintptr_t)block->start & ~(uintptr_t)(PAGE - 1);
  mprotect((void *)first, (size_t)block->pages * PAGE, PROT_NONE);
  madvise((void *)first, (size_t)block->pages * PAGE, MADV_DONTNEED);
  pthread_mutex_unlock(&lock);
}

void dxgk_arena_tell(struct dxgk_mishap mishap) {
  struct dxgk_watch *watch = dxgk_arena.watch;
  uint32_t number = __atomic_fetch_add(&watch->count, 1, __ATOMIC_RELAXED);
  if (number < DXGK_WATCH_MISHAPS) watch->mishaps[number] = mishap;
}

/* ---- Loans ---- */

void *dxgk_watch_lend(const void *from, size_t size, bool read_only) {
  uint8_t *loan = dxgk_arena_make(size, read_only ? READ_ONLY_LOAN : LOAN, 0);
  if (!loan) return NULL;
  memcpy(loan, from, size);
  if (read_only) {
    struct block *block = dxgk_arena_find((uintptr_t)loan);
    mprotect((void *)((uintptr_t)loan & ~(uintptr_t)(PAGE - 1)), (size_t)block->pages * PAGE, PROT_READ);
  }
  return loan;
}

void dxgk_watch_take_back(void *loan) {
  struct block *block = dxgk_arena_find((uintptr_t)loan);
  if (block && block->is_alive) dxgk_arena_end(block);
}

/* ---- What is left ---- */

uint32_t dxgk_watch_block_count(void) { return dxgk_arena.block_count; }

bool dxgk_watch_block(uint32_t number, struct dxgk_block *result) {
  struct block *block = &dxgk_arena.blocks[number];
  if (!block->is_alive || block->kind != BLOCK) return false;
  *result = (struct dxgk_block){.size = block->size, .made_in = block->made_in, .code = block->code};
  return true;
}
