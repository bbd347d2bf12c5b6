/* A pattern that differs in every word of every allocation, so that a page that belongs to two shows. */
#ifndef PATTERN_H
#define PATTERN_H

#include <stddef.h>
#include <stdint.h>
#include <string.h>

static inline uint64_t pattern_word(uint64_t number, uint64_t index) {
  return (number + 1) * 0x9E3779B97F4A7C15u + index * 0xD1B54A32D192ED03u;
}

/* Writes the pattern of allocation `number` over all of `bytes`, the odd bytes at the end too. */
static inline void pattern_write(void *memory, size_t bytes, uint64_t number) {
  uint64_t *words = (uint64_t *)memory;
  size_t count = bytes / sizeof *words;
  for (size_t i = 0; i < count; i++) words[i] = pattern_word(number, i);
  uint64_t last = pattern_word(number, count);
  memcpy(words + count, &last, bytes % sizeof last);
}

/* The offset of the first byte that differs from the pattern; `bytes` when all of them are as they were written. */
static inline size_t pattern_difference(const void *memory, size_t bytes, uint64_t number) {
  const uint64_t *words = (const uint64_t *)memory;
  size_t count = bytes / sizeof *words;
  for (size_t start = 0; start < count; start += 4096) {
    /* Differences are gathered, not branched on: compilers turn this into vector code. */
    size_t end = count - start < 4096 ? count : start + 4096;
    uint64_t difference = 0;
    for (size_t i = start; i < end; i++) difference |= words[i] ^ pattern_word(number, i);
    if (difference == 0) continue;
    for (size_t i = start; i < end; i++) {
      uint64_t wrong = words[i] ^ pattern_word(number, i);
      if (wrong != 0) return i * sizeof *words + (size_t)(__builtin_ctzll(wrong) / 8);
    }
  }
  uint64_t last = pattern_word(number, count);
  const unsigned char *tail = (const unsigned char *)(words + count);
  for (size_t i = 0; i < bytes % sizeof last; i++) {
    if (tail[i] != (unsigned char)(last >> (8 * i))) return count * sizeof *words + i;
  }
  return bytes;
}

#endif /* PATTERN_H */
