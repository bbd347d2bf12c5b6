package import CWDDM
package import WDDM

/// The wire up from a driver: one method for each DxgkCb that this kernel serves, with the callback's own structs.
///
/// The kernel implements it once an adapter; a verifier wraps it. Called by a driver from inside a DDI, or from a
/// thread of its own. A callback takes state locks only, never a gate. Addresses are numbers: whoever follows one says
/// why it may.
package protocol KernelCallbacks: AnyObject, Sendable {
  // MARK: The device. `deviceHandle` is that of KernelInterface.

  /// DxgkCbGetDeviceInformation. The resource list in `info` stays where it is until StopDevice returned.
  func getDeviceInformation(_ deviceHandle: HANDLE?, _ info: inout DXGK_DEVICE_INFO) -> NTStatus
  /// DxgkCbMapMemory: `virtualAddress` receives the address on success. `length` in bytes.
  func mapMemory(
    _ deviceHandle: HANDLE?, _ translatedAddress: PHYSICAL_ADDRESS, _ length: UInt32, _ inIoSpace: BOOLEAN,
    _ mapToUserMode: BOOLEAN, _ cacheType: MEMORY_CACHING_TYPE, _ virtualAddress: inout UInt
  ) -> NTStatus
  /// DxgkCbUnmapMemory of an address that mapMemory gave.
  func unmapMemory(_ deviceHandle: HANDLE?, _ virtualAddress: UInt) -> NTStatus
  /// DxgkCbIsFeatureEnabled (2.6+): `Enabled` is written (K-134).
  func isFeatureEnabled(_ args: inout DXGKARGCB_ISFEATUREENABLED) -> NTStatus
  /// DxgkCbQueryFeatureSupport (2.9+): `Enabled` is written (K-134).
  func queryFeatureSupport(_ args: inout DXGKARGCB_QUERYFEATURESUPPORT) -> NTStatus

  // MARK: Handles. They carry no context: the process is that of CurrentCall (K-208).

  /// DxgkCbGetHandleData: hAllocation, hDeviceSpecificAllocation or hResource; NULL when it cannot be resolved (K-200).
  func getHandleData(_ args: DXGKARGCB_GETHANDLEDATA) -> HANDLE?
  /// DxgkCbGetHandleParent: the resource of an allocation, or 0 (K-205).
  func getHandleParent(_ allocation: D3DKMT_HANDLE) -> D3DKMT_HANDLE
  /// DxgkCbEnumHandleChildren: the allocation at a zero-based index of a resource, or 0 (K-204).
  func enumHandleChildren(_ args: DXGKARGCB_ENUMHANDLECHILDREN) -> D3DKMT_HANDLE
  /// DxgkCbAcquireHandleData: as getHandleData, and destruction waits for releaseHandleData (K-195).
  func acquireHandleData(_ args: DXGKARGCB_GETHANDLEDATA, _ release: inout HANDLE?) -> HANDLE?
  /// DxgkCbReleaseHandleData.
  func releaseHandleData(_ args: DXGKARGCB_RELEASEHANDLEDATA)
}

/// What `DXGKRNL_INTERFACE` says to a driver, as it goes over the wire: the functions, and the name of the device in
/// them.
package struct KernelInterface: Sendable {
  package let callbacks: any KernelCallbacks
  /// Opaque to the driver; see ``DeviceCell``.
  package let deviceHandle: HANDLE

  package init(callbacks: any KernelCallbacks, deviceHandle: HANDLE) {
    self.callbacks = callbacks
    self.deviceHandle = deviceHandle
  }
}
