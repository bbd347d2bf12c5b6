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
}
