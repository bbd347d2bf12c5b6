internal import DDI
internal import Locks
internal import WDDM

extension Process {
  /// What D3DKMTCreateAllocation does with StandardAllocation set.
  @inline(never)
  func createStandardAllocation(
    _ arguments: CreateAllocationArguments, elements: inout MutableSpan<AllocationElement>, data: RawSpan
  ) throws(Refusal) -> CreatedAllocation {
    let standard = try StandardAllocation(arguments, elements.span, data)
    gate.enter()
    defer { leaveGate() }
    let (device, target) = try objects(of: arguments)
    guard target == nil else { throw Refusal(.invalidParameter, "U-031", "hResource", UInt64(arguments.resource)) }
    return try create(standard, arguments, device, device.value.adapter, &elements, data)
  }

  /// A standard allocation on its way: the driver is asked for private data that describe it, and everything else is as
  /// for an allocation that the caller described (`kernel.md` 3.15).
  ///
  /// The kernel describes a heap as a GDI surface that another adapter may use: one row of as many bytes (U-071). What
  /// the caller passed as private data of the element is its own business (U-070) and comes back as it was.
  private func create(
    _ standard: StandardAllocation, _ arguments: CreateAllocationArguments, _ device: Record<Device>,
    _ adapter: Adapter, _ elements: inout MutableSpan<AllocationElement>, _ data: RawSpan
  ) throws(Refusal) -> CreatedAllocation {
    let given = elements[0]
    defer {
      elements[0].data = given.data
      elements[0].systemMemory = given.systemMemory
      elements[0].flags = given.flags
    }
    // The example that leaves them uninitialised is of a heap (U-366), which is nothing that they could be about.
    if !arguments.isVersion2 { elements[0].flags = 0 }
    var arguments = arguments
    var own = PrivateData()
    arguments.runtimeData = own.append(arguments.runtimeData, of: data)
    let heap = StandardSurface.gdi(
      SurfaceShape(width: UInt32(standard.bytes), height: 1, format: 0), .textureCrossAdapter)
    let isReadOnly = arguments.flags.contains(.readOnly)
    guard arguments.flags.contains(.existingSection) else {
      if standard.kind == .existingHeap {
        try checkCallerMemory(address: given.systemMemory, bytes: standard.bytes)
        guard isReadOnly || kernel.memory.isWritable(address: given.systemMemory, bytes: standard.bytes) else {
          throw Refusal(.invalidParameter, "U-077", "pAllocationInfo[].pSystemMem", given.systemMemory)
        }
      }
      let heapBytes = given.systemMemory == 0 ? 0 : standard.bytes
      return try create(heap, arguments, device, adapter, &elements, own, heapBytes: heapBytes).created
    }
    let view = try kernel.memory.mapSection(given.systemMemory, bytes: standard.bytes, writable: !isReadOnly)
    elements[0].systemMemory = view
    let created: CreatedAllocation
    do throws(Refusal) {
      created = try create(heap, arguments, device, adapter, &elements, own, heapBytes: standard.bytes).created
    } catch {
      kernel.memory.unmap(address: view, bytes: standard.bytes)
      throw error
    }
    // From here on the view is the allocation's.
    let allocation = handles.peek(elements[0].handle, .allocation)!.value.allocation
    allocation.value.driverView = view
    allocation.value.wasMapped = true
    return created
  }

  /// Creates a surface that the kernel describes. Inside the gate; `elements` is one.
  ///
  /// - Parameters:
  ///   - data: what the request has of private data without the driver; the driver's is put beside it.
  ///   - heapBytes: what the driver's answer must be in size, where the memory is there already; else 0.
  /// - Throws: what the driver refused with (K-151, K-068, K-171), or what its answers break.
  func create(
    _ surface: StandardSurface, _ arguments: CreateAllocationArguments, _ device: Record<Device>, _ adapter: Adapter,
    _ elements: inout MutableSpan<AllocationElement>, _ data: PrivateData, heapBytes: UInt64
  ) throws(Refusal) -> (created: CreatedAllocation, pitch: UInt32) {
    let answer = try adapter.driver.standardAllocationData(
      OnBehalf(process: self), surface, limit: kernel.limits.privateDataBytes)
    // The driver's data stand where a caller's would, so that openers get them (K-152, W-132).
    var arguments = arguments
    var own = data
    arguments.resourceData = own.append(answer.resource)
    elements[0].data = own.append(answer.allocation)
    try arguments.validate(&elements)
    var creation = Creation(device: device, arguments: arguments, resource: nil)
    creation.heapBytes = heapBytes
    var row = DriverAllocation.none
    let created = try own.lend { data throws(Refusal) in
      try creation.runOne(self, adapter, &row, &elements, &data)
    }
    return (created, answer.pitch)
  }
}

extension DriverAllocation {
  /// The row of one creation.
  fileprivate static var none: InlineArray<1, DriverAllocation> { InlineArray(repeating: DriverAllocation()) }
}
