import Foundation
import Testing
import WDDM

@testable import DxgTrace

struct ReportJSONTests {
  @Test func theObjectIsOneLineThatParses() throws {
    let line = Report.eventful.json.description
    #expect(!line.contains("\n"))
    let object = try #require(JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any])
    let allocations = try #require(object["allocations"] as? [String: Any])
    #expect(allocations["created"] as? Int == 1_280)
    #expect(allocations["alive"] as? Int == 1)
    let memory = try #require(object["memory"] as? [String: [String: Int]])
    #expect(memory["backingStore"] == ["now": 0, "peak": 1_074_638_848])
  }

  @Test func everyKeyIsThereEvenWhenThereIsNothingToTell() throws {
    let empty = Report().json
    let full = Report.eventful.json
    #expect(try keys(of: empty) == keys(of: full))
  }

  @Test func textsFromAnywhereAreEscaped() {
    #expect(JSONText.string("a\"b\\c\n\u{1}\u{7F}é").description == #""a\"b\\c\n\u0001\u007fé""#)
  }

  @Test func numbersAreExactTo64Bits() {
    #expect(JSONText.integer(.max).description == "18446744073709551615")
    #expect(JSONText.signed(.min).description == "-9223372036854775808")
  }

  private func keys(of value: JSONText) throws -> [String] {
    guard case .object(let members) = value else {
      Issue.record("not an object")
      return []
    }
    return members.map(\.key)
  }
}
