#define _GNU_SOURCE
#include "dxgk_event.h"

#include <fcntl.h>
#include <poll.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>
#include <sys/eventfd.h>
#include <unistd.h>

int dxgk_event_create(void) { return eventfd(0, EFD_CLOEXEC | EFD_NONBLOCK); }

int dxgk_event_duplicate(int descriptor) {
  static const char kind[] = "anon_inode:[eventfd]";
  int duplicate = fcntl(descriptor, F_DUPFD_CLOEXEC, 3);
  if (duplicate < 0) return -1;
  /* What the duplicate is cannot change any more, whatever the caller does with its own. */
  char path[32], target[sizeof kind + 1];
  snprintf(path, sizeof path, "/proc/self/fd/%d", duplicate);
  ssize_t length = readlink(path, target, sizeof target);
  if (length == (ssize_t)sizeof kind - 1 && memcmp(target, kind, sizeof kind - 1) == 0) return duplicate;
  close(duplicate);
  return -1;
}

void dxgk_event_set(int event) {
  struct pollfd room = {.fd = event, .events = POLLOUT};
  if (poll(&room, 1, 0) != 1 || !(room.revents & POLLOUT)) return;
  uint64_t one = 1;
  /* A full count means that it is set. */
  (void)!write(event, &one, sizeof one);
}

void dxgk_event_close(int event) { close(event); }
