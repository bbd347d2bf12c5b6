#define _GNU_SOURCE
#include "dxgk_thread.h"

#include <errno.h>
#include <pthread.h>
#include <stdlib.h>
#include <string.h>
#include <sys/syscall.h>
#include <unistd.h>

/* A frame of one creation with a few hundred bytes of private data fits; what is larger grows, and is given back. */
enum { first_frame = 4096, kept_frame = 65536, first_pointers = 16, alignment = 64 };

_Thread_local struct dxgk_thread *dxgk_thread_slot __attribute__((tls_model("initial-exec")));

static pthread_key_t at_thread_end;
static pthread_once_t once = PTHREAD_ONCE_INIT;
static int has_key;

static void (*process_left)(uint32_t process_number);

void dxgk_thread_tell_end(void (*left)(uint32_t process_number)) {
  __atomic_store_n(&process_left, left, __ATOMIC_RELEASE);
}

static void thread_ends(void *block) {
  struct dxgk_thread *thread = block;
  dxgk_thread_slot = NULL;
  void (*left)(uint32_t) = __atomic_load_n(&process_left, __ATOMIC_ACQUIRE);
  if (thread->process_number != 0 && left != NULL) left(thread->process_number);
  free(thread->frame);
  free(thread->pointers);
  free(thread);
}

static void make_key(void) { has_key = pthread_key_create(&at_thread_end, thread_ends) == 0; }

static uint32_t thread_number(void) { return (uint32_t)syscall(SYS_gettid); }

struct dxgk_thread *dxgk_thread_make(void) {
  pthread_once(&once, make_key);
  struct dxgk_thread *thread = calloc(1, sizeof *thread);
  if (thread == NULL) return NULL;
  if (dxgk_thread_grow(thread, first_frame, 0) != 0 || dxgk_thread_make_pointers(thread, first_pointers) != 0) {
    free(thread->frame);
    free(thread);
    return NULL;
  }
  thread->id = thread_number();
  /* Without a key the block lives until the process ends. */
  if (has_key) pthread_setspecific(at_thread_end, thread);
  dxgk_thread_slot = thread;
  return thread;
}

int dxgk_thread_grow(struct dxgk_thread *thread, uint32_t bytes, uint32_t keep) {
  if (bytes <= thread->capacity) return 0;
  uint64_t capacity = thread->capacity == 0 ? first_frame : thread->capacity;
  while (capacity < bytes) capacity *= 2;
  if (capacity > UINT32_MAX) return ENOMEM;
  void *frame = NULL;
  if (posix_memalign(&frame, alignment, (size_t)capacity) != 0) return ENOMEM;
  if (keep != 0) memcpy(frame, thread->frame, keep);
  free(thread->frame);
  thread->frame = frame;
  thread->capacity = (uint32_t)capacity;
  return 0;
}

int dxgk_thread_make_pointers(struct dxgk_thread *thread, uint32_t count) {
  uint64_t *pointers = malloc((size_t)count * sizeof *pointers);
  if (pointers == NULL) return ENOMEM;
  free(thread->pointers);
  thread->pointers = pointers;
  thread->pointer_capacity = count;
  return 0;
}

void dxgk_thread_trim(struct dxgk_thread *thread) {
  if (thread->capacity <= kept_frame) return;
  void *frame = NULL;
  if (posix_memalign(&frame, alignment, kept_frame) != 0) return;
  free(thread->frame);
  thread->frame = frame;
  thread->capacity = kept_frame;
}

void dxgk_thread_forked(void) {
  struct dxgk_thread *thread = dxgk_thread_slot;
  if (thread == NULL) return;
  thread->depth = 0;
  thread->process = NULL;
  thread->process_number = 0;
  thread->record = 0;
  thread->module = 0;
  thread->module_owner = 0;
  thread->module_start = thread->module_end = 0;
  thread->id = thread_number();
}

/* ---- What all threads share ---- */

void *dxgk_embedded;
static pthread_mutex_t embedding = PTHREAD_MUTEX_INITIALIZER;
static int is_forked;

/* The child has one thread and none of the mappings. The parent's object is not touched: it may have been in the middle of
 * anything. Only the fact that there was one remains. */
static void child_forgets(void) {
  if (dxgk_embedded_get() != NULL) is_forked = 1;
  dxgk_embedded_set(NULL);
  embedding = (pthread_mutex_t)PTHREAD_MUTEX_INITIALIZER;
  dxgk_thread_forked();
}

void dxgk_embedded_lock(void) { pthread_mutex_lock(&embedding); }
void dxgk_embedded_unlock(void) { pthread_mutex_unlock(&embedding); }
int dxgk_embedded_is_forked(void) { return is_forked; }

static void (*at_end)(void);

void dxgk_embedded_at_end(void (*tell)(void)) { __atomic_store_n(&at_end, tell, __ATOMIC_RELEASE); }

__attribute__((destructor)) static void end(void) {
  void (*tell)(void) = __atomic_load_n(&at_end, __ATOMIC_ACQUIRE);
  if (tell != NULL && dxgk_embedded_get() != NULL) tell();
}

void dxgk_embedded_set(void *object) {
  static int registered;
  if (object != NULL && !registered) registered = pthread_atfork(NULL, NULL, child_forgets) == 0;
  __atomic_store_n(&dxgk_embedded, object, __ATOMIC_RELEASE);
}
