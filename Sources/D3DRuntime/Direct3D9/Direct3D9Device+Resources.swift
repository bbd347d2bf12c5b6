internal import CWDDM
internal import WDDM

extension Direct3D9Device {
  func createResource(_ resource: RuntimeResource, _ plan: ResourcePlan, of device: RuntimeDevice) throws(HResult) {
    guard let create = unsafe functions.pfnCreateResource else { throw .fail }
    let format = try plan.format9
    // SAFETY: the memory outlives the call, and the resource that it is for.
    let address = unsafe resource.systemMemory?.address
    try device.asking(.createResource, resource) {
      // SAFETY: the arguments and what they point to live for the call.
      unsafe plan.withArguments9(format, systemMemory: address) { arguments in
        unsafe arguments.pointee.hResource = resource.token.handle
        let result = unsafe create(handle, arguments)
        unsafe resource.driverHandle = arguments.pointee.hResource
        return result
      }
    }
  }

  func openResource(
    _ resource: RuntimeResource, _ opened: OpenedResource, of device: RuntimeDevice
  ) throws(HResult) {
    guard let open = unsafe functions.pfnOpenResource else { throw .notImplemented }
    try device.asking(.openResource, resource) {
      // SAFETY: as above.
      unsafe opened.withArguments9 { arguments in
        unsafe arguments.pointee.hResource = resource.token.handle
        let result = unsafe open(handle, arguments)
        unsafe resource.driverHandle = arguments.pointee.hResource
        return result
      }
    }
  }

  func destroyResource(_ resource: RuntimeResource, of device: RuntimeDevice) throws(HResult) {
    guard let destroy = functions.pfnDestroyResource else { return }
    try device.asking(.destroyResource, resource) { destroy(handle, resource.driverHandle) }
  }

  func map(
    _ resource: RuntimeResource, subresource: UInt32, of device: RuntimeDevice
  ) throws(HResult) -> MappedSubresource {
    guard let lock = unsafe functions.pfnLock else { throw .notImplemented }
    var arguments = D3DDDIARG_LOCK()
    arguments.hResource = resource.driverHandle
    arguments.SubResourceIndex = subresource
    // SAFETY: the argument block is a local.
    try device.asking(.resourceMap(mayWait: true)) { unsafe lock(handle, &arguments) }
    return unsafe MappedSubresource(address: arguments.pSurfData, rowPitch: arguments.Pitch)
  }

  func unmap(_ resource: RuntimeResource, subresource: UInt32, of device: RuntimeDevice) throws(HResult) {
    guard let unlock = unsafe functions.pfnUnlock else { throw .notImplemented }
    var arguments = D3DDDIARG_UNLOCK()
    arguments.hResource = resource.driverHandle
    arguments.SubResourceIndex = subresource
    // SAFETY: the argument block is a local.
    try device.asking(.resourceUnmap) { unsafe unlock(handle, &arguments) }
  }

  func setPriority(_ resource: RuntimeResource, _ priority: UInt32, of device: RuntimeDevice) throws(HResult) {
    guard let set = unsafe functions.pfnSetPriority else { throw .notImplemented }
    var arguments = D3DDDIARG_SETPRIORITY()
    arguments.hResource = resource.driverHandle
    arguments.Priority = priority
    // SAFETY: the argument block is a local.
    try device.asking(.setPriority) { unsafe set(handle, &arguments) }
  }
}
