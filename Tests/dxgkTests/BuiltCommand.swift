import Foundation
import Testing

/// A `dxgk`, run as a person runs it; by default the one that was built with these tests.
struct BuiltCommand {
  struct Result {
    let code: Int32
    let output: String
    let error: String
  }

  let executable: URL

  init(executable: URL) { self.executable = executable }

  /// The command beside the test bundle; a test without it fails, it does not skip.
  init() throws {
    let bundle = URL(fileURLWithPath: CommandLine.arguments[0]).deletingLastPathComponent()
    executable = bundle.appendingPathComponent("dxgk")
    let path = executable.path
    try #require(FileManager.default.isExecutableFile(atPath: path), "there is no dxgk beside the tests: \(path)")
  }

  /// Runs it to its end.
  ///
  /// - Parameter during: called with the process number while it runs.
  func callAsFunction(
    _ arguments: [String], environment: [String: String] = [:], during: ((Int32) throws -> Void)? = nil
  ) throws -> Result {
    let process = Process()
    process.executableURL = executable
    process.arguments = arguments
    process.environment = ProcessInfo.processInfo.environment.merging(environment) { $1 }
    let files = try TemporaryDirectory()
    let (output, error) = (files.url("output"), files.url("error"))
    for url in [output, error] { try Data().write(to: url) }
    process.standardOutput = try FileHandle(forWritingTo: output)
    process.standardError = try FileHandle(forWritingTo: error)
    process.standardInput = FileHandle.nullDevice
    try process.run()
    try during?(process.processIdentifier)
    process.waitUntilExit()
    return Result(
      code: process.terminationReason == .exit ? process.terminationStatus : 128 + process.terminationStatus,
      output: String(decoding: try Data(contentsOf: output), as: UTF8.self),
      error: String(decoding: try Data(contentsOf: error), as: UTF8.self))
  }
}

/// A directory that goes away with its owner.
final class TemporaryDirectory {
  let path: String

  init() throws {
    path = FileManager.default.temporaryDirectory.path + "/dxgk-tests-" + UUID().uuidString
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(atPath: path) }

  func url(_ name: String) -> URL { URL(fileURLWithPath: path + "/" + name) }
}
