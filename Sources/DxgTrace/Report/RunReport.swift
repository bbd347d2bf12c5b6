import WDDM

/// The report of one run: a program, how it ended, and a report for each process that called in.
///
/// Processes have kernels of their own, as several machines would; they are told one after the other and never added
/// up (design decision 14).
package struct RunReport: Hashable, Sendable {
  /// The program and its arguments; empty for the report of a recording alone.
  package var command: [String] = []
  package var ending: Ending?
  /// In the order in which the processes first called in.
  package var recordings: [Recording] = []

  package init() {}

  /// How a program ended.
  package enum Ending: Hashable, Sendable {
    case exited(code: Int32)
    case killed(signal: Int32, name: String)

    /// What a shell says of it: the code, or 128 and the signal.
    package var exitCode: Int32 {
      switch self {
      case .exited(let code): code
      case .killed(let signal, _): 128 + signal
      }
    }
  }

  /// One process's recording, read.
  package struct Recording: Hashable, Sendable {
    /// Where it is; nil when it was a temporary file that is gone.
    package var path: String?
    package var report: Report
    /// Whether the process was still running when it was read.
    package var isStillRunning: Bool

    package init(path: String?, report: Report, isStillRunning: Bool = false) {
      self.path = path
      self.report = report
      self.isStillRunning = isStillRunning
    }
  }

  /// Whether `--strict` fails.
  package var hasComplaints: Bool { recordings.contains { !$0.report.complaints.isEmpty } }
}

// MARK: - For a person

extension RunReport {
  /// The whole report as text, with a line feed at its end.
  package func text(ink: Ink) -> String {
    var lines = title.map { [ink.heading($0)] } ?? []
    if recordings.isEmpty {
      lines.append(
        "No D3DKMT call was recorded: the program did not load libdxgk.so.0, or made no call that succeeded.")
    }
    if recordings.count > 1 {
      let processes = Quantity.count(UInt64(recordings.count), "process", "processes")
      lines.append("\(processes) called in; each has a kernel of its own.")
    }
    for recording in recordings {
      if !lines.isEmpty { lines.append("") }
      if recordings.count > 1 || recording.isStillRunning || ending == nil {
        lines.append(ink.heading(recording.title) + (recording.isStillRunning ? ", still running" : ""))
      }
      lines += ReportText(recording.report, ink: ink).lines
      if let path = recording.path { lines += ["", ink.quiet("recorded in \(path)")] }
    }
    return lines.joined(separator: "\n") + "\n"
  }

  private var title: String? {
    guard let ending else { return nil }
    return "dxgk: " + command.map(Self.quoted).joined(separator: " ") + ": " + ending.text
  }
}

extension RunReport {
  /// An argument as it would be typed, in one line: quoted when it is not a plain word.
  private static func quoted(_ argument: String) -> String {
    let isPlain = argument.unicodeScalars.allSatisfy {
      $0.properties.isAlphabetic || "0123456789-_./=:,+@%^".contains(Character($0))
    }
    guard !isPlain || argument.isEmpty else { return argument }
    let line = argument.unicodeScalars.map { $0.properties.generalCategory == .control ? " " : Character($0) }
    return "'" + String(line).split(separator: "'", omittingEmptySubsequences: false).joined(separator: #"'\''"#) + "'"
  }
}

extension RunReport.Ending {
  package var text: String {
    switch self {
    case .exited(let code): "exit code \(code)"
    case .killed(let signal, let name): "killed by signal \(signal) (\(name))"
    }
  }
}

extension RunReport.Recording {
  /// "Process 4711, replay-workload".
  fileprivate var title: String {
    let program = report.source.configuration.first { $0.key == "program" }?.value.split(separator: "/").last
    return "Process \(report.source.processID)" + (program.map { ", \($0)" } ?? "")
  }
}

// MARK: - For a program

extension RunReport {
  /// One object, described in `docs/report.md`.
  package var json: JSONText {
    .object([
      "format": .string("dxgk-report"),
      "version": .integer(1),
      "command": .array(command.map(JSONText.string)),
      "ending": ending?.json ?? .null,
      "recordings": .array(recordings.map(\.json)),
    ])
  }
}

extension RunReport.Ending {
  fileprivate var json: JSONText {
    switch self {
    case .exited(let code): .object(["exitCode": .signed(Int64(code)), "signal": .null, "text": .string(text)])
    case .killed(let signal, _):
      .object(["exitCode": .signed(Int64(exitCode)), "signal": .signed(Int64(signal)), "text": .string(text)])
    }
  }
}

extension RunReport.Recording {
  fileprivate var json: JSONText {
    .object(["path": .optional(path), "stillRunning": .bool(isStillRunning), "report": report.json])
  }
}
