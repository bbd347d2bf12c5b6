/* The thread's current call: on whose behalf a driver runs.
 *
 * DxgkCbGetHandleData, DxgkCbGetHandleParent and DxgkCbEnumHandleChildren carry no context, so the process is ambient:
 * whoever calls a driver leaves a record of the call on its stack while the driver runs, where the thread's pointer finds
 * it. Outside of a driver there is none. */
#ifndef DXGK_CURRENT_H
#define DXGK_CURRENT_H
#include <stdint.h>

struct dxgk_current_call {
  void *callbacks;  /* the kernel's side of the adapter: what a callback without context belongs to */
  void *process;    /* the process on whose behalf the driver was called; null for the system */
  uint32_t ddi;     /* which DDI is running */
  uint32_t irql;    /* the IRQL that the driver believes to run at */
  uint64_t notes;   /* what a wrapper of the callbacks has to tell the wrapper of the DDI: bits of CallNotes */
};

/* initial-exec: 0.7 ns instead of 4.4; one word fits into the static TLS surplus of a dlopen'ed library. */
extern _Thread_local struct dxgk_current_call *dxgk_current __attribute__((tls_model("initial-exec")));

/* The record, which whoever finds it may change; null outside of a driver. */
static inline struct dxgk_current_call *dxgk_current_get(void) { return dxgk_current; }

/* Makes `next` the thread's call, and says which one was. */
static inline struct dxgk_current_call *dxgk_current_exchange(struct dxgk_current_call *next) {
  struct dxgk_current_call *outer = dxgk_current;
  dxgk_current = next;
  return outer;
}

/* Which DDI is running; 0 when none is. */
static inline uint32_t dxgk_current_function(void) { return dxgk_current != 0 ? dxgk_current->ddi : 0; }
#endif
