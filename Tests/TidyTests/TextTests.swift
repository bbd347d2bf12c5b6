import Testing

/// What no file of this project has.
struct TextTests {
  static let code = Repository.files(
    under: ["Sources", "Tests", "Benchmarks", "Examples", "Fuzz"], endingIn: ["swift", "c", "h", "cpp"])
  static let everything =
    code + Repository.files(under: ["docs", "scripts", "Packaging"], endingIn: ["md", "sh", "pc", "map", "symbols"])
    + ["README.md", "ARCHITECTURE.md", "CONTRIBUTING.md", "Makefile", "Package.swift"]

  @Test(arguments: code.filter { $0.hasSuffix(".swift") }) func linesHaveAtMost120Characters(path: String) throws {
    for (index, line) in try Repository.lines(path).enumerated() {
      #expect(line.count <= 120, "\(path):\(index + 1)")
    }
  }

  @Test(arguments: everything) func nothingIsLeftForLater(path: String) throws {
    let words = try Repository.text(path).split { !$0.isLetter }
    // Taken apart, so that this file is not its own finding.
    for word in ["TO" + "DO", "FIX" + "ME"] {
      #expect(!words.contains { $0 == word }, "\(path) says \(word)")
    }
  }

  @Test(arguments: everything) func noPathOfSomebodysMachineIsNamed(path: String) throws {
    let text = try Repository.text(path)
    for folder in ["/wo" + "rk/", "/ro" + "ot/"] {
      #expect(!text.contains("\"" + folder) && !text.contains(" " + folder), "\(path) names \(folder)")
    }
  }

  @Test(arguments: code.filter { $0.hasSuffix(".swift") }) func filesEndWithOneLineBreakAndHaveNoTabs(
    path: String
  ) throws {
    let text = try Repository.text(path)
    #expect(text.hasSuffix("\n") && !text.hasSuffix("\n\n"), "\(path)")
    #expect(!text.contains("\t"), "\(path)")
  }
}
