internal import DDI
internal import Locks
package import WDDM

extension Process {
  /// D3DKMTOpenKeyedMutexFromNtHandle: opens a keyed mutex that is shared by itself. ShareObjects shares none by itself
  /// (W-252), so what a handle names is always something else (W-257); a mutex that is shared with a resource is opened
  /// with it.
  ///
  /// - Throws: `STATUS_INVALID_PARAMETER` for a size without a buffer (W-218) or of another size (W-221); what
  ///   ``Kernel/reference(of:_:process:)`` says of the handle.
  package func openKeyedMutex(ntHandle: UInt64, buffer: RuntimeDataBuffer) throws(Refusal) -> KeyedMutexOpened {
    try checkBuffer(buffer)
    gate.enter()
    defer { leaveGate() }
    try refuseAfterExit()
    kernel.finishClosedHandles(on: behalf)
    let reference = try kernel.reference(of: ntHandle, .sharedKeyedMutex, process: ordinal)
    guard let mutex = reference.object.keyedMutex, mutex.retain() else {
      throw Refusal(.objectTypeMismatch, "W-257", "hNtHandle", ntHandle)
    }
    return try open(mutex, buffer)
  }

  /// D3DKMTOpenSyncObjectFromNtHandle: another handle on a synchronization object that is shared by itself (W-243). It
  /// belongs to no device, and allows what the NT handle allows (W-260).
  ///
  /// - Throws: what ``Kernel/reference(of:_:process:)`` says of the handle (W-244, W-250); `STATUS_NO_MEMORY` (D-003,
  ///   D-005).
  package func openSyncObject(ntHandle: UInt64) throws(Refusal) -> SynchronizationObjectOpened {
    gate.enter()
    defer { leaveGate() }
    try refuseAfterExit()
    return try openSyncObject(ntHandle, device: nil, flags: [])
  }

  /// D3DKMTOpenSyncObjectFromNtHandle2: the same on a device, which is looked at before the NT handle (W-246), and with
  /// what may be done through the new handle.
  ///
  /// - Parameter flags: NoSignal, NoWait and their neighbours; Shared and NtSecuritySharing say nothing here.
  /// - Throws: `STATUS_INVALID_PARAMETER` for a bad device (W-246) or flags (W-183); `STATUS_DEVICE_REMOVED` (U-302);
  ///   else as above.
  package func openSyncObject(
    ntHandle: UInt64, device deviceHandle: UInt32, flags: SynchronizationObjectFlags
  ) throws(Refusal) -> SynchronizationObjectOpened {
    guard flags.isSubset(of: .known), !flags.isSuperset(of: [.noSignal, .noWait]) else {
      throw Refusal(.invalidParameter, "W-183", "Flags", UInt64(flags.rawValue))
    }
    gate.enter()
    defer { leaveGate() }
    guard let device = handles.peek(deviceHandle, .device) else {
      throw Refusal(.invalidParameter, "W-246", "hDevice", UInt64(deviceHandle))
    }
    guard device.value.isActive, device.value.adapter.isRunning else {
      throw Refusal(.deviceRemoved, "U-302", "hDevice", UInt64(deviceHandle))
    }
    return try openSyncObject(ntHandle, device: device, flags: flags)
  }

  /// Inside the gate.
  private func openSyncObject(
    _ ntHandle: UInt64, device: Record<Device>?, flags: SynchronizationObjectFlags
  ) throws(Refusal) -> SynchronizationObjectOpened {
    kernel.finishClosedHandles(on: behalf)
    let reference = try kernel.reference(of: ntHandle, .sharedSyncObject, process: ordinal)
    // Whoever closes the handle at this moment was first.
    guard let object = reference.object.syncObject, object.retain() else {
      throw Refusal(.invalidHandle, "W-250", "hNtHandle", ntHandle)
    }
    return try open(object, device: device, flags: flags, access: reference.access)
  }
}
