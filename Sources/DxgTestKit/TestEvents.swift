package import Dxgkrnl
import Locks

/// ``EventObjects`` that keep the books: events are numbers that a test made.
package final class TestEvents: EventObjects {
  struct State: ~Copyable {
    var next: Int32 = 1
    /// How often each was set.
    var events: [Int32: Int] = [:]
    /// References that the kernel holds.
    var references: [Int32: Int] = [:]
    var violations: [String] = []
  }

  private let state = Guarded(State(), rank: .memory)

  package init() {}

  package func reference(_ handle: UInt64) -> EventObject? {
    state.withLock { state in
      guard let number = Int32(exactly: handle), state.events[number] != nil else { return nil }
      state.references[number, default: 0] += 1
      return EventObject(number: number)
    }
  }

  package func set(_ event: EventObject) {
    state.withLock { state in
      if state.references[event.number, default: 0] == 0 {
        state.violations.append("event \(event.number) is set without a reference")
      }
      state.events[event.number, default: 0] += 1
    }
  }

  package func dereference(_ event: EventObject) {
    state.withLock { state in
      let left = state.references[event.number, default: 0] - 1
      if left < 0 { state.violations.append("event \(event.number) is given back too often") }
      state.references[event.number] = max(left, 0)
    }
  }
}

extension TestEvents {
  /// A new event that nobody set.
  package func make() -> UInt64 {
    state.withLock { state in
      defer { state.next += 1 }
      state.events[state.next] = 0
      return UInt64(state.next)
    }
  }

  /// How often an event was set.
  package func count(_ event: UInt64) -> Int { state.withLock { $0.events[Int32(event)] ?? 0 } }
  /// References that the kernel holds on all events.
  package var held: Int { state.withLock { $0.references.values.reduce(0, +) } }
  package var violations: [String] { state.withLock { $0.violations } }
}
