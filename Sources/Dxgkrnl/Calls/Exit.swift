internal import Locks
internal import Synchronization
internal import WDDM

extension Process {
  /// The process ends, by itself or because it was killed: its devices go with all they own, its adapter handles, the
  /// driver's process objects, and its memory (`kernel.md` 3.8). Nothing stops it halfway (I-038).
  ///
  /// What a driver still holds a reference on goes when the driver gives it back: see ``Kernel/reap()``.
  package func exit() {
    gate.enter()
    let hadExited = state.value.hasExited
    state.value.hasExited = true
    gate.leave()
    guard !hadExited else { return }
    for device in live(.device) { try? destroyDevice(device) }
    endSharedObjects()
    for adapter in live(.adapter) { try? closeAdapter(adapter) }
    kernel.events?.record(.processExited(process: ordinal))
    kernel.reap()
  }

  /// Inside the gate: what needs no handle of a device to be made is not made any more, for nobody would end it.
  ///
  /// - Throws: `STATUS_INVALID_PARAMETER` (D-009).
  @inline(__always)
  func refuseAfterExit() throws(Refusal) {
    guard !state.value.hasExited else { throw Refusal(.invalidParameter, "D-009", "Process", UInt64(ordinal)) }
  }

  /// The live handles of one kind. Slots of the table come and go inside the gate only.
  private func live<Value: ~Copyable>(_ kind: ObjectKind<Value>) -> [UInt32] {
    gate.enter()
    defer { gate.leave() }
    return handles.live(kind)
  }

  /// Its handles on keyed mutexes and synchronization objects: whoever waits through one returns, and what one owns is
  /// abandoned (W-193, W-230).
  private func endSharedObjects() {
    gate.enter()
    defer { leaveGate() }
    for handle in handles.live(.keyedMutex) { _ = endKeyedMutex(handle) }
    for handle in handles.live(.syncObject) { _ = endSyncObject(handle) }
  }

  /// Whether nothing of an exited process is left.
  fileprivate var isGone: Bool {
    if deferredCount.load(ordering: .relaxed) != 0 { finishDeferred() }
    gate.enter()
    defer { gate.leave() }
    return state.value.hasExited && state.value.writer.live == 0 && deferredCount.load(ordering: .relaxed) == 0
  }

  fileprivate func closeMemory() {
    gate.enter()
    defer { gate.leave() }
    kernel.memory.close(state.value.file)
  }
}

extension Kernel {
  /// Drops the processes that exited and of which nothing is left.
  package func reap() {
    // Of two threads that reap at once, one closes.
    for process in processes where process.isGone && forget(process) { process.closeMemory() }
  }
}
