import Testing
import WDDM

@testable import DxgTrace

struct ReportTests {
  @Test func aCleanRunHasNoComplaints() {
    #expect(Report.clean.complaints.isEmpty)
  }

  @Test func complaintsCountLeaksMistakesFindingsAndCallsInFlight() {
    #expect(
      Report.eventful.complaints == [
        "1 allocation alive", "3 calls refused for a mistake", "1 finding about the driver", "1 call in flight",
      ])
  }

  @Test func aDamagedRecordingIsAComplaint() {
    var report = Report.clean
    report.source.damage = "byte 4,096: bad checksum"
    #expect(report.complaints == ["a damaged recording: byte 4,096: bad checksum"])
  }

  @Test(arguments: [NTStatus.success, .pending, .noMemory, .bufferTooSmall, .deviceRemoved, .notSupported])
  func anAnswerIsNotAMistake(status: NTStatus) {
    #expect(!status.blamesCaller)
  }

  @Test(arguments: [NTStatus.invalidParameter, .invalidHandle, .accessDenied, .objectTypeMismatch])
  func aBrokenRuleIsAMistake(status: NTStatus) {
    #expect(status.blamesCaller)
  }

  @Test func levelsNeverWrapWhateverAFileSays() {
    var level = Report.Level(now: .max - 1)
    level.add(5)
    #expect(level.now == .max)
    level.remove(.max)
    level.remove(1)
    #expect(level == Report.Level(now: 0, peak: .max))
  }
}

struct RunReportTests {
  @Test func aProgramThatNeverCalledInIsToldSo() {
    var run = RunReport()
    run.command = ["true"]
    run.ending = .exited(code: 0)
    #expect(run.text(ink: .plain).contains("dxgk: true: exit code 0\nNo D3DKMT call was recorded"))
    #expect(!run.hasComplaints)
  }

  @Test func theProgramStandsAsItWouldBeTyped() {
    var run = RunReport()
    run.command = ["sh", "-c", "echo 'a'\nexit 1", "", "a=b/c.d"]
    run.ending = .exited(code: 1)
    #expect(run.text(ink: .plain).hasPrefix(#"dxgk: sh -c 'echo '\''a'\'' exit 1' '' a=b/c.d: exit code 1"#))
  }

  @Test func severalProcessesAreToldOneAfterTheOther() {
    var run = RunReport()
    var second = Report.clean
    second.source.processID = 4713
    second.source.configuration = [.init(key: "program", value: "/opt/app")]
    run.recordings = [.init(path: "/tmp/a", report: .clean), .init(path: nil, report: second, isStillRunning: true)]
    let text = run.text(ink: .plain)
    #expect(text.contains("2 processes called in; each has a kernel of its own.\n\nProcess 4711\n"))
    #expect(text.contains("recorded in /tmp/a\n\nProcess 4713, app, still running\n"))
  }

  @Test func theShellsExitCodeOfASignalIs128AndItsNumber() {
    #expect(RunReport.Ending.killed(signal: 9, name: "SIGKILL").exitCode == 137)
    #expect(RunReport.Ending.exited(code: 3).exitCode == 3)
  }
}
