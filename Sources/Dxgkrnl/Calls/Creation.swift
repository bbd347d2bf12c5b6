internal import CWDDM
internal import DDI
internal import WDDM

/// One creation on its way: the steps in order, and how far it came, so that a failure at any of them undoes what was
/// done, in reverse (`kernel.md` 3.7).
///
///     driver creates → answers checked → memory charged → handles reserved → driver opens → backing stores shared →
///     published
///
/// Undoing needs no memory and cannot fail (I-035).
///
/// The steps are files of their own and one function for the compiler, so that what each leaves for the next stays in
/// registers; what undoes them is apart, because it hardly ever runs.
struct Creation: ~Copyable {
  let device: Record<Device>
  let arguments: CreateAllocationArguments
  /// The resource that is added to, or the new one once it is reserved.
  var resource: Record<Resource>?

  /// Bytes of memory that the caller brought for a standard allocation, of which the driver must want all; 0 elsewhere.
  var heapBytes: UInt64 = 0

  /// The driver's handle of the resource, as it returned it last.
  var driverResource: HANDLE?
  /// What openers will share, for a shared resource.
  var shared: SharedResource?
  var charged: UInt64 = 0
  var mark: HandleTable.Writer.Mark?
  var firstOpening: Record<Opening>?
  var globalHandle: UInt32 = 0

  @inline(__always)
  init(
    device: Record<Device>, arguments: CreateAllocationArguments, resource: Record<Resource>?
  ) {
    self.device = device
    self.arguments = arguments
    self.resource = resource
    self.driverResource = resource?.value.driverHandle
  }

  @inline(__always)
  var makesResource: Bool { arguments.flags.contains(.createResource) }
  @inline(__always)
  var isShared: Bool { arguments.flags.contains(.createShared) }
  @inline(__always)
  var isReadOnly: Bool { arguments.flags.contains(.readOnly) }

  /// The common case: one allocation, whose row is there already.
  @inline(__always)
  mutating func runOne(
    _ process: Process, _ adapter: Adapter, _ row: inout InlineArray<1, DriverAllocation>,
    _ elements: inout MutableSpan<AllocationElement>, _ data: inout MutableRawSpan
  ) throws(Refusal) -> CreatedAllocation {
    var rows = row.mutableSpan
    return try run(process, adapter, &rows, &elements, &data)
  }

  /// Any number of them.
  @inline(never)
  mutating func runMany(
    _ process: Process, _ adapter: Adapter, _ elements: inout MutableSpan<AllocationElement>,
    _ data: inout MutableRawSpan
  ) throws(Refusal) -> CreatedAllocation {
    var rows = [DriverAllocation](repeating: DriverAllocation(), count: elements.count)
    var span = rows.mutableSpan
    return try run(process, adapter, &span, &elements, &data)
  }

  /// - Parameters:
  ///   - rows: one for each allocation; what the last creation left in them is overwritten.
  ///   - elements: as many.
  @inline(__always)
  private mutating func run(
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
