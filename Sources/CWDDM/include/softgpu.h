/* What a client tells SoftGPU, the reference driver, about an allocation. Passed as pPrivateDriverData of each
 * allocation; the driver writes back what it decided (Size, Pitch). Examples/minimal-kmd understands the same
 * struct. */
#ifndef SOFTGPU_H
#define SOFTGPU_H
#pragma GCC system_header

#include "d3dukmdt.h"

DXGK_EXTERN_C_BEGIN

#define SOFTGPU_ALLOCATION_MAGIC 0x55504753 /* "SGPU" */
#define SOFTGPU_ALLOCATION_VERSION 1

typedef struct _SOFTGPU_ALLOCATION {
  UINT Magic;            /* SOFTGPU_ALLOCATION_MAGIC */
  UINT Version;          /* SOFTGPU_ALLOCATION_VERSION */
  UINT64 Size;           /* Bytes wanted; back: bytes given. */
  UINT Alignment;        /* Bytes, a power of two; 0: the driver decides. */
  UINT Flags;            /* SOFTGPU_ALLOCATION_… */
  UINT PreferredSegment; /* 1-based; 0: the driver decides. */
  UINT Format;           /* D3DDDIFORMAT */
  UINT Width;            /* Pixels. */
  UINT Height;           /* Rows. */
  UINT Pitch;            /* Bytes a row; 0: the driver decides. */
  UINT Reserved;         /* 0 */
} SOFTGPU_ALLOCATION;

#define SOFTGPU_ALLOCATION_CPUVISIBLE 1
#define SOFTGPU_ALLOCATION_CACHED 2
#define SOFTGPU_ALLOCATION_PRIMARY 4
#define SOFTGPU_ALLOCATION_SHAREBACKINGSTORE 8
#define SOFTGPU_ALLOCATION_ACCESSEDPHYSICALLY 16
#define SOFTGPU_ALLOCATION_HISTORYBUFFER 32
#define SOFTGPU_ALLOCATION_GDISURFACE 64
/* Reachable by another adapter: in system memory, rows on 128 bytes, a multiple of 4 rows. */
#define SOFTGPU_ALLOCATION_CROSSADAPTER 128
/* Lies in memory that the caller brings as pSystemMem; CPUVISIBLE goes with it, and CACHED if that memory is. */
#define SOFTGPU_ALLOCATION_EXISTINGSYSMEM 256

/* The same struct is what the driver answers in DxgkDdiGetStandardAllocationDriverData, and so what an opener finds as
 * the private data of a surface that the system made. There is no private data of the resource. Size and Pitch are
 * filled in, Width, Height and Format are the surface's, Flags say what it is:
 *
 *   shared primary                 PRIMARY CPUVISIBLE
 *   shadow, staging                CPUVISIBLE CACHED
 *   GDI texture                    GDISURFACE
 *   GDI staging, look-up table     GDISURFACE
 *   GDI staging, CPU visible       GDISURFACE CPUVISIBLE CACHED
 *   GDI existing system memory     GDISURFACE CPUVISIBLE CACHED EXISTINGSYSMEM
 *   GDI texture, cross-adapter     GDISURFACE CPUVISIBLE CROSSADAPTER
 *
 * A standard allocation of a program (D3DKMT_STANDARDALLOCATIONTYPE_EXISTINGHEAP) is the last: Width bytes in one row,
 * of an unknown format. */

/* What the driver answers to KMTQAITYPE_UMDRIVERPRIVATE. A larger buffer is fine, a smaller one too small. */
typedef struct _SOFTGPU_ADAPTER {
  UINT Magic;   /* SOFTGPU_ALLOCATION_MAGIC */
  UINT Version; /* SOFTGPU_ALLOCATION_VERSION */
  UINT64 VideoMemory;        /* Bytes on the card. */
  UINT64 VisibleVideoMemory; /* ... of which the CPU reaches so many. */
  UINT64 Aperture;           /* Bytes of system memory that can be mapped. */
  UINT InterfaceVersion;     /* What the driver declares: DXGKDDI_INTERFACE_VERSION_… */
  UINT Reserved;
} SOFTGPU_ADAPTER;

/* What a client asks SoftGPU with D3DKMTEscape (D3DKMT_ESCAPE_DRIVERPRIVATE) or pfnEscapeCb; answered in place.
 *
 * Handle is the caller's word. The driver asks the kernel what it stands for; one that is stale, of another process, of
 * another kind or of another adapter: STATUS_INVALID_HANDLE. With hDevice, of another device: STATUS_INVALID_PARAMETER. */
#define SOFTGPU_ESCAPE_MAGIC 0x45504753 /* "SGPE" */
#define SOFTGPU_ESCAPE_VERSION 1

#define SOFTGPU_ESCAPE_DESCRIBEALLOCATION 1 /* Handle: an allocation. */
#define SOFTGPU_ESCAPE_DESCRIBERESOURCE 2   /* Handle: a resource. */
/* Handle: an allocation whose backing store the driver has (SOFTGPU_ALLOCATION_SHAREBACKINGSTORE); without one:
 * STATUS_NOT_SUPPORTED. The driver adds up its 32-bit words, modulo 2^64. */
#define SOFTGPU_ESCAPE_SUMALLOCATION 3

typedef struct _SOFTGPU_ESCAPE {
  UINT Magic;           /* SOFTGPU_ESCAPE_MAGIC */
  UINT Version;         /* SOFTGPU_ESCAPE_VERSION */
  UINT Command;         /* SOFTGPU_ESCAPE_... */
  D3DKMT_HANDLE Handle; /* What the command is about. */
  /* Out. */
  D3DKMT_HANDLE Resource; /* The allocation's resource; 0: none. Of a resource: itself. */
  UINT Allocations;       /* How many are looked at: 1, or all of the resource. */
  UINT64 Size;            /* Bytes of them. */
  UINT Format;            /* Of an allocation: as it was described. */
  UINT Width;
  UINT Height;
  UINT Pitch;
  UINT64 Sum;
} SOFTGPU_ESCAPE;

DXGK_EXTERN_C_END

#endif /* SOFTGPU_H */
