import Glibc

/// Why the command itself could not do what it was asked: one line, and the exit code that goes with it.
struct CommandFailure: Error, Hashable {
  let message: String
  let exitCode: Int32

  /// The command line or an input is wrong.
  static func usage(_ message: String) -> CommandFailure { CommandFailure(message: message, exitCode: 2) }

  /// The program of `dxgk run` could not be started: 127 when there is none of that name, else 126, as shells have it.
  static func cannotRun(_ program: String, error: Int32) -> CommandFailure {
    CommandFailure(
      message: "cannot run \(program): \(systemMessage(error))", exitCode: error == ENOENT ? 127 : 126)
  }

  /// Something that the operating system refused: "cannot read FILE: No such file or directory".
  static func system(_ what: String, error: Int32) -> CommandFailure {
    .usage("\(what): \(systemMessage(error))")
  }

  private static func systemMessage(_ error: Int32) -> String {
    // SAFETY: strerror answers a terminated string that is valid until its next call; it is copied here, and the
    // command has one thread.
    unsafe strerror(error).map { unsafe String(cString: $0) } ?? "error \(error)"
  }
}
