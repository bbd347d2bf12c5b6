import CWDDM
import DDI
import Locks
import Testing
import WDDM

struct ProcessesAndDevicesTests {
  @Test func aDriverBelowTwoZeroKeepsNoProcesses() throws {
    let scripted = ScriptedMiniport()
    scripted.interfaceVersion = .wddm1_3
    scripted.functions.insert(.createProcess)
    let session = try Session(scripted)
    #expect(try session.driver.createProcess(session.behalf, HANDLE(bits: 0x10)!) == nil)
    #expect(!scripted.log.contains(.createProcess))
  }

  @Test func aDriverWithoutTheSlotKeepsNoProcesses() throws {
    let session = try Session(ScriptedMiniport())
    #expect(try session.driver.createProcess(session.behalf, HANDLE(bits: 0x10)!) == nil)
  }

  @Test func aProcessIsNamedByBothSides() throws {
    let scripted = ScriptedMiniport()
    scripted.functions.insert(.createProcess)
    scripted.onCreateProcess = { args in
      args.hKmdProcess = HANDLE(bits: args.hDxgkProcess.bits + 1)
      return .success
    }
    let session = try Session(scripted)
    #expect(try session.driver.createProcess(session.behalf, HANDLE(bits: 0x10)!)?.bits == 0x11)
  }

  @Test func aDeviceWithoutAHandleIsRefused() {
    let scripted = ScriptedMiniport()
    scripted.onCreateDevice = { args in
      args.hDevice = nil
      return .success
    }
    let refusal = #expect(throws: Refusal.self) { _ = try Session(scripted) }
    #expect(refusal == Refusal(.invalidParameter, "K-210", "hDevice"))
  }

  @Test func aDriverThatKeepsTheKernelsHandleIsAFinding() throws {
    let scripted = ScriptedMiniport()
    scripted.onCreateDevice = { _ in .success }
    let session = try Session(scripted)
    #expect(session.findings.rules == ["K-210"])
    #expect(session.device.bits == 0xD0)
  }
}

struct CurrentCallTests {
  @Test func insideOfADriverTheProcessIsKnownAndOutsideNot() throws {
    let scripted = ScriptedMiniport()
    nonisolated(unsafe) var seen: (DriverFunction?, Session.Owner?)
    scripted.onCreateAllocation = { args in
      unsafe seen = (CurrentCall.function, CurrentCall.process(as: Session.Owner.self))
      return .noMemory
    }
    let session = try Session(scripted)
    #expect(throws: Refusal.self) { _ = try session.create([[]]) }
    #expect(unsafe seen.0 == .createAllocation)
    #expect(unsafe seen.1 === session.owner)
    #expect(CurrentCall.function == nil)
    #expect(CurrentCall.callbacks == nil)
    #expect(HandleCallbacks.getHandleParent(0x40) == 0)
  }

  @Test func aWrapperHearsWhatTheDriverAsks() throws {
    let scripted = ScriptedMiniport()
    let other = TestKernel()
    let wrapper = CallbackTarget(other)
    scripted.onCreateAllocation = { _ in
      _ = HandleCallbacks.getHandleParent(1)
      CurrentCall.redirected(to: wrapper) { _ = HandleCallbacks.getHandleParent(2) }
      _ = HandleCallbacks.getHandleParent(3)
      return .noMemory
    }
    let session = try Session(scripted)
    #expect(throws: Refusal.self) { _ = try session.create([[]]) }
    #expect(session.kernel.state.withLock { $0.calls } == [.getHandleParent, .getHandleParent])
    #expect(other.state.withLock { $0.during } == [.createAllocation])
  }
}
