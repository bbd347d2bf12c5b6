internal import CWDDM
internal import WDDM

/// A device of a Direct3D 9 driver: it keeps its own memory, and its functions return their results (U-332).
@safe final class Direct3D9Device: DeviceDriver, @unchecked Sendable {
  /// The driver's name for this device.
  var handle: HANDLE?
  private let tables = Pinned(Tables())

  let allocatesSharedInsideCreate = false

  private struct Tables {
    /// pCallbacks
    var kernelCallbacks = DeviceCallbacks.table
    /// Filled by the driver in CreateDevice.
    var functions = D3DDDI_DEVICEFUNCS()
    /// What a driver of a newer d3dumddi.h writes behind the functions that are known here: 64 more.
    var newer = InlineArray<64, UInt>(repeating: 0)
  }

  /// What CreateDevice is called with. There are no command buffers: a driver asks for a context.
  func arguments(for device: RuntimeDevice) -> D3DDDIARG_CREATEDEVICE {
    var arguments = D3DDDIARG_CREATEDEVICE()
    arguments.hDevice = device.token.handle
    arguments.Interface = Direct3D9Adapter.interface
    arguments.Version = Direct3D9Adapter.version
    // SAFETY: the tables live as long as the device.
    unsafe arguments.pCallbacks = unsafe UnsafePointer(tables.address(of: \.kernelCallbacks))
    unsafe arguments.pDeviceFuncs = unsafe tables.address(of: \.functions)
    return arguments
  }

  var functions: D3DDDI_DEVICEFUNCS { unsafe tables.address.pointee.functions }

  /// Whether the driver filled what this runtime cannot do without.
  var isComplete: Bool {
    unsafe functions.pfnCreateResource != nil && functions.pfnDestroyResource != nil
      && functions.pfnDestroyDevice != nil
  }

  func flush(_ device: RuntimeDevice) throws(HResult) {
    guard let flush = functions.pfnFlush else { throw .notImplemented }
    try device.asking(.flush) { flush(handle) }
  }

  func destroyDevice(_ device: RuntimeDevice) {
    guard let destroy = functions.pfnDestroyDevice else { return }
    try? device.asking(.destroyDevice) { destroy(handle) }
  }
}
