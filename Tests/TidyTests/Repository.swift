import Foundation

/// The files of this project, as they are in the work tree.
enum Repository {
  /// The folder that holds the package: where this file says that it is, links resolved.
  static let root: URL = {
    var folder = URL(fileURLWithPath: #filePath).resolvingSymlinksInPath()
    while !FileManager.default.fileExists(atPath: folder.appending(path: "ARCHITECTURE.md").path) {
      folder.deleteLastPathComponent()
      precondition(folder.path != "/", "the tests are not inside of the project")
    }
    return folder
  }()

  /// Paths of all files under `folders`, from the root, in order; what builds leave behind is passed over.
  static func files(under folders: [String], endingIn extensions: Set<String>) -> [String] {
    folders.flatMap { folder -> [String] in
      let start = root.appending(path: folder)
      let walk = FileManager.default.enumerator(atPath: start.path)
      var found: [String] = []
      while let path = walk?.nextObject() as? String {
        let parts = path.split(separator: "/")
        guard !parts.contains(where: { $0.hasPrefix(".build") || $0 == ".git" || $0 == "build" }) else { continue }
        guard let type = parts.last?.split(separator: ".").last, extensions.contains(String(type)) else { continue }
        found.append(folder.isEmpty ? path : folder + "/" + path)
      }
      return found.sorted()
    }
  }

  static func text(_ path: String) throws -> String {
    try String(contentsOf: root.appending(path: path), encoding: .utf8)
  }

  static func lines(_ path: String) throws -> [Substring] {
    try text(path).split(separator: "\n", omittingEmptySubsequences: false)
  }

  static func exists(_ path: String) -> Bool {
    FileManager.default.fileExists(atPath: root.appending(path: path).standardizedFileURL.path)
  }

  static let swiftSources = files(under: ["Sources"], endingIn: ["swift"])
}

extension Substring {
  /// The line without what follows `//`, as far as that is no part of a text.
  var code: Substring {
    guard let comment = range(of: "//"), !self[..<comment.lowerBound].contains("\"") else { return self }
    return self[..<comment.lowerBound]
  }
}
