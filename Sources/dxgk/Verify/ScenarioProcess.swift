import CSystem
import DDI
import Glibc
import WDDM

/// The process that plays a scenario, as its parent sees it: lines, a page, and how it ends.
struct ScenarioProcess {
  let driver: VerifiedDriverOptions
  let scenario: Scenario
  /// Seconds that one attempt may take.
  let timeLimit: Double

  /// After so many deaths a scenario with faults is given up: the driver's mistakes are known by then.
  private static let mostDeaths = 4

  /// Plays the scenario to its end.
  func result() throws(CommandFailure) -> ScenarioResult {
    var result = ScenarioResult(name: scenario.name, summary: scenario.summary)
    var next: UInt64 = 1
    for _ in 0..<Self.mostDeaths {
      guard let lastAttempt = try play(from: next, &result) else { break }
      guard scenario.mode == .faults else { break }
      next = lastAttempt + 1
    }
    return result
  }

  /// - Returns: the attempt that the process did not survive; nil when it came to its end, or hung.
  private func play(from first: UInt64, _ result: inout ScenarioResult) throws(CommandFailure) -> UInt64? {
    let file = dxgk_watch_file()
    guard file >= 0, let page = unsafe dxgk_watch_map(file) else { throw .system("cannot make a page", error: errno) }
    defer {
      unsafe dxgk_watch_unmap(page)
      close(file)
    }
    let (reader, writer) = try Self.pipe()
    defer { close(reader) }
    let child = try start(from: first, watch: file, report: writer)
    close(writer)
    var lines = LineReader(descriptor: reader, timeLimit: timeLimit)
    var transcript = Transcript()
    var hangs = false
    reading: while true {
      switch lines.next() {
      case .line(let line): transcript.take(line, &result)
      case .end: break reading
      case .late:
        hangs = true
        break reading
      }
    }
    // Where it was, before it is ended.
    let running = unsafe hangs ? page.running : []
    if hangs { kill(child, SIGKILL) }
    var status: Int32 = 0
    while unsafe waitpid(child, &status, 0) < 0, errno == EINTR {}
    if hangs {
      result.add(.hang(running, timeLimit, transcript.faults))
      return nil
    }
    guard !transcript.isDone else { return nil }
    let count = unsafe min(page.pointee.count, UInt32(DXGK_WATCH_MISHAPS))
    for index in transcript.told..<max(count, transcript.told) {
      var finding = VerifyFinding(unsafe page.mishap(index))
      finding.faults = transcript.faults
      result.add(finding)
    }
    if count == transcript.told { result.add(.death(status, unsafe page.running, transcript.faults)) }
    return transcript.attempt
  }

  // MARK: Starting

  private func start(from first: UInt64, watch: Int32, report: Int32) throws(CommandFailure) -> pid_t {
    guard let executable = executablePath() else { throw .usage("cannot tell where dxgk is: /proc is not there") }
    let arguments =
      [executable, "verify-scenario"] + driver.arguments
      + ["--name", scenario.name, "--from", "\(first)", "--watch", "\(watch)", "--report", "\(report)"]
    let strings = CStringArray(arguments.map { Array($0.utf8) })
    let variables = CStringArray(try ProgramEnvironment.inherited().entries)
    var actions = unsafe posix_spawn_file_actions_t()
    unsafe posix_spawn_file_actions_init(&actions)
    defer { unsafe _ = posix_spawn_file_actions_destroy(&actions) }
    // What a driver prints must not mix with the table.
    unsafe posix_spawn_file_actions_adddup2(&actions, 2, 1)
    var child: pid_t = 0
    // SAFETY: both lists and their strings live until the end of the scope; the child's image is a copy of them.
    let error = unsafe posix_spawn(
      &child, executable, &actions, nil, strings.pointers.baseAddress!, variables.pointers.baseAddress!)
    withExtendedLifetime((strings, variables)) {}
    guard error == 0 else { throw .system("cannot start \(executable)", error: error) }
    return child
  }

  /// A pipe of which only the writing end is inherited.
  private static func pipe() throws(CommandFailure) -> (reader: Int32, writer: Int32) {
    var ends: [Int32] = [0, 0]
    // SAFETY: two descriptors are written.
    guard unsafe Glibc.pipe(&ends) == 0 else { throw .system("cannot make a pipe", error: errno) }
    _ = fcntl(ends[0], F_SETFD, FD_CLOEXEC)
    return (ends[0], ends[1])
  }
}

/// What the process said so far.
private struct Transcript {
  var attempt: UInt64 = 1
  var faults = ""
  var told: UInt32 = 0
  var isDone = false

  mutating func take(_ line: Substring, _ result: inout ScenarioResult) {
    let space = line.firstIndex(of: " ") ?? line.endIndex
    let rest = line[space...].dropFirst()
    switch line[..<space] {
    case "attempt":
      attempt = UInt64(rest) ?? attempt
      result.attempts += 1
      faults = ""
    case "fault": faults = faults.isEmpty ? String(rest) : faults + "; " + rest
    case "told": told = UInt32(rest) ?? told
    case "skip": result.skipped = String(rest)
    case "finding": if let finding = VerifyFinding(line: rest) { result.add(finding) }
    case "done": isDone = true
    default: break
    }
  }
}

extension VerifyFinding {
  /// Functions that did not return in time.
  fileprivate static func hang(_ running: [UInt32], _ seconds: Double, _ faults: String) -> VerifyFinding {
    let names = running.map(name)
    let what =
      names.isEmpty ? "nothing of the driver was running" : "\(names.joined(separator: " and ")) did not return"
    return VerifyFinding(
      kind: .hang, rule: "K-340", function: names.first ?? "", text: "\(what) within \(Self.text(seconds))",
      faults: faults)
  }

  private static func text(_ seconds: Double) -> String {
    let whole = Int(seconds)
    return (Double(whole) == seconds ? "\(whole)" : "\(seconds)") + (seconds == 1 ? " second" : " seconds")
  }

  /// An end that no handler saw: SIGKILL, exit.
  fileprivate static func death(_ status: Int32, _ running: [UInt32], _ faults: String) -> VerifyFinding {
    let signal = status & 0x7F
    let how = signal == 0 ? "the process exited with \(status >> 8 & 0xFF)" : signalName(signal)
    return VerifyFinding(
      kind: .crash, rule: nil, function: running.first.map(name) ?? "", text: how, faults: faults)
  }
}
