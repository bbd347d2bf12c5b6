import CWDDM
import Foundation
import Testing
import WDDM

/// After fork the child has no kernel: inherited handles are invalid, and an enumeration starts afresh.
struct ForkTests {
  @Test func aForkedChildHasInvalidHandlesAndAFreshKernel() async {
    await #expect(processExitsWith: .exitCode(0)) {
      let client = try Client()
      let allocation = try client.allocate(4096)
      let answer = Fork.run {
        guard client.destroy([allocation]) == .invalidParameter else { return 1 }
        var destroy = D3DKMT_DESTROYDEVICE(hDevice: client.device)
        guard unsafe D3DKMTDestroyDevice(&destroy) == NTStatus.invalidParameter.rawValue else { return 2 }
        guard let fresh = try? Client() else { return 3 }
        // A new table begins where every table begins (W-010).
        guard fresh.adapter == 0x4000_0000, fresh.device == 0x4000_0040 else { return 4 }
        guard let own = try? fresh.allocate(4096), fresh.destroy([own]) == .success else { return 5 }
        return 0
      }
      #expect(answer == 0)
      #expect(client.destroy([allocation]) == .success, "the parent's is as it was")
    }
  }

  @Test func aChildRecordsIntoAFileOfItsOwn() async throws {
    let file = FileManager.default.temporaryDirectory.appending(path: "dxgk-fork-\(UUID().uuidString)").path
    await #expect(processExitsWith: .exitCode(0)) { [file = file as String] in
      Variables.set("DXGK_RECORD", file)
      _ = try Client()
      #expect(Fork.run { (try? Client()) == nil ? 1 : 0 } == 0)
      #expect(Fork.run { 0 } == 0, "a child that makes no call records nothing")
    }
    let directory = URL(filePath: file).deletingLastPathComponent()
    let name = URL(filePath: file).lastPathComponent
    let files = try FileManager.default.contentsOfDirectory(atPath: directory.path).filter { $0.hasPrefix(name) }
    #expect(files.count == 2 && files.contains(name))
    for file in files { try FileManager.default.removeItem(at: directory.appending(path: file)) }
  }
}
