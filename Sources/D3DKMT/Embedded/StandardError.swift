internal import CSystem
internal import Glibc

/// The one place where this library speaks to a person: a line on standard error, when the environment asked for
/// something that cannot be.
enum StandardError {
  static func say(_ line: String) {
    let text = Array(("dxgk: " + line + "\n").utf8)
    // Nobody is left to tell if this fails.
    _ = unsafe text.withUnsafeBytes { unsafe write(2, $0.baseAddress, $0.count) }
  }
}

enum Environment {
  /// The value of an environment variable; nil when it is not set or empty.
  static func value(_ name: String) -> String? {
    // SAFETY: the string is copied at once; the environment is the program's, and it may not change it meanwhile.
    guard let value = unsafe getenv(name), unsafe value.pointee != 0 else { return nil }
    return unsafe String(cString: value)
  }
}
