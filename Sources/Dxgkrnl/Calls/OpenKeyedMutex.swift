internal import Locks
package import WDDM

/// The caller's buffer for private runtime data, as far as it matters before anything is opened.
package struct RuntimeDataBuffer: Sendable, Equatable {
  /// `PrivateRuntimeDataSize`.
  package var size: UInt32
  /// Whether `pPrivateRuntimeData` was NULL.
  package var isNull: Bool

  package init(size: UInt32 = 0, isNull: Bool = true) {
    self.size = size
    self.isNull = isNull
  }
}

extension Process {
  /// D3DKMTOpenKeyedMutex and D3DKMTOpenKeyedMutex2: another handle on a keyed mutex, by its global handle (W-213).
  ///
  /// Private data is announced by its size and never copied: Windows leaves the buffer alone (W-222).
  ///
  /// - Parameter buffer: what the second version brings; nil for the first.
  /// - Throws: `STATUS_INVALID_PARAMETER` for a value that is no global handle of a keyed mutex (W-212, W-216), a size
  ///   without a buffer (W-218), a size that is not the stored one (W-221); `STATUS_NO_MEMORY` (D-003).
  package func openKeyedMutex(
    globalHandle: UInt32, buffer: RuntimeDataBuffer? = nil
  ) throws(Refusal) -> KeyedMutexOpened {
    if let buffer { try checkBuffer(buffer) }
    gate.enter()
    defer { leaveGate() }
    try refuseAfterExit()
    guard let mutex = kernel.keyedMutex(globalHandle: globalHandle) else {
      throw Refusal(.invalidParameter, "W-212", "hSharedHandle", UInt64(globalHandle))
    }
    return try open(mutex, buffer)
  }

  /// - Throws: `STATUS_INVALID_PARAMETER` for a size without a buffer (W-218).
  func checkBuffer(_ buffer: RuntimeDataBuffer) throws(Refusal) {
    guard buffer.size == 0 || !buffer.isNull else {
      throw Refusal(.invalidParameter, "W-218", "pPrivateRuntimeData", 0)
    }
  }

  /// Makes a handle of this process out of a reference on a keyed mutex, which is given back if that fails. Inside the
  /// gate.
  func open(_ mutex: KeyedMutex, _ buffer: RuntimeDataBuffer?) throws(Refusal) -> KeyedMutexOpened {
    let stored = mutex.state.withLock { $0.runtimeData.count }
    do throws(Refusal) {
      if let buffer { try checkSize(buffer.size, against: stored) }
    } catch {
      kernel.release(mutex)
      throw error
    }
    let handle = try reserve(mutex)
    handles.publish(handle)
    recordCreated(handle, mutex, wasOpened: true)
    return KeyedMutexOpened(handle: handle, runtimeDataSize: UInt32(truncatingIfNeeded: stored))
  }

  /// A mutex without data takes any size (W-219); one with data takes that size or 0 (W-220…W-222).
  ///
  /// - Throws: `STATUS_INVALID_PARAMETER` (W-221).
  func checkSize(_ size: UInt32, against stored: Int) throws(Refusal) {
    guard stored == 0 || size == 0 || Int(size) == stored else {
      throw Refusal(.invalidParameter, "W-221", "PrivateRuntimeDataSize", UInt64(size), bound: UInt64(stored))
    }
  }
}
