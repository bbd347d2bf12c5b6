import DxgTrace
import Glibc

/// A program that was started, and the wait for its end.
struct ChildProcess {
  private let processID: pid_t

  /// Signals that a person or a supervisor sends to a command and means for what it runs; those that end it by accident
  /// while it waits included. They wait until the program exists, and are passed on then.
  private static let forwarded: [Int32] = [SIGINT, SIGQUIT, SIGTERM, SIGHUP, SIGUSR1, SIGUSR2]

  /// Starts `arguments[0]`, found by PATH, with the caller's signal mask and standard streams.
  ///
  /// - Parameter arguments: exact bytes, at least one.
  /// - Throws: when there is no such program or it cannot be executed.
  static func start(_ arguments: [[UInt8]], environment: ProgramEnvironment) throws(CommandFailure) -> ChildProcess {
    // An ignored SIGCHLD would have the system throw the exit status away.
    signal(SIGCHLD, SIG_DFL)
    let program = CStringArray(arguments)
    let variables = CStringArray(environment.entries)
    var processID: pid_t = 0
    var callersMask = blockSignals()
    // SAFETY: every pointer is to a variable of this scope.
    var attributes = posix_spawnattr_t()
    unsafe posix_spawnattr_init(&attributes)
    defer { unsafe _ = posix_spawnattr_destroy(&attributes) }
    unsafe posix_spawnattr_setsigmask(&attributes, &callersMask)
    unsafe posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_SETSIGMASK))
    // SAFETY: both lists and their strings live until the end of the scope; the program's image is a copy of them.
    let error = unsafe posix_spawnp(
      &processID, program.pointers[0]!, nil, &attributes, program.pointers.baseAddress!,
      variables.pointers.baseAddress!)
    withExtendedLifetime((program, variables)) {}
    guard error == 0 else {
      throw .cannotRun(String(decoding: arguments[0], as: UTF8.self), error: error)
    }
    return ChildProcess(processID: processID)
  }

  var id: UInt32 { UInt32(processID) }

  /// Waits for the end, passing on the signals that come meanwhile.
  func wait() -> RunReport.Ending {
    var awaited = Self.signals
    while true {
      var status: Int32 = 0
      // SAFETY: every pointer is to a variable of this scope.
      let ended = unsafe waitpid(processID, &status, WNOHANG)
      if ended == processID { return RunReport.Ending(waitStatus: status) }
      if ended < 0 && errno != EINTR { return .exited(code: 1) }
      var information = unsafe siginfo_t()
      let number = unsafe sigwaitinfo(&awaited, &information)
      // What a terminal or the kernel sends goes to the program's whole group: the program has it already.
      let isFromProcess = unsafe information.si_code <= 0
      if number > 0, number != SIGCHLD, isFromProcess { kill(processID, number) }
    }
  }

  /// - Returns: the mask as it was.
  private static func blockSignals() -> sigset_t {
    var old = sigset_t()
    var blocked = signals
    // SAFETY: both sets are variables of this scope.
    unsafe sigprocmask(SIG_BLOCK, &blocked, &old)
    return old
  }

  private static var signals: sigset_t {
    var set = sigset_t()
    // SAFETY: the set is a variable of this scope.
    unsafe sigemptyset(&set)
    ([SIGCHLD] + forwarded).forEach { unsafe sigaddset(&set, $0) }
    return set
  }
}

extension RunReport.Ending {
  /// What waitpid said: the exit code in the second byte, or the signal in the low seven bits.
  init(waitStatus status: Int32) {
    let signal = status & 0x7F
    self = signal == 0 ? .exited(code: status >> 8 & 0xFF) : .killed(signal: signal, name: signalName(signal))
  }
}

/// A list of C strings that ends in NULL, as `execve` wants it.
@safe final class CStringArray {
  let pointers: UnsafeMutableBufferPointer<UnsafeMutablePointer<CChar>?>

  init(_ strings: [[UInt8]]) {
    unsafe pointers = .allocate(capacity: strings.count + 1)
    for (index, string) in strings.enumerated() {
      // SAFETY: the copy is one byte longer than the string and ends in zero; deinit gives it back.
      let copy = UnsafeMutablePointer<CChar>.allocate(capacity: string.count + 1)
      for (offset, byte) in string.enumerated() { unsafe copy[offset] = CChar(bitPattern: byte) }
      unsafe copy[string.count] = 0
      unsafe pointers.initializeElement(at: index, to: copy)
    }
    unsafe pointers.initializeElement(at: strings.count, to: nil)
  }

  deinit {
    // SAFETY: every element was made in init, and nobody else has them.
    unsafe pointers.forEach { unsafe $0?.deallocate() }
    unsafe pointers.deallocate()
  }
}
