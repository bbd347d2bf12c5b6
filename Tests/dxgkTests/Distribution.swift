import Foundation
import Testing

/// What `make command lib examples` leaves in `dist`: the command, the library and the example clients as users get
/// them.
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
    let program = directory.url("client").path
    try compile(["-O1", "-pthread", clients + "/client.c", "-L", libraries, "-ldxgk", "-o", program])
    return program
  }

  /// Builds `Examples/minimal-kmd` with the mistakes of `Clients/broken-driver.c`.
  func buildBrokenDriver(into directory: TemporaryDirectory) throws -> String {
    let driver = directory.url("broken.so").path
    let sound = directory.url("allocation.o").path
    let sources = root.appendingPathComponent("Examples/minimal-kmd").path
    try compile([
      "-fPIC", "-DOpenAllocation=SoundOpenAllocation", "-c", sources + "/allocation.c", "-o", sound,
    ])
    try compile([
      "-fPIC", "-shared", "-fvisibility=hidden", sources + "/adapter.c", clients + "/broken-driver.c", sound,
      "-L", libraries, "-ldxgkport", "-o", driver,
    ])
    return driver
  }

  private var clients: String { URL(fileURLWithPath: #filePath).deletingLastPathComponent().path + "/Clients" }
  private var libraries: String { dist.appendingPathComponent("lib").path }

  private func compile(_ arguments: [String]) throws {
    let compiler = Process()
    compiler.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    compiler.arguments =
      ["cc", "-std=gnu11", "-g", "-Wall", "-Wextra", "-Werror", "-I", dist.appendingPathComponent("include/dxgk").path]
      + arguments
    try compiler.run()
    compiler.waitUntilExit()
    try #require(compiler.terminationStatus == 0, "cc \(arguments.joined(separator: " "))")
  }
}
