import Foundation

/// One program of the comparison with its arguments: a fresh process each time, which prints one number.
struct Program {
  let name: String
  let arguments: [String]
  var environment: [String: String] = [:]

  struct Failure: Error, CustomStringConvertible {
    let description: String
  }

  /// Runs it in `folder`, where the programs are, and reads the number.
  func measure(in folder: URL) throws -> Double {
    let process = Process()
    let pipe = Pipe()
    process.executableURL = folder.appending(path: name)
    process.arguments = arguments
    process.environment = ProcessInfo.processInfo.environment.merging(environment) { $1 }
    process.standardOutput = pipe
    try process.run()
    let output = String(decoding: pipe.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    process.waitUntilExit()
    guard process.terminationReason == .exit, process.terminationStatus == 0,
      let value = Double(output.trimmingCharacters(in: .whitespacesAndNewlines))
    else {
      let command = ([name] + arguments).joined(separator: " ")
      throw Failure(description: "\(command): ended with \(process.terminationStatus)")
    }
    return value
  }
}
