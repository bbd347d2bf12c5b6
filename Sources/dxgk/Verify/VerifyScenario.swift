import ArgumentParser
import CSystem
import WDDM

/// The hidden command that plays one scenario, for `dxgk verify`: whatever the driver does, it does to this process.
struct VerifyScenario: ParsableCommand {
  static let configuration = CommandConfiguration(commandName: "verify-scenario", shouldDisplay: false)

  @OptionGroup var verified: VerifiedDriverOptions
  @Option var name: String
  @Option var from: UInt64 = 1
  /// Descriptors that the parent made.
  @Option var watch: Int32
  @Option var report: Int32

  func run() throws {
    guard let scenario = Scenario.all.first(where: { $0.name == name }), let page = unsafe dxgk_watch_map(watch) else {
      throw CommandFailure.usage("verify-scenario is for 'dxgk verify'")
    }
    let error = dxgk_watch_begin(watch)
    guard error == 0 else { throw CommandFailure.system("cannot watch the driver", error: error) }
    verified.offerPortLibrary()
    unsafe ScenarioRun(scenario: scenario, driver: try verified.load(), output: report, watch: page).run(from: from)
  }
}
