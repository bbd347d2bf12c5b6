package import WDDM

/// What becomes of a rule in this project: where it is checked and proven, or why not.
package struct Account: Sendable {
  package let entry: Catalogue.Entry
  package let citations: [Citation]

  package init(_ entry: Catalogue.Entry, citations: [Rule: [Citation]] = Citation.all) {
    self.entry = entry
    self.citations = citations[entry.rule] ?? []
  }

  package enum State: Hashable, Sendable {
    /// Code refuses or reports what breaks the rule.
    case checked
    /// Nothing needs to look: tests show that the rule holds.
    case tested
    /// docs/deviations.md says what is done instead.
    case chosen
    /// Nothing checks it, with a reason.
    case excused(Reason)
    /// Nothing checks it, and nobody said why. The project's tests let none through.
    case open
  }

  package var state: State {
    if !places(.check).isEmpty { return .checked }
    if !places(.test).isEmpty { return .tested }
    if let reason = entry.stated.statement.reason { return .excused(reason) }
    return places(.choice).isEmpty ? .open : .chosen
  }

  /// The places of one kind, in the order of their files.
  package func places(_ kind: Citation.Kind) -> [Citation] { citations.filter { $0.kind == kind } }

  /// What a refusal or a finding says when the rule is broken; nil where none names it, or where it says the rule
  /// itself.
  package var complaint: String? {
    guard let sentence = entry.rule.sentence, sentence != entry.stated.statement.text else { return nil }
    return sentence
  }
}
