import DxgRules
import Testing
import WDDM

struct SelectionTests {
  @Test(arguments: ["U-017", "u-017", "u17", "U017"]) func aRuleIsFoundAsPeopleWriteIt(word: String) throws {
    let selection = try Selection(word)
    #expect(selection.isSingle && selection.entries.map(\.rule) == ["U-017"])
  }

  @Test func theBeginningOfNamesFindsThemAll() throws {
    #expect(try Selection("K-08").entries.map(\.rule.number) == Array(80...89))
    #expect(try Selection("I").entries.count == 100)
    #expect(try !Selection("W-0").isSingle)
  }

  @Test func aGroupIsFoundByItsKey() throws {
    #expect(try Selection("nt-handles").entries.map(\.rule.number) == Array(132...154))
  }

  @Test(arguments: [
    ("W-050", ["W-048", "W-060"]), ("U-376", ["U-375"]), ("nt-handels", ["nt-handles"]),
    ("kernel-res", ["kernel-residency"]),
    ("Q-001", []), ("U-0170", []), ("", []),
  ])
  func whatIsNoneIsToldWithWhatIsNear(word: String, near: [String]) {
    #expect(throws: Selection.Unknown.self) { try Selection(word) }
    do { _ = try Selection(word) } catch { #expect(error.word == word && error.near == near) }
  }
}
