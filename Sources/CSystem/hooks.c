#define _GNU_SOURCE
#include <dlfcn.h>
#include <elf.h>
#include <errno.h>
#include <link.h>
#include <pthread.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>

#include "arena.h"

/* ---- Memory, as the driver asks for it ---- */

#define CALLER ((uintptr_t)__builtin_return_address(0))

/* What does not fit into the arena comes from where it would have come without us. */
static void *make(size_t size, uintptr_t caller) {
  void *made = dxgk_arena_make(size, BLOCK, caller);
  return made ? made : malloc(size);
}

static void end(void *address, uintptr_t caller) {
  if (!address) return;
  struct block *block = dxgk_arena_find((uintptr_t)address);
  if (!block) {
    free(address);
    return;
  }
  struct dxgk_mishap mishap = {
      .function = dxgk_arena_function(), .made_in = block->made_in, .ended_in = block->ended_in, .size = block->size,
      .offset = (uint8_t *)address - block->start, .address = (uintptr_t)address, .code = dxgk_arena_code(caller),
  };
  if (block->kind != BLOCK || block->start != address) {
    mishap.kind = DXGK_MISHAP_FREE_OF_NOTHING;
  } else if (!block->is_alive) {
    mishap.kind = DXGK_MISHAP_DOUBLE_FREE;
  } else {
    int paused = dxgk_trace_pause(1);
    uint8_t *behind = block->start + block->size;
    for (; ((uintptr_t)behind & 15) != 0; behind++) {
      if (*behind == 0xFD) continue;
      mishap.kind = DXGK_MISHAP_WROTE_BEHIND;
      mishap.is_write = 1;
      mishap.offset = behind - block->start;
      break;
    }
    dxgk_trace_pause(paused);
    dxgk_arena_end(block);
  }
  if (mishap.kind != DXGK_MISHAP_NONE) dxgk_arena_tell(mishap);
}

/* Fresh memory is full of a pattern that no program takes for zero. */
static void *hook_malloc(size_t size) {
  void *made = make(size, CALLER);
  if (made) memset(made, 0xCD, size);
  return made;
}

static void *hook_calloc(size_t count, size_t size) {
  size_t bytes;
  if (__builtin_mul_overflow(count, size, &bytes)) return NULL;
  void *made = make(bytes, CALLER);
  if (made) memset(made, 0, bytes);
  return made;
}

static void hook_free(void *address) { end(address, CALLER); }

static void *hook_realloc(void *old, size_t size) {
  struct block *block = old ? dxgk_arena_find((uintptr_t)old) : NULL;
  if (old && !block) return realloc(old, size);
  void *made = make(size, CALLER);
  if (!made || !old) return made;
  int paused = dxgk_trace_pause(1);
  memcpy(made, old, block->size < size ? block->size : size);
  dxgk_trace_pause(paused);
  end(old, CALLER);
  return made;
}

static int hook_posix_memalign(void **result, size_t alignment, size_t size) {
  if (alignment > 16) return posix_memalign(result, alignment, size);
  *result = make(size, CALLER);
  return *result ? 0 : ENOMEM;
}

static void *hook_aligned_alloc(size_t alignment, size_t size) {
  return alignment > 16 ? aligned_alloc(alignment, size) : make(size, CALLER);
}

static char *hook_strdup(const char *text) {
  size_t size = strlen(text) + 1;
  char *made = make(size, CALLER);
  return made ? memcpy(made, text, size) : NULL;
}

static void hook_free_sized(void *address, size_t size) {
  (void)size;
  end(address, CALLER);
}

/* ---- Locks: what a thread holds ---- */

static int took(void *lock, int result) {
  if (result == 0) dxgk_trace_lock((uintptr_t)lock, true);
  return result;
}

static int hook_mutex_lock(pthread_mutex_t *lock) {
  int paused = dxgk_trace_pause(1);
  int result = took(lock, pthread_mutex_lock(lock));
  dxgk_trace_pause(paused);
  return result;
}
static int hook_mutex_trylock(pthread_mutex_t *lock) {
  int paused = dxgk_trace_pause(1);
  int result = took(lock, pthread_mutex_trylock(lock));
  dxgk_trace_pause(paused);
  return result;
}
static int hook_mutex_unlock(pthread_mutex_t *lock) {
  int paused = dxgk_trace_pause(1);
  dxgk_trace_lock((uintptr_t)lock, false);
  int result = pthread_mutex_unlock(lock);
  dxgk_trace_pause(paused);
  return result;
}
static int hook_spin_lock(pthread_spinlock_t *lock) {
  int paused = dxgk_trace_pause(1);
  int result = took((void *)(uintptr_t)lock, pthread_spin_lock(lock));
  dxgk_trace_pause(paused);
  return result;
}
static int hook_spin_unlock(pthread_spinlock_t *lock) {
  int paused = dxgk_trace_pause(1);
  dxgk_trace_lock((uintptr_t)lock, false);
  int result = pthread_spin_unlock(lock);
  dxgk_trace_pause(paused);
  return result;
}
static int hook_rwlock_rdlock(pthread_rwlock_t *lock) {
  int paused = dxgk_trace_pause(1);
  int result = took(lock, pthread_rwlock_rdlock(lock));
  dxgk_trace_pause(paused);
  return result;
}
static int hook_rwlock_wrlock(pthread_rwlock_t *lock) {
  int paused = dxgk_trace_pause(1);
  int result = took(lock, pthread_rwlock_wrlock(lock));
  dxgk_trace_pause(paused);
  return result;
}
static int hook_rwlock_unlock(pthread_rwlock_t *lock) {
  int paused = dxgk_trace_pause(1);
  dxgk_trace_lock((uintptr_t)lock, false);
  int result = pthread_rwlock_unlock(lock);
  dxgk_trace_pause(paused);
  return result;
}

/* ---- The image's imports ---- */

#define HOOK(name, function) {name, (uintptr_t)&function}
static const struct {
  const char *name;
  uintptr_t function;
} hooks[] = {
    HOOK("malloc", hook_malloc), HOOK("calloc", hook_calloc), HOOK("realloc", hook_realloc), HOOK("free", hook_free),
    HOOK("posix_memalign", hook_posix_memalign), HOOK("aligned_alloc", hook_aligned_alloc), HOOK("strdup", hook_strdup),
    HOOK("_Znwm", hook_malloc), HOOK("_Znam", hook_malloc), HOOK("_ZdlPv", hook_free), HOOK("_ZdaPv", hook_free),
    HOOK("_ZdlPvm", hook_free_sized), HOOK("_ZdaPvm", hook_free_sized),
    HOOK("pthread_mutex_lock", hook_mutex_lock), HOOK("pthread_mutex_trylock", hook_mutex_trylock),
    HOOK("pthread_mutex_unlock", hook_mutex_unlock), HOOK("pthread_spin_lock", hook_spin_lock),
    HOOK("pthread_spin_unlock", hook_spin_unlock), HOOK("pthread_rwlock_rdlock", hook_rwlock_rdlock),
    HOOK("pthread_rwlock_wrlock", hook_rwlock_wrlock), HOOK("pthread_rwlock_unlock", hook_rwlock_unlock),
};

static uintptr_t hook_named(const char *name) {
  for (size_t i = 0; i < sizeof hooks / sizeof hooks[0]; i++)
    if (strcmp(hooks[i].name, name) == 0) return hooks[i].function;
  return 0;
}

/* The kinds of a relocation that holds the address of a symbol. */
static bool holds_address(uint64_t type) {
#if defined(__x86_64__)
  return type == R_X86_64_JUMP_SLOT || type == R_X86_64_GLOB_DAT || type == R_X86_64_64;
#elif defined(__aarch64__)
  return type == R_AARCH64_JUMP_SLOT || type == R_AARCH64_GLOB_DAT || type == R_AARCH64_ABS64;
#else
  return false;
#endif
}

/* The slot may lie on a page that was made read-only after loading. */
static int put(uintptr_t slot, uintptr_t value) {
  void *page = (void *)(slot & ~(uintptr_t)(PAGE - 1));
  if (mprotect(page, PAGE, PROT_READ | PROT_WRITE) != 0) return errno;
  *(uintptr_t *)slot = value;
  return 0;
}

int dxgk_hooks_install(const struct dxgk_image *image) {
  struct link_map *map;
  if (dlinfo(image->library, RTLD_DI_LINKMAP, &map) != 0) return ENOEXEC;
  uintptr_t values[64] = {0};
  for (const ElfW(Dyn) *entry = map->l_ld; entry->d_tag != DT_NULL; entry++)
    if (entry->d_tag >= 0 && entry->d_tag < 64) values[entry->d_tag] = entry->d_un.d_ptr;
  const ElfW(Sym) *symbols = (const void *)values[DT_SYMTAB];
  const char *names = (const void *)values[DT_STRTAB];
  const struct {
    uintptr_t table, bytes;
  } tables[] = {{values[DT_JMPREL], values[DT_PLTRELSZ]}, {values[DT_RELA], values[DT_RELASZ]}};
  for (int t = 0; t < 2; t++) {
    const ElfW(Rela) *entry = (const void *)tables[t].table;
    for (size_t i = 0; entry && i < tables[t].bytes / sizeof *entry; i++, entry++) {
      if (!holds_address(ELF64_R_TYPE(entry->r_info))) continue;
      uintptr_t hook = hook_named(names + symbols[ELF64_R_SYM(entry->r_info)].st_name);
      int error = hook ? put(map->l_addr + entry->r_offset, hook) : 0;
      if (error) return error;
    }
  }
  return 0;
}
