/* Leaves a texture of a user-mode driver alive: the report has to say that the driver's code asked for it. */
#include <stdlib.h>

#include <dxgiformat.h>
#include <dxgruntime.h>

int main(int count, char **arguments) {
  if (count != 2) return 2;
  DXGRT_OPENADAPTER open = {.pDriverPath = arguments[1]};
  DXGRT_TEXTURE texture = {64, 64, DXGI_FORMAT_B8G8R8A8_UNORM, 0};
  DXGRT_HADAPTER adapter;
  DXGRT_HDEVICE device;
  DXGRT_HRESOURCE resource;
  if (DxgRtOpenAdapter(&open, &adapter) != S_OK) return 1;
  if (DxgRtCreateDevice(adapter, &device) != S_OK) return 1;
  return DxgRtCreateTexture(device, &texture, &resource) == S_OK ? 0 : 1;
}
