internal import CWDDM
internal import DDI
internal import Locks
internal import WDDM

// MARK: - Leaving

extension Kernel {
  /// Ends the global handle before the last view is gone (U-088).
  func revokeGlobalHandle(of resource: SharedResource) {
    let handle = resource.state.withLock { state in
      defer { state.globalHandle = 0 }
      return state.globalHandle
    }
    retireGlobalHandle(handle)
  }

  /// A view's handle ended, or an opening failed: with the last view the global handle stops resolving (U-128).
  func endView(of resource: SharedResource) {
    let handle = resource.state.withLock { state -> UInt32 in
      state.views -= 1
      guard state.views == 0 else { return 0 }
      defer { state.globalHandle = 0 }
      return state.globalHandle
    }
    retireGlobalHandle(handle)
  }

  /// One hold less. With the last the driver destroys the allocations and the resource, once, whichever process's call
  /// this is, and the memory goes (U-127, K-180, I-022). Inside a gate, outside of every lock.
  func release(_ resource: SharedResource, on behalf: OnBehalf) {
    if resource.loseHold() { destroy(resource, on: behalf) }
  }

  /// Destroys what only NT handles hold, because its adapter leaves the machine. Alone.
  func end(_ resource: SharedResource) {
    let isFirst = resource.state.withLock { state in
      defer { state.hasEnded = true }
      return !state.hasEnded
    }
    if isFirst { destroy(resource, on: .system) }
  }

  private func destroy(_ resource: SharedResource, on behalf: OnBehalf) {
    var handles: [HANDLE] = []
    for index in 0..<resource.allocations.count {
      handles.append(resource.allocations[index].value.driverHandle)
    }
    var driverHandle = resource.state.withLock { $0.driverHandle }
    resource.adapter.driver.destroyAllocation(
      behalf, handles.span, resource: &driverHandle, destroyResource: true)
    resource.adapter.sharedResources.withLock { all in all.removeAll { $0 === resource } }
    discard(resource)
    events?.record(.sharedResourceDestroyed(shared: resource.ordinal))
  }

  /// Gives back the memory of a shared resource that the driver knows nothing of any more: the driver's views, the file
  /// and the charge (K-184).
  func discard(_ resource: SharedResource) {
    for index in 0..<resource.allocations.count {
      let allocation = resource.allocations[index]
      guard allocation.value.driverView != 0 else { continue }
      memory.unmap(address: allocation.value.driverView, bytes: allocation.value.bytes)
      allocation.value.driverView = 0
    }
    memory.close(resource.file)
    uncharge(resource.charged)
  }
}

// MARK: - Closed NT handles

extension Kernel {
  /// Gives back what objects held that lost their last NT handle (U-127). Inside a gate, outside of every lock.
  ///
  /// - Returns: whether there was one.
  @discardableResult
  func finishClosedHandles(on behalf: OnBehalf) -> Bool {
    let closed = takeClosedObjects()
    for object in closed { release(object, on: behalf) }
    return !closed.isEmpty
  }

  /// The references that an object of NT handles owns.
  func release(_ object: NtObject, on behalf: OnBehalf) {
    if let mutex = object.keyedMutex { release(mutex) }
    if let syncObject = object.syncObject { release(syncObject) }
    if let resource = object.resource { release(resource, on: behalf) }
  }

  /// The same for a shell that wants what closed handles held to be given back now, not with the next call that shares,
  /// opens or destroys something.
  package func finishClosedHandles() {
    guard ntHandles != nil else { return }
    // What is run alone could refuse; this does not.
    _ = try? alone { () throws(Refusal) in finishClosedHandles(on: .system) }
  }

  /// The program ends: what it closed since the kernel asked last goes into its recording. Takes no gate, because a
  /// thread may be in a driver and stay there; so no driver is told, and what the handles held goes with the program.
  package func recordClosedHandles() {
    for object in takeClosedObjects() {
      guard let resource = object.resource, resource.loseHold() else { continue }
      events?.record(.sharedResourceDestroyed(shared: resource.ordinal))
    }
  }
}
