internal import CWDDM
internal import DDI
internal import WDDM

// MARK: - The driver creates

extension Creation {
  @inline(__always)
  mutating func createInDriver(
    _ process: Process, _ adapter: Adapter,
    _ rows: inout MutableSpan<DriverAllocation>, _ data: inout MutableRawSpan
  ) throws(Refusal) {
    // What the driver returned counts from now on, even if the call fails further on: it has switched (K-073).
    defer { if let resource { resource.value.driverHandle = driverResource } }
    try adapter.driver.createAllocation(
      OnBehalf(process: process), isResource: makesResource || resource != nil, resource: &driverResource,
      resourceData: (arguments.resourceData.offset, arguments.resourceData.count), rows: &rows, data: &data)
  }

  /// Undoes it: the allocations, and the resource if this call made it.
  @inline(never)
  mutating func destroyInDriver(
    _ process: Process, _ adapter: Adapter, _ rows: inout MutableSpan<DriverAllocation>
  ) {
    adapter.driver.destroyAllocation(
      OnBehalf(process: process), rows: rows.span, resource: &driverResource, destroyResource: makesResource)
    resource?.value.driverHandle = driverResource
  }
}

// MARK: - The driver opens

extension Creation {
  @inline(__always)
  func openInDriver(
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
      readOnly: isReadOnly,
      resourceData: (arguments.resourceData.offset, arguments.resourceData.count), rows: &rows, data: &data)
    opening = firstOpening
    for index in rows.indices {
      opening!.value.driverHandle = rows[index].hDeviceSpecificAllocation
      opening = opening!.value.nextInBatch
    }
  }

  @inline(never)
  func closeInDriver(_ process: Process, _ adapter: Adapter, _ rows: inout MutableSpan<DriverAllocation>) {
    guard !rows.isEmpty else { return }
    adapter.driver.closeAllocation(
      OnBehalf(process: process), device: device.value.driverHandle!, rows: rows.span)
  }
}

// MARK: - The driver is given backing stores

extension Creation {
  /// Gives the driver the address of each backing store that it asked to share (K-183). The address is a mapping of its
  /// own and outlives every CPU view (K-184).
  @inline(__always)
  func shareBackingStores(_ process: Process, _ adapter: Adapter) throws(Refusal) {
    var opening = firstOpening
    while let current = opening {
      let allocation = current.value.allocation
      if allocation.value.description.sharesBackingStore {
        try Self.shareBackingStore(of: allocation, process, adapter)
      }
      opening = current.value.nextInBatch
    }
  }

  @inline(never)
  private static func shareBackingStore(
    of allocation: Record<Allocation>, _ process: Process, _ adapter: Adapter
  ) throws(Refusal) {
    guard case .range(let file, let offset) = allocation.value.backing else { return }
    let address = try process.kernel.memory.map(file, offset: offset, bytes: allocation.value.bytes)
    allocation.value.driverView = address
    allocation.value.wasMapped = true
    allocation.value.traits.insert(.backingStoreShared)
    try adapter.driver.setAllocationBackingStore(
      OnBehalf(process: process), allocation.value.driverHandle, address: address)
  }
}
