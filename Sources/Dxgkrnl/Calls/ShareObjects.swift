internal import DDI
internal import Locks
package import WDDM

extension Process {
  /// D3DKMTShareObjects: an NT handle to a resource, to a synchronization object, or to a resource with a keyed mutex
  /// and a synchronization object, in that order (U-133, W-253). Every object must have been created with
  /// NtSecuritySharing (U-132). The handle keeps them alive (U-148, W-243).
  ///
  /// - Parameters:
  ///   - list: D3DKMT handles of this process.
  ///   - access: what the handle allows. Asking for no right is allowed; such a handle opens nothing (U-137, U-138).
  /// - Returns: the NT handle.
  /// - Throws: `STATUS_INVALID_PARAMETER` for another number or combination of objects (U-135, U-136), a handle that is
  ///   none of this process (U-134), an object that is not shared in this way (U-140);
  ///   `STATUS_OBJECT_NAME_COLLISION` (U-141); `STATUS_NO_MEMORY` when there are no more handles (D-005).
  package func shareObjects(
    _ list: Span<UInt32>, access: AccessRights, attributes: NtObjectAttributes
  ) throws(Refusal) -> UInt64 {
    guard list.count >= 1, list.count <= 3 else {
      throw Refusal(.invalidParameter, "U-136", "cObjects", UInt64(list.count), bound: 3)
    }
    guard list.count != 2 else { throw Refusal(.invalidParameter, "U-135", "cObjects", 2) }
    gate.enter()
    defer { leaveGate() }
    kernel.finishClosedHandles(on: behalf)
    let object = try ntObject(list, attributes.name)
    do throws(Refusal) {
      return try kernel.share(object, access, attributes, process: ordinal)
    } catch {
      kernel.release(object, on: behalf)
      throw error
    }
  }

  /// The object of NT handles that holds what `list` names, with a reference taken on each.
  private func ntObject(_ list: Span<UInt32>, _ name: NtName?) throws(Refusal) -> NtObject {
    if list.count == 1, let reference = handles.peek(list[0], .syncObject) {
      let syncObject = try shareable(reference, list[0])
      try retained(syncObject.retain(), list[0])
      return NtObject(syncObject: syncObject, name: name)
    }
    guard let resource = handles.peek(list[0], .resource) else {
      throw Refusal(.invalidParameter, "U-134", "hObjects[0]", UInt64(list[0]))
    }
    guard let shared = resource.value.shared, shared.isNtSecured else {
      throw Refusal(.invalidParameter, "U-140", "hObjects[0]", UInt64(list[0]))
    }
    var mutex: KeyedMutex?
    var syncObject: SynchronizationObject?
    if list.count == 3 {
      guard let first = handles.peek(list[1], .keyedMutex) else {
        throw Refusal(.invalidParameter, "U-135", "hObjects[1]", UInt64(list[1]))
      }
      guard let second = handles.peek(list[2], .syncObject) else {
        throw Refusal(.invalidParameter, "U-135", "hObjects[2]", UInt64(list[2]))
      }
      guard first.value.mutex.isNtSecured else {
        throw Refusal(.invalidParameter, "U-140", "hObjects[1]", UInt64(list[1]))
      }
      mutex = first.value.mutex
      syncObject = try shareable(second, list[2])
    }
    // This process's own handles hold all three, so none is on its way out.
    try retained(shared.retain(), list[0])
    if let mutex { try retained(mutex.retain(), list[1]) }
    if let syncObject { try retained(syncObject.retain(), list[2]) }
    return NtObject(resource: shared, keyedMutex: mutex, syncObject: syncObject, name: name)
  }

  private func shareable(
    _ reference: Record<SynchronizationObjectReference>, _ handle: UInt32
  ) throws(Refusal) -> SynchronizationObject {
    guard reference.value.object.isNtSecured else {
      throw Refusal(.invalidParameter, "U-140", "hObjects[]", UInt64(handle))
    }
    return reference.value.object
  }

  private func retained(_ isHeld: Bool, _ handle: UInt32) throws(Refusal) {
    guard isHeld else { throw Refusal(.invalidParameter, "U-140", "hObjects[]", UInt64(handle)) }
  }

  /// D3DKMTOpenNtHandleFromName: another NT handle to the resource that was shared under a name (W-156).
  ///
  /// - Throws: as ``Kernel/openNtHandle(_:_:_:process:)``: an unknown name comes before everything else (W-154).
  package func openNtHandleFromName(
    _ attributes: NtObjectAttributes, access: AccessRights
  ) throws(Refusal) -> UInt64 {
    gate.enter()
    defer { leaveGate() }
    try refuseAfterExit()
    kernel.finishClosedHandles(on: behalf)
    return try kernel.openNtHandle(attributes, .sharedResource, access, process: ordinal)
  }

  /// Closes an NT handle of which its caller never learned.
  package func closeNtHandle(_ handle: UInt64) {
    kernel.ntHandles?.close(handle, in: ordinal)
    gate.enter()
    defer { leaveGate() }
    kernel.finishClosedHandles(on: behalf)
  }
}
