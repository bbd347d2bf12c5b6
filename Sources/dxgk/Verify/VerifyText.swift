import DxgRules
import DxgTrace
import WDDM

/// What a person reads: a row for each scenario as it ends, then each finding once, then the rules.
struct VerifyText {
  let ink: Ink
  private let nameWidth: Int

  init(_ scenarios: [Scenario], ink: Ink) {
    self.ink = ink
    nameWidth = max(scenarios.map(\.name.count).max() ?? 0, "scenario".count)
  }

  var head: String { line("scenario", "runs", "outcome") }

  func row(_ result: ScenarioResult) -> String {
    let count = UInt64(result.findings.count)
    let outcome =
      switch result.outcome {
      case .passed: "passed" + (count == 0 ? "" : ", \(Quantity.count(count, "warning"))")
      case .failed: ink.alarm("failed") + ", \(Quantity.count(count, "finding"))"
      case .skipped: ink.quiet("skipped: \(result.skipped ?? "")")
      }
    return line(result.name, "\(result.attempts)", outcome)
  }

  private func line(_ name: String, _ runs: String, _ outcome: String) -> String {
    func spaces(_ count: Int) -> String { String(repeating: " ", count: max(count, 0)) }
    return "  " + name + spaces(nameWidth - name.count) + "  " + spaces(4 - runs.count) + runs + "  " + outcome + "\n"
  }

  /// What comes after the rows.
  func rest(_ report: VerifyReport) -> String {
    var lines: [String] = []
    let sightings = report.sightings
    if !sightings.isEmpty { lines += ["", ink.heading("Findings")] + sightings.flatMap { self.lines($0) } }
    let broken = report.rules
    if !broken.isEmpty {
      var table = Table([.left, .right, .left])
      for (rule, count) in broken { table.add(rule, "\(count)", Rule.statement(of: rule) ?? "") }
      lines += ["", ink.heading("Rules")] + table.lines
    }
    lines += [
      "", "\(report.count(.passed)) passed, \(report.count(.failed)) failed, \(report.count(.skipped)) skipped",
    ]
    return lines.joined(separator: "\n") + "\n"
  }

  private func lines(_ sighting: Sighting) -> [String] {
    let finding = sighting.finding
    let name = finding.rule.map { " \($0)" } ?? ""
    let times = finding.count == 1 ? "" : ", \(finding.count) times"
    let place = finding.function.isEmpty ? "" : " in \(finding.function)"
    let shown = sighting.scenarios.prefix(3).joined(separator: "; ")
    let more = sighting.scenarios.count - 3
    var lines = [
      "  " + ink.alarm(finding.kind.rawValue + name) + place + times, "      " + finding.text,
      "      " + ink.quiet(shown + (more > 0 ? " and \(Quantity.count(UInt64(more), "other scenario"))" : "")),
    ]
    if !finding.faults.isEmpty { lines.append("      " + ink.quiet("with --faults '\(finding.faults)'")) }
    return lines
  }
}

/// A finding, and every scenario that came across it.
private struct Sighting {
  /// Without faults if it was ever seen without.
  var finding: VerifyFinding
  var scenarios: [String]
}

extension VerifyReport {
  /// Each finding once, in the order in which they were first seen.
  fileprivate var sightings: [Sighting] {
    var sightings: [Sighting] = []
    for result in results {
      for finding in result.findings {
        guard let index = sightings.firstIndex(where: { $0.finding.isSame(as: finding) }) else {
          sightings.append(Sighting(finding: finding, scenarios: [result.name]))
          continue
        }
        sightings[index].scenarios.append(result.name)
        sightings[index].finding.count += finding.count
        if finding.faults.isEmpty { sightings[index].finding.faults = "" }
      }
    }
    return sightings
  }
}

extension Rule {
  /// What the rule of that name says.
  static func statement(of name: String) -> String? {
    Rule(named: name[...]).flatMap { Catalogue[$0] }?.stated.statement.text
  }
}
