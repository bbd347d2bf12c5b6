package import Dxgkrnl
import Locks
package import WDDM

/// A ``HandleNamespace`` that is a table: each process has numbers of its own, as on Windows, and a test closes and
/// duplicates them.
package final class TestHandles: HandleNamespace {
  struct State: ~Copyable {
    /// By process and number.
    var handles: [UInt32: [UInt64: NtReference]] = [:]
    /// How many handles each reference has.
    var counts: [ObjectIdentifier: Int] = [:]
    var closed: [NtReference] = []
    var next: UInt64 = 4
    var limit = Int.max
  }

  private let state = Guarded(State(), rank: .memory)

  package init() {}

  package func makeHandle(
    to reference: NtReference, in process: UInt32, isInheritable: Bool
  ) throws(Refusal) -> UInt64 {
    let handle = state.withLock { state in
      state.handles.values.reduce(0) { $0 + $1.count } < state.limit ? state.add(reference, process) : nil
    }
    guard let handle else { throw Refusal(.noMemory, "D-005", "NtHandle") }
    return handle
  }

  package func reference(of handle: UInt64, in process: UInt32) throws(Refusal) -> NtReference {
    guard let reference = state.withLock({ $0.handles[process]?[handle] }) else {
      throw Refusal(.invalidHandle, "U-142", "hNtHandle", handle)
    }
    return reference
  }

  package func close(_ handle: UInt64, in process: UInt32) {
    state.withLock { state in state.remove(handle, process) }
  }

  package func takeClosed() -> [NtReference] {
    state.withLock { state in
      defer { state.closed = [] }
      return state.closed
    }
  }
}

extension TestHandles {
  /// DuplicateHandle: another number, in another process or the same, for what `handle` refers to.
  package func duplicate(_ handle: UInt64, from source: UInt32, to target: UInt32) -> UInt64? {
    state.withLock { state in
      guard let reference = state.handles[source]?[handle] else { return nil }
      return state.add(reference, target)
    }
  }

  /// What Windows does with a process's handles when it exits.
  package func closeAll(of process: UInt32) {
    state.withLock { state in
      for handle in (state.handles[process] ?? [:]).keys.sorted() { state.remove(handle, process) }
    }
  }

  /// The same for all processes.
  package func closeAll() {
    for process in state.withLock({ $0.handles.keys.sorted() }) { closeAll(of: process) }
  }

  /// How many handles there may be.
  package var limit: Int {
    get { state.withLock { $0.limit } }
    set { state.withLock { $0.limit = newValue } }
  }

  /// Handles that are open, in all processes.
  package var open: Int { state.withLock { $0.handles.values.reduce(0) { $0 + $1.count } } }
}

extension TestHandles.State {
  fileprivate mutating func add(_ reference: NtReference, _ process: UInt32) -> UInt64 {
    let handle = next
    // Handles of Windows are multiples of four.
    next += 4
    handles[process, default: [:]][handle] = reference
    counts[ObjectIdentifier(reference), default: 0] += 1
    return handle
  }

  fileprivate mutating func remove(_ handle: UInt64, _ process: UInt32) {
    guard let reference = handles[process]?.removeValue(forKey: handle) else { return }
    counts[ObjectIdentifier(reference)]! -= 1
    guard counts[ObjectIdentifier(reference)] == 0 else { return }
    counts[ObjectIdentifier(reference)] = nil
    closed.append(reference)
  }
}
