internal import CSystem
public import CWDDM
internal import Dxgkrnl
internal import Locks
internal import WDDM

/// Makes a process; see dxgkctl.h.
@c @implementation
public func DxgCtlCreateProcess(_ pProcess: UnsafeMutablePointer<DXGCTL_PROCESS>!) -> NTSTATUS {
  perform(.controlCreateProcess, ControlBlock.self, caller: dxgk_caller(), beginsAnew: true) {
    _ throws(Refusal) in
    try unsafe CallerMemory.probe(pProcess, 4, "pProcess")
  } act: { frame, process throws(Refusal) in
    let made = try process.kernel.makeProcess()
    let number = EmbeddedKernel.adopt(made)
    frame.block.process = made.ordinal
    try unsafe CallerMemory.write(number, to: pProcess, "pProcess") { EmbeddedKernel.exit(made, number) }
  }
}

/// Ends a process; see dxgkctl.h.
@c @implementation
public func DxgCtlExitProcess(_ Process: DXGCTL_PROCESS) -> NTSTATUS {
  perform(.controlExitProcess, ControlBlock.self, caller: dxgk_caller()) { frame throws(Refusal) in
    frame.block.process = Process
  } act: { _, _ throws(Refusal) in
    EmbeddedKernel.exit(try EmbeddedKernel.process(Process), Process)
  }
}

/// Makes this thread speak for a process. Changes nothing but the thread, so it is no call of the kernel's.
@c @implementation
public func DxgCtlEnterProcess(_ Process: DXGCTL_PROCESS, _ pPrevious: UnsafeMutablePointer<DXGCTL_PROCESS>!)
  -> NTSTATUS
{
  guard let thread = unsafe dxgk_thread_current() else { return NTStatus.noMemory.rawValue }
  guard unsafe thread.pointee.depth == 0, unsafe EmbeddedKernel.machine(beginsAnew: true) != nil else {
    return NTStatus.invalidParameter.rawValue
  }
  do throws(Refusal) {
    let process = try EmbeddedKernel.enter(Process)
    let previous = unsafe thread.pointee.process_number
    if unsafe pPrevious != nil {
      try unsafe CallerMemory.write(previous, to: pPrevious, "pPrevious") { EmbeddedKernel.leave(Process) }
    }
    // SAFETY: a process is kept as long as a thread is in it.
    unsafe thread.pointee.process = Unmanaged.passUnretained(process).toOpaque()
    unsafe thread.pointee.process_number = Process
    EmbeddedKernel.leave(previous)
    return NTStatus.success.rawValue
  } catch {
    return error.status.rawValue
  }
}

/// Makes this thread speak for the program again.
@c @implementation
public func DxgCtlLeaveProcess() -> NTSTATUS {
  guard let thread = unsafe dxgk_thread_existing() else { return NTStatus.success.rawValue }
  guard unsafe thread.pointee.depth == 0 else { return NTStatus.invalidParameter.rawValue }
  let left = unsafe thread.pointee.process_number
  unsafe thread.pointee.process = nil
  unsafe thread.pointee.process_number = 0
  EmbeddedKernel.leave(left)
  return NTStatus.success.rawValue
}

// MARK: - Numbers

extension EmbeddedKernel {
  /// Keeps a process and gives it its number.
  static func adopt(_ process: Process) -> UInt32 {
    dxgk_thread_tell_end { number in EmbeddedKernel.leave(number) }
    return withProcesses { $0.add(process) } ?? 0
  }

  /// - Throws: `STATUS_INVALID_PARAMETER` for a number that was not given, or is not used any more (D-007).
  static func process(_ number: UInt32) throws(Refusal) -> Process {
    guard let process = withProcesses({ $0[number] }) ?? nil else { throw unknown(number) }
    return process
  }

  /// This thread is in it from now on. Throws as ``process(_:)`` does.
  static func enter(_ number: UInt32) throws(Refusal) -> Process {
    guard let process = withProcesses({ $0.enter(number) }) ?? nil else { throw unknown(number) }
    return process
  }

  static func leave(_ number: UInt32) { _ = withProcesses { $0.leave(number) } }

  static func exit(_ process: Process, _ number: UInt32) {
    process.exit()
    _ = withProcesses { $0.exited(number) }
  }

  private static func unknown(_ number: UInt32) -> Refusal {
    Refusal(.invalidParameter, "D-007", "Process", UInt64(number))
  }

  private static func withProcesses<Result>(_ body: (inout NumberedProcesses) -> Result) -> Result? {
    withMachine { machine in machine.processes.withLock { body(&$0) } }
  }

  /// The machine if there is one.
  static func withMachine<Result>(_ body: (Machine) -> Result) -> Result? {
    guard let machine = unsafe dxgk_embedded_get() else { return nil }
    return unsafe Unmanaged<Machine>.fromOpaque(machine)._withUnsafeGuaranteedRef { body($0) }
  }
}
