import DDI
import Testing
import WDDM

/// A plan at work.
struct FaultInjectorTests {
  private let create = FaultPoint.driver(.createAllocation)
  private let map = FaultPoint.memory(.map)
  private let close = FaultPoint.driver(.closeAllocation)

  private func hits(_ text: String, _ steps: [FaultPoint]) throws -> [Bool] {
    let injector = FaultInjector(try FaultPlan(text: text))
    return steps.map { injector.hit($0) != nil }
  }

  @Test func theNthCallFailsAlone() throws {
    #expect(try hits("DxgkDdiCreateAllocation 2", [create, map, create, create]) == [false, false, true, false])
    #expect(try hits("* 2", [create, map, create]) == [false, true, false])
    #expect(try hits("Memory.* 1+", [create, map, map]) == [false, true, true])
  }

  @Test func whatEndsSomethingFailsOnlyByItsName() throws {
    #expect(try hits("* every; DxgkDdi* every", [close]) == [false])
    #expect(try hits("DxgkDdiCloseAllocation every", [close]) == [true])
  }

  @Test func everyFaultCountsAlsoBehindOneThatFails() throws {
    #expect(try hits("* 1; DxgkDdiCreateAllocation 2", [create, create]) == [true, true])
  }

  @Test func aSeedFailsTheSameStepsAgain() throws {
    let steps = [FaultPoint](repeating: create, count: 4096)
    let first = try hits("* random 1/16 seed 99", steps)
    #expect(try hits("* random 1/16 seed 99", steps) == first)
    #expect(try hits("* random 1/16 seed 100", steps) != first)
    #expect((150...370).contains(first.count { $0 }))
  }

  @Test func eachNewCallStackFailsOnce() throws {
    let injector = FaultInjector(try FaultPlan(text: "* stacks"))
    var failed: [Bool] = []
    for _ in 0..<3 { failed.append(injector.hit(create) != nil) }
    failed.append(injector.hit(create) != nil)
    #expect(failed == [true, false, false, true])
  }

  @Test func whatFiredFedBackFailsTheSame() throws {
    let steps = (0..<512).map { $0 % 3 == 0 ? map : create }
    let injector = FaultInjector(
      try FaultPlan(text: "* random 1/8 seed 3; DxgkDdiCreateAllocation 7 STATUS_INVALID_PARAMETER"))
    let first = steps.map { injector.hit($0)?.status }
    let again = FaultInjector(try FaultPlan(text: injector.firedPlan.description))
    #expect(steps.map { again.hit($0)?.status } == first)
    #expect(again.firedPlan == injector.firedPlan)
  }
}
