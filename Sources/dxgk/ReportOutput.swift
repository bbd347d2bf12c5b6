import DxgTrace

/// Where a report goes, and in which form.
struct ReportOutput {
  let isJSON: Bool
  /// Nil: the stream that the command has for it.
  let file: String?

  func write(_ report: RunReport, to stream: Output.Stream) throws(CommandFailure) {
    if let file {
      try Output.write(text(of: report, ink: .plain), toFile: file)
    } else {
      Output.write(text(of: report, ink: stream.ink), to: stream)
    }
  }

  private func text(of report: RunReport, ink: Ink) -> String {
    isJSON ? report.json.description + "\n" : report.text(ink: ink)
  }
}
