internal import Locks
internal import WDDM

// MARK: - Where the CPU sees an allocation

extension Process {
  /// Where the CPU sees the allocation, for one lock more: the caller's own memory, else a view of the backing store,
  /// which the first lock makes.
  ///
  /// - Parameter admit: counts the lock in the opening, or refuses it; runs with the process's views locked.
  /// - Throws: what `admit` throws; `STATUS_INVALID_PARAMETER` for another process's own memory (U-173);
  ///   `STATUS_NO_MEMORY` when no view can be had (D-005).
  @inline(__always)
  func address(
    of opening: Record<Opening>, admit: (inout CPUAccess) throws(Refusal) -> Void
  ) throws(Refusal) -> UInt64 {
    switch opening.value.allocation.value.backing {
    case .caller(let address):
      // The address of another process means nothing here.
      if let shared = opening.value.resource?.value.shared, shared.creator != ordinal {
        throw Refusal(.invalidParameter, "U-173", "hAllocation", UInt64(opening.value.handle))
      }
      try views.withLock { _ throws(Refusal) in try admit(&opening.cpuAccess) }
      return address
    case .range(let file, let offset):
      return try view(opening, file, offset, admit: admit)
    }
  }

  /// Mapping takes the machine a while, so it happens outside of the lock; of two threads that both map, the second
  /// gives its own up.
  @inline(__always)
  private func view(
    _ opening: Record<Opening>, _ file: MemoryFile, _ offset: UInt64, admit: (inout CPUAccess) throws(Refusal) -> Void
  ) throws(Refusal) -> UInt64 {
    let known = try views.withLock { _ throws(Refusal) -> UInt64 in
      if opening.cpuAccess.view != 0 { try admit(&opening.cpuAccess) }
      return opening.cpuAccess.view
    }
    if known != 0 { return known }
    let bytes = opening.value.allocation.value.bytes
    // What was made or opened for reading is mapped for reading (U-053, U-144).
    let isReadOnly =
      opening.value.allocation.value.traits.contains(.readOnly) || opening.value.resource?.value.isReadOnly ?? false
    let mapped =
      if isReadOnly {
        try kernel.memory.mapReadOnly(file, offset: offset, bytes: bytes)
      } else {
        try kernel.memory.map(file, offset: offset, bytes: bytes)
      }
    let view: UInt64
    do throws(Refusal) {
      view = try views.withLock { views throws(Refusal) -> UInt64 in
        try admit(&opening.cpuAccess)
        if opening.cpuAccess.view == 0 {
          opening.cpuAccess.view = mapped
          if !opening.value.allocation.value.wasMapped { opening.value.allocation.value.wasMapped = true }
          views.insert(address: mapped, bytes: bytes)
        }
        return opening.cpuAccess.view
      }
    } catch {
      kernel.memory.unmap(address: mapped, bytes: bytes)
      throw error
    }
    if view != mapped { kernel.memory.unmap(address: mapped, bytes: bytes) }
    return view
  }
}

extension ViewSet {
  /// Takes the view of an opening that nobody locks any more out of the set.
  ///
  /// - Returns: its address, for the caller to unmap outside of the lock; 0 when it stays or there is none.
  @inline(__always)
  mutating func retire(_ opening: Record<Opening>) -> UInt64 {
    let view = opening.cpuAccess.view
    guard opening.cpuAccess.outstandingLocks == 0, view != 0 else { return 0 }
    opening.cpuAccess.view = 0
    remove(address: view)
    return view
  }
}
