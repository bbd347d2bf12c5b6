import Foundation

/// Drivers in C, compiled by the system's compiler when a test asks for them, against the headers of this tree.
enum CDrivers {
  /// The root of the project: this file lies in Tests/DDITests/Support.
  static let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent()

  /// A directory of this test run, with the port library in it.
  static let directory: Result<URL, BuildFailure> = {
    let place = URL.temporaryDirectory.appending(path: "dxgk-ddi-tests-\(UUID().uuidString)")
    do {
      try FileManager.default.createDirectory(at: place, withIntermediateDirectories: true)
      let port = root.appending(path: "Sources/DxgkPort/DxgkInitialize.c").path()
      try compile(
        [port, "-Wl,-soname,libdxgkport.so.0", "-o", place.appending(path: "libdxgkport.so.0").path()])
      atexit { if case .success(let place) = CDrivers.directory { try? FileManager.default.removeItem(at: place) } }
      return .success(place)
    } catch let failure as BuildFailure {
      return .failure(failure)
    } catch { return .failure(BuildFailure(text: "\(error)")) }
  }()

  struct BuildFailure: Error { let text: String }

  /// Compiles `sources` into a driver and gives its path.
  static func build(_ name: String, _ sources: [String], flags: [String] = []) throws -> String {
    let place = try directory.get()
    let output = place.appending(path: "\(name)-\(UUID().uuidString).so").path()
    let port = place.appending(path: "libdxgkport.so.0").path()
    try compile(flags + sources + [port, "-Wl,-rpath,\(place.path())", "-o", output])
    return output
  }

  /// Examples/minimal-kmd as its Makefile builds it, and declared as older versions; each compiled once.
  static let minimalKmd3_1 = Result { try minimalKmd(nil) }
  static let minimalKmd2_0 = Result { try minimalKmd("WDDM2_0") }
  static let minimalKmd1_3 = Result { try minimalKmd("WDDM1_3") }

  private static func minimalKmd(_ version: String?) throws -> String {
    let folder = root.appending(path: "Examples/minimal-kmd")
    let sources = ["adapter.c", "allocation.c"].map { folder.appending(path: $0).path() }
    let flags = version.map { ["-DDXGKDDI_INTERFACE_VERSION=DXGKDDI_INTERFACE_VERSION_\($0)"] } ?? []
    return try build("minimal-kmd", sources, flags: flags)
  }

  /// A driver of one test, from its text.
  static func fixture(_ name: String, _ text: String) throws -> String {
    let source = try directory.get().appending(path: "\(name)-\(UUID().uuidString).c")
    try text.write(to: source, atomically: true, encoding: .utf8)
    let support = root.appending(path: "Tests/DDITests/Drivers").path()
    return try build(name, [source.path()], flags: ["-I", support])
  }

  /// Runs the compiler. Not by Foundation's Process, which the leak checker reports.
  private static func compile(_ arguments: [String]) throws {
    let include = root.appending(path: "Sources/CWDDM/include").path()
    let log = URL.temporaryDirectory.appending(path: "dxgk-cc-\(UUID().uuidString)").path()
    defer { try? FileManager.default.removeItem(atPath: log) }
    let words =
      ["cc", "-std=c11", "-Wall", "-Wextra", "-Werror", "-O1", "-g", "-fPIC", "-shared", "-I", include] + arguments
    // SAFETY: the strings live until the spawn returned, and the list ends with NULL.
    let status = unsafe withCStrings(words) { argv in
      var actions = unsafe posix_spawn_file_actions_t()
      unsafe posix_spawn_file_actions_init(&actions)
      defer { unsafe posix_spawn_file_actions_destroy(&actions) }
      unsafe posix_spawn_file_actions_addopen(&actions, 2, log, O_WRONLY | O_CREAT | O_TRUNC, 0o600)
      var child = pid_t()
      guard unsafe posix_spawnp(&child, "cc", &actions, nil, argv, environ) == 0 else { return Int32(-1) }
      var status = Int32(0)
      while unsafe waitpid(child, &status, 0) < 0, errno == EINTR {}
      return status
    }
    guard status == 0 else {
      throw BuildFailure(text: (try? String(contentsOfFile: log, encoding: .utf8)) ?? "cc cannot be run")
    }
  }

  private static func withCStrings<Answer>(
    _ words: [String], _ body: ([UnsafeMutablePointer<CChar>?]) -> Answer
  ) -> Answer {
    let copies = unsafe words.map { unsafe strdup($0) }
    defer { unsafe copies.forEach { unsafe free($0) } }
    return unsafe body(copies + [nil])
  }
}
