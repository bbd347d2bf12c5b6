import CSystem
import DDI
import Dxgkrnl
import Glibc
import WDDM

/// A scenario in the process that is its own: runs it, and tells the parent line by line.
///
///     attempt N        the N-th run begins (from 1); scenarios with faults have many
///     fault LINE       a step is made to fail, as a plan says it
///     finding …        see VerifyFinding
///     told N           the mishaps of the page that are told already
///     skip REASON      it makes no sense for this driver
///     done             nothing more comes
@safe struct ScenarioRun: @unchecked Sendable {
  let scenario: Scenario
  let driver: VerifiedDriver
  /// Where lines go; stays open until the process ends.
  let output: Int32
  // SAFETY: the page stays mapped until the process ends; the threads of a driver write to it too, word by word.
  let watch: UnsafeMutablePointer<dxgk_watch>

  /// - Parameter first: the first attempt; those before it were another process's.
  func run(from first: UInt64) {
    do throws(StartFailure) {
      let (data, version) = try PrivateData.of(driver)
      if let asked = driver.version, asked != version {
        say("skip", "the driver declares \(version.name), not \(asked.name)")
      } else if version < scenario.since {
        say("skip", "the driver declares a version before \(scenario.since.name)")
      } else if scenario.mode == .races && driver.path == nil {
        say("skip", "the driver is built in; its memory is not watched")
      } else {
        run(data, from: first)
      }
    } catch { say(VerifyFinding(error)) }
    say("done")
  }

  private func run(_ data: PrivateData, from first: UInt64) {
    guard scenario.mode == .faults else {
      _ = attempt(1, data, FaultPlan())
      return
    }
    var number = first
    while attempt(number, data, FaultPlan([Fault(.everything, .nth(number))])) { number += 1 }
  }

  /// - Returns: whether something was made to fail.
  private func attempt(_ number: UInt64, _ data: PrivateData, _ plan: FaultPlan) -> Bool {
    say("attempt", "\(number)")
    let blocks = dxgk_watch_block_count()
    let mishaps = unsafe watch.pointee.count
    let fired = play(data, plan)
    let faults = fired.map(\.fault.description).joined(separator: "; ")
    for index in unsafe mishaps..<min(watch.pointee.count, UInt32(DXGK_WATCH_MISHAPS)) {
      say(VerifyFinding(unsafe watch.mishap(index)), faults)
    }
    unsafe say("told", "\(watch.pointee.count)")
    for index in blocks..<dxgk_watch_block_count() {
      var block = dxgk_block()
      if unsafe dxgk_watch_block(index, &block) { say(VerifyFinding(block), faults) }
    }
    return !fired.isEmpty
  }

  /// From the first load of the driver to its last unload.
  private func play(_ data: PrivateData, _ plan: FaultPlan) -> [FaultInjector.Fired] {
    let stage = Stage(driver, data, faults: plan) { say("fault", $0.fault.description) }
    var refusal: Refusal?
    do { try scenario.body(stage) } catch let skip as Skip {
      say("skip", skip.reason)
    } catch { refusal = error as? Refusal }
    do throws(Refusal) { try stage.end() } catch { refusal = refusal ?? error }
    let fired = stage.faults.fired
    let faults = fired.map(\.fault.description).joined(separator: "; ")
    let findings = stage.findings.all
    // An answer that breaks a rule is refused by the kernel and found by the verifier: that is one mistake.
    if let refusal, fired.isEmpty, !findings.contains(where: { $0.rule == refusal.rule }) {
      say(VerifyFinding(refusal, "nothing had been made to fail"))
    }
    for finding in findings { say(VerifyFinding(finding), faults) }
    for race in stage.races { say(VerifyFinding(race)) }
    return fired
  }
}

// MARK: - Telling

extension ScenarioRun {
  private func say(_ word: String, _ rest: String = "") {
    let text = Array((rest.isEmpty ? word : word + " " + rest).utf8) + [UInt8(ascii: "\n")]
    // SAFETY: the count is the array's. A pipe takes a line as a whole; a parent that is gone reads nothing.
    _ = unsafe text.withUnsafeBytes { unsafe write(output, $0.baseAddress, $0.count) }
  }

  private func say(_ finding: VerifyFinding, _ faults: String = "") {
    var finding = finding
    finding.faults = faults
    say("finding", finding.line)
  }
}

extension UnsafeMutablePointer<dxgk_watch> {
  /// A mishap by its number, which is below the array's length.
  func mishap(_ index: UInt32) -> dxgk_mishap {
    unsafe withUnsafePointer(to: &pointee.mishaps) { list in
      // SAFETY: a C array is imported as a tuple of its elements, one behind the other.
      unsafe UnsafeRawPointer(list).assumingMemoryBound(to: dxgk_mishap.self)[Int(index)]
    }
  }

  /// The functions that threads are in.
  var running: [UInt32] {
    let all = unsafe pointee.running
    return [all.0, all.1, all.2, all.3, all.4, all.5, all.6, all.7].filter { $0 != 0 }
  }
}

extension VerifyFinding {
  init(_ refusal: Refusal, _ circumstance: String) {
    self.init(
      kind: .refused, rule: "\(refusal.rule)", function: Self.function(of: refusal),
      text: "\(refusal.status) although \(circumstance): \(refusal.reason)")
  }

  init(_ failure: StartFailure) {
    self.init(
      kind: .refused, rule: "\(failure.refusal.rule)", function: Self.function(of: failure.refusal),
      text: "the driver does not start: \(failure.refusal.status), \(failure.detail)")
  }

  /// The function that refused; empty where the kernel did, because of an answer.
  private static func function(of refusal: Refusal) -> String {
    DriverFunction.allCases.contains { $0.name == refusal.argument } ? "\(refusal.argument)" : ""
  }

  init(_ finding: Finding) {
    self.init(
      kind: finding.severity == .warning ? .warning : .rule, rule: "\(finding.rule)", function: "\(finding.ddi)",
      text: "\(finding.argument) = 0x\(hex(finding.value)): \(finding.rule.sentence ?? "the driver broke this rule")")
  }

  init(_ race: Rounds.Race) {
    self.init(kind: .race, rule: "K-079", function: race.functions[0], text: race.text)
  }
}
