import Testing
import WDDM

@testable import D3DKMT

struct SettingsTests {
  private func settings(_ variables: [String: String]) throws(SettingsError) -> Settings {
    try Settings { variables[$0] }
  }

  @Test func withoutVariablesThereIsTheReferenceCard() throws {
    let settings = try settings([:])
    #expect(settings.driver == .softGPU)
    #expect(settings.commit == nil && settings.recording == nil)
    #expect(settings.version == .wddm3_1)
  }

  @Test func everyVariableIsRead() throws {
    let settings = try settings([
      "DXGK_ADAPTER": "softgpu", "DXGK_VRAM": "2G:64M", "DXGK_COMMIT": "1073741824", "DXGK_WDDM": "2.0",
      "DXGK_RECORD": "/tmp/x",
    ])
    #expect(settings.vram?.total == 2 << 30 && settings.vram?.visible == 64 << 20)
    #expect(settings.commit == 1 << 30)
    #expect(settings.version == .wddm2_0)
    #expect(settings.recording == "/tmp/x")
    #expect(try self.settings(["DXGK_DRIVER": "/a.so"]).driver == .file(path: "/a.so"))
  }

  @Test(arguments: [
    ("DXGK_ADAPTER", "voodoo"), ("DXGK_VRAM", ""), ("DXGK_VRAM", "1G:"), ("DXGK_VRAM", "1G:2G"), ("DXGK_VRAM", "0"),
    ("DXGK_VRAM", "1:1:1"), ("DXGK_VRAM", "5000"), ("DXGK_COMMIT", "much"), ("DXGK_COMMIT", "0"),
    ("DXGK_COMMIT", "99999999999T"), ("DXGK_COMMIT", "-1"), ("DXGK_WDDM", "4.0"),
  ])
  func aValueThatMakesNoSenseIsOneLine(name: String, value: String) {
    let error = #expect(throws: SettingsError.self) { try settings([name: value]) }
    #expect(error?.line.hasPrefix("\(name)=\(value): ") == true)
    #expect(error?.line.contains("\n") == false)
  }

  @Test func aWrongVariableFailsTheCallAndNotTheProgram() async {
    await #expect(processExitsWith: .exitCode(0)) {
      Variables.set("DXGK_COMMIT", "much")
      #expect(Variables.firstCall() == .invalidParameter)
      #expect(Variables.firstCall() == .invalidParameter)
    }
  }
}
