import DxgRules
import DxgTrace
import WDDM

extension RuleListing {
  /// One object; its keys are promised in `docs/rules.md`.
  static func json(_ accounts: [Account]) -> JSONText {
    .object([
      "format": .string("dxgk-rules"), "version": .integer(1), "rules": .array(accounts.map(\.json)),
    ])
  }
}

extension Account {
  fileprivate var json: JSONText {
    .object([
      "rule": .string("\(entry.rule)"), "group": .string(entry.group.key), "title": .string(entry.group.title),
      "statement": .string(entry.stated.statement.text), "refusal": .optional(complaint),
      "state": .string(state.key), "reason": .optional(state.reason?.rawValue),
      "reasonText": .optional(state.reason?.text), "note": .optional(entry.stated.statement.note),
      "checks": json(.check), "keeps": json(.keeping), "tests": json(.test), "choices": json(.choice),
    ])
  }

  private func json(_ kind: Citation.Kind) -> JSONText {
    .array(
      places(kind).map { .object(["file": .string($0.file), "name": .optional($0.name.isEmpty ? nil : $0.name)]) })
  }
}

extension Account.State {
  fileprivate var key: String {
    switch self {
    case .checked: "checked"
    case .tested: "tested"
    case .chosen: "chosen"
    case .excused: "not-checked"
    case .open: "open"
    }
  }

  fileprivate var reason: Reason? {
    guard case .excused(let reason) = self else { return nil }
    return reason
  }
}
