import Foundation
import Testing

/// Drivers for `dxgk verify`, compiled by the system's compiler against the headers of this tree.
final class DriverBuild: Sendable {
  private let directory: String
  private let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent()

  /// The one of this test run; its directory goes away at the end.
  static let shared: Result<DriverBuild, any Error> = {
    do {
      let build = try DriverBuild()
      atexit {
        if case .success(let build) = DriverBuild.shared {
          try? FileManager.default.removeItem(atPath: build.directory)
        }
      }
      return .success(build)
    } catch { return .failure(error) }
  }()

  /// A directory with the port library in it.
  private init() throws {
    directory = FileManager.default.temporaryDirectory.path + "/dxgk-verify-" + UUID().uuidString
    try FileManager.default.createDirectory(atPath: directory, withIntermediateDirectories: true)
    let port = root.appendingPathComponent("Sources/DxgkPort/DxgkInitialize.c").path
    try compile([port, "-Wl,-soname,libdxgkport.so.0", "-o", directory + "/libdxgkport.so.0"])
  }

  /// Examples/minimal-kmd as it is, declared as a version (`WDDM1_3`).
  func minimalKmd(_ version: String? = nil) throws -> String {
    let sources = root.appendingPathComponent("Examples/minimal-kmd").path
    let define = version.map { ["-DDXGKDDI_INTERFACE_VERSION=DXGKDDI_INTERFACE_VERSION_\($0)"] } ?? []
    return try link(sources, name: version ?? "newest", define)
  }

  /// Examples/minimal-kmd with one of the mistakes of Bugs/.
  func minimalKmd(withBug bug: String) throws -> String {
    let sources = directory + "/" + bug
    try FileManager.default.copyItem(atPath: root.appendingPathComponent("Examples/minimal-kmd").path, toPath: sources)
    let patch = root.appendingPathComponent("Tests/dxgkTests/Bugs/\(bug).patch").path
    try run(["git", "apply", "-C1", patch], in: sources)
    return try link(sources, name: bug, [])
  }

  /// A driver from the text of one file.
  func fixture(_ text: String) throws -> String {
    let sources = directory + "/fixture-" + UUID().uuidString
    try FileManager.default.createDirectory(atPath: sources, withIntermediateDirectories: true)
    try text.write(toFile: sources + "/driver.c", atomically: true, encoding: .utf8)
    return try link(sources, name: "driver", [])
  }

  /// The names of the files in Bugs/.
  var bugs: [String] {
    get throws {
      try FileManager.default.contentsOfDirectory(atPath: root.appendingPathComponent("Tests/dxgkTests/Bugs").path)
        .filter { $0.hasSuffix(".patch") }.map { String($0.dropLast(6)) }.sorted()
    }
  }

  private func link(_ sources: String, name: String, _ options: [String]) throws -> String {
    let output = directory + "/" + name + ".so"
    let files = try FileManager.default.contentsOfDirectory(atPath: sources).filter { $0.hasSuffix(".c") }.sorted()
    try compile(
      options + ["-fvisibility=hidden"] + files.map { sources + "/" + $0 }
        + [directory + "/libdxgkport.so.0", "-Wl,-rpath," + directory, "-o", output])
    return output
  }

  private func compile(_ arguments: [String]) throws {
    let include = root.appendingPathComponent("Sources/CWDDM/include").path
    try run(
      ["cc", "-std=c11", "-O1", "-g", "-Wall", "-Wextra", "-Werror", "-fPIC", "-shared", "-I"]
        + [include] + arguments, in: directory)
  }

  private func run(_ words: [String], in place: String) throws {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    process.arguments = words
    process.currentDirectoryURL = URL(fileURLWithPath: place)
    // The patch is for the files here, whatever repository they may lie in.
    process.environment = ProcessInfo.processInfo.environment.merging(["GIT_CEILING_DIRECTORIES": directory]) { $1 }
    try process.run()
    process.waitUntilExit()
    try #require(process.terminationStatus == 0, "\(words.joined(separator: " "))")
  }
}
