internal import CSystem
package import Dxgkrnl
internal import Glibc
internal import Locks
package import WDDM

/// The kernel's ``HandleNamespace`` on Linux: an NT handle is a file descriptor, the write end of a pipe whose read end
/// the kernel has. `close` closes it, `dup`, `fork` and SCM_RIGHTS duplicate it, and when the last duplicate is gone
/// the read end hangs up.
///
/// All processes of one kernel in one program share the program's descriptors, so numbers are the same in all of them.
/// Nothing is ever written into a pipe.
package final class PipeHandles: HandleNamespace {
  private struct Key: Hashable {
    let device: UInt64
    let inode: UInt64

    init(_ identity: dxgk_handle_identity) {
      device = identity.device
      inode = identity.inode
    }
  }

  private struct State: ~Copyable {
    var references: [Key: NtReference] = [:]
    /// By read end.
    var keys: [Int32: Key] = [:]
  }

  private let watch: Int32
  private let state = Guarded(State(), rank: .memory)

  /// - Throws: `STATUS_NO_MEMORY` when the machine has no more descriptors (D-005).
  package init() throws(Refusal) {
    var watch: Int32 = -1
    let error = unsafe dxgk_handle_watch_create(&watch)
    guard error == 0 else { throw Refusal(.noMemory, "D-005", "epoll_create1", UInt64(error)) }
    self.watch = watch
  }

  deinit {
    state.withLock { state in
      for end in state.keys.keys { dxgk_handle_end_close(watch, end) }
    }
    dxgk_handle_close(watch)
  }

  package func makeHandle(
    to reference: NtReference, in process: UInt32, isInheritable: Bool
  ) throws(Refusal) -> UInt64 {
    var handle: Int32 = -1
    var end: Int32 = -1
    var identity = dxgk_handle_identity()
    // Known before anybody could close the handle and be noticed.
    let error = state.withLock { state -> Int32 in
      let error = unsafe dxgk_handle_create(watch, isInheritable, &handle, &end, &identity)
      guard error == 0 else { return error }
      state.references[Key(identity)] = reference
      state.keys[end] = Key(identity)
      return 0
    }
    guard error == 0 else { throw Refusal(.noMemory, "D-005", "pipe2", UInt64(error)) }
    return UInt64(handle)
  }

  package func reference(of handle: UInt64, in process: UInt32) throws(Refusal) -> NtReference {
    guard handle != 0, let descriptor = Int32(exactly: handle) else {
      throw Refusal(.invalidHandle, "U-142", "hNtHandle", handle)
    }
    var identity = dxgk_handle_identity()
    switch unsafe dxgk_handle_identify(descriptor, &identity) {
    case 0:
      // Another kernel's handle, or a pipe of the caller's own.
      guard let reference = state.withLock({ $0.references[Key(identity)] }) else { fallthrough }
      return reference
    case EINVAL:
      throw Refusal(.objectTypeMismatch, "U-154", "hNtHandle", handle)
    default: throw Refusal(.invalidHandle, "U-142", "hNtHandle", handle)
    }
  }

  package func close(_ handle: UInt64, in process: UInt32) {
    if let descriptor = Int32(exactly: handle) { dxgk_handle_close(descriptor) }
  }

  package func takeClosed() -> [NtReference] {
    state.withLock { state in
      var closed: [NtReference] = []
      guard !state.keys.isEmpty else { return closed }
      var ends = InlineArray<64, Int32>(repeating: 0)
      while true {
        var span = ends.mutableSpan
        // SAFETY: at most as many numbers are written as the array has.
        let count = unsafe span.withUnsafeMutableBufferPointer {
          unsafe dxgk_handle_hung_up(watch, $0.baseAddress, Int32($0.count))
        }
        for index in 0..<Int(count) {
          let end = ends[index]
          dxgk_handle_end_close(watch, end)
          if let key = state.keys.removeValue(forKey: end), let reference = state.references.removeValue(forKey: key) {
            closed.append(reference)
          }
        }
        if count < 64 { return closed }
      }
    }
  }
}
