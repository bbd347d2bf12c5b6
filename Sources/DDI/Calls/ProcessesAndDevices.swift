package import CWDDM
package import WDDM

/// `DXGK_CREATEDEVICEFLAGS`.
package struct DeviceFlags: OptionSet, Hashable, Sendable {
  package let rawValue: UInt32
  package init(rawValue: UInt32) { self.rawValue = rawValue }

  package static let system = Self(rawValue: 1 << 0)
  package static let gdi = Self(rawValue: 1 << 1)
}

extension Driver {
  /// DxgkDdiCreateProcess, from WDDM 2.0 on and where the driver has it: the driver's object for a process (K-014).
  ///
  /// - Parameter hDxgkProcess: the kernel's name for the process.
  /// - Returns: hKmdProcess; nil when the driver keeps no processes.
  /// - Throws: the driver's status.
  package func createProcess(_ behalf: OnBehalf, _ hDxgkProcess: HANDLE) throws(Refusal) -> HANDLE? {
    guard keepsProcesses else { return nil }
    var args = DXGKARG_CREATEPROCESS()
    args.hDxgkProcess = hDxgkProcess
    try ask(.createProcess, behalf) { miniport.createProcess(adapter, &args) }
    return args.hKmdProcess
  }

  /// DxgkDdiDestroyProcess. A failure is a finding.
  package func destroyProcess(_ behalf: OnBehalf, _ hKmdProcess: HANDLE) {
    guard functions.contains(.destroyProcess) else { return }
    _ = tell(.destroyProcess, behalf) { miniport.destroyProcess(adapter, hKmdProcess) }
  }

  private var keepsProcesses: Bool { version >= .wddm2_0 && functions.contains(.createProcess) }

  /// DxgkDdiCreateDevice: the two sides swap handles (K-210).
  ///
  /// - Parameter hDevice: the kernel's name for the device, for callbacks.
  /// - Returns: the driver's handle.
  /// - Throws: the driver's status; `STATUS_INVALID_PARAMETER` (K-210) when it returned no handle of its own.
  package func createDevice(
    _ behalf: OnBehalf, _ hDevice: HANDLE, flags: DeviceFlags = [], hKmdProcess: HANDLE?
  ) throws(Refusal) -> HANDLE {
    var args = DXGKARG_CREATEDEVICE()
    args.hDevice = hDevice
    args.Flags.Value = flags.rawValue
    args.hKmdProcess = hKmdProcess
    try ask(.createDevice, behalf) { miniport.createDevice(adapter, &args) }
    guard let made = args.hDevice else {
      throw Refusal(.invalidParameter, "K-210", "hDevice")
    }
    if made == hDevice { report("K-210", .createDevice, "hDevice", UInt64(made.bits)) }
    return made
  }

  /// DxgkDdiDestroyDevice. A failure is a finding; the device counts as destroyed.
  package func destroyDevice(_ behalf: OnBehalf, _ hDevice: HANDLE) {
    _ = tell(.destroyDevice, behalf) { miniport.destroyDevice(hDevice) }
  }
}
