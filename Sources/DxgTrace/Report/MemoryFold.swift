import Dxgkrnl
import WDDM

/// Follows the allocations of a recording: who has what, and how much it ever was.
struct MemoryFold {
  private var census = Report.AllocationCensus()
  private var alive: [Key: Report.LiveAllocation] = [:]
  /// Lock and Lock2 calls that nobody has answered, of allocations that have any.
  private var locks: [Key: UInt64] = [:]
  private var total = Report.MemoryLevels()
  private var processes: [UInt32: Report.ProcessMemory] = [:]

  /// Living allocations of shared resources that their creators have: their bytes stay when the creator goes.
  private var shared: Set<Key> = []

  private struct Key: Hashable {
    let process: UInt32
    let allocation: UInt32
  }
}

extension MemoryFold {
  mutating func begin(_ process: UInt32) {
    processes[process] = processes[process] ?? Report.ProcessMemory(process: process)
  }

  /// What a call that succeeded says about allocations. Creations and destructions are told by the call's answer;
  /// events tell only what it does not (a destruction that a device's or a resource's end brings about, open locks).
  mutating func add(_ call: borrowing RecordedCall, by maker: Report.Maker) {
    switch call.entryPoint {
    case .createAllocation, .createAllocation2: addCreation(call, by: maker)
    case .destroyAllocation, .destroyAllocation2:
      for index in 0..<call.elementCount { remove(call.handle(index), of: call.process, openLocks: 0) }
    case .lock2: locks[lockKey(call), default: 0] += 1
    case .unlock2:
      let key = lockKey(call)
      locks[key] = locks[key].flatMap { $0 > 1 ? $0 - 1 : nil }
    case .lock:
      let block = call.block(as: LockPagesBlock.self)
      locks[Key(process: call.process, allocation: block.allocation), default: 0] += 1
    case .unlock:
      for index in 0..<call.elementCount {
        let key = Key(process: call.process, allocation: call.handle(index))
        locks[key] = locks[key].flatMap { $0 > 1 ? $0 - 1 : nil }
      }
    case .openAdapterFromGdiDisplayName, .openAdapterFromHdc, .openAdapterFromDeviceName,
      .setAllocationPriority, .getAllocationPriority, .escape, .openAdapterFromLuid, .enumAdapters2, .enumAdapters3,
      .closeAdapter, .queryAdapterInfo, .createDevice,
      .queryResourceInfo, .queryResourceInfoFromNtHandle, .openResource, .openResource2,
      .openResourceFromNtHandle, .shareObjects, .openNtHandleFromName,
      .createKeyedMutex, .createKeyedMutex2, .openKeyedMutex, .openKeyedMutex2, .openKeyedMutexFromNtHandle,
      .destroyKeyedMutex, .acquireKeyedMutex, .acquireKeyedMutex2, .releaseKeyedMutex, .releaseKeyedMutex2,
      .createSynchronizationObject, .createSynchronizationObject2, .openSynchronizationObject,
      .openSyncObjectFromNtHandle, .openSyncObjectFromNtHandle2, .openSyncObjectNtHandleFromName,
      .destroySynchronizationObject, .waitForSynchronizationObjectFromCpu, .signalSynchronizationObjectFromCpu,
      .destroyDevice, .getDeviceState, .markDeviceAsError, .getSharedPrimaryHandle, .controlResetAdapter,
      .controlStopAdapter, .controlStartAdapter, .controlRemoveAdapter, .controlCreateProcess, .controlExitProcess:
      break
    }
  }

  private mutating func addCreation(_ call: borrowing RecordedCall, by maker: Report.Maker) {
    let block = call.block(as: CreateAllocationBlock.self)
    for index in 0..<call.elementCount {
      let element = call.allocation(index)
      add(
        AllocationCreated(
          process: call.process, device: block.device, resource: block.createdResource, allocation: element.handle,
          size: element.size, traits: AllocationTraits(rawValue: element.traits)), by: maker)
    }
  }

  private func lockKey(_ call: borrowing RecordedCall) -> Key {
    Key(process: call.process, allocation: call.block(as: LockBlock.self).allocation)
  }

  mutating func add(_ created: AllocationCreated, by maker: Report.Maker) {
    census.created += 1
    let memory: Report.Memory =
      if created.traits.contains(.opened) { .shared } else if created.traits.contains(.callerMemory) { .caller } else {
        .backingStore
      }
    let key = Key(process: created.process, allocation: created.allocation)
    if memory == .backingStore, created.traits.contains(.shared) { shared.insert(key) }
    alive[key] = Report.LiveAllocation(
      ordinal: census.created, handle: created.allocation, process: created.process, device: created.device,
      resource: created.resource, size: created.size, memory: memory, locked: false, maker: maker)
    total.add(created.size, in: memory)
    begin(created.process)
    processes[created.process]?.levels.add(created.size, in: memory)
  }

  /// The end of an allocation. An event with open locks comes after the call that brought it about was read; it adds
  /// the locks alone. An allocation that is not known was created where the recording has a gap; it changes nothing.
  mutating func remove(_ allocation: UInt32, of process: UInt32, openLocks: UInt32) {
    let key = Key(process: process, allocation: allocation)
    if openLocks > 0 { census.destroyedWhileLocked += 1 }
    guard let known = alive.removeValue(forKey: key) else { return }
    locks[key] = nil
    census.destroyed += 1
    if shared.remove(key) == nil { total.remove(known.size, from: known.memory) }
    processes[process]?.levels.remove(known.size, from: known.memory)
  }

  /// The end of a shared resource whose creation was charged with that many bytes.
  mutating func removeShared(bytes: UInt64) { total.remove(bytes, from: .backingStore) }

  /// - Parameter limit: the most living allocations to list; the oldest are.
  consuming func finish(_ report: inout Report, limit: Int) {
    let living = alive.sorted { $0.value.ordinal < $1.value.ordinal }
    census.alive = living.prefix(limit).map { key, allocation in
      var allocation = allocation
      allocation.locked = locks[key] != nil
      return allocation
    }
    census.aliveLeftOut = UInt64(living.count - census.alive.count)
    census.aliveBytes = living.reduce(0) { $0 &+ $1.value.size }
    report.allocations = census
    report.memory = total
    report.processes = processes.values.sorted { $0.process < $1.process }
  }
}

extension Report.MemoryLevels {
  /// The caller's own memory is not charged.
  fileprivate mutating func add(_ bytes: UInt64, in memory: Report.Memory) {
    switch memory {
    case .shared: break
    case .caller: callerMemory.add(bytes)
    case .backingStore:
      backingStore.add(bytes)
      commit.add(bytes)
    }
  }

  fileprivate mutating func remove(_ bytes: UInt64, from memory: Report.Memory) {
    switch memory {
    case .shared: break
    case .caller: callerMemory.remove(bytes)
    case .backingStore:
      backingStore.remove(bytes)
      commit.remove(bytes)
    }
  }
}
