internal import CWDDM
internal import Locks
internal import Synchronization
internal import WDDM

/// The adapter's side of a shared resource: the driver's objects, the memory, and what openers are told. It belongs to
/// no process. Every process that has it open has a ``Resource`` of its own that refers to it, and it outlives its
/// creator as long as somebody does (I-020).
///
/// What is fixed at its creation needs no lock, because it is fixed: a shared resource is sealed (U-029, K-146, I-085).
/// It has a file of its own: whoever can map one page of a file can map all of it.
final class SharedResource: Sendable {
  private let number = Atomic<UInt32>(0)
  /// Openers must be on the same adapter (U-130).
  let adapter: Adapter
  /// Ordinal of the process that created it.
  let creator: UInt32
  /// NtSecuritySharing: reached through NT handles only, never through a global handle (U-045).
  let isNtSecured: Bool
  let file: MemoryFile
  /// Bytes that were charged for it, which stay charged until it is gone.
  let charged: UInt64
  let allocations: RecordRow<Allocation>

  let state: Guarded<State>

  struct State {
    /// The driver's handle, as CreateAllocation returned it (K-073).
    var driverHandle: HANDLE?
    var data = SharedData()
    /// The global share handle; 0 with NtSecuritySharing (U-047).
    var globalHandle: UInt32 = 0
    /// Resources of processes that name it: live, or being opened. The global handle goes with the last (U-128).
    var views = 1
    /// Who needs the driver's objects and the memory: views, also those that are on their way out, and objects of NT
    /// handles. The driver is told to destroy after the last (I-018, I-019).
    var holds = 1
    /// The driver's objects are gone.
    var hasEnded = false
  }

  init(
    adapter: Adapter, creator: UInt32, isNtSecured: Bool, file: MemoryFile, charged: UInt64,
    allocations: consuming RecordRow<Allocation>
  ) {
    self.adapter = adapter
    self.creator = creator
    self.isNtSecured = isNtSecured
    self.file = file
    self.charged = charged
    self.allocations = allocations
    self.state = Guarded(State(), rank: .objects)
  }
}

// MARK: - Who refers to it

extension SharedResource {
  /// Counts the shared resources of the kernel from 1; stands for it in events. Given when its creation has succeeded,
  /// before anybody else can know it.
  var ordinal: UInt32 { number.load(ordering: .relaxed) }

  /// Created with ReadOnly: those who open it can only read it either (U-053). It is sealed, so its allocations are all
  /// alike.
  var isReadOnly: Bool { allocations.count > 0 && allocations[0].value.traits.contains(.readOnly) }

  func give(ordinal: UInt32) { number.store(ordinal, ordering: .relaxed) }

  /// Counts one more view, before the driver is asked to open: from now on a last destroy elsewhere is not the last.
  ///
  /// - Parameter throughGlobalHandle: found by its global handle, which dies with the last view.
  /// - Returns: false when it was found just too late.
  func beginOpening(throughGlobalHandle: Bool) -> Bool {
    state.withLock { state in
      guard !state.hasEnded, throughGlobalHandle ? state.views > 0 : state.holds > 0 else { return false }
      state.views += 1
      state.holds += 1
      return true
    }
  }

  /// One hold less.
  ///
  /// - Returns: whether that was the last: whoever gets true ends it.
  func loseHold() -> Bool {
    state.withLock { state in
      state.holds -= 1
      guard state.holds == 0, !state.hasEnded else { return false }
      state.hasEnded = true
      return true
    }
  }

  /// Holds it for an object of NT handles.
  ///
  /// - Returns: false when it has ended.
  func retain() -> Bool {
    state.withLock { state in
      guard !state.hasEnded, state.holds > 0 else { return false }
      state.holds += 1
      return true
    }
  }
}
