/* The exported functions that take one block, and what is in their blocks. A new function is a row in a group. */
#pragma once

#include "arguments.h"

struct function {
  const char *name;
  int32_t (*call)(void *);
  struct shape shape;
};

struct group {
  const struct function *functions;
  unsigned count;
};

extern const struct group of_adapters, of_allocations, of_access, of_sharing, of_keyed_mutexes,
    of_synchronization_objects;

/* How a row says what is where. */
#define AT(type, member) (uint16_t)offsetof(type, member)
#define SHAPE(type, list) {sizeof(type), sizeof(list) / sizeof(struct field), list}
#define HANDLE_OF(which, type, member) {.kind = handle, .offset = AT(type, member), .pool = which}
#define GIVEN(which, type, member) {.kind = given, .offset = AT(type, member), .pool = which}
#define PLAIN(what, type, member) {.kind = what, .offset = AT(type, member)}
#define BYTES(type, pointer, size) {.kind = bytes, .offset = AT(type, pointer), .other = AT(type, size)}
#define LIST_OF(which, type, member) {.kind = handles, .offset = AT(type, member), .pool = which}
#define ROWS(type, member, number, shape) {elements, AT(type, member), AT(type, number), 0, &shape}
#define ROW(function, type, list) {#function, (int32_t (*)(void *))function, SHAPE(type, list)}
#define GROUP(name, list) const struct group name = {list, sizeof(list) / sizeof(struct function)}
