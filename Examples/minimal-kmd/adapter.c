/* The life of the adapter, what it can do, and the devices and processes that use it. */
#include "minimal-kmd.h"

#include <stdlib.h>
#include <string.h>

/* ---- Start and stop ---- */

static NTSTATUS AddDevice(PDEVICE_OBJECT PhysicalDeviceObject, PVOID *MiniportDeviceContext) {
  UNREFERENCED_PARAMETER(PhysicalDeviceObject);
  ADAPTER *adapter = calloc(1, sizeof *adapter);
  if (!adapter) return STATUS_NO_MEMORY;
  *MiniportDeviceContext = adapter;
  return STATUS_SUCCESS;
}

/* The BAR: the first memory range that the machine assigned to the device. Long ones are told in larger units. */
static void FindBar(ADAPTER *adapter, const CM_RESOURCE_LIST *resources) {
  if (!resources || resources->Count == 0) return;
  const CM_PARTIAL_RESOURCE_LIST *list = &resources->List[0].PartialResourceList;
  for (ULONG i = 0; i < list->Count; i++) {
    const CM_PARTIAL_RESOURCE_DESCRIPTOR *range = &list->PartialDescriptors[i];
    if (range->Type != CmResourceTypeMemory && range->Type != CmResourceTypeMemoryLarge) continue;
    unsigned shift = range->Flags & CM_RESOURCE_MEMORY_LARGE_40   ? 8
                     : range->Flags & CM_RESOURCE_MEMORY_LARGE_48 ? 16
                     : range->Flags & CM_RESOURCE_MEMORY_LARGE_64 ? 32
                                                                  : 0;
    adapter->Bar = range->u.Memory.Start;
    adapter->BarSize = (SIZE_T)range->u.Memory.Length << shift;
    return;
  }
}

/* A driver may share backing stores only after it asked and was told that it may. The callback exists from 2.9 on. */
static BOOLEAN AskForSharedBackingStores(const DXGKRNL_INTERFACE *kernel) {
  if (kernel->Version < DXGKDDI_INTERFACE_VERSION_WDDM3_0) return FALSE;
  DXGKARGCB_QUERYFEATURESUPPORT query = {
      .DeviceHandle = kernel->DeviceHandle,
      .FeatureId = DXGK_FEATURE_SHARE_BACKING_STORE_WITH_KMD,
      .DriverSupportState = 2, /* stable */
  };
  return kernel->DxgkCbQueryFeatureSupport(&query) >= 0 && query.Enabled;
}

static NTSTATUS StartDevice(PVOID MiniportDeviceContext, PDXGK_START_INFO DxgkStartInfo,
                            PDXGKRNL_INTERFACE DxgkInterface, PULONG NumberOfVideoPresentSources,
                            PULONG NumberOfChildren) {
  UNREFERENCED_PARAMETER(DxgkStartInfo);
  ADAPTER *adapter = MiniportDeviceContext;
  DXGK_DEVICE_INFO device = {0};

  /* Size, not sizeof: the table ends where this driver's declared version ends. */
  memset(&adapter->Kernel, 0, sizeof adapter->Kernel);
  memcpy(&adapter->Kernel, DxgkInterface,
         DxgkInterface->Size < sizeof adapter->Kernel ? DxgkInterface->Size : sizeof adapter->Kernel);
  const DXGKRNL_INTERFACE *kernel = &adapter->Kernel;

  NTSTATUS status = kernel->DxgkCbGetDeviceInformation(kernel->DeviceHandle, &device);
  if (status < 0) return status;
  adapter->BarSize = 0;
  FindBar(adapter, device.TranslatedResourceList);
  if (adapter->BarSize > 0 && adapter->BarSize <= UINT32_MAX) {
    status = kernel->DxgkCbMapMemory(kernel->DeviceHandle, adapter->Bar, (ULONG)adapter->BarSize, FALSE, FALSE,
                                     MmWriteCombined, &adapter->BarMapping);
    if (status < 0) return status;
  }
  adapter->MayShareBackingStore = AskForSharedBackingStores(kernel);
  *NumberOfVideoPresentSources = 0;
  *NumberOfChildren = 0;
  return STATUS_SUCCESS;
}

static NTSTATUS StopDevice(PVOID MiniportDeviceContext) {
  ADAPTER *adapter = MiniportDeviceContext;
  PVOID mapping = adapter->BarMapping;
  adapter->BarMapping = NULL;
  return mapping ? adapter->Kernel.DxgkCbUnmapMemory(adapter->Kernel.DeviceHandle, mapping) : STATUS_SUCCESS;
}

/* There is no display to hand over; the kernel calls StopDevice next. */
static NTSTATUS StopDeviceAndReleasePostDisplayOwnership(PVOID MiniportDeviceContext,
                                                         D3DDDI_VIDEO_PRESENT_TARGET_ID TargetId,
                                                         PDXGK_DISPLAY_INFORMATION DisplayInfo) {
  UNREFERENCED_PARAMETER(MiniportDeviceContext);
  UNREFERENCED_PARAMETER(TargetId);
  UNREFERENCED_PARAMETER(DisplayInfo);
  return STATUS_NOT_SUPPORTED;
}

static NTSTATUS RemoveDevice(PVOID MiniportDeviceContext) {
  free(MiniportDeviceContext);
  return STATUS_SUCCESS;
}

/* The hardware is gone. This driver touches none, so there is nothing to stop. */
static NTSTATUS NotifySurpriseRemoval(PVOID MiniportDeviceContext, DXGK_SURPRISE_REMOVAL_TYPE RemovalType) {
  UNREFERENCED_PARAMETER(MiniportDeviceContext);
  UNREFERENCED_PARAMETER(RemovalType);
  return STATUS_SUCCESS;
}

/* The GPU hangs: make it let go of all memory, and when the system has taken that away, go on. There is no GPU here. */
static NTSTATUS ResetFromTimeout(HANDLE hAdapter) {
  UNREFERENCED_PARAMETER(hAdapter);
  return STATUS_SUCCESS;
}

static NTSTATUS RestartFromTimeout(HANDLE hAdapter) {
  UNREFERENCED_PARAMETER(hAdapter);
  return STATUS_SUCCESS;
}

static void Unload(void) {}

/* ---- What the adapter is ---- */

/* Writes an answer into the kernel's buffer, whose size the declared version decides: never more than that. */
static NTSTATUS Answer(const DXGKARG_QUERYADAPTERINFO *query, const void *answer, size_t size) {
  memcpy(query->pOutputData, answer, query->OutputDataSize < size ? query->OutputDataSize : size);
  return STATUS_SUCCESS;
}

static NTSTATUS QueryDriverCaps(const DXGKARG_QUERYADAPTERINFO *query) {
  DXGK_DRIVERCAPS caps = {
      .HighestAcceptableAddress.QuadPart = (1ll << 48) - 1,
      .MaxAllocationListSlotId = 16,
      .ApertureSegmentCommitLimit = APERTURE_SIZE,
      .GpuEngineTopology.NbAsymetricProcessingNodes = 1,
      .WDDMVersion = WDDM_VERSION,
      .SupportNonVGA = TRUE,
      .SupportSurpriseRemovalInHibernation = TRUE,
  };
  return Answer(query, &caps, sizeof caps);
}

/* Asked twice: without an array for the number of segments, then with one. WDDM 2 has its own form of both structs. */
static NTSTATUS QuerySegment3(const ADAPTER *adapter, DXGK_QUERYSEGMENTOUT3 *out) {
  UINT count = adapter->BarSize ? 2 : 1;
  DXGK_SEGMENTDESCRIPTOR3 *segment = out->pSegmentDescriptor;
  if (segment) {
    if (out->NbSegment < count) return STATUS_INVALID_PARAMETER;
    memset(segment, 0, count * sizeof *segment);
    if (adapter->BarSize) {
      segment->Flags.CpuVisible = TRUE;
      segment->CpuTranslatedAddress = adapter->Bar;
      segment->Size = segment->CommitLimit = adapter->BarSize;
      segment++;
    }
    segment->Flags.Aperture = segment->Flags.CacheCoherent = TRUE;
    segment->BaseAddress.QuadPart = APERTURE_BASE;
    segment->Size = segment->CommitLimit = APERTURE_SIZE;
    out->PagingBufferSegmentId = count;
    out->PagingBufferSize = 64 * 1024;
  }
  out->NbSegment = count;
  return STATUS_SUCCESS;
}

static NTSTATUS QuerySegment4(const ADAPTER *adapter, DXGK_QUERYSEGMENTOUT4 *out) {
  UINT count = adapter->BarSize ? 2 : 1;
  if (out->pSegmentDescriptor) {
    if (out->NbSegment < count) return STATUS_INVALID_PARAMETER;
    DXGK_SEGMENTDESCRIPTOR4 memory = {
        .Flags = {.CpuVisible = TRUE, .LocalBudgetGroup = TRUE},
        .Size = adapter->BarSize,
        .CommitLimit = adapter->BarSize,
        .CpuTranslatedAddress = adapter->Bar,
    };
    DXGK_SEGMENTDESCRIPTOR4 aperture = {
        .Flags = {.Aperture = TRUE, .CacheCoherent = TRUE, .NonLocalBudgetGroup = TRUE},
        .BaseAddress.QuadPart = APERTURE_BASE,
        .Size = APERTURE_SIZE,
        .CommitLimit = APERTURE_SIZE,
    };
    /* The kernel says how far apart descriptors are, and so how long one is. */
    SIZE_T stride = out->SegmentDescriptorStride;
    SIZE_T size = stride < sizeof memory ? stride : sizeof memory;
    if (adapter->BarSize) memcpy(out->pSegmentDescriptor, &memory, size);
    memcpy(out->pSegmentDescriptor + (count - 1) * stride, &aperture, size);
    out->PagingBufferSegmentId = count;
    out->PagingBufferSize = 64 * 1024;
  }
  out->NbSegment = count;
  return STATUS_SUCCESS;
}

static NTSTATUS QueryAdapterInfo(HANDLE hAdapter, const DXGKARG_QUERYADAPTERINFO *query) {
  const ADAPTER *adapter = hAdapter;
  switch (query->Type) {
    case DXGKQAITYPE_DRIVERCAPS:
      return QueryDriverCaps(query);
    case DXGKQAITYPE_QUERYSEGMENT3:
      return QuerySegment3(adapter, query->pOutputData);
    case DXGKQAITYPE_QUERYSEGMENT4:
      return QuerySegment4(adapter, query->pOutputData);
    case DXGKQAITYPE_UMDRIVERPRIVATE: {
      SOFTGPU_ADAPTER answer = {SOFTGPU_ALLOCATION_MAGIC, SOFTGPU_ALLOCATION_VERSION, adapter->BarSize, adapter->BarSize,
                                APERTURE_SIZE, DXGKDDI_INTERFACE_VERSION, 0};
      if (query->OutputDataSize < sizeof answer) return STATUS_BUFFER_TOO_SMALL;
      return Answer(query, &answer, sizeof answer);
    }
    default:
      return STATUS_NOT_SUPPORTED;
  }
}

/* ---- Processes and devices ---- */

/* Nothing is kept for a process, but each has a handle of its own. */
static NTSTATUS CreateProcess(HANDLE hAdapter, DXGKARG_CREATEPROCESS *args) {
  PROCESS *process = calloc(1, sizeof *process);
  if (!process) return STATUS_NO_MEMORY;
  process->Adapter = hAdapter;
  args->hKmdProcess = process;
  return STATUS_SUCCESS;
}

static NTSTATUS DestroyProcess(HANDLE hAdapter, HANDLE hKmdProcess) {
  UNREFERENCED_PARAMETER(hAdapter);
  free(hKmdProcess);
  return STATUS_SUCCESS;
}

static NTSTATUS CreateDevice(HANDLE hAdapter, DXGKARG_CREATEDEVICE *args) {
  DEVICE *device = calloc(1, sizeof *device);
  if (!device) return STATUS_NO_MEMORY;
  device->Adapter = hAdapter;
  device->KernelDevice = args->hDevice;
  args->hDevice = device; /* in: the kernel's name; out: ours */
  return STATUS_SUCCESS;
}

static NTSTATUS DestroyDevice(HANDLE hDevice) {
  free(hDevice);
  return STATUS_SUCCESS;
}

/* ---- The entry ---- */

NTSTATUS DriverEntry(PDRIVER_OBJECT DriverObject, PUNICODE_STRING RegistryPath) {
  DRIVER_INITIALIZATION_DATA table = {
      .Version = DXGKDDI_INTERFACE_VERSION, /* decides how much of this table counts */
      .DxgkDdiAddDevice = AddDevice,
      .DxgkDdiStartDevice = StartDevice,
      .DxgkDdiStopDevice = StopDevice,
      .DxgkDdiStopDeviceAndReleasePostDisplayOwnership = StopDeviceAndReleasePostDisplayOwnership,
      .DxgkDdiRemoveDevice = RemoveDevice,
      .DxgkDdiNotifySurpriseRemoval = NotifySurpriseRemoval,
      .DxgkDdiResetFromTimeout = ResetFromTimeout,
      .DxgkDdiRestartFromTimeout = RestartFromTimeout,
      .DxgkDdiUnload = Unload,
      .DxgkDdiQueryAdapterInfo = QueryAdapterInfo,
      .DxgkDdiCreateProcess = CreateProcess,
      .DxgkDdiDestroyProcess = DestroyProcess,
      .DxgkDdiCreateDevice = CreateDevice,
      .DxgkDdiDestroyDevice = DestroyDevice,
      .DxgkDdiGetStandardAllocationDriverData = GetStandardAllocationDriverData,
      .DxgkDdiCreateAllocation = CreateAllocation,
      .DxgkDdiDestroyAllocation = DestroyAllocation,
      .DxgkDdiDescribeAllocation = DescribeAllocation,
      .DxgkDdiOpenAllocation = OpenAllocation,
      .DxgkDdiCloseAllocation = CloseAllocation,
      .DxgkDdiSetAllocationBackingStore = SetAllocationBackingStore,
  };
  return DxgkInitialize(DriverObject, RegistryPath, &table);
}
