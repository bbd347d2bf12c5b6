internal import CWDDM
internal import WDDM

extension Direct3D11Device {
  /// CalcPrivateResourceSize, memory of that size, CreateResource(D3D11).
  func createResource(_ resource: RuntimeResource, _ plan: ResourcePlan, of device: RuntimeDevice) throws(HResult) {
    guard let size = unsafe functions.pfnCalcPrivateResourceSize, let create = unsafe functions.pfnCreateResource else {
      throw .fail
    }
    // SAFETY: the memory outlives the call, and the resource that it is for.
    let address = unsafe resource.systemMemory?.address
    let needed = unsafe plan.withArguments(systemMemory: address) { unsafe size(handle, $0) }
    try resource.takeDriverMemory(UInt(needed))
    try device.during(.createResource, resource) {
      // SAFETY: the arguments live for the call, the two handles as long as the resource.
      unsafe plan.withArguments(systemMemory: address) {
        unsafe create(handle, $0, resource.handle11, D3D10DDI_HRTRESOURCE(handle: resource.token.handle))
      }
    }
  }

  /// CalcPrivateOpenedResourceSize, memory of that size, OpenResource(D3D10).
  func openResource(
    _ resource: RuntimeResource, _ opened: OpenedResource, of device: RuntimeDevice
  ) throws(HResult) {
    guard let size = unsafe functions.pfnCalcPrivateOpenedResourceSize, let open = unsafe functions.pfnOpenResource
    else { throw .notImplemented }
    let needed = unsafe opened.withArguments11 { unsafe size(handle, $0) }
    try resource.takeDriverMemory(UInt(needed))
    try device.during(.openResource, resource) {
      // SAFETY: as above.
      unsafe opened.withArguments11 {
        unsafe open(handle, $0, resource.handle11, D3D10DDI_HRTRESOURCE(handle: resource.token.handle))
      }
    }
  }

  func destroyResource(_ resource: RuntimeResource, of device: RuntimeDevice) throws(HResult) {
    guard let destroy = functions.pfnDestroyResource else { return }
    try device.during(.destroyResource, resource) { destroy(handle, resource.handle11) }
  }

  func map(
    _ resource: RuntimeResource, subresource: UInt32, of device: RuntimeDevice
  ) throws(HResult) -> MappedSubresource {
    guard let map = unsafe functions.pfnResourceMap else { throw .notImplemented }
    var mapped = D3D10DDI_MAPPED_SUBRESOURCE()
    try device.during(.resourceMap(mayWait: true)) {
      // SAFETY: the answer goes to a local.
      unsafe map(handle, resource.handle11, subresource, D3D10_DDI_MAP_READWRITE, 0, &mapped)
    }
    return unsafe MappedSubresource(address: mapped.pData, rowPitch: mapped.RowPitch)
  }

  func unmap(_ resource: RuntimeResource, subresource: UInt32, of device: RuntimeDevice) throws(HResult) {
    guard let unmap = functions.pfnResourceUnmap else { throw .notImplemented }
    try device.during(.resourceUnmap) { unmap(handle, resource.handle11, subresource) }
  }

  /// SetResourcePriorityDXGI, which returns its result as all functions of DXGI do.
  func setPriority(_ resource: RuntimeResource, _ priority: UInt32, of device: RuntimeDevice) throws(HResult) {
    guard let set = unsafe baseFunctions.pfnSetResourcePriority else { throw .notImplemented }
    var arguments = DXGI_DDI_ARG_SETRESOURCEPRIORITY()
    unsafe arguments.hDevice = UInt(bitPattern: handle.pDrvPrivate)
    unsafe arguments.hResource = UInt(bitPattern: resource.handle11.pDrvPrivate)
    arguments.Priority = priority
    // SAFETY: the argument block is a local.
    try device.asking(.setResourcePriority) { unsafe set(&arguments) }
  }
}

extension RuntimeResource {
  /// The driver's name for this resource: memory of its own.
  fileprivate var handle11: D3D10DDI_HRESOURCE {
    // SAFETY: the memory lives as long as the resource.
    unsafe D3D10DDI_HRESOURCE(pDrvPrivate: driverMemory?.address)
  }

  /// A driver that cannot say how much it needs answers the largest number: out of memory (user.md 1.12).
  fileprivate func takeDriverMemory(_ size: UInt) throws(HResult) {
    guard size != .max, let memory = DriverMemory(size: size) else { throw .outOfMemory }
    driverMemory = memory
  }
}
