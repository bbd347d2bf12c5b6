#define _GNU_SOURCE
#include "dxgk_handle.h"

#include <errno.h>
#include <fcntl.h>
#include <sys/epoll.h>
#include <sys/stat.h>
#include <unistd.h>

int dxgk_handle_watch_create(int *watch) {
  int made = epoll_create1(EPOLL_CLOEXEC);
  if (made < 0) return errno;
  *watch = made;
  return 0;
}

/* Numbers 0 to 2 are left to those who expect the standard streams there; 0 is no handle at all. */
static int above_the_streams(int descriptor, int flag) {
  if (descriptor > 2) return descriptor;
  int moved = fcntl(descriptor, flag, 3);
  int error = errno;
  close(descriptor);
  errno = error;
  return moved;
}

int dxgk_handle_create(int watch, bool inheritable, int *handle, int *end, dxgk_handle_identity *identity) {
  int ends[2];
  if (pipe2(ends, O_CLOEXEC | O_NONBLOCK) != 0) return errno;
  ends[1] = above_the_streams(ends[1], F_DUPFD_CLOEXEC);
  if (ends[1] < 0) {
    int error = errno;
    close(ends[0]);
    return error;
  }
  struct epoll_event event = {.events = 0, .data = {.fd = ends[0]}};
  if ((inheritable && fcntl(ends[1], F_SETFD, 0) != 0) || dxgk_handle_identify(ends[1], identity) != 0 ||
      epoll_ctl(watch, EPOLL_CTL_ADD, ends[0], &event) != 0) {
    int error = errno;
    close(ends[0]);
    close(ends[1]);
    return error;
  }
  *end = ends[0];
  *handle = ends[1];
  return 0;
}

int dxgk_handle_identify(int handle, dxgk_handle_identity *identity) {
  struct stat status;
  if (fstat(handle, &status) != 0) return errno;
  int flags = fcntl(handle, F_GETFL);
  if (flags < 0) return errno;
  /* The kernel's own read ends have numbers too, and are nobody's handles. */
  if (!S_ISFIFO(status.st_mode) || (flags & O_ACCMODE) != O_WRONLY) return EINVAL;
  identity->device = status.st_dev;
  identity->inode = status.st_ino;
  return 0;
}

void dxgk_handle_close(int handle) { close(handle); }

void dxgk_handle_end_close(int watch, int end) {
  /* A forked child may still have the read end, and with it the watch would go on. */
  epoll_ctl(watch, EPOLL_CTL_DEL, end, NULL);
  close(end);
}

int dxgk_handle_hung_up(int watch, int *ends, int capacity) {
  struct epoll_event events[64];
  if (capacity > 64) capacity = 64;
  int count;
  do {
    count = epoll_wait(watch, events, capacity, 0);
  } while (count < 0 && errno == EINTR);
  for (int i = 0; i < count; i++) ends[i] = events[i].data.fd;
  return count < 0 ? 0 : count;
}
