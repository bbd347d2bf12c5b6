package import CWDDM
package import WDDM

/// What StartDevice reports of a device.
package struct StartedDevice: Hashable, Sendable {
  /// Video present sources and children; 0 and 0 for a device that only renders.
  package let sources: UInt32
  package let children: UInt32
}

extension Driver {
  /// DxgkDdiAddDevice: the driver makes its context for one device. Once, first, alone (K-002).
  ///
  /// - Throws: the driver's status; `STATUS_NOT_SUPPORTED` (K-002) when it declines the device with a NULL context.
  package func addDevice(physicalDevice: HANDLE? = nil) throws(Refusal) {
    precondition(adapter == nil, "a device is added once (K-002)")
    var context: HANDLE?
    try ask(.addDevice, .system) { miniport.addDevice(physicalDevice, &context) }
    guard let context else { throw Refusal(.notSupported, "K-002", "MiniportDeviceContext") }
    remember { $0.adapter = context }
  }

  /// DxgkDdiStartDevice. From here on callbacks lead to `callbacks`, until the device stopped.
  ///
  /// - Throws: the driver's status; nothing is remembered then.
  package func startDevice(luid: LUID, callbacks: any KernelCallbacks) throws(Refusal) -> StartedDevice {
    let cell = DeviceCell.make(for: callbacks)
    remember {
      $0.cell = cell
      $0.target = CallbackTarget(callbacks)
    }
    var info = DXGK_START_INFO()
    info.AdapterLuid = luid
    var sources: UInt32 = 0
    var children: UInt32 = 0
    do throws(Refusal) {
      let kernel = KernelInterface(callbacks: callbacks, deviceHandle: cell.handle)
      try ask(.startDevice, .system) { miniport.startDevice(adapter, &info, kernel, &sources, &children) }
    } catch {
      revokeDeviceHandle()
      remember { $0.target = nil }
      throw error
    }
    return StartedDevice(sources: sources, children: children)
  }

  /// A PnP stop: DxgkDdiStopDeviceAndReleasePostDisplayOwnership where the driver has it, and DxgkDdiStopDevice where
  /// it has not or that failed (K-008). A failure of StopDevice is a finding; the device counts as stopped.
  package func stopDevice() {
    var released = false
    if functions.contains(.stopDeviceAndReleasePostDisplayOwnership) {
      var display = DXGK_DISPLAY_INFORMATION()
      let status = call(.stopDeviceAndReleasePostDisplayOwnership, .system) {
        // No target is active: D3DDDI_ID_UNINITIALIZED.
        miniport.stopDeviceAndReleasePostDisplayOwnership(adapter, .max, &display)
      }
      released = status.isSuccess
    }
    if !released { _ = tell(.stopDevice, .system) { miniport.stopDevice(adapter) } }
    revokeDeviceHandle()
  }

  /// DxgkDdiRemoveDevice: the driver frees its context (K-007). A failure is a finding.
  package func removeDevice() {
    guard adapter != nil else { return }
    _ = tell(.removeDevice, .system) { miniport.removeDevice(adapter) }
    remember {
      $0.adapter = nil
      $0.target = nil
    }
  }

  /// DxgkDdiNotifySurpriseRemoval, where the driver has it; other DDIs may be running.
  package func notifySurpriseRemoval() {
    guard functions.contains(.notifySurpriseRemoval) else { return }
    _ = tell(.notifySurpriseRemoval, .system) { miniport.notifySurpriseRemoval(adapter, DxgkRemovalPnPNotify) }
  }

  /// DxgkDdiResetFromTimeout: when it returns, the GPU touches no memory. Alone; nothing else until
  /// ``restartFromTimeout()`` (K-332).
  ///
  /// - Throws: the driver's status; Windows would stop (K-331).
  package func resetFromTimeout() throws(Refusal) {
    try askAboutTimeout(.resetFromTimeout) { miniport.resetFromTimeout(adapter) }
  }

  /// DxgkDdiRestartFromTimeout: the driver may touch the GPU again.
  ///
  /// - Throws: the driver's status; Windows would stop (K-335).
  package func restartFromTimeout() throws(Refusal) {
    try askAboutTimeout(.restartFromTimeout) { miniport.restartFromTimeout(adapter) }
  }

  /// A driver without the function has nothing to reset; that it has none is a finding.
  private func askAboutTimeout(_ function: DriverFunction, _ body: () -> NTStatus) throws(Refusal) {
    guard functions.contains(function) else { return report(function.rule, function, "DRIVER_INITIALIZATION_DATA", 0) }
    try ask(function, .system, body)
  }

  /// The DeviceHandle leads nowhere from now on. What carries no handle is served until the device is removed: a driver
  /// gives references back in Close and Destroy, which clients may call long after the stop.
  private func revokeDeviceHandle() {
    remember {
      $0.cell?.revoke()
      $0.cell = nil
    }
  }
}
