/* How a string of bytes becomes the arguments of a call: drawn by kind, so that most calls get past the first check,
 * and bent at random, so that not all do. */
#pragma once

#include <stddef.h>
#include <stdint.h>

/* The bytes that are left; behind the last everything is zero. */
struct input {
  const uint8_t *at, *end;
};

uint8_t take8(struct input *input);
uint32_t take32(struct input *input);
uint64_t take64(struct input *input);

/* What a handle is a name of. Each kind has its pool: what calls gave back in this run, dead ones included. */
enum pool { adapters, devices, resources, allocations, shares, mutexes, objects, pools };

enum { pool_size = 48 };

void pools_clear(void);
void pool_add(enum pool pool, uint32_t handle);
/* The handle at a place; 0 behind the last. */
uint32_t pool_at(enum pool pool, size_t place);
void nt_pool_add(uint64_t handle);
/* The NT handle at a place; 0 behind the last. Whoever takes it closes it. */
uint64_t nt_pool_take(size_t place);
/* What `event` is. */
extern uint64_t known_event;

enum kind {
  handle,    /* Of `pool`, mostly. */
  nt_handle, /* 8 bytes. */
  word,      /* 4 bytes of any value, small ones more often. */
  long_word, /* 8 bytes likewise. */
  flags,     /* 4 bytes, few of them set. */
  count,     /* How many elements the next pointers have. */
  handles,   /* A pointer to `count` handles of `pool`. */
  words,     /* A pointer to `count` words. */
  long_words,
  elements,  /* A pointer to `count` structs of `shape`. */
  one,       /* A pointer to one struct of `shape`. */
  bytes,     /* A pointer to bytes; how many is written at `other`. */
  memory,    /* NULL, or pages of the caller's. */
  text,      /* UTF-16 in place, `other` units, zeroes behind it. */
  texts,     /* A pointer to such, with a zero at the end. */
  name,      /* A pointer to a UNICODE_STRING. */
  size_word, /* 4 bytes: `other`, mostly. */
  timeout,   /* A pointer to a time that has passed already: nobody is there who could end a wait. */
  event,     /* 8 bytes: an event that there is, so that nobody waits for it here. */
  given,     /* Out: a handle of `pool`. */
  nt_given,  /* Out: 8 bytes. */
  nt_target, /* A pointer to where 8 bytes come out. */
};

struct field {
  enum kind kind;
  uint16_t offset;
  uint16_t other; /* of `bytes`: where their number goes; of `elements`: where theirs is */
  enum pool pool;
  const struct shape *shape;
};

struct shape {
  uint16_t size, fields;
  const struct field *field;
};

/* Whether an address lies where arguments are built. */
int is_built(const void *address, size_t size);

/* Memory that arguments lie in: pages to write, one to read only; behind them nothing is mapped. */
enum { page = 4096, writable = 4 * page };
extern uint8_t *arena;

/* Maps the arena; once. */
void arena_map(void);
/* Zeroes it for the next call. */
void arena_clear(void);

/* Builds a block of `shape` and all it points to. Returns its address, which may be a bad one. */
void *build(struct input *input, const struct shape *shape);
/* Puts what the block gave back into the pools. */
void collect(const void *block, const struct shape *shape);
