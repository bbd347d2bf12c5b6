import Foundation
import Testing

/// `dxgk rules`, as a person runs it.
struct RulesTests {
  private let command: BuiltCommand

  init() throws { command = try BuiltCommand() }

  @Test func withoutAnArgumentTheGroupsAreListed() throws {
    let result = try command(["rules"])
    #expect(result.code == 0 && result.error.isEmpty)
    for key in ["handles", "nt-handles", "kernel-creation", "observed-mutexes", "invariant-failures", "limits"] {
      #expect(result.output.contains("  \(key) "), "\(key)")
    }
  }

  @Test func aRuleIsToldWithItsPlaces() throws {
    let lines = try command(["rules", "u17"]).output.split(separator: "\n")
    #expect(lines.first?.hasPrefix("U-017  a device handle that is destroyed or was never issued is refused") == true)
    #expect(lines.contains("  refusal     no live device of this process has that handle"))
    #expect(lines.contains { $0.hasPrefix("  checked in  Sources/Dxgkrnl/") })
    #expect(lines.contains { $0.hasPrefix("  proven by ") && $0.contains("Tests/DxgkrnlTests/") })
  }

  @Test func aRuleThatNothingChecksSaysWhyNot() throws {
    let output = try command(["rules", "K-278"]).output
    #expect(output.contains("  not checked  comes with contexts and command submission"))
  }

  @Test func severalAreAskedForTogether() throws {
    let output = try command(["rules", "K-08", "lock2"]).output
    for rule in ["K-080", "K-089", "U-186", "U-197"] { #expect(output.contains("  \(rule)  "), "\(rule)") }
    #expect(!output.contains("K-090"))
  }

  @Test(arguments: [
    ("W-050", "near it: W-048, W-060"), ("nt-handels", "near it: nt-handles"), ("?", "'dxgk rules' lists the groups"),
  ])
  func whatIsNoRuleIsAMistakeOfTheCommandLine(word: String, hint: String) throws {
    let result = try command(["rules", "U-001", word])
    #expect(result.code == 2 && result.output.isEmpty)
    #expect(result.error == "dxgk: error: there is no rule or group \(word); \(hint)\n")
  }

  @Test func aProgramGetsEveryRuleAsOneObject() throws {
    let result = try command(["rules", "--json"])
    let object = try JSONSerialization.jsonObject(with: Data(result.output.utf8)) as? [String: Any]
    #expect(object?["format"] as? String == "dxgk-rules" && object?["version"] as? Int == 1)
    let rules = try #require(object?["rules"] as? [[String: Any]])
    #expect(rules.count > 1065)
    let states = Set(rules.compactMap { $0["state"] as? String })
    #expect(states == ["checked", "tested", "chosen", "not-checked"])
    for rule in rules where rule["state"] as? String == "not-checked" {
      #expect(rule["reason"] is String && rule["reasonText"] is String, "\(rule["rule"] ?? "")")
    }
  }
}
