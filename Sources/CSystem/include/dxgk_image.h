/* A private copy of a shared object: loaded from a file of its own, so that two loads never share a global. */
#ifndef DXGK_IMAGE_H
#define DXGK_IMAGE_H
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct dxgk_image {
  void *library; /* what dlopen gave */
  int file;      /* the copy; stays open as long as the library is in memory, because its number is in the library's name */
  uintptr_t start, end; /* the addresses that its segments cover */
};

/* Copies and loads the file. 0, or an errno with a sentence in `message`. ELIBBAD: it is no loadable shared object. */
int dxgk_image_load(const char *path, struct dxgk_image *image, char *message, size_t message_size);

/* The address of a symbol of the image, or NULL. */
void *dxgk_image_symbol(const struct dxgk_image *image, const char *name);

/* Unloads it. */
void dxgk_image_unload(struct dxgk_image *image);

/* Whether a caller of this function, however far up, is code of the image. Slow. */
bool dxgk_image_is_calling(const struct dxgk_image *image);
#endif
