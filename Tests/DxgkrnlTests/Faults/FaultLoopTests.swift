import DDI
import Dxgkrnl
import DxgTestKit
import Testing
import WDDM

/// Every step that may fail fails, once and for ever, in every scenario: nothing is left behind, the first error is the
/// one that is told, and a retry works.
struct FaultLoopTests {
  /// A step, and what the caller is told when it fails.
  enum Step: Sendable, Hashable {
    case asked(Int, FaultPoint)
    case handle(Int)
    case globalHandle(Int)
    case ntHandle
    case commit

    var status: NTStatus {
      switch self {
      case .asked(_, .memory(.isMapped)), .asked(_, .memory(.isWritable)): .invalidParameter
      case .asked(_, let point): point.statuses[0]
      case .handle, .globalHandle, .ntHandle, .commit: .noMemory
      }
    }
  }

  /// I-031…I-037
  @Test(arguments: FaultScenario.every) func everyStepIsUndone(scenario: FaultScenario) throws {
    let (steps, success) = try firstTry(scenario)
    var fired = 0
    for step in steps {
      for isForEver in [false, true] {
        if try fail(step, isForEver, scenario, success) { fired += 1 }
      }
    }
    print("\(scenario.name): \(steps.count * 2) failures registered, \(fired) fired")
    #expect(fired == steps.count * 2)
    #expect(!steps.isEmpty)
  }

  /// The steps of the call, and the state that it leads to.
  private func firstTry(_ scenario: FaultScenario) throws -> ([Step], FaultStage.Digest) {
    let stage = try stage(for: scenario)
    let before = stage.reservations
    let commit = stage.kernel.commitCharged
    let ntHandles = stage.machine.ntHandles.open
    stage.faults.restart(FaultPlan())
    try scenario.call(stage)
    let after = stage.reservations
    var steps = stage.faults.steps.filter(\.isRefusable).enumerated().map { Step.asked($0.offset, $0.element) }
    steps += (before.local..<after.local).indices.map { Step.handle(Int($0 - before.local)) }
    steps += (before.global..<after.global).indices.map { Step.globalHandle(Int($0 - before.global)) }
    if stage.machine.ntHandles.open > ntHandles { steps.append(.ntHandle) }
    if stage.kernel.commitCharged > commit { steps.append(.commit) }
    let success = stage.digest
    try end(stage)
    return (steps, success)
  }

  /// - Returns: whether the step failed as it was meant to.
  private func fail(
    _ step: Step, _ isForEver: Bool, _ scenario: FaultScenario, _ success: FaultStage.Digest
  ) throws -> Bool {
    let stage = try stage(for: scenario)
    let before = stage.digest
    var refusal: Refusal?
    func call() throws { do { try scenario.call(stage) } catch let error as Refusal { refusal = error } }
    switch step {
    case .asked(let index, _):
      let number = UInt64(index + 1)
      stage.faults.restart(FaultPlan([Fault(.everything, isForEver ? .from(number) : .nth(number))]))
      try call()
    case .handle(let index):
      stage.limitHandles(to: index)
      try call()
      stage.limitHandles(to: nil)
    case .globalHandle(let index):
      stage.limitGlobalHandles(to: index)
      try call()
      stage.limitGlobalHandles(to: nil)
    case .ntHandle:
      stage.machine.ntHandles.limit = stage.machine.ntHandles.open
      try call()
      stage.machine.ntHandles.limit = .max
    case .commit: try stage.withoutCommit { try call() }
    }
    stage.faults.restart(FaultPlan())
    #expect(refusal?.status == step.status, "\(step) \(isForEver)")
    #expect(stage.digest == before, "\(step) \(isForEver)")
    try scenario.call(stage)
    if scenario.retryIsExact { #expect(stage.digest == success, "\(step) \(isForEver)") }
    try end(stage)
    return refusal != nil
  }

  private func stage(for scenario: FaultScenario) throws -> FaultStage {
    let stage = try FaultStage()
    try scenario.prepare(stage)
    return stage
  }

  private func end(_ stage: FaultStage) throws {
    for process in stage.kernel.processes { stage.machine.ntHandles.closeAll(of: process.ordinal) }
    try stage.machine.shutDown()
    for driver in [stage.driver, stage.second] {
      #expect(driver.violations == [] && driver.ledger.isIdle)
    }
    #expect(stage.memory.violations == [] && stage.memory.views == 0 && stage.memory.held == 0)
    #expect(stage.kernel.commitCharged == 0)
  }
}
