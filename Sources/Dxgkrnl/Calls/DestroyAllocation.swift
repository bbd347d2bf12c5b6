internal import Locks
package import WDDM

/// `D3DDDICB_DESTROYALLOCATION2FLAGS`.
package struct DestroyAllocationFlags: OptionSet, Hashable, Sendable {
  package let rawValue: UInt32
  package init(rawValue: UInt32) { self.rawValue = rawValue }

  /// Do not wait for queued work of the owning device (U-100).
  package static let assumeNotInUse = Self(rawValue: 1 << 0)
  /// Return only when the memory is reclaimed (U-101).
  package static let synchronousDestroy = Self(rawValue: 1 << 1)

  static let known = assumeNotInUse.union(.synchronousDestroy)
}

extension Process {
  /// Destroys a resource with all its allocations, or a list of allocations. A locked allocation is unlocked by it
  /// (I-018); a removed device changes nothing (U-304).
  ///
  /// The list is all or nothing (I-013): one bad handle and nothing is destroyed.
  ///
  /// - Parameters:
  ///   - resource: `hResource`; 0 for a list.
  ///   - listIsNull: whether `phAllocationList` was NULL.
  /// - Throws: `STATUS_INVALID_PARAMETER`, always: reserved flags (U-102), a device, resource or allocation that is
  ///   none of this process (U-017, U-096), another device's (U-098), a list beside a resource (U-090), a count without
  ///   a list (U-095), a mixed list (U-091), one allocation of a shared resource (U-097), the same handle twice
  ///   (W-108).
  package func destroyAllocation(
    device deviceHandle: UInt32, resource resourceHandle: UInt32, allocations: Span<UInt32>, listIsNull: Bool,
    flags: DestroyAllocationFlags
  ) throws(Refusal) {
    guard flags.isSubset(of: .known) else {
      throw Refusal(.invalidParameter, "U-102", "Flags", UInt64(flags.rawValue))
    }
    try endAllocations(deviceHandle, resourceHandle, allocations, listIsNull)
    if flags.contains(.synchronousDestroy) { finishSynchronously() }
  }

  /// Ends the handles, and destroys what nobody refers to.
  @inline(__always)
  private func endAllocations(
    _ deviceHandle: UInt32, _ resourceHandle: UInt32, _ allocations: Span<UInt32>, _ listIsNull: Bool
  ) throws(Refusal) {
    gate.enter()
    defer { leaveGate() }
    guard let device = handles.peek(deviceHandle, .device) else {
      throw Refusal(.invalidParameter, "U-017", "hDevice", UInt64(deviceHandle))
    }
    if resourceHandle != 0 {
      guard listIsNull else { throw Refusal(.invalidParameter, "U-090", "phAllocationList", 1) }
      return try destroyResource(resourceHandle, device)
    }
    guard !listIsNull || allocations.isEmpty else {
      throw Refusal(.invalidParameter, "U-095", "phAllocationList", 0)
    }
    // Neither a resource nor a list is a success that does nothing (U-094, W-100).
    if allocations.count == 1 { return try destroyOne(allocations[0], device) }
    if !allocations.isEmpty { try destroyList(allocations, device) }
  }

  @inline(never)
  private func destroyResource(_ handle: UInt32, _ device: Record<Device>) throws(Refusal) {
    guard let resource = handles.peek(handle, .resource) else {
      throw Refusal(.invalidParameter, "U-093", "hResource", UInt64(handle))
    }
    guard resource.value.device == device else {
      throw Refusal(.invalidParameter, "U-098", "hResource", UInt64(handle))
    }
    finish(end(resource))
  }

  /// A list of one, which has no twin in it.
  @inline(__always)
  private func destroyOne(_ handle: UInt32, _ device: Record<Device>) throws(Refusal) {
    let opening = try listed(handle, device)
    try requireUnshared(opening)
    guard let references = handles.end(handle) else {
      throw Refusal(.invalidParameter, "U-096", "phAllocationList[]", UInt64(handle))
    }
    opening.value.nextInBatch = nil
    finishOne(opening, device, isHeld: references != 0)
  }

  /// What a handle of a list names: an allocation of that device.
  @inline(__always)
  private func listed(_ handle: UInt32, _ device: Record<Device>) throws(Refusal) -> Record<Opening> {
    guard let opening = handles.peek(handle, .allocation) else {
      throw Refusal(.invalidParameter, "U-096", "phAllocationList[]", UInt64(handle))
    }
    guard opening.value.device == device else {
      throw Refusal(.invalidParameter, "U-098", "phAllocationList[]", UInt64(handle))
    }
    return opening
  }

  /// Those of a shared resource go together (U-097).
  @inline(__always)
  private func requireUnshared(_ opening: Record<Opening>) throws(Refusal) {
    if let resource = opening.value.resource, resource.value.shared != nil {
      throw Refusal(.invalidParameter, "U-097", "phAllocationList[]", UInt64(opening.value.handle))
    }
  }

  @inline(never)
  private func destroyList(_ list: Span<UInt32>, _ device: Record<Device>) throws(Refusal) {
    guard list.count <= kernel.limits.allocationsPerCall else {
      throw Refusal(
        .invalidParameter, "U-033", "AllocationCount", UInt64(list.count),
        bound: UInt64(kernel.limits.allocationsPerCall))
    }
    var owner: Record<Resource>?
    for index in list.indices {
      let opening = try listed(list[index], device)
      if index == 0 { owner = opening.value.resource }
      guard opening.value.resource == owner else {
        throw Refusal(.invalidParameter, "U-091", "phAllocationList[]", UInt64(list[index]))
      }
      try requireUnshared(opening)
    }
    var first: Record<Opening>?
    var last: Record<Opening>?
    for index in list.indices {
      let opening = handles.peek(list[index], .allocation)
      guard let opening, handles.end(list[index]) != nil else {
        // Listed twice: nothing happens to any of them.
        var ended = first
        while let current = ended {
          ended = current.value.nextInBatch
          current.value.nextInBatch = nil
          handles.revive(current.value.handle)
        }
        throw Refusal(.invalidParameter, "W-108", "phAllocationList[]", UInt64(list[index]))
      }
      opening.value.nextInBatch = nil
      if let last { last.value.nextInBatch = opening } else { first = opening }
      last = opening
    }
    finish(Teardown(device: device, openings: first, resource: nil))
  }
}
