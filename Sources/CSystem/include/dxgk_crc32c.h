/* CRC32C (Castagnoli) over words of eight bytes: one instruction a word where the processor has it. */
#ifndef DXGK_CRC32C_H
#define DXGK_CRC32C_H
#include <stddef.h>
#include <stdint.h>

/* Continues `crc` over `words` little-endian words at `data`, which is 8-aligned. No inversion before or after: the
 * seeds that recordings use (file identity, position) do what inversion is for. */
uint32_t dxgk_crc32c(uint32_t crc, const void *data, size_t words);

/* The same without the instruction: what a test compares with. */
uint32_t dxgk_crc32c_in_software(uint32_t crc, const void *data, size_t words);

/* The same over one word. */
uint32_t dxgk_crc32c_word(uint32_t crc, uint64_t word);
#endif
