import Dxgkrnl
import WDDM

/// Follows the allocations of a recording: who has what, and how much it ever was.
struct MemoryFold {
  private var census = Report.AllocationCensus()
  private var alive: [Key: Report.LiveAllocation] = [:]
  /// Lock2 calls that no Unlock2 has answered, of allocations that have any.
  private var locks: [Key: UInt64] = [:]
  private var total = Report.MemoryLevels()
  private var processes: [UInt32: Report.ProcessMemory] = [:]

  private struct Key: Hashable {
    let process: UInt32
    let allocation: UInt32
  }
}

extension MemoryFold {
  mutating func begin(_ process: UInt32) {
    processes[process] = processes[process] ?? Report.ProcessMemory(process: process)
  }

  mutating func create(_ created: AllocationCreated, by origin: ReportBuilder.Origin) {
    census.created += 1
    let memory: Report.Memory = created.traits.contains(.callerMemory) ? .caller : .backingStore
    alive[Key(process: created.process, allocation: created.allocation)] = Report.LiveAllocation(
      ordinal: census.created, handle: created.allocation, process: created.process, device: created.device,
      resource: created.resource, size: created.size, memory: memory, locked: false, function: origin.function,
      site: origin.site, sequence: origin.number)
    total.add(created.size, in: memory)
    begin(created.process)
    processes[created.process]?.levels.add(created.size, in: memory)
  }

  /// An allocation that is not known was created where the recording has a gap; it changes nothing.
  mutating func destroy(_ allocation: UInt32, of process: UInt32, locks openLocks: UInt32) {
    let key = Key(process: process, allocation: allocation)
    guard let known = alive.removeValue(forKey: key) else { return }
    locks[key] = nil
    census.destroyed += 1
    if openLocks > 0 { census.destroyedWhileLocked += 1 }
    total.remove(known.size, from: known.memory)
    processes[process]?.levels.remove(known.size, from: known.memory)
  }

  /// Counts the locks of a call that succeeded.
  mutating func addLocks(of call: borrowing RecordedCall) {
    guard call.entryPoint == .lock2 || call.entryPoint == .unlock2 else { return }
    let key = Key(process: call.process, allocation: call.block(as: LockBlock.self).allocation)
    let count = locks[key] ?? 0
    if call.entryPoint == .lock2 {
      locks[key] = count + 1
    } else {
      locks[key] = count > 1 ? count - 1 : nil
    }
  }

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
    case .caller: callerMemory.add(bytes)
    case .backingStore:
      backingStore.add(bytes)
      commit.add(bytes)
    }
  }

  fileprivate mutating func remove(_ bytes: UInt64, from memory: Report.Memory) {
    switch memory {
    case .caller: callerMemory.remove(bytes)
    case .backingStore:
      backingStore.remove(bytes)
      commit.remove(bytes)
    }
  }
}
