internal import Locks
internal import Synchronization
package import WDDM

/// One machine's graphics kernel: its adapters, its processes, and the memory that all of them share.
///
/// A shell makes one and gives it everything in which it could differ. Nothing about it is global, so several live side
/// by side.
package final class Kernel: Sendable {
  package let memory: any Memory
  package let events: (any EventSink)?
  /// Whether there are ``events``: one byte to look at on the way of every call.
  let isObserved: Bool
  package let executor: (any Executor)?
  package let clock: any Clock
  package let eventObjects: (any EventObjects)?
  /// Where NT handles are numbers; nil where there are none.
  package let ntHandles: (any HandleNamespace)?
  package let limits: Limits
  package let features: Features
  package let profile: Profile

  /// Bytes that all allocations are charged for, against ``Limits/commit``.
  let commit = Atomic<UInt64>(0)
  let commitPeak = Atomic<UInt64>(0)
  let nextSharedResource = Atomic<UInt32>(1)
  let nextKeyedMutex = Atomic<UInt32>(1)
  let nextSyncObject = Atomic<UInt32>(1)

  /// Whoever is in here is alone in every driver: see ``alone(_:)``.
  let aloneGate = ExclusiveGate(rank: .aloneGate)
  /// The values of all monitored fences, and who waits for them.
  let fences = Guarded(Fences(), rank: .fences)
  let state: Guarded<State>

  struct State: ~Copyable {
    var adapters: [Adapter] = []
    var processes: [Process] = []
    var nextProcess: UInt32 = 0
    var nextAdapter: UInt32 = 0
    var globalHandles = GlobalHandles()
    /// Named objects that an NT handle is open to.
    var names: [NtName: NtObject] = [:]
    /// NT handles that nobody is known to have closed, by their ordinals.
    var ntHandles: [UInt32: NtReference] = [:]
    var nextNtHandle: UInt32 = 1
  }

  package init(_ configuration: KernelConfiguration) {
    memory = configuration.memory
    events = configuration.events
    isObserved = configuration.events != nil
    executor = configuration.executor
    clock = configuration.clock
    eventObjects = configuration.eventObjects
    ntHandles = configuration.ntHandles
    limits = configuration.limits
    features = configuration.features
    profile = configuration.profile
    state = Guarded(State(), rank: .kernel)
  }
}

// MARK: - Processes

extension Kernel {
  /// A new process without handles.
  ///
  /// - Throws: `STATUS_NO_MEMORY` when there is no file for its memory (D-005).
  package func makeProcess() throws(Refusal) -> Process {
    let file = try memory.makeFile()
    // A process that appears while somebody is alone would be in his way.
    aloneGate.enter()
    defer { aloneGate.leave() }
    let process = state.withLock { state in
      let process = Process(kernel: self, ordinal: state.nextProcess, file: file)
      state.nextProcess += 1
      state.processes.append(process)
      return process
    }
    events?.record(.processCreated(process: process.ordinal))
    return process
  }

  /// The processes that have not exited, oldest first.
  package var processes: [Process] { state.withLock { $0.processes } }

  /// - Returns: whether it was still there.
  func forget(_ process: Process) -> Bool {
    state.withLock { state in
      guard let index = state.processes.firstIndex(where: { $0 === process }) else { return false }
      state.processes.remove(at: index)
      return true
    }
  }
}

// MARK: - Being alone

extension Kernel {
  /// Runs `body` with nobody else in any driver: levels two and three (K-343). The gate of an adapter is every
  /// process's gate: a call takes one it needs anyway, and only who wants to be alone takes them all.
  ///
  /// - Parameter warning: runs first, while those who are in a driver on a process's behalf still are: level zero.
  func alone<Result>(
    after warning: () throws(Refusal) -> Void = {}, _ body: () throws(Refusal) -> Result
  ) throws(Refusal) -> Result {
    aloneGate.enter()
    defer { aloneGate.leave() }
    try warning()
    let gates = processes.map(\.gate)
    ExclusiveGate.enterAll(gates, rank: .processGate)
    defer { ExclusiveGate.leaveAll(gates, rank: .processGate) }
    return try body()
  }
}

// MARK: - Adapters

extension Kernel {
  /// The adapters that were added and not removed, in that order.
  package var adapters: [Adapter] { state.withLock { $0.adapters } }

  func adapter(luid: UInt64) -> Adapter? {
    state.withLock { state in state.adapters.first { $0.luid == luid } }
  }
}

// MARK: - Commit

extension Kernel {
  /// Charges `bytes` against the machine's commit. Zero is free.
  ///
  /// - Throws: `STATUS_NO_MEMORY` naming what would be needed and the limit (U-036, D-001).
  @inline(__always)
  func charge(_ bytes: UInt64) throws(Refusal) {
    guard bytes > 0 else { return }
    var charged = commit.load(ordering: .relaxed)
    while true {
      let (sum, overflow) = charged.addingReportingOverflow(bytes)
      guard !overflow, sum <= limits.commit else {
        throw Refusal(.noMemory, "D-001", "Size", overflow ? .max : sum, bound: limits.commit)
      }
      let (exchanged, seen) = commit.weakCompareExchange(expected: charged, desired: sum, ordering: .relaxed)
      if exchanged {
        if sum > commitPeak.load(ordering: .relaxed) { raisePeak(to: sum) }
        return
      }
      charged = seen
    }
  }

  @inline(__always)
  func uncharge(_ bytes: UInt64) {
    guard bytes > 0 else { return }
    commit.wrappingSubtract(bytes, ordering: .relaxed)
  }

  @inline(never)
  private func raisePeak(to value: UInt64) { commitPeak.max(value, ordering: .relaxed) }

  package var commitCharged: UInt64 { commit.load(ordering: .relaxed) }
  package var commitHighest: UInt64 { commitPeak.load(ordering: .relaxed) }
}
