internal import Locks
internal import Synchronization
internal import WDDM

extension Process {
  /// Reserves a handle on a synchronization object for one reference on it, which the handle owns from now on, and maps
  /// the value of a monitored fence for the client to read. Inside the gate.
  ///
  /// The caller publishes the handle, or undoes it with ``unreserveSyncObject(_:)``.
  ///
  /// - Parameters:
  ///   - access: what the NT handle allows that the object is opened by; everything without one.
  ///   - page: where an unshared fence of this process has its slot, which the handle owns as well.
  /// - Throws: `STATUS_NO_MEMORY` when the table is full (D-003) or no view can be had (D-005); the reference and the
  ///   slot were given back.
  func reserve(
    _ object: SynchronizationObject, device: Record<Device>?, flags: SynchronizationObjectFlags,
    access: AccessRights = .syncObjectAllAccess, page: ProcessFencePage? = nil
  ) throws(Refusal) -> UInt32 {
    let record = state.value.syncObjects.take {
      SynchronizationObjectReference(object, device: device, flags: flags, access: access)
    }
    record.value.page = page
    do throws(Refusal) {
      if let fence = object.fence { record.value.valueAddress = try mapValue(fence, page) }
      guard let handle = handles.reserve(.syncObject, record, &state.value.writer) else {
        throw Refusal(
          .noMemory, "D-003", "hSyncObject", UInt64(state.value.writer.live) + 1,
          bound: UInt64(state.value.writer.limit))
      }
      record.value.handle = handle
      device?.value.syncObjectCount += 1
      return handle
    } catch {
      dropValue(record)
      state.value.syncObjects.giveBack(record)
      throw error
    }
  }

  /// Undoes ``reserve(_:device:flags:access:page:)`` and gives the reference back. Inside the gate; the cursor is the
  /// caller's to rewind.
  func unreserveSyncObject(_ handle: UInt32) {
    guard let record = handles.peek(handle, .syncObject, reservedToo: true) else { return }
    dropValue(record)
    free(record)
  }

  /// Ends a live handle: what waits through it is over, and the object loses a reference (W-190). Inside the gate.
  ///
  /// - Returns: whether it was live.
  func endSyncObject(_ handle: UInt32) -> Bool {
    guard let record = handles.peek(handle, .syncObject), handles.end(handle) != nil else { return false }
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
        reference.value.access.contains(.syncObjectSignal),
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
  /// Brings the value into the client's sight: in the page that it shares with others, or in a view of its own.
  private func mapValue(_ fence: MonitoredFence, _ page: ProcessFencePage?) throws(Refusal) -> UInt64 {
    if let page { return page.view + fence.offset }
    return try kernel.memory.mapReadOnly(fence.page.file, offset: 0, bytes: pageSize) + fence.offset
  }

  /// Takes the value out of the client's sight, and gives back the object's reference and the slot. Once for each
  /// record, which stays as it is: calls that hold a reference may still read it.
  private func dropValue(_ record: Record<SynchronizationObjectReference>) {
    let object = record.value.object
    let page = record.value.page
    if let fence = object.fence, page == nil, record.value.valueAddress != 0 {
      kernel.memory.unmap(address: record.value.valueAddress - fence.offset, bytes: pageSize)
    }
    kernel.release(object)
    guard let page, let fence = object.fence, page.giveBack(fence.offset) else { return }
    // That was its last slot.
    state.value.fencePages.removeAll { $0 === page }
    page.close(kernel.memory)
  }

  private func free(_ record: Record<SynchronizationObjectReference>) {
    record.value.device?.value.syncObjectCount -= 1
    handles.retire(record.value.handle, &state.value.writer)
    state.value.syncObjects.giveBack(record)
  }
}
