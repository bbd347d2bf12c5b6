import ArgumentParser
import DxgTrace

/// `dxgk report`: the report of a recording.
struct ReportRecording: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "report",
    abstract: "Report what a recording holds.",
    discussion: """
      A recording is made with 'dxgk run --record'. One whose program was killed is as good as any other; a damaged \
      one is reported as far as it can be read, and says where it ends.
      """)

  @Argument(help: ArgumentHelp("The recording.", valueName: "file"))
  var file: String

  @Flag(help: "Report as one JSON object on one line.")
  var json = false

  @Flag(help: "Exit with 1 when something was found.")
  var strict = false

  @Option(name: .shortAndLong, help: ArgumentHelp("Write the report to a file instead.", valueName: "file"))
  var output: String?

  func run() throws {
    var report = RunReport()
    report.recordings = [try RecordingFiles.read(file)]
    try ReportOutput(isJSON: json, file: output, or: .standardOutput).write(report)
    if strict && report.hasComplaints { throw ExitCode(1) }
  }
}
