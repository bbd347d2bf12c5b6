/* Which memory a call touches: all that was there before it is made inaccessible, each access faults, is written down, and
 * its instruction alone is let through. */
#define _GNU_SOURCE
#include <sys/mman.h>
#include <ucontext.h>

#include "arena.h"
#include "dxgk_current.h"

enum { MOST = 1 << 16, LOCKS = 4, OPEN = 8 };

static struct dxgk_access *accesses;
static uint32_t count, mark;
static bool is_tracing;
static uint64_t held[LOCKS];
static _Thread_local int is_paused;

/* Ranges that the instruction on its way may use. */
static struct {
  uintptr_t start, bytes;
} opened[OPEN];
static int opened_count;

int dxgk_trace_pause(int paused) {
  int before = is_paused;
  is_paused = paused;
  return before;
}

void dxgk_trace_lock(uintptr_t lock, bool is_held) {
  if (!is_tracing) return;
  for (int i = 0; i < LOCKS; i++) {
    if (held[i] != (is_held ? 0 : lock)) continue;
    held[i] = is_held ? lock : 0;
    return;
  }
}

uint32_t dxgk_trace_count(void) { return count; }
const struct dxgk_access *dxgk_trace_accesses(void) { return accesses; }

void dxgk_trace_describe(const struct dxgk_access *access, uint32_t *made_in, uint64_t *size, uint64_t *offset) {
  if (access->block == UINT32_MAX) {
    *made_in = 0;
    *size = 0;
    *offset = access->place - dxgk_arena.images[0].start;
    return;
  }
  const struct block *block = &dxgk_arena.blocks[access->block];
  *made_in = block->made_in;
  *size = block->size;
  *offset = access->place - (uintptr_t)block->start;
}

#if defined(__x86_64__)

bool dxgk_trace_is_possible(void) { return true; }

static void protect(int protection) {
  for (uint32_t i = 0; i < mark; i++) {
    struct block *block = &dxgk_arena.blocks[i];
    if (!block->is_alive || block->kind != BLOCK) continue;
    mprotect((void *)((uintptr_t)block->start & ~(uintptr_t)(PAGE - 1)), (size_t)block->pages * PAGE, protection);
  }
  if (dxgk_arena.data_end > dxgk_arena.data_start)
    mprotect((void *)dxgk_arena.data_start, dxgk_arena.data_end - dxgk_arena.data_start, protection);
}

void dxgk_trace_begin(void) {
  if (!accesses) {
    void *room = mmap(NULL, MOST * sizeof *accesses, PROT_READ | PROT_WRITE,
                      MAP_PRIVATE | MAP_ANONYMOUS | MAP_NORESERVE, -1, 0);
    if (room == MAP_FAILED) return;
    accesses = room;
  }
  count = 0;
  mark = dxgk_arena.block_count;
  for (int i = 0; i < LOCKS; i++) held[i] = 0;
  is_tracing = true;
  protect(PROT_NONE);
}

void dxgk_trace_end(void) {
  if (!is_tracing) return;
  protect(PROT_READ | PROT_WRITE);
  is_tracing = false;
}

enum access { PLAIN, ATOMIC, ACQUIRES };

/* Whether the instruction is atomic, and of the kind that takes a spin lock. */
static enum access kind_of(const uint8_t *code) {
  bool is_locked = false;
  for (;; code++) {
    if (*code == 0xF0) is_locked = true;
    else if (*code != 0x66 && *code != 0x67 && *code != 0xF2 && *code != 0xF3 && *code != 0x2E && *code != 0x36 &&
             *code != 0x3E && *code != 0x26 && *code != 0x64 && *code != 0x65)
      break;
  }
  if ((*code & 0xF0) == 0x40) code++;
  if (*code == 0x86 || *code == 0x87) return ACQUIRES; /* xchg locks by itself */
  if (!is_locked) return PLAIN;
  bool compares = code[0] == 0x0F && (code[1] == 0xB0 || code[1] == 0xB1 || code[1] == 0xAB || code[1] == 0xBA);
  return compares ? ACQUIRES : ATOMIC;
}

static void note(uintptr_t address, uint32_t block, const ucontext_t *state) {
  uint64_t place = address & ~(uint64_t)7;
  uintptr_t at = (uintptr_t)state->uc_mcontext.gregs[REG_RIP];
  bool writes = (state->uc_mcontext.gregs[REG_ERR] & 2) != 0;
  enum access kind = kind_of((const uint8_t *)at);
  /* A plain store to what an exchange took is the release of a spin lock. */
  if (kind == PLAIN && writes)
    for (int i = 0; i < LOCKS; i++)
      if (held[i] == place) {
        held[i] = 0;
        return;
      }
  if (kind == ACQUIRES) dxgk_trace_lock(place, true);
  if (count == MOST) return;
  struct dxgk_access *access = &accesses[count++];
  *access = (struct dxgk_access){
      .place = place, .code = dxgk_arena_code(at), .function = dxgk_current_function(), .block = block,
      .is_write = writes, .is_atomic = kind != PLAIN,
  };
  for (int i = 0; i < LOCKS; i++) access->locks[i] = held[i];
}

bool dxgk_trace_fault(uintptr_t address, void *context) {
  if (!is_tracing || opened_count == OPEN) return false;
  ucontext_t *state = context;
  const struct block *block = dxgk_arena_find(address);
  uint32_t number = block ? (uint32_t)(block - dxgk_arena.blocks) : UINT32_MAX;
  uintptr_t start, bytes;
  if (block) {
    if (!block->is_alive || block->kind != BLOCK || number >= mark) return false;
    if (address >= (uintptr_t)block->start + block->size && !is_paused) return false;
    start = (uintptr_t)block->start & ~(uintptr_t)(PAGE - 1);
    bytes = (size_t)block->pages * PAGE;
    if (address >= start + bytes) return false;
  } else {
    if (address < dxgk_arena.data_start || address >= dxgk_arena.data_end) return false;
    start = address & ~(uintptr_t)(PAGE - 1);
    bytes = PAGE;
  }
  if (!is_paused) note(address, number, state);
  if (mprotect((void *)start, bytes, PROT_READ | PROT_WRITE) != 0) return false;
  opened[opened_count].start = start;
  opened[opened_count++].bytes = bytes;
  state->uc_mcontext.gregs[REG_EFL] |= 0x100; /* stop behind the instruction */
  return true;
}

bool dxgk_trace_step(void *context) {
  ucontext_t *state = context;
  if (opened_count == 0) return false;
  while (opened_count > 0) {
    opened_count--;
    mprotect((void *)opened[opened_count].start, opened[opened_count].bytes, PROT_NONE);
  }
  state->uc_mcontext.gregs[REG_EFL] &= ~(greg_t)0x100;
  return true;
}

#else

bool dxgk_trace_is_possible(void) { return false; }
void dxgk_trace_begin(void) {}
void dxgk_trace_end(void) {}
bool dxgk_trace_fault(uintptr_t address, void *context) {
  (void)address, (void)context;
  return false;
}
bool dxgk_trace_step(void *context) {
  (void)context;
  return false;
}
#endif
