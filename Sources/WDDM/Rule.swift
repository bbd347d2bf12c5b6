/// The name of one rule of the contract: `U-017`, `K-083`, `W-068`, `I-014`.
///
/// The letter says whose rule it is: U the user side, K the driver side, W observed behaviour of Windows, I an
/// invariant of ours, D a limit that this kernel was given. Written as a literal, so that a search for the name finds
/// every check.
public struct Rule: ExpressibleByStringLiteral, Hashable, Sendable, CustomStringConvertible {
  /// The letter's ASCII code.
  public let family: UInt8
  public let number: UInt16

  public init(family: UInt8, number: UInt16) {
    self.family = family
    self.number = number
  }

  public init(stringLiteral literal: StaticString) {
    // "U-017": a letter, a dash, digits. Only literals of this program come here.
    let bytes = Array(String(describing: literal).utf8)
    precondition(bytes.count == 5 && bytes[1] == UInt8(ascii: "-"), "a rule is written like U-017")
    self.init(family: bytes[0], number: bytes[2...].reduce(0) { $0 * 10 + UInt16($1 - UInt8(ascii: "0")) })
  }

  public var description: String {
    let digits = String(number)
    return String(UnicodeScalar(family)) + "-" + String(repeating: "0", count: max(0, 3 - digits.utf8.count)) + digits
  }
}
