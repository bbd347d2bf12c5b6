import CWDDM
import DxgTrace
import Foundation
import Testing
import WDDM

/// What a program that uses the library leaves behind, however it ends.
struct RecordingTests {
  @Test func aKilledProgramsRecordingTellsAll() async throws {
    let file = FileManager.default.temporaryDirectory.appending(path: "dxgk-record-\(UUID().uuidString)").path
    await #expect(processExitsWith: .signal(SIGKILL)) { [file = file as String] in
      Variables.set("DXGK_RECORD", file)
      let client = try Client()
      let kept = try client.allocate(64 << 10)
      let locked = try client.allocate(4096)
      var lock = D3DKMT_LOCK2()
      lock.hDevice = client.device
      lock.hAllocation = locked
      #expect(unsafe D3DKMTLock2(&lock) == 0)
      #expect(client.destroy([locked]) == .success)
      #expect(client.destroy([locked]) == .invalidParameter)
      #expect(D3DKMTLock2(nil) == NTStatus.invalidParameter.rawValue)
      _ = withExtendedLifetime((client, kept)) { kill(getpid(), SIGKILL) }
    }
    let bytes = try [UInt8](Data(contentsOf: URL(filePath: file)))
    try FileManager.default.removeItem(atPath: file)
    let report = unsafe try ReportBuilder.report(on: bytes.span.bytes)
    // I-098
    #expect(report.source.damage == nil)
    #expect(report.source.lost == 0)
    #expect(report.allocations.alive.map(\.size) == [64 << 10])
    #expect(report.allocations.destroyedWhileLocked == 1)
    #expect(report.refusals.map(\.status) == [.invalidParameter, .invalidParameter])
  }

  /// What a program closes after its last call is known to the kernel only because it looks once more at the end; a
  /// forked child, whose kernel it is not, says nothing.
  @Test func anNtHandleClosedLastOfAllIsClosedInTheRecording() async throws {
    let file = FileManager.default.temporaryDirectory.appending(path: "dxgk-record-\(UUID().uuidString)").path
    await #expect(processExitsWith: .exitCode(0)) { [file = file as String] in
      Variables.set("DXGK_RECORD", file)
      let client = try Client()
      var creation = Creation(device: client.device)
      creation.arguments.Flags.CreateResource = 1
      creation.arguments.Flags.CreateShared = 1
      creation.arguments.Flags.NtSecuritySharing = 1
      try #require(creation.run() == 0)
      var handles: [HANDLE?] = [nil, nil]
      var resource = creation.arguments.hResource
      for index in handles.indices {
        unsafe try #require(D3DKMTShareObjects(1, &resource, nil, 0x1000_0000, &handles[index]) == 0)
      }
      var destroy = D3DKMT_DESTROYALLOCATION2()
      destroy.hDevice = client.device
      destroy.hResource = resource
      unsafe try #require(D3DKMTDestroyAllocation2(&destroy) == 0)
      close(Int32(UInt(bitPattern: unsafe handles[1]!.rawValue)))
      withExtendedLifetime(client) { exit(0) }
    }
    let bytes = try [UInt8](Data(contentsOf: URL(filePath: file)))
    try FileManager.default.removeItem(atPath: file)
    let report = unsafe try ReportBuilder.report(on: bytes.span.bytes)
    #expect(report.ntHandles.created == 2 && report.ntHandles.ended == 1)
    #expect(report.ntHandles.list.map(\.maker.sequence) == [4], "enumerated, a device, a resource, and shared")
    #expect(report.sharing.alive.map(\.openers) == [[]], "the other handle still holds it")
  }
}
