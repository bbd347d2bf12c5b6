import Testing
import WDDM

struct RuleTests {
  @Test func aRuleIsWrittenAsTheContractWritesIt() {
    let rule: Rule = "K-007"
    #expect(rule.family == UInt8(ascii: "K"))
    #expect(rule.number == 7)
    #expect(rule.description == "K-007")
    #expect(Rule(family: UInt8(ascii: "U"), number: 344).description == "U-344")
  }

  @Test func everySentenceBelongsToOneRule() {
    let rules = Rule.sentences.map(\.rule)
    #expect(Set(rules).count == rules.count)
  }

  @Test func sentencesAreInOurWordsAndOnOneLine() {
    for (rule, sentence) in Rule.sentences {
      #expect(!sentence.isEmpty && !sentence.contains("\n") && sentence.last != ".", "\(rule)")
    }
  }

  @Test func somethingThatIsNoRuleStopsTheProgram() async {
    await #expect(processExitsWith: .failure) { _ = Rule(stringLiteral: "nonsense") }
  }
}
