import DxgRules
import WDDM

/// Where the project names rules, read from its files. `Citation.parse` reads what this writes.
struct RuleIndex {
  /// A file, and for each name in it the rules that stand there.
  private struct File {
    let path: String
    var names: [(name: String, citations: [CitedRule])]
  }

  private let files: [File]

  init() throws {
    files = try Self.paths.map { path in
      var scan = CitationScan(path: path)
      for line in try Repository.lines(path) { scan.read(line) }
      return File(path: path, names: scan.finish())
    }
    .filter { !$0.names.isEmpty }
  }

  /// Sources, tests and choices: without those that name rules only as examples, and those that list them all.
  private static let paths: [String] =
    Repository.files(under: ["Sources", "Tests"], endingIn: ["swift", "c", "h", "cpp"]).filter { path in
      !examples.contains { path.hasPrefix($0) }
    } + ["docs/deviations.md"]

  private static let examples = [
    "Sources/DxgRules/", "Sources/WDDM/Rule", "Sources/WDDM/Refusal", "Sources/dxgk/Rules/",
    "Sources/Verifier/VerifiedRule+Table", "Tests/DxgRulesTests/",
    "Tests/TidyTests/Rules/", "Tests/DxgTestKitTests/",
    "Tests/DxgTraceTests/Report", "Tests/DxgTraceTests/RecorderTests", "Tests/WDDMTests/RuleTests",
    "Tests/WDDMTests/RefusalTests", "Tests/dxgkTests/Rules", "Tests/VerifierTests/VerifierOptionsTests",
  ]

  /// The index as it stands in `Citation+Index.swift`.
  var text: String {
    var lines: [String] = []
    for file in files {
      lines.append("= " + file.path)
      for (name, citations) in file.names {
        var line = name
        for citation in Set(citations).sorted() {
          // A check says more than a mention beside it.
          if !citation.isLiteral, citations.contains(where: { $0.rule == citation.rule && $0.isLiteral }) { continue }
          if line.count + citation.text.count > 110 {
            lines.append(line)
            line = name
          }
          line += " " + citation.text
        }
        lines.append(line)
      }
    }
    return lines.joined(separator: "\n")
  }

  /// The whole file.
  var source: String {
    let body = text.split(separator: "\n").map { "    " + $0 + "\n" }.joined()
    return """
      // Written by scripts/index-rules. Do not edit.
      extension Citation {
        static let index = \"""
      \(body)    \"""
      }

      """
  }
}

/// A rule as a line names it.
struct CitedRule: Hashable, Comparable {
  let rule: Rule
  /// As a literal of code, and not in a comment or a text.
  let isLiteral: Bool

  var text: String { (isLiteral ? "!" : "") + rule.description }

  static func < (left: Self, right: Self) -> Bool {
    (left.rule.family, left.rule.number, left.isLiteral ? 0 : 1)
      < (right.rule.family, right.rule.number, right.isLiteral ? 0 : 1)
  }
}
