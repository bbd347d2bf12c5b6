/* The library loaded late and privately, as a plug-in would: every exported function is found by name. Arguments: the
 * library, then the names. */
#include <dlfcn.h>
#include <stdio.h>

int main(int count, char **arguments) {
  void *library = dlopen(arguments[1], RTLD_NOW | RTLD_LOCAL);
  if (!library) {
    printf("%s\n", dlerror());
    return 1;
  }
  for (int i = 2; i < count; i++) {
    if (!dlsym(library, arguments[i])) {
      printf("%s is not there\n", arguments[i]);
      return 1;
    }
  }
  return 0;
}
