internal import Locks
internal import Synchronization
internal import WDDM

extension Process {
  /// Reserves a handle on a keyed mutex for one reference on it, which the handle owns from now on. Inside the gate.
  ///
  /// The caller publishes the handle, or undoes it with ``unreserveKeyedMutex(_:)``.
  ///
  /// - Throws: `STATUS_NO_MEMORY` when the table is full (D-003); the reference was given back.
  func reserve(_ mutex: KeyedMutex) throws(Refusal) -> UInt32 {
    let record = state.value.keyedMutexes.take { KeyedMutexReference(mutex) }
    guard let handle = handles.reserve(.keyedMutex, record, &state.value.writer) else {
      state.value.keyedMutexes.giveBack(record)
      kernel.release(mutex)
      throw Refusal(
        .noMemory, "D-003", "hKeyedMutex", UInt64(state.value.writer.live) + 1,
        bound: UInt64(state.value.writer.limit))
    }
    record.value.handle = handle
    return handle
  }

  /// Undoes ``reserve(_:)`` and gives the reference back. Inside the gate; the cursor is the caller's to rewind.
  func unreserveKeyedMutex(_ handle: UInt32) {
    guard let record = handles.peek(handle, .keyedMutex, reservedToo: true) else { return }
    let mutex = record.value.mutex
    handles.retire(handle, &state.value.writer)
    state.value.keyedMutexes.giveBack(record)
    kernel.release(mutex)
  }

  /// Ends a live handle: what it owns is abandoned, what waits through it is over, and the mutex loses a reference
  /// (W-216, W-230). Inside the gate.
  ///
  /// - Returns: whether it was live.
  func endKeyedMutex(_ handle: UInt32) -> Bool {
    guard let record = handles.peek(handle, .keyedMutex), handles.end(handle) != nil else { return false }
    let mutex = record.value.mutex
    for wait in mutex.state.withLock({ $0.end(record) }) { wait.isOver.wake() }
    kernel.release(mutex)
    kernel.events?.record(.keyedMutexDestroyed(process: ordinal, keyedMutex: handle))
    if !retire(record) {
      state.value.endingKeyedMutexes.append(record)
      deferredCount.wrappingAdd(1, ordering: .relaxed)
    }
    return true
  }

  /// Frees handles that ended while a call looked at them, as far as no call does any more. Inside the gate.
  func finishKeyedMutexes() {
    state.value.endingKeyedMutexes.removeAll { record in
      guard retire(record) else { return false }
      deferredCount.wrappingSubtract(1, ordering: .relaxed)
      return true
    }
  }

  private func retire(_ record: Record<KeyedMutexReference>) -> Bool {
    let handle = record.value.handle
    guard handles.references(handle) == 0 else { return false }
    handles.retire(handle, &state.value.writer)
    state.value.keyedMutexes.giveBack(record)
    return true
  }
}
