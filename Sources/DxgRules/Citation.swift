package import WDDM

/// A place that names a rule.
package struct Citation: Hashable, Sendable {
  package enum Kind: Sendable {
    /// Code that refuses, or finds, what breaks the rule: the rule's name stands in it as a literal.
    case check
    /// Code that keeps the rule, as its comment says.
    case keeping
    /// A test that proves it.
    case test
    /// A row of docs/deviations.md, where a choice is explained.
    case choice
  }

  package let kind: Kind
  /// From the root of the project.
  package let file: String
  /// The function, or the type, that names the rule; the number of a row. Empty where there is none.
  package let name: String
}

extension Citation {
  /// Where each rule is named, as `scripts/index-rules` found it.
  package static let all: [Rule: [Citation]] = parse(index)

  /// The index in its written form: a line for a file, then one for each function in it.
  ///
  ///     = Sources/Dxgkrnl/Calls/CreateDevice.swift
  ///     createDevice !U-012 !U-016 U-015
  ///
  /// A check is marked by `!`; what else the files of `Sources` name is kept.
  package static func parse(_ text: String) -> [Rule: [Citation]] {
    var citations: [Rule: [Citation]] = [:]
    var file = ""
    for line in text.split(separator: "\n") {
      let words = line.split(separator: " ")
      if words[0] == "=" {
        file = String(words[1])
        continue
      }
      for word in words.dropFirst() {
        let isCheck = word.first == "!"
        guard let rule = Rule(named: isCheck ? word.dropFirst() : word) else { continue }
        let name = words[0] == "-" ? "" : String(words[0])
        citations[rule, default: []].append(Citation(kind: kind(of: file, isCheck), file: file, name: name))
      }
    }
    return citations
  }

  private static func kind(of file: String, _ isCheck: Bool) -> Kind {
    if file.hasPrefix("docs/") { return .choice }
    if file.hasPrefix("Tests/") { return .test }
    return isCheck ? .check : .keeping
  }
}
