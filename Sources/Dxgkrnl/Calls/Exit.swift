internal import Locks
internal import Synchronization

extension Process {
  /// The process ends, by itself or because it was killed: its devices go with all they own, its adapter handles, the driver's
  /// process objects, and its memory (`kernel.md` 3.8). Nothing stops it halfway (I-038).
  ///
  /// What a driver still holds a reference on goes when the driver gives it back: see ``Kernel/reap()``.
  package func exit() {
    let isFirst = state.withLock { state in
      defer { state.hasExited = true }
      return !state.hasExited
    }
    guard isFirst else { return }
    for device in handles.live(.device) { try? destroyDevice(device) }
    for adapter in handles.live(.adapter) { try? closeAdapter(adapter) }
    kernel.events?.record(.processExited(process: ordinal))
    kernel.reap()
  }

  /// Whether nothing of an exited process is left.
  fileprivate var isGone: Bool {
    finishDeferred()
    return state.withLock { state in
      state.hasExited && state.writer.live == 0 && state.deferred.isEmpty && state.endingDevices.isEmpty
    }
  }

  fileprivate func closeMemory() {
    let file = state.withLock { $0.file }
    kernel.memory.close(file)
  }
}

extension Kernel {
  /// Drops the processes that exited and of which nothing is left.
  package func reap() {
    for process in processes where process.state.withLock({ $0.hasExited }) && process.isGone {
      forget(process)
      process.closeMemory()
    }
  }
}
