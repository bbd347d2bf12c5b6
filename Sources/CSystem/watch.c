#define _GNU_SOURCE
#include "dxgk_watch.h"

#include <errno.h>
#include <link.h>
#include <signal.h>
#include <stdatomic.h>
#include <string.h>
#include <sys/mman.h>
#include <ucontext.h>
#include <unistd.h>

#include "arena.h"

int dxgk_watch_begin_arena(void);

static _Thread_local int slot = -1;
static atomic_int slots;

/* ---- How it dies ---- */

static uintptr_t instruction(const ucontext_t *state) {
#if defined(__x86_64__)
  return (uintptr_t)state->uc_mcontext.gregs[REG_RIP];
#elif defined(__aarch64__)
  return (uintptr_t)state->uc_mcontext.pc;
#else
  return 0;
#endif
}

static bool is_write(const ucontext_t *state) {
#if defined(__x86_64__)
  return (state->uc_mcontext.gregs[REG_ERR] & 2) != 0;
#else
  (void)state;
  return false;
#endif
}

/* What an address of the arena says of its access. */
static uint32_t kind_of_access(const struct block *block, uintptr_t address, bool is_write) {
  if (!block->is_alive) return block->kind == BLOCK ? DXGK_MISHAP_USE_AFTER_FREE : DXGK_MISHAP_LOAN_AFTER_RETURN;
  if (address >= (uintptr_t)block->start + block->size) return DXGK_MISHAP_BEYOND_BLOCK;
  return block->kind == READ_ONLY_LOAN && is_write ? DXGK_MISHAP_LOAN_READ_ONLY : DXGK_MISHAP_BAD_ADDRESS;
}

static void dying(int signal, siginfo_t *info, void *context) {
  uintptr_t address = (uintptr_t)info->si_addr;
  if (signal == SIGSEGV && dxgk_trace_fault(address, context)) return;
  if (signal == SIGTRAP && dxgk_trace_step(context)) return;
  struct dxgk_mishap mishap = {
      .kind = DXGK_MISHAP_SIGNAL, .function = dxgk_arena_function(), .signal = (uint32_t)signal,
      .code = dxgk_arena_code(instruction(context)),
  };
  if (signal == SIGSEGV && info->si_code > 0) {
    mishap.kind = DXGK_MISHAP_BAD_ADDRESS;
    mishap.address = address;
    mishap.is_write = is_write(context);
    struct block *block = dxgk_arena_find(address);
    if (block) {
      mishap.kind = kind_of_access(block, address, mishap.is_write);
      mishap.made_in = block->made_in;
      mishap.ended_in = block->ended_in;
      mishap.size = block->size;
      mishap.offset = (int64_t)(address - (uintptr_t)block->start);
    }
  }
  dxgk_arena_tell(mishap);
  /* The instruction runs again, or abort() raises again, and the process ends as it would have. */
  struct sigaction fatal = {.sa_handler = SIG_DFL};
  sigaction(signal, &fatal, NULL);
  if (info->si_code <= 0) raise(signal);
}

/* ---- Beginning ---- */

int dxgk_watch_begin(int file) {
  dxgk_arena.watch = dxgk_watch_map(file);
  if (!dxgk_arena.watch) return errno;
  int error = dxgk_watch_begin_arena();
  if (error) return error;
  dxgk_watch_thread();
  struct sigaction action = {.sa_flags = SA_SIGINFO | SA_ONSTACK};
  action.sa_sigaction = dying;
  sigemptyset(&action.sa_mask);
  static const int signals[] = {SIGSEGV, SIGTRAP, SIGBUS, SIGILL, SIGFPE, SIGABRT};
  for (size_t i = 0; i < sizeof signals / sizeof signals[0]; i++)
    if (sigaction(signals[i], &action, NULL) != 0) return errno;
  return 0;
}

void dxgk_watch_thread(void) {
  const size_t bytes = 64 * 1024;
  stack_t stack = {.ss_size = bytes};
  stack.ss_sp = mmap(NULL, bytes, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
  if (stack.ss_sp != MAP_FAILED) sigaltstack(&stack, NULL);
}

uint32_t dxgk_watch_enter(uint32_t function) {
  if (slot < 0) slot = atomic_fetch_add(&slots, 1) % DXGK_WATCH_THREADS;
  if (!dxgk_arena.watch) return 0;
  return __atomic_exchange_n(&dxgk_arena.watch->running[slot], function, __ATOMIC_RELAXED);
}

static int find_globals(struct dl_phdr_info *info, size_t size, void *context) {
  (void)size;
  struct arena *arena = context;
  uintptr_t relro_end = 0;
  bool is_ours = false;
  for (int i = 0; i < info->dlpi_phnum; i++) {
    const ElfW(Phdr) *header = &info->dlpi_phdr[i];
    uintptr_t start = info->dlpi_addr + header->p_vaddr, end = start + header->p_memsz;
    if (header->p_type == PT_LOAD && start >= arena->images[0].start && end <= arena->images[0].end) {
      is_ours = true;
      if (header->p_flags & PF_W) {
        arena->data_start = start & ~(uintptr_t)(PAGE - 1);
        arena->data_end = (end + PAGE - 1) & ~(uintptr_t)(PAGE - 1);
      }
    }
    if (header->p_type == PT_GNU_RELRO) relro_end = end & ~(uintptr_t)(PAGE - 1);
  }
  /* What the loader made read-only is no variable of the driver. */
  if (is_ours && relro_end > arena->data_start && relro_end <= arena->data_end) arena->data_start = relro_end;
  return is_ours;
}

int dxgk_watch_image(const struct dxgk_image *image) {
  if (!dxgk_arena.watch) return 0;
  memmove(dxgk_arena.images + 1, dxgk_arena.images, sizeof dxgk_arena.images - sizeof dxgk_arena.images[0]);
  dxgk_arena.images[0] = *image;
  dxgk_arena.data_start = dxgk_arena.data_end = 0;
  dl_iterate_phdr(find_globals, &dxgk_arena);
  return dxgk_hooks_install(image);
}

/* ---- The page ---- */

int dxgk_watch_file(void) {
  int file = memfd_create("dxgk-watch", 0);
  if (file >= 0 && ftruncate(file, sizeof(struct dxgk_watch)) != 0) {
    close(file);
    return -1;
  }
  return file;
}

struct dxgk_watch *dxgk_watch_map(int file) {
  void *page = mmap(NULL, sizeof(struct dxgk_watch), PROT_READ | PROT_WRITE, MAP_SHARED, file, 0);
  return page == MAP_FAILED ? NULL : page;
}

void dxgk_watch_unmap(struct dxgk_watch *watch) { munmap(watch, sizeof *watch); }
