/* Touching a caller's memory: copies that report a fault instead of dying of it.
 *
 * A handler for SIGSEGV and SIGBUS knows the instructions of these routines and resumes them with the answer "fault"; any
 * other fault goes on to the handler that was there before. NULL, unmapped, protected and non-canonical addresses are
 * all just faults.
 *
 * Limits: a host that installs its own handler later and does not call the previous one takes this away (a bad pointer
 * then ends the process, as without us). A thread that blocks SIGSEGV dies of a fault: the kernel insists. The sanitizers
 * see none of these accesses, and their handlers are chained like every other. */
#ifndef DXGK_COPY_H
#define DXGK_COPY_H
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* Installs the handler, once in a process; later calls cost a load. Returns 0 or an errno. */
int dxgk_copy_install(void);

/* Copies `bytes` bytes. 0: done. 1: an address of either side faulted; of the target, nothing up to 128 bytes was written
 * unless the target itself faulted, and then any part of it may have been. The ranges do not overlap. */
int dxgk_copy(void *to, const void *from, size_t bytes);

/* Whether every page of [address, address + bytes) can be written: reads a byte of each and writes it back. 0 or 1. */
int dxgk_copy_probe(void *address, size_t bytes);
#endif
