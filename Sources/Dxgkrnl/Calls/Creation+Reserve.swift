internal import DDI
internal import Locks
internal import VidMm
internal import WDDM

// MARK: - Handles and records are reserved

extension Creation {
  /// Takes the handles, records and ranges of the whole request; the resource gets the first handle (U-025).
  @inline(__always)
  mutating func reserve(
    _ process: Process, _ rows: Span<DriverAllocation>, _ elements: Span<AllocationElement>
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
    if makesResource, !reserveResource(process, &state) { throw Self.tableIsFull(state) }
    var last: Record<Opening>?
    for index in rows.indices {
      guard let opening = reserveOpening(process, index, rows[index], elements[index], &state) else {
        throw Self.tableIsFull(state)
      }
      if let last { last.value.nextInBatch = opening } else { firstOpening = opening }
      last = opening
    }
  }

  @inline(never)
  private static func tableIsFull(_ state: borrowing ProcessState) -> Refusal {
    Refusal(.noMemory, "D-003", "hAllocation", UInt64(state.writer.live) + 1, bound: UInt64(state.writer.limit))
  }

  @inline(never)
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
    let made = isShared ? Self.allocation(index, of: shared) : reserveAllocation(row, element, &state)
    guard let allocation = made else { return nil }
    let opening = state.openings.take { Opening(device: device, resource: resource, allocation: allocation) }
    guard let handle = process.handles.reserve(.allocation, opening, &state.writer) else {
      state.openings.giveBack(opening)
      if !isShared { Self.giveBack(allocation, &state) }
      return nil
    }
    opening.value.handle = handle
    if let resource { resource.value.openings.append(opening) } else { device.value.looseCount += 1 }
    if element.systemMemory != 0 { state.account.callerMemory += element.size }
    return opening
  }

  @inline(never)
  private static func allocation(_ index: Int, of shared: SharedResource?) -> Record<Allocation>? {
    shared?.allocations[index]
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
    return state.allocations.take { Allocation(row, element, backing, isReadOnly: isReadOnly) }
  }

  @inline(never)
  private static func giveBack(_ allocation: Record<Allocation>, _ state: inout ProcessState) {
    if case .range(_, let offset) = allocation.value.backing {
      state.space.release(offset: offset, pages: allocation.value.pages)
    }
    state.allocations.giveBack(allocation)
  }

  /// Undoes it, and puts the cursor of the handles back: a call that fails consumes none (W-005).
  @inline(never)
  mutating func unreserve(_ process: Process) {
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
}
