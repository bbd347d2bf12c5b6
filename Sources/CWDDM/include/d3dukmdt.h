/* Types that user-mode and kernel-mode drivers and their callers share. */
#ifndef D3DUKMDT_H
#define D3DUKMDT_H
#pragma GCC system_header

#include "dxgbase.h"

/* Handles and addresses. A D3DKMT_HANDLE names an object of the kernel in one process; 0 names nothing. */
typedef UINT D3DKMT_HANDLE;
typedef UINT D3DDDI_VIDEO_PRESENT_SOURCE_ID;
typedef UINT D3DDDI_VIDEO_PRESENT_TARGET_ID;
typedef UINT64 D3DGPU_VIRTUAL_ADDRESS;
typedef UINT64 D3DGPU_SIZE_T;

#define D3DDDI_ALLOCATIONPRIORITY_MINIMUM 0x28000000
#define D3DDDI_ALLOCATIONPRIORITY_LOW 0x50000000
#define D3DDDI_ALLOCATIONPRIORITY_NORMAL 0x78000000
#define D3DDDI_ALLOCATIONPRIORITY_HIGH 0xA0000000
#define D3DDDI_ALLOCATIONPRIORITY_MAXIMUM 0xC8000000

#define D3DDDI_ID_UNINITIALIZED 0xFFFFFFFFu
#define D3DDDI_ID_ANY 0xFFFFFFFEu
#define D3DDDI_ID_ALL 0xFFFFFFFDu
#define D3DDDI_ID_NOTAPPLICABLE 0u

#define D3DDDI_MAX_BROADCAST_CONTEXT 64
#define D3DDDI_MAX_WRITTEN_PRIMARIES 16
#define D3DDDI_MAX_OBJECT_WAITED_ON 32
#define D3DDDI_MAX_OBJECT_SIGNALED 32

/* What an NT handle to a synchronization object allows, beside STANDARD_RIGHTS_READ. */
#define D3DDDI_SYNC_OBJECT_WAIT 0x1
#define D3DDDI_SYNC_OBJECT_SIGNAL 0x2
#define D3DDDI_SYNC_OBJECT_ALL_ACCESS \
  (STANDARD_RIGHTS_REQUIRED | SYNCHRONIZE | D3DDDI_SYNC_OBJECT_WAIT | D3DDDI_SYNC_OBJECT_SIGNAL)

#define D3DGPU_NULL 0
#define D3DGPU_UNIQUE_DRIVER_PROTECTION 0x8000000000000000ULL
#define DXGK_MAX_PAGE_TABLE_LEVEL_COUNT 6
#define DXGK_MIN_PAGE_TABLE_LEVEL_COUNT 2

DXGK_EXTERN_C_BEGIN

/* ---- Formats and surfaces ---- */

typedef enum _D3DDDIFORMAT {
  D3DDDIFMT_UNKNOWN = 0,
  D3DDDIFMT_R8G8B8 = 20,
  D3DDDIFMT_A8R8G8B8 = 21,
  D3DDDIFMT_X8R8G8B8 = 22,
  D3DDDIFMT_R5G6B5 = 23,
  D3DDDIFMT_X1R5G5B5 = 24,
  D3DDDIFMT_A1R5G5B5 = 25,
  D3DDDIFMT_A4R4G4B4 = 26,
  D3DDDIFMT_R3G3B2 = 27,
  D3DDDIFMT_A8 = 28,
  D3DDDIFMT_A8R3G3B2 = 29,
  D3DDDIFMT_X4R4G4B4 = 30,
  D3DDDIFMT_A2B10G10R10 = 31,
  D3DDDIFMT_A8B8G8R8 = 32,
  D3DDDIFMT_X8B8G8R8 = 33,
  D3DDDIFMT_G16R16 = 34,
  D3DDDIFMT_A2R10G10B10 = 35,
  D3DDDIFMT_A16B16G16R16 = 36,
  D3DDDIFMT_A8P8 = 40,
  D3DDDIFMT_P8 = 41,
  D3DDDIFMT_L8 = 50,
  D3DDDIFMT_A8L8 = 51,
  D3DDDIFMT_A4L4 = 52,
  D3DDDIFMT_D16_LOCKABLE = 70,
  D3DDDIFMT_D32 = 71,
  D3DDDIFMT_D24S8 = 75,
  D3DDDIFMT_D24X8 = 77,
  D3DDDIFMT_D16 = 80,
  D3DDDIFMT_VERTEXDATA = 100,
  D3DDDIFMT_INDEX16 = 101,
  D3DDDIFMT_INDEX32 = 102,
  D3DDDIFMT_R16F = 111,
  D3DDDIFMT_G16R16F = 112,
  D3DDDIFMT_A16B16G16R16F = 113,
  D3DDDIFMT_R32F = 114,
  D3DDDIFMT_G32R32F = 115,
  D3DDDIFMT_A32B32G32R32F = 116,
  D3DDDIFMT_FORCE_UINT = 0x7FFFFFFF
} D3DDDIFORMAT;

typedef struct _D3DDDI_RATIONAL {
  UINT Numerator;
  UINT Denominator;
} D3DDDI_RATIONAL;

typedef enum _D3DDDI_ROTATION {
  D3DDDI_ROTATION_IDENTITY = 1,
  D3DDDI_ROTATION_90 = 2,
  D3DDDI_ROTATION_180 = 3,
  D3DDDI_ROTATION_270 = 4
} D3DDDI_ROTATION;

typedef enum _D3DDDI_VIDEO_SIGNAL_SCANLINE_ORDERING {
  D3DDDI_VSSLO_UNINITIALIZED = 0,
  D3DDDI_VSSLO_PROGRESSIVE = 1,
  D3DDDI_VSSLO_INTERLACED_UPPERFIELDFIRST = 2,
  D3DDDI_VSSLO_INTERLACED_LOWERFIELDFIRST = 3,
  D3DDDI_VSSLO_OTHER = 255
} D3DDDI_VIDEO_SIGNAL_SCANLINE_ORDERING;

typedef enum _D3DDDI_FLIPINTERVAL_TYPE {
  D3DDDI_FLIPINTERVAL_IMMEDIATE = 0,
  D3DDDI_FLIPINTERVAL_ONE = 1,
  D3DDDI_FLIPINTERVAL_TWO = 2,
  D3DDDI_FLIPINTERVAL_THREE = 3,
  D3DDDI_FLIPINTERVAL_FOUR = 4,
  D3DDDI_FLIPINTERVAL_IMMEDIATE_ALLOW_TEARING = 5
} D3DDDI_FLIPINTERVAL_TYPE;

/* ---- Allocations ---- */

/* One allocation of D3DKMTCreateAllocation. In: caller memory, private data, primary or not. Out: the handle. */
typedef struct _D3DDDI_ALLOCATIONINFO {
  D3DKMT_HANDLE hAllocation;
  const void *pSystemMem;
  PVOID pPrivateDriverData;
  UINT PrivateDriverDataSize;
  D3DDDI_VIDEO_PRESENT_SOURCE_ID VidPnSourceId;
  struct {
    union {
      struct {
        UINT Primary : 1;
        UINT Stereo : 1;
        UINT Reserved : 30;
      };
      UINT Value;
    };
  } Flags;
} D3DDDI_ALLOCATIONINFO;

/* One allocation of D3DKMTCreateAllocation2; also takes a section, a priority, and gives a GPU address. */
typedef struct _D3DDDI_ALLOCATIONINFO2 {
  D3DKMT_HANDLE hAllocation;
  union {
    HANDLE hSection;
    const void *pSystemMem;
  };
  PVOID pPrivateDriverData;
  UINT PrivateDriverDataSize;
  D3DDDI_VIDEO_PRESENT_SOURCE_ID VidPnSourceId;
  struct {
    union {
      struct {
        UINT Primary : 1;
        UINT Stereo : 1;
        UINT OverridePriority : 1;
        UINT Reserved : 29;
      };
      UINT Value;
    };
  } Flags;
  D3DGPU_VIRTUAL_ADDRESS GpuVirtualAddress;
  union {
    UINT Priority;
    ULONG_PTR Unused;
  };
  ULONG_PTR Reserved[5];
} D3DDDI_ALLOCATIONINFO2;

/* One allocation of a resource being opened: where its private data lies in the total buffer. */
typedef struct _D3DDDI_OPENALLOCATIONINFO {
  D3DKMT_HANDLE hAllocation;
  const void *pPrivateDriverData;
  UINT PrivateDriverDataSize;
} D3DDDI_OPENALLOCATIONINFO;

typedef struct _D3DDDI_OPENALLOCATIONINFO2 {
  D3DKMT_HANDLE hAllocation;
  const void *pPrivateDriverData;
  UINT PrivateDriverDataSize;
  D3DGPU_VIRTUAL_ADDRESS GpuVirtualAddress;
  ULONG_PTR Reserved[6];
} D3DDDI_OPENALLOCATIONINFO2;

typedef struct _D3DDDI_ALLOCATIONLIST {
  D3DKMT_HANDLE hAllocation;
  union {
    struct {
      UINT WriteOperation : 1;
      UINT DoNotRetireInstance : 1;
      UINT OfferPriority : 3;
      UINT Reserved : 27;
    };
    UINT Value;
  };
} D3DDDI_ALLOCATIONLIST;

/* Where in a DMA buffer an address of an allocation goes. */
typedef struct _D3DDDI_PATCHLOCATIONLIST {
  UINT AllocationIndex;
  union {
    struct {
      UINT SlotId : 24;
      UINT Reserved : 8;
    };
    UINT Value;
  };
  UINT DriverId;
  UINT AllocationOffset;
  UINT PatchOffset;
  UINT SplitOffset;
} D3DDDI_PATCHLOCATIONLIST;

/* Up to five segments, best first; an id of 0 ends the list. Direction 1: place from the end of the segment. */
typedef struct _D3DDDI_SEGMENTPREFERENCE {
  union {
    struct {
      UINT SegmentId0 : 5;
      UINT Direction0 : 1;
      UINT SegmentId1 : 5;
      UINT Direction1 : 1;
      UINT SegmentId2 : 5;
      UINT Direction2 : 1;
      UINT SegmentId3 : 5;
      UINT Direction3 : 1;
      UINT SegmentId4 : 5;
      UINT Direction4 : 1;
      UINT Reserved : 2;
    };
    UINT Value;
  };
} D3DDDI_SEGMENTPREFERENCE;

typedef struct _D3DDDI_UPDATEALLOCPROPERTY_FLAGS {
  union {
    struct {
      UINT AccessedPhysically : 1;
      UINT Unmoveable : 1;
      UINT Reserved : 30;
    };
    UINT Value;
  };
} D3DDDI_UPDATEALLOCPROPERTY_FLAGS;

/* Changes where an existing allocation may live. */
typedef struct _D3DDDI_UPDATEALLOCPROPERTY {
  D3DKMT_HANDLE hPagingQueue;
  D3DKMT_HANDLE hAllocation;
  UINT SupportedSegmentSet;
  D3DDDI_SEGMENTPREFERENCE PreferredSegment;
  D3DDDI_UPDATEALLOCPROPERTY_FLAGS Flags;
  UINT64 PagingFenceValue;
  union {
    struct {
      UINT SetAccessedPhysically : 1;
      UINT SetSupportedSegmentSet : 1;
      UINT SetPreferredSegment : 1;
      UINT SetUnmoveable : 1;
      UINT Reserved : 28;
    };
    UINT PropertyMaskValue;
  };
} D3DDDI_UPDATEALLOCPROPERTY;

typedef enum _D3DDDI_OFFER_PRIORITY {
  D3DDDI_OFFER_PRIORITY_NONE = 0,
  D3DDDI_OFFER_PRIORITY_LOW = 1,
  D3DDDI_OFFER_PRIORITY_NORMAL = 2,
  D3DDDI_OFFER_PRIORITY_HIGH = 3,
  D3DDDI_OFFER_PRIORITY_AUTO = 4
} D3DDDI_OFFER_PRIORITY;

typedef enum _D3DDDI_RECLAIM_RESULT {
  D3DDDI_RECLAIM_RESULT_OK = 0,
  D3DDDI_RECLAIM_RESULT_DISCARDED = 1,
  D3DDDI_RECLAIM_RESULT_NOT_COMMITTED = 2
} D3DDDI_RECLAIM_RESULT;

/* ---- Locking and destroying ---- */

/* How D3DKMTLock and pfnLockCb map an allocation (WDDM 1.x). */
typedef struct _D3DDDICB_LOCKFLAGS {
  union {
    struct {
      UINT ReadOnly : 1;
      UINT WriteOnly : 1;
      UINT DonotWait : 1;
      UINT IgnoreSync : 1;
      UINT LockEntire : 1;
      UINT DonotEvict : 1;
      UINT AcquireAperture : 1;
      UINT Discard : 1;
      UINT NoExistingReference : 1;
      UINT UseAlternateVA : 1;
      UINT IgnoreReadSync : 1;
      UINT Reserved : 21;
    };
    UINT Value;
  };
} D3DDDICB_LOCKFLAGS;

typedef struct _D3DDDICB_LOCK2FLAGS {
  union {
    struct {
      UINT Reserved : 32;
    };
    UINT Value;
  };
} D3DDDICB_LOCK2FLAGS;

/* AssumeNotInUse: do not wait for the GPU. SynchronousDestroy: return only when it is gone. */
typedef struct _D3DDDICB_DESTROYALLOCATION2FLAGS {
  union {
    struct {
      UINT AssumeNotInUse : 1;
      UINT SynchronousDestroy : 1;
      UINT Reserved : 29;
      UINT SystemUseOnly : 1;
    };
    UINT Value;
  };
} D3DDDICB_DESTROYALLOCATION2FLAGS;

/* ---- Residency and GPU virtual addresses ---- */

typedef struct _D3DDDI_MAKERESIDENT_FLAGS {
  union {
    struct {
      UINT CantTrimFurther : 1;
      UINT MustSucceed : 1;
      UINT Reserved : 30;
    };
    UINT Value;
  };
} D3DDDI_MAKERESIDENT_FLAGS;

/* Brings allocations into memory. Out: the paging fence to wait for, or how much to trim. */
typedef struct _D3DDDI_MAKERESIDENT {
  D3DKMT_HANDLE hPagingQueue;
  UINT NumAllocations;
  const D3DKMT_HANDLE *AllocationList;
  const UINT *PriorityList;
  D3DDDI_MAKERESIDENT_FLAGS Flags;
  UINT64 PagingFenceValue;
  UINT64 NumBytesToTrim;
} D3DDDI_MAKERESIDENT;

typedef struct _D3DDDI_EVICT_FLAGS {
  union {
    struct {
      UINT EvictOnlyIfNecessary : 1;
      UINT NotWrittenTo : 1;
      UINT Reserved : 30;
    };
    UINT Value;
  };
} D3DDDI_EVICT_FLAGS;

typedef struct _D3DDDI_OFFER_FLAGS {
  union {
    struct {
      UINT AllowDecommit : 1;
      UINT Reserved : 31;
    };
    UINT Value;
  };
} D3DDDI_OFFER_FLAGS;

typedef enum _D3DDDI_PAGINGQUEUE_PRIORITY {
  D3DDDI_PAGINGQUEUE_PRIORITY_BELOW_NORMAL = -1,
  D3DDDI_PAGINGQUEUE_PRIORITY_NORMAL = 0,
  D3DDDI_PAGINGQUEUE_PRIORITY_ABOVE_NORMAL = 1
} D3DDDI_PAGINGQUEUE_PRIORITY;

typedef struct _D3DDDI_DESTROYPAGINGQUEUE {
  D3DKMT_HANDLE hPagingQueue;
} D3DDDI_DESTROYPAGINGQUEUE;

typedef struct _D3DDDI_TRIMRESIDENCYSET_FLAGS {
  union {
    struct {
      UINT PeriodicTrim : 1;
      UINT RestartPeriodicTrim : 1;
      UINT TrimToBudget : 1;
      UINT Reserved : 29;
    };
    UINT Value;
  };
} D3DDDI_TRIMRESIDENCYSET_FLAGS;

typedef struct _D3DDDIGPUVIRTUALADDRESS_PROTECTION_TYPE {
  union {
    struct {
      UINT64 Write : 1;
      UINT64 Execute : 1;
      UINT64 Zero : 1;
      UINT64 NoAccess : 1;
      UINT64 SystemUseOnly : 1;
      UINT64 Reserved : 59;
    };
    UINT64 Value;
  };
} D3DDDIGPUVIRTUALADDRESS_PROTECTION_TYPE;

/* Maps part of an allocation. SizeInPages 0: all of it. */
typedef struct _D3DDDI_MAPGPUVIRTUALADDRESS {
  D3DKMT_HANDLE hPagingQueue;
  D3DGPU_VIRTUAL_ADDRESS BaseAddress;
  D3DGPU_VIRTUAL_ADDRESS MinimumAddress;
  D3DGPU_VIRTUAL_ADDRESS MaximumAddress;
  D3DKMT_HANDLE hAllocation;
  D3DGPU_SIZE_T OffsetInPages;
  D3DGPU_SIZE_T SizeInPages;
  D3DDDIGPUVIRTUALADDRESS_PROTECTION_TYPE Protection;
  UINT64 DriverProtection;
  UINT Reserved0;
  UINT64 Reserved1;
  D3DGPU_VIRTUAL_ADDRESS VirtualAddress;
  UINT64 PagingFenceValue;
} D3DDDI_MAPGPUVIRTUALADDRESS;

typedef enum _D3DDDIGPUVIRTUALADDRESS_RESERVATION_TYPE {
  D3DDDIGPUVIRTUALADDRESS_RESERVE_NO_ACCESS = 0,
  D3DDDIGPUVIRTUALADDRESS_RESERVE_ZERO = 1,
  D3DDDIGPUVIRTUALADDRESS_RESERVE_NO_COMMIT = 2
} D3DDDIGPUVIRTUALADDRESS_RESERVATION_TYPE;

typedef struct _D3DDDI_RESERVEGPUVIRTUALADDRESS {
  union {
    D3DKMT_HANDLE hPagingQueue;
    D3DKMT_HANDLE hAdapter;
  };
  D3DGPU_VIRTUAL_ADDRESS BaseAddress;
  D3DGPU_VIRTUAL_ADDRESS MinimumAddress;
  D3DGPU_VIRTUAL_ADDRESS MaximumAddress;
  D3DGPU_SIZE_T Size;
  union {
    D3DDDIGPUVIRTUALADDRESS_RESERVATION_TYPE ReservationType;
    UINT Reserved0;
  };
  union {
    UINT64 DriverProtection;
    UINT64 Reserved1;
  };
  D3DGPU_VIRTUAL_ADDRESS VirtualAddress;
  union {
    UINT64 PagingFenceValue;
    UINT64 Reserved2;
  };
} D3DDDI_RESERVEGPUVIRTUALADDRESS;

typedef enum _D3DDDI_UPDATEGPUVIRTUALADDRESS_OPERATION_TYPE {
  D3DDDI_UPDATEGPUVIRTUALADDRESS_MAP = 0,
  D3DDDI_UPDATEGPUVIRTUALADDRESS_UNMAP = 1,
  D3DDDI_UPDATEGPUVIRTUALADDRESS_COPY = 2,
  D3DDDI_UPDATEGPUVIRTUALADDRESS_MAP_PROTECT = 3
} D3DDDI_UPDATEGPUVIRTUALADDRESS_OPERATION_TYPE;

typedef struct _D3DDDI_UPDATEGPUVIRTUALADDRESS_OPERATION {
  D3DDDI_UPDATEGPUVIRTUALADDRESS_OPERATION_TYPE OperationType;
  union {
    struct {
      D3DGPU_VIRTUAL_ADDRESS BaseAddress;
      D3DGPU_SIZE_T SizeInBytes;
      D3DKMT_HANDLE hAllocation;
      D3DGPU_SIZE_T AllocationOffsetInBytes;
      D3DGPU_SIZE_T AllocationSizeInBytes;
    } Map;
    struct {
      D3DGPU_VIRTUAL_ADDRESS BaseAddress;
      D3DGPU_SIZE_T SizeInBytes;
      D3DKMT_HANDLE hAllocation;
      D3DGPU_SIZE_T AllocationOffsetInBytes;
      D3DGPU_SIZE_T AllocationSizeInBytes;
      D3DDDIGPUVIRTUALADDRESS_PROTECTION_TYPE Protection;
      UINT64 DriverProtection;
    } MapProtect;
    struct {
      D3DGPU_VIRTUAL_ADDRESS BaseAddress;
      D3DGPU_SIZE_T SizeInBytes;
      D3DDDIGPUVIRTUALADDRESS_PROTECTION_TYPE Protection;
    } Unmap;
    struct {
      D3DGPU_VIRTUAL_ADDRESS SourceAddress;
      D3DGPU_SIZE_T SizeInBytes;
      D3DGPU_VIRTUAL_ADDRESS DestAddress;
    } Copy;
  };
} D3DDDI_UPDATEGPUVIRTUALADDRESS_OPERATION;

/* An abstract page table entry: the driver turns it into its own. */
typedef struct _DXGK_PTE {
  union {
    struct {
      ULONGLONG Valid : 1;
      ULONGLONG Zero : 1;
      ULONGLONG CacheCoherent : 1;
      ULONGLONG ReadOnly : 1;
      ULONGLONG NoExecute : 1;
      ULONGLONG Segment : 5;
      ULONGLONG LargePage : 1;
      ULONGLONG PhysicalAdapterIndex : 6;
      ULONGLONG PageTablePageSize : 2;
      ULONGLONG SystemReserved0 : 1;
      ULONGLONG Reserved : 44;
    };
    ULONGLONG Flags;
  };
  union {
    ULONGLONG PageAddress;
    ULONGLONG PageTableAddress;
  };
} DXGK_PTE, *PDXGK_PTE;

/* A segment and an offset in it. */
typedef struct _D3DGPU_PHYSICAL_ADDRESS {
  UINT SegmentId;
  UINT Padding;
  UINT64 SegmentOffset;
} D3DGPU_PHYSICAL_ADDRESS;

/* ---- Synchronization objects ---- */

typedef enum _D3DDDI_SYNCHRONIZATIONOBJECT_TYPE {
  D3DDDI_SYNCHRONIZATION_MUTEX = 1,
  D3DDDI_SEMAPHORE = 2,
  D3DDDI_FENCE = 3,
  D3DDDI_CPU_NOTIFICATION = 4,
  D3DDDI_MONITORED_FENCE = 5,
  D3DDDI_PERIODIC_MONITORED_FENCE = 6,
  D3DDDI_SYNCHRONIZATION_TYPE_LIMIT = 7
} D3DDDI_SYNCHRONIZATIONOBJECT_TYPE;

/* What kind of object to create, and its start value (first version). */
typedef struct _D3DDDI_SYNCHRONIZATIONOBJECTINFO {
  D3DDDI_SYNCHRONIZATIONOBJECT_TYPE Type;
  union {
    struct {
      BOOL InitialState;
    } SynchronizationMutex;
    struct {
      UINT MaxCount;
      UINT InitialCount;
    } Semaphore;
    struct {
      UINT Reserved[16];
    } Reserved;
  };
} D3DDDI_SYNCHRONIZATIONOBJECTINFO;

/* How a synchronization object is shared and waited on. */
typedef struct _D3DDDI_SYNCHRONIZATIONOBJECT_FLAGS {
  union {
    struct {
      UINT Shared : 1;
      UINT NtSecuritySharing : 1;
      UINT CrossAdapter : 1;
      UINT TopOfPipeline : 1;
      UINT NoSignal : 1;
      UINT NoWait : 1;
      UINT NoSignalMaxValueOnTdr : 1;
      UINT NoGPUAccess : 1;
      UINT SignalByKmd : 1;
      UINT Reserved : 22;
      UINT Reserved0 : 1;
    };
    UINT Value;
  };
} D3DDDI_SYNCHRONIZATIONOBJECT_FLAGS;

/* What kind of object to create, and its start value. Out: SharedHandle, and the address of a monitored fence. */
typedef struct _D3DDDI_SYNCHRONIZATIONOBJECTINFO2 {
  D3DDDI_SYNCHRONIZATIONOBJECT_TYPE Type;
  D3DDDI_SYNCHRONIZATIONOBJECT_FLAGS Flags;
  union {
    struct {
      BOOL InitialState;
    } SynchronizationMutex;
    struct {
      UINT MaxCount;
      UINT InitialCount;
    } Semaphore;
    struct {
      UINT64 FenceValue;
    } Fence;
    struct DXGK_PLAIN {
      HANDLE Event;
    } CPUNotification;
    struct DXGK_PLAIN {
      UINT64 InitialFenceValue;
      PVOID FenceValueCPUVirtualAddress;
      D3DGPU_VIRTUAL_ADDRESS FenceValueGPUVirtualAddress;
      UINT EngineAffinity;
      UINT Padding;
    } MonitoredFence;
    struct DXGK_PLAIN {
      D3DKMT_HANDLE hAdapter;
      D3DDDI_VIDEO_PRESENT_TARGET_ID VidPnTargetId;
      UINT64 Time;
      PVOID FenceValueCPUVirtualAddress;
      D3DGPU_VIRTUAL_ADDRESS FenceValueGPUVirtualAddress;
      UINT EngineAffinity;
      UINT Padding;
    } PeriodicMonitoredFence;
    struct {
      UINT64 Reserved[8];
    } Reserved;
  };
  D3DKMT_HANDLE SharedHandle;
} D3DDDI_SYNCHRONIZATIONOBJECTINFO2;

typedef struct _D3DDDICB_SIGNALFLAGS {
  union {
    struct {
      UINT SignalAtSubmission : 1;
      UINT EnqueueCpuEvent : 1;
      UINT AllowFenceRewind : 1;
      UINT Reserved : 28;
      UINT DXGK_SIGNAL_FLAG_INTERNAL0 : 1;
    };
    UINT Value;
  };
} D3DDDICB_SIGNALFLAGS;

typedef struct _D3DDDI_WAITFORSYNCHRONIZATIONOBJECTFROMCPU_FLAGS {
  union {
    struct {
      UINT WaitAny : 1;
      UINT Reserved : 31;
    };
    UINT Value;
  };
} D3DDDI_WAITFORSYNCHRONIZATIONOBJECTFROMCPU_FLAGS;

/* ---- Contexts, escapes, registry ---- */

typedef struct _D3DDDI_CREATECONTEXTFLAGS {
  union {
    struct {
      UINT NullRendering : 1;
      UINT InitialData : 1;
      UINT DisableGpuTimeout : 1;
      UINT SynchronizationOnly : 1;
      UINT HwQueueSupported : 1;
      UINT NoKmdAccess : 1;
      UINT Reserved : 26;
    };
    UINT Value;
  };
} D3DDDI_CREATECONTEXTFLAGS;

typedef struct _D3DDDI_CREATEHWCONTEXTFLAGS {
  union {
    struct {
      UINT Reserved : 32;
    };
    UINT Value;
  };
} D3DDDI_CREATEHWCONTEXTFLAGS;

typedef struct _D3DDDI_CREATEHWQUEUEFLAGS {
  union {
    struct {
      UINT DisableGpuTimeout : 1;
      UINT NoBroadcastSignal : 1;
      UINT NoBroadcastWait : 1;
      UINT NoKmdAccess : 1;
      UINT Reserved : 28;
    };
    UINT Value;
  };
} D3DDDI_CREATEHWQUEUEFLAGS;

typedef struct _D3DDDI_ESCAPEFLAGS {
  union {
    struct {
      UINT HardwareAccess : 1;
      UINT DeviceStatusQuery : 1;
      UINT ChangeFrameLatency : 1;
      UINT NoAdapterSynchronization : 1;
      UINT Reserved : 1;
      UINT VirtualMachineData : 1;
      UINT DriverKnownEscape : 1;
      UINT DriverCommonEscape : 1;
      UINT Reserved2 : 24;
    };
    UINT Value;
  };
} D3DDDI_ESCAPEFLAGS;

typedef enum _D3DDDI_QUERYREGISTRY_TYPE {
  D3DDDI_QUERYREGISTRY_SERVICEKEY = 0,
  D3DDDI_QUERYREGISTRY_ADAPTERKEY = 1,
  D3DDDI_QUERYREGISTRY_DRIVERSTOREPATH = 2,
  D3DDDI_QUERYREGISTRY_DRIVERIMAGEPATH = 3,
  D3DDDI_QUERYREGISTRY_MAX = 4
} D3DDDI_QUERYREGISTRY_TYPE;

typedef struct _D3DDDI_QUERYREGISTRY_FLAGS {
  union {
    struct {
      UINT TranslatePath : 1;
      UINT MutableValue : 1;
      UINT Reserved : 30;
    };
    UINT Value;
  };
} D3DDDI_QUERYREGISTRY_FLAGS;

typedef enum _D3DDDI_QUERYREGISTRY_STATUS {
  D3DDDI_QUERYREGISTRY_STATUS_SUCCESS = 0,
  D3DDDI_QUERYREGISTRY_STATUS_BUFFER_OVERFLOW = 1,
  D3DDDI_QUERYREGISTRY_STATUS_FAIL = 2,
  D3DDDI_QUERYREGISTRY_STATUS_MAX = 3
} D3DDDI_QUERYREGISTRY_STATUS;

/* A registry value, or a path of the driver. Output follows the struct. */
typedef struct _D3DDDI_QUERYREGISTRY_INFO {
  D3DDDI_QUERYREGISTRY_TYPE QueryType;
  D3DDDI_QUERYREGISTRY_FLAGS QueryFlags;
  WCHAR ValueName[260];
  ULONG ValueType;
  ULONG PhysicalAdapterIndex;
  ULONG OutputValueSize;
  D3DDDI_QUERYREGISTRY_STATUS Status;
  union {
    DWORD OutputDword;
    UINT64 OutputQword;
    WCHAR OutputString[1];
    BYTE OutputBinary[1];
  };
} D3DDDI_QUERYREGISTRY_INFO;

typedef struct _D3DDDI_GETRESOURCEPRESENTPRIVATEDRIVERDATA {
  D3DKMT_HANDLE hResource;
  UINT PrivateDriverDataSize;
  PVOID pPrivateDriverData;
} D3DDDI_GETRESOURCEPRESENTPRIVATEDRIVERDATA;

/* ---- Parts of the argument blocks of other headers ---- */

typedef enum _DXGK_GENERAL_ERROR_CODE {
  DXGK_GENERAL_ERROR_PAGE_FAULT = 0,
  DXGK_GENERAL_ERROR_INVALID_INSTRUCTION = 1
} DXGK_GENERAL_ERROR_CODE;

typedef enum _DXGK_RENDER_PIPELINE_STAGE {
  DXGK_RENDER_PIPELINE_STAGE_UNKNOWN = 0,
  DXGK_RENDER_PIPELINE_STAGE_INPUT_ASSEMBLER = 1,
  DXGK_RENDER_PIPELINE_STAGE_VERTEX_SHADER = 2,
  DXGK_RENDER_PIPELINE_STAGE_GEOMETRY_SHADER = 3,
  DXGK_RENDER_PIPELINE_STAGE_STREAM_OUTPUT = 4,
  DXGK_RENDER_PIPELINE_STAGE_RASTERIZER = 5,
  DXGK_RENDER_PIPELINE_STAGE_PIXEL_SHADER = 6,
  DXGK_RENDER_PIPELINE_STAGE_OUTPUT_MERGER = 7
} DXGK_RENDER_PIPELINE_STAGE;

typedef enum _DXGK_PAGE_FAULT_FLAGS {
  DXGK_PAGE_FAULT_WRITE = 1,
  DXGK_PAGE_FAULT_FENCE_INVALID = 2,
  DXGK_PAGE_FAULT_ADAPTER_RESET_REQUIRED = 4,
  DXGK_PAGE_FAULT_ENGINE_RESET_REQUIRED = 8,
  DXGK_PAGE_FAULT_FATAL_HARDWARE_ERROR = 16,
  DXGK_PAGE_FAULT_IOMMU = 32,
  DXGK_PAGE_FAULT_HW_CONTEXT_VALID = 64,
  DXGK_PAGE_FAULT_PROCESS_HANDLE_VALID = 128
} DXGK_PAGE_FAULT_FLAGS;

typedef enum _D3DDDI_RESIDENCYSTATUS {
  D3DDDI_RESIDENCYSTATUS_RESIDENTINGPUMEMORY = 1,
  D3DDDI_RESIDENCYSTATUS_RESIDENTINSHAREDMEMORY = 2,
  D3DDDI_RESIDENCYSTATUS_NOTRESIDENT = 3
} D3DDDI_RESIDENCYSTATUS;

typedef enum _D3DDDI_POOL {
  D3DDDIPOOL_SYSTEMMEM = 1,
  D3DDDIPOOL_VIDEOMEMORY = 2,
  D3DDDIPOOL_LOCALVIDMEM = 3,
  D3DDDIPOOL_NONLOCALVIDMEM = 4,
  D3DDDIPOOL_STAGINGMEM = 5
} D3DDDI_POOL;

typedef enum _D3DDDIMULTISAMPLE_TYPE {
  D3DDDIMULTISAMPLE_NONE = 0,
  D3DDDIMULTISAMPLE_NONMASKABLE = 1,
  D3DDDIMULTISAMPLE_2_SAMPLES = 2,
  D3DDDIMULTISAMPLE_3_SAMPLES = 3,
  D3DDDIMULTISAMPLE_4_SAMPLES = 4,
  D3DDDIMULTISAMPLE_5_SAMPLES = 5,
  D3DDDIMULTISAMPLE_6_SAMPLES = 6,
  D3DDDIMULTISAMPLE_7_SAMPLES = 7,
  D3DDDIMULTISAMPLE_8_SAMPLES = 8,
  D3DDDIMULTISAMPLE_9_SAMPLES = 9,
  D3DDDIMULTISAMPLE_10_SAMPLES = 10,
  D3DDDIMULTISAMPLE_11_SAMPLES = 11,
  D3DDDIMULTISAMPLE_12_SAMPLES = 12,
  D3DDDIMULTISAMPLE_13_SAMPLES = 13,
  D3DDDIMULTISAMPLE_14_SAMPLES = 14,
  D3DDDIMULTISAMPLE_15_SAMPLES = 15,
  D3DDDIMULTISAMPLE_16_SAMPLES = 16,
  D3DDDIMULTISAMPLE_FORCE_UINT = 0x7FFFFFFF
} D3DDDIMULTISAMPLE_TYPE;

typedef struct _D3DDDI_SURFACEINFO {
  UINT Width;
  UINT Height;
  UINT Depth;
  const void *pSysMem;
  UINT SysMemPitch;
  UINT SysMemSlicePitch;
} D3DDDI_SURFACEINFO;

typedef struct _D3DDDI_RESOURCEFLAGS {
  union {
    struct {
      UINT RenderTarget : 1;
      UINT ZBuffer : 1;
      UINT Dynamic : 1;
      UINT HintStatic : 1;
      UINT AutogenMipmap : 1;
      UINT DMap : 1;
      UINT WriteOnly : 1;
      UINT NotLockable : 1;
      UINT Points : 1;
      UINT RtPatches : 1;
      UINT NPatches : 1;
      UINT SharedResource : 1;
      UINT DiscardRenderTarget : 1;
      UINT Video : 1;
      UINT CaptureBuffer : 1;
      UINT Primary : 1;
      UINT Texture : 1;
      UINT CubeMap : 1;
      UINT Volume : 1;
      UINT VertexBuffer : 1;
      UINT IndexBuffer : 1;
      UINT DecodeRenderTarget : 1;
      UINT DecodeCompressedBuffer : 1;
      UINT VideoProcessRenderTarget : 1;
      UINT CpuOptimized : 1;
      UINT MightDrawFromLocked : 1;
      UINT Overlay : 1;
      UINT MatchGdiPrimary : 1;
      UINT InterlacedRefresh : 1;
      UINT TextApi : 1;
      UINT RestrictedContent : 1;
      UINT RestrictSharedAccess : 1;
    };
    UINT Value;
  };
} D3DDDI_RESOURCEFLAGS;

typedef struct _D3DDDIARG_CREATERESOURCE {
  D3DDDIFORMAT Format;
  D3DDDI_POOL Pool;
  D3DDDIMULTISAMPLE_TYPE MultisampleType;
  UINT MultisampleQuality;
  const D3DDDI_SURFACEINFO *pSurfList;
  UINT SurfCount;
  UINT MipLevels;
  UINT Fvf;
  D3DDDI_VIDEO_PRESENT_SOURCE_ID VidPnSourceId;
  D3DDDI_RATIONAL RefreshRate;
  HANDLE hResource;
  D3DDDI_RESOURCEFLAGS Flags;
  D3DDDI_ROTATION Rotation;
} D3DDDIARG_CREATERESOURCE;

typedef struct _D3DDDI_RESOURCEFLAGS2 {
  union {
    struct {
      UINT VideoEncoder : 1;
      UINT UserMemory : 1;
      UINT CrossAdapter : 1;
      UINT IsDisplayable : 1;
      UINT Reserved : 28;
    };
    UINT Value;
  };
} D3DDDI_RESOURCEFLAGS2;

typedef struct _D3DDDIARG_CREATERESOURCE2 {
  D3DDDIFORMAT Format;
  D3DDDI_POOL Pool;
  D3DDDIMULTISAMPLE_TYPE MultisampleType;
  UINT MultisampleQuality;
  const D3DDDI_SURFACEINFO *pSurfList;
  UINT SurfCount;
  UINT MipLevels;
  UINT Fvf;
  D3DDDI_VIDEO_PRESENT_SOURCE_ID VidPnSourceId;
  D3DDDI_RATIONAL RefreshRate;
  HANDLE hResource;
  D3DDDI_RESOURCEFLAGS Flags;
  D3DDDI_ROTATION Rotation;
  D3DDDI_RESOURCEFLAGS2 Flags2;
} D3DDDIARG_CREATERESOURCE2;

typedef struct _D3DDDI_MULTISAMPLINGMETHOD {
  UINT NumSamples;
  UINT NumQualityLevels;
} D3DDDI_MULTISAMPLINGMETHOD;

typedef enum _DXGK_MIRACAST_CHUNK_TYPE {
  DXGK_MIRACAST_CHUNK_TYPE_UNKNOWN = 0,
  DXGK_MIRACAST_CHUNK_TYPE_COLOR_CONVERT_COMPLETE = 1,
  DXGK_MIRACAST_CHUNK_TYPE_ENCODE_COMPLETE = 2,
  DXGK_MIRACAST_CHUNK_TYPE_FRAME_START = 3,
  DXGK_MIRACAST_CHUNK_TYPE_FRAME_DROPPED = 4,
  DXGK_MIRACAST_CHUNK_TYPE_ENCODE_DRIVER_DEFINED_1 = (int)0x80000000,
  DXGK_MIRACAST_CHUNK_TYPE_ENCODE_DRIVER_DEFINED_2 = (int)0x80000001
} DXGK_MIRACAST_CHUNK_TYPE;

typedef struct _DXGK_MIRACAST_CHUNK_ID {
  union {
    struct {
      UINT64 FrameNumber : 40;
      UINT64 PartNumber : 24;
    };
    UINT64 Value;
  };
} DXGK_MIRACAST_CHUNK_ID, *PDXGK_MIRACAST_CHUNK_ID;

typedef struct _DXGK_MIRACAST_CHUNK_INFO {
  DXGK_MIRACAST_CHUNK_TYPE ChunkType;
  DXGK_MIRACAST_CHUNK_ID ChunkId;
  UINT ProcessingTime;
  UINT EncodeRate;
} DXGK_MIRACAST_CHUNK_INFO, *PDXGK_MIRACAST_CHUNK_INFO;


DXGK_EXTERN_C_END

#endif /* D3DUKMDT_H */
