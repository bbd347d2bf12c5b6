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
  package var processes: [ProcessSnapshot]

  package struct AdapterState: Sendable, Equatable {
    package var ordinal: UInt32
    package var luid: UInt64
    package var isRunning: Bool
    package var devices: Int
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
    return Snapshot(
      commit: commitCharged, commitLimit: limits.commit, adapters: adapters, processes: processes.map { $0.snapshot() })
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
        Snapshot.DeviceSnapshot(device, loose: looseOpenings(of: device))
      })
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
          allocations: resource.value.openings.snapshot()))
    }
    self.resources = resources
  }
}

extension Snapshot.AllocationSnapshot {
  fileprivate init(_ opening: Record<Opening>) {
    handle = opening.value.handle
    size = opening.value.allocation.value.bytes
    traits = opening.value.allocation.value.traits.rawValue
    locks = opening.value.outstandingLocks
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
