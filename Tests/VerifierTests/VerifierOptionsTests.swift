import DDI
import Testing
import WDDM

@testable import Verifier

/// Presets, and lists of what is not to be heard of.
struct VerifierOptionsTests {
  @Test func aPresetIsWhatItSays() {
    let (all, standard, safety) = (VerifierOptions(.all), VerifierOptions(.standard), VerifierOptions(.safety))
    for row in VerifiedRule.all {
      #expect(all.enabled.contains(row.rule))
      #expect(standard.enabled.contains(row.rule) == !row.isPedantic, "\(row.rule)")
      #expect(safety.enabled.contains(row.rule) == (row.severity == .error), "\(row.rule)")
    }
    // What Microsoft's samples do is not an error of anybody's driver (kernel.md 6.1).
    #expect(VerifiedRule.all.allSatisfy { !$0.isPedantic || $0.severity == .warning })
  }

  @Test func aListNamesRulesAndGroups() throws {
    let list = try VerifierOptions.Mute.list("K-083, segments  # not yet\n# nothing\n\tK-090\n")
    #expect(list == [.rule("K-083"), .group(.segments), .rule("K-090")])
    let options = VerifierOptions(.all, muting: list)
    #expect(!options.enabled.contains("K-083") && !options.enabled.contains("K-024"))
    #expect(options.enabled.contains("K-085"))
    #expect(options == VerifierOptions(.all, muting: list) && options != .standard)
  }

  @Test(arguments: ["K-83", "K_083", "everything", "D-001"])
  func aWordThatNamesNothingIsSaid(word: String) {
    let error = #expect(throws: VerifierOptions.Mute.UnknownEntry.self) {
      try VerifierOptions.Mute.list("K-083 " + word)
    }
    #expect(error?.text == word)
  }

  @Test func whatTheVerifierDoesNotCheckItDoesNotMute() {
    let found = FoundList()
    let sieve = SiftedFindings(VerifierOptions(.all, muting: [.rule("K-208")]), found)
    sieve.found(DriverFinding("K-208", "DxgkCbGetHandleData", "hObject", 1))
    sieve.found(DriverFinding("D-001", "DriverEntry", "Version", 1))
    #expect(found.rules == ["D-001"])
  }
}
