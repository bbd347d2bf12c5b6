import DDI
import Testing
import WDDM

@testable import Verifier

/// For each verified rule a driver that breaks it, and is caught by it.
struct BreachTests {
  static let all =
    Breach.life + Breach.devices + Breach.capabilities + Breach.paging + Breach.segments + Breach.creation
    + Breach.flags + Breach.backing + Breach.standard + Breach.opening + Breach.description + Breach.destruction
    + Breach.callbacks + Breach.second

  @Test(arguments: all)
  func aDriverThatBreaksARuleIsCaughtByItAndByNoneOutsideItsGroup(breach: Breach) throws {
    let row = try #require(VerifiedRule.of(breach.rule))
    let findings = breach.findings()
    #expect(findings.contains { $0.rule == breach.rule && $0.severity == row.severity }, "\(breach.rule)")
    let strangers = findings.filter { VerifiedRule.of($0.rule)?.group != row.group }
    #expect(strangers.map(\.description) == [], "\(breach.rule)")
  }

  @Test(arguments: all) func whatIsFoundReadsTheSameEachTime(breach: Breach) {
    #expect(breach.findings().map(\.description) == breach.findings().map(\.description))
  }

  @Test(arguments: all) func aMutedRuleIsNotHeardOf(breach: Breach) {
    let findings = breach.findings(VerifierOptions(.all, muting: [.rule(breach.rule)]))
    #expect(!findings.contains { $0.rule == breach.rule })
  }

  @Test func everyVerifiedRuleHasADriverThatBreaksIt() {
    let rules = VerifiedRule.all.map(\.rule)
    #expect(Set(rules).count == rules.count, "no rule is in the table twice")
    let missing = Set(rules).subtracting(Self.all.map(\.rule))
    #expect(missing.map(\.description).sorted() == [])
    #expect(rules.count >= 100)
    for rule in rules { #expect(rule.sentence != nil, "\(rule)") }
  }
}
