internal import Locks
internal import Synchronization
internal import WDDM

extension Process {
  /// Reserves a handle on a synchronization object for one reference on it, which the handle owns from now on, and maps
  /// the value of a monitored fence for the client to read. Inside the gate.
  ///
  /// The caller publishes the handle, or undoes it with ``unreserveSyncObject(_:)``.
  ///
  /// - Parameter page: where an unshared fence of this process has its slot.
  /// - Throws: `STATUS_NO_MEMORY` when the table is full (D-003) or no view can be had (D-005); then the reference is
  ///   still the caller's.
  func reserve(
    _ object: SynchronizationObject, device: Record<Device>?, flags: SynchronizationObjectFlags,
    page: ProcessFencePage? = nil
  ) throws(Refusal) -> UInt32 {
    try refuseAfterExit()
    var address: UInt64 = 0
    if let fence = object.fence {
      let view =
        if let page { page.view } else {
          try kernel.memory.mapReadOnly(fence.page.file, offset: 0, bytes: pageSize)
        }
      address = view + fence.offset
    }
    let record = state.value.syncObjects.take {
      SynchronizationObjectReference(object, device: device, flags: flags)
    }
    record.value.valueAddress = address
    record.value.page = page
    guard let handle = handles.reserve(.syncObject, record, &state.value.writer) else {
      unmapValue(record)
      state.value.syncObjects.giveBack(record)
      throw Refusal(
        .noMemory, "D-003", "hSyncObject", UInt64(state.value.writer.live) + 1,
        bound: UInt64(state.value.writer.limit))
    }
    record.value.handle = handle
    device?.value.syncObjectCount += 1
    return handle
  }

  /// Undoes ``reserve(_:device:flags:page:)`` and gives the reference back. Inside the gate; the cursor is the caller's
  /// to rewind.
  func unreserveSyncObject(_ handle: UInt32) {
    guard let record = handles.peek(handle, .syncObject, reservedToo: true) else { return }
    dropValue(record)
    free(record)
  }

  /// Ends a live handle: what waits through it is over, and the object loses a reference (W-190). Inside the gate.
  ///
  /// - Returns: whether it was live.
  func endSyncObject(_ handle: UInt32) -> Bool {
    guard let record = handles.peek(handle, .syncObject), handles.end(handle) else { return false }
    kernel.endWaits(through: record)
    dropValue(record)
    kernel.events?.record(.syncObjectDestroyed(process: ordinal, syncObject: handle))
    if handles.references(handle) == 0 {
      free(record)
    } else {
      state.value.endingSyncObjects.append(record)
      deferredCount.wrappingAdd(1, ordering: .relaxed)
    }
    return true
  }

  /// Ends every handle that was made with a device (W-199). Inside the gate.
  func endSyncObjects(of device: Record<Device>) {
    guard device.value.syncObjectCount > 0 else { return }
    for handle in handles.live(.syncObject) where handles.peek(handle, .syncObject)?.value.device == device {
      _ = endSyncObject(handle)
    }
  }

  /// The device will signal nothing any more: its monitored fences come to the largest value, so that nobody waits for
  /// it for ever (NoSignalMaxValueOnTdr prevents that). Inside the gate.
  func signalFencesOfLost(_ device: Record<Device>) {
    guard device.value.syncObjectCount > 0 else { return }
    for handle in handles.live(.syncObject) {
      guard let reference = handles.peek(handle, .syncObject), reference.value.device == device,
        reference.value.flags.isDisjoint(with: [.noSignalMaxValueOnTdr, .noSignal]),
        let fence = reference.value.object.fence
      else { continue }
      _ = kernel.signal([FenceTarget(fence: fence, reference: reference, value: .max)], allowsRewind: false)
    }
  }

  /// Frees handles that ended while a call looked at them, as far as no call does any more. Inside the gate.
  func finishSyncObjects() {
    state.value.endingSyncObjects.removeAll { record in
      guard handles.references(record.value.handle) == 0 else { return false }
      free(record)
      deferredCount.wrappingSubtract(1, ordering: .relaxed)
      return true
    }
  }
}

// MARK: - Details

extension Process {
  /// Takes the value out of the client's sight and gives the object's reference back.
  private func dropValue(_ record: Record<SynchronizationObjectReference>) {
    unmapValue(record)
    let object = record.value.object
    kernel.release(object)
    guard let page = record.value.page, let fence = object.fence else { return }
    giveBackSlot(fence.offset, of: page)
  }

  /// Frees a slot, and its page if that was the last.
  func giveBackSlot(_ offset: UInt64, of page: ProcessFencePage) {
    guard page.giveBack(offset) else { return }
    state.value.fencePages.removeAll { $0 === page }
    page.close(kernel.memory)
  }

  /// Once for each record, which stays as it is: calls that hold a reference may still read it.
  private func unmapValue(_ record: Record<SynchronizationObjectReference>) {
    let address = record.value.valueAddress
    guard address != 0, record.value.page == nil, let fence = record.value.object.fence else { return }
    kernel.memory.unmap(address: address - fence.offset, bytes: pageSize)
  }

  private func free(_ record: Record<SynchronizationObjectReference>) {
    record.value.device?.value.syncObjectCount -= 1
    handles.retire(record.value.handle, &state.value.writer)
    state.value.syncObjects.giveBack(record)
  }
}
