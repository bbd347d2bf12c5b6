import Foundation
import Testing

/// The package's root directory.
let packageRoot = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
  .deletingLastPathComponent().deletingLastPathComponent()

/// Where this run's objects go; gone when it ends.
private let directory: URL = {
  let made = URL.temporaryDirectory.appending(path: "dxgk-runtime-\(getpid())")
  try? FileManager.default.createDirectory(at: made, withIntermediateDirectories: true)
  atexit { try? FileManager.default.removeItem(at: directory) }
  return made
}()

/// Compiles C with the system's compiler and answers where the result is. Sources are named from the package's root.
func compile(_ name: String, sources: [String], options: [String] = []) throws -> String {
  let output = directory.appending(path: name).path()
  let include = ["Sources/CWDDM/include", "Examples/sample-umd"].flatMap {
    ["-I", packageRoot.appending(path: $0).path()]
  }
  let status = run(
    ["cc", "-std=gnu11", "-O1", "-g", "-Wall", "-Wextra", "-Werror", "-fPIC", "-fvisibility=hidden", "-shared"]
      + include + options + sources.map { packageRoot.appending(path: $0).path() } + ["-o", output])
  try #require(status == 0, "cc must compile \(name)")
  return output
}

/// Runs a command and answers how it ended. Not by Foundation's Process, which the leak checker reports.
private func run(_ words: [String]) -> Int32 {
  let arguments = unsafe words.map { unsafe strdup($0) }
  defer { unsafe arguments.forEach { unsafe free($0) } }
  var child = pid_t()
  // SAFETY: the strings live until the spawn returned, and the list ends with NULL.
  guard unsafe posix_spawnp(&child, words[0], nil, nil, arguments + [nil], environ) == 0 else {
    return -1
  }
  var status = Int32(0)
  while unsafe waitpid(child, &status, 0) < 0, errno == EINTR {}
  return status
}
