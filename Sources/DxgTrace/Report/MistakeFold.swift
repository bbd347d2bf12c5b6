import WDDM

/// Folds the mistakes of a recording: the caller's, which were refused, and the driver's.
struct MistakeFold {
  private var refusals = Folded<RefusalKey, Report.RefusedCall>(limit: ReportBuilder.Limits.refusals)
  private var findings = Folded<FindingKey, Report.DriverFinding>(limit: ReportBuilder.Limits.findings)
}

extension MistakeFold {
  /// Equal refusals of one call site are one.
  mutating func add(_ refusal: RecordedRefusal, of maker: Report.Maker) {
    let key = RefusalKey(
      function: maker.function, status: refusal.status, rule: refusal.rule, argument: refusal.argument,
      value: refusal.value, bound: refusal.bound, site: maker.site)
    refusals.add(key) {
      Report.RefusedCall(
        function: maker.function, status: refusal.status, rule: "\(refusal.rule)", argument: refusal.argument,
        value: refusal.value, bound: refusal.bound,
        reason: Refusal.reason(
          argument: refusal.argument, value: refusal.value, bound: refusal.bound, rule: refusal.rule),
        site: maker.site, sequence: maker.sequence)
    } again: {
      $0.count += 1
    }
  }

  /// - Parameter number: of the call in which it was found; 0 for none.
  mutating func add(_ finding: RecordedFinding, number: UInt64) {
    let key = FindingKey(rule: finding.rule, ddi: finding.ddi, argument: finding.argument, value: finding.value)
    findings.add(key) {
      Report.DriverFinding(
        rule: "\(finding.rule)", sentence: finding.rule.sentence ?? "the driver broke this rule", function: finding.ddi,
        argument: finding.argument, value: finding.value, severity: finding.severity, bugcheck: finding.rule.bugcheck,
        sequence: number)
    } again: {
      $0.count += 1
    }
  }

  consuming func finish(_ report: inout Report) {
    report.refusals = refusals.values
    report.refusalsLeftOut = refusals.leftOut
    report.findings = findings.values
  }
}

private struct RefusalKey: Hashable {
  let function: String
  let status: NTStatus
  let rule: Rule
  let argument: String
  let value: UInt64
  let bound: UInt64?
  let site: Report.CallSite
}

private struct FindingKey: Hashable {
  let rule: Rule
  let ddi: String
  let argument: String
  let value: UInt64
}
