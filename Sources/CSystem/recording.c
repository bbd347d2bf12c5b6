#define _GNU_SOURCE
#include "dxgk_recording.h"

#include <errno.h>
#include <fcntl.h>
#include <link.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/random.h>
#include <sys/resource.h>
#include <sys/uio.h>
#include <time.h>
#include <unistd.h>

#include "dxgk_crc32c.h"

#ifndef MADV_POPULATE_WRITE
#define MADV_POPULATE_WRITE 23
#endif

int dxgk_recording_create(const char *path, int *file) {
  int descriptor = open(path, O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC | O_NOCTTY, 0600);
  if (descriptor < 0) return errno;
  *file = descriptor;
  return 0;
}

void dxgk_recording_close(int file) { close(file); }

int dxgk_recording_reserve(size_t *bytes, void **base) {
  /* Nothing is charged for it; only a limit on address space can say no. */
  for (size_t size = *bytes; size >= 1u << 20; size /= 2) {
    void *place = mmap(NULL, size, PROT_NONE, MAP_PRIVATE | MAP_ANONYMOUS | MAP_NORESERVE, -1, 0);
    if (place == MAP_FAILED) continue;
    madvise(place, size, MADV_DONTFORK);
    madvise(place, size, MADV_DONTDUMP);
    *bytes = size;
    *base = place;
    return 0;
  }
  return ENOMEM;
}

void dxgk_recording_release(void *base, size_t bytes) { munmap(base, bytes); }

/* Blocks for the bytes, so that a full disk is an answer here and not a SIGBUS at the writer. */
static int allocate_blocks(int file, size_t from, size_t to) {
  struct rlimit limit;
  /* Past this limit the system would answer with SIGXFSZ. */
  if (getrlimit(RLIMIT_FSIZE, &limit) == 0 && limit.rlim_cur != RLIM_INFINITY && to > limit.rlim_cur) return EFBIG;
  int result;
  do {
    result = fallocate(file, 0, (off_t)from, (off_t)(to - from));
  } while (result != 0 && errno == EINTR);
  if (result == 0) return 0;
  if (errno != EOPNOTSUPP) return errno;
  return posix_fallocate(file, (off_t)from, (off_t)(to - from));
}

/* Writes zeros over the bytes, although they read as zero already: written in one go they come into memory in pieces of many
 * pages, and cost a quarter of what they cost one fault at a time. What goes wrong here shows later or never. */
static void bring_into_memory(int file, size_t from, size_t to) {
  static const uint8_t zeros[64 << 10];
  struct iovec pieces[64];
  while (from < to) {
    size_t bytes = 0;
    int count = 0;
    for (; count < 64 && from + bytes < to; count++) {
      size_t rest = to - from - bytes;
      pieces[count].iov_base = (void *)zeros;
      pieces[count].iov_len = rest < sizeof zeros ? rest : sizeof zeros;
      bytes += pieces[count].iov_len;
    }
    ssize_t written = pwritev(file, pieces, count, (off_t)from);
    if (written < 0 && errno == EINTR) continue;
    if (written <= 0) return;
    from += (size_t)written;
  }
}

int dxgk_recording_extend(int file, void *base, size_t from, size_t to) {
  int error = allocate_blocks(file, from, to);
  if (error != 0) return error;
  bring_into_memory(file, from, to);
  uint8_t *place = (uint8_t *)base + from;
  void *view = mmap(place, to - from, PROT_READ | PROT_WRITE, MAP_SHARED | MAP_FIXED, file, (off_t)from);
  if (view == MAP_FAILED) return errno;
  if (madvise(view, to - from, MADV_DONTFORK) != 0) return errno;
  /* Present before they are needed: a page fault in the middle of a call costs more than the call. Where the system is too
   * old for this, the faults happen. */
  madvise(view, to - from, MADV_POPULATE_WRITE);
  return 0;
}

/* Offsets of `length` and `check`: see docs/recording.md. */
enum { length_at = 0, check_at = 8 };

uint32_t dxgk_record_write(void *to, void *frame, uint32_t bytes, uint32_t seed) {
  memcpy((uint8_t *)frame + length_at, &bytes, sizeof bytes);
  memset((uint8_t *)frame + check_at, 0, sizeof(uint32_t));
  uint32_t check = dxgk_crc32c(seed, frame, bytes / 8);
  memcpy((uint8_t *)frame + check_at, &check, sizeof check);
  memcpy((uint8_t *)to + 4, (uint8_t *)frame + 4, bytes - 4);
  dxgk_store32(to, bytes);
  return check;
}

uint32_t dxgk_record_answer(void *to, const void *from, size_t words, uint32_t sum) {
  memcpy(to, from, words * 8);
  return dxgk_crc32c(sum, from, words);
}

/* Virtual time plus one; 0 while time is real. */
static uint64_t virtual_time;

void dxgk_virtual_time_set(uint64_t milliseconds) {
  __atomic_store_n(&virtual_time, milliseconds == UINT64_MAX ? milliseconds : milliseconds + 1, __ATOMIC_RELAXED);
}

int dxgk_virtual_time_advance(uint64_t milliseconds) {
  uint64_t now = __atomic_load_n(&virtual_time, __ATOMIC_RELAXED), then;
  do {
    if (now == 0) return EINVAL;
    if (__builtin_add_overflow(now, milliseconds, &then)) return ERANGE;
  } while (!__atomic_compare_exchange_n(&virtual_time, &now, then, 0, __ATOMIC_RELAXED, __ATOMIC_RELAXED));
  return 0;
}

bool dxgk_virtual_time_get(uint64_t *milliseconds) {
  uint64_t set = __atomic_load_n(&virtual_time, __ATOMIC_RELAXED);
  if (set == 0) return false;
  *milliseconds = set - 1;
  return true;
}

void dxgk_virtual_time_end(void) { __atomic_store_n(&virtual_time, 0, __ATOMIC_RELAXED); }

uint64_t dxgk_elapsed_milliseconds(uint64_t begun) {
  uint64_t set = __atomic_load_n(&virtual_time, __ATOMIC_RELAXED);
  return __builtin_expect(set != 0, 0) ? set - 1 : dxgk_coarse_milliseconds() - begun;
}

uint64_t dxgk_coarse_milliseconds(void) {
  struct timespec now;
  clock_gettime(CLOCK_MONOTONIC_COARSE, &now);
  return (uint64_t)now.tv_sec * 1000 + (uint64_t)now.tv_nsec / 1000000;
}

uint64_t dxgk_wall_nanoseconds(void) {
  struct timespec now;
  clock_gettime(CLOCK_REALTIME, &now);
  return (uint64_t)now.tv_sec * 1000000000 + (uint64_t)now.tv_nsec;
}

uint64_t dxgk_random64(void) {
  uint64_t number = 0;
  if (getrandom(&number, sizeof number, GRND_NONBLOCK) == (ssize_t)sizeof number) return number;
  /* Before the system has gathered entropy: time and process differ enough to tell recordings apart. */
  return dxgk_wall_nanoseconds() * 0x9e3779b97f4a7c15u ^ (uint64_t)getpid() << 40;
}

struct search {
  uintptr_t address;
  struct dxgk_module *module;
  char *path;
  size_t capacity;
  int found;
};

static int look_at(struct dl_phdr_info *info, size_t size, void *context) {
  (void)size;
  struct search *search = context;
  uintptr_t start = UINTPTR_MAX, end = 0;
  for (int i = 0; i < info->dlpi_phnum; i++) {
    const ElfW(Phdr) *segment = &info->dlpi_phdr[i];
    if (segment->p_type != PT_LOAD) continue;
    uintptr_t first = info->dlpi_addr + segment->p_vaddr, last = first + segment->p_memsz;
    if (first < start) start = first;
    if (last > end) end = last;
  }
  if (search->address < start || search->address >= end) return 0;
  *search->module = (struct dxgk_module){start, end, info->dlpi_addr};
  search->path[0] = 0;
  if (info->dlpi_name != NULL && info->dlpi_name[0] != 0) {
    strncpy(search->path, info->dlpi_name, search->capacity - 1);
    search->path[search->capacity - 1] = 0;
  }
  search->found = 1;
  return 1;
}

int dxgk_module_find(uintptr_t address, struct dxgk_module *module, char *path, size_t capacity) {
  struct search search = {address, module, path, capacity, 0};
  dl_iterate_phdr(look_at, &search);
  if (!search.found) return ENOENT;
  if (path[0] == 0) {
    /* The program itself has no name in that list. */
    ssize_t length = readlink("/proc/self/exe", path, capacity - 1);
    path[length > 0 ? length : 0] = 0;
  }
  return 0;
}
