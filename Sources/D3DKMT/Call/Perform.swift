internal import CSystem
internal import DxgTrace
internal import Dxgkrnl
internal import WDDM

/// Runs one call from the outside: whatever an exported function does, it does through here.
///
///     frame → decode → recorded as in flight → act (the kernel decides, the answer is written) → recorded as complete
///
/// - Parameters:
///   - caller: the address that the exported function returns to.
///   - beginsAnew: whether the call may make a kernel in a forked child, where the inherited handles of all other calls
///     mean nothing.
///   - decode: copies everything out of the caller's memory, and checks what needs no kernel.
///   - act: asks the kernel and writes the answer, with everything it needs in the frame.
@inline(__always)
func perform<Block: FrameBlock>(
  _ entryPoint: EntryPoint, _: Block.Type, caller: UInt, beginsAnew: Bool = false,
  decode: (inout Frame<Block>) throws(Refusal) -> Void,
  act: (inout Frame<Block>, Process) throws(Refusal) -> Void
) -> Int32 {
  guard let thread = unsafe dxgk_thread_current() else { return NTStatus.noMemory.rawValue }
  // A driver may not call in again from inside its own call: the gates it is behind are not entered twice.
  guard unsafe thread.pointee.depth == 0 else { return NTStatus.invalidParameter.rawValue }
  guard let machine = unsafe EmbeddedKernel.machine(beginsAnew: beginsAnew) else {
    return EmbeddedKernel.failure.rawValue
  }
  unsafe thread.pointee.depth = 1
  defer { unsafe thread.pointee.depth = 0 }
  // SAFETY: a machine lives as long as its process; so does everything it holds.
  return unsafe machine._withUnsafeGuaranteedRef { machine in
    var frame = unsafe Frame<Block>(thread, entryPoint)
    let process = unsafe thread.pointee.process.map { unsafe Unmanaged<Process>.fromOpaque($0) } ?? machine.process
    return unsafe process._withUnsafeGuaranteedRef { process in
      do throws(Refusal) { try decode(&frame) } catch {
        frame.truncate()
        return unsafe machine.refuse(error, frame.base, frame.length, entryPoint, caller, process.ordinal, thread)
      }
      guard let recorder = machine.recorder else {
        do throws(Refusal) { try act(&frame, process) } catch { return error.status.rawValue }
        if unsafe thread.pointee.capacity > 65536 { unsafe dxgk_thread_trim(thread) }
        return frame.status.rawValue
      }
      let position = unsafe recorder.begin(
        frame.base, length: frame.length, caller: caller, process: process.ordinal, thread: thread)
      unsafe thread.pointee.record = position
      do throws(Refusal) { try act(&frame, process) } catch {
        recorder.refuse(position, error)
        frame.status = error.status
      }
      unsafe thread.pointee.record = 0
      unsafe recorder.complete(
        position, frame.base, shape: entryPoint.shape, elements: frame.elementCount, status: frame.status)
      if unsafe thread.pointee.capacity > 65536 { unsafe dxgk_thread_trim(thread) }
      return frame.status.rawValue
    }
  }
}

extension Machine {
  /// A call that did not get past decoding: recorded with its block alone, and the reason.
  @inline(never)
  func refuse(
    _ refusal: Refusal, _ frame: UnsafeMutableRawPointer, _ length: Int, _ entryPoint: EntryPoint, _ caller: UInt,
    _ process: UInt32, _ thread: UnsafeMutablePointer<dxgk_thread>
  ) -> Int32 {
    guard let recorder else { return refusal.status.rawValue }
    let position = unsafe recorder.begin(frame, length: length, caller: caller, process: process, thread: thread)
    recorder.refuse(position, refusal)
    unsafe recorder.complete(position, frame, shape: entryPoint.shape, elements: 0, status: refusal.status)
    return refusal.status.rawValue
  }
}
