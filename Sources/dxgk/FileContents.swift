import Glibc

/// The bytes of a file.
enum FileContents {
  /// Reads to the end or to `limit` bytes, whatever size the file claims: files below /proc claim none.
  static func read(_ path: String, atMost limit: Int = .max) throws(CommandFailure) -> [UInt8] {
    // SAFETY: the path is a terminated string for the length of the call.
    let descriptor = unsafe open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw .system("cannot read \(path)", error: errno) }
    defer { close(descriptor) }
    var contents: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 1 << 20)
    while contents.count < limit {
      let room = min(buffer.count, limit - contents.count)
      let count = unsafe buffer.withUnsafeMutableBytes { bytes in
        // SAFETY: read writes at most the count it is given, which the buffer has room for.
        unsafe Glibc.read(descriptor, bytes.baseAddress!, room)
      }
      if count > 0 {
        contents += buffer.prefix(count)
      } else if count == 0 {
        break
      } else if errno != EINTR {
        throw .system("cannot read \(path)", error: errno)
      }
    }
    return contents
  }
}

extension [UInt8] {
  /// The elements as bytes.
  var rawBytes: RawSpan {
    @_lifetime(borrow self) get {
      // SAFETY: a byte has no padding that could be read.
      unsafe span.bytes
    }
  }
}
