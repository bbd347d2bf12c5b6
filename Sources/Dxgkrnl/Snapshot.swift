internal import DDI
internal import Locks
internal import Synchronization
internal import VidMm

/// The state of a kernel at one moment, as far as anything outside can depend on it: for tests, tools and people.
///
/// A digest of it before and after a call that fails is equal (I-031).
package struct Snapshot: Sendable, Equatable {
  package var commit: UInt64
  package var commitLimit: UInt64
  package var adapters: [AdapterState]
  package var sharedResources: [SharedResourceSnapshot]
  package var processes: [ProcessSnapshot]

  package struct AdapterState: Sendable, Equatable {
    package var ordinal: UInt32
    package var luid: UInt64
    package var isRunning: Bool
    package var devices: Int
  }

  package struct SharedResourceSnapshot: Sendable, Equatable {
    /// Counts the shared resources of the kernel from 1.
    package var ordinal: UInt32
    package var adapter: UInt32
    /// Ordinal of the process that created it.
    package var creator: UInt32
    /// 0 with NtSecuritySharing, and when nobody has it open any more.
    package var globalHandle: UInt32
    package var allocations: Int
    /// What is charged for it.
    package var bytes: UInt64
    /// Resources of processes that refer to it.
    package var openers: Int
    /// Those, the ones that are on their way out, and objects of NT handles.
    package var holds: Int
  }

  package struct ProcessSnapshot: Sendable, Equatable {
    package var ordinal: UInt32
    package var account: Account
    /// Where the next handle comes from.
    package var nextHandle: UInt32
    package var liveHandles: Int
    package var views: Int
    /// Bytes of backing stores in the process's own file, and what that file holds.
    package var reserved: UInt64
    package var held: UInt64
    package var deferred: Int
    package var devices: [DeviceSnapshot]
    package var keyedMutexes: [KeyedMutexSnapshot]
    package var syncObjects: [SyncObjectSnapshot]
  }

  package struct KeyedMutexSnapshot: Sendable, Equatable {
    package var handle: UInt32
    /// Local and NT handles on the mutex, in all processes.
    package var references: Int
    package var globalHandle: UInt32
    /// Whether it is owned through this handle; whether nobody will own it any more.
    package var isOwner: Bool
    package var isAbandoned: Bool
    /// Calls that wait for it, through whatever handle.
    package var waits: Int
  }

  package struct SyncObjectSnapshot: Sendable, Equatable {
    package var handle: UInt32
    /// `SynchronizationObjectType`.
    package var type: UInt32
    /// The device it was made with; 0: none.
    package var device: UInt32
    package var references: Int
    package var globalHandle: UInt32
    /// Of a monitored fence; else 0.
    package var value: UInt64
    /// Waits of CPUs for it.
    package var waits: Int
  }

  package struct DeviceSnapshot: Sendable, Equatable {
    package var handle: UInt32
    package var adapter: UInt32
    package var execution: UInt32
    package var allocations: [AllocationSnapshot]
    package var resources: [ResourceSnapshot]
  }

  package struct ResourceSnapshot: Sendable, Equatable {
    package var handle: UInt32
    package var isShared: Bool
    /// The shared resource that it refers to, by ordinal; 0: none.
    package var sharedResource: UInt32
    package var allocations: [AllocationSnapshot]
  }

  package struct AllocationSnapshot: Sendable, Equatable {
    package var handle: UInt32
    package var size: UInt64
    package var traits: UInt32
    package var locks: UInt32
  }
}

// MARK: - Taking one

extension Kernel {
  /// What there is now. Other threads go on meanwhile; each process is seen at one moment.
  package func snapshot() -> Snapshot {
    let adapters = adapters.map { adapter in
      Snapshot.AdapterState(
        ordinal: adapter.ordinal, luid: adapter.luid, isRunning: adapter.isRunning,
        devices: adapter.devices.withLock { $0.count })
    }
    let shared = self.adapters.flatMap { adapter in adapter.sharedResources.withLock { $0 } }
    return Snapshot(
      commit: commitCharged, commitLimit: limits.commit, adapters: adapters,
      sharedResources: shared.map { Snapshot.SharedResourceSnapshot($0) }, processes: processes.map { $0.snapshot() })
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
        handle: reference.value.handle, references: state.life.references, globalHandle: state.life.globalHandle,
        isOwner: state.isOwner(reference), isAbandoned: state.isAbandoned, waits: state.waits.count)
    }
  }
}

extension Snapshot.SyncObjectSnapshot {
  fileprivate init(_ reference: Record<SynchronizationObjectReference>, _ kernel: Kernel) {
    let object = reference.value.object
    handle = reference.value.handle
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
