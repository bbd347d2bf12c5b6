import Glibc

/// Where `libdxgk.so.0` is, for the program that is to find it first.
enum LibraryLocation {
  static let fileName = "libdxgk.so.0"

  /// The directory to search first.
  ///
  /// - Parameter asked: the directory of `--library`, the only place looked at when given.
  /// - Throws: when the library is not there, with the places that were tried.
  static func find(asked: String?) throws(CommandFailure) -> String {
    if let asked {
      guard holdsLibrary(asked) else { throw .usage("--library \(asked): there is no \(fileName)") }
      return absolutePath(asked)
    }
    guard let executable = executablePath() else { throw .usage("cannot tell where dxgk is: /proc is not there") }
    guard let found = candidates(for: executable).first(where: holdsLibrary) else {
      throw .usage(
        "cannot find \(fileName) near \(executable); build it with 'make lib', or say where it is with --library")
    }
    return found
  }

  /// Beside an installed or freshly built command (`bin/dxgk`, `lib/…`), then in `dist/lib` of the source tree that the
  /// command was built in.
  static func candidates(for executable: String) -> [String] {
    let home = directory(of: executable)
    var places = [directory(of: home) + "/lib", home]
    var parent = home
    while parent != "/" && parent != "." {
      parent = directory(of: parent)
      places.append((parent == "/" ? "" : parent) + "/dist/lib")
    }
    return places
  }

  private static func holdsLibrary(_ directory: String) -> Bool { isReadable(directory + "/" + fileName) }
}
