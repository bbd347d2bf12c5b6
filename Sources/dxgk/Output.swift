import DxgTrace
import Glibc

/// Writing text to descriptors and files, all of it or an error.
enum Output {
  enum Stream: Int32 {
    case standardOutput = 1
    case standardError = 2

    /// Colours when the stream is a terminal and nobody asked for none (`NO_COLOR`, <https://no-color.org>).
    var ink: Ink {
      // SAFETY: getenv answers NULL or a terminated string; only its first byte is read.
      let isUnwanted = unsafe getenv("NO_COLOR").map { unsafe $0.pointee != 0 } ?? false
      return isatty(rawValue) == 1 && !isUnwanted ? .terminal : .plain
    }
  }

  /// Writes `text`; a stream that is closed or full is given up, as there is nowhere to say so.
  static func write(_ text: String, to stream: Stream) {
    _ = write(text, to: stream.rawValue)
  }

  /// A file that is open for writing until the command ends.
  struct File {
    private let path: String
    private let descriptor: Int32

    /// Makes the file, or empties it.
    init(replacing path: String) throws(CommandFailure) {
      self.path = path
      // SAFETY: the path is a terminated string for the length of the call.
      descriptor = unsafe open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o666)
      guard descriptor >= 0 else { throw .system("cannot write \(path)", error: errno) }
    }

    func write(_ text: String) throws(CommandFailure) {
      if let failure = Output.write(text, to: descriptor) { throw .system("cannot write \(path)", error: failure) }
    }
  }

  /// - Returns: the error that stopped the writing, or nil.
  private static func write(_ text: String, to descriptor: Int32) -> Int32? {
    let bytes = Array(text.utf8)
    var written = 0
    while written < bytes.count {
      let count = unsafe bytes.withUnsafeBytes { buffer in
        // SAFETY: `written` is below the buffer's count, and the count passed is what is left of it.
        unsafe Glibc.write(descriptor, buffer.baseAddress! + written, buffer.count - written)
      }
      if count >= 0 {
        written += count
      } else if errno != EINTR {
        return errno
      }
    }
    return nil
  }
}
