internal import CWDDM
internal import WDDM

// pfnEscapeCb: the driver talks to its kernel-mode half. Of all callbacks the only one that takes the adapter's handle;
// a driver that gives the device's instead is served all the same.
extension RuntimeAdapter {
  /// - Parameter handle: the runtime's handle of an adapter or of a device.
  static func escape(_ handle: Token, _ arguments: D3DDDICB_ESCAPE) -> HResult {
    let named = RuntimeObjects.device(handle)
    guard let adapter = RuntimeObjects.adapter(handle) ?? named?.adapter else { return .invalidArgument }
    var device = named
    if arguments.hDevice != nil {
      device = RuntimeObjects.device(Token(arguments.hDevice))
      guard device?.adapter === adapter else { return .invalidArgument }
    }
    return adapter.escape(arguments, device)
  }

  private func escape(_ arguments: D3DDDICB_ESCAPE, _ device: RuntimeDevice?) -> HResult {
    device?.update { $0.statistics.escapeCalls += 1 }
    // There are no contexts yet.
    guard arguments.hContext == nil else { return device?.passedOn(.invalidArgument) ?? .invalidArgument }
    var escape = D3DKMT_ESCAPE()
    escape.hAdapter = kernelAdapter.handle
    escape.hDevice = device?.kernelDevice ?? 0
    escape.Type = D3DKMT_ESCAPE_DRIVERPRIVATE
    escape.Flags = arguments.Flags
    // SAFETY: the driver's pointer goes to the kernel, which copies through its fault-safe door.
    unsafe escape.pPrivateDriverData = arguments.pPrivateDriverData
    escape.PrivateDriverDataSize = arguments.PrivateDriverDataSize
    // SAFETY: the argument block is a local.
    let result = HResult(NTStatus(rawValue: unsafe D3DKMTEscape(&escape)))
    return device?.passedOn(result) ?? result
  }
}
