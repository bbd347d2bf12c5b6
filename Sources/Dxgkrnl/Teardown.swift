internal import CWDDM
internal import DDI
internal import Locks
internal import Synchronization
internal import WDDM

/// Objects whose handles have ended and that are on their way out: openings, and perhaps the resource they belong to.
///
/// Ending a handle is one thing; what remains waits until nobody refers to the objects any more: calls on other threads
/// and drivers that hold a reference (K-195). Nobody waits for a driver: a teardown that cannot finish is put aside,
/// and the next call of the process that ends looks again.
struct Teardown {
  let device: Record<Device>
  /// The first of a list, linked by `nextInBatch`.
  var openings: Record<Opening>?
  /// Set when the resource goes too.
  var resource: Record<Resource>?
}

// MARK: - Ending handles

extension Process {
  /// Ends the handles of a resource and of everything in it that has not ended yet.
  func end(_ resource: Record<Resource>) -> Teardown {
    if handles.end(resource.value.handle) != nil, let shared = resource.value.shared { kernel.endView(of: shared) }
    var teardown = Teardown(device: resource.value.device, openings: nil, resource: resource)
    var last: Record<Opening>?
    var opening = resource.value.openings.first
    while let current = opening {
      opening = current.value.next
      guard handles.end(current.value.handle) != nil else { continue }
      current.value.nextInBatch = nil
      if let last { last.value.nextInBatch = current } else { teardown.openings = current }
      last = current
    }
    return teardown
  }
}

// MARK: - Finishing

extension Process {
  /// Finishes a teardown now if nobody refers to its objects, else puts it aside. Inside the gate.
  func finish(_ teardown: Teardown) {
    if isFree(teardown) { perform(teardown) } else { putAside(teardown) }
  }

  /// The same for the allocation that is destroyed most: one, and no resource with it.
  ///
  /// - Parameter isHeld: whether somebody has a reference to it.
  @inline(__always)
  func finishOne(_ opening: Record<Opening>, _ device: Record<Device>, isHeld: Bool) {
    if isHeld { return putAside(Teardown(device: device, openings: opening, resource: nil)) }
    performOne(opening, device)
  }

  @inline(never)
  private func putAside(_ teardown: Teardown) {
    state.value.deferred.append(teardown)
    deferredCount.wrappingAdd(1, ordering: .relaxed)
  }

  private func isFree(_ teardown: Teardown) -> Bool {
    if let resource = teardown.resource {
      guard handles.references(resource.value.handle) == 0 else { return false }
    }
    var opening = teardown.openings
    while let current = opening {
      guard handles.references(current.value.handle) == 0 else { return false }
      opening = current.value.nextInBatch
    }
    // A resource goes after all its allocations, also those that were listed on their own and wait (I-022).
    if let resource = teardown.resource { return resource.value.openings.count == teardown.count }
    return true
  }

  /// Takes the CPU's views away, closes before it destroys (I-017, K-180), tells the driver of a resource in one call
  /// (K-181), and frees what is left.
  private func perform(_ teardown: Teardown) {
    var viewed = teardown.openings
    while let current = viewed {
      viewed = current.value.nextInBatch
      dropCpuView(current)
    }
    if let resource = teardown.resource, let shared = resource.value.shared {
      return performShared(teardown, resource, shared)
    }
    performTogether(teardown, teardown.device.value.adapter)
    var opening = teardown.openings
    while let current = opening {
      opening = current.value.nextInBatch
      forget(current)
    }
    if let resource = teardown.resource {
      kernel.events?.record(.resourceDestroyed(process: ordinal, resource: resource.value.handle))
      free(resource, &state.value)
    }
  }

  @inline(__always)
  private func performOne(_ opening: Record<Opening>, _ device: Record<Device>) {
    dropCpuView(opening)
    device.value.onAdapter.with { adapter in
      let owner = opening.value.resource
      var one = InlineArray<1, HANDLE>(repeating: opening.value.driverHandle!)
      adapter.driver.closeAllocation(OnBehalf(process: self), device: device.value.driverHandle!, one.span)
      one[0] = opening.value.allocation.value.driverHandle
      var resource = owner?.value.driverHandle
      adapter.driver.destroyAllocation(
        OnBehalf(process: self), one.span, resource: &resource, destroyResource: false)
      if let owner { owner.value.driverHandle = resource }
    }
    forget(opening)
  }

  /// Gives back what an opening that the driver forgot has, and what was charged for it.
  @inline(__always)
  private func forget(_ opening: Record<Opening>) {
    let allocation = opening.value.allocation
    dropViews(opening)
    if kernel.isObserved { recordDestroyed(opening) }
    var freed: UInt64 = 0
    if case .range = allocation.value.backing { freed = allocation.value.bytes }
    free(opening, &state.value)
    state.value.account.commit -= freed
    state.value.account.virtual -= freed
    kernel.uncharge(freed)
  }

  @inline(never)
  func recordDestroyed(_ opening: Record<Opening>) {
    kernel.events?.record(
      .allocationDestroyed(
        process: ordinal, allocation: opening.value.handle, locks: opening.cpuAccess.outstandingLocks))
  }

  @inline(never)
  private func performTogether(_ teardown: Teardown, _ adapter: Adapter) {
    var openings: [HANDLE] = []
    var allocations: [HANDLE] = []
    var opening = teardown.openings
    while let current = opening {
      openings.append(current.value.driverHandle!)
      allocations.append(current.value.allocation.value.driverHandle)
      opening = current.value.nextInBatch
    }
    if !openings.isEmpty {
      adapter.driver.closeAllocation(
        OnBehalf(process: self), device: teardown.device.value.driverHandle!, openings.span)
    }
    let owner = teardown.resource ?? teardown.openings?.value.resource
    let destroysResource = teardown.resource != nil
    guard destroysResource || !allocations.isEmpty else { return }
    var resource = owner?.value.driverHandle
    adapter.driver.destroyAllocation(
      OnBehalf(process: self), allocations.span, resource: &resource, destroyResource: destroysResource)
    owner?.value.driverHandle = resource
  }
}

extension Teardown {
  fileprivate var count: Int {
    var count = 0
    var opening = openings
    while let current = opening {
      count += 1
      opening = current.value.nextInBatch
    }
    return count
  }
}

// MARK: - What was put aside

extension Process {
  /// At the end of a call that leaves something waiting: the executor's business, or, in an embedded kernel, done here.
  @inline(never)
  func executeDeferred() {
    if let executor = kernel.executor { executor.workIsWaiting(for: self) } else { finishDeferred() }
  }

  /// Finishes every teardown and every device that nobody refers to any more. From outside of every call and callback.
  package func finishDeferred() {
    let before = deferredCount.load(ordering: .relaxed)
    gate.enter()
    while let teardown = takeFinishable() { perform(teardown) }
    finishKeyedMutexes()
    finishSyncObjects()
    finishDevices()
    // What a call of an exited process looked at may have been the last of it.
    let isGone = state.value.hasExited && state.value.writer.live == 0
    gate.leave()
    if deferredCount.load(ordering: .relaxed) != before { referencesReturned.wake() }
    if isGone { kernel.reap() }
  }

  /// Returns when nothing of the process waits any more (U-101): the one case in which a caller waits for a driver.
  func finishSynchronously() {
    while true {
      let seen = referencesReturned.count
      finishDeferred()
      if deferredCount.load(ordering: .relaxed) == 0 { return }
      referencesReturned.wait(while: seen)
    }
  }

  private func takeFinishable() -> Teardown? {
    guard let index = state.value.deferred.firstIndex(where: { isFree($0) }) else { return nil }
    deferredCount.wrappingSubtract(1, ordering: .relaxed)
    return state.value.deferred.remove(at: index)
  }
}
