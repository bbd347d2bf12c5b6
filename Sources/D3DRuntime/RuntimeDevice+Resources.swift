internal import CWDDM
internal import WDDM

// MARK: - Creating

extension RuntimeDevice {
  /// CalcPrivateResourceSize, memory of that size, CreateResource. Whatever the driver reports, nothing is left behind.
  func createResource(_ plan: ResourcePlan) throws(HResult) -> Token {
    try requireUsable()
    guard let size = unsafe tables.pointee.functions.pfnCalcPrivateResourceSize,
      let create = unsafe tables.pointee.functions.pfnCreateResource
    else { throw .fail }

    let systemMemory: DriverMemory?
    if plan.systemMemorySize == 0 {
      systemMemory = nil
    } else {
      systemMemory = DriverMemory(size: UInt(plan.systemMemorySize), alignment: 4096)
      if systemMemory == nil { throw .outOfMemory }
    }
    // SAFETY: the memory outlives the call, and the resource that it is for.
    let address = unsafe systemMemory?.address
    let needed = unsafe plan.withArguments(systemMemory: address) { unsafe size(driverDevice, $0) }
    // A driver that cannot say answers the largest number: out of memory (user.md 1.12).
    guard needed != .max, let driverMemory = DriverMemory(size: UInt(needed)) else { throw .outOfMemory }

    let resource = RuntimeResource(
      isShared: plan.isShared, isPrimary: plan.isPrimary, driverMemory: driverMemory, systemMemory: systemMemory)
    update { resource.token = $0.resources.insert(.resource, resource) }
    do throws(HResult) {
      try during(.createResource) {
        // SAFETY: the arguments live for the call, the two handles as long as the resource.
        unsafe plan.withArguments(systemMemory: address) {
          unsafe create(driverDevice, $0, resource.driverResource, D3D10DDI_HRTRESOURCE(handle: resource.token.handle))
        }
      }
    } catch {
      abandon(resource)
      throw error
    }
    update { _ in resource.stage = .live }
    return resource.token
  }

  /// The driver's handle is invalid and its DestroyResource is not called (U-340): what it left in the kernel goes
  /// here.
  private func abandon(_ resource: RuntimeResource) {
    resource.alone {
      guard resource.kernelResource != 0 else { return }
      update { $0.statistics.misuse("U-340") }
      // A destroy cannot fail for a resource that exists; were it to, the device's end takes the resource along.
      _ = releaseKernelResource(of: resource)
    }
    update { $0.resources.remove(.resource, resource.token) }
  }
}

// MARK: - Mapping

extension RuntimeDevice {
  func map(_ token: Token, subresource: UInt32) throws(HResult) -> D3D10DDI_MAPPED_SUBRESOURCE {
    try requireUsable()
    let resource = try living(token)
    guard let map = unsafe tables.pointee.functions.pfnResourceMap else { throw .notImplemented }
    var mapped = D3D10DDI_MAPPED_SUBRESOURCE()
    try during(.resourceMap(mayWait: true)) {
      // SAFETY: the answer goes to a local.
      unsafe map(driverDevice, resource.driverResource, subresource, D3D10_DDI_MAP_READWRITE, 0, &mapped)
    }
    return mapped
  }

  func unmap(_ token: Token, subresource: UInt32) throws(HResult) {
    let resource = try living(token)
    // Once a device is lost nothing is unmapped any more (ResourceMap's page).
    if update({ $0.lost != nil }) { return }
    guard let unmap = unsafe tables.pointee.functions.pfnResourceUnmap else { throw .notImplemented }
    try during(.resourceUnmap) { unmap(driverDevice, resource.driverResource, subresource) }
  }
}

// MARK: - Destroying

extension RuntimeDevice {
  /// DestroyResource. The resource is gone for the program whatever the driver reports; the driver may keep its
  /// allocations a while (U-321), except those of a primary (U-330).
  func destroyResource(_ token: Token) throws(HResult) {
    guard
      let resource = update({ state -> RuntimeResource? in
        guard let resource = state.resources.find(.resource, token), resource.stage == .live else { return nil }
        resource.stage = .destroyed
        return resource
      })
    else { throw .invalidArgument }
    defer { settle(resource) }
    guard let destroy = unsafe tables.pointee.functions.pfnDestroyResource else { return }
    try during(.destroyResource) { destroy(driverDevice, resource.driverResource) }
  }

  private func settle(_ resource: RuntimeResource) {
    resource.alone {
      if resource.kernelResource == 0 {
        update { $0.resources.remove(.resource, resource.token) }
      } else if resource.isPrimary && !resource.isShared {
        update { $0.statistics.misuse("U-330") }
      }
    }
  }

  /// Every resource that a program still has.
  var livingResources: [Token] {
    update { $0.resources.elements.filter { $0.stage == .live }.map(\.token) }
  }
}

// MARK: - Checks

extension RuntimeDevice {
  /// A lost device is not asked for anything but cleaning up; one that is being destroyed is none.
  private func requireUsable() throws(HResult) {
    let (isLost, isClosing) = update { ($0.lost != nil, $0.isClosing) }
    if isClosing { throw .invalidArgument }
    if isLost { throw .deviceRemoved }
  }

  private func living(_ token: Token) throws(HResult) -> RuntimeResource {
    guard
      let resource = update({ state -> RuntimeResource? in
        guard let resource = state.resources.find(.resource, token), resource.stage == .live else { return nil }
        return resource
      })
    else { throw .invalidArgument }
    return resource
  }
}

extension RuntimeResource {
  /// The driver's name for this resource.
  var driverResource: D3D10DDI_HRESOURCE {
    // SAFETY: the memory lives as long as the resource.
    unsafe D3D10DDI_HRESOURCE(pDrvPrivate: driverMemory.address)
  }
}
