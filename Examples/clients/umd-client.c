/* Drives a user-mode driver as the Direct3D runtime does: its allocations come through pfnAllocateCb.
 *
 *   dxgk run -- umd-client ../sample-umd/sample-umd.so
 */
#include <dlfcn.h>
#include <stdio.h>
#include <string.h>

#include <dxgiformat.h>
#include <dxgruntime.h>

enum { width = 200, height = 100, buffers = 3 };

static int succeeded(const char *call, HRESULT result) {
  if (SUCCEEDED(result)) return 1;
  fprintf(stderr, "%s: HRESULT 0x%08X\n", call, (unsigned)result);
  return 0;
}

/* Writes every texel of every subresource, each its own value, and reads all of them back. */
static int fill_and_compare(DXGRT_HDEVICE device, DXGRT_HRESOURCE resource, UINT subresources, const char *what) {
  for (int pass = 0; pass < 2; pass++) {
    for (UINT i = 0; i < subresources; i++) {
      DXGRT_MAPPED mapped;
      if (!succeeded("DxgRtMap", DxgRtMap(device, resource, i, &mapped))) return 0;
      for (UINT y = 0; y < height; y++) {
        unsigned *row = (unsigned *)((char *)mapped.pData + (size_t)y * mapped.RowPitch);
        for (UINT x = 0; x < width; x++) {
          unsigned texel = 0xFF000000u | i << 16 | y << 8 | x;
          if (pass == 0) row[x] = texel;
          else if (row[x] != texel) {
            fprintf(stderr, "%s: texel (%u, %u) of buffer %u reads 0x%08X\n", what, x, y, i, row[x]);
            return 0;
          }
        }
      }
      if (!succeeded("DxgRtUnmap", DxgRtUnmap(device, resource, i))) return 0;
    }
  }
  printf("%s: %u x %u, %u buffer%s, every texel read back\n", what, width, height, subresources,
         subresources == 1 ? "" : "s");
  return 1;
}

static int textures(DXGRT_HDEVICE device) {
  static const struct {
    const char *name;
    UINT flags;
  } kinds[] = {{"texture", 0}, {"texture in the runtime's memory", DXGRT_TEXTURE_SYSTEM_MEMORY}};
  for (unsigned i = 0; i < sizeof kinds / sizeof *kinds; i++) {
    DXGRT_TEXTURE texture = {width, height, DXGI_FORMAT_B8G8R8A8_UNORM, kinds[i].flags};
    DXGRT_HRESOURCE resource;
    if (!succeeded("DxgRtCreateTexture", DxgRtCreateTexture(device, &texture, &resource))) return 0;
    int good = fill_and_compare(device, resource, 1, kinds[i].name);
    if (!succeeded("DxgRtDestroyResource", DxgRtDestroyResource(device, resource)) || !good) return 0;
  }
  return 1;
}

static int flip_chain(DXGRT_HDEVICE device) {
  DXGRT_FLIPCHAIN chain = {width, height, DXGI_FORMAT_B8G8R8A8_UNORM, buffers, 0};
  DXGRT_HRESOURCE resource;
  if (!succeeded("DxgRtCreateFlipChain", DxgRtCreateFlipChain(device, &chain, &resource))) return 0;
  int good = fill_and_compare(device, resource, buffers, "flip chain");
  return succeeded("DxgRtDestroyResource", DxgRtDestroyResource(device, resource)) && good;
}

/* A surface of two devices: one makes it, the other opens it; in Direct3D 11 it also reads what the first wrote. */
static int sharing(DXGRT_HADAPTER adapter, DXGRT_HDEVICE device, UINT interface) {
  DXGRT_TEXTURE texture = {width, height, DXGI_FORMAT_B8G8R8A8_UNORM, DXGRT_TEXTURE_SHARED};
  DXGRT_HRESOURCE made, opened;
  DXGRT_HDEVICE other;
  D3DKMT_HANDLE shared;
  DXGRT_MAPPED mapped;
  if (!succeeded("DxgRtCreateTexture", DxgRtCreateTexture(device, &texture, &made))) return 0;
  if (!fill_and_compare(device, made, 1, "shared texture")) return 0;
  if (!succeeded("DxgRtGetSharedHandle", DxgRtGetSharedHandle(device, made, &shared))) return 0;
  if (!succeeded("DxgRtCreateDevice", DxgRtCreateDevice(adapter, &other))) return 0;
  if (!succeeded("DxgRtOpenSharedResource", DxgRtOpenSharedResource(other, shared, &opened))) return 0;
  /* The maker gives its part back; the surface lives on. Direct3D 9 lets its maker alone look at it. */
  if (!succeeded("DxgRtDestroyResource", DxgRtDestroyResource(device, made))) return 0;
  if (interface == DXGRT_INTERFACE_11) {
    if (!succeeded("DxgRtMap", DxgRtMap(other, opened, 0, &mapped))) return 0;
    unsigned last = ((unsigned *)((char *)mapped.pData + (size_t)(height - 1) * mapped.RowPitch))[width - 1];
    if (last != (0xFF000000u | (height - 1) << 8 | (width - 1))) {
      fprintf(stderr, "the other device reads 0x%08X\n", last);
      return 0;
    }
    if (!succeeded("DxgRtUnmap", DxgRtUnmap(other, opened, 0))) return 0;
  }
  puts("shared texture: opened on a second device, outlived its maker");
  return succeeded("DxgRtDestroyDevice", DxgRtDestroyDevice(other));
}

static int statistics(DXGRT_HDEVICE device) {
  DXGRT_STATISTICS did;
  if (!succeeded("DxgRtGetStatistics", DxgRtGetStatistics(device, &did))) return 0;
  printf("callbacks: %llu allocate, %llu deallocate, %llu lock, %llu unlock, %llu not served\n",
         (unsigned long long)did.AllocateCalls, (unsigned long long)did.DeallocateCalls,
         (unsigned long long)(did.LockCalls + did.Lock2Calls), (unsigned long long)(did.UnlockCalls + did.Unlock2Calls),
         (unsigned long long)did.UnservedCalls);
  if (did.Misuses == 0) return 1;
  fprintf(stderr, "the driver broke %llu rules, the last one %s\n", (unsigned long long)did.Misuses, did.pLastMisuse);
  return 0;
}

int main(int count, char **arguments) {
  if (count != 2 || arguments[1][0] == '-') {
    fputs("usage: umd-client DRIVER.so\n\nDrives a user-mode driver that exports OpenAdapter10_2, or else OpenAdapter.\n", stderr);
    return 2;
  }
  DXGRT_OPENADAPTER open = {.pDriverPath = arguments[1], .Interface = DXGRT_INTERFACE_11};
  DXGRT_HADAPTER adapter;
  HRESULT result = DxgRtOpenAdapter(&open, &adapter);
  if (result == DXGRT_ERR_DRIVER_NOT_FOUND) {
    fprintf(stderr, "%s\n", dlerror());
    return 2;
  }
  if (result == DXGRT_ERR_NO_ENTRY_POINT) {
    open.Interface = DXGRT_INTERFACE_9;
    result = DxgRtOpenAdapter(&open, &adapter);
  }
  if (!succeeded("DxgRtOpenAdapter", result)) return 1;

  DXGRT_HDEVICE device;
  int good = succeeded("DxgRtCreateDevice", DxgRtCreateDevice(adapter, &device));
  if (good) {
    good = textures(device) && flip_chain(device) && sharing(adapter, device, open.Interface);
    good = statistics(device) && good;
    good = succeeded("DxgRtDestroyDevice", DxgRtDestroyDevice(device)) && good;
  }
  good = succeeded("DxgRtCloseAdapter", DxgRtCloseAdapter(adapter)) && good;
  return good ? 0 : 1;
}
