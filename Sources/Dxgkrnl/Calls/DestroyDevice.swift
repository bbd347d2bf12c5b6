internal import CWDDM
internal import DDI
internal import Locks
internal import Synchronization
package import WDDM

extension Process {
  /// D3DKMTDestroyDevice: ends the device and everything that belongs to it (U-106): its synchronization objects
  /// (W-199), its loose allocations, then its resources, then itself (W-112). Succeeds on a removed device (U-304).
  ///
  /// - Throws: `STATUS_INVALID_PARAMETER` for a handle that is none (W-035).
  package func destroyDevice(_ handle: UInt32) throws(Refusal) {
    gate.enter()
    // The device itself goes with what was put aside.
    defer { leaveGate() }
    guard let device = handles.peek(handle, .device), handles.end(handle) != nil else {
      throw Refusal(.invalidParameter, "U-017", "hDevice", UInt64(handle))
    }
    endSyncObjects(of: device)
    endChildren(of: device)
    state.value.endingDevices.append(device)
    deferredCount.wrappingAdd(1, ordering: .relaxed)
  }

  /// Ends what belongs to a device, each as it was made: drivers are never told of more allocations in one call than a
  /// caller asked for.
  private func endChildren(of device: Record<Device>) {
    for opening in looseOpenings(of: device) where handles.end(opening.value.handle) != nil {
      opening.value.nextInBatch = nil
      finish(Teardown(device: device, openings: opening, resource: nil))
    }
    var resource = device.value.resources.first
    while let current = resource {
      resource = current.value.next
      guard handles.peek(current.value.handle, .resource) != nil else { continue }
      finish(end(current))
    }
  }

  /// The live allocations of a device that belong to no resource, in the order of their handles. Inside the gate.
  func looseOpenings(of device: Record<Device>) -> [Record<Opening>] {
    guard device.value.looseCount > 0 else { return [] }
    return handles.live(.allocation).compactMap { handles.peek($0, .allocation) }
      .filter { $0.value.device == device && $0.value.resource == nil }
  }

  /// Destroys the devices that ended, that nobody refers to, and that own nothing any more (I-011, I-023). Inside the
  /// gate.
  func finishDevices() {
    while let device = takeFinishableDevice() {
      let attachment = device.value.attachment
      let adapter = attachment.adapter
      let handle = device.value.handle
      adapter.devices.withLock { devices in devices.removeAll { $0.device == device } }
      adapter.driver.destroyDevice(OnBehalf(process: self), device.value.driverHandle!)
      kernel.events?.record(.deviceDestroyed(process: ordinal, device: handle))
      handles.retire(handle, &state.value.writer)
      state.value.devices.giveBack(device)
      attachment.state.withLock { $0.devices -= 1 }
      detachIfUnused(attachment)
    }
  }

  private func takeFinishableDevice() -> Record<Device>? {
    let index = state.value.endingDevices.firstIndex { device in
      handles.references(device.value.handle) == 0 && device.value.looseCount == 0
        && device.value.resources.first == nil && device.value.syncObjectCount == 0
    }
    guard let index else { return nil }
    deferredCount.wrappingSubtract(1, ordering: .relaxed)
    return state.value.endingDevices.remove(at: index)
  }
}
