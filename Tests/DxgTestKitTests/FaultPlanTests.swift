import DxgTestKit
import Testing
import WDDM

struct FaultPlanTests {
  @Test func countingFailsNothing() {
    let plan = FaultPlan()
    plan.count()
    #expect(!plan.isHit("a"))
    #expect(!plan.isHit("b"))
    #expect(plan.steps == ["a", "b"])
    #expect(plan.fired.isEmpty)
  }

  @Test func onceFailsThatStepAlone() {
    let plan = FaultPlan()
    plan.arm(1, .once)
    #expect([plan.isHit("a"), plan.isHit("b"), plan.isHit("c")] == [false, true, false])
    #expect(plan.fired == ["b"])
  }

  @Test func forEverFailsThatStepAndAllAfterIt() {
    let plan = FaultPlan()
    plan.arm(1, .forEver)
    #expect([plan.isHit("a"), plan.isHit("b"), plan.isHit("c")] == [false, true, true])
    #expect(plan.fired == ["b", "c"])
  }

  @Test func memoryFailsWithTheRuleOfTheMachinesMemory() throws {
    let plan = FaultPlan()
    let memory = FailingMemory(TestMemory(), plan)
    plan.arm(1, .once)
    let file = try memory.makeFile()
    #expect(throws: Refusal(.noMemory, "D-005", "mmap", 4096)) { try memory.map(file, offset: 0, bytes: 4096) }
    let address = try memory.map(file, offset: 0, bytes: 4096)
    memory.unmap(address: address, bytes: 4096)
    #expect(plan.steps == ["makeFile", "map", "map"])
  }
}
