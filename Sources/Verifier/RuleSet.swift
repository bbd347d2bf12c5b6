package import WDDM

/// A set of rules of the driver's side (`K-…`).
package struct RuleSet: Sendable {
  /// One bit a rule; the contract's numbers end below 512.
  private var words = InlineArray<8, UInt64>(repeating: 0)

  package init() {}
  package init(_ rules: some Sequence<Rule>) { for rule in rules { insert(rule) } }

  package func contains(_ rule: Rule) -> Bool {
    guard let place = Self.place(of: rule) else { return false }
    return words[place.word] >> place.bit & 1 == 1
  }

  package mutating func insert(_ rule: Rule) {
    guard let place = Self.place(of: rule) else { return }
    words[place.word] |= 1 << place.bit
  }

  package mutating func remove(_ rule: Rule) {
    guard let place = Self.place(of: rule) else { return }
    words[place.word] &= ~(1 << place.bit)
  }

  private static func place(of rule: Rule) -> (word: Int, bit: UInt64)? {
    guard rule.family == UInt8(ascii: "K"), rule.number < 512 else { return nil }
    return (Int(rule.number) / 64, UInt64(rule.number % 64))
  }
}
