#include "dxgk_stack.h"

#include <execinfo.h>

uint64_t dxgk_stack_hash(void) {
  void *frames[64];
  int count = backtrace(frames, 64);
  uint64_t hash = 14695981039346656037u; /* FNV-1a over whole words */
  for (int i = 0; i < count; i++) hash = (hash ^ (uint64_t)(uintptr_t)frames[i]) * 1099511628211u;
  return hash;
}
