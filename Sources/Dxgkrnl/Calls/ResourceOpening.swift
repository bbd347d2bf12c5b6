internal import CWDDM
internal import DDI
internal import Locks
internal import WDDM

/// One opening of a shared resource on its way: the steps in order, and how far it came, so that a failure at any of
/// them undoes what was done.
///
///     view counted → handles and records reserved → keyed mutex and synchronization object → driver opens → published
///
/// The first step is the caller's, and its undoing. Undoing needs no memory and cannot fail (I-035).
struct ResourceOpening: ~Copyable {
  let device: Record<Device>
  let shared: SharedResource
  /// What the NT handle that it was opened by refers to.
  let object: NtObject?
  /// Opened for reading only (U-053, U-144).
  let isReadOnly: Bool
  let data: SharedData

  private var mark: HandleTable.Writer.Mark?
  private var resource: Record<Resource>?
  private var keyedMutex: UInt32 = 0
  private var syncObject: UInt32 = 0

  init(device: Record<Device>, shared: SharedResource, object: NtObject?, isReadOnly: Bool, data: SharedData) {
    self.device = device
    self.shared = shared
    self.object = object
    self.isReadOnly = isReadOnly
    self.data = data
  }

  mutating func run(
    _ process: Process, _ arguments: OpenResourceArguments, _ elements: inout MutableSpan<OpenedElement>
  ) throws(Refusal) -> OpenedResource {
    mark = process.state.value.writer.mark
    do throws(Refusal) {
      try reserve(process, &process.state.value)
      try reserveKeyedMutex(process, arguments.keyedMutexData)
      try reserveSyncObject(process)
      try openInDriver(process)
    } catch {
      unreserve(process)
      throw error
    }
    return publish(process, &elements, arguments.keyedMutexData)
  }
}

// MARK: - Handles and records are reserved

extension ResourceOpening {
  private mutating func reserve(_ process: Process, _ state: inout ProcessState) throws(Refusal) {
    let record = state.resources.take {
      Resource(device: device, shared: shared, isCreators: false, isReadOnly: isReadOnly)
    }
    guard let handle = process.handles.reserve(.resource, record, &state.writer) else {
      state.resources.giveBack(record)
      throw tableIsFull(state)
    }
    record.value.handle = handle
    // Sealed, so the driver's handle stays as it is (K-073).
    record.value.driverHandle = shared.state.withLock { $0.driverHandle }
    device.value.resources.append(record)
    resource = record
    for index in 0..<shared.allocations.count {
      let opening = state.openings.take {
        Opening(device: device, resource: record, allocation: shared.allocations[index])
      }
      guard let handle = process.handles.reserve(.allocation, opening, &state.writer) else {
        state.openings.giveBack(opening)
        throw tableIsFull(state)
      }
      opening.value.handle = handle
      record.value.openings.append(opening)
    }
  }

  private func tableIsFull(_ state: borrowing ProcessState) -> Refusal {
    Refusal(.noMemory, "D-003", "hAllocation", UInt64(state.writer.live) + 1, bound: UInt64(state.writer.limit))
  }

  /// The keyed mutex of a combined object (W-255). A size of 0 takes no interest in its data; another must be the
  /// stored one, where there is one (U-152).
  private mutating func reserveKeyedMutex(_ process: Process, _ bytes: [UInt8]) throws(Refusal) {
    guard let mutex = object?.keyedMutex else { return }
    let stored = mutex.state.withLock { $0.runtimeData.count }
    guard stored == 0 || bytes.isEmpty || bytes.count == stored else {
      throw Refusal(
        .invalidParameter, "U-152", "KeyedMutexPrivateRuntimeDataSize", UInt64(bytes.count), bound: UInt64(stored))
    }
    guard mutex.retain() else { throw Refusal(.invalidHandle, "U-142", "hNtHandle") }
    keyedMutex = try process.reserve(mutex)
  }

  private mutating func reserveSyncObject(_ process: Process) throws(Refusal) {
    guard let object = object?.syncObject else { return }
    guard object.retain() else { throw Refusal(.invalidHandle, "U-142", "hNtHandle") }
    syncObject = try process.reserve(object, device: device, flags: [])
  }

  /// Undoes all of it, and puts the cursor of the handles back: a call that fails consumes none (W-005).
  private mutating func unreserve(_ process: Process) {
    if syncObject != 0 { process.unreserveSyncObject(syncObject) }
    if keyedMutex != 0 { process.unreserveKeyedMutex(keyedMutex) }
    if let resource {
      var opening = resource.value.openings.first
      while let current = opening {
        opening = current.value.next
        process.free(current, &process.state.value)
      }
      process.free(resource, &process.state.value)
    }
    process.state.value.writer.rewind(to: mark!)
  }
}

// MARK: - The driver opens

extension ResourceOpening {
  /// The driver gets copies of the private data: it may only read them, and what it changes all the same is seen by
  /// nobody (U-131, K-174, K-177).
  private func openInDriver(_ process: Process) throws(Refusal) {
    var copy = data.driverCopy
    var rows = copy.allocations.map { place in
      var row = DriverAllocation()
      row.dataOffset = place.offset
      row.dataSize = place.count
      return row
    }
    var opening = resource!.value.openings.first
    for index in rows.indices {
      rows[index].handle = opening!.value.handle
      opening = opening!.value.next
    }
    var span = rows.mutableSpan
    try copy.withBytes { bytes throws(Refusal) in
      try shared.adapter.driver.openAllocation(
        process.behalf, device: device.value.driverHandle!, create: false, readOnly: isReadOnly,
        resourceData: (0, UInt32(data.resource.count)), rows: &span, data: &bytes)
    }
    opening = resource!.value.openings.first
    var index = 0
    while let current = opening {
      opening = current.value.next
      current.value.driverHandle = rows[index].hDeviceSpecificAllocation
      index += 1
    }
  }
}

// MARK: - Everything becomes visible

extension ResourceOpening {
  private mutating func publish(
    _ process: Process, _ elements: inout MutableSpan<OpenedElement>, _ keyedMutexData: [UInt8]
  ) -> OpenedResource {
    let resource = resource!
    process.handles.publish(resource.value.handle)
    process.kernel.events?.record(
      .resourceOpened(
        ResourceOpened(
          process: process.ordinal, device: device.value.handle, resource: resource.value.handle,
          shared: shared.ordinal, isReadOnly: isReadOnly, isFromNtHandle: object != nil)))
    var opening = resource.value.openings.first
    for index in elements.indices {
      let current = opening!
      opening = current.value.next
      elements[index].handle = current.value.handle
      elements[index].dataSize = data.sizes[index]
      process.handles.publish(current.value.handle)
      if process.kernel.isObserved { recordOpened(process, current, resource.value.handle) }
    }
    if keyedMutex != 0 { publishKeyedMutex(process, keyedMutexData) }
    if syncObject != 0 { publishSyncObject(process) }
    return OpenedResource(
      resource: resource.value.handle, keyedMutex: keyedMutex, syncObject: syncObject, data: data)
  }

  private func recordOpened(_ process: Process, _ opening: Record<Opening>, _ resource: UInt32) {
    let allocation = opening.value.allocation
    process.kernel.events?.record(
      .allocationCreated(
        AllocationCreated(
          process: process.ordinal, device: device.value.handle, resource: resource,
          allocation: opening.value.handle, size: allocation.value.bytes,
          traits: allocation.value.traits.union(.opened))))
  }

  private func publishKeyedMutex(_ process: Process, _ bytes: [UInt8]) {
    let mutex = object!.keyedMutex!
    // Who brings data first, leaves it (U-151).
    mutex.state.withLock { state in
      if state.runtimeData.isEmpty { state.runtimeData = bytes }
    }
    process.handles.publish(keyedMutex)
    process.recordCreated(keyedMutex, mutex, wasOpened: true)
  }

  private func publishSyncObject(_ process: Process) {
    process.handles.publish(syncObject)
    process.recordCreated(syncObject, object!.syncObject!, device: device, wasOpened: true)
  }
}
