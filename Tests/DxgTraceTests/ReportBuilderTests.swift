import Testing
import WDDM

@testable import DxgTrace

/// What recordings say, as reports.
struct ReportBuilderTests {
  @Test func callsAreCountedByFunctionAndStatus() throws {
    var recording = RecordingBytes()
    recording.lock(1)
    recording.lock(1)
    recording.lock(2, status: NTStatus.invalidHandle.bits)
    recording.create(0x4000_0080, size: 4096)
    #expect(
      try recording.report().calls == [
        .init(function: "D3DKMTCreateAllocation2", status: .success, count: 1),
        .init(function: "D3DKMTLock2", status: .success, count: 2),
        .init(function: "D3DKMTLock2", status: .invalidHandle, count: 1),
      ])
  }

  @Test func anAllocationAliveSaysWhoMadeIt() throws {
    var recording = RecordingBytes()
    recording.module(1, "/opt/app")
    recording.create(0x4000_0080, size: 4096)
    recording.create(0x4000_00C0, size: 8192, callerMemory: true)
    recording.lock(0x4000_00C0)
    recording.destroy(0x4000_0080)
    let report = try recording.report()
    #expect(report.allocations.created == 2)
    #expect(report.allocations.destroyed == 1)
    #expect(report.allocations.aliveBytes == 8192)
    #expect(
      report.allocations.alive == [
        .init(
          ordinal: 2, handle: 0x4000_00C0, process: 0, device: 0x4000_0040, resource: 0, size: 8192, memory: .caller,
          locked: true,
          maker: .init(
            function: "D3DKMTCreateAllocation2", site: .init(thread: 4712, module: "/opt/app", offset: 0x1A2F),
            sequence: 2))
      ])
  }

  @Test func anUnlockEndsOneLock() throws {
    var recording = RecordingBytes()
    recording.create(0x4000_0080, size: 4096)
    recording.create(0x4000_00C0, size: 4096)
    for handle: UInt32 in [0x4000_0080, 0x4000_0080, 0x4000_00C0] { recording.lock(handle) }
    for handle: UInt32 in [0x4000_0080, 0x4000_00C0] { recording.lock(handle, unlock: true) }
    #expect(try recording.report().allocations.alive.map(\.locked) == [true, false])
  }

  @Test func destructionsWhileLockedAreCountedOnce() throws {
    var recording = RecordingBytes()
    recording.create(0x4000_0080, size: 4096)
    recording.create(0x4000_00C0, size: 4096)
    let listed = recording.destroy(0x4000_0080)
    recording.event(11, in: listed, [0, 0x4000_0080, 2])
    // The second dies with its device: only the event says so.
    let device = recording.call(7, block: [0x4000_0040])
    recording.event(11, in: device, [0, 0x4000_00C0, 0])
    let allocations = try recording.report().allocations
    #expect(allocations.destroyed == 2)
    #expect(allocations.destroyedWhileLocked == 1)
    #expect(allocations.alive.isEmpty)
  }

  @Test func peaksAreOfSumsAndCallersMemoryIsNotCharged() throws {
    var recording = RecordingBytes()
    recording.create(1, size: 4096)
    recording.create(2, size: 8192, callerMemory: true)
    recording.destroy(1)
    recording.create(3, size: 12288)
    recording.create(1, size: 4096, process: 1)
    let report = try recording.report()
    #expect(report.memory.backingStore == .init(now: 16384, peak: 16384))
    #expect(report.memory.callerMemory == .init(now: 8192, peak: 8192))
    #expect(report.memory.commit == report.memory.backingStore)
    #expect(report.processes.map(\.process) == [0, 1])
    #expect(report.processes.map(\.levels.backingStore) == [.init(now: 12288, peak: 12288), .init(now: 4096)])
  }

  @Test func theSameHandleOfAnotherProcessIsAnotherAllocation() throws {
    var recording = RecordingBytes()
    recording.create(1, size: 4096)
    recording.create(1, size: 4096, process: 1)
    recording.destroy(1, process: 1)
    #expect(try recording.report().allocations.alive.map(\.process) == [0])
  }

  @Test func equalRefusalsAreToldOnceWithTheirReason() throws {
    var recording = RecordingBytes()
    recording.module(1, "/opt/app")
    for _ in 0..<2 {
      let call = recording.lock(7, status: NTStatus.invalidHandle.bits)
      recording.refusal(of: call, NTStatus.invalidHandle.bits, ("U", 96), "hAllocation", 7)
    }
    let call = recording.call(11, flags: 0, block: [0, 0, 0, 0, 0], blockAnswer: 1, status: NTStatus.noMemory.bits)
    recording.refusal(of: call, NTStatus.noMemory.bits, ("D", 1), "Size", 2_000_000_000, bound: 1 << 30)
    let refusals = try recording.report().refusals
    #expect(refusals.map(\.count) == [2, 1])
    #expect(refusals.map(\.sequence) == [1, 3])
    #expect(refusals.map(\.function) == ["D3DKMTLock2", "D3DKMTCreateAllocation2"])
    #expect(
      refusals[0].reason == "hAllocation = 0x7: no live allocation of this process has that handle (U-096)")
    #expect(refusals[1].reason.contains("2,000,000,000 against a limit of 1,073,741,824"))
    #expect(refusals[0].site == .init(thread: 4712, module: "/opt/app", offset: 0x1A2F))
  }

  @Test func aCallThatNeverReturnedIsInFlightAndNowhereElse() throws {
    var recording = RecordingBytes()
    recording.create(0x4000_0080, size: 4096)
    recording.lock(0x4000_0080, status: nil)
    let report = try recording.report()
    #expect(report.inFlight.map(\.function) == ["D3DKMTLock2"])
    #expect(report.inFlight.map(\.sequence) == [2])
    #expect(report.calls.map(\.function) == ["D3DKMTCreateAllocation2"])
    #expect(report.allocations.alive.map(\.locked) == [false])
  }

  @Test func aFindingAndARemovalAreTold() throws {
    var recording = RecordingBytes()
    let call = recording.lock(1)
    let rule = UInt64(UInt8(ascii: "K")) << 16 | 172
    recording.event(12, in: call, [rule, 5], text: "DxgkDdiOpenAllocation\nhDeviceSpecificAllocation")
    recording.event(12, in: call, [rule, 5], text: "DxgkDdiOpenAllocation\nhDeviceSpecificAllocation")
    recording.event(2, in: 0, [0, 1])
    recording.event(7, in: 0, [0, 0x4000_0040, 4])
    let report = try recording.report()
    #expect(report.findings.map(\.rule) == ["K-172"])
    #expect(report.findings.map(\.count) == [2])
    #expect(report.findings.map(\.function) == ["DxgkDdiOpenAllocation"])
    #expect(report.findings.map(\.argument) == ["hDeviceSpecificAllocation"])
    #expect(report.removals.map(\.subject) == [.adapter(0), .device(0x4000_0040, process: 0)])
    #expect(report.removals[0].cause == "timeout detection and recovery (TDR)")
  }

  @Test func aDriversVersionIsWhatItSaidWhenItStarted() throws {
    for (text, version) in [("adapter=/opt/kmd.so\n", "1.3"), ("adapter=softgpu\nwddm=3.1\n", "3.1")] {
      var recording = RecordingBytes(text: text)
      recording.event(1, in: 0, [0, 1, UInt64(InterfaceVersion.wddm1_3.rawValue), 3])
      let machine = try recording.report().source.configuration
      #expect(machine.filter { $0.key == "wddm" }.map(\.value) == [version])
    }
  }

  @Test func listsAreBoundedAndTheirFiguresAreNot() throws {
    var recording = RecordingBytes()
    let count = UInt32(ReportBuilder.Limits.alive + 5)
    for handle in 1...count { recording.create(handle, size: 4096) }
    let allocations = try recording.report().allocations
    #expect(allocations.alive.count == ReportBuilder.Limits.alive)
    #expect(allocations.aliveLeftOut == 5)
    #expect(allocations.aliveBytes == UInt64(count) * 4096)
  }
}
