import Glibc

/// Lines from a pipe, each within a time limit.
struct LineReader {
  enum Next {
    case line(Substring)
    /// The other end is closed.
    case end
    /// Nothing came in time.
    case late
  }

  private let descriptor: Int32
  private let milliseconds: Int32
  private var buffer: [UInt8] = []

  init(descriptor: Int32, timeLimit: Double) {
    self.descriptor = descriptor
    milliseconds = Int32(clamping: Int64(timeLimit * 1000))
  }

  mutating func next() -> Next {
    while true {
      if let end = buffer.firstIndex(of: UInt8(ascii: "\n")) {
        defer { buffer.removeFirst(end + 1) }
        return .line(Substring(decoding: buffer[..<end], as: UTF8.self))
      }
      var ready = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
      // SAFETY: one entry.
      let count = unsafe poll(&ready, 1, milliseconds)
      if count == 0 { return .late }
      if count < 0, errno == EINTR { continue }
      var chunk = [UInt8](repeating: 0, count: 4096)
      let got = unsafe chunk.withUnsafeMutableBytes { bytes in
        // SAFETY: read writes at most the count it is given.
        unsafe read(descriptor, bytes.baseAddress!, bytes.count)
      }
      if got > 0 { buffer += chunk.prefix(got) } else if got == 0 || errno != EINTR { return .end }
    }
  }
}
