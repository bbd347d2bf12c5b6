package import WDDM

/// A mistake of a driver that the call survived: the rule, where, which argument, its value.
package struct DriverFinding: Hashable, Sendable {
  package let rule: Rule
  /// The DDI or callback, in Windows' spelling.
  package let function: Refusal.Argument
  package let argument: Refusal.Argument
  package let value: UInt64

  package init(_ rule: Rule, _ function: Refusal.Argument, _ argument: Refusal.Argument, _ value: UInt64) {
    self.rule = rule
    self.function = function
    self.argument = argument
    self.value = value
  }
}

/// Where findings go. Called on the thread that found it, from inside or after a DDI, with gates held and no state
/// lock.
package protocol DriverFindings: AnyObject, Sendable {
  func found(_ finding: DriverFinding)
}
