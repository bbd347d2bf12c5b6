internal import DDI
internal import Locks
internal import Synchronization
internal import VidMm
internal import WDDM

// MARK: - The answers are checked

extension Creation {
  /// Holds each answer against what the manager can do; the elements get their sizes.
  @inline(__always)
  func check(
    _ process: Process, _ adapter: Adapter,
    _ rows: Span<DriverAllocation>, _ elements: inout MutableSpan<AllocationElement>
  ) throws(Refusal) {
    var facts = adapter.facts.value.request
    facts.isShared = isShared
    facts.isCrossAdapter = arguments.flags.contains(.crossAdapter) && !arguments.flags.contains(.standardAllocation)
    facts.mayShareBackingStore = adapter.askedForBackingStore.load(ordering: .relaxed)
    for index in rows.indices {
      facts.isPrimary = elements[index].isPrimary
      facts.hasCallerMemory = elements[index].systemMemory != 0
      let pages = try rows[index].description.validate(facts, segments: adapter.facts.value.segments)
      elements[index].size = pages * pageSize
      guard heapBytes == 0 || pages * pageSize == heapBytes else {
        throw Refusal(.invalidParameter, "K-077", "pAllocationInfo[].Size", pages * pageSize, bound: heapBytes)
      }
      if facts.hasCallerMemory {
        try process.checkCallerMemory(address: elements[index].systemMemory, bytes: pages * pageSize)
      }
    }
  }
}

// MARK: - Memory is charged

extension Creation {
  @inline(__always)
  mutating func charge(
    _ process: Process, _ adapter: Adapter, _ rows: Span<DriverAllocation>, _ elements: Span<AllocationElement>
  ) throws(Refusal) {
    var bytes: UInt64 = 0
    for index in elements.indices where elements[index].systemMemory == 0 {
      let (sum, overflow) = bytes.addingReportingOverflow(elements[index].size)
      bytes = overflow ? .max : sum
    }
    guard bytes <= process.kernel.limits.virtualBytes else {
      throw Refusal(
        .graphicsNoVideoMemory, "D-002", "Size", bytes, bound: process.kernel.limits.virtualBytes)
    }
    do throws(Refusal) { try process.kernel.charge(bytes) } catch {
      try Self.chargeAgain(bytes, process, after: error)
    }
    charged = bytes
    if isShared { try makeShared(process, adapter, rows, elements) }
  }

  /// What the resource shares, with a file of its own; the charge is its from then on.
  @inline(never)
  private mutating func makeShared(
    _ process: Process, _ adapter: Adapter, _ rows: Span<DriverAllocation>, _ elements: Span<AllocationElement>
  ) throws(Refusal) {
    do throws(Refusal) {
      let file = try process.kernel.memory.makeFile()
      shared = SharedResource(
        adapter: adapter, creator: process.ordinal, isNtSecured: arguments.flags.contains(.ntSecuritySharing),
        file: file, charged: charged, allocations: sharedAllocations(file, rows, elements))
    } catch {
      process.kernel.uncharge(charged)
      throw error
    }
  }

  /// Once more, without what is held only by NT handles that were closed.
  @inline(never)
  private static func chargeAgain(_ bytes: UInt64, _ process: Process, after refusal: Refusal) throws(Refusal) {
    guard process.kernel.finishClosedHandles(on: OnBehalf(process: process)) else { throw refusal }
    try process.kernel.charge(bytes)
  }

  /// The allocations of a shared resource, one after the other in its file.
  private func sharedAllocations(
    _ file: MemoryFile, _ rows: Span<DriverAllocation>, _ elements: Span<AllocationElement>
  ) -> RecordRow<Allocation> {
    var offset: UInt64 = 0
    return RecordRow(count: rows.count) { index in
      let element = elements[index]
      var backing = Backing.caller(address: element.systemMemory)
      if element.systemMemory == 0 {
        backing = .range(file, offset: offset)
        offset += element.size
      }
      var allocation = Allocation(rows[index], element, backing, isReadOnly: isReadOnly)
      allocation.traits.insert(.shared)
      allocation.wasMapped = true
      return allocation
    }
  }

  @inline(never)
  mutating func releaseCharges(_ process: Process) {
    if let shared {
      process.kernel.discard(shared)
      self.shared = nil
    } else {
      process.kernel.uncharge(charged)
    }
    charged = 0
  }
}
