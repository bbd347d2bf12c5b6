/// What came of one scenario.
struct ScenarioResult {
  enum Outcome: String { case passed, failed, skipped }

  let name: String
  let summary: String
  /// How often it was played: once, or with each fault.
  var attempts = 0
  /// Why it makes no sense for the driver; nil when it was played.
  var skipped: String?
  private(set) var findings: [VerifyFinding] = []

  init(name: String, summary: String) {
    self.name = name
    self.summary = summary
  }

  /// Errors fail a scenario, warnings do not. What was skipped has not passed; what was found before it stays found.
  var outcome: Outcome {
    if findings.contains(where: { $0.kind != .warning }) { return .failed }
    return skipped == nil ? .passed : .skipped
  }

  /// The same finding again is counted; the first one's faults stand for all.
  mutating func add(_ finding: VerifyFinding) {
    if let index = findings.firstIndex(where: { $0.isSame(as: finding) }) {
      findings[index].count += 1
    } else {
      findings.append(finding)
    }
  }
}

/// What came of all of them.
struct VerifyReport {
  let driver: String
  let wddm: String?
  var results: [ScenarioResult] = []

  func count(_ outcome: ScenarioResult.Outcome) -> Int { results.count { $0.outcome == outcome } }

  /// 1 when anything was found, 77 when everything was skipped, else 0.
  var exitCode: Int32 {
    if count(.failed) > 0 { return 1 }
    return count(.passed) == 0 ? 77 : 0
  }

  /// Each rule that was broken, and how often.
  var rules: [(rule: String, count: Int)] {
    var counts: [String: Int] = [:]
    for finding in results.flatMap(\.findings) {
      if let rule = finding.rule { counts[rule, default: 0] += finding.count }
    }
    return counts.sorted { $0.key < $1.key }.map { ($0.key, $0.value) }
  }
}
