/* NT handles on Linux: each reference is a pipe. The caller has the write end, the kernel the read end, and a hang-up of
   the read end says that the last duplicate of the write end was closed. Each function returns 0 or an errno. */
#ifndef DXGK_HANDLE_H
#define DXGK_HANDLE_H
#include <stdbool.h>
#include <stdint.h>

/* Which pipe a descriptor belongs to: the same for both ends and all their duplicates. */
typedef struct dxgk_handle_identity {
  uint64_t device;
  uint64_t inode;
} dxgk_handle_identity;

/* Makes something that notices hang-ups. */
int dxgk_handle_watch_create(int *watch);

/* Makes a pipe and watches its read end. Without `inheritable` programs that are started do not get the handle. */
int dxgk_handle_create(int watch, bool inheritable, int *handle, int *end, dxgk_handle_identity *identity);

/* What a descriptor is. EBADF: none is open; EINVAL: it is no write end of a pipe. */
int dxgk_handle_identify(int handle, dxgk_handle_identity *identity);

/* Closes a handle that its caller never learned of. */
void dxgk_handle_close(int handle);

/* Forgets a read end and closes it. */
void dxgk_handle_end_close(int watch, int end);

/* The read ends that hung up, at most `capacity` of them. Returns how many. */
int dxgk_handle_hung_up(int watch, int *ends, int capacity);
#endif
