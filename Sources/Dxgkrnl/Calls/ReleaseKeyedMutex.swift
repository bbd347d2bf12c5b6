internal import Locks
package import WDDM

extension Process {
  /// D3DKMTReleaseKeyedMutex and D3DKMTReleaseKeyedMutex2: gives the mutex up with the key that acquires it next
  /// (W-227), straight to whoever has waited longest for that key.
  ///
  /// - Parameters:
  ///   - fence: `FenceValue`: what the next owner is told.
  ///   - runtimeData: what becomes the mutex's private data; empty: it stays.
  /// - Throws: `STATUS_INVALID_PARAMETER` for a handle that is none (W-224) or does not own the mutex (W-228), for too
  ///   much data (D-004), or data of another size than there is (W-221).
  package func releaseKeyedMutex(
    _ handle: UInt32, key: UInt64, fence: UInt64, runtimeData: [UInt8] = []
  ) throws(Refusal) {
    try checkRuntimeData(size: runtimeData.count)
    guard let reference = handles.resolve(handle, .keyedMutex) else {
      throw Refusal(.invalidParameter, "W-224", "hKeyedMutex", UInt64(handle))
    }
    defer { release(handle) }
    let next = try reference.value.mutex.state.withLock { state throws(Refusal) -> KeyedMutexWait? in
      guard state.isOwner(reference) else {
        throw Refusal(.invalidParameter, "W-228", "hKeyedMutex", UInt64(handle))
      }
      try checkSize(UInt32(truncatingIfNeeded: runtimeData.count), against: state.runtimeData.count)
      if !runtimeData.isEmpty { state.runtimeData = runtimeData }
      return state.release(key, fence: fence)
    }
    next?.isOver.wake()
  }
}
