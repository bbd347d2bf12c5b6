/// How bad a broken rule is.
///
/// Real drivers break some documented rules and live (`kernel.md` 6.1 of the contract: Microsoft's own samples do), so
/// what a kernel can live with for ever is apart from what it cannot.
public enum Severity: UInt8, Sendable, Hashable {
  /// A kernel may stop, lose memory or show one program another's data because of it.
  case error = 0
  /// A documented rule that is not kept, without harm on its own.
  case warning = 1
}

extension Severity: CustomStringConvertible {
  public var description: String { self == .error ? "error" : "warning" }
}
