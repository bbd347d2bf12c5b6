internal import Locks
internal import Synchronization
package import WDDM

/// One allocation of a list, and its priority.
package struct AllocationPriority: BitwiseCopyable, Hashable, Sendable {
  /// `phAllocationList[]`
  package var allocation: UInt32
  /// `pPriorities[]`, as given; unused where it is asked for.
  package var priority: UInt32
  /// Out: `pPriorities[]` where it is asked for.
  package var answer: UInt32 = 0
  var padding: UInt32 = 0

  package init(_ allocation: UInt32, _ priority: UInt32 = 0) {
    self.allocation = allocation
    self.priority = priority
  }
}

/// What D3DKMTSetAllocationPriority and D3DKMTGetAllocationPriority are about: a resource, or a list.
package struct AllocationPriorityArguments: Sendable {
  package var device: UInt32
  /// `hResource`; 0 for a list.
  package var resource: UInt32
  /// Whether `phAllocationList` was NULL.
  package var listIsNull: Bool
  /// `AllocationCount`
  package var count: UInt32

  package init(device: UInt32, resource: UInt32 = 0, listIsNull: Bool = false, count: UInt32 = 0) {
    self.device = device
    self.resource = resource
    self.listIsNull = listIsNull
    self.count = count
  }
}

extension Process {
  /// D3DKMTSetAllocationPriority: how much the residency of allocations matters. A hint: every value is taken (U-245).
  /// All or nothing (I-013).
  ///
  /// - Parameters:
  ///   - resourcePriority: `pPriorities[0]`, for all allocations of a resource (U-244).
  ///   - rows: the list, each with its priority.
  /// - Throws: `STATUS_INVALID_PARAMETER` for a list or a count beside a resource (U-240), neither of them (W-285), a
  ///   count without a list (U-095) or above the limit (U-033), a bad device (U-017), resource (U-093) or allocation
  ///   (U-096), another device's (U-098); `STATUS_DEVICE_REMOVED` (U-302).
  package func setAllocationPriority(
    _ arguments: AllocationPriorityArguments, resourcePriority: UInt32, rows: Span<AllocationPriority>
  ) throws(Refusal) {
    gate.enter()
    defer { leaveGate() }
    switch try subject(arguments, rows) {
    case .resource(let resource):
      forEachAllocation(of: resource) { $0.value.priority.store(resourcePriority, ordering: .relaxed) }
    case .list:
      for index in rows.indices {
        handles.peek(rows[index].allocation, .allocation)!.value.allocation.value.priority
          .store(rows[index].priority, ordering: .relaxed)
      }
    }
  }

  /// D3DKMTGetAllocationPriority: the priority of each listed allocation, in its row; of a resource the lowest of its
  /// allocations, as its residency is (U-241).
  ///
  /// - Returns: the priority of the resource; 0 for a list, and for a resource without allocations.
  /// - Throws: as ``setAllocationPriority(_:resourcePriority:rows:)``.
  package func allocationPriority(
    _ arguments: AllocationPriorityArguments, rows: inout MutableSpan<AllocationPriority>
  ) throws(Refusal) -> UInt32 {
    gate.enter()
    defer { leaveGate() }
    switch try subject(arguments, rows.span) {
    case .resource(let resource):
      var lowest: UInt32?
      forEachAllocation(of: resource) { allocation in
        lowest = min(lowest ?? .max, allocation.value.priority.load(ordering: .relaxed))
      }
      return lowest ?? 0
    case .list:
      for index in rows.indices {
        rows[index].answer = handles.peek(rows[index].allocation, .allocation)!.value.allocation.value.priority
          .load(ordering: .relaxed)
      }
      return 0
    }
  }
}

// MARK: - Whose priority

extension Process {
  private enum Subject {
    case resource(Record<Resource>)
    /// Every row names a live allocation of the device.
    case list
  }

  /// Inside the gate, so that what is found stays.
  private func subject(
    _ arguments: AllocationPriorityArguments, _ rows: Span<AllocationPriority>
  ) throws(Refusal) -> Subject {
    guard let device = handles.peek(arguments.device, .device) else {
      throw Refusal(.invalidParameter, "U-017", "hDevice", UInt64(arguments.device))
    }
    try device.requireActive()
    guard arguments.resource == 0 else { return .resource(try resource(arguments, of: device)) }
    guard !arguments.listIsNull || arguments.count == 0 else {
      throw Refusal(.invalidParameter, "U-095", "phAllocationList", 0)
    }
    guard arguments.count > 0 else { throw Refusal(.invalidParameter, "W-285", "AllocationCount", 0) }
    guard rows.count <= kernel.limits.allocationsPerCall else {
      throw Refusal(
        .invalidParameter, "U-033", "AllocationCount", UInt64(rows.count),
        bound: UInt64(kernel.limits.allocationsPerCall))
    }
    for index in rows.indices {
      let handle = rows[index].allocation
      guard let opening = handles.peek(handle, .allocation) else {
        throw Refusal(.invalidParameter, "U-096", "phAllocationList[]", UInt64(handle))
      }
      guard opening.value.device == device else {
        throw Refusal(.invalidParameter, "U-098", "phAllocationList[]", UInt64(handle))
      }
    }
    return .list
  }

  private func resource(
    _ arguments: AllocationPriorityArguments, of device: Record<Device>
  ) throws(Refusal) -> Record<Resource> {
    guard arguments.listIsNull, arguments.count == 0 else {
      throw Refusal(.invalidParameter, "U-240", "AllocationCount", UInt64(arguments.count))
    }
    guard let resource = handles.peek(arguments.resource, .resource) else {
      throw Refusal(.invalidParameter, "U-093", "hResource", UInt64(arguments.resource))
    }
    guard resource.value.device == device else {
      throw Refusal(.invalidParameter, "U-098", "hResource", UInt64(arguments.resource))
    }
    return resource
  }

  private func forEachAllocation(of resource: Record<Resource>, _ body: (Record<Allocation>) -> Void) {
    var next = resource.value.openings.first
    while let opening = next {
      body(opening.value.allocation)
      next = opening.value.next
    }
  }
}
