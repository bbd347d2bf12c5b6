/* Files of memory, views of them, and questions about a caller's address range. Each returns 0 or an errno. */
#ifndef DXGK_MEMORY_H
#define DXGK_MEMORY_H
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* Makes a sparse, unlinked file of `bytes` bytes that nobody can shrink or grow. */
int dxgk_memory_create(const char *name, uint64_t bytes, int *descriptor);
void dxgk_memory_close(int descriptor);

/* Maps a range of a file, shared; the mapping is not inherited by a forked child. `bytes` is a page multiple. */
int dxgk_memory_map(int descriptor, uint64_t offset, size_t bytes, bool writable, void **address);

/* Maps the first `bytes` bytes of somebody else's file, shared, not inherited by a forked child. EBADF: no descriptor;
 * EACCES: not open for that; EINVAL: no file with content, or too short, or as long as `own_length`: one of ours. */
int dxgk_memory_map_section(int descriptor, uint64_t bytes, bool writable, uint64_t own_length, void **address);

void dxgk_memory_unmap(void *address, size_t bytes);

/* Gives the pages of a range back; they read as zero afterwards. */
int dxgk_memory_discard(int descriptor, uint64_t offset, uint64_t bytes);

/* Bytes of memory that a file holds, counted in whole pages. */
uint64_t dxgk_memory_held(int descriptor);

/* Whether every page of [address, address + bytes) is mapped by this process. */
bool dxgk_memory_is_mapped(uint64_t address, uint64_t bytes);

/* Whether this process may write to every page of [address, address + bytes). Reads the list of mappings. */
bool dxgk_memory_is_writable(uint64_t address, uint64_t bytes);

/* The machine's physical memory in bytes, its page size, and the resident bytes of this process. */
uint64_t dxgk_memory_installed(void);
uint64_t dxgk_memory_page(void);
uint64_t dxgk_memory_resident(void);
#endif
