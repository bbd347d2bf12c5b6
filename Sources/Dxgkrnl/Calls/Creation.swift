internal import CWDDM
internal import DDI
internal import Locks
internal import Synchronization
internal import VidMm
internal import WDDM

/// One creation on its way: the steps in order, and how far it came, so that a failure at any of them undoes what was
/// done, in reverse (`kernel.md` 3.7).
///
///     driver creates → answers checked → memory charged → handles reserved → driver opens → backing stores shared →
///     published
///
/// Undoing needs no memory and cannot fail (I-035).
struct Creation: ~Copyable {
  let device: Record<Device>
  let arguments: CreateAllocationArguments
  /// The resource that is added to, or the new one once it is reserved.
  var resource: Record<Resource>?

  /// Bytes of memory that the caller brought for a standard allocation, of which the driver must want all; 0 elsewhere.
  var heapBytes: UInt64 = 0

  /// The driver's handle of the resource, as it returned it last.
  private var driverResource: HANDLE?
  /// What openers will share, for a shared resource.
  private var shared: SharedResource?
  private var charged: UInt64 = 0
  private var mark: HandleTable.Writer.Mark?
  private var firstOpening: Record<Opening>?
  private var globalHandle: UInt32 = 0

  init(
    device: Record<Device>, arguments: CreateAllocationArguments, resource: Record<Resource>?
  ) {
    self.device = device
    self.arguments = arguments
    self.resource = resource
    self.driverResource = resource?.value.driverHandle
  }

  private var makesResource: Bool { arguments.flags.contains(.createResource) }

  /// The common case: one allocation, whose row is there already.
  @inline(__always)
  mutating func runOne(
    _ process: Process, _ adapter: Adapter, _ row: inout InlineArray<1, DriverAllocation>,
    _ elements: inout MutableSpan<AllocationElement>, _ data: inout MutableRawSpan
  ) throws(Refusal) -> CreatedAllocation {
    var rows = row.mutableSpan
    return try run(process, adapter, &rows, &elements, &data)
  }

  @inline(__always)
  mutating func run(
    _ process: Process, _ adapter: Adapter,
    _ rows: inout MutableSpan<DriverAllocation>, _ elements: inout MutableSpan<AllocationElement>,
    _ data: inout MutableRawSpan
  ) throws(Refusal) -> CreatedAllocation {
    for index in rows.indices {
      rows[index].handle = 0
      rows[index].hAllocation = nil
      rows[index].hDeviceSpecificAllocation = nil
      rows[index].dataOffset = elements[index].data.offset
      rows[index].dataSize = elements[index].data.count
    }
    // A driver that refuses has kept nothing, and is not asked to destroy anything.
    try createInDriver(process, adapter, &rows, &data)
    do throws(Refusal) {
      try check(process, adapter, rows.span, &elements)
      try charge(process, adapter, rows.span, elements.span)
      try reserve(process, rows.span, elements.span)
    } catch {
      destroyInDriver(process, adapter, &rows)
      throw error
    }
    do throws(Refusal) { try openInDriver(process, adapter, &rows, &data) } catch {
      unreserve(process)
      destroyInDriver(process, adapter, &rows)
      throw error
    }
    do throws(Refusal) {
      try shareBackingStores(process, adapter)
      // Last, because other processes take global handles too, and a cursor that others moved is not put back.
      try reserveGlobalHandle(process)
    } catch {
      closeInDriver(process, adapter, &rows)
      // A backing store that the driver was given stays until its DestroyAllocation (K-184).
      destroyInDriver(process, adapter, &rows)
      unreserve(process)
      throw error
    }
    return publish(process, &elements, data: &data)
  }
}

// MARK: - The driver creates

extension Creation {
  private mutating func createInDriver(
    _ process: Process, _ adapter: Adapter,
    _ rows: inout MutableSpan<DriverAllocation>, _ data: inout MutableRawSpan
  ) throws(Refusal) {
    // What the driver returned counts from now on, even if the call fails further on: it has switched (K-073).
    defer { resource?.value.driverHandle = driverResource }
    try adapter.driver.createAllocation(
      OnBehalf(process: process), isResource: makesResource || resource != nil, resource: &driverResource,
      resourceData: (arguments.resourceData.offset, arguments.resourceData.count), rows: &rows, data: &data)
  }

  /// Undoes it: the allocations, and the resource if this call made it.
  private mutating func destroyInDriver(
    _ process: Process, _ adapter: Adapter, _ rows: inout MutableSpan<DriverAllocation>
  ) {
    adapter.driver.destroyAllocation(
      OnBehalf(process: process), rows: rows.span, resource: &driverResource, destroyResource: makesResource)
    resource?.value.driverHandle = driverResource
  }
}

// MARK: - Its answers are checked, and memory is charged

extension Creation {
  private func check(
    _ process: Process, _ adapter: Adapter,
    _ rows: Span<DriverAllocation>, _ elements: inout MutableSpan<AllocationElement>
  ) throws(Refusal) {
    let known = adapter.facts.value
    var facts = AllocationRequestFacts(
      isPrimary: false, isShared: arguments.flags.contains(.createShared), hasCallerMemory: false,
      mayShareBackingStore: adapter.askedForBackingStore.load(ordering: .relaxed),
      mapAperture2Supported: known.mapAperture2Supported,
      version: adapter.driver.version)
    facts.hidesPrimaries = known.hidesPrimaries
    facts.isCrossAdapter = arguments.flags.contains(.crossAdapter) && !arguments.flags.contains(.standardAllocation)
    for index in rows.indices {
      facts.isPrimary = elements[index].isPrimary
      facts.hasCallerMemory = elements[index].systemMemory != 0
      let pages = try rows[index].description.validate(facts, segments: known.segments)
      elements[index].size = pages * pageSize
      guard heapBytes == 0 || pages * pageSize == heapBytes else {
        throw Refusal(.invalidParameter, "K-077", "pAllocationInfo[].Size", pages * pageSize, bound: heapBytes)
      }
      if facts.hasCallerMemory {
        try process.checkCallerMemory(address: elements[index].systemMemory, bytes: pages * pageSize)
      }
    }
  }

  private mutating func charge(
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
    try charge(bytes, process)
    charged = bytes
    guard arguments.flags.contains(.createShared) else { return }
    do throws(Refusal) {
      let file = try process.kernel.memory.makeFile()
      shared = SharedResource(
        adapter: adapter, creator: process.ordinal, isNtSecured: arguments.flags.contains(.ntSecuritySharing),
        file: file, charged: bytes, allocations: sharedAllocations(file, rows, elements))
    } catch {
      process.kernel.uncharge(bytes)
      throw error
    }
  }

  /// What is held only by NT handles that were closed counts no more, if it comes to that.
  @inline(__always)
  private func charge(_ bytes: UInt64, _ process: Process) throws(Refusal) {
    do throws(Refusal) { try process.kernel.charge(bytes) } catch {
      guard process.kernel.finishClosedHandles(on: OnBehalf(process: process)) else { throw error }
      try process.kernel.charge(bytes)
    }
  }
}

// MARK: - Handles and records are reserved

extension Creation {
  /// Takes the handles, records and ranges of the whole request; the resource gets the first handle (U-025).
  private mutating func reserve(
    _ process: Process,
    _ rows: Span<DriverAllocation>, _ elements: Span<AllocationElement>
  ) throws(Refusal) {
    do throws(Refusal) { try reserve(process, rows, elements, &process.state.value) } catch {
      if mark == nil { releaseCharges(process) } else { unreserve(process) }
      throw error
    }
  }

  @inline(__always)
  private mutating func reserve(
    _ process: Process,
    _ rows: Span<DriverAllocation>, _ elements: Span<AllocationElement>, _ state: inout ProcessState
  ) throws(Refusal) {
    let (virtual, overflow) = state.account.virtual.addingReportingOverflow(charged)
    guard !overflow, virtual <= process.kernel.limits.virtualBytes else {
      throw Refusal(
        .graphicsNoVideoMemory, "D-002", "Size", overflow ? .max : virtual,
        bound: process.kernel.limits.virtualBytes)
    }
    mark = state.writer.mark
    state.account.virtual = virtual
    state.account.commit += charged
    if makesResource, !reserveResource(process, &state) { throw tableIsFull(state) }
    var last: Record<Opening>?
    for index in rows.indices {
      guard let opening = reserveOpening(process, index, rows[index], elements[index], &state) else {
        throw tableIsFull(state)
      }
      if let last { last.value.nextInBatch = opening } else { firstOpening = opening }
      last = opening
    }
  }

  private func tableIsFull(_ state: borrowing ProcessState) -> Refusal {
    Refusal(.noMemory, "D-003", "hAllocation", UInt64(state.writer.live) + 1, bound: UInt64(state.writer.limit))
  }

  private mutating func reserveResource(_ process: Process, _ state: inout ProcessState) -> Bool {
    let record = state.resources.take { Resource(device: device, shared: shared) }
    guard let handle = process.handles.reserve(.resource, record, &state.writer) else {
      state.resources.giveBack(record)
      return false
    }
    record.value.handle = handle
    record.value.driverHandle = driverResource
    device.value.resources.append(record)
    resource = record
    return true
  }

  @inline(__always)
  private func reserveOpening(
    _ process: Process, _ index: Int, _ row: DriverAllocation, _ element: AllocationElement,
    _ state: inout ProcessState
  ) -> Record<Opening>? {
    let allocation: Record<Allocation>
    if let shared {
      allocation = shared.allocations[index]
    } else {
      guard let own = reserveAllocation(row, element, &state) else { return nil }
      allocation = own
    }
    let opening = state.openings.take { Opening(device: device, resource: resource, allocation: allocation) }
    guard let handle = process.handles.reserve(.allocation, opening, &state.writer) else {
      state.openings.giveBack(opening)
      if shared == nil { giveBack(allocation, &state) }
      return nil
    }
    opening.value.handle = handle
    if let resource { resource.value.openings.append(opening) } else { device.value.looseCount += 1 }
    if element.systemMemory != 0 { state.account.callerMemory += element.size }
    return opening
  }

  /// An allocation of the process's own, with a range of its file.
  @inline(__always)
  private func reserveAllocation(
    _ row: DriverAllocation, _ element: AllocationElement, _ state: inout ProcessState
  ) -> Record<Allocation>? {
    let backing: Backing
    if element.systemMemory != 0 {
      backing = .caller(address: element.systemMemory)
    } else {
      guard let offset = state.space.reserve(pages: element.size / pageSize) else { return nil }
      backing = .range(state.file, offset: offset)
    }
    return state.allocations.take { Allocation(row, element, backing) }
  }

  private func giveBack(_ allocation: Record<Allocation>, _ state: inout ProcessState) {
    if case .range(_, let offset) = allocation.value.backing {
      state.space.release(offset: offset, pages: allocation.value.pages)
    }
    state.allocations.giveBack(allocation)
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
      var allocation = Allocation(rows[index], element, backing)
      allocation.traits.insert(.shared)
      allocation.wasMapped = true
      return allocation
    }
  }

  /// Undoes it, and puts the cursor of the handles back: a call that fails consumes none (W-005).
  private mutating func unreserve(_ process: Process) {
    var opening = firstOpening
    while let current = opening {
      opening = current.value.nextInBatch
      process.dropViews(current)
      process.free(current, &process.state.value)
    }
    if makesResource, let resource { process.free(resource, &process.state.value) }
    process.state.value.account.virtual -= charged
    process.state.value.account.commit -= charged
    process.state.value.writer.rewind(to: mark!)
    firstOpening = nil
    if makesResource { resource = nil }
    releaseCharges(process)
  }

  private mutating func releaseCharges(_ process: Process) {
    if let shared {
      process.kernel.discard(shared)
      self.shared = nil
    } else {
      process.kernel.uncharge(charged)
    }
    charged = 0
  }
}

// MARK: - The driver opens, and is given backing stores

extension Creation {
  private func openInDriver(
    _ process: Process, _ adapter: Adapter,
    _ rows: inout MutableSpan<DriverAllocation>, _ data: inout MutableRawSpan
  ) throws(Refusal) {
    guard !rows.isEmpty else { return }
    var opening = firstOpening
    for index in rows.indices {
      rows[index].handle = opening!.value.handle
      opening = opening!.value.nextInBatch
    }
    try adapter.driver.openAllocation(
      OnBehalf(process: process), device: device.value.driverHandle!, create: true,
      readOnly: arguments.flags.contains(.readOnly),
      resourceData: (arguments.resourceData.offset, arguments.resourceData.count), rows: &rows, data: &data)
    opening = firstOpening
    for index in rows.indices {
      opening!.value.driverHandle = rows[index].hDeviceSpecificAllocation
      opening = opening!.value.nextInBatch
    }
  }

  private func closeInDriver(_ process: Process, _ adapter: Adapter, _ rows: inout MutableSpan<DriverAllocation>) {
    guard !rows.isEmpty else { return }
    adapter.driver.closeAllocation(
      OnBehalf(process: process), device: device.value.driverHandle!, rows: rows.span)
  }

  private mutating func reserveGlobalHandle(_ process: Process) throws(Refusal) {
    guard let shared, !shared.isNtSecured else { return }
    globalHandle = try process.kernel.reserveGlobalHandle(for: .resource(shared))
  }

  /// Gives the driver the address of each backing store that it asked to share (K-183). The address is a mapping of its
  /// own and outlives every CPU view (K-184).
  private func shareBackingStores(_ process: Process, _ adapter: Adapter) throws(Refusal) {
    var opening = firstOpening
    while let current = opening {
      let allocation = current.value.allocation
      if allocation.value.description.sharesBackingStore, case .range(let file, let offset) = allocation.value.backing {
        let address = try process.kernel.memory.map(file, offset: offset, bytes: allocation.value.bytes)
        allocation.value.driverView = address
        allocation.value.wasMapped = true
        allocation.value.traits.insert(.backingStoreShared)
        try adapter.driver.setAllocationBackingStore(
          OnBehalf(process: process), allocation.value.driverHandle, address: address)
      }
      opening = current.value.nextInBatch
    }
  }
}

// MARK: - Everything becomes visible

extension Creation {
  private mutating func publish(
    _ process: Process,
    _ elements: inout MutableSpan<AllocationElement>, data: inout MutableRawSpan
  ) -> CreatedAllocation {
    if let shared {
      shared.give(ordinal: process.kernel.nextSharedResource.wrappingAdd(1, ordering: .relaxed).oldValue)
      let kept = SharedData(arguments, elements.span, data.bytes)
      shared.state.withLock { state in
        state.data = kept
        state.driverHandle = driverResource
      }
      shared.adapter.sharedResources.withLock { $0.append(shared) }
      process.kernel.publishGlobalHandle(globalHandle)
    }
    var created = CreatedAllocation(resource: arguments.resource, globalShare: globalHandle)
    if makesResource, let resource {
      created.resource = resource.value.handle
      process.handles.publish(resource.value.handle)
      process.kernel.events?.record(
        .resourceCreated(
          process: process.ordinal, resource: created.resource, device: arguments.device, globalShare: globalHandle))
      if let shared {
        process.kernel.events?.record(
          .resourceShared(
            process: process.ordinal, resource: created.resource, shared: shared.ordinal, bytes: shared.charged,
            isNtSecured: shared.isNtSecured))
      }
    }
    process.state.value.account.notePeaks()
    var opening = firstOpening
    for index in elements.indices {
      let current = opening!
      let handle = current.value.handle
      elements[index].handle = handle
      elements[index].traits = current.value.allocation.value.traits.rawValue
      opening = current.value.nextInBatch
      current.value.nextInBatch = nil
      process.handles.publish(handle)
      if process.kernel.isObserved { recordCreated(process, elements[index], created.resource) }
    }
    return created
  }

  @inline(never)
  private func recordCreated(_ process: Process, _ element: AllocationElement, _ resource: UInt32) {
    process.kernel.events?.record(
      .allocationCreated(
        AllocationCreated(
          process: process.ordinal, device: arguments.device, resource: resource, allocation: element.handle,
          size: element.size, traits: AllocationTraits(rawValue: element.traits))))
  }
}
