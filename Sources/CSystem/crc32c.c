#include "dxgk_crc32c.h"

/* Bit by bit; for processors without the instruction, and for the test that compares the two. */
static inline uint32_t word_in_software(uint32_t crc, uint64_t word) {
  for (int byte = 0; byte < 8; byte++, word >>= 8) {
    crc ^= (uint32_t)(word & 0xff);
    for (int bit = 0; bit < 8; bit++) crc = crc >> 1 ^ (0x82f63b78u & (0u - (crc & 1u)));
  }
  return crc;
}

static uint32_t words_in_software(uint32_t crc, const uint64_t *data, size_t words) {
  for (size_t i = 0; i < words; i++) crc = word_in_software(crc, data[i]);
  return crc;
}

#if defined(__x86_64__)
#include <nmmintrin.h>

__attribute__((target("sse4.2"))) static uint32_t words_by_instruction(uint32_t crc, const uint64_t *data, size_t words) {
  uint64_t sum = crc;
  for (size_t i = 0; i < words; i++) sum = _mm_crc32_u64(sum, data[i]);
  return (uint32_t)sum;
}

uint32_t dxgk_crc32c(uint32_t crc, const void *data, size_t words) {
  if (__builtin_expect(__builtin_cpu_supports("sse4.2"), 1)) return words_by_instruction(crc, data, words);
  return words_in_software(crc, data, words);
}
#elif defined(__aarch64__) && defined(__ARM_FEATURE_CRC32)
#include <arm_acle.h>

uint32_t dxgk_crc32c(uint32_t crc, const void *data, size_t words) {
  const uint64_t *word = data;
  for (size_t i = 0; i < words; i++) crc = __crc32cd(crc, word[i]);
  return crc;
}
#else
uint32_t dxgk_crc32c(uint32_t crc, const void *data, size_t words) { return words_in_software(crc, data, words); }
#endif

uint32_t dxgk_crc32c_word(uint32_t crc, uint64_t word) { return dxgk_crc32c(crc, &word, 1); }

uint32_t dxgk_crc32c_in_software(uint32_t crc, const void *data, size_t words) {
  return words_in_software(crc, data, words);
}
