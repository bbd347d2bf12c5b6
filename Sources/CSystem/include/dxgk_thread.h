/* What the library keeps for a thread that calls it: the frame of its call, and whom it speaks for.
 *
 * Made on the first call, freed when the thread ends. The thread-local part is one pointer, because a dlopen'ed library
 * shares the few hundred bytes of static TLS with everybody else's. */
#ifndef DXGK_THREAD_H
#define DXGK_THREAD_H
#include <stddef.h>
#include <stdint.h>

struct dxgk_thread {
  uint8_t *frame;            /* the frame's bytes, 64-aligned */
  uint32_t capacity;         /* bytes at `frame` */
  uint32_t depth;            /* calls in progress on this thread; more than 1 when a driver calls back in */
  void *process;             /* the process this thread speaks for; NULL: the program's own */
  uint32_t process_number;   /* ... its number; 0: the program's own */
  uintptr_t speaker;         /* code outside of the library that a call is made for; 0: whoever calls */
  uint64_t record;           /* where the record of the call in progress begins in the recording; 0: nowhere */
  uint64_t *pointers;        /* addresses of the caller that the frame has no place for */
  uint32_t pointer_capacity; /* ... and how many fit */
  uint32_t id;               /* the operating system's number of the thread */
  uint32_t module;           /* the module that the last caller was in, as a recorder numbers it; 0: none yet */
  uint64_t module_owner;     /* ... the identity of that recorder */
  uintptr_t module_start;    /* ... the addresses it covers, and the one that offsets count from */
  uintptr_t module_end;
  uintptr_t module_base;
};

extern _Thread_local struct dxgk_thread *dxgk_thread_slot __attribute__((tls_model("initial-exec")));

/* Makes the calling thread's block. NULL when there is no memory. */
struct dxgk_thread *dxgk_thread_make(void);

/* What is told the number of the process that a thread was in when it ended. */
void dxgk_thread_tell_end(void (*left)(uint32_t process_number));

/* The calling thread's block, or NULL when it has none and cannot get one. */
static inline struct dxgk_thread *dxgk_thread_current(void) {
  struct dxgk_thread *thread = dxgk_thread_slot;
  return __builtin_expect(thread != NULL, 1) ? thread : dxgk_thread_make();
}

/* The calling thread's block if it has one. */
static inline struct dxgk_thread *dxgk_thread_existing(void) { return dxgk_thread_slot; }

/* Makes the frame at least `bytes` long, keeping the first `keep` bytes. 0, or ENOMEM with the frame as it was. */
int dxgk_thread_grow(struct dxgk_thread *thread, uint32_t bytes, uint32_t keep);

/* Makes room for `count` addresses at `pointers`; what was there is gone. 0 or ENOMEM. */
int dxgk_thread_make_pointers(struct dxgk_thread *thread, uint32_t count);

static inline int dxgk_thread_need_pointers(struct dxgk_thread *thread, uint32_t count) {
  return __builtin_expect(count <= thread->pointer_capacity, 1) ? 0 : dxgk_thread_make_pointers(thread, count);
}

/* Gives back a frame that one large call left behind. */
void dxgk_thread_trim(struct dxgk_thread *thread);

/* What all threads share: the object that stands for the library in this program, or NULL. An `Unmanaged` of the shell's;
 * here, because a forked child forgets it, and because a static initialiser may be the first to ask. */
extern void *dxgk_embedded;
static inline void *dxgk_embedded_get(void) { return __atomic_load_n(&dxgk_embedded, __ATOMIC_ACQUIRE); }

/* The one that makes it holds this lock. Whoever gets it looks again before making. */
void dxgk_embedded_lock(void);
void dxgk_embedded_unlock(void);
void dxgk_embedded_set(void *object);

/* Has `tell` called when the program ends in good order, after everything that the program itself does then: not when it is
 * killed, and not in a forked child that has no object. */
void dxgk_embedded_at_end(void (*tell)(void));

/* Whether this process was forked from one that had made the object. */
int dxgk_embedded_is_forked(void);

/* In a forked child: the thread is another one now, in no call and no process. */
void dxgk_thread_forked(void);

/* The address that the function it is inlined into returns to. */
static inline __attribute__((always_inline)) uintptr_t dxgk_return_address(void) {
  return (uintptr_t)__builtin_return_address(0);
}

/* Who calls the exported function it is inlined into, unless the library itself calls it for somebody else. */
static inline __attribute__((always_inline)) uintptr_t dxgk_caller(void) {
  const struct dxgk_thread *thread = dxgk_thread_slot;
  if (__builtin_expect(thread != NULL && thread->speaker != 0, 0)) return thread->speaker;
  return dxgk_return_address();
}

/* From now on this thread's calls are recorded as made at that address; 0: by whoever makes them. Answers what was so
 * before. A thread that can have no block is recorded as it is. */
static inline uintptr_t dxgk_speak_for(uintptr_t address) {
  struct dxgk_thread *thread = dxgk_thread_current();
  if (thread == NULL) return 0;
  uintptr_t before = thread->speaker;
  thread->speaker = address;
  return before;
}
#endif
