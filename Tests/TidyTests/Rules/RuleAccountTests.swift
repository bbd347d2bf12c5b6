import DxgRules
import Testing
import WDDM

/// No rule is unaccounted for: a test proves it, or the catalogue says why none can.
struct RuleAccountTests {
  private static let citations = Result { Citation.parse(try RuleIndex().text) }

  private let citations: [Rule: [Citation]]
  private let accounts: [Account]

  init() throws {
    let citations = try Self.citations.get()
    self.citations = citations
    accounts = Catalogue.entries.map { Account($0, citations: citations) }
  }

  @Test func everyRuleThatIsNamedExists() {
    for (rule, places) in citations where Catalogue[rule] == nil {
      Issue.record("there is no rule \(rule), which \(places[0].file) names")
    }
  }

  @Test func everyRuleIsProvenOrHasAReason() {
    let open = accounts.filter { account in
      let isProven = !account.places(.test).isEmpty || !account.places(.choice).isEmpty
      return !isProven && account.entry.stated.statement.reason == nil
    }
    #expect(names(open) == "", "no test names these, and the catalogue does not excuse them")
  }

  @Test func noReasonIsOutOfDate() {
    for account in accounts {
      guard let reason = account.entry.stated.statement.reason else { continue }
      for place in account.places(.check) + account.places(.test) {
        Issue.record("\(account.entry.rule) is excused (\(reason)) and yet \(place.file) proves or checks it")
      }
    }
  }

  /// What is built must be tested: only a row of deviations.md, which gives its reason, stands for a test.
  @Test func whatIsBuiltIsTestedOrChosen() {
    let built = accounts.filter { Self.builtGroups.contains($0.entry.group.key) }
    #expect(Set(built.map(\.entry.group.key)) == Self.builtGroups)
    let untested = built.filter { $0.places(.test).isEmpty }
    let open = untested.filter { $0.places(.choice).isEmpty }
    #expect(names(open) == "", "neither a test nor docs/deviations.md names these")
    let rows = Set(untested.flatMap { $0.places(.choice).map(\.name) })
    #expect(rows.count <= 20, "too many choices stand for a test: rows \(rows.sorted())")
  }

  private static let builtGroups: Set<String> = [
    "handles", "creation", "sharing-flags", "private-data", "existing-memory", "primaries", "destroy", "opening",
    "nt-handles", "lock", "device-error", "allocate-callback", "error-reporting",
  ]

  /// What Windows was seen to do with D3DKMT, several versions alike, wherever no display is needed.
  @Test func whatWindowsWasSeenToDoIsTested() {
    let untested = accounts.filter { account in
      Self.seen.contains(account.entry.rule) && account.places(.test).isEmpty
    }
    #expect(names(untested) == "", "no test names these")
  }

  /// W-024 and W-060 crash on Windows; what lies between is about displays, other libraries, or less sure.
  private static let seen: Set<Rule> = {
    let ranges: [ClosedRange<UInt16>] = [
      1...9, 16...16, 20...23, 25...25, 27...30, 32...40, 46...46, 61...83, 100...106, 130...134, 136...140,
      142...142, 150...164, 169...169, 180...198, 210...230, 233...233, 240...257,
    ]
    return Set(ranges.joined().map { Rule(family: UInt8(ascii: "W"), number: $0) })
  }()

  private func names(_ accounts: [Account]) -> String {
    accounts.map { "\($0.entry.rule)" }.joined(separator: " ")
  }
}
