/* What locks and gates need beneath Swift: futexes, and the ranks a thread holds. */
#ifndef DXGK_SYNC_H
#define DXGK_SYNC_H
#include <stdint.h>

/* Sleeps while *word == expected; may wake for no reason. `word` stays where it is while anybody may sleep on it. */
void dxgk_futex_wait(void *word, uint32_t expected);
/* The same, until the monotonic clock shows `deadline` nanoseconds. */
void dxgk_futex_wait_until(void *word, uint32_t expected, uint64_t deadline);
void dxgk_futex_wake(void *word, int count);

/* Nanoseconds of the monotonic clock. */
uint64_t dxgk_monotonic_nanoseconds(void);

/* Bit n is set while this thread holds a lock or gate of rank n. Kept in checked builds only. */
extern _Thread_local uint32_t dxgk_held_ranks __attribute__((tls_model("initial-exec")));
static inline uint32_t dxgk_held_ranks_get(void) { return dxgk_held_ranks; }
static inline void dxgk_held_ranks_set(uint32_t ranks) { dxgk_held_ranks = ranks; }
#endif
