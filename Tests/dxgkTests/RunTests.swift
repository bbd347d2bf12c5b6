import ArgumentParser
import Testing

@testable import dxgk

/// The command line of `dxgk run`.
struct RunTests {
  @Test func whatStandsBehindTwoDashesIsTheProgramWithItsOptions() throws {
    let run = try Run.parse(["--vram", "512M", "--strict", "--", "prog", "--vram", "-x"])
    #expect(run.program == ["prog", "--vram", "-x"])
    #expect(run.strict)
    #expect(!run.json)
  }

  @Test func optionsBecomeVariables() throws {
    let run = try Run.parse(["--adapter", "softgpu", "--vram", "4G:256M", "--commit", "1G", "--wddm", "2.0", "--", "p"])
    #expect(
      run.machine.environment.map(\.name) == ["DXGK_ADAPTER", "DXGK_DRIVER", "DXGK_VRAM", "DXGK_COMMIT", "DXGK_WDDM"])
    #expect(run.machine.environment.map(\.value) == ["softgpu", nil, "4294967296:268435456", "1073741824", "2.0"])
  }

  @Test func aDriverIsNamedByItsWholePath() throws {
    let run = try Run.parse(["--driver", "/bin/sh", "--", "p"])
    #expect(run.machine.environment.map(\.value) == ["/bin/sh", nil])
  }

  @Test func optionsThatAreNotGivenChangeNothing() throws {
    #expect(try Run.parse(["--", "p"]).machine.environment.isEmpty)
  }

  @Test func theVerifierIsAskedForByPresetAndMuteLists() throws {
    #expect(try Run.parse(["--", "p"]).verifier.variables().isEmpty)
    let plain = try Run.parse(["--verify", "--", "p"]).verifier.variables()
    #expect(plain.map(\.name) == ["DXGK_VERIFY", "DXGK_MUTE"] && plain.map(\.value) == ["standard", nil])
    let muted = try Run.parse(["--verify=all", "--mute", "K-083", "--mute", "segments,flags", "--", "p"])
    #expect(try muted.verifier.variables().map(\.value) == ["all", "K-083\nsegments,flags"])
  }

  @Test(
    arguments: [
      ([], "no program to run; it stands after '--', as in: dxgk run -- program"),
      (["--adapter", "voodoo", "--", "p"], "no adapter is called 'voodoo'; there is softgpu, and --driver for others"),
      (["--adapter", "softgpu", "--driver", "/bin/sh", "--", "p"], "--adapter and --driver exclude each other"),
      (
        ["--driver", "/bin/sh", "--wddm", "2.0", "--", "p"],
        "--wddm is for softgpu; the driver of --driver declares its own version"
      ),
      (["--driver", "/no/such", "--", "p"], "cannot read the driver /no/such: No such file or directory"),
      (["--vram", "4Q", "--", "p"], "--vram 4Q: expected TOTAL or TOTAL:VISIBLE in multiples of 4K, as 4G or 4G:256M"),
      (["--verify=some", "--", "p"], "--verify=some: expected one of all, standard, safety"),
      (
        ["--verify", "--mute", "K-083,K-83", "--", "p"],
        "--mute: K-83 is no rule that is verified and no group of them"
      ),
      (["--mute", "K-083", "--", "p"], "--mute is about what --verify finds; give that too"),
      (["--commit", "much", "--", "p"], "--commit much: expected a size, as 512M or 8G"),
    ] as [([String], String)])
  func aMistakeIsOneLine(arguments: [String], message: String) {
    do {
      _ = try Run.parse(arguments)
      Issue.record("accepted: \(arguments)")
    } catch {
      #expect(Run.message(for: error) == message)
    }
  }

  @Test func anUnknownVersionNamesTheKnownOnes() {
    do {
      _ = try Run.parse(["--wddm", "9.9", "--", "p"])
      Issue.record("accepted")
    } catch {
      #expect(Run.message(for: error).hasPrefix("--wddm 9.9: expected one of 1.0, 1.1, "))
    }
  }
}
