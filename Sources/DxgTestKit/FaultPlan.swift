import Locks

/// Counts the steps that could fail, and fails the n-th: once, or it and all after it.
///
/// ``FailingMiniport`` and ``FailingMemory`` share one, so that the steps of a call have one order.
package final class FaultPlan: Sendable {
  package enum Mode: Sendable, CaseIterable { case once, forEver }

  private struct State {
    var steps: [String] = []
    var target: Int?
    var mode = Mode.once
    var fired: [String] = []
  }

  private let state = Guarded(State(), rank: .driver)

  package init() {}

  /// Starts to count from 0, failing nothing.
  package func count() { state.withLock { $0 = State() } }

  /// Starts to count from 0 and fails step `target`, which counts from 0 too.
  package func arm(_ target: Int, _ mode: Mode) {
    state.withLock { $0 = State(target: target, mode: mode) }
  }

  /// The steps passed since the last start, by name.
  package var steps: [String] { state.withLock { $0.steps } }
  /// Those of them that were made to fail.
  package var fired: [String] { state.withLock { $0.fired } }

  /// Whether the step that is taken now fails.
  package func isHit(_ step: String) -> Bool {
    state.withLock { state in
      let number = state.steps.count
      state.steps.append(step)
      guard let target = state.target else { return false }
      let fails = state.mode == .once ? number == target : number >= target
      if fails { state.fired.append(step) }
      return fails
    }
  }
}
