internal import DDI
internal import Locks
internal import Synchronization
internal import VidMm

extension Kernel {
  /// What there is now. Other threads go on meanwhile; each process is seen at one moment.
  package func snapshot() -> Snapshot {
    let adapters = adapters.map { adapter in
      Snapshot.AdapterState(
        ordinal: adapter.ordinal, luid: adapter.luid, isRunning: adapter.isRunning,
        devices: adapter.devices.withLock { $0.count })
    }
    let shared = self.adapters.flatMap { adapter in adapter.sharedResources.withLock { $0 } }
    let references = state.withLock { $0.ntHandles.values.sorted { $0.ordinal < $1.ordinal } }
    return Snapshot(
      commit: commitCharged, commitLimit: limits.commit, adapters: adapters,
      sharedResources: shared.map { Snapshot.SharedResourceSnapshot($0) },
      ntHandles: references.map { Snapshot.NtHandleSnapshot($0) }, processes: processes.map { $0.snapshot() })
  }
}

extension Snapshot.SharedResourceSnapshot {
  fileprivate init(_ resource: SharedResource) {
    ordinal = resource.ordinal
    adapter = resource.adapter.ordinal
    creator = resource.creator
    allocations = resource.allocations.count
    bytes = resource.charged
    (globalHandle, openers, holds) = resource.state.withLock { ($0.globalHandle, $0.views, $0.holds) }
  }
}

extension Snapshot.NtHandleSnapshot {
  fileprivate init(_ reference: NtReference) {
    ordinal = reference.ordinal
    type = reference.object.type
    name = reference.object.name
    access = reference.access
    sharedResource = reference.object.resource?.ordinal ?? 0
    keyedMutex = reference.object.keyedMutex?.ordinal ?? 0
    syncObject = reference.object.syncObject?.ordinal ?? 0
  }
}

extension Process {
  package func snapshot() -> Snapshot.ProcessSnapshot {
    gate.enter()
    defer { gate.leave() }
    let live = handles.live(.device)
    return Snapshot.ProcessSnapshot(
      ordinal: ordinal, account: state.value.account, nextHandle: state.value.writer.next,
      liveHandles: state.value.writer.live, views: views.withLock { $0.count }, reserved: state.value.space.reserved,
      held: kernel.memory.bytesHeld(by: state.value.file),
      deferred: deferredCount.load(ordering: .relaxed),
      devices: live.compactMap { handles.peek($0, .device) }.map { device in
        let loose = looseOpenings(of: device)
        // How often an allocation is locked is told by those who lock, and they are not inside the gate.
        return views.withLock { _ in Snapshot.DeviceSnapshot(device, loose: loose) }
      },
      keyedMutexes: handles.live(.keyedMutex).compactMap { handles.peek($0, .keyedMutex) }
        .map { Snapshot.KeyedMutexSnapshot($0) },
      syncObjects: handles.live(.syncObject).compactMap { handles.peek($0, .syncObject) }
        .map { Snapshot.SyncObjectSnapshot($0, kernel) })
  }
}

extension Snapshot.DeviceSnapshot {
  fileprivate init(_ device: Record<Device>, loose: [Record<Opening>]) {
    handle = device.value.handle
    adapter = device.value.adapter.ordinal
    execution = device.value.execution.load(ordering: .relaxed)
    allocations = loose.map { Snapshot.AllocationSnapshot($0) }
    var resources: [Snapshot.ResourceSnapshot] = []
    var next = device.value.resources.first
    while let resource = next {
      next = resource.value.next
      resources.append(
        Snapshot.ResourceSnapshot(
          handle: resource.value.handle, isShared: resource.value.shared != nil,
          sharedResource: resource.value.shared?.ordinal ?? 0,
          allocations: resource.value.openings.snapshot()))
    }
    self.resources = resources
  }
}

extension Snapshot.KeyedMutexSnapshot {
  fileprivate init(_ reference: Record<KeyedMutexReference>) {
    self = reference.value.mutex.state.withLock { state in
      Snapshot.KeyedMutexSnapshot(
        handle: reference.value.handle, object: reference.value.mutex.ordinal,
        isNtSecured: reference.value.mutex.isNtSecured, references: state.life.references,
        globalHandle: state.life.globalHandle,
        isOwner: state.isOwner(reference), isAbandoned: state.isAbandoned, waits: state.waits.count)
    }
  }
}

extension Snapshot.SyncObjectSnapshot {
  fileprivate init(_ reference: Record<SynchronizationObjectReference>, _ kernel: Kernel) {
    let object = reference.value.object
    handle = reference.value.handle
    self.object = object.ordinal
    isNtSecured = object.isNtSecured
    type = object.type.rawValue
    device = reference.value.device?.value.handle ?? 0
    (references, globalHandle) = object.life.withLock { ($0.references, $0.globalHandle) }
    (value, waits) =
      object.fence.map { fence in
        kernel.fences.withLock { _ in (fence.state.value.value, fence.state.value.waits.count) }
      } ?? (0, 0)
  }
}

extension Snapshot.AllocationSnapshot {
  fileprivate init(_ opening: Record<Opening>) {
    handle = opening.value.handle
    size = opening.value.allocation.value.bytes
    traits = opening.value.allocation.value.traits.rawValue
    locks = opening.cpuAccess.outstandingLocks
  }
}

extension OpeningList {
  fileprivate func snapshot() -> [Snapshot.AllocationSnapshot] {
    var all: [Snapshot.AllocationSnapshot] = []
    var next = first
    while let opening = next {
      next = opening.value.next
      all.append(Snapshot.AllocationSnapshot(opening))
    }
    return all
  }
}

extension HandleTable.Writer {
  /// The value that the next handle would have.
  var next: UInt32 { lap << 30 | position << 6 }
}
