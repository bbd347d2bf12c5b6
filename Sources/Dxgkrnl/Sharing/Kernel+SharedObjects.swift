internal import Locks

// Giving back references of local handles and NT handles. The last one ends the global handle.

extension Kernel {
  /// Gives back a reference on a keyed mutex (W-216).
  func release(_ mutex: KeyedMutex) {
    let (isLast, handle) = mutex.state.withLock { ($0.life.release(), $0.life.globalHandle) }
    if isLast { retireGlobalHandle(handle) }
  }

  /// Gives back a reference on a synchronization object (W-190). With the last one the memory of a shared fence goes
  /// too.
  func release(_ object: SynchronizationObject) {
    let (isLast, handle) = object.life.withLock { ($0.release(), $0.globalHandle) }
    guard isLast else { return }
    retireGlobalHandle(handle)
    if let event = object.event { eventObjects?.dereference(event) }
    guard let fence = object.fence else { return }
    // From now on nobody stores a value there.
    fences.withLock { _ in fence.state.value.hasEnded = true }
    if fence.isAlone { fence.page.close(memory) }
  }
}
