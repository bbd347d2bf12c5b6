/* A user-mode display driver of the Direct3D 11 style, as small as one can be that creates memory.
 *
 * Read adapter.c (what a driver exports), then device.c (callbacks and scratch memory), then resource.c (textures, flip
 * chains, mapping). Its kernel-mode half is SoftGPU or Examples/minimal-kmd: both understand SOFTGPU_ALLOCATION.
 */
#ifndef SAMPLE_UMD_H
#define SAMPLE_UMD_H

#include <d3d10umddi.h>
#include <dxghresult.h>
#include <softgpu.h>

#define MAX_BUFFERS 16

/* The driver's part of an adapter, from OpenAdapter10_2 to CloseAdapter. */
struct adapter {
  D3D10DDI_HRTADAPTER runtime; /* Names the adapter in `callbacks`. */
  const D3DDDI_ADAPTERCALLBACKS *callbacks;
  SOFTGPU_ADAPTER info; /* What the kernel-mode half says of it. */
};

/* The driver's part of a device, in memory that the runtime allocated. */
struct device {
  D3D10DDI_HRTDEVICE runtime;       /* Names the device in `kernel` callbacks. */
  D3D10DDI_HRTCORELAYER core_layer; /* Names it in `core` callbacks. */
  const D3DDDI_DEVICECALLBACKS *kernel;
  const D3D11DDI_CORELAYER_DEVICECALLBACKS *core;
  D3DKMT_HANDLE scratch; /* Memory for the driver itself. */
};

/* The driver's part of a resource, in memory that the runtime allocated. */
struct resource {
  D3D10DDI_HRTRESOURCE runtime;
  D3DKMT_HANDLE kernel; /* hKMResource: what a command buffer would name. 0: nothing is allocated. */
  UINT count;           /* Allocations: one, or one for each buffer of a flip chain. */
  UINT pitch;           /* Bytes a row, as the kernel-mode driver decided. */
  UINT rows;
  D3DKMT_HANDLE allocations[MAX_BUFFERS];
  void *system_memory; /* The runtime's memory, when it provides it. */
};

HRESULT create_device(D3D10DDI_HADAPTER adapter, D3D10DDIARG_CREATEDEVICE *arguments);
void fill_resource_functions(D3D11DDI_DEVICEFUNCS *functions);
void fill_base_functions(DXGI1_1_DDI_BASE_FUNCTIONS *functions);

/* Reports an error of a function that returns nothing. */
void report(const struct device *device, HRESULT error);

/* The private data that tells the kernel-mode driver what an allocation is. */
SOFTGPU_ALLOCATION describe(UINT64 bytes, UINT flags);

#endif /* SAMPLE_UMD_H */
