internal import CWDDM
internal import DDI
internal import Locks
internal import Synchronization
internal import VidMm
internal import WDDM

// MARK: - Who may be in a driver

extension Process {
  /// Leaves the gate, and sees to what waits.
  @inline(__always)
  func leaveGate() {
    gate.leave()
    finishWaiting()
  }

  @inline(__always)
  func finishWaiting() {
    if deferredCount.load(ordering: .relaxed) != 0 { executeDeferred() }
  }

  /// Gives a reference to a handle back, and finishes what waited for it.
  @inline(__always)
  func release(_ handle: UInt32) {
    handles.release(handle)
    finishWaiting()
  }
}

// MARK: - References that drivers hold

extension Process {
  /// Takes back what AcquireHandleData gave a driver (K-195). What waited for it is finished later: nothing is
  /// destroyed inside a callback.
  func giveBack(_ handle: UInt32) {
    guard handles.giveBack(handle) else { return }
    kernel.executor?.workIsWaiting(for: self)
    referencesReturned.wake()
  }
}

// MARK: - Caller memory

extension Process {
  /// Whether allocations may be made on the caller's range.
  ///
  /// - Throws: `STATUS_INVALID_PARAMETER` for a range that wraps or is not mapped (K-108, U-074), or that is a CPU view
  ///   of an allocation, whose content may move (U-072).
  func checkCallerMemory(address: UInt64, bytes: UInt64) throws(Refusal) {
    guard address.addingReportingOverflow(bytes).overflow == false,
      kernel.memory.isMapped(address: address, bytes: bytes)
    else { throw Refusal(.invalidParameter, "U-074", "pAllocationInfo[].pSystemMem", address) }
    guard views.withLock({ !$0.overlaps(address: address, bytes: bytes) }) else {
      throw Refusal(.invalidParameter, "U-072", "pAllocationInfo[].pSystemMem", address)
    }
  }
}

// MARK: - Giving back

extension Process {
  /// Unmaps the CPU view. Nobody reaches it through the handle any more, and it goes before the driver hears of the end
  /// (I-018, `kernel.md` 3.6). Inside the gate, outside of every lock.
  @inline(__always)
  func dropCpuView(_ opening: Record<Opening>) {
    guard opening.value.allocation.value.wasMapped else { return }
    unmapCpuView(opening)
  }

  @inline(never)
  private func unmapCpuView(_ opening: Record<Opening>) {
    let view = opening.cpuAccess.view
    guard view != 0 else { return }
    views.withLock { $0.remove(address: view) }
    kernel.memory.unmap(address: view, bytes: opening.value.allocation.value.bytes)
    opening.cpuAccess.view = 0
  }

  /// Unmaps the CPU view and, unless the allocation is shared, the driver's view, and gives touched pages back, so that
  /// the range reads zero for its next owner (I-060). Inside the gate, outside of every lock: the machine is slow.
  @inline(__always)
  func dropViews(_ opening: Record<Opening>) {
    let allocation = opening.value.allocation
    guard allocation.value.wasMapped else { return }
    dropMappedViews(opening, allocation, kernel.memory)
  }

  @inline(never)
  private func dropMappedViews(_ opening: Record<Opening>, _ allocation: Record<Allocation>, _ memory: any Memory) {
    let bytes = allocation.value.bytes
    unmapCpuView(opening)
    guard !allocation.value.traits.contains(.shared) else { return }
    if allocation.value.driverView != 0 {
      memory.unmap(address: allocation.value.driverView, bytes: bytes)
      allocation.value.driverView = 0
    }
    if case .range(let file, let offset) = allocation.value.backing {
      memory.discard(file, offset: offset, bytes: bytes)
    }
    allocation.value.wasMapped = false
  }

  /// Frees an opening and its handle, and, unless it is shared, the allocation and its range. Its views are gone
  /// before.
  @inline(__always)
  func free(_ opening: Record<Opening>, _ state: inout ProcessState) {
    if let resource = opening.value.resource {
      resource.value.openings.remove(opening)
      if resource.value.shared == nil {
        free(opening.value.allocation, &state)
      } else if resource.value.isCreators, case .caller = opening.value.allocation.value.backing {
        state.account.callerMemory -= opening.value.allocation.value.bytes
      }
    } else {
      opening.value.device.value.looseCount -= 1
      free(opening.value.allocation, &state)
    }
    handles.retire(opening.value.handle, &state.writer)
    state.openings.giveBack(opening)
  }

  @inline(__always)
  private func free(_ allocation: Record<Allocation>, _ state: inout ProcessState) {
    switch allocation.value.backing {
    case .caller: state.account.callerMemory -= allocation.value.bytes
    case .range(_, let offset): state.space.release(offset: offset, pages: allocation.value.pages)
    }
    state.allocations.giveBack(allocation)
  }

  func free(_ resource: Record<Resource>, _ state: inout ProcessState) {
    resource.value.device.value.resources.remove(resource)
    handles.retire(resource.value.handle, &state.writer)
    state.resources.giveBack(resource)
  }
}

extension Account {
  @inline(__always)
  mutating func notePeaks() {
    commitPeak = max(commitPeak, commit)
    callerMemoryPeak = max(callerMemoryPeak, callerMemory)
  }
}
