internal import Locks

/// One wait of a CPU for monitored fences: of a thread that sleeps, or of an event that will be set.
final class FenceWait: Sendable {
  /// The event to set; nil when a thread sleeps.
  let event: EventObject?
  let isOver = Signal()
  /// What the fences' lock protects.
  let state: Gated<State>

  struct State {
    /// How many of its conditions are still to come true before it is over: one, or all.
    var missing: Int
    var outcome: Outcome?
    /// Where it is listed.
    var fences: [MonitoredFence] = []
  }

  enum Outcome: Equatable {
    case satisfied
    /// A handle it waited through was destroyed.
    case handleEnded
  }

  /// What a wait is when it begins.
  enum Start {
    case over(Outcome)
    case pending(FenceWait)
  }

  /// One condition of a wait, in the list of its fence.
  struct Pending {
    let wait: FenceWait
    let reference: Record<SynchronizationObjectReference>
    let value: UInt64
  }

  init(event: EventObject?, missing: Int) {
    self.event = event
    self.state = Gated(State(missing: missing), rank: .fences)
  }
}
