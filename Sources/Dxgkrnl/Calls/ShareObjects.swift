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
    guard object.retain() else { throw Refusal(.invalidParameter, "U-140", "hObjects[0]", UInt64(list[0])) }
    do throws(Refusal) {
      return try kernel.share(object, access, attributes, process: ordinal)
    } catch {
      kernel.release(object, on: behalf)
      throw error
    }
  }

  /// The object of NT handles that will hold what `list` names.
  private func ntObject(_ list: Span<UInt32>, _ name: NtName?) throws(Refusal) -> NtObject {
    if list.count == 1, let syncObject = handles.peek(list[0], .syncObject)?.value.object {
      try check(syncObject.isNtSecured, "hObjects[0]", list[0])
      return NtObject(syncObject: syncObject, name: name)
    }
    guard let resource = handles.peek(list[0], .resource) else {
      throw Refusal(.invalidParameter, "U-134", "hObjects[0]", UInt64(list[0]))
    }
    let shared = resource.value.shared
    try check(shared?.isNtSecured ?? false, "hObjects[0]", list[0])
    guard list.count == 3 else { return NtObject(resource: shared, name: name) }
    guard let mutex = handles.peek(list[1], .keyedMutex)?.value.mutex else {
      throw Refusal(.invalidParameter, "U-135", "hObjects[1]", UInt64(list[1]))
    }
    guard let syncObject = handles.peek(list[2], .syncObject)?.value.object else {
      throw Refusal(.invalidParameter, "U-135", "hObjects[2]", UInt64(list[2]))
    }
    try check(mutex.isNtSecured, "hObjects[1]", list[1])
    try check(syncObject.isNtSecured, "hObjects[2]", list[2])
    return NtObject(resource: shared, keyedMutex: mutex, syncObject: syncObject, name: name)
  }

  private func check(_ isNtSecured: Bool, _ argument: Refusal.Argument, _ handle: UInt32) throws(Refusal) {
    guard isNtSecured else { throw Refusal(.invalidParameter, "U-140", argument, UInt64(handle)) }
  }

  /// D3DKMTOpenNtHandleFromName and D3DKMTOpenSyncObjectNtHandleFromName: another NT handle to the resource (W-156), or
  /// to the synchronization object (W-249), that was shared under a name.
  ///
  /// - Throws: as ``Kernel/openNtHandle(_:_:_:process:)``: an unknown name comes before everything else (W-154).
  package func openNtHandle(
    _ attributes: NtObjectAttributes, _ type: NtObjectType, access: AccessRights
  ) throws(Refusal) -> UInt64 {
    gate.enter()
    defer { leaveGate() }
    try refuseAfterExit()
    kernel.finishClosedHandles(on: behalf)
    return try kernel.openNtHandle(attributes, type, access, process: ordinal)
  }

  /// Closes an NT handle of which its caller never learned.
  package func closeNtHandle(_ handle: UInt64) {
    kernel.ntHandles?.close(handle, in: ordinal)
    gate.enter()
    defer { leaveGate() }
    kernel.finishClosedHandles(on: behalf)
  }
}
