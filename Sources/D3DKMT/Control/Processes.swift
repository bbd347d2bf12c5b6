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
    do throws(Refusal) { try unsafe CallerMemory.write(number, to: pProcess, "pProcess") } catch {
      made.exit()
      throw error
    }
  }
}

/// Ends a process; see dxgkctl.h.
@c @implementation
public func DxgCtlExitProcess(_ Process: DXGCTL_PROCESS) -> NTSTATUS {
  perform(.controlExitProcess, ControlBlock.self, caller: dxgk_caller()) { frame throws(Refusal) in
    frame.block.process = Process
  } act: { _, _ throws(Refusal) in
    try EmbeddedKernel.process(Process).exit()
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
    let process = try EmbeddedKernel.process(Process)
    if unsafe pPrevious != nil {
      let previous = unsafe EmbeddedKernel.number(of: thread.pointee.process)
      try unsafe CallerMemory.write(previous, to: pPrevious, "pPrevious")
    }
    // SAFETY: the machine keeps every process it made for ever.
    unsafe thread.pointee.process = Unmanaged.passUnretained(process).toOpaque()
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
  unsafe thread.pointee.process = nil
  return NTStatus.success.rawValue
}

// MARK: - Numbers

extension EmbeddedKernel {
  /// Keeps a process and gives it its number.
  static func adopt(_ process: Process) -> UInt32 {
    withMachine { machine in
      machine.processes.withLock { processes in
        processes.append(process)
        return UInt32(processes.count - 1)
      }
    } ?? 0
  }

  /// - Throws: `STATUS_INVALID_PARAMETER` for a number that was not given.
  static func process(_ number: UInt32) throws(Refusal) -> Process {
    let process = withMachine { machine in
      machine.processes.withLock { processes in processes.indices.contains(Int(number)) ? processes[Int(number)] : nil }
    }
    guard let process = process ?? nil else { throw Refusal(.invalidParameter, "D-007", "Process", UInt64(number)) }
    return process
  }

  static func number(of process: UnsafeMutableRawPointer?) -> UInt32 {
    guard let process = unsafe process else { return 0 }
    let index = withMachine { machine in
      machine.processes.withLock { processes in
        processes.firstIndex { unsafe Unmanaged.passUnretained($0).toOpaque() == process }
      }
    }
    return UInt32((index ?? nil) ?? 0)
  }

  /// The machine if there is one.
  static func withMachine<Result>(_ body: (Machine) -> Result) -> Result? {
    guard let machine = unsafe dxgk_embedded_get() else { return nil }
    return unsafe Unmanaged<Machine>.fromOpaque(machine)._withUnsafeGuaranteedRef { body($0) }
  }
}
