import DxgRules
import Foundation
import Testing
import WDDM

/// `dxgk rules` says where a rule is checked and proven. This reads the tree and finds the same, or says what to do.
struct RuleIndexTests {
  static let file = "Sources/DxgRules/Citation+Index.swift"

  @Test func theIndexIsThatOfTheTree() throws {
    let index = try RuleIndex()
    if ProcessInfo.processInfo.environment["DXGK_WRITE_INDEX"] != nil {
      try index.source.write(to: Repository.root.appending(path: Self.file), atomically: true, encoding: .utf8)
    } else {
      let isFresh = try Repository.text(Self.file) == index.source
      #expect(isFresh, "run scripts/index-rules and commit what it writes")
    }
  }
}
