/* Allocations: made from their private data, opened for a device, closed, destroyed.
 *
 * The private data comes from user mode: it is checked before anything in it is believed. A function that fails leaves
 * nothing behind, because the kernel calls neither Destroy nor Close for what a failed Create or Open had made. */
#include "minimal-kmd.h"

#include <stdlib.h>
#include <string.h>

/* ---- Deciding ---- */

#define KNOWN_FLAGS                                                                            \
  (SOFTGPU_ALLOCATION_CPUVISIBLE | SOFTGPU_ALLOCATION_CACHED | SOFTGPU_ALLOCATION_PRIMARY |    \
   SOFTGPU_ALLOCATION_SHAREBACKINGSTORE | SOFTGPU_ALLOCATION_ACCESSEDPHYSICALLY |            \
   SOFTGPU_ALLOCATION_GDISURFACE | SOFTGPU_ALLOCATION_CROSSADAPTER | SOFTGPU_ALLOCATION_EXISTINGSYSMEM)

/* What lives in system memory: the CPU caches it, this driver or another adapter reads it, or it is the caller's. */
#define SYSTEM_MEMORY_FLAGS                                                                    \
  (SOFTGPU_ALLOCATION_CACHED | SOFTGPU_ALLOCATION_SHAREBACKINGSTORE |                          \
   SOFTGPU_ALLOCATION_CROSSADAPTER | SOFTGPU_ALLOCATION_EXISTINGSYSMEM)

/* Whether the wish makes sense; fills in its Size and Pitch. */
static NTSTATUS Decide(const ADAPTER *adapter, const void *blob, UINT size, SOFTGPU_ALLOCATION *wish) {
  if (!blob || size < sizeof *wish) return STATUS_GRAPHICS_DRIVER_MISMATCH;
  memcpy(wish, blob, sizeof *wish);
  if (wish->Magic != SOFTGPU_ALLOCATION_MAGIC || wish->Version != SOFTGPU_ALLOCATION_VERSION)
    return STATUS_GRAPHICS_DRIVER_MISMATCH;

  UINT flags = wish->Flags;
  if (size != sizeof *wish || (flags & ~KNOWN_FLAGS) || wish->Reserved) return STATUS_INVALID_PARAMETER;
  if (wish->Alignment & (wish->Alignment - 1)) return STATUS_INVALID_PARAMETER;
  if ((flags & SYSTEM_MEMORY_FLAGS) && !(flags & SOFTGPU_ALLOCATION_CPUVISIBLE)) return STATUS_INVALID_PARAMETER;
  if ((flags & SYSTEM_MEMORY_FLAGS) && (flags & SOFTGPU_ALLOCATION_PRIMARY)) return STATUS_INVALID_PARAMETER;
  if ((flags & SOFTGPU_ALLOCATION_SHAREBACKINGSTORE) && !adapter->MayShareBackingStore) return STATUS_INVALID_PARAMETER;

  /* Rows of 4-byte pixels, on 128 bytes; a size of its own may only be larger. */
  UINT64 needed = 0;
  if (wish->Width && wish->Height) {
    UINT64 row = wish->Width * 4ull;
    UINT64 pitch = wish->Pitch ? wish->Pitch : (row + 127) / 128 * 128;
    if (pitch > UINT32_MAX || (wish->Size == 0 && pitch < row)) return STATUS_INVALID_PARAMETER;
    needed = pitch * wish->Height;
    /* Another adapter reads four rows at a time. A single row is a heap of bytes. */
    if ((flags & SOFTGPU_ALLOCATION_CROSSADAPTER) && wish->Height > 1) needed = pitch * ((wish->Height + 3ull) & ~3ull);
    wish->Pitch = (UINT)pitch;
  }
  if (wish->Size == 0) wish->Size = needed;
  return wish->Size && wish->Size >= needed ? STATUS_SUCCESS : STATUS_INVALID_PARAMETER;
}

/* Where it may be: a primary in the card's own memory. */
static UINT SupportedSegments(const ADAPTER *adapter, UINT flags) {
  if (!adapter->BarSize) return SEGMENT_BIT(1); /* then the aperture is the first and only segment */
  if (flags & SYSTEM_MEMORY_FLAGS) return SEGMENT_BIT(SEGMENT_APERTURE);
  if (flags & SOFTGPU_ALLOCATION_PRIMARY) return SEGMENT_BIT(SEGMENT_MEMORY);
  return SEGMENT_BIT(SEGMENT_MEMORY) | SEGMENT_BIT(SEGMENT_APERTURE);
}

static NTSTATUS Describe(const ADAPTER *adapter, const SOFTGPU_ALLOCATION *wish, DXGK_ALLOCATIONINFO *info) {
  UINT segments = SupportedSegments(adapter, wish->Flags);
  UINT wanted = wish->PreferredSegment;
  if (wanted > 31 || (wanted && !(segments & SEGMENT_BIT(wanted)))) return STATUS_INVALID_PARAMETER;

  info->Size = wish->Size;
  info->Alignment = wish->Alignment > 4096 ? wish->Alignment : 4096;
  info->SupportedReadSegmentSet = info->SupportedWriteSegmentSet = segments;
  info->PreferredSegment.SegmentId0 = wanted ? wanted : segments & SEGMENT_BIT(1) ? 1 : SEGMENT_APERTURE;
  info->AllocationPriority = D3DDDI_ALLOCATIONPRIORITY_NORMAL;
#if DXGKDDI_INTERFACE_VERSION >= DXGKDDI_INTERFACE_VERSION_WDDM2_0
  info->FlagsWddm2.CpuVisible = !!(wish->Flags & SOFTGPU_ALLOCATION_CPUVISIBLE);
  info->FlagsWddm2.Cached = !!(wish->Flags & SOFTGPU_ALLOCATION_CACHED);
  info->FlagsWddm2.ExistingSysMem = !!(wish->Flags & SOFTGPU_ALLOCATION_EXISTINGSYSMEM);
  info->FlagsWddm2.AccessedPhysically = !!(wish->Flags & SOFTGPU_ALLOCATION_ACCESSEDPHYSICALLY);
#else
  info->Flags.CpuVisible = !!(wish->Flags & SOFTGPU_ALLOCATION_CPUVISIBLE);
  info->Flags.Cached = !!(wish->Flags & SOFTGPU_ALLOCATION_CACHED);
  info->Flags.ExistingSysMem = !!(wish->Flags & SOFTGPU_ALLOCATION_EXISTINGSYSMEM);
#endif
#if DXGKDDI_INTERFACE_VERSION >= DXGKDDI_INTERFACE_VERSION_WDDM3_0
  info->Flags2.ShareBackingStoreWithKmd = !!(wish->Flags & SOFTGPU_ALLOCATION_SHAREBACKINGSTORE);
#endif
  return STATUS_SUCCESS;
}

/* ---- Surfaces that the system makes ---- */

static UINT FlagsOfGdiSurface(D3DKMDT_GDISURFACETYPE type) {
  switch (type) {
    case D3DKMDT_GDISURFACE_STAGING_CPUVISIBLE:
      return SOFTGPU_ALLOCATION_GDISURFACE | SOFTGPU_ALLOCATION_CPUVISIBLE | SOFTGPU_ALLOCATION_CACHED;
    case D3DKMDT_GDISURFACE_EXISTINGSYSMEM:
      return SOFTGPU_ALLOCATION_GDISURFACE | SOFTGPU_ALLOCATION_CPUVISIBLE | SOFTGPU_ALLOCATION_CACHED |
             SOFTGPU_ALLOCATION_EXISTINGSYSMEM;
    case D3DKMDT_GDISURFACE_TEXTURE_CROSSADAPTER:
      return SOFTGPU_ALLOCATION_GDISURFACE | SOFTGPU_ALLOCATION_CPUVISIBLE | SOFTGPU_ALLOCATION_CROSSADAPTER;
    default: /* textures, staging that the CPU does not see, look-up tables */
      return SOFTGPU_ALLOCATION_GDISURFACE;
  }
}

/* What a client would wish for that wants this surface, and where the system wants to be told its pitch. */
static NTSTATUS WishFor(const DXGKARG_GETSTANDARDALLOCATIONDRIVERDATA *args, SOFTGPU_ALLOCATION *wish, UINT **pitch) {
  *wish = (SOFTGPU_ALLOCATION){.Magic = SOFTGPU_ALLOCATION_MAGIC, .Version = SOFTGPU_ALLOCATION_VERSION};
  *pitch = NULL;
  switch (args->StandardAllocationType) {
    case D3DKMDT_STANDARDALLOCATION_SHAREDPRIMARYSURFACE: {
      D3DKMDT_SHAREDPRIMARYSURFACEDATA *data = args->pCreateSharedPrimarySurfaceData;
      wish->Width = data->Width, wish->Height = data->Height, wish->Format = data->Format;
      wish->Flags = SOFTGPU_ALLOCATION_PRIMARY | SOFTGPU_ALLOCATION_CPUVISIBLE;
      return STATUS_SUCCESS;
    }
    case D3DKMDT_STANDARDALLOCATION_SHADOWSURFACE: {
      D3DKMDT_SHADOWSURFACEDATA *data = args->pCreateShadowSurfaceData;
      wish->Width = data->Width, wish->Height = data->Height, wish->Format = data->Format;
      wish->Flags = SOFTGPU_ALLOCATION_CPUVISIBLE | SOFTGPU_ALLOCATION_CACHED;
      *pitch = &data->Pitch;
      return STATUS_SUCCESS;
    }
    case D3DKMDT_STANDARDALLOCATION_STAGINGSURFACE: {
      D3DKMDT_STAGINGSURFACEDATA *data = args->pCreateStagingSurfaceData;
      wish->Width = data->Width, wish->Height = data->Height, wish->Format = D3DDDIFMT_X8R8G8B8;
      wish->Flags = SOFTGPU_ALLOCATION_CPUVISIBLE | SOFTGPU_ALLOCATION_CACHED;
      *pitch = &data->Pitch;
      return STATUS_SUCCESS;
    }
    case D3DKMDT_STANDARDALLOCATION_GDISURFACE: {
      D3DKMDT_GDISURFACEDATA *data = args->pCreateGdiSurfaceData;
      wish->Width = data->Width, wish->Height = data->Height, wish->Format = data->Format;
      wish->Flags = FlagsOfGdiSurface(data->Type);
      *pitch = &data->Pitch;
      /* Bytes without a format in one row: a program's own memory, which the system describes to us so. */
      if (data->Format == D3DDDIFMT_UNKNOWN && data->Height == 1) wish->Size = wish->Pitch = data->Width;
      return STATUS_SUCCESS;
    }
    default:
      return STATUS_INVALID_PARAMETER;
  }
}

/* Asked twice: without buffers for the sizes, then for the data, which CreateAllocation is given as private data. */
NTSTATUS GetStandardAllocationDriverData(HANDLE hAdapter, DXGKARG_GETSTANDARDALLOCATIONDRIVERDATA *args) {
  SOFTGPU_ALLOCATION wish, decided;
  UINT *pitch;
  NTSTATUS status = WishFor(args, &wish, &pitch);
  if (status < 0) return status;
  if (!args->pAllocationPrivateDriverData) {
    args->AllocationPrivateDriverDataSize = sizeof wish;
    args->ResourcePrivateDriverDataSize = 0;
    return STATUS_SUCCESS;
  }
  status = Decide(hAdapter, &wish, sizeof wish, &decided);
  if (status < 0) return status;
  memcpy(args->pAllocationPrivateDriverData, &decided, sizeof decided);
  if (pitch) *pitch = decided.Pitch;
  return STATUS_SUCCESS;
}

/* ---- Creating and destroying: the adapter's objects ---- */

static void FreeAllocation(ALLOCATION *allocation) {
  if (allocation->Resource) allocation->Resource->Allocations--;
  free(allocation);
}

static NTSTATUS CreateOne(const ADAPTER *adapter, RESOURCE *resource, DXGK_ALLOCATIONINFO *info) {
  SOFTGPU_ALLOCATION wish;
  NTSTATUS status = Decide(adapter, info->pPrivateDriverData, info->PrivateDriverDataSize, &wish);
  if (status >= 0) status = Describe(adapter, &wish, info);
  if (status < 0) return status;

  ALLOCATION *allocation = calloc(1, sizeof *allocation);
  if (!allocation) return STATUS_NO_MEMORY;
  allocation->Info = wish;
  allocation->Resource = resource;
  if (resource) resource->Allocations++;
  info->hAllocation = allocation;
  return STATUS_SUCCESS;
}

NTSTATUS CreateAllocation(HANDLE hAdapter, DXGKARG_CREATEALLOCATION *args) {
  RESOURCE *resource = NULL;
  BOOLEAN is_new = FALSE;
  if (args->Flags.Resource) {
    resource = args->hResource; /* NULL the first time; later what this function returned before */
    is_new = !resource;
    if (is_new && !(resource = calloc(1, sizeof *resource))) return STATUS_NO_MEMORY;
  }
  for (UINT i = 0; i < args->NumAllocations; i++) {
    NTSTATUS status = CreateOne(hAdapter, resource, &args->pAllocationInfo[i]);
    if (status >= 0) continue;
    while (i-- > 0) FreeAllocation(args->pAllocationInfo[i].hAllocation);
    if (is_new) free(resource);
    return status;
  }
  if (resource) args->hResource = resource;
  return STATUS_SUCCESS;
}

NTSTATUS DestroyAllocation(HANDLE hAdapter, const DXGKARG_DESTROYALLOCATION *args) {
  UNREFERENCED_PARAMETER(hAdapter);
  for (UINT i = 0; i < args->NumAllocations; i++) FreeAllocation(args->pAllocationList[i]);
  if (args->Flags.DestroyResource) free(args->hResource);
  return STATUS_SUCCESS;
}

NTSTATUS DescribeAllocation(HANDLE hAdapter, DXGKARG_DESCRIBEALLOCATION *args) {
  UNREFERENCED_PARAMETER(hAdapter);
  const ALLOCATION *allocation = args->hAllocation;
  args->Width = allocation->Info.Width;
  args->Height = allocation->Info.Height;
  args->Format = (D3DDDIFORMAT)allocation->Info.Format;
  args->MultisampleMethod.NumSamples = 1;
  return STATUS_SUCCESS;
}

/* The kernel mapped the backing store for us; the address is good until DestroyAllocation. */
NTSTATUS SetAllocationBackingStore(HANDLE hAdapter, const DXGKARG_SETALLOCATIONBACKINGSTORE *args) {
  UNREFERENCED_PARAMETER(hAdapter);
  ALLOCATION *allocation = args->hDriverAllocation;
  allocation->BackingStore = args->pBackingStore;
  return STATUS_SUCCESS;
}

/* ---- Opening and closing: a device's objects ---- */

static NTSTATUS OpenOne(DEVICE *device, BOOLEAN creating, DXGK_OPENALLOCATIONINFO *info) {
  /* hAllocation is the kernel's name. Only the kernel knows which of our objects it stands for. */
  DXGKARGCB_GETHANDLEDATA query = {.hObject = info->hAllocation, .Type = DXGK_HANDLE_ALLOCATION};
  ALLOCATION *allocation = device->Adapter->Kernel.DxgkCbGetHandleData(&query);
  if (!allocation) return STATUS_INVALID_HANDLE;

  OPENING *opening = calloc(1, sizeof *opening);
  if (!opening) return STATUS_NO_MEMORY;
  opening->Device = device;
  opening->Allocation = allocation;
  info->hDeviceSpecificAllocation = opening;

  /* While it is created, and only then, we may tell user mode what we decided. */
  if (creating && info->PrivateDriverDataSize == sizeof allocation->Info) {
    SOFTGPU_ALLOCATION *back = info->pPrivateDriverData;
    back->Size = allocation->Info.Size;
    back->Pitch = allocation->Info.Pitch;
  }
  return STATUS_SUCCESS;
}

NTSTATUS OpenAllocation(HANDLE hDevice, const DXGKARG_OPENALLOCATION *args) {
  for (UINT i = 0; i < args->NumAllocations; i++) {
    NTSTATUS status = OpenOne(hDevice, args->Flags.Create, &args->pOpenAllocation[i]);
    if (status >= 0) continue;
    while (i-- > 0) free(args->pOpenAllocation[i].hDeviceSpecificAllocation);
    return status;
  }
  return STATUS_SUCCESS;
}

NTSTATUS CloseAllocation(HANDLE hDevice, const DXGKARG_CLOSEALLOCATION *args) {
  UNREFERENCED_PARAMETER(hDevice);
  for (UINT i = 0; i < args->NumAllocations; i++) free(args->pOpenHandleList[i]);
  return STATUS_SUCCESS;
}
