import Foundation
import Testing

/// `dxgk verify` finds every mistake of Bugs/, and says where. One after the other: a machine of two processors has
/// enough to do with one.
@Suite(.serialized)
struct VerifyBugsTests {
  /// A mistake, and the finding that has to be among those that it leads to.
  struct Bug: Sendable, CustomTestStringConvertible {
    let name: String
    let kind: String
    let function: String
    let rule: String?
    /// In the finding's text.
    let words: String
    /// In the faults with which it was found.
    var faults = ""

    var testDescription: String { name }
  }

  static let bugs = [
    Bug(
      name: "leak-on-an-error-path", kind: "leak", function: "DxgkDdiCreateAllocation", rule: "K-193",
      words: "4 bytes that it allocated at driver+0x"),
    Bug(
      name: "wrong-unwinding", kind: "leak", function: "DxgkDdiCreateAllocation", rule: "K-193",
      words: "bytes that it allocated at driver+0x"),
    Bug(
      name: "stale-handle", kind: "use after free", function: "DxgkDdiCreateAllocation", rule: nil,
      words: "bytes that DxgkDdiCreateAllocation allocated and DxgkDdiDestroyAllocation freed"),
    Bug(
      name: "data-race", kind: "race", function: "DxgkDdiCreateAllocation", rule: "K-079",
      words: "that DxgkDdiAddDevice allocated: DxgkDdiCreateAllocation writes"),
    Bug(
      name: "private-data-after-return", kind: "use after return", function: "DxgkDdiDestroyAllocation", rule: nil,
      words: "a read of what DxgkDdiCreateAllocation was given, after it returned: byte 0"),
    Bug(
      name: "closes-the-first-only", kind: "leak", function: "DxgkDdiOpenAllocation", rule: "K-180",
      words: "16 bytes that it allocated"),
    Bug(
      name: "failing-callback", kind: "crash", function: "DxgkDdiOpenAllocation", rule: nil,
      words: "SIGSEGV: a read of address 0x8, at driver+0x", faults: "DxgkCbGetHandleData 1"),
    Bug(
      name: "private-data-of-an-opener", kind: "read-only", function: "DxgkDdiOpenAllocation", rule: "K-174",
      words: "are lent for reading, at driver+0x"),
    Bug(
      name: "double-free", kind: "double free", function: "DxgkDdiRemoveDevice", rule: nil,
      words: "4,096 bytes that DxgkDdiStartDevice allocated and DxgkDdiStopDevice freed are freed again"),
    Bug(
      name: "hang-at-surprise-removal", kind: "hang", function: "DxgkDdiNotifySurpriseRemoval", rule: "K-340",
      words: "DxgkDdiNotifySurpriseRemoval did not return within 2 seconds"),
    Bug(
      name: "reset-unmaps-the-bar", kind: "rule", function: "DxgkCbUnmapMemory", rule: "K-348",
      words: "VirtualAddress"),
    Bug(
      name: "preferred-segment", kind: "rule", function: "DxgkDdiCreateAllocation", rule: "K-085",
      words: "PreferredSegment"),
  ]

  private let drivers: DriverBuild
  init() throws { drivers = try DriverBuild.shared.get() }

  @Test(arguments: bugs) func aMistakeIsFoundWhereItIs(bug: Bug) throws {
    let driver = try drivers.minimalKmd(withBug: bug.name)
    let result = try BuiltCommand()(["verify", "--json", "--timeout", "2", driver])
    #expect(result.code == 1, "\(result.error)")
    let report = try VerifyObject(result.output)
    let found = report.findings.contains { finding in
      (finding.kind, finding.function, finding.rule) == (bug.kind, bug.function, bug.rule)
        && finding.text.contains(bug.words)
        && (bug.faults.isEmpty || finding.faults.contains(bug.faults))
    }
    #expect(found, "\(Set(report.findings.map { "\($0.kind) \($0.rule ?? "") \($0.function): \($0.text)" }))")
  }

  @Test func everyPatchIsLookedFor() throws {
    #expect(try drivers.bugs == Self.bugs.map(\.name).sorted())
  }
}
