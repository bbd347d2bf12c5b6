@testable import DxgRules
import Testing
import WDDM

struct CitationTests {
  private let citations = Citation.parse(
    """
    = Sources/Dxgkrnl/Calls/CreateDevice.swift
    createDevice !U-012 U-015
    = Sources/WDDM/Page.swift
    - K-082
    = Tests/DxgkrnlTests/Calls/CreateDeviceTests.swift
    aBadAdapterHandleIsRefused U-012 W-033
    = docs/deviations.md
    7 W-005 U-366
    """)

  @Test func aRuleKnowsItsPlaces() {
    #expect(
      citations["U-012"] == [
        Citation(kind: .check, file: "Sources/Dxgkrnl/Calls/CreateDevice.swift", name: "createDevice"),
        Citation(
          kind: .test, file: "Tests/DxgkrnlTests/Calls/CreateDeviceTests.swift", name: "aBadAdapterHandleIsRefused"),
      ])
    #expect(citations["K-082"] == [Citation(kind: .keeping, file: "Sources/WDDM/Page.swift", name: "")])
  }

  @Test func theStateIsTheStrongestThatThePlacesGive() throws {
    #expect(try state("U-012") == .checked)
    #expect(try state("W-033") == .tested)
    // A comment alone proves nothing.
    #expect(try state("U-015") == .open)
    #expect(try state("U-366") == .chosen)
    #expect(try state("U-205") == .excused(.residency))
  }

  @Test func aRefusalsWordsAreToldWhereTheyAreOthers() throws {
    let limit = try #require(Catalogue["D-001"])
    #expect(Account(limit, citations: [:]).complaint == nil)
    let device = try #require(Catalogue["U-017"])
    #expect(Account(device, citations: [:]).complaint == "no live device of this process has that handle")
  }

  private func state(_ rule: Rule) throws -> Account.State {
    Account(try #require(Catalogue[rule]), citations: citations).state
  }
}
