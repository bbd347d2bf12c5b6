import DxgRules
import DxgTrace
import WDDM

/// Rules and their accounts, for a person.
struct RuleListing {
  let ink: Ink

  /// All groups, each with its rules and how many of them are accounted for in which way.
  var overview: String {
    var lines: [String] = []
    var family: UInt8 = 0
    var table = Table([.left, .left, .left, .right, .right, .right, .right])
    for group in Catalogue.groups {
      let rules = group.rules.map(\.rule)
      guard let first = rules.first, let last = rules.last else { continue }
      if first.family != family {
        lines += table.lines + (lines.isEmpty ? [] : [""]) + [ink.heading(Self.title(of: first.family))]
        table = Table([.left, .left, .left, .right, .right, .right, .right])
        table.add("group", "", "rules", "checked", "tested", "chosen", "not")
        family = first.family
      }
      let states = group.entries.map { Account($0).state }
      table.add(
        group.key, group.title, "\(first)…\(last)", count(states) { $0 == .checked }, count(states) { $0 == .tested },
        count(states) { $0 == .chosen }, count(states) { ![.checked, .tested, .chosen].contains($0) })
    }
    return (lines + table.lines).joined(separator: "\n") + "\n"
  }

  private func count(_ states: [Account.State], where isCounted: (Account.State) -> Bool) -> String {
    let count = states.count(where: isCounted)
    return count == 0 ? "-" : "\(count)"
  }

  private static func title(of family: UInt8) -> String {
    switch family {
    case UInt8(ascii: "U"): "U  The user side's contract"
    case UInt8(ascii: "K"): "K  The driver's contract"
    case UInt8(ascii: "W"): "W  What Windows was seen to do"
    case UInt8(ascii: "I"): "I  What always holds"
    default: "D  Limits of this kernel"
    }
  }

  func text(_ selection: Selection) -> String {
    let accounts = selection.entries.map { Account($0) }
    return (selection.isSingle ? accounts.flatMap(detail) : list(accounts)).joined(separator: "\n") + "\n"
  }

  /// A line for each rule, under its group.
  private func list(_ accounts: [Account]) -> [String] {
    var lines: [String] = []
    var key: String?
    var table = Table([.left, .left, .left])
    for account in accounts {
      if account.entry.group.key != key {
        key = account.entry.group.key
        lines += table.lines + (lines.isEmpty ? [] : [""])
        lines.append(ink.heading(account.entry.group.title) + ink.quiet("  " + account.entry.group.key))
        table = Table([.left, .left, .left])
      }
      let word = account.state.word
      table.add(
        "\(account.entry.rule)", account.state.isProven ? word : ink.quiet(word), account.entry.stated.statement.text)
    }
    return lines + table.lines
  }

  /// All there is to say of one rule.
  private func detail(_ account: Account) -> [String] {
    let statement = account.entry.stated.statement
    var table = Table([.left, .left])
    table.add("group", account.entry.group.key + ", " + account.entry.group.title)
    if let complaint = account.complaint { table.add("refusal", complaint) }
    for (label, kind) in Self.kinds {
      for (index, place) in account.places(kind).enumerated() {
        table.add(index == 0 ? label : "", place.text)
      }
    }
    switch account.state {
    case .checked, .tested, .chosen: break
    case .excused(let reason): table.add("not checked", reason.text)
    case .open: table.add("not checked", ink.alarm("nobody said why"))
    }
    if let note = statement.note { table.add("see", note) }
    return [ink.heading("\(account.entry.rule)") + "  " + statement.text] + table.lines
  }

  private static let kinds: [(String, Citation.Kind)] = [
    ("checked in", .check), ("kept in", .keeping), ("proven by", .test), ("chosen in", .choice),
  ]
}

extension Account.State {
  /// One word: what is done, or the reason for which nothing is.
  var word: String {
    switch self {
    case .checked: "checked"
    case .tested: "tested"
    case .chosen: "chosen"
    case .excused(let reason): "(\(reason.rawValue))"
    case .open: "(open)"
    }
  }

  fileprivate var isProven: Bool { self == .checked || self == .tested || self == .chosen }
}

extension Citation {
  fileprivate var text: String {
    switch kind {
    case .choice: "\(file), row \(name)"
    default: name.isEmpty ? file : file + ", " + name
    }
  }
}
