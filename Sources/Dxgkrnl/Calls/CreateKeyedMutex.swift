internal import Locks
internal import Synchronization
package import WDDM

/// What a creation or an opening of a keyed mutex gave back.
package struct KeyedMutexOpened: Sendable, Equatable {
  /// `hKeyedMutex`.
  package let handle: UInt32
  /// `hSharedHandle`; 0 with NtSecuritySharing (W-223), and for an opening.
  package var globalShare: UInt32 = 0
  /// Bytes of private runtime data that the mutex has.
  package var runtimeDataSize: UInt32 = 0
}

extension Process {
  /// D3DKMTCreateKeyedMutex and D3DKMTCreateKeyedMutex2: a keyed mutex that nobody owns, on no device (W-211).
  ///
  /// - Parameters:
  ///   - initialValue: the key that acquires it first (W-225).
  ///   - flags: `D3DKMT_CREATEKEYEDMUTEX2_FLAGS`: 1 NtSecuritySharing; 0 for the first version.
  ///   - runtimeData: for those who open it; empty for the first version.
  /// - Throws: `STATUS_INVALID_PARAMETER` for reserved flags (W-223) or too much data (D-004), `STATUS_NO_MEMORY` when
  ///   a table of handles is full (D-003).
  package func createKeyedMutex(
    initialValue: UInt64, flags: UInt32 = 0, runtimeData: [UInt8] = []
  ) throws(Refusal) -> KeyedMutexOpened {
    guard flags & ~1 == 0 else { throw Refusal(.invalidParameter, "W-223", "Flags", UInt64(flags)) }
    try checkRuntimeData(size: runtimeData.count)
    gate.enter()
    defer { leaveGate() }
    try refuseAfterExit()
    let mutex = KeyedMutex(key: initialValue, isNtSecured: flags & 1 != 0, runtimeData: runtimeData)
    let mark = state.value.writer.mark
    let handle = try reserve(mutex)
    var globalShare: UInt32 = 0
    if !mutex.isNtSecured {
      do throws(Refusal) { globalShare = try kernel.reserveGlobalHandle(for: .keyedMutex(mutex)) } catch {
        unreserveKeyedMutex(handle)
        state.value.writer.rewind(to: mark)
        throw error
      }
    }
    mutex.give(ordinal: kernel.nextKeyedMutex.wrappingAdd(1, ordering: .relaxed).oldValue)
    handles.publish(handle)
    kernel.publishGlobalHandle(globalShare)
    recordCreated(handle, mutex, wasOpened: false)
    return KeyedMutexOpened(
      handle: handle, globalShare: globalShare, runtimeDataSize: UInt32(truncatingIfNeeded: runtimeData.count))
  }

  /// D3DKMTDestroyKeyedMutex: ends a handle. If it owns the mutex, the mutex is abandoned (W-230); the order in which
  /// creator and openers are destroyed is free (W-217).
  ///
  /// - Throws: `STATUS_INVALID_PARAMETER` for a handle that is none of this process, a global one too (W-214, W-215).
  package func destroyKeyedMutex(_ handle: UInt32) throws(Refusal) {
    gate.enter()
    defer { leaveGate() }
    guard endKeyedMutex(handle) else { throw Refusal(.invalidParameter, "W-214", "hKeyedMutex", UInt64(handle)) }
  }
}

// MARK: - What several calls check

extension Process {
  /// - Throws: `STATUS_INVALID_PARAMETER` for more private data than this kernel keeps (D-004).
  func checkRuntimeData(size: Int) throws(Refusal) {
    guard size <= Int(kernel.limits.privateDataBytes) else {
      throw Refusal(
        .invalidParameter, "D-004", "PrivateRuntimeDataSize", UInt64(size),
        bound: UInt64(kernel.limits.privateDataBytes))
    }
  }
}
