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
  /// What a file says, up to a mebibyte; nil when it cannot be read or is longer.
  static func contents(of path: String) -> String? {
    // SAFETY: the path is a terminated string for the length of the call.
    let file = unsafe open(path, O_RDONLY | O_CLOEXEC)
    guard file >= 0 else { return nil }
    defer { close(file) }
    var bytes = [UInt8](repeating: 0, count: 1 << 20)
    var count = 0
    while count < bytes.count {
      let room = bytes.count - count
      let got = unsafe bytes.withUnsafeMutableBytes { buffer in
        // SAFETY: read writes at most the room that is left behind `count`.
        unsafe read(file, buffer.baseAddress! + count, room)
      }
      if got == 0 { return String(decoding: bytes.prefix(count), as: UTF8.self) }
      if got > 0 { count += got } else if errno != EINTR { return nil }
    }
    return nil
  }

  /// The value of an environment variable; nil when it is not set or empty.
  static func value(_ name: String) -> String? {
    // SAFETY: the string is copied at once; the environment is the program's, and it may not change it meanwhile.
    guard let value = unsafe getenv(name), unsafe value.pointee != 0 else { return nil }
    return unsafe String(cString: value)
  }
}
