#pragma once
#include <stdint.h>

/* A number for the call stack of this thread, as deep as 64 frames: equal stacks have equal numbers in one process. */
uint64_t dxgk_stack_hash(void);
