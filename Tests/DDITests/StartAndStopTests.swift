import CWDDM
import DDI
import Locks
import Testing
import WDDM

struct StartAndStopTests {
  @Test func aDriverThatDeclinesTheDeviceIsRefused() {
    let scripted = ScriptedMiniport()
    scripted.onAddDevice = { _ in .success }
    let driver = Driver(scripted, findings: Findings())
    let refusal = #expect(throws: Refusal.self) { try driver.addDevice() }
    #expect(refusal?.rule == "K-002")
    #expect(refusal?.status == .notSupported)
  }

  @Test func aFailureStatusPassesUnchangedAndNamesTheFunction() {
    let scripted = ScriptedMiniport()
    scripted.onAddDevice = { _ in .noMemory }
    let driver = Driver(scripted, findings: Findings())
    let refusal = #expect(throws: Refusal.self) { try driver.addDevice() }
    #expect(refusal == Refusal(.noMemory, "K-004", "DxgkDdiAddDevice", 0xC000_0017))
  }

  @Test func aSuccessThatIsNotZeroCountsAndIsAFinding() throws {
    let scripted = ScriptedMiniport()
    scripted.onStartDevice = { _ in .pending }
    let session = try Session(scripted)
    #expect(session.findings.list == [DriverFinding("K-005", "DxgkDdiStartDevice", "NTSTATUS", 0x103)])
  }

  @Test func stopDeviceIsNotCalledWhenTheDisplayWasReleased() throws {
    let scripted = ScriptedMiniport()
    scripted.functions.insert(.stopDeviceAndReleasePostDisplayOwnership)
    scripted.onStopAndRelease = { .success }
    let session = try Session(scripted)
    session.driver.stopDevice()
    #expect(scripted.log.last == .stopDeviceAndReleasePostDisplayOwnership)
    #expect(!scripted.log.contains(.stopDevice))
  }

  @Test func stopDeviceFollowsWhenReleasingTheDisplayFailed() throws {
    let scripted = ScriptedMiniport()
    scripted.functions.insert(.stopDeviceAndReleasePostDisplayOwnership)
    let session = try Session(scripted)
    session.driver.stopDevice()
    #expect(scripted.log.suffix(2) == [.stopDeviceAndReleasePostDisplayOwnership, .stopDevice])
  }

  @Test func aDriverWithoutThatFunctionIsJustStopped() throws {
    let scripted = ScriptedMiniport()
    let session = try Session(scripted)
    session.driver.stopDevice()
    session.driver.removeDevice()
    #expect(scripted.log.suffix(2) == [.stopDevice, .removeDevice])
  }

  @Test func aFailingStopIsAFindingAndTheDeviceCountsAsStopped() throws {
    let scripted = ScriptedMiniport()
    scripted.onStopDevice = { .unsuccessful }
    let session = try Session(scripted)
    session.driver.stopDevice()
    #expect(session.findings.rules == ["K-006"])
  }

  @Test func aFailingRemovalIsAFindingAndTheDeviceCountsAsRemoved() throws {
    let scripted = ScriptedMiniport()
    scripted.onRemoveDevice = { .unsuccessful }
    let session = try Session(scripted)
    session.driver.stopDevice()
    session.driver.removeDevice()
    #expect(session.findings.rules == ["K-007"])
  }

  @Test func aDriverIsResetAndGoesOn() throws {
    let scripted = ScriptedMiniport()
    scripted.functions.insert(.resetFromTimeout)
    scripted.functions.insert(.restartFromTimeout)
    let session = try Session(scripted)
    try session.driver.resetFromTimeout()
    try session.driver.restartFromTimeout()
    #expect(scripted.log.suffix(2) == [.resetFromTimeout, .restartFromTimeout])
    scripted.onResetFromTimeout = { .unsuccessful }
    let refusal = #expect(throws: Refusal.self) { try session.driver.resetFromTimeout() }
    // K-331
    #expect(refusal == Refusal(.unsuccessful, "K-331", "DxgkDdiResetFromTimeout", 0xC000_0001))
    #expect(session.findings.list == [] && scripted.adapters == [0xADA])
  }

  @Test func aDriverThatCannotBeResetIsAFinding() throws {
    let scripted = ScriptedMiniport()
    let session = try Session(scripted)
    try session.driver.resetFromTimeout()
    try session.driver.restartFromTimeout()
    #expect(!scripted.log.contains(.resetFromTimeout) && !scripted.log.contains(.restartFromTimeout))
    // K-335
    #expect(session.findings.rules == ["K-331", "K-335"])
  }

  @Test func everyFunctionIsCalledWithTheDriversOwnHandles() throws {
    let scripted = ScriptedMiniport()
    let session = try Session(scripted)
    var request = try session.create([[]])
    try session.open(&request)
    session.close(request)
    session.destroy(request)
    session.driver.stopDevice()
    session.driver.removeDevice()
    // K-003, K-364
    #expect(scripted.adapters == [0xADA])
    #expect(scripted.devices == [0xDE1])
  }

  @Test func theDeviceHandleLeadsToTheKernelUntilTheDeviceStopped() throws {
    let scripted = ScriptedMiniport()
    nonisolated(unsafe) var handle: HANDLE?
    scripted.onStartDevice = { kernel in
      unsafe handle = kernel.deviceHandle
      return .success
    }
    let session = try Session(scripted)
    // K-005
    #expect(unsafe DeviceCell.callbacks(of: handle) === session.kernel)
    session.driver.stopDevice()
    #expect(unsafe DeviceCell.callbacks(of: handle) == nil)
  }

  @Test func afterAStopADriverMayStillGiveReferencesBack() throws {
    let scripted = ScriptedMiniport()
    scripted.onCloseAllocation = { _ in
      HandleCallbacks.releaseHandleData(DXGKARGCB_RELEASEHANDLEDATA())
      return .success
    }
    let session = try Session(scripted)
    var request = try session.create([[]])
    try session.open(&request)
    session.driver.stopDevice()
    session.close(request)
    #expect(session.kernel.state.withLock { $0.calls } == [.releaseHandleData])
    session.destroy(request)
    session.driver.removeDevice()
    #expect(session.findings.list == [])
  }

  @Test func aFailedStartLeavesNoHandleBehind() throws {
    let scripted = ScriptedMiniport()
    nonisolated(unsafe) var handle: HANDLE?
    scripted.onStartDevice = { kernel in
      unsafe handle = kernel.deviceHandle
      return .insufficientResources
    }
    let driver = Driver(scripted, findings: Findings())
    try driver.addDevice()
    #expect(throws: Refusal.self) { _ = try driver.startDevice(luid: LUID(), callbacks: TestKernel()) }
    #expect(unsafe DeviceCell.callbacks(of: handle) == nil)
  }
}

struct DeviceCellTests {
  @Test func aHandleThatNeverWasOneLeadsNowhere() {
    #expect(DeviceCell.callbacks(of: nil) == nil)
    #expect(DeviceCell.callbacks(of: HANDLE(bits: 0x1234)) == nil)
  }

  @Test func everyStartHasAHandleOfItsOwn() {
    let one = TestKernel()
    let two = TestKernel()
    let first = DeviceCell.make(for: one)
    let second = DeviceCell.make(for: two)
    #expect(DeviceCell.callbacks(of: first.handle) === one)
    #expect(DeviceCell.callbacks(of: second.handle) === two)
    first.revoke()
    #expect(DeviceCell.callbacks(of: first.handle) == nil)
    #expect(DeviceCell.callbacks(of: second.handle) === two)
  }
}
