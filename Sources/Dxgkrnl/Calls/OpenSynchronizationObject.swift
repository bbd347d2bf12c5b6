internal import Locks
package import WDDM

extension Process {
  /// D3DKMTOpenSynchronizationObject: another handle on a shared object, by its global handle (W-189). It belongs to no
  /// device.
  ///
  /// - Throws: `STATUS_INVALID_PARAMETER` for a value that is no global handle of such an object (W-188, W-190);
  ///   `STATUS_NO_MEMORY` (D-003, D-005).
  package func openSynchronizationObject(globalHandle: UInt32) throws(Refusal) -> SynchronizationObjectOpened {
    gate.enter()
    defer { leaveGate() }
    try refuseAfterExit()
    guard let object = kernel.syncObject(globalHandle: globalHandle) else {
      throw Refusal(.invalidParameter, "W-188", "hSharedHandle", UInt64(globalHandle))
    }
    return try open(object, device: nil, flags: [])
  }

  /// Makes a handle of this process out of a reference on an object, which is given back if that fails. Inside the
  /// gate.
  func open(
    _ object: SynchronizationObject, device: Record<Device>?, flags: SynchronizationObjectFlags,
    access: AccessRights = .syncObjectAllAccess
  ) throws(Refusal) -> SynchronizationObjectOpened {
    let handle = try reserve(object, device: device, flags: flags, access: access)
    handles.publish(handle)
    recordCreated(handle, object, device: device, wasOpened: true)
    return SynchronizationObjectOpened(
      handle: handle, type: object.type, valueAddress: handles.peek(handle, .syncObject)!.value.valueAddress)
  }
}
