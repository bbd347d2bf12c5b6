import Foundation
import Testing

/// A C or C++ compiler of the machine.
struct Compiler {
  let name: String
  let dialect: [String]

  /// gcc and clang, each as C11 and C++17, as far as they are installed.
  static let installed: [Compiler] = [
    Compiler(name: "gcc", dialect: ["-std=c11"]), Compiler(name: "clang", dialect: ["-std=c11"]),
    Compiler(name: "g++", dialect: ["-x", "c++", "-std=c++17"]),
    Compiler(name: "clang++", dialect: ["-x", "c++", "-std=c++17"]),
  ].filter { $0.exists }

  struct Outcome {
    let status: Int32
    let output: String
  }

  private var exists: Bool {
    let folders = (ProcessInfo.processInfo.environment["PATH"] ?? "/usr/bin").split(separator: ":")
    return folders.contains { FileManager.default.isExecutableFile(atPath: "\($0)/\(name)") }
  }

  /// Compiles `source` against the public headers, warnings as errors, and runs the result if `run`.
  func build(_ source: String, defines: [String] = [], run: Bool) throws -> Outcome {
    let folder = FileManager.default.temporaryDirectory.appending(path: "dxgkit-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let file = folder.appending(path: "program.c")
    let program = folder.appending(path: "program")
    try source.write(to: file, atomically: true, encoding: .utf8)
    let compiled = try Self.launch(
      ["/usr/bin/env", name] + dialect + ["-Wall", "-Wextra", "-Wpedantic", "-Werror"] + defines.map { "-D" + $0 }
        + ["-I", PublicHeaders.folder.path, file.path] + (run ? ["-o", program.path] : ["-c", "-o", program.path]))
    return compiled.status == 0 && run ? try Self.launch([program.path]) : compiled
  }

  private static func launch(_ command: [String]) throws -> Outcome {
    let process = Process()
    let pipe = Pipe()
    process.executableURL = URL(filePath: command[0])
    process.arguments = Array(command.dropFirst())
    process.standardOutput = pipe
    process.standardError = pipe
    try process.run()
    let output = String(decoding: pipe.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    process.waitUntilExit()
    return Outcome(status: process.terminationStatus, output: output)
  }
}

extension Compiler: CustomTestStringConvertible {
  var testDescription: String { "\(name) \(dialect.last ?? "")" }
}
