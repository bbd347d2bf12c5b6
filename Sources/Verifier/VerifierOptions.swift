package import WDDM

/// Which rules a verifier speaks about: a preset, less what was muted.
package struct VerifierOptions: Sendable {
  package enum Preset: String, CaseIterable, Sendable {
    /// Every rule.
    case all
    /// Every rule but those that Microsoft's own samples break (`kernel.md` 6.1 of the contract).
    case standard
    /// Errors only.
    case safety
  }

  package let preset: Preset
  package let muted: [Mute]
  /// The preset's rules without what is muted.
  package let enabled: RuleSet

  package static let standard = VerifierOptions(.standard)

  /// - Parameter muted: rules and groups that are not to be heard of.
  package init(_ preset: Preset, muting muted: [Mute] = []) {
    self.preset = preset
    self.muted = muted
    var enabled = RuleSet(VerifiedRule.all.filter { $0.isIn(preset) }.map(\.rule))
    for mute in muted {
      switch mute {
      case .rule(let rule): enabled.remove(rule)
      case .group(let group):
        for row in VerifiedRule.all where row.group == group { enabled.remove(row.rule) }
      }
    }
    self.enabled = enabled
  }

  package enum Mute: Hashable, Sendable {
    case rule(Rule)
    case group(VerifierGroup)
  }
}

extension VerifierOptions: Equatable {
  package static func == (left: Self, right: Self) -> Bool { left.preset == right.preset && left.muted == right.muted }
}

// MARK: - As people write it

extension VerifierOptions.Mute {
  /// The entries of a list: rules (`K-083`) and names of groups, between commas, spaces or lines; what follows `#` in a
  /// line is a remark.
  ///
  /// - Throws: the first entry that is neither a rule that the verifier checks nor a group.
  package static func list(_ text: String) throws(UnknownEntry) -> [Self] {
    var entries: [Self] = []
    for line in text.split(separator: "\n") {
      let code = line.split(separator: "#", maxSplits: 1, omittingEmptySubsequences: false)[0]
      for word in code.split(whereSeparator: { $0 == "," || $0 == " " || $0 == "\t" || $0 == "\r" }) {
        entries.append(try Self(word))
      }
    }
    return entries
  }

  private init(_ word: Substring) throws(UnknownEntry) {
    if let group = VerifierGroup(rawValue: String(word)) {
      self = .group(group)
      return
    }
    guard let row = VerifiedRule.all.first(where: { "\($0.rule)" == word }) else {
      throw UnknownEntry(text: String(word))
    }
    self = .rule(row.rule)
  }

  /// A word in a mute list that names nothing.
  package struct UnknownEntry: Error, Hashable, Sendable { package let text: String }
}
