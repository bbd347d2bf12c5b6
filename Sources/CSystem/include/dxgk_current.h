/* The thread's current call: on whose behalf a driver runs.
 *
 * DxgkCbGetHandleData, DxgkCbGetHandleParent and DxgkCbEnumHandleChildren carry no context, so the process is ambient:
 * it is set around every call into a driver and restored after it. Outside of one every member is zero. */
#ifndef DXGK_CURRENT_H
#define DXGK_CURRENT_H
#include <stdint.h>

struct dxgk_current_call {
  void *callbacks;  /* the kernel's side of the adapter: what a callback without context belongs to */
  void *process;    /* the process on whose behalf the driver was called; null for the system */
  uint32_t ddi;     /* which DDI is running; 0 when none is */
  uint32_t irql;    /* the IRQL that the driver believes to run at */
  uint64_t notes;   /* what a wrapper of the callbacks has to tell the wrapper of the DDI: bits of CallNotes */
};

/* initial-exec: 0.7 ns instead of 4.4; the few words fit into the static TLS surplus of a dlopen'ed library. */
extern _Thread_local struct dxgk_current_call dxgk_current __attribute__((tls_model("initial-exec")));

static inline struct dxgk_current_call dxgk_current_get(void) { return dxgk_current; }

/* Word by word, and each as one store: a copy of the whole would be made in pieces of 16 bytes, which wait for the words that
 * were just written one by one. */
static inline void dxgk_current_set(struct dxgk_current_call next) { dxgk_current = next; }

static inline struct dxgk_current_call dxgk_current_exchange(struct dxgk_current_call next) {
  struct dxgk_current_call previous;
  previous.callbacks = __atomic_load_n(&dxgk_current.callbacks, __ATOMIC_RELAXED);
  previous.process = __atomic_load_n(&dxgk_current.process, __ATOMIC_RELAXED);
  previous.ddi = __atomic_load_n(&dxgk_current.ddi, __ATOMIC_RELAXED);
  previous.irql = __atomic_load_n(&dxgk_current.irql, __ATOMIC_RELAXED);
  previous.notes = __atomic_load_n(&dxgk_current.notes, __ATOMIC_RELAXED);
  __atomic_store_n(&dxgk_current.callbacks, next.callbacks, __ATOMIC_RELAXED);
  __atomic_store_n(&dxgk_current.process, next.process, __ATOMIC_RELAXED);
  __atomic_store_n(&dxgk_current.ddi, next.ddi, __ATOMIC_RELAXED);
  __atomic_store_n(&dxgk_current.irql, next.irql, __ATOMIC_RELAXED);
  __atomic_store_n(&dxgk_current.notes, next.notes, __ATOMIC_RELAXED);
  return previous;
}
#endif
