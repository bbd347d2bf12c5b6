internal import CWDDM
internal import WDDM

// Creating and destroying a device: the kernel's first, then the driver's; and back.
extension RuntimeDevice {
  /// CalcPrivateDeviceSize, memory of that size, CreateDevice. The callbacks work while CreateDevice runs: a driver may
  /// allocate scratch memory there (U-325). Throws with everything undone.
  static func create(on adapter: RuntimeAdapter) throws(HResult) -> Token {
    guard let size = unsafe adapter.functions.pfnCalcPrivateDeviceSize,
      let create = unsafe adapter.functions.pfnCreateDevice
    else { throw .fail }
    var request = D3D10DDIARG_CALCPRIVATEDEVICESIZE()
    request.Interface = RuntimeAdapter.interface
    request.Version = RuntimeAdapter.build
    // SAFETY: the request is a local.
    let needed = unsafe size(adapter.driverAdapter, &request)
    guard needed != .max, let memory = DriverMemory(size: UInt(needed)) else { throw .outOfMemory }

    var kernel = D3DKMT_CREATEDEVICE()
    kernel.hAdapter = adapter.kernelAdapter.handle
    // SAFETY: the argument block is a local.
    try check(unsafe D3DKMTCreateDevice(&kernel))
    let device = RuntimeDevice(adapter: adapter, kernelDevice: kernel.hDevice, driverMemory: memory)
    device.register()

    var arguments = D3D10DDIARG_CREATEDEVICE()
    arguments.hRTDevice.handle = device.token.handle
    arguments.hRTCoreLayer.handle = device.token.as(.coreLayer).handle
    arguments.Interface = RuntimeAdapter.interface
    arguments.Version = RuntimeAdapter.build
    arguments.hDrvDevice = device.driverDevice
    device.point(&arguments)
    // SAFETY: the arguments live for the call, what they point to as long as the device.
    let result = HResult(rawValue: unsafe create(adapter.driverAdapter, &arguments))
    guard result.isSuccess else {
      device.end()
      throw result
    }
    guard device.isComplete else {
      device.destroy()
      throw .fail
    }
    return device.token
  }

  private func point(_ arguments: inout D3D10DDIARG_CREATEDEVICE) {
    // SAFETY: the tables stay where they are until the device's deinit.
    unsafe withUnsafeMutablePointer(to: &tables.pointee.kernelCallbacks) {
      unsafe arguments.pKTCallbacks = UnsafePointer($0)
    }
    unsafe withUnsafeMutablePointer(to: &tables.pointee.coreLayerCallbacks) {
      unsafe arguments.p11UMCallbacks = UnsafePointer($0)
    }
    unsafe withUnsafeMutablePointer(to: &tables.pointee.functions) { unsafe arguments.p11DeviceFuncs = $0 }
  }

  /// Whether the driver filled what this runtime cannot do without.
  private var isComplete: Bool {
    let functions = unsafe tables.pointee.functions
    return unsafe functions.pfnCalcPrivateResourceSize != nil && functions.pfnCreateResource != nil
      && functions.pfnDestroyResource != nil && functions.pfnDestroyDevice != nil
  }

  /// DestroyDevice, after the resources that are left. False when somebody else destroys the device already.
  @discardableResult
  func destroy() -> Bool {
    let isMine = update { state -> Bool in
      defer { state.isClosing = true }
      return !state.isClosing
    }
    guard isMine else { return false }
    livingResources.forEach { try? destroyResource($0) }
    if let destroy = unsafe tables.pointee.functions.pfnDestroyDevice {
      // What a driver reports here changes nothing any more.
      try? during(.destroyDevice) { destroy(driverDevice) }
    }
    end()
    return true
  }

  /// The kernel's device goes, and takes along whatever the driver left.
  private func end() {
    var arguments = D3DKMT_DESTROYDEVICE()
    arguments.hDevice = kernelDevice
    // SAFETY: the argument block is a local. Destroying a device that exists does not fail.
    _ = unsafe D3DKMTDestroyDevice(&arguments)
    RuntimeObjects.remove(device: token)
  }
}
