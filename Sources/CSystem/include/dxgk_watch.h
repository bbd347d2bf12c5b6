/* Watching a driver: which of its functions runs, what memory it has, and how it dies.
 *
 * For `dxgk verify`, in a process of its own: what happened is written into a page that the parent has mapped too, so that
 * it survives whatever the driver does. The memory that a watched driver allocates comes from an arena in which nothing is
 * ever used twice: each block ends at a page that faults, and a block that was freed faults as a whole. Memory that a driver
 * is lent for one call (private data) is of the same kind. */
#ifndef DXGK_WATCH_H
#define DXGK_WATCH_H
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "dxgk_image.h"

enum dxgk_mishap_kind {
  DXGK_MISHAP_NONE = 0,
  DXGK_MISHAP_DOUBLE_FREE = 1,
  DXGK_MISHAP_FREE_OF_NOTHING = 2,  /* an address inside the arena that no block begins at */
  DXGK_MISHAP_WROTE_BEHIND = 3,     /* bytes behind a block were changed; found when it was freed */
  DXGK_MISHAP_USE_AFTER_FREE = 4,
  DXGK_MISHAP_BEYOND_BLOCK = 5,     /* the page behind a block was touched */
  DXGK_MISHAP_LOAN_AFTER_RETURN = 6,
  DXGK_MISHAP_LOAN_READ_ONLY = 7,   /* a write to what was lent for reading */
  DXGK_MISHAP_BAD_ADDRESS = 8,
  DXGK_MISHAP_SIGNAL = 9,           /* SIGABRT, SIGILL, SIGFPE, SIGBUS, SIGTRAP */
};

/* What went wrong; every function is a DriverFunction, 0 for none. */
struct dxgk_mishap {
  uint32_t kind;
  uint32_t function; /* that ran on the thread */
  uint32_t made_in;  /* that allocated, or was lent, the memory */
  uint32_t ended_in; /* that freed it */
  uint32_t signal;
  uint32_t is_write;
  uint64_t size;     /* bytes of the block or the loan */
  int64_t offset;    /* of the access, from its beginning */
  uint64_t address;
  uint64_t code;     /* of the instruction, as an offset into the driver's file; UINT64_MAX outside of it */
};

#define DXGK_WATCH_THREADS 8
#define DXGK_WATCH_MISHAPS 32

/* The page of parent and child. */
struct dxgk_watch {
  uint32_t running[DXGK_WATCH_THREADS]; /* the function that each thread is in */
  uint32_t count;                       /* mishaps; those beyond the array are only counted */
  struct dxgk_mishap mishaps[DXGK_WATCH_MISHAPS];
};

/* ---- The child ---- */

/* Maps the page, reserves the arena, and takes the signals that end a process. 0, or an errno. Once, first. */
int dxgk_watch_begin(int file);

/* Makes a stack for signals for this thread, so that one that ran out of stack is told too. */
void dxgk_watch_thread(void);

/* This thread enters a driver's function, or leaves it (0). Returns what ran before. */
uint32_t dxgk_watch_enter(uint32_t function);

/* From now on the image's own calls of malloc and its kind, and of locks, come here. 0, or an errno. */
int dxgk_watch_image(const struct dxgk_image *image);

/* Lends `size` bytes, a copy of what is at `from`. */
void *dxgk_watch_lend(const void *from, size_t size, bool read_only);
/* Takes a loan back; its memory faults from now on. */
void dxgk_watch_take_back(void *loan);

/* A block that nobody freed. */
struct dxgk_block {
  uint64_t size;
  uint32_t made_in;
  uint64_t code; /* where it was allocated, as an offset into the driver's file */
};

/* How many blocks were ever made; and the block of a number below, if it is alive. */
uint32_t dxgk_watch_block_count(void);
bool dxgk_watch_block(uint32_t number, struct dxgk_block *block);

/* ---- Tracing: which memory a call touches ---- */

/* One access of the driver's code to memory that was there before the call: a block, or its globals. */
struct dxgk_access {
  uint64_t place;    /* the 8 bytes it lies in */
  uint64_t code;     /* as in a mishap */
  uint32_t function;
  uint32_t block;    /* its block; UINT32_MAX for a global */
  uint32_t is_write;
  uint32_t is_atomic;
  uint64_t locks[4]; /* held by the thread; 0 for none */
};

/* Whether this machine can: the processor must step through single instructions. */
bool dxgk_trace_is_possible(void);
/* From here to the end this thread's accesses are written down. No other thread may run driver code meanwhile. */
void dxgk_trace_begin(void);
void dxgk_trace_end(void);
/* What was written down since the last begin. */
uint32_t dxgk_trace_count(void);
const struct dxgk_access *dxgk_trace_accesses(void);
/* The function that made a block, its size, and where a place lies in it. */
void dxgk_trace_describe(const struct dxgk_access *access, uint32_t *made_in, uint64_t *size, uint64_t *offset);

/* ---- The parent ---- */

/* A file for the page, inherited by children; or -1. */
int dxgk_watch_file(void);
/* Maps the page of a file, or NULL. */
struct dxgk_watch *dxgk_watch_map(int file);
void dxgk_watch_unmap(struct dxgk_watch *watch);
#endif
