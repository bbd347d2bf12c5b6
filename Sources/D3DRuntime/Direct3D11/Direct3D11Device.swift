internal import CWDDM
internal import WDDM

/// A device of a Direct3D 11 driver: memory that the runtime provides, and functions that return nothing (U-335).
@safe final class Direct3D11Device: DeviceDriver, @unchecked Sendable {
  /// Where the driver keeps its device.
  private let memory: DriverMemory
  /// The driver's functions, and the callbacks it was given. At one address for as long as the device lives.
  private let tables: UnsafeMutablePointer<Tables>

  let allocatesSharedInsideCreate = true

  private struct Tables {
    /// Filled by the driver in CreateDevice.
    var functions = D3D11DDI_DEVICEFUNCS()
    /// pKTCallbacks
    var kernelCallbacks = DeviceCallbacks.table
    /// p11UMCallbacks
    var coreLayerCallbacks = CoreLayerCallbacks.table
  }

  init(_ memory: DriverMemory) {
    self.memory = memory
    // SAFETY: released in deinit; every holder of the address holds the device.
    unsafe tables = .allocate(capacity: 1)
    unsafe tables.initialize(to: Tables())
  }

  deinit {
    unsafe tables.deinitialize(count: 1)
    unsafe tables.deallocate()
  }

  /// What CreateDevice is called with.
  func arguments(for device: RuntimeDevice) -> D3D10DDIARG_CREATEDEVICE {
    var arguments = D3D10DDIARG_CREATEDEVICE()
    arguments.hRTDevice.handle = device.token.handle
    arguments.hRTCoreLayer.handle = device.token.as(.coreLayer).handle
    arguments.Interface = Direct3D11Adapter.interface
    arguments.Version = Direct3D11Adapter.build
    arguments.hDrvDevice = handle
    // SAFETY: the tables stay where they are until deinit.
    unsafe withUnsafeMutablePointer(to: &tables.pointee.kernelCallbacks) {
      unsafe arguments.pKTCallbacks = UnsafePointer($0)
    }
    unsafe withUnsafeMutablePointer(to: &tables.pointee.coreLayerCallbacks) {
      unsafe arguments.p11UMCallbacks = UnsafePointer($0)
    }
    unsafe withUnsafeMutablePointer(to: &tables.pointee.functions) { unsafe arguments.p11DeviceFuncs = $0 }
    return arguments
  }

  /// Whether the driver filled what this runtime cannot do without.
  var isComplete: Bool {
    unsafe functions.pfnCalcPrivateResourceSize != nil && functions.pfnCreateResource != nil
      && functions.pfnDestroyResource != nil && functions.pfnDestroyDevice != nil
  }

  /// The driver's name for this device.
  var handle: D3D10DDI_HDEVICE {
    // SAFETY: the memory lives as long as the device.
    unsafe D3D10DDI_HDEVICE(pDrvPrivate: memory.address)
  }

  var functions: D3D11DDI_DEVICEFUNCS { unsafe tables.pointee.functions }

  func flush(_ device: RuntimeDevice) throws(HResult) {
    guard let flush = functions.pfnFlush else { throw .notImplemented }
    try device.during(.flush) { flush(handle) }
  }

  func destroyDevice(_ device: RuntimeDevice) {
    guard let destroy = functions.pfnDestroyDevice else { return }
    try? device.during(.destroyDevice) { destroy(handle) }
  }
}
