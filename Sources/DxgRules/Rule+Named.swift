package import WDDM

extension Rule {
  /// The rule that is written so: `U-017`, and as people type it, `u17` and `K-83`. Nil for what is no name.
  package init?(named text: some StringProtocol) {
    guard let parts = RulePrefix(text), let number = parts.number, !parts.digits.isEmpty else { return nil }
    self.init(family: parts.family, number: number)
  }
}

/// The beginning of rules' names: `K`, `K-`, `K-08`.
package struct RulePrefix: Hashable, Sendable {
  /// The letter's ASCII code, a capital.
  package let family: UInt8
  package let digits: String

  /// The number that is written in full, which may lack its zeroes.
  package var number: UInt16? { UInt16(digits) }

  package init?(_ text: some StringProtocol) {
    let bytes = Array(text.utf8)
    guard let letter = bytes.first.map({ $0 & ~0x20 }), Self.families.contains(letter) else { return nil }
    let rest = bytes.dropFirst().first == UInt8(ascii: "-") ? bytes.dropFirst(2) : bytes.dropFirst()
    guard rest.count <= 3, rest.allSatisfy({ (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }) else { return nil }
    family = letter
    digits = String(decoding: rest, as: UTF8.self)
  }

  private static let families: [UInt8] = Array("UKWID".utf8)
}
