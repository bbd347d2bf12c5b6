import CWDDM
import DDI
import DxgTestKit
import Dxgkrnl
import Locks
import SoftGPU
import Testing
import WDDM

@testable import Verifier

/// Where the wrapper stands, and what it says when.
struct VerifyingMiniportTests {
  @Test func findingsHaveSeverityTextAndTheBugcheckOfWindows() throws {
    let findings = BreachTests.all.first { $0.rule == "K-087" }?.findings() ?? []
    let finding = try #require(findings.first { $0.rule == "K-087" })
    #expect(
      "\(finding)" == "DxgkDdiCreateAllocation: error K-087: pAllocationInfo[].EvictionSegmentSet = 0x1: "
        + "eviction segments must be apertures")
    #expect(finding.rule.bugcheck.map { "\($0)" } ?? "" == "0x10E/0x11")
    #expect(VerifiedRule.all.contains { $0.rule.bugcheck != nil })
  }

  /// The kernel's own checks would say it a second time.
  @Test func aBreachIsSaidOnce() throws {
    var bend = Bend()
    bend.status[.destroyDevice] = .unsuccessful
    let machine = Machine()
    let found = FoundList()
    let adapter = try machine.add(
      VerifyingMiniport(wrapping: BentDriver(bend), findings: found), barBytes: 256 << 20)
    let client = try machine.client(on: adapter)
    try client.process.destroyDevice(client.device)
    #expect(found.rules == ["K-211"])
    #expect(machine.events.findings == [])
    try machine.shutDown()
  }

  /// kernel -> faults -> verifier -> driver: what a plan made fail is not the driver's doing.
  @Test func aFaultIsNotTheDriversMistake() throws {
    let found = FoundList()
    let verifier = VerifyingMiniport(wrapping: SoftGPU(), findings: found, options: VerifierOptions(.all))
    let plan = try FaultPlan(text: "DxgkDdiCreateAllocation 2; DxgkDdiDestroyAllocation 1; DxgkDdiOpenAllocation 3")
    let faulty = FaultyMiniport(verifier, FaultInjector(plan) { _ in })
    #expect(faulty.isVerified)
    WholeLife.play(faulty)
    #expect(found.texts == [])
  }

  /// K-195: what is still referred to when the adapter goes will never be given back.
  @Test func aReferenceThatIsNeverGivenBackIsFoundAtTheEnd() throws {
    var bend = Bend()
    bend.inside = { function, _ in
      guard function == .closeAllocation else { return }
      var query = DXGKARGCB_GETHANDLEDATA()
      query.hObject = 0x77
      var release: HANDLE?
      _ = HandleCallbacks.acquireHandleData(query, &release)
    }
    // Nothing resolved, so nothing is held.
    let found = FoundList()
    let none = VerifyingMiniport(wrapping: BentDriver(bend), findings: found)
    WholeLife.play(none)
    #expect(!found.rules.contains("K-195"))

    let held = FoundList()
    let verifier = VerifyingMiniport(wrapping: SoftGPU(), findings: held)
    verifier.books.records.withLock { $0.references[0x10] = 2 }
    verifier.judgeLeftovers()
    verifier.judgeLeftovers()
    #expect(held.all == [DriverFinding("K-195", "DxgkDdiRemoveDevice", "DxgkCbAcquireHandleData", 2)])
  }

  /// K-071, inside of one call as well as between calls; the second of two is named.
  @Test func theSecondOfTwoEqualHandlesIsNamed() {
    var bend = Bend()
    bend.create = { args, _ in
      var infos = args.mutableInfos
      for index in infos.indices { infos[index].hAllocation = infos[0].hAllocation }
    }
    bend.forgives([.closeAllocation, .destroyAllocation, .destroyDevice])
    let found = FoundList()
    WholeLife.play(VerifyingMiniport(wrapping: BentDriver(bend), findings: found))
    #expect(found.all.first { $0.rule == "K-071" }?.value ?? 0 == 1)
  }

  /// K-018, K-048, K-055: a driver is judged by what its version has.
  @Test func membersBeyondTheVersionAreNotRead() throws {
    let found = FoundList()
    var bend = Bend()
    bend.version = .win7
    bend.caps = { $0.SupportPerEngineTDR = 1 }
    WholeLife.play(VerifyingMiniport(wrapping: BentDriver(bend), findings: found, options: VerifierOptions(.all)))
    #expect(found.texts == [])
  }
}
