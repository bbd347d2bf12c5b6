/* What the writer of recordings needs of C: a file mapped ahead of the writer, and records that are copied and summed in
 * one go. The format is in docs/recording.md. Functions that return int return 0 or an errno. */
#ifndef DXGK_RECORDING_H
#define DXGK_RECORDING_H
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* Creates `path`, mode 0600, closed by exec. EEXIST when there is such a file: an existing one is never touched. */
int dxgk_recording_create(const char *path, int *file);
void dxgk_recording_close(int file);

/* Sets address space aside, so that the file's mapping never moves: `*bytes` at most, less where that is refused. */
int dxgk_recording_reserve(size_t *bytes, void **base);
void dxgk_recording_release(void *base, size_t bytes);

/* Gives the file the bytes [from, to), maps them at base + from, and makes their pages present. `from` and `to` are page
 * multiples. With an errno nothing can be written there; bytes below `from` are as before. */
int dxgk_recording_extend(int file, void *base, size_t from, size_t to);

/* Writes a call's record: stores length and `check` into the frame, copies it to `to`, its length last. `check` is over the
 * whole frame with the check as zero, from `seed`. `bytes` is a multiple of 8, both places are 8-aligned. Returns the check. */
uint32_t dxgk_record_write(void *to, void *frame, uint32_t bytes, uint32_t seed);

/* Copies answer words from the frame to the record and continues `sum` over them. */
uint32_t dxgk_record_answer(void *to, const void *from, size_t words, uint32_t sum);

/* Stores that a reader, and a crash, never see before what was stored earlier. */
static inline void dxgk_store32(void *to, uint32_t value) { __atomic_store_n((uint32_t *)to, value, __ATOMIC_RELEASE); }
static inline void dxgk_store64(void *to, uint64_t value) { __atomic_store_n((uint64_t *)to, value, __ATOMIC_RELEASE); }
static inline void dxgk_count64(void *to) { __atomic_fetch_add((uint64_t *)to, 1, __ATOMIC_RELAXED); }

/* Milliseconds of the coarse monotonic clock: a few nanoseconds to read, a few milliseconds fine. */
uint64_t dxgk_coarse_milliseconds(void);
/* Milliseconds since `begun`; while time is virtual, what it was set to. */
uint64_t dxgk_elapsed_milliseconds(uint64_t begun);
/* Time stands still at `milliseconds` from now on. */
void dxgk_virtual_time_set(uint64_t milliseconds);
/* 0; EINVAL when time is real, ERANGE when the sum does not fit. */
int dxgk_virtual_time_advance(uint64_t milliseconds);
void dxgk_virtual_time_end(void);
/* Whether time is virtual, and then its milliseconds. */
bool dxgk_virtual_time_get(uint64_t *milliseconds);
/* Nanoseconds since 1970. */
uint64_t dxgk_wall_nanoseconds(void);
/* A number nobody else has. */
uint64_t dxgk_random64(void);

/* The loaded module that `address` is in: the addresses its segments cover, the address that offsets count from, and its
 * path (cut off at `capacity`). 0, or ENOENT when no module covers it. */
struct dxgk_module {
  uintptr_t start, end, base;
};
int dxgk_module_find(uintptr_t address, struct dxgk_module *module, char *path, size_t capacity);
#endif
