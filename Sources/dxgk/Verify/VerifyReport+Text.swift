import DxgTrace
import WDDM

extension VerifyReport {
  /// The tables for a person: scenarios, findings, rules.
  func text(ink: Ink) -> String {
    var table = Table([.left, .right, .left])
    table.add("scenario", "runs", "")
    for result in results {
      let count = result.findings.count
      let outcome =
        switch result.outcome {
        case .passed: "passed" + (count == 0 ? "" : ", \(Quantity.count(UInt64(count), "warning"))")
        case .failed: ink.alarm("failed") + ", \(Quantity.count(UInt64(count), "finding"))"
        case .skipped: ink.quiet("skipped: \(result.skipped ?? "")")
        }
      table.add(result.name, "\(result.attempts)", outcome)
    }
    var lines = table.lines
    for result in results where !result.findings.isEmpty {
      lines += ["", ink.heading(result.name)]
      for finding in result.findings { lines += finding.lines(ink: ink) }
    }
    let broken = rules
    if !broken.isEmpty {
      var table = Table([.left, .right, .left])
      for (rule, count) in broken { table.add(rule, "\(count)", Rule.sentence(of: rule) ?? "") }
      lines += ["", ink.heading("Rules")] + table.lines
    }
    lines += ["", "\(count(.passed)) passed, \(count(.failed)) failed, \(count(.skipped)) skipped"]
    return lines.joined(separator: "\n") + "\n"
  }
}

extension VerifyFinding {
  fileprivate func lines(ink: Ink) -> [String] {
    let name = rule.map { " \($0)" } ?? ""
    let times = count == 1 ? "" : ", \(count) times"
    let place = function.isEmpty ? "" : " in \(function)"
    var lines = ["  " + ink.alarm(kind.rawValue + name) + place + times, "      " + text]
    if !faults.isEmpty { lines.append("      " + ink.quiet("with --faults '\(faults)'")) }
    return lines
  }
}

extension Rule {
  /// The rule of that name in our words.
  static func sentence(of name: String) -> String? { sentences.first { "\($0.rule)" == name }?.sentence }
}
