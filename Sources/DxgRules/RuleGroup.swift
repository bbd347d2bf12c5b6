package import WDDM

/// Rules that speak of one thing: `nt-handles`, "NT handles", U-132…U-154.
package struct RuleGroup: Sendable {
  /// What a person types to see the group.
  package let key: String
  package let title: String
  /// In the order of the contract.
  package let rules: [StatedRule]

  /// The rules, each with this group.
  package var entries: [Catalogue.Entry] { rules.map { Catalogue.Entry(group: self, stated: $0) } }

  init(_ key: String, _ title: String, _ statements: KeyValuePairs<Rule, Statement>) {
    self.init(key, title, statements.map { StatedRule(rule: $0.key, statement: $0.value) })
  }

  init(_ key: String, _ title: String, _ rules: [StatedRule]) {
    self.key = key
    self.title = title
    self.rules = rules
  }
}

/// A rule and what it says.
package struct StatedRule: Sendable {
  package let rule: Rule
  package let statement: Statement
}

/// What a rule says, and why nothing checks it where nothing does.
///
/// A rule is written as a text alone when something in this project must check it.
package struct Statement: ExpressibleByStringLiteral, Sendable {
  /// One line in our words, without an end mark.
  package let text: String
  /// Nil: it is checked.
  package let reason: Reason?
  /// What else there is to say of the reason: the rule that is followed instead, what comes closest.
  package let note: String?

  package init(stringLiteral text: String) { self.init(text, nil, nil) }

  /// A rule that nothing checks, for a reason that it shares with others.
  static func not(_ reason: Reason, _ text: String, note: String? = nil) -> Statement {
    Statement(text, reason, note)
  }

  init(_ text: String, _ reason: Reason?, _ note: String?) {
    self.text = text
    self.reason = reason
    self.note = note
  }
}
