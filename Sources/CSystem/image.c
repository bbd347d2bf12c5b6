#define _GNU_SOURCE
#include "dxgk_image.h"

#include <dlfcn.h>
#include <errno.h>
#include <execinfo.h>
#include <fcntl.h>
#include <link.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

static int copy(int from, int to) {
  char buffer[65536];
  for (;;) {
    ssize_t got = read(from, buffer, sizeof buffer);
    if (got == 0) return 0;
    if (got < 0 && errno == EINTR) continue;
    if (got < 0) return errno;
    for (ssize_t done = 0; done < got;) {
      ssize_t put = write(to, buffer + done, (size_t)(got - done));
      if (put < 0 && errno != EINTR) return errno;
      if (put > 0) done += put;
    }
  }
}

/* An unlinked file that may hold code: in memory, or in /tmp where memory files are not executable. */
static int scratch(const char *path, char *name, size_t name_size) {
  const char *slash = strrchr(path, '/');
  int file = memfd_create(slash ? slash + 1 : path, MFD_CLOEXEC);
  if (file < 0) {
    char template[] = "/tmp/dxgk-driver-XXXXXX";
    file = mkostemp(template, O_CLOEXEC);
    if (file < 0) return -1;
    unlink(template);
  }
  snprintf(name, name_size, "/proc/self/fd/%d", file);
  return file;
}

struct cover {
  const char *name;
  uintptr_t start, end;
};

static int find_cover(struct dl_phdr_info *info, size_t size, void *context) {
  (void)size;
  struct cover *cover = context;
  if (strcmp(info->dlpi_name, cover->name) != 0) return 0;
  cover->start = UINTPTR_MAX;
  for (int i = 0; i < info->dlpi_phnum; i++) {
    if (info->dlpi_phdr[i].p_type != PT_LOAD) continue;
    uintptr_t start = info->dlpi_addr + info->dlpi_phdr[i].p_vaddr;
    uintptr_t end = start + info->dlpi_phdr[i].p_memsz;
    if (start < cover->start) cover->start = start;
    if (end > cover->end) cover->end = end;
  }
  return 1;
}

/* Makes what drivers import visible to them. A driver that names the port library finds it as every library is found; one
 * that does not name it, and one whose search path does not lead there, is helped: the library lies beside this code. */
static void offer_port_library(void) {
  static const char soname[] = "libdxgkport.so.0";
  if (dlopen(soname, RTLD_NOW | RTLD_GLOBAL)) return;
  Dl_info self;
  if (!dladdr((void *)(uintptr_t)&offer_port_library, &self) || !self.dli_fname) return;
  char path[4096];
  const char *slash = strrchr(self.dli_fname, '/');
  int length = slash ? (int)(slash - self.dli_fname) + 1 : 0;
  if (snprintf(path, sizeof path, "%.*s%s", length, self.dli_fname, soname) < (int)sizeof path)
    (void)dlopen(path, RTLD_NOW | RTLD_GLOBAL);
}

int dxgk_image_load(const char *path, struct dxgk_image *image, char *message, size_t message_size) {
  *image = (struct dxgk_image){.file = -1};
  int source = open(path, O_RDONLY | O_CLOEXEC);
  if (source < 0) {
    int error = errno;
    snprintf(message, message_size, "%s: %s", path, strerror(error));
    return error;
  }
  char name[64];
  struct stat status;
  int error = fstat(source, &status) != 0 ? errno : S_ISREG(status.st_mode) ? 0 : EISDIR;
  int file = error ? -1 : scratch(path, name, sizeof name);
  if (!error) error = file < 0 ? errno : copy(source, file);
  close(source);
  if (error) {
    snprintf(message, message_size, "%s: %s", path, error == EISDIR ? "not a file" : strerror(error));
    if (file >= 0) close(file);
    return error;
  }
  offer_port_library();
  void *library = dlopen(name, RTLD_NOW | RTLD_LOCAL);
  if (!library) {
    const char *why = dlerror();
    /* The reason begins with the name of the copy, which means nothing to anybody. */
    size_t prefix = strlen(name);
    if (why && strncmp(why, name, prefix) == 0) why += why[prefix] == ':' ? prefix + 2 : prefix;
    snprintf(message, message_size, "%s: %s", path, why ? why : "cannot be loaded");
    close(file);
    return ELIBBAD;
  }
  struct cover cover = {.name = name};
  dl_iterate_phdr(find_cover, &cover);
  *image = (struct dxgk_image){.library = library, .file = file, .start = cover.start, .end = cover.end};
  return 0;
}

void *dxgk_image_symbol(const struct dxgk_image *image, const char *name) { return dlsym(image->library, name); }

void dxgk_image_unload(struct dxgk_image *image) {
  if (!image->library) return;
  char name[64];
  snprintf(name, sizeof name, "/proc/self/fd/%d", image->file);
  dlclose(image->library);
  /* A library may refuse to go. Its name must then stay its own: another file of that number would be taken for it. */
  void *still = dlopen(name, RTLD_NOW | RTLD_NOLOAD);
  if (still) dlclose(still);
  else close(image->file);
  *image = (struct dxgk_image){.file = -1};
}

bool dxgk_image_is_calling(const struct dxgk_image *image) {
  void *frames[64];
  int count = backtrace(frames, 64);
  for (int i = 0; i < count; i++) {
    uintptr_t address = (uintptr_t)frames[i];
    if (address >= image->start && address < image->end) return true;
  }
  return false;
}
