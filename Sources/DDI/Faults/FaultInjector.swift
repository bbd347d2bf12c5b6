import CSystem
import Locks
package import WDDM

/// A plan at work: counts the steps that could fail, and says which of them do.
///
/// A faulty driver, its callbacks and the machine's memory share one, so that their steps have one order. The same plan
/// and the same order of steps fail the same ones.
package final class FaultInjector: Sendable {
  /// A step that was made to fail: a line of a plan that does the same again.
  package struct Fired: Hashable, Sendable {
    package let point: FaultPoint
    /// Counts the steps at that point from 1.
    package let number: UInt64
    /// Nil where the point answers NULL, 0 or "no".
    package let status: NTStatus?

    package var fault: Fault { Fault(.point(point), .nth(number), status) }
  }

  private struct State: ~Copyable {
    var plan: FaultPlan
    /// How many steps each fault of the plan has counted.
    var counted: [UInt64]
    var numbers: [FaultPoint: UInt64] = [:]
    var stacks: Set<UInt64> = []
    var steps: [FaultPoint] = []
    var fired: [Fired] = []

    init(_ plan: FaultPlan) {
      self.plan = plan
      counted = [UInt64](repeating: 0, count: plan.faults.count)
    }
  }

  private let state: Guarded<State>
  private let keepsSteps: Bool
  private let tell: (@Sendable (Fired) -> Void)?

  /// - Parameters:
  ///   - keepsSteps: whether ``steps`` are kept; a long run has many.
  ///   - tell: hears of each step that is made to fail, before it fails.
  package init(
    _ plan: FaultPlan = FaultPlan(), keepsSteps: Bool = false, tell: (@Sendable (Fired) -> Void)? = nil
  ) {
    state = Guarded(State(plan), rank: .driver)
    self.keepsSteps = keepsSteps
    self.tell = tell
  }

  /// Forgets what was counted, and goes by `plan` from now on.
  package func restart(_ plan: FaultPlan) { state.withLock { $0 = State(plan) } }

  /// The steps passed since the last start.
  package var steps: [FaultPoint] { state.withLock { $0.steps } }
  /// Those that were made to fail.
  package var fired: [Fired] { state.withLock { $0.fired } }
  /// What fired, as a plan: fed back, it fails the same steps.
  package var firedPlan: FaultPlan { FaultPlan(fired.map(\.fault)) }

  /// Counts a step.
  ///
  /// - Returns: how it fails; nil when it does not.
  package func hit(_ point: FaultPoint) -> Fired? {
    let fired = state.withLock { state -> Fired? in
      state.numbers[point, default: 0] += 1
      if keepsSteps { state.steps.append(point) }
      guard let fault = Self.fault(at: point, &state) else { return nil }
      let fired = Fired(
        point: point, number: state.numbers[point]!, status: fault.status ?? point.statuses.first)
      state.fired.append(fired)
      return fired
    }
    if let fired { tell?(fired) }
    return fired
  }

  /// Every fault that covers the point counts the step, also behind one that fails it.
  private static func fault(at point: FaultPoint, _ state: inout State) -> Fault? {
    var found: Fault?
    for index in state.plan.faults.indices where state.plan.faults[index].target.covers(point) {
      state.counted[index] += 1
      let fault = state.plan.faults[index]
      let number = state.counted[index]
      let fails =
        switch fault.when {
        case .nth(let wanted): number == wanted
        case .from(let first): number >= first
        case .every: true
        case .random(let numerator, let denominator, let seed):
          mix(seed, number) % UInt64(denominator) < UInt64(numerator)
        case .newStacks: state.stacks.insert(dxgk_stack_hash()).inserted
        }
      if fails, found == nil { found = fault }
    }
    return found
  }

  /// The n-th number of a SplitMix64 generator, without the ones before it.
  private static func mix(_ seed: UInt64, _ number: UInt64) -> UInt64 {
    var value = seed &+ number &* 0x9E37_79B9_7F4A_7C15
    value = (value ^ value >> 30) &* 0xBF58_476D_1CE4_E5B9
    value = (value ^ value >> 27) &* 0x94D0_49BB_1331_11EB
    return value ^ value >> 31
  }
}
