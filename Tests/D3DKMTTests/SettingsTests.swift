import Testing
import Verifier
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

  @Test func theVerifierIsAPresetLessWhatIsMuted() throws {
    #expect(try settings([:]).verifier == nil)
    let settings = try settings(["DXGK_VERIFY": "all", "DXGK_MUTE": "K-083 segments"])
    #expect(settings.verifier == VerifierOptions(.all, muting: [.rule("K-083"), .group(.segments)]))
    let fromFile = try Settings(
      environment: { ["DXGK_VERIFY": "safety", "DXGK_MUTE": "@/mute"][$0] },
      contents: { $0 == "/mute" ? "# samples\nK-022\n" : nil })
    #expect(fromFile.verifier == VerifierOptions(.safety, muting: [.rule("K-022")]))
  }

  @Test(arguments: [
    (["DXGK_VERIFY": "some"], "DXGK_VERIFY=some: there is no such preset; there are all, standard, safety"),
    (
      ["DXGK_VERIFY": "all", "DXGK_MUTE": "K-83"],
      "DXGK_MUTE: K-83 is no rule that is verified and no group of them"
    ),
    (["DXGK_VERIFY": "all", "DXGK_MUTE": "@/no/such"], "DXGK_MUTE=@/no/such: the file cannot be read"),
  ])
  func aVerifierThatCannotBeIsOneLine(variables: [String: String], line: String) {
    let error = #expect(throws: SettingsError.self) { try settings(variables) }
    #expect(error?.line == line)
  }

  @Test func aWrongVariableFailsTheCallAndNotTheProgram() async {
    await #expect(processExitsWith: .exitCode(0)) {
      Variables.set("DXGK_COMMIT", "much")
      #expect(Variables.firstCall() == .invalidParameter)
      #expect(Variables.firstCall() == .invalidParameter)
    }
  }
}
