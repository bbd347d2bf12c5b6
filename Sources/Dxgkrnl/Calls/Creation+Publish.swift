internal import DDI
internal import Locks
internal import Synchronization
internal import WDDM

// MARK: - Everything becomes visible

extension Creation {
  /// For a shared resource, unless it is reached through NT handles only (U-045).
  @inline(__always)
  mutating func reserveGlobalHandle(_ process: Process) throws(Refusal) {
    guard isShared, !arguments.flags.contains(.ntSecuritySharing), let shared else { return }
    globalHandle = try process.kernel.reserveGlobalHandle(for: .resource(shared))
  }

  @inline(__always)
  mutating func publish(
    _ process: Process,
    _ elements: inout MutableSpan<AllocationElement>, data: inout MutableRawSpan
  ) -> CreatedAllocation {
    if isShared { publishShared(process, elements.span, data.bytes) }
    var created = CreatedAllocation(resource: arguments.resource, globalShare: globalHandle)
    if makesResource, let resource {
      created.resource = resource.value.handle
      publish(resource, process)
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
      if process.kernel.isObserved {
        Self.recordCreated(process, elements[index], arguments.device, created.resource)
      }
    }
    return created
  }

  /// What openers will find.
  @inline(never)
  private func publishShared(_ process: Process, _ elements: Span<AllocationElement>, _ data: RawSpan) {
    guard let shared else { return }
    shared.give(ordinal: process.kernel.nextSharedResource.wrappingAdd(1, ordering: .relaxed).oldValue)
    let kept = SharedData(arguments, elements, data)
    shared.state.withLock { state in
      state.data = kept
      state.driverHandle = driverResource
    }
    shared.adapter.sharedResources.withLock { $0.append(shared) }
    process.kernel.publishGlobalHandle(globalHandle)
  }

  @inline(never)
  private func publish(_ resource: Record<Resource>, _ process: Process) {
    let handle = resource.value.handle
    process.handles.publish(handle)
    guard let events = process.kernel.events else { return }
    events.record(
      .resourceCreated(
        process: process.ordinal, resource: handle, device: arguments.device, globalShare: globalHandle))
    if let shared {
      events.record(
        .resourceShared(
          process: process.ordinal, resource: handle, shared: shared.ordinal, bytes: shared.charged,
          isNtSecured: shared.isNtSecured))
    }
  }

  @inline(never)
  private static func recordCreated(
    _ process: Process, _ element: AllocationElement, _ device: UInt32, _ resource: UInt32
  ) {
    process.kernel.events?.record(
      .allocationCreated(
        AllocationCreated(
          process: process.ordinal, device: device, resource: resource, allocation: element.handle,
          size: element.size, traits: AllocationTraits(rawValue: element.traits))))
  }
}
