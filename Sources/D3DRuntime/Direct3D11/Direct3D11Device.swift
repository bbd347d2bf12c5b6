internal import CWDDM
internal import WDDM

/// A device of a Direct3D 11 driver: memory that the runtime provides, and functions that return nothing (U-335).
@safe final class Direct3D11Device: DeviceDriver, @unchecked Sendable {
  /// Where the driver keeps its device.
  private let memory: DriverMemory
  private let tables = Pinned(Tables())

  let allocatesSharedInsideCreate = true

  private struct Tables {
    /// Filled by the driver in CreateDevice.
    var functions = D3D11DDI_DEVICEFUNCS()
    /// The same, for DXGI.
    var baseFunctions = DXGI1_1_DDI_BASE_FUNCTIONS()
    var baseCallbacks = DXGICallbacks.table
    /// pKTCallbacks
    var kernelCallbacks = DeviceCallbacks.table
    /// p11UMCallbacks
    var coreLayerCallbacks = CoreLayerCallbacks.table
  }

  init(_ memory: DriverMemory) { self.memory = memory }

  /// What CreateDevice is called with.
  func arguments(for device: RuntimeDevice) -> D3D10DDIARG_CREATEDEVICE {
    var arguments = D3D10DDIARG_CREATEDEVICE()
    arguments.hRTDevice.handle = device.token.handle
    arguments.hRTCoreLayer.handle = device.token.as(.coreLayer).handle
    arguments.Interface = Direct3D11Adapter.interface
    arguments.Version = Direct3D11Adapter.build
    arguments.hDrvDevice = handle
    // SAFETY: the tables live as long as the device.
    unsafe arguments.pKTCallbacks = unsafe UnsafePointer(tables.address(of: \.kernelCallbacks))
    unsafe arguments.p11UMCallbacks = unsafe UnsafePointer(tables.address(of: \.coreLayerCallbacks))
    unsafe arguments.p11DeviceFuncs = unsafe tables.address(of: \.functions)
    unsafe arguments.DXGIBaseDDI.pDXGIBaseCallbacks = unsafe tables.address(of: \.baseCallbacks)
    unsafe arguments.DXGIBaseDDI.pDXGIDDIBaseFunctions2 = unsafe tables.address(of: \.baseFunctions)
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

  var functions: D3D11DDI_DEVICEFUNCS { unsafe tables.address.pointee.functions }
  var baseFunctions: DXGI1_1_DDI_BASE_FUNCTIONS { unsafe tables.address.pointee.baseFunctions }

  func flush(_ device: RuntimeDevice) throws(HResult) {
    guard let flush = functions.pfnFlush else { throw .notImplemented }
    try device.during(.flush) { flush(handle) }
  }

  func destroyDevice(_ device: RuntimeDevice) {
    guard let destroy = functions.pfnDestroyDevice else { return }
    try? device.during(.destroyDevice) { destroy(handle) }
  }
}
