import Testing
import WDDM

@testable import DxgRules

/// Every rule of the contract is listed, once, in words.
struct CatalogueTests {
  @Test(arguments: [("U", 375), ("K", 374), ("I", 100)])
  func aFamilyIsWhole(letter: String, count: UInt16) {
    #expect(numbers(letter) == Array(1...count))
  }

  @Test func whatWasObservedIsWhole() {
    let ranges: [ClosedRange<UInt16>] = [
      1...16, 20...48, 60...87, 100...112, 120...120, 130...143, 150...171, 180...199, 210...233, 240...260, 270...292,
      300...304,
    ]
    #expect(numbers("W") == ranges.flatMap { Array($0) })
  }

  @Test func everyRuleThatARefusalNamesIsListed() {
    for (rule, _) in Rule.sentences { #expect(Catalogue[rule] != nil, "\(rule)") }
  }

  @Test func statementsAreOnOneLineWithoutAnEndMark() {
    for entry in Catalogue.entries {
      let text = entry.stated.statement.text
      #expect(!text.isEmpty && !text.contains("\n") && text.last != ".", "\(entry.rule)")
    }
  }

  @Test func keysAreWordsAndThereAreNoTwoAlike() {
    let keys = Catalogue.groups.map(\.key)
    #expect(Set(keys).count == keys.count)
    for key in keys {
      #expect(key.allSatisfy { $0.isLetter || $0.isNumber || $0 == "-" } && RulePrefix(key) == nil, "\(key)")
    }
  }

  private func numbers(_ letter: String) -> [UInt16] {
    Catalogue.entries.map(\.rule).filter { $0.description.hasPrefix(letter) }.map(\.number)
  }
}
