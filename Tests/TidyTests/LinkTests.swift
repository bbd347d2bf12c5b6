import Foundation
import Testing

/// Every link of every article leads somewhere.
struct LinkTests {
  static let articles = Repository.files(under: [""], endingIn: ["md"])

  @Test(arguments: articles) func linksLeadToFilesAndHeadings(path: String) throws {
    for target in Self.links(in: try Repository.text(path)) {
      guard !target.hasPrefix("http://"), !target.hasPrefix("https://"), !target.hasPrefix("mailto:") else { continue }
      let parts = target.split(separator: "#", maxSplits: 1, omittingEmptySubsequences: false)
      let folder = path.split(separator: "/").dropLast().joined(separator: "/")
      let file = parts[0].isEmpty ? path : (folder.isEmpty ? "" : folder + "/") + parts[0]
      #expect(Repository.exists(file), "\(path) links to \(target)")
      guard parts.count == 2, Repository.exists(file), file.hasSuffix(".md") else { continue }
      #expect(Self.anchors(in: try Repository.text(file)).contains(String(parts[1])), "\(path) links to \(target)")
    }
  }

  /// What stands in the round brackets of `[text](target)`, outside of code.
  private static func links(in text: String) -> [String] {
    var isCode = false
    var found: [String] = []
    for line in text.split(separator: "\n") {
      if line.hasPrefix("```") { isCode.toggle() }
      if isCode { continue }
      for piece in line.components(separatedBy: "](").dropFirst() {
        if let end = piece.firstIndex(of: ")") { found.append(String(piece[..<end])) }
      }
    }
    return found
  }

  /// Headings as they are linked to: lower case, spaces as dashes, nothing but letters, digits and dashes.
  private static func anchors(in text: String) -> Set<String> {
    let headings = text.split(separator: "\n").filter { $0.hasPrefix("#") }
    return Set(
      headings.map { heading in
        let title = heading.drop { $0 == "#" }.trimmingCharacters(in: .whitespaces).lowercased()
        return String(
          title.map { $0 == " " ? "-" : $0 }.filter { $0.isLetter || $0.isNumber || $0 == "-" || $0 == "_" })
      })
  }
}
