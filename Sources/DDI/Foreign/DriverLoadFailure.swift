package import WDDM

/// Why a driver's file could not become a driver: the refusal, and what a person needs beside it.
package struct DriverLoadFailure: Error, Hashable, Sendable, CustomStringConvertible {
  package let refusal: Refusal
  /// The file, and what the loader or the driver said.
  package let detail: String

  package var description: String {
    switch refusal.argument {
    case "driver file": detail
    case "DriverEntry" where refusal.status == .objectNameNotFound: "\(detail): it exports no DriverEntry"
    case "DriverEntry": "\(detail): DriverEntry failed with \(refusal.status)"
    default: "\(detail): \(refusal.reason)"
    }
  }

  init(_ status: NTStatus, _ rule: Rule, _ argument: Refusal.Argument, _ value: UInt64 = 0, _ detail: String) {
    refusal = Refusal(status, rule, argument, value)
    self.detail = detail
  }
}
