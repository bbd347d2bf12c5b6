import Foundation

/// The headers a client or driver includes, as they stand in the source tree.
enum PublicHeaders {
  static let folder = URL(filePath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    .appending(path: "Sources/CWDDM/include")

  /// Headers whose structs have no counterpart on Windows and no outside facts: their owners test them.
  static let ours: Set = ["dxgkctl.h", "dxgruntime.h"]

  static func names() throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: folder.path).filter { $0.hasSuffix(".h") }.sorted()
  }

  /// Every struct the headers declare with a body, by its typedef name.
  static func structs() throws -> Set<String> {
    var found: Set<String> = []
    for name in try names() where !ours.contains(name) {
      let text = try String(contentsOf: folder.appending(path: name), encoding: .utf8)
      for match in text.matches(of: /(?m)^typedef struct _?(\w+) \{/) { found.insert(String(match.1)) }
    }
    return found
  }
}
