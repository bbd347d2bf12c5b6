import ArgumentParser
import DxgTrace
import Glibc

/// `dxgk run`: a program on our library, and what it did.
struct Run: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Run a program on DxgKit, and report what it did when it ends.",
    usage: "dxgk run [options] -- program [arguments]",
    discussion: """
      The program finds libdxgk.so.0 first. However it ends - exit, signal, kill - the report follows on standard \
      error; standard output is the program's own. Each process that calls in is recorded and reported on its own.

      The exit code is the program's (128 and the signal for one that was killed). With --strict it is 1 when \
      allocations, keyed mutexes, synchronization objects or NT handles are left, calls were refused for a mistake, \
      the driver made mistakes, or calls were in flight.
      """)

  @OptionGroup(title: "Machine options")
  var machine: MachineOptions

  @Option(
    help: ArgumentHelp(
      "Make driver functions, callbacks and memory fail as a plan says; @FILE reads it from a file.",
      valueName: "plan"))
  var faults: String?

  @OptionGroup(title: "Verifier options")
  var verifier: VerifyOptions

  @Option(help: ArgumentHelp("Keep the recording, for 'dxgk report'.", valueName: "file"))
  var record: String?

  @Flag(help: "Report as one JSON object on one line.")
  var json = false

  @Flag(help: "Exit with 1 when something was found.")
  var strict = false

  @Option(name: .shortAndLong, help: ArgumentHelp("Write the report to a file instead.", valueName: "file"))
  var output: String?

  @Option(help: ArgumentHelp("Where libdxgk.so.0 is.", valueName: "directory"))
  var library: String?

  @Argument(parsing: .postTerminator, help: ArgumentHelp("The program and its arguments.", valueName: "program"))
  var program: [String] = []

  func validate() throws {
    if let faults { try FaultOption.check(faults) }
    if program.isEmpty { throw ValidationError("no program to run; it stands after '--', as in: dxgk run -- program") }
  }

  func run() throws {
    let output = try ReportOutput(isJSON: json, file: output, or: .standardError)
    let files = try RecordingFiles(keptAt: record)
    defer { files.removeTemporary() }
    var environment = try ProgramEnvironment.inherited()
    machine.environment.forEach { environment.set($0.name, $0.value) }
    try verifier.variables().forEach { environment.set($0.name, $0.value) }
    environment.set("DXGK_RECORD", files.path)
    if let faults { environment.set("DXGK_FAULTS", try FaultOption.variable(faults)) }
    try environment.prepend(LibraryLocation.find(asked: library), to: "LD_LIBRARY_PATH")

    let child = try ChildProcess.start(exactArguments, environment: environment)
    var report = RunReport()
    report.command = program
    report.ending = child.wait()
    report.recordings = try files.read(mainProcess: child.id)
    try output.write(report)
    throw ExitCode(strict && report.hasComplaints ? 1 : report.ending?.exitCode ?? 0)
  }

  /// The program's arguments as the bytes they were given as; they need not be text.
  private var exactArguments: [[UInt8]] {
    // SAFETY: the process has argc arguments, each a terminated string, for as long as it lives. The program's are the
    // last of them.
    let first = Int(CommandLine.argc) - program.count
    return (first..<Int(CommandLine.argc)).map { index in
      guard let argument = unsafe CommandLine.unsafeArgv[index] else { return [] }
      return unsafe UnsafeBufferPointer(start: argument, count: strlen(argument)).map { UInt8(bitPattern: $0) }
    }
  }
}
