internal import DDI
internal import Locks
package import VidMm
package import WDDM

/// What D3DKMTLock is asked for, beside the pages.
package struct LockArguments: Sendable {
  package var device: UInt32
  package var allocation: UInt32
  package var flags: LockFlags
  /// The caller passed a list of pages, even an empty one.
  package var hasPages: Bool

  package init(device: UInt32, allocation: UInt32, flags: LockFlags = [], hasPages: Bool = false) {
    self.device = device
    self.allocation = allocation
    self.flags = flags
    self.hasPages = hasPages
  }
}

extension Process {
  /// D3DKMTLock: an address at which the CPU reads and writes the allocation, or pages of it, until the Unlock that
  /// answers (WDDM 1.x). The address is valid, unchanged, readable and writable meanwhile (U-181).
  ///
  /// Every allocation is in system memory, so nothing is waited for, moved or renamed, and no driver is asked (K-301).
  ///
  /// - Parameter pages: indices of pages of the allocation.
  /// - Returns: the address of the first listed page, or of the allocation without a list.
  /// - Throws: `STATUS_INVALID_PARAMETER` for flags that exclude each other (U-155, U-156, U-157), a list beside
  ///   LockEntire (U-169), a page that the allocation does not have (W-287), a bad device or allocation, somebody
  ///   else's shared allocation (U-173), what ``AllocationDescription`` cannot be locked for (U-158, U-161, U-163,
  ///   U-171), and locks that exclude each other (U-159, U-160, U-162); `STATUS_GRAPHICS_ALLOCATION_BUSY` for a Discard
  ///   that would rename (U-178); `STATUS_GRAPHICS_TOO_MANY_REFERENCES` (W-287); `STATUS_DEVICE_REMOVED` (U-302);
  ///   `STATUS_NO_MEMORY` when no view can be had (D-005).
  package func lock(_ arguments: LockArguments, pages: Span<UInt32>) throws(Refusal) -> UInt64 {
    let flags = arguments.flags
    try flags.validate()
    if flags.contains(.lockEntire), arguments.hasPages || !pages.isEmpty {
      throw Refusal(.invalidParameter, "U-169", "pPages", UInt64(pages.count))
    }
    return try withAllocation(arguments.device, arguments.allocation) { device, opening throws(Refusal) in
      try device.requireActive()
      try check(flags, of: opening, on: device.value.adapter)
      let count = opening.value.allocation.value.pages
      for index in pages.indices where UInt64(pages[index]) >= count {
        throw Refusal(.invalidParameter, "W-287", "pPages[]", UInt64(pages[index]), bound: count)
      }
      let limit = kernel.limits.locksOfAllocation
      let base = try address(of: opening) { access throws(Refusal) in
        try access.requireRoom(limit)
        try access.lockState.lock(flags)
      }
      return base + (pages.isEmpty ? 0 : UInt64(pages[0]) * pageSize)
    }
  }

  private func check(_ flags: LockFlags, of opening: Record<Opening>, on adapter: Adapter) throws(Refusal) {
    let allocation = opening.value.allocation
    let traits = allocation.value.traits
    // The shared primary is everybody's, whoever made it.
    if let resource = opening.value.resource, !resource.value.isCreators, !traits.contains(.primary) {
      throw Refusal(.invalidParameter, "U-173", "hAllocation", UInt64(opening.value.handle))
    }
    let facts = LockFacts(
      isPrimary: traits.contains(.primary), isShared: traits.contains(.shared),
      isPinned: traits.contains(.callerMemory), version: adapter.driver.version)
    try allocation.value.description.validateLock(flags, facts) {
      adapter.started?.segments.sets ?? SegmentTable([]).sets
    }
  }
}

extension Process {
  /// D3DKMTUnlock: answers one Lock of each listed allocation. All or nothing (I-013): one that is not locked, and none
  /// is unlocked. An allocation that is listed twice is unlocked twice. Succeeds on a removed device.
  ///
  /// - Throws: `STATUS_INVALID_PARAMETER` for a bad device (U-017), a count without a list (U-095) or above the limit
  ///   (U-033), a bad allocation (U-096), another device's (U-183), one that is not locked (U-182).
  package func unlock(
    device deviceHandle: UInt32, allocations: Span<UInt32>, listIsNull: Bool = false
  ) throws(Refusal) {
    guard let device = handles.resolve(deviceHandle, .device) else {
      throw Refusal(.invalidParameter, "U-017", "hDevice", UInt64(deviceHandle))
    }
    defer { release(deviceHandle) }
    guard !listIsNull || allocations.isEmpty else {
      throw Refusal(.invalidParameter, "U-095", "phAllocations", 0)
    }
    guard allocations.count <= kernel.limits.allocationsPerCall else {
      throw Refusal(
        .invalidParameter, "U-033", "NumAllocations", UInt64(allocations.count),
        bound: UInt64(kernel.limits.allocationsPerCall))
    }
    var openings: [Record<Opening>] = []
    openings.reserveCapacity(allocations.count)
    // By what the caller said: the records are somebody else's to change once their handles end.
    defer { for index in openings.indices { release(allocations[index]) } }
    for index in allocations.indices {
      let handle = allocations[index]
      guard let opening = handles.resolve(handle, .allocation) else {
        throw Refusal(.invalidParameter, "U-096", "phAllocations[]", UInt64(handle))
      }
      openings.append(opening)
      guard opening.value.device == device else {
        throw Refusal(.invalidParameter, "U-183", "phAllocations[]", UInt64(handle))
      }
    }
    let ended = try end(openings, allocations)
    for view in ended { kernel.memory.unmap(address: view.address, bytes: view.bytes) }
  }

  /// Takes a lock of each back.
  ///
  /// - Returns: the views that nobody has locked any more.
  private func end(
    _ openings: [Record<Opening>], _ allocations: Span<UInt32>
  ) throws(Refusal) -> [(address: UInt64, bytes: UInt64)] {
    try views.withLock { views throws(Refusal) in
      var earlier: [LockState] = []
      for (place, opening) in openings.enumerated() {
        earlier.append(opening.cpuAccess.lockState)
        if opening.cpuAccess.lockState.unlock() { continue }
        for index in openings.indices.prefix(earlier.count).reversed() {
          openings[index].cpuAccess.lockState = earlier[index]
        }
        throw Refusal(.invalidParameter, "U-182", "phAllocations[]", UInt64(allocations[place]))
      }
      return openings.compactMap { opening in
        let view = views.retire(opening)
        return view == 0 ? nil : (view, opening.value.allocation.value.bytes)
      }
    }
  }
}
