import CWDDM
import DDI
import Locks
import Testing
import WDDM

/// Functions fail without the driver hearing of it, and callbacks fail without the kernel hearing of it.
struct FaultyMiniportTests {
  @Test(arguments: [AnyDriver.softGPU3_1, .minimalKmd3_1])
  func aRefusedFunctionNeverReachesTheDriver(_ kind: AnyDriver) throws {
    let counting = try CountingMiniport(kind.make(Findings()))
    let faults = FaultInjector(try FaultPlan(text: "DxgkDdiCreateAllocation 1 STATUS_GRAPHICS_DRIVER_MISMATCH"))
    let session = try Session(FaultyMiniport(counting, faults))
    #expect(throws: Refusal(.graphicsDriverMismatch, "K-068", "DxgkDdiCreateAllocation", 0xC01E_0009)) {
      _ = try session.create([SOFTGPU_ALLOCATION.blob()])
    }
    #expect(counting.count(.createAllocation) == 0)
    var request = try session.create([SOFTGPU_ALLOCATION.blob()])
    try session.open(&request)
    session.close(request)
    session.destroy(request)
    session.end()
    #expect(faults.firedPlan.description == "DxgkDdiCreateAllocation 1 STATUS_GRAPHICS_DRIVER_MISMATCH")
  }

  @Test(arguments: [AnyDriver.softGPU3_1, .minimalKmd3_1])
  func aFailingCallbackNeverReachesTheKernel(_ kind: AnyDriver) throws {
    let faults = FaultInjector(try FaultPlan(text: "DxgkCbGetHandleData 1"))
    let session = try Session(FaultyMiniport(kind.make(Findings()), faults))
    var request = try session.create([SOFTGPU_ALLOCATION.blob()])
    // The driver was told NULL for the handle, and has to refuse the opening.
    #expect(throws: Refusal.self) { try session.open(&request) }
    session.destroy(request)
    #expect(session.kernel.state.withLock { $0.calls.filter { $0 == .getHandleData }.count } == 0)
    session.end()
    #expect(faults.firedPlan.description == "DxgkCbGetHandleData 1")
  }

  @Test func aFailingEndIsDoneAllTheSame() throws {
    let counting = try CountingMiniport(AnyDriver.softGPU3_1.make(Findings()))
    let faults = FaultInjector(try FaultPlan(text: "DxgkDdiCloseAllocation every"))
    let session = try Session(FaultyMiniport(counting, faults))
    var request = try session.create([SOFTGPU_ALLOCATION.blob()])
    try session.open(&request)
    session.close(request)
    session.destroy(request)
    session.end()
    #expect(counting.count(.closeAllocation) == 1)
    #expect(session.findings.list.map(\.rule) == ["K-180"])
  }
}
