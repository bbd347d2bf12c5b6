package import DDI
internal import Locks
package import WDDM

/// What D3DKMTEscape is asked for, beside the data.
package struct EscapeArguments: Sendable {
  package var adapter: UInt32
  /// `hDevice`, or 0.
  package var device: UInt32
  /// `hContext`, or 0.
  package var context: UInt32
  /// `Type`: D3DKMT_ESCAPETYPE.
  package var type: UInt32
  package var flags: EscapeFlags

  package init(adapter: UInt32, device: UInt32 = 0, context: UInt32 = 0, type: UInt32 = 0, flags: EscapeFlags = []) {
    self.adapter = adapter
    self.device = device
    self.context = context
    self.type = type
    self.flags = flags
  }
}

extension Process {
  /// D3DKMTEscape with D3DKMT_ESCAPE_DRIVERPRIVATE: the data goes to the driver and comes back changed. With
  /// HardwareAccess the driver is alone meanwhile (level two).
  ///
  /// - Throws: `STATUS_INVALID_PARAMETER` for a bad adapter (U-012), flags that are not a program's to set (W-046), a
  ///   type that does not exist (W-046), a device that is none (U-017) or on another adapter (U-130), a context, of
  ///   which there are none yet (D-006); `STATUS_NOT_SUPPORTED` for the types that are Windows' own (D-006);
  ///   `STATUS_DEVICE_REMOVED` (U-302, U-016); the driver's status.
  package func escape(_ arguments: EscapeArguments, data: inout MutableRawSpan) throws(Refusal) {
    guard arguments.flags.isSubset(of: .open) else {
      throw Refusal(.invalidParameter, "W-046", "Flags", UInt64(arguments.flags.rawValue))
    }
    if arguments.flags.contains(.hardwareAccess) {
      defer { finishWaiting() }
      try kernel.alone { () throws(Refusal) in try escapeInside(arguments, &data) }
    } else {
      gate.enter()
      defer { leaveGate() }
      try escapeInside(arguments, &data)
    }
  }

  /// Inside the gate.
  private func escapeInside(_ arguments: EscapeArguments, _ data: inout MutableRawSpan) throws(Refusal) {
    let adapter = try adapterInside(arguments.adapter)
    guard arguments.type == 0 else {
      guard Self.isWindowsOwn(arguments.type) else {
        throw Refusal(.invalidParameter, "W-046", "Type", UInt64(arguments.type))
      }
      throw Refusal(.notSupported, "D-006", "Type", UInt64(arguments.type))
    }
    var device: Record<Device>?
    if arguments.device != 0 {
      guard let named = handles.peek(arguments.device, .device) else {
        throw Refusal(.invalidParameter, "U-017", "hDevice", UInt64(arguments.device))
      }
      guard named.value.adapter === adapter else {
        throw Refusal(.invalidParameter, "U-130", "hDevice", UInt64(arguments.device))
      }
      try named.requireActive()
      device = named
    }
    guard arguments.context == 0 else {
      throw Refusal(.invalidParameter, "D-006", "hContext", UInt64(arguments.context))
    }
    guard adapter.isRunning else {
      throw Refusal(.deviceRemoved, "U-016", "hAdapter", UInt64(arguments.adapter))
    }
    let attachment = state.value.attachments.first { $0.adapter === adapter }
    try adapter.driver.escape(
      OnBehalf(process: self), device: device?.value.driverHandle, flags: arguments.flags, &data,
      hKmdProcess: attachment?.state.withLock { $0.driverProcess } ?? nil)
  }

  /// The types of D3DKMT_ESCAPETYPE beside the driver's: debuggers and test benches of Windows itself.
  private static func isWindowsOwn(_ type: UInt32) -> Bool {
    switch type {
    case 1...6, 8...18, 20, 21, 23...25, 27...34, 36...39, 1024...1031, 1035...1038: true
    default: false
    }
  }
}
