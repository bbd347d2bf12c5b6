import DDI
import Testing
import WDDM

/// The text form of a plan: what it says, and what is no plan.
struct FaultPlanTests {
  @Test func everyFormIsReadAndWrittenAsItWas() throws {
    let text = """
      DxgkDdiCreateAllocation 3
      DxgkDdiCreateAllocation 3 STATUS_GRAPHICS_DRIVER_MISMATCH
      DxgkCbGetHandleData 2+
      Memory.map every
      * random 1/64 seed 7
      DxgkDdi* stacks
      DxgkCb* 1
      Memory.* every
      DxgkDdiCloseAllocation every STATUS_UNSUCCESSFUL
      """
    let plan = try FaultPlan(text: text)
    #expect(plan.faults.count == 9)
    #expect(plan.faults[1] == Fault(.point(.driver(.createAllocation)), .nth(3), .graphicsDriverMismatch))
    #expect(plan.faults[4] == Fault(.everything, .random(numerator: 1, denominator: 64, seed: 7)))
    #expect(plan.description == text)
  }

  @Test func semicolonsCommentsAndBlanksAreReadOver() throws {
    let plan = try FaultPlan(text: " # a comment ; * 1\n\t* 2 ;; Memory.map 1 # more\n\n")
    #expect(plan.description == "* 2\nMemory.map 1")
  }

  @Test(
    arguments: [
      ("DxgkDdiCreateAllocation", "which call fails is missing: 3, 3+, every, random, stacks"),
      ("DxgkDdiCreateAlocation 1", "nothing that fails is called 'DxgkDdiCreateAlocation'"),
      ("DxgkCbReleaseHandleData 1", "nothing that fails is called 'DxgkCbReleaseHandleData'"),
      ("* 0", "'0' is not which call fails: 3, 3+, every, random, stacks"),
      ("* -1", "'-1' is not which call fails: 3, 3+, every, random, stacks"),
      ("* 1 STATUS_NO_MEMORY", "a status needs one function to be the status of"),
      (
        "DxgkDdiCreateDevice 1 STATUS_UNSUCCESSFUL",
        "DxgkDdiCreateDevice does not return 'STATUS_UNSUCCESSFUL'; it can STATUS_NO_MEMORY"
      ),
      ("DxgkCbGetHandleData 1 STATUS_NO_MEMORY", "DxgkCbGetHandleData returns no status"),
      ("* random 1/64", "expected 'random N/M seed S'"),
      ("* random 65/64 seed 1", "'65/64' is no probability; it is written as 1/64"),
      ("* random 1/64 seed 1 now", "a status needs one function to be the status of"),
      ("DxgkDdiEscape 1 STATUS_NO_MEMORY 2", "nothing may stand behind 'STATUS_NO_MEMORY'"),
    ])
  func whatIsNoPlanIsRefusedWithItsPart(text: String, reason: String) {
    do {
      let plan = try FaultPlan(text: "Memory.map 1; \(text) ")
      Issue.record("accepted: \(plan)")
    } catch { #expect("\(error)" == "'\(text)': \(reason)") }
  }

  @Test func everyPointHasANameThatFindsIt() {
    #expect(FaultPoint.all.count > 25)
    for point in FaultPoint.all { #expect(FaultPoint(name: "\(point.name)") == point) }
  }
}
