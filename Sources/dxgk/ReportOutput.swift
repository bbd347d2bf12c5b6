import DxgTrace

/// Where a report goes, and in which form.
struct ReportOutput {
  private let isJSON: Bool
  private let target: Target

  private enum Target {
    case stream(Output.Stream)
    case file(Output.File)
  }

  /// - Parameters:
  ///   - file: replaced; nil for `stream`.
  /// - Throws: when the file cannot be written. It is opened at once, so that no program runs for a report that has
  ///   nowhere to go.
  init(isJSON: Bool, file: String?, or stream: Output.Stream) throws(CommandFailure) {
    self.isJSON = isJSON
    if let file { target = .file(try Output.File(replacing: file)) } else { target = .stream(stream) }
  }

  func write(_ report: RunReport) throws(CommandFailure) {
    switch target {
    case .stream(let stream): Output.write(text(of: report, ink: stream.ink), to: stream)
    case .file(let file): try file.write(text(of: report, ink: .plain))
    }
  }

  private func text(of report: RunReport, ink: Ink) -> String {
    isJSON ? report.json.description + "\n" : report.text(ink: ink)
  }
}
