import Dxgkrnl
import DxgTestKit
import WDDM

/// What a D3DKMT handle can stand for.
enum HandleKind: CaseIterable, Hashable {
  case adapter, device, resource, allocation, syncObject, keyedMutex
  case sharedResource, sharedSyncObject, sharedKeyedMutex
}

/// One parameter of a call that takes a handle, in a call that is good but for it.
struct HandleParameter {
  let name: String
  let kinds: Set<HandleKind>
  var status = NTStatus.invalidParameter
  let call: (UInt32) throws -> Void

  init(
    _ name: String, _ kinds: Set<HandleKind>, _ status: NTStatus = .invalidParameter,
    _ call: @escaping (UInt32) throws -> Void
  ) {
    (self.name, self.kinds, self.status, self.call) = (name, kinds, status, call)
  }
}

/// A handle of every kind, all of one process, and every parameter that takes one.
struct HandleCollection {
  private let scene: Scene
  private let process: Process
  private let device: UInt32
  private let shared: Created
  let handles: [HandleKind: UInt32]

  init(_ scene: Scene) throws {
    self.scene = scene
    process = scene.process
    device = scene.client.device
    shared = try scene.resource(of: 1, flags: .createShared)
    let own = try scene.resource(of: 1)
    let fence = try process.createSynchronizationObject(
      device: device, SynchronizationObjectRequest(.monitoredFence, flags: .shared))
    let mutex = try process.createKeyedMutex(initialValue: 0)
    handles = [
      .adapter: scene.client.adapter, .device: device, .resource: own.resource, .allocation: own.allocations[0],
      .syncObject: fence.handle, .keyedMutex: mutex.handle, .sharedResource: shared.globalShare,
      .sharedSyncObject: fence.globalShare, .sharedKeyedMutex: mutex.globalShare,
    ]
  }

  /// Every parameter of the kernel's calls that takes a handle.
  var parameters: [HandleParameter] { adapters + devices + allocations + sharing + synchronization }

  private var adapters: [HandleParameter] {
    [
      HandleParameter("CreateDevice.hAdapter", [.adapter]) {
        _ = try process.createDevice(adapter: $0, flags: 0)
      },
      HandleParameter("CloseAdapter.hAdapter", [.adapter]) { try process.closeAdapter($0) },
      HandleParameter("QueryAdapterInfo.hAdapter", [.adapter]) { try queryAdapter($0) },
      HandleParameter("Escape.hAdapter", [.adapter]) { try escape(adapter: $0, device: device) },
      HandleParameter("Escape.hDevice", [.device]) { try escape(adapter: handles[.adapter]!, device: $0) },
      HandleParameter("GetSharedPrimaryHandle.hAdapter", [.adapter]) {
        _ = try process.sharedPrimary(adapter: $0, source: 0)
      },
    ]
  }

  private var devices: [HandleParameter] {
    [
      HandleParameter("DestroyDevice.hDevice", [.device]) { try process.destroyDevice($0) },
      HandleParameter("GetDeviceState.hDevice", [.device]) { _ = try process.deviceState($0, type: 1) },
      HandleParameter("MarkDeviceAsError.hDevice", [.device]) {
        try process.markDeviceAsError($0, reason: 0x8000_0000)
      },
    ]
  }

  private var allocations: [HandleParameter] {
    let allocation = handles[.allocation]!
    let list = [AllocationPriority(allocation, 1)]
    return [
      HandleParameter("CreateAllocation.hDevice", [.device]) {
        _ = try scene.create([AllocationRequest()], device: $0)
      },
      HandleParameter("CreateAllocation.hResource", [.resource], .invalidHandle) {
        _ = try scene.create([AllocationRequest()], resource: $0)
      },
      HandleParameter("DestroyAllocation.hDevice", [.device]) { try destroy([allocation], device: $0) },
      HandleParameter("DestroyAllocation.hResource", [.resource]) { try scene.client.destroy(resource: $0) },
      HandleParameter("DestroyAllocation.phAllocationList", [.allocation]) { try destroy([allocation, $0]) },
      HandleParameter("Lock.hDevice", [.device]) { try lock(allocation, device: $0) },
      HandleParameter("Lock.hAllocation", [.allocation]) { try lock($0, device: device) },
      HandleParameter("Unlock.hDevice", [.device]) { try process.unlock(device: $0, allocations: [allocation].span) },
      HandleParameter("Unlock.phAllocations", [.allocation]) {
        try process.unlock(device: device, allocations: [$0].span)
      },
      HandleParameter("Lock2.hDevice", [.device]) {
        _ = try process.lock2(device: $0, allocation: allocation, flags: 0)
      },
      HandleParameter("Lock2.hAllocation", [.allocation]) { _ = try scene.client.lock($0) },
      HandleParameter("Unlock2.hDevice", [.device]) { try process.unlock2(device: $0, allocation: allocation) },
      HandleParameter("Unlock2.hAllocation", [.allocation]) { try scene.client.unlock($0) },
      HandleParameter("SetAllocationPriority.hDevice", [.device]) {
        try process.setAllocationPriority(
          AllocationPriorityArguments(device: $0, count: 1), resourcePriority: 0, rows: list.span)
      },
      HandleParameter("SetAllocationPriority.hResource", [.resource]) {
        try process.setAllocationPriority(
          AllocationPriorityArguments(device: device, resource: $0, listIsNull: true), resourcePriority: 1,
          rows: [AllocationPriority]().span)
      },
      HandleParameter("SetAllocationPriority.phAllocationList", [.allocation]) {
        let rows = list + [AllocationPriority($0, 1)]
        try process.setAllocationPriority(
          AllocationPriorityArguments(device: device, count: 2), resourcePriority: 0, rows: rows.span)
      },
    ]
  }

  private var sharing: [HandleParameter] {
    let share = ShareSource.globalHandle(shared.globalShare)
    return [
      HandleParameter("QueryResourceInfo.hDevice", [.device]) {
        _ = try process.queryResourceInfo(device: $0, share)
      },
      HandleParameter("QueryResourceInfo.hGlobalShare", [.sharedResource]) {
        _ = try scene.client.query(.globalHandle($0))
      },
      HandleParameter("OpenResource.hDevice", [.device]) { try open(share, device: $0) },
      HandleParameter("OpenResource.hGlobalShare", [.sharedResource]) { try open(.globalHandle($0), device: device) },
      HandleParameter("ShareObjects.hObjects", []) { _ = try scene.client.share([$0]) },
    ]
  }

  private var synchronization: [HandleParameter] {
    let fence = handles[.syncObject]!
    return [
      HandleParameter("CreateSynchronizationObject.hDevice", [.device]) {
        _ = try process.createSynchronizationObject(device: $0, SynchronizationObjectRequest(.monitoredFence))
      },
      HandleParameter("DestroySynchronizationObject.hSyncObject", [.syncObject]) {
        try process.destroySynchronizationObject($0)
      },
      HandleParameter("OpenSynchronizationObject.hSharedHandle", [.sharedSyncObject]) {
        _ = try process.openSynchronizationObject(globalHandle: $0)
      },
      HandleParameter("SignalSynchronizationObjectFromCpu.hDevice", [.device]) { try signal([fence], device: $0) },
      HandleParameter("SignalSynchronizationObjectFromCpu.ObjectHandleArray", [.syncObject]) {
        try signal([fence, $0], device: device)
      },
      HandleParameter("WaitForSynchronizationObjectFromCpu.hDevice", [.device]) { try wait([fence], device: $0) },
      HandleParameter("WaitForSynchronizationObjectFromCpu.ObjectHandleArray", [.syncObject]) {
        try wait([fence, $0], device: device)
      },
      HandleParameter("DestroyKeyedMutex.hKeyedMutex", [.keyedMutex]) { try process.destroyKeyedMutex($0) },
      HandleParameter("OpenKeyedMutex.hSharedHandle", [.sharedKeyedMutex]) {
        _ = try process.openKeyedMutex(globalHandle: $0)
      },
      HandleParameter("AcquireKeyedMutex.hKeyedMutex", [.keyedMutex]) {
        _ = try process.acquireKeyedMutex($0, key: 0, timeout: .after(0))
      },
      HandleParameter("ReleaseKeyedMutex.hKeyedMutex", [.keyedMutex]) {
        try process.releaseKeyedMutex($0, key: 0, fence: 0)
      },
    ]
  }
}

extension HandleCollection {
  private func queryAdapter(_ handle: UInt32) throws(Refusal) {
    var bytes = [UInt8](repeating: 0, count: 4)
    var span = bytes.mutableSpan
    // SAFETY: bytes; any bit pattern is one.
    var raw = unsafe span.mutableBytes
    try process.queryAdapterInfo(handle, type: 13, data: &raw)
  }

  private func escape(adapter: UInt32, device: UInt32) throws(Refusal) {
    var bytes: [UInt8] = [1]
    var span = bytes.mutableSpan
    // SAFETY: as above.
    var raw = unsafe span.mutableBytes
    try process.escape(EscapeArguments(adapter: adapter, device: device), data: &raw)
  }

  private func destroy(_ list: [UInt32], device: UInt32? = nil) throws(Refusal) {
    try process.destroyAllocation(
      device: device ?? self.device, resource: 0, allocations: list.span, listIsNull: false, flags: [])
  }

  private func lock(_ allocation: UInt32, device: UInt32) throws(Refusal) {
    _ = try process.lock(LockArguments(device: device, allocation: allocation), pages: [UInt32]().span)
  }

  private func open(_ source: ShareSource, device: UInt32) throws(Refusal) {
    var elements = [OpenedElement()]
    var span = elements.mutableSpan
    _ = try process.openResource(
      OpenResourceArguments(device: device, source: source, totalSize: 1 << 16), elements: &span)
  }

  private func signal(_ fences: [UInt32], device: UInt32) throws(Refusal) {
    let values = fences.map { _ in UInt64(1) }
    try process.signalSynchronizationObjects(device: device, objects: fences.span, values: values.span, flags: 0)
  }

  private func wait(_ fences: [UInt32], device: UInt32) throws(Refusal) {
    let values = fences.map { _ in UInt64(0) }
    try process.waitForSynchronizationObjects(
      device: device, objects: fences.span, values: values.span, asyncEvent: 0, flags: 0)
  }
}
