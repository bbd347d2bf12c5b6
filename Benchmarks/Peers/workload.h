/* What every program of the comparison does: keep so many objects alive, and replace a random one by a new one of random
 * size. The same numbers in the same order everywhere. Prints nanoseconds a pair. */
#pragma once
#define _GNU_SOURCE
#include <math.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

static uint64_t random_state = 0x9E3779B97F4A7C15u;

static inline uint64_t next_random(void) { /* xorshift64* */
  random_state ^= random_state >> 12;
  random_state ^= random_state << 25;
  random_state ^= random_state >> 27;
  return random_state * 0x2545F4914F6CDD1Du;
}

/* Sizes, log-uniform from 4 KiB to 4 MiB in steps of 4 KiB, made in advance. Fixed: all the same. */
static size_t sizes[1 << 16];

static inline void make_sizes(const char *what) {
  size_t fixed = strcmp(what, "mix") ? strtoull(what, NULL, 10) : 0;
  for (size_t i = 0; i < sizeof sizes / sizeof *sizes; i++) {
    double unit = (double)(next_random() >> 11) / 9007199254740992.0;
    sizes[i] = fixed ? fixed : (size_t)(exp2(12 + 10 * unit)) & ~(size_t)4095;
  }
}

static inline uint64_t now(void) {
  struct timespec t;
  clock_gettime(CLOCK_MONOTONIC, &t);
  return (uint64_t)t.tv_sec * 1000000000u + (uint64_t)t.tv_nsec;
}

/* Runs `pairs` replacements among `live` objects, after a tenth of that to warm up. */
#define MEASURE_PAIRS(live, pairs, create, destroy) \
  do { \
    for (size_t i = 0; i < (live); i++) create(i, sizes[i & 0xFFFF]); \
    uint64_t start = 0; \
    for (size_t i = 0; i < (pairs) + (pairs) / 10; i++) { \
      if (i == (pairs) / 10) start = now(); \
      size_t slot = next_random() % (live); \
      destroy(slot); \
      create(slot, sizes[i & 0xFFFF]); \
    } \
    printf("%.2f\n", (double)(now() - start) / (double)(pairs)); \
  } while (0)
