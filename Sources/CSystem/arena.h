/* The arena of a watched driver, between the files that make it up. */
#ifndef DXGK_ARENA_H
#define DXGK_ARENA_H
#include "dxgk_watch.h"

enum { PAGE = 4096, IMAGES = 8 };

enum block_kind { BLOCK, LOAN, READ_ONLY_LOAN };

struct block {
  uint8_t *start;
  size_t size;       /* as asked for */
  uint32_t pages;    /* without the one that guards it */
  uint32_t made_in, ended_in;
  uint64_t code;
  uint8_t kind;
  bool is_alive;
};

/* Everything there is one of: a watched process has one driver. */
struct arena {
  struct dxgk_watch *watch;
  uint8_t *memory;      /* pages, in the order in which they were handed out */
  struct block *blocks; /* in the same order */
  uint32_t *owners;     /* of each page: its block's number, plus 1 */
  uint32_t block_count, page_count;
  struct dxgk_image images[IMAGES]; /* the newest first; a driver may be loaded for several cards */
  uintptr_t data_start, data_end; /* the newest image's globals */
};
extern struct arena dxgk_arena;

/* The function that this thread is in. */
uint32_t dxgk_arena_function(void);
/* An address of code as an offset into the driver's file. */
uint64_t dxgk_arena_code(uintptr_t address);
/* The block that an address of the arena belongs to, its guard included; NULL outside. */
struct block *dxgk_arena_find(uintptr_t address);
void *dxgk_arena_make(size_t size, enum block_kind kind, uintptr_t caller);
void dxgk_arena_end(struct block *block);
void dxgk_arena_tell(struct dxgk_mishap mishap);

/* Directs the image's imports to the arena. */
int dxgk_hooks_install(const struct dxgk_image *image);

/* A fault while tracing: true when it was an access to be written down, and the instruction may run. */
bool dxgk_trace_fault(uintptr_t address, void *context);
/* The instruction ran. */
bool dxgk_trace_step(void *context);
/* Inside a hook nothing is written down; returns what was. */
int dxgk_trace_pause(int paused);
void dxgk_trace_lock(uintptr_t lock, bool is_held);
#endif
