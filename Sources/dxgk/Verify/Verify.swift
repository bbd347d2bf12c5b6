import ArgumentParser
import DxgTrace
import Glibc
import WDDM

/// `dxgk verify`: a driver through every scenario, each in a process of its own.
struct Verify: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Put a driver through every scenario, and tell what it does wrong.",
    discussion: """
      Each scenario runs in a process of its own, with a time limit: a driver that crashes or hangs is told with the \
      function that was running. The driver's memory is watched: what is not freed, freed twice, used after it was \
      freed or after a call returned.

      Exit codes: 0 nothing was found, 1 something was, 77 every scenario was skipped.
      """)

  @OptionGroup var verified: VerifiedDriverOptions

  @Option(
    name: .customLong("run"),
    help: ArgumentHelp("Only the scenarios that a pattern matches (* and ?); may be given again.", valueName: "glob"))
  var patterns: [String] = []

  @Flag(help: "List the scenarios instead; no driver is needed.")
  var list = false

  @Flag(help: "Report as one JSON object on one line.")
  var json = false

  @Flag(help: "Report as JUnit XML.")
  var junit = false

  @Option(help: ArgumentHelp("How long one run of a scenario may take.", valueName: "seconds"))
  var timeout: Double = 30

  func validate() throws {
    if json && junit { throw ValidationError("--json and --junit exclude each other") }
    if list && junit { throw ValidationError("--list and --junit exclude each other") }
    if !list && verified.file == nil { throw ValidationError("which driver? a shared object, or softgpu") }
    guard timeout > 0, timeout <= 3600 else {
      throw ValidationError("--timeout \(timeout): expected up to 3600 seconds")
    }
    if Scenario.matching(patterns).isEmpty {
      throw ValidationError("no scenario is called that; 'dxgk verify --list' has them")
    }
  }

  func run() throws {
    let scenarios = Scenario.matching(patterns)
    if list { return show(scenarios) }
    var report = VerifyReport(driver: verified.driver, wddm: verified.wddm)
    // A person sees each scenario's row as it ends.
    let text = json || junit ? nil : VerifyText(scenarios, ink: Output.Stream.standardOutput.ink)
    if let text { Output.write(text.head, to: .standardOutput) }
    for scenario in scenarios {
      let result = try ScenarioProcess(driver: verified, scenario: scenario, timeLimit: timeout).result()
      if let text { Output.write(text.row(result), to: .standardOutput) }
      report.results.append(result)
    }
    Output.write(
      text?.rest(report) ?? (json ? report.json.description + "\n" : report.junit), to: .standardOutput)
    throw ExitCode(report.exitCode)
  }

  private func show(_ scenarios: [Scenario]) {
    var table = Table([.left, .left])
    for scenario in scenarios { table.add(scenario.name, scenario.summary) }
    let text = json ? scenarios.json.description : table.lines.joined(separator: "\n")
    Output.write(text + "\n", to: .standardOutput)
  }
}
