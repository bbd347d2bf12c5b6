/* What a kernel-mode driver sees of the Windows kernel: page lists, resource lists, and the driver and device objects.
 * Only drivers and the kernel that hosts them include this. */
#ifndef DXGKERNELBASE_H
#define DXGKERNELBASE_H
#pragma GCC system_header

#include "dxgbase.h"

DXGK_EXTERN_C_BEGIN

typedef UCHAR KIRQL;
typedef ULONG_PTR PFN_NUMBER, *PPFN_NUMBER;

/* A locked-down range of pages. The frame numbers follow the struct: PPFN_NUMBER frames = (PPFN_NUMBER)(mdl + 1). */
typedef struct _MDL {
  struct _MDL *Next;
  SHORT Size; /* Of the struct and the frame numbers, in bytes. */
  SHORT MdlFlags;
  PVOID Process;
  PVOID MappedSystemVa; /* Valid with MDL_MAPPED_TO_SYSTEM_VA or MDL_SOURCE_IS_NONPAGED_POOL. */
  PVOID StartVa;        /* Page-aligned. */
  ULONG ByteCount;
  ULONG ByteOffset; /* Of the first byte in the first page. */
} MDL, *PMDL;

#define MDL_MAPPED_TO_SYSTEM_VA 0x0001
#define MDL_PAGES_LOCKED 0x0002
#define MDL_SOURCE_IS_NONPAGED_POOL 0x0004
#define MDL_ALLOCATED_FIXED_SIZE 0x0008
#define MDL_PARTIAL 0x0010
#define MDL_IO_SPACE 0x0800

#define MmGetMdlPfnArray(mdl) ((PPFN_NUMBER)((mdl) + 1))
#define MmGetMdlByteCount(mdl) ((mdl)->ByteCount)
#define MmGetMdlByteOffset(mdl) ((mdl)->ByteOffset)
#define MmGetMdlVirtualAddress(mdl) ((PVOID)((PCHAR)((mdl)->StartVa) + (mdl)->ByteOffset))

/* One hardware resource of a device. Windows packs this struct to 4 bytes: a 64-bit address starts at offset 4. */
#pragma pack(push, 4)
typedef struct _CM_PARTIAL_RESOURCE_DESCRIPTOR {
  UCHAR Type; /* CmResourceType… */
  UCHAR ShareDisposition;
  USHORT Flags;
  union {
    struct {
      PHYSICAL_ADDRESS Start;
      ULONG Length;
    } Generic;
    struct {
      PHYSICAL_ADDRESS Start;
      ULONG Length;
    } Port;
    struct {
      ULONG Level;
      ULONG Vector;
      KAFFINITY Affinity;
    } Interrupt;
    struct {
      PHYSICAL_ADDRESS Start;
      ULONG Length;
    } Memory;
    struct {
      PHYSICAL_ADDRESS Start;
      ULONG Length40; /* Length in units of 256 bytes. */
    } Memory40;
    struct {
      PHYSICAL_ADDRESS Start;
      ULONG Length48; /* Length in units of 64 KiB. */
    } Memory48;
    struct {
      PHYSICAL_ADDRESS Start;
      ULONG Length64; /* Length in units of 4 GiB. */
    } Memory64;
    struct {
      ULONG Data[3];
    } DevicePrivate;
  } u;
} CM_PARTIAL_RESOURCE_DESCRIPTOR, *PCM_PARTIAL_RESOURCE_DESCRIPTOR;

typedef struct _CM_PARTIAL_RESOURCE_LIST {
  USHORT Version;
  USHORT Revision;
  ULONG Count;
  CM_PARTIAL_RESOURCE_DESCRIPTOR PartialDescriptors[1]; /* Count of them. */
} CM_PARTIAL_RESOURCE_LIST, *PCM_PARTIAL_RESOURCE_LIST;

typedef struct _CM_FULL_RESOURCE_DESCRIPTOR {
  LONG InterfaceType; /* 5: PCI bus. */
  ULONG BusNumber;
  CM_PARTIAL_RESOURCE_LIST PartialResourceList;
} CM_FULL_RESOURCE_DESCRIPTOR, *PCM_FULL_RESOURCE_DESCRIPTOR;

typedef struct _CM_RESOURCE_LIST {
  ULONG Count;
  CM_FULL_RESOURCE_DESCRIPTOR List[1]; /* Count of them, each of its own length. */
} CM_RESOURCE_LIST, *PCM_RESOURCE_LIST;
#pragma pack(pop)

#define CmResourceTypeNull 0
#define CmResourceTypePort 1
#define CmResourceTypeInterrupt 2
#define CmResourceTypeMemory 3
#define CmResourceTypeMemoryLarge 7

#define CM_RESOURCE_MEMORY_READ_WRITE 0x0000
#define CM_RESOURCE_MEMORY_READ_ONLY 0x0001
#define CM_RESOURCE_MEMORY_PREFETCHABLE 0x0004
#define CM_RESOURCE_MEMORY_BAR 0x0080
#define CM_RESOURCE_MEMORY_LARGE_40 0x0200
#define CM_RESOURCE_MEMORY_LARGE_48 0x0400
#define CM_RESOURCE_MEMORY_LARGE_64 0x0800

typedef enum _MEMORY_CACHING_TYPE {
  MmNonCached = 0,
  MmCached = 1,
  MmWriteCombined = 2
} MEMORY_CACHING_TYPE;

typedef enum _DOCKING_STATE {
  DockStateUnsupported = 0,
  DockStateUndocked = 1,
  DockStateDocked = 2
} DOCKING_STATE;

typedef enum _DEVICE_POWER_STATE {
  PowerDeviceUnspecified = 0,
  PowerDeviceD0 = 1,
  PowerDeviceD1 = 2,
  PowerDeviceD2 = 3,
  PowerDeviceD3 = 4,
  PowerDeviceMaximum = 5
} DEVICE_POWER_STATE;

typedef enum _POWER_ACTION {
  PowerActionNone = 0,
  PowerActionReserved = 1,
  PowerActionSleep = 2,
  PowerActionHibernate = 3,
  PowerActionShutdown = 4,
  PowerActionShutdownReset = 5,
  PowerActionShutdownOff = 6,
  PowerActionWarmEject = 7
} POWER_ACTION;

/* Given to DriverEntry. Our own layout: a driver only hands it on to DxgkInitialize, which checks Magic and Version
 * and calls Initialize. So a driver finds its kernel without any global. */
typedef struct _DRIVER_OBJECT {
  ULONG Magic;   /* DXGK_DRIVER_OBJECT_MAGIC */
  ULONG Version; /* DXGK_DRIVER_OBJECT_VERSION */
  void *Host;
  NTSTATUS (*Initialize)(void *host, const void *table);
} DRIVER_OBJECT, *PDRIVER_OBJECT;

#define DXGK_DRIVER_OBJECT_MAGIC 0x4B475844u /* "DXGK" */
#define DXGK_DRIVER_OBJECT_VERSION 1u

/* Given to AddDevice; opaque. */
typedef struct _DEVICE_OBJECT *PDEVICE_OBJECT;

/* What a driver's shared object exports. */
typedef NTSTATUS DRIVER_INITIALIZE(PDRIVER_OBJECT DriverObject, PUNICODE_STRING RegistryPath);
typedef DRIVER_INITIALIZE *PDRIVER_INITIALIZE;

DXGK_EXTERN_C_END

#endif /* DXGKERNELBASE_H */
