import Foundation
import Testing

@testable import dxgk

/// `dxgk verify`: drivers that do nothing wrong, what is skipped, and what is printed.
@Suite(.serialized)
struct VerifyTests {
  private let command: BuiltCommand
  init() throws { command = try BuiltCommand() }

  // MARK: Clean drivers

  @Test(arguments: [("WDDM1_3", "1.3"), ("WDDM2_0", "2.0"), ("WDDM3_1", "3.1")])
  func minimalKmdIsClean(version: String, wddm: String) throws {
    let driver = try DriverBuild.shared.get().minimalKmd(version)
    try expectClean(["--wddm", wddm, driver])
  }

  @Test(arguments: ["1.3", "2.0", "3.1"]) func softGPUIsClean(wddm: String) throws {
    try expectClean(["softgpu", "--wddm", wddm])
  }

  private func expectClean(_ arguments: [String]) throws {
    let result = try command(["verify", "--json"] + arguments)
    let report = try VerifyObject(result.output)
    #expect(report.findings.isEmpty, "\(report.findings)")
    #expect(report.failed == 0 && report.passed > 30)
    #expect(report.passed + report.skipped == report.scenarios.count)
    #expect(result.code == 0)
  }

  // MARK: Skipping

  @Test func aScenarioThatMakesNoSenseIsSkippedAndNotPassed() throws {
    let result = try command(["verify", "softgpu", "--wddm", "1.3", "--json", "--run", "*backing store"])
    let report = try VerifyObject(result.output)
    #expect(result.code == 77)
    #expect((report.passed, report.failed, report.skipped) == (0, 0, 2))
    #expect(report.scenarios.map(\.reason) == Array(repeating: "the driver declares a version before 3.0", count: 2))
  }

  @Test func aDriverOfAnotherVersionIsSkipped() throws {
    let driver = try DriverBuild.shared.get().minimalKmd("WDDM1_3")
    let result = try command(["verify", driver, "--wddm", "3.1", "--run", "device*"])
    #expect(result.code == 77)
    #expect(result.output.contains("skipped: the driver declares 1.3, not 3.1"))
    #expect(result.output.hasSuffix("\n0 passed, 0 failed, 2 skipped\n"))
  }

  // MARK: What ends a process

  @Test func aDriverThatDoesNotLoadIsAFinding() throws {
    let driver = try DriverBuild.shared.get().fixture("int nothing;\n")
    let result = try command(["verify", driver, "--json", "--run", "adapter - start*"])
    let finding = try #require(try VerifyObject(result.output).findings.first)
    #expect(result.code == 1)
    #expect((finding.kind, finding.rule) == ("refused", "K-001"))
  }

  @Test(arguments: [
    ("abort()", "SIGABRT"), ("__builtin_trap()", "SIGILL"), ("deep(1)", "SIGSEGV"), ("_exit(3)", "exited"),
  ])
  func howeverADriverDiesItsFunctionIsNamed(ending: String, words: String) throws {
    let driver = try DriverBuild.shared.get().fixture(
      """
      #include <dispmprt.h>
      #include <stdlib.h>
      #include <unistd.h>
      volatile char sink;
      int deep(int n);
      int deep(int n) { char room[4096]; sink = room[n % 4096] = (char)n; return n ? deep(n + 1) + room[7] : 0; }
      NTSTATUS DriverEntry(PDRIVER_OBJECT object, PUNICODE_STRING path);
      __attribute__((visibility("default"))) NTSTATUS DriverEntry(PDRIVER_OBJECT object, PUNICODE_STRING path) {
        (void)object; (void)path; (void)deep;
        \(ending);
        return STATUS_SUCCESS;
      }
      """)
    let result = try command(["verify", driver, "--json", "--run", "adapter - start*"])
    let finding = try #require(try VerifyObject(result.output).findings.first)
    #expect(result.code == 1)
    #expect(finding.kind == "crash" && finding.text.contains(words), "\(finding)")
    #expect(finding.function == "DriverEntry" || words == "exited", "\(finding)")
  }

  // MARK: Printing

  @Test func theListHasEveryScenarioOnce() throws {
    let result = try command(["verify", "--list"])
    let names = Scenario.all.map(\.name)
    #expect(result.code == 0 && names.count == Set(names).count && names.count > 35)
    for name in names { #expect(result.output.contains(name + " "), "\(name)") }
  }

  @Test func theListIsForProgramsToo() throws {
    let result = try command(["verify", "--list", "--json", "--run", "allocation*"])
    let list = try #require(JSONSerialization.jsonObject(with: Data(result.output.utf8)) as? [String: Any])
    #expect(list["format"] as? String == "dxgk-verify-list" && list["version"] as? Int == 1)
    let scenarios = try #require(list["scenarios"] as? [[String: String]])
    #expect(scenarios.map { $0["scenario"] } == Scenario.matching(["allocation*"]).map(\.name))
  }

  @Test func withoutADriverThereIsNothingToVerify() throws {
    let result = try command(["verify"])
    #expect(result.code == 2)
    #expect(result.error.hasPrefix("dxgk: error: which driver? a shared object, or softgpu"))
  }

  @Test func junitIsWellFormedAndCountsTheSame() throws {
    let result = try command(["verify", "softgpu", "--wddm", "1.3", "--junit", "--run", "allocation*"])
    #expect(
      result.output.hasPrefix(#"<?xml version="1.0" encoding="UTF-8"?>"# + "\n<testsuite name=\"dxgk verify softgpu\""))
    let cases = result.output.components(separatedBy: "<testcase ").count - 1
    #expect(cases == Scenario.matching(["allocation*"]).count)
    #expect(result.output.contains(#"failures="0" errors="0" skipped="1""#))
    #expect(result.output.contains("<skipped message=\"the driver declares a version before 3.0\"/>"))
    #expect(result.output.hasSuffix("</testsuite>\n"))
  }

  @Test(
    arguments: [
      (["--json", "--junit"], "--json and --junit exclude each other"),
      (["--list", "--junit"], "--list and --junit exclude each other"),
      (["--timeout", "0"], "--timeout 0.0: expected up to 3600 seconds"),
      (["--run", "nothing"], "no scenario is called that; 'dxgk verify --list' has them"),
      (["--wddm", "9"], "--wddm 9: expected one of 1.0,"),
      (["--preset", "most"], "--preset most: expected one of all, standard, safety"),
      (["--mute", "X-001"], "--mute: X-001 is no rule that is verified and no group of them"),
    ])
  func aMistakeIsOneLine(arguments: [String], message: String) throws {
    let result = try command(["verify", "softgpu"] + arguments)
    #expect(result.code == 2)
    #expect(result.error.hasPrefix("dxgk: error: " + message))
    #expect(result.error.split(separator: "\n").count == 1)
  }

  @Test func patternsAreTheShells() {
    #expect(glob("race*", "Race - Two Threads") && glob("*", "") && glob("?ace", "Race"))
    #expect(!glob("race", "Race - Two Threads") && !glob("?", "") && glob("*two*", "Race - Two Threads"))
  }
}
