package import DDI
import Locks
import WDDM

/// What the verifier of one driver knows, and where it speaks: shared by the wrapper of the functions and the wrapper
/// of the callbacks.
final class Books: Sendable {
  let version: InterfaceVersion
  private let enabled: RuleSet
  private let findings: any DriverFindings
  /// Never held while the driver or the kernel runs.
  let records = Guarded(DriverRecords(), rank: .driver)

  init(_ version: InterfaceVersion, _ options: VerifierOptions, _ findings: any DriverFindings) {
    self.version = version
    enabled = options.enabled
    self.findings = findings
  }

  /// Says that the driver broke `rule`, unless that is muted. With no lock held.
  @inline(never)
  func report(_ rule: Rule, _ function: Refusal.Argument, _ argument: Refusal.Argument, _ value: UInt64) {
    guard enabled.contains(rule), let row = VerifiedRule.of(rule) else { return }
    findings.found(DriverFinding(rule, function, argument, value, row.severity))
  }

  @inline(never)
  func report(_ rule: Rule, _ function: DriverFunction, _ argument: Refusal.Argument, _ value: UInt64) {
    report(rule, function.name, argument, value)
  }
}

/// Findings of the loader and of callbacks outside of any call, through the same sieve.
package final class SiftedFindings: DriverFindings {
  private let enabled: RuleSet
  private let findings: any DriverFindings

  package init(_ options: VerifierOptions, _ findings: any DriverFindings) {
    enabled = options.enabled
    self.findings = findings
  }

  package func found(_ finding: DriverFinding) {
    // What the verifier does not check itself, it does not mute either.
    guard enabled.contains(finding.rule) || VerifiedRule.of(finding.rule) == nil else { return }
    findings.found(finding)
  }
}
