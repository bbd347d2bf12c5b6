/* The exported functions that take one block, and what is in their blocks. A new function is a row here. */
#pragma once

#include "arguments.h"

struct function {
  const char *name;
  int32_t (*call)(void *);
  struct shape shape;
};

extern const struct function functions[];
extern const unsigned function_count;
