import Foundation
import Testing

/// What `make command lib examples` leaves in `dist`: the command, the library and the example clients as users get them.
///
/// A test that needs a product which is not there fails and says how to make it; it never skips.
struct Distribution {
  let root: URL
  let dist: URL
  let command: BuiltCommand

  init() throws {
    root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent()
    let name = ProcessInfo.processInfo.environment["DIST"] ?? "dist"
    dist = name.hasPrefix("/") ? URL(fileURLWithPath: name) : root.appendingPathComponent(name)
    command = BuiltCommand(executable: dist.appendingPathComponent("bin/dxgk"))
    for product in [
      "bin/dxgk", "lib/libdxgk.so.0", "examples/replay-workload", "examples/standalone", "examples/minimal-kmd.so",
    ] {
      let path = dist.appendingPathComponent(product).path
      try #require(
        FileManager.default.isReadableFile(atPath: path), "\(path) is not there: run 'make command lib examples' first")
    }
  }

  func example(_ name: String) -> String { dist.appendingPathComponent("examples/" + name).path }

  func workload(_ name: String) -> URL { root.appendingPathComponent("Examples/workloads/" + name) }

  /// Builds `Clients/client.c` against the library.
  func buildClient(into directory: TemporaryDirectory) throws -> String {
    let source = URL(fileURLWithPath: #filePath).deletingLastPathComponent().appendingPathComponent("Clients/client.c")
    let program = directory.url("client").path
    let compiler = Process()
    compiler.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    compiler.arguments = [
      "cc", "-std=gnu11", "-O1", "-g", "-Wall", "-Wextra", "-Werror",
      "-I", dist.appendingPathComponent("include/dxgk").path, source.path,
      "-L", dist.appendingPathComponent("lib").path, "-ldxgk", "-pthread", "-o", program,
    ]
    try compiler.run()
    compiler.waitUntilExit()
    try #require(compiler.terminationStatus == 0, "client.c does not compile")
    return program
  }
}
