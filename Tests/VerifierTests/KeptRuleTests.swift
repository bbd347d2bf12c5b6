import DDI
import Testing
import WDDM

@testable import Verifier

/// The other side of ``BreachTests``: what only comes near to a rule is not spoken of.
struct KeptRuleTests {
  @Test(arguments: Breach.none) func aDriverThatKeepsARuleIsNotAccusedOfBreakingIt(driver: Breach) throws {
    _ = try #require(VerifiedRule.of(driver.rule))
    #expect(driver.findings().map(\.description) == [], "\(driver.rule)")
  }
}
