#define _GNU_SOURCE
#include "arguments.h"

#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>

#include "d3dkmthk.h"
#include "softgpu.h"

/* MARK: Bytes */

uint8_t take8(struct input *input) { return input->at < input->end ? *input->at++ : 0; }

uint32_t take32(struct input *input) {
  uint32_t value = 0;
  for (int shift = 0; shift < 32; shift += 8) value |= (uint32_t)take8(input) << shift;
  return value;
}

uint64_t take64(struct input *input) { return take32(input) | (uint64_t)take32(input) << 32; }

/* MARK: Pools */

static uint32_t pool[pools][pool_size];
static size_t pool_count[pools];
static uint64_t nt_pool[pool_size];
static size_t nt_count;

void pools_clear(void) {
  memset(pool_count, 0, sizeof pool_count);
  nt_count = 0;
}

void pool_add(enum pool which, uint32_t value) {
  if (value == 0) return;
  size_t index = pool_count[which] < pool_size ? pool_count[which]++ : value % pool_size;
  pool[which][index] = value;
}

uint32_t pool_at(enum pool which, size_t place) { return place < pool_count[which] ? pool[which][place] : 0; }

/* What finds no room is forgotten, and stays open until its process ends. */
void nt_pool_add(uint64_t value) {
  if (value != 0 && nt_count < pool_size) nt_pool[nt_count++] = value;
}

uint64_t nt_pool_take(size_t place) {
  if (place >= nt_count) return 0;
  uint64_t value = nt_pool[place];
  nt_pool[place] = nt_pool[--nt_count];
  return value;
}

uint64_t known_event;

/* Mostly the youngest of its kind, or another; now and then one of another kind, none, or any number. */
static uint32_t draw_handle(struct input *input, enum pool which) {
  uint8_t choice = take8(input);
  size_t number = pool_count[which];
  if (choice < 0xE0) return number == 0 ? 0 : pool[which][number - 1 - choice % number];
  if (choice < 0xF0) {
    enum pool other = choice % pools;
    return pool_count[other] == 0 ? 0 : pool[other][take8(input) % pool_count[other]];
  }
  return choice < 0xF8 ? 0 : take32(input);
}

static uint64_t draw_nt_handle(struct input *input) {
  uint8_t choice = take8(input);
  if (choice < 0xE0) return nt_count == 0 ? 0 : nt_pool[nt_count - 1 - choice % nt_count];
  return choice < 0xF0 ? 0 : take64(input);
}

/* MARK: Numbers */

static uint32_t draw_word(struct input *input) {
  uint8_t choice = take8(input);
  if (choice < 0x80) return choice & 0x1F;
  if (choice < 0xC0) return 1u << (choice & 31);
  return choice < 0xE0 ? (uint32_t)(1u << (choice & 31)) - 1 : take32(input);
}

static uint32_t draw_flags(struct input *input) {
  uint8_t choice = take8(input);
  if (choice < 0x40) return 0;
  if (choice < 0x60) return 1u << (choice & 31);
  /* The flags that matter most are the first ones. */
  if (choice < 0xA0) return take8(input);
  if (choice < 0xE0) return 1u << (choice & 31) | 1u << (take8(input) & 31);
  return take32(input);
}

static uint32_t draw_count(struct input *input) {
  uint8_t choice = take8(input);
  return choice < 0xF0 ? choice & 7 : draw_word(input);
}

/* MARK: The arena */

uint8_t *arena;
static size_t used;

/* Far from everything else: nothing but the arena lies in its 4 GiB, nor where its lower half alone would lead, so that
 * a bent or twisted pointer never names the sanitizer's memory or the fuzzer's. Always the same address, so that a
 * finding is found again. */
static void *const arena_place = (void *)0x200010000000;

void arena_map(void) {
  arena = mmap(arena_place, writable + page, PROT_READ | PROT_WRITE,
               MAP_PRIVATE | MAP_ANONYMOUS | MAP_FIXED_NOREPLACE, -1, 0);
  if (arena != arena_place) abort();
  memset(arena + writable, 0x11, page);
  mprotect(arena + writable, page, PROT_READ);
}

/* All of it: what a call wrote beyond what was built for it (a bent pointer, a snapshot) could be how long the next one
 * waits. */
void arena_clear(void) {
  memset(arena, 0, writable);
  used = 0;
}

/* Room for `size` bytes, or NULL when the arena is full. */
static uint8_t *room(size_t size) {
  size_t start = (used + 15) & ~(size_t)15;
  if (size > writable || start > writable - size) return NULL;
  used = start + size;
  return arena + start;
}

/* An address that is not what the callee hopes for. `good` is where the bytes are. */
static uint64_t bend(struct input *input, uint8_t *good, size_t size) {
  uint8_t choice = take8(input);
  if (choice < 0xE0) return (uint64_t)(uintptr_t)good;
  switch (choice & 7) {
    case 0: return 0;
    case 1: return (uint64_t)(uintptr_t)(arena + writable + page / 2);           /* read only */
    case 2: return (uint64_t)(uintptr_t)(arena + writable + page);               /* not mapped */
    case 3: return (uint64_t)(uintptr_t)(arena + writable - (take8(input) % (size + 1))); /* into what is read only */
    case 4: return (uint64_t)(uintptr_t)(arena + writable + page - (take8(input) % (size + 1)));
    case 5: return (uint64_t)(uintptr_t)arena;                                   /* the block itself */
    case 6: return 0x8000000000000000u | take8(input);
    default: return (uint64_t)(uintptr_t)good + (take8(input) & 15);
  }
}

/* MARK: Structs */

static void put(uint8_t *target, uint64_t value, size_t size) { memcpy(target, &value, size); }

/* Bytes as a caller of SoftGPU would send them, or any. */
static uint32_t draw_bytes(struct input *input, uint8_t **where) {
  uint8_t choice = take8(input);
  if (choice < 0xA0) {
    SOFTGPU_ALLOCATION wish = {.Magic = SOFTGPU_ALLOCATION_MAGIC, .Version = SOFTGPU_ALLOCATION_VERSION};
    wish.Size = (uint64_t)(choice & 15) << 12 | (choice & 16 ? take8(input) : 0);
    wish.Flags = choice & 32 ? take8(input) : SOFTGPU_ALLOCATION_CPUVISIBLE;
    if (choice >= 0x80) {
      wish.Alignment = draw_word(input);
      wish.PreferredSegment = take8(input) & 7;
      wish.Format = take8(input);
      wish.Width = draw_word(input);
      wish.Height = draw_word(input);
      wish.Pitch = draw_word(input);
    }
    *where = room(sizeof wish);
    if (*where != NULL) memcpy(*where, &wish, sizeof wish);
    return sizeof wish;
  }
  if (choice < 0xA8) {
    /* What a standard allocation has in place of private data: no size. */
    D3DKMT_CREATESTANDARDALLOCATION heap = {.Type = D3DKMT_STANDARDALLOCATIONTYPE_EXISTINGHEAP};
    heap.ExistingHeapData.Size = (SIZE_T)(choice & 7) << 12;
    *where = room(sizeof heap);
    if (*where != NULL) memcpy(*where, &heap, sizeof heap);
    return 0;
  }
  uint32_t size = choice < 0xC0 ? 0 : choice < 0xF8 ? choice & 63 : draw_word(input);
  size_t held = size < 256 ? size : 256;
  *where = room(held);
  if (*where != NULL)
    for (size_t index = 0; index < held; index++) (*where)[index] = take8(input);
  return size;
}

/* A name as adapters have them, or a short one of few letters, so that two calls say the same; `units` at most. */
static size_t draw_text(struct input *input, uint8_t *target, size_t units) {
  static const char known[] = "\\\\.\\DISPLAY1";
  uint8_t choice = take8(input);
  size_t length = choice < 0x40 ? sizeof known - 1 : choice & 7;
  if (length > units) length = units;
  for (size_t index = 0; index < length; index++) {
    target[2 * index] = choice < 0x40 ? (uint8_t)known[index] : (uint8_t)('A' + (take8(input) & 3));
    target[2 * index + 1] = choice >= 0xF0 ? take8(input) : 0;
  }
  return length;
}

static uint64_t draw_name(struct input *input) {
  uint8_t *header = room(16), *characters = room(64);
  if (header == NULL || characters == NULL) return 0;
  size_t bytes = 2 * draw_text(input, characters, 32);
  if (take8(input) >= 0xF0) bytes = take32(input);
  put(header, bytes, 2);
  put(header + 2, bytes, 2);
  put(header + 8, bend(input, characters, 64), 8);
  return bend(input, header, 16);
}

static void fill(struct input *input, const struct shape *shape, uint8_t *block);

static uint64_t draw_array(struct input *input, const struct field *field, uint32_t number) {
  size_t size = field->kind == elements ? field->shape->size : field->kind == long_words ? 8 : 4;
  uint32_t built = number < 64 ? number : 64;
  uint8_t *list = room(built * size);
  if (list == NULL) return 0;
  for (uint32_t index = 0; index < built; index++) {
    uint8_t *element = list + index * size;
    switch (field->kind) {
      case handles: put(element, draw_handle(input, field->pool), 4); break;
      case words: put(element, draw_word(input), 4); break;
      case long_words: put(element, draw_word(input), 8); break;
      default: fill(input, field->shape, element); break;
    }
  }
  return bend(input, list, built * size);
}

static void fill(struct input *input, const struct shape *shape, uint8_t *block) {
  uint32_t number = 0;
  for (uint16_t index = 0; index < shape->fields; index++) {
    const struct field *field = &shape->field[index];
    uint8_t *target = block + field->offset, *where = NULL;
    switch (field->kind) {
      case handle: put(target, draw_handle(input, field->pool), 4); break;
      case nt_handle: put(target, draw_nt_handle(input), 8); break;
      case word: put(target, draw_word(input), 4); break;
      case long_word: put(target, (take8(input) & 1) != 0 ? take64(input) : draw_word(input), 8); break;
      case flags: put(target, draw_flags(input), 4); break;
      case count: put(target, number = draw_count(input), 4); break;
      case handles: case words: case long_words: case elements:
        put(target, draw_array(input, field, number), 8);
        break;
      case one:
        where = room(field->shape->size);
        if (where == NULL) break;
        fill(input, field->shape, where);
        put(target, bend(input, where, field->shape->size), 8);
        break;
      case bytes: {
        uint32_t size = draw_bytes(input, &where);
        put(block + field->other, size, 4);
        if (where != NULL) put(target, bend(input, where, size), 8);
        break;
      }
      case memory: {
        uint8_t choice = take8(input);
        if (choice >= 0xA0) put(target, (uint64_t)(uintptr_t)(arena + (choice & 7) * page + (choice == 0xFF)), 8);
        break;
      }
      case text: draw_text(input, target, field->other); break;
      case texts:
        where = room(64);
        if (where == NULL) break;
        draw_text(input, where, 31);
        put(target, bend(input, where, 64), 8);
        break;
      case name: put(target, draw_name(input), 8); break;
      case size_word: put(target, take8(input) < 0xF0 ? field->other : draw_word(input), 4); break;
      case event: put(target, known_event, 8); break;
      case nt_target:
        where = room(8);
        if (where != NULL) put(target, bend(input, where, 8), 8);
        break;
      case timeout:
        where = room(8);
        if (where == NULL) where = arena;
        put(target, (uint64_t)(uintptr_t)where, 8);
        break;
      case given: case nt_given: break;
    }
  }
}

int is_built(const void *address, size_t size) {
  const uint8_t *start = address;
  return start >= arena && start + size <= arena + writable;
}

static int may_wait(const struct shape *shape) {
  for (uint16_t index = 0; index < shape->fields; index++)
    if (shape->field[index].kind == timeout || shape->field[index].kind == event) return 1;
  return 0;
}

void *build(struct input *input, const struct shape *shape) {
  uint8_t *block = room(shape->size);
  fill(input, shape, block);
  uint8_t twist = take8(input);
  /* Whoever waits is bent as a whole only: a word out of place could be a time in the future. */
  if (may_wait(shape)) return twist >= 0xF0 ? NULL : block;
  if (twist >= 0xE0) put(block + take8(input) % (shape->size / 4) * 4, take32(input), 4);
  return (void *)(uintptr_t)bend(input, block, shape->size);
}

void collect(const void *block, const struct shape *shape) {
  for (uint16_t index = 0; index < shape->fields; index++) {
    const struct field *field = &shape->field[index];
    const uint8_t *source = (const uint8_t *)block + field->offset;
    uint32_t small;
    uint64_t large;
    memcpy(&small, source, 4);
    if (field->kind == given) pool_add(field->pool, small);
    if (field->kind != nt_given && field->kind != nt_target && field->kind != elements) continue;
    memcpy(&large, source, 8);
    if (field->kind == nt_given) nt_pool_add(large);
    if (field->kind == nt_target && is_built((const void *)(uintptr_t)large, 8)) {
      memcpy(&large, (const void *)(uintptr_t)large, 8);
      nt_pool_add(large);
      continue;
    }
    /* What elements give back: their pointer may have been bent, so only what lies in the arena is looked at. */
    if (field->kind != elements || large < (uintptr_t)arena) continue;
    uint32_t number;
    memcpy(&number, (const uint8_t *)block + field->other, 4);
    for (uint32_t element = 0; element < number; element++) {
      uint64_t at = large + (uint64_t)element * field->shape->size;
      if (at + field->shape->size > (uintptr_t)arena + writable) break;
      collect((const void *)(uintptr_t)at, field->shape);
    }
  }
}
