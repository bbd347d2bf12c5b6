internal import CWDDM
internal import WDDM

/// A device of a Direct3D 9 driver: it keeps its own memory, and its functions return their results (U-332).
@safe final class Direct3D9Device: DeviceDriver, @unchecked Sendable {
  /// The driver's name for this device.
  var handle: HANDLE?
  /// The driver's functions, and the callbacks it was given. At one address for as long as the device lives.
  private let tables: UnsafeMutablePointer<Tables>

  let allocatesSharedInsideCreate = false

  private struct Tables {
    /// pCallbacks
    var kernelCallbacks = DeviceCallbacks.table
    /// Filled by the driver in CreateDevice.
    var functions = D3DDDI_DEVICEFUNCS()
    /// What a driver of a newer d3dumddi.h writes behind the functions that are known here: 64 more.
    var newer = InlineArray<64, UInt>(repeating: 0)
  }

  init() {
    // SAFETY: released in deinit; every holder of the address holds the device.
    unsafe tables = .allocate(capacity: 1)
    unsafe tables.initialize(to: Tables())
  }

  deinit {
    unsafe tables.deinitialize(count: 1)
    unsafe tables.deallocate()
  }

  /// What CreateDevice is called with. There are no command buffers: a driver asks for a context.
  func arguments(for device: RuntimeDevice) -> D3DDDIARG_CREATEDEVICE {
    var arguments = D3DDDIARG_CREATEDEVICE()
    arguments.hDevice = device.token.handle
    arguments.Interface = Direct3D9Adapter.interface
    arguments.Version = Direct3D9Adapter.version
    // SAFETY: the tables stay where they are until deinit.
    unsafe withUnsafeMutablePointer(to: &tables.pointee.kernelCallbacks) {
      unsafe arguments.pCallbacks = UnsafePointer($0)
    }
    unsafe withUnsafeMutablePointer(to: &tables.pointee.functions) { unsafe arguments.pDeviceFuncs = $0 }
    return arguments
  }

  var functions: D3DDDI_DEVICEFUNCS { unsafe tables.pointee.functions }

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
