import Testing

/// What every exported function does with its caller's memory.
struct ExportTests {
  static let exports = Repository.files(under: ["Sources/D3DKMT/Exports"], endingIn: ["swift"])

  /// I-088: what was checked is what is used, because it was fetched once.
  @Test(arguments: exports) func theCallersBlockIsReadOnceAndNeverInPlace(path: String) throws {
    var reads = 0
    for (index, line) in try Repository.lines(path).enumerated() {
      let code = line.code
      if code.contains("func ") { reads = 0 }
      if code.contains("CallerMemory.read(Arguments,") { reads += 1 }
      #expect(reads <= 1, "\(path):\(index + 1) reads the block a second time")
      #expect(!code.contains("Arguments.pointee") && !code.contains("Arguments["), "\(path):\(index + 1)")
    }
  }
}
