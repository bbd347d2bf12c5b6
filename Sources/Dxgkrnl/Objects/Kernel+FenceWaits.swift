internal import Locks
internal import Synchronization
internal import WDDM

// Deciding under the lock of the fences, telling those who wait outside of it.

extension Kernel {
  /// Raises, or with `allowsRewind` sets, the values of fences; all or none. Wakes those for whom it was enough.
  ///
  /// - Returns: the index of the first fence that would go back (W-197), nil when all were signalled.
  func signal(_ targets: [FenceTarget], allowsRewind: Bool) -> Int? {
    var over: [FenceWait] = []
    let refused = fences.withLock { fences -> Int? in
      if !allowsRewind {
        for index in targets.indices where targets.goesBack(at: index) { return index }
      }
      for target in targets { set(target.fence, to: target.value, &fences, &over) }
      return nil
    }
    tell(over)
    return refused
  }

  /// Puts a wait in the lists of the fences that have not come far enough.
  ///
  /// A wait that is pending belongs to the kernel from then on, with its event; one that is over does not.
  func enqueue(_ targets: [FenceTarget], isAny: Bool, event: EventObject?) -> FenceWait.Start {
    fences.withLock { fences -> FenceWait.Start in
      guard !targets.contains(where: { $0.reference.value.hasEnded.load(ordering: .relaxed) }) else {
        return .over(.handleEnded)
      }
      let pending = targets.filter { $0.fence.state.value.value < $0.value }
      if pending.isEmpty || (isAny && pending.count < targets.count) { return .over(.satisfied) }
      let wait = FenceWait(event: event, missing: isAny ? 1 : pending.count)
      for target in pending {
        target.fence.state.value.waits.append(
          FenceWait.Pending(wait: wait, reference: target.reference, value: target.value))
        wait.state.value.fences.append(target.fence)
      }
      fences.pendingWaits += 1
      return .pending(wait)
    }
  }

  /// Sleeps until the wait of a thread is over.
  func outcome(of wait: FenceWait) -> FenceWait.Outcome {
    while true {
      let seen = wait.isOver.count
      if let outcome = fences.withLock({ _ in wait.state.value.outcome }) { return outcome }
      wait.isOver.wait(while: seen)
    }
  }

  /// Ends a handle for waits: those through it are over.
  func endWaits(through reference: Record<SynchronizationObjectReference>) {
    guard let fence = reference.value.object.fence else { return }
    var over: [FenceWait] = []
    fences.withLock { fences in
      reference.value.hasEnded.store(true, ordering: .relaxed)
      for pending in fence.state.value.waits where pending.reference == reference {
        end(pending.wait, .handleEnded, &fences, &over)
      }
    }
    tell(over)
  }

  /// Sets the events of waits that are over, and wakes the threads that sleep.
  func tell(_ waits: [FenceWait]) {
    for wait in waits {
      if let event = wait.event {
        eventObjects?.set(event)
        eventObjects?.dereference(event)
      } else {
        wait.isOver.wake()
      }
    }
  }
}

// MARK: - Under the lock

extension Kernel {
  private func set(_ fence: MonitoredFence, to value: UInt64, _ fences: inout Fences, _ over: inout [FenceWait]) {
    guard !fence.state.value.hasEnded else { return }
    fence.state.value.value = value
    memory.store(value, at: fence.page.kernelView + fence.offset)
    let due = fence.state.value.waits.filter { $0.value <= value }
    guard !due.isEmpty else { return }
    fence.state.value.waits.removeAll { $0.value <= value }
    for pending in due where pending.wait.state.value.outcome == nil {
      pending.wait.state.value.missing -= 1
      if pending.wait.state.value.missing == 0 { end(pending.wait, .satisfied, &fences, &over) }
    }
  }

  private func end(
    _ wait: FenceWait, _ outcome: FenceWait.Outcome, _ fences: inout Fences, _ over: inout [FenceWait]
  ) {
    guard wait.state.value.outcome == nil else { return }
    wait.state.value.outcome = outcome
    for fence in wait.state.value.fences { fence.state.value.waits.removeAll { $0.wait === wait } }
    wait.state.value.fences = []
    fences.pendingWaits -= 1
    over.append(wait)
  }
}

/// A fence, the handle it was named by, and the value that is meant.
struct FenceTarget {
  let fence: MonitoredFence
  let reference: Record<SynchronizationObjectReference>
  let value: UInt64
}

extension [FenceTarget] {
  /// Whether the value of an element is behind its fence's, or behind one that the same list gives the fence before.
  fileprivate func goesBack(at index: Int) -> Bool {
    let target = self[index]
    return target.value < target.fence.state.value.value
      || self[..<index].contains { $0.fence === target.fence && $0.value > target.value }
  }
}
