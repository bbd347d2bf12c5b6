package import CWDDM
package import WDDM

/// `D3DDDI_ESCAPEFLAGS`.
package struct EscapeFlags: OptionSet, Hashable, Sendable {
  package let rawValue: UInt32
  package init(rawValue: UInt32) { self.rawValue = rawValue }

  /// The driver touches the card: nobody else is in it meanwhile (level two).
  package static let hardwareAccess = Self(rawValue: 1 << 0)
  package static let deviceStatusQuery = Self(rawValue: 1 << 1)
  package static let changeFrameLatency = Self(rawValue: 1 << 2)
  /// From WDDM 2.0 on: no waiting for others on the adapter.
  package static let noAdapterSynchronization = Self(rawValue: 1 << 3)
  /// Set by the system for a guest's calls.
  package static let virtualMachineData = Self(rawValue: 1 << 5)
  package static let driverKnownEscape = Self(rawValue: 1 << 6)
  package static let driverCommonEscape = Self(rawValue: 1 << 7)

  /// What a program may ask for.
  package static let open: Self = [
    .hardwareAccess, .deviceStatusQuery, .changeFrameLatency, .noAdapterSynchronization, .driverKnownEscape,
    .driverCommonEscape,
  ]
}

extension Driver {
  /// DxgkDdiEscape: a user-mode driver talks to its kernel-mode half, in bytes that nobody else understands.
  ///
  /// - Parameters:
  ///   - device: the driver's hDevice, or nil.
  ///   - data: the caller's bytes, which the driver may change; the handles in them are the caller's word, and the
  ///     driver has to look each of them up (K-200, K-201).
  ///   - hKmdProcess: the driver's object for the calling process, or nil; told from WDDM 2.4 on.
  /// - Throws: the driver's status; `STATUS_NOT_SUPPORTED` when it has no such function.
  package func escape(
    _ behalf: OnBehalf, device: HANDLE?, flags: EscapeFlags, _ data: inout MutableRawSpan, hKmdProcess: HANDLE?
  ) throws(Refusal) {
    guard functions.contains(.escape) else {
      throw Refusal(.notSupported, DriverFunction.escape.rule, DriverFunction.escape.name)
    }
    // SAFETY: the span is this call's alone until it returns.
    let bytes = unsafe data.withUnsafeMutableBytes { unsafe $0 }
    var args = DXGKARG_ESCAPE()
    args.hDevice = device
    args.Flags.Value = flags.rawValue
    unsafe args.pPrivateDriverData = bytes.isEmpty ? nil : bytes.baseAddress
    args.PrivateDriverDataSize = UInt32(bytes.count)
    if version >= .wddm2_4 { args.hKmdProcessHandle = hKmdProcess }
    try ask(.escape, behalf) { miniport.escape(adapter, &args) }
  }
}
