/* minimal-kmd: the smallest kernel-mode driver that does the whole memory path. Read adapter.c, then allocation.c.
 *
 * Handles that cross the interface are pointers to these objects; nobody but this driver follows them. Objects made by
 * CreateAllocation belong to the adapter, those made by OpenAllocation to one device. */
#ifndef MINIMAL_KMD_H
#define MINIMAL_KMD_H

#include <dispmprt.h>
#include <softgpu.h>

/* One per AddDevice: the hAdapter of everything else. */
typedef struct {
  DXGKRNL_INTERFACE Kernel; /* what this driver may call, and the device's name there; copied in StartDevice */
  PHYSICAL_ADDRESS Bar;     /* the card's memory as the CPU sees it */
  SIZE_T BarSize;           /* bytes */
  PVOID BarMapping;
  BOOLEAN MayShareBackingStore; /* the kernel enabled the feature when it was asked */
} ADAPTER;

typedef struct {
  ADAPTER *Adapter;
} PROCESS;

typedef struct {
  ADAPTER *Adapter;
  HANDLE KernelDevice; /* the kernel's name for the device */
} DEVICE;

typedef struct {
  UINT Allocations; /* that are alive */
} RESOURCE;

typedef struct {
  SOFTGPU_ALLOCATION Info; /* as asked, with what this driver decided */
  RESOURCE *Resource;      /* NULL for an allocation on its own */
  PVOID BackingStore;      /* where the kernel mapped it for us; NULL unless it is shared with us */
} ALLOCATION;

/* An allocation as one device sees it. */
typedef struct {
  DEVICE *Device;
  ALLOCATION *Allocation;
} OPENING;

/* The card: its memory is segment 1, and segment 2 is an aperture through which it reaches system memory. */
#define SEGMENT_MEMORY 1
#define SEGMENT_APERTURE 2
#define APERTURE_BASE (1ull << 40)
#define APERTURE_SIZE (4ull << 30)
#define SEGMENT_BIT(id) (1u << ((id) - 1))

/* The version of the model that goes with the declared interface. */
#if DXGKDDI_INTERFACE_VERSION >= DXGKDDI_INTERFACE_VERSION_WDDM3_1
#define WDDM_VERSION DXGKDDI_WDDMv3_1
#elif DXGKDDI_INTERFACE_VERSION >= DXGKDDI_INTERFACE_VERSION_WDDM2_0
#define WDDM_VERSION DXGKDDI_WDDMv2
#else
#define WDDM_VERSION DXGKDDI_WDDMv1_3
#endif

DXGKDDI_GETSTANDARDALLOCATIONDRIVERDATA GetStandardAllocationDriverData;
DXGKDDI_CREATEALLOCATION CreateAllocation;
DXGKDDI_DESTROYALLOCATION DestroyAllocation;
DXGKDDI_DESCRIBEALLOCATION DescribeAllocation;
DXGKDDI_OPENALLOCATIONINFO OpenAllocation;
DXGKDDI_CLOSEALLOCATION CloseAllocation;
DXGKDDI_SETALLOCATIONBACKINGSTORE SetAllocationBackingStore;

#endif
