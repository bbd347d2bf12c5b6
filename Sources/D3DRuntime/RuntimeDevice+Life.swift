internal import CWDDM
internal import WDDM

// Creating and destroying a device: the kernel's first, then the driver's; and back.
extension RuntimeDevice {
  /// The callbacks work while CreateDevice runs: a driver may allocate scratch memory there (U-325). Throws with
  /// everything undone.
  static func create(on adapter: RuntimeAdapter) throws(HResult) -> Token {
    var kernel = D3DKMT_CREATEDEVICE()
    kernel.hAdapter = adapter.kernelAdapter.handle
    // SAFETY: the argument block is a local.
    try check(unsafe D3DKMTCreateDevice(&kernel))
    let device = RuntimeDevice(adapter: adapter, kernelDevice: kernel.hDevice)
    device.register()
    do throws(HResult) { device.take(try adapter.driver.createDevice(device)) } catch {
      device.end()
      throw error
    }
    return device.token
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
    driver?.destroyDevice(self)
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
