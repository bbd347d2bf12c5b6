#define _GNU_SOURCE
#include "dxgk_memory.h"

#include <errno.h>
#include <fcntl.h>
#include <inttypes.h>
#include <stdio.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

int dxgk_memory_create(const char *name, uint64_t bytes, int *descriptor) {
  int file = memfd_create(name, MFD_CLOEXEC | MFD_ALLOW_SEALING);
  if (file < 0) return errno;
  if (ftruncate(file, (off_t)bytes) != 0 ||
      fcntl(file, F_ADD_SEALS, F_SEAL_SHRINK | F_SEAL_GROW | F_SEAL_SEAL) != 0) {
    int error = errno;
    close(file);
    return error;
  }
  *descriptor = file;
  return 0;
}

void dxgk_memory_close(int descriptor) { close(descriptor); }

int dxgk_memory_map(int descriptor, uint64_t offset, size_t bytes, bool writable, void **address) {
  int protection = writable ? PROT_READ | PROT_WRITE : PROT_READ;
  void *view = mmap(NULL, bytes, protection, MAP_SHARED, descriptor, (off_t)offset);
  if (view == MAP_FAILED) return errno;
  if (madvise(view, bytes, MADV_DONTFORK) != 0) {
    int error = errno;
    munmap(view, bytes);
    return error;
  }
  *address = view;
  return 0;
}

int dxgk_memory_map_section(int descriptor, uint64_t bytes, bool writable, uint64_t own_length, void **address) {
  struct stat status;
  if (fstat(descriptor, &status) != 0) return errno;
  uint64_t length = (uint64_t)status.st_size;
  if (!S_ISREG(status.st_mode) || length < bytes || length == own_length) return EINVAL;
  return dxgk_memory_map(descriptor, 0, bytes, writable, address);
}

void dxgk_memory_unmap(void *address, size_t bytes) { munmap(address, bytes); }

int dxgk_memory_discard(int descriptor, uint64_t offset, uint64_t bytes) {
  int result;
  do {
    result = fallocate(descriptor, FALLOC_FL_PUNCH_HOLE | FALLOC_FL_KEEP_SIZE, (off_t)offset, (off_t)bytes);
  } while (result != 0 && errno == EINTR);
  return result == 0 ? 0 : errno;
}

uint64_t dxgk_memory_held(int descriptor) {
  struct stat status;
  return fstat(descriptor, &status) == 0 ? (uint64_t)status.st_blocks * 512 : 0;
}

bool dxgk_memory_is_mapped(uint64_t address, uint64_t bytes) {
  /* msync(MS_ASYNC) writes nothing; it only walks the mappings, and says ENOMEM at the first hole. */
  return msync((void *)(uintptr_t)address, (size_t)bytes, MS_ASYNC) == 0;
}

bool dxgk_memory_is_writable(uint64_t address, uint64_t bytes) {
  FILE *maps = fopen("/proc/self/maps", "re");
  if (maps == NULL) return false;
  uint64_t next = address, start, end;
  char rights[5];
  /* In the order of addresses: the range is writable as long as each mapping begins where the one before ended. */
  while (next < address + bytes && fscanf(maps, "%" SCNx64 "-%" SCNx64 " %4s%*[^\n]", &start, &end, rights) == 3) {
    if (end <= next) continue;
    if (start > next || rights[1] != 'w') break;
    next = end;
  }
  fclose(maps);
  return next >= address + bytes;
}

uint64_t dxgk_memory_installed(void) {
  return (uint64_t)sysconf(_SC_PHYS_PAGES) * (uint64_t)sysconf(_SC_PAGESIZE);
}

uint64_t dxgk_memory_page(void) { return (uint64_t)sysconf(_SC_PAGESIZE); }

uint64_t dxgk_memory_resident(void) {
  unsigned long total = 0, resident = 0;
  FILE *file = fopen("/proc/self/statm", "re");
  if (file == NULL) return 0;
  int fields = fscanf(file, "%lu %lu", &total, &resident);
  fclose(file);
  return fields == 2 ? (uint64_t)resident * dxgk_memory_page() : 0;
}
