import DxgRules
import WDDM

/// Goes through a file line by line and keeps which rules are named where.
struct CitationScan {
  private let isSwift: Bool
  private let isList: Bool
  /// Where a rule as a literal is a check.
  private let isSource: Bool
  private var names: [(name: String, citations: [CitedRule])] = []
  /// Functions and types that are open, by their indentation.
  private var open: [(indentation: Int, name: String, isFunction: Bool)] = []
  /// Rules of a comment that belongs to the declaration below it.
  private var pending: [CitedRule] = []

  init(path: String) {
    isSwift = path.hasSuffix(".swift")
    isList = path.hasSuffix(".md")
    isSource = path.hasPrefix("Sources/") && isSwift
  }

  /// What was found, by name, in the order of the file.
  consuming func finish() -> [(name: String, citations: [CitedRule])] {
    add(pending, to: open.last?.name ?? "-")
    return names
  }

  mutating func read(_ line: Substring) {
    let found = citations(in: line)
    if isList { return add(found, to: line.row) }
    guard isSwift else { return add(found, to: "-") }
    let text = line.drop { $0 == " " }
    let indentation = line.count - text.count
    if text.hasPrefix("}") { open.removeAll { $0.indentation >= indentation } }
    if text.hasPrefix("///") || (text.hasPrefix("//") && open.last?.isFunction != true) {
      return pending += found
    }
    guard let (name, isFunction) = text.code.declaration else {
      // What stands above a case, a property or a row of a table is the type's.
      if !text.hasPrefix("@"), !pending.isEmpty, !isArgumentOfAttribute(text) { flush(to: name(above: text)) }
      return add(found, to: open.last?.name ?? "-")
    }
    // What the heading of a suite lists is not proven by it: a test names its rules near its expectations.
    if isFunction || isSource { flush(to: name) } else { pending = [] }
    if !text.hasSuffix("}") { open.append((indentation, name, isFunction)) }
    add(found, to: name)
  }

  /// `@Test(arguments: [` may go on for lines before its function comes.
  private func isArgumentOfAttribute(_ text: Substring) -> Bool { text.hasPrefix("(") || text.hasPrefix("]") }

  private func name(above text: Substring) -> String { open.last?.name ?? "-" }

  private mutating func flush(to name: String) {
    add(pending, to: name)
    pending = []
  }

  private mutating func add(_ citations: [CitedRule], to name: String) {
    guard !citations.isEmpty else { return }
    if let index = names.firstIndex(where: { $0.name == name }) {
      names[index].citations += citations
    } else {
      names.append((name, citations))
    }
  }

  /// The rules of a line; `U-042…U-044` names three.
  private func citations(in line: Substring) -> [CitedRule] {
    let code = line.code.utf8.count
    let bytes = Array(line.utf8)
    var found: [CitedRule] = []
    var at = 0
    while let (rule, start) = Rule.next(in: bytes, from: &at) {
      let isQuoted = start > 0 && bytes[start - 1] == UInt8(ascii: "\"") && bytes[safe: at] == UInt8(ascii: "\"")
      found.append(CitedRule(rule: rule, isLiteral: isSource && isQuoted && start < code))
      guard bytes[at...].starts(with: "…".utf8) else { continue }
      var end = at + "…".utf8.count
      guard let (last, lastStart) = Rule.next(in: bytes, from: &end), lastStart == at + "…".utf8.count,
        last.family == rule.family, last.number > rule.number
      else { continue }
      found += (rule.number + 1...last.number).map {
        CitedRule(rule: Rule(family: rule.family, number: $0), isLiteral: false)
      }
      at = end
    }
    return found
  }
}

extension Rule {
  /// The next rule that is named in full, as a word of its own.
  fileprivate static func next(in bytes: [UInt8], from at: inout Int) -> (rule: Rule, start: Int)? {
    while at + 5 <= bytes.count {
      let start = at
      at += 1
      guard bytes[start + 1] == UInt8(ascii: "-"), start == 0 || !bytes[start - 1].isWord else { continue }
      guard let rule = Rule(named: String(decoding: bytes[start..<start + 5], as: UTF8.self)),
        rule.description.utf8.elementsEqual(bytes[start..<start + 5]), bytes[safe: start + 5]?.isWord != true
      else { continue }
      at = start + 5
      return (rule, start)
    }
    return nil
  }
}

extension UInt8 {
  fileprivate var isWord: Bool {
    (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(self)
      || (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(self | 0x20)
  }
}

extension Array {
  fileprivate subscript(safe index: Int) -> Element? { indices.contains(index) ? self[index] : nil }
}

extension Substring {
  /// The number of a table's row: `| 12 | …`.
  fileprivate var row: String {
    let cells = split(separator: "|", maxSplits: 1)
    return cells.first.flatMap { Int($0.filter { $0 != " " }) }.map(String.init) ?? "-"
  }

  /// The function or type that the line declares.
  fileprivate var declaration: (name: String, isFunction: Bool)? {
    let words = split { " (<:{".contains($0) }
    for (index, word) in words.enumerated() {
      switch word {
      case "func":
        guard index + 1 < words.count else { return nil }
        return (String(words[index + 1]), true)
      case "init", "init?", "deinit", "subscript":
        guard index == 0 || isModifier(words[index - 1]) else { return nil }
        return (String(word.filter(\.isLetter)), true)
      case "struct", "class", "enum", "extension", "actor", "protocol":
        guard index + 1 < words.count, index == 0 || isModifier(words[index - 1]) else { return nil }
        return (String(words[index + 1]), false)
      default: continue
      }
    }
    return nil
  }

  private func isModifier(_ word: Substring) -> Bool {
    word.hasPrefix("@") || word.hasSuffix(")")
      || [
        "public", "package", "private", "fileprivate", "final", "static", "convenience", "required", "indirect",
        "borrowing", "mutating", "override", "unsafe", "nonisolated",
      ].contains(word)
  }
}
