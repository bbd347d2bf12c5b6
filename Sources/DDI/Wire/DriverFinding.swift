package import WDDM

/// A mistake of a driver that the call survived: the rule, where, which argument, its value.
package struct DriverFinding: Hashable, Sendable {
  package let rule: Rule
  /// The DDI or callback, in Windows' spelling.
  package let function: Refusal.Argument
  package let argument: Refusal.Argument
  package let value: UInt64
  package let severity: Severity

  package init(
    _ rule: Rule, _ function: Refusal.Argument, _ argument: Refusal.Argument, _ value: UInt64,
    _ severity: Severity = .error
  ) {
    self.rule = rule
    self.function = function
    self.argument = argument
    self.value = value
    self.severity = severity
  }
}

extension DriverFinding: CustomStringConvertible {
  /// One line, the same in every run that finds the same: nothing in it depends on where memory happens to be.
  ///
  ///     DxgkDdiCreateAllocation: error K-083: pAllocationInfo[].PitchAlignedSize = 0x1: PitchAlignedSize must be …
  package var description: String {
    let sentence = rule.sentence ?? "the driver broke this rule"
    return "\(function): \(severity) \(rule): \(argument) = 0x\(hex(value)): \(sentence)"
  }
}

/// Where findings go. Called on the thread that found it, from inside or after a DDI, with gates held and no state
/// lock.
package protocol DriverFindings: AnyObject, Sendable {
  func found(_ finding: DriverFinding)
}
