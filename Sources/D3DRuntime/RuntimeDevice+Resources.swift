internal import CWDDM
internal import WDDM

// MARK: - Creating

extension RuntimeDevice {
  /// Whatever the driver reports, nothing is left behind.
  func createResource(_ plan: ResourcePlan) throws(HResult) -> Token {
    let driver = try usableDriver()
    let systemMemory: DriverMemory?
    if plan.systemMemorySize == 0 {
      systemMemory = nil
    } else {
      systemMemory = DriverMemory(size: UInt(plan.systemMemorySize), alignment: 4096)
      if systemMemory == nil { throw .outOfMemory }
    }
    let resource = RuntimeResource(plan, systemMemory: systemMemory)
    update { resource.token = $0.resources.insert(.resource, resource) }
    do throws(HResult) { try driver.createResource(resource, plan, of: self) } catch {
      abandon(resource)
      throw error
    }
    update { _ in resource.stage = .live }
    if plan.isShared { requireAllocations(of: resource, driver) }
    return resource.token
  }

  /// A shared resource has all its allocations now, and as its own: with hResource (U-310), and from a Direct3D 11
  /// driver inside of CreateResource (U-328).
  private func requireAllocations(of resource: RuntimeResource, _ driver: any DeviceDriver) {
    let hasNone = resource.alone { resource.kernelResource == 0 }
    guard hasNone else { return }
    update { state in
      if resource.sawDeviceAllocations {
        state.statistics.misuse("U-310")
      } else if driver.allocatesSharedInsideCreate {
        state.statistics.misuse("U-328")
      }
    }
  }

  /// The driver's handle is invalid and its DestroyResource is not called (U-340): what it left in the kernel goes
  /// here.
  func abandon(_ resource: RuntimeResource) {
    resource.alone {
      guard resource.kernelResource != 0 else { return }
      if !resource.isOpened { update { $0.statistics.misuse("U-340") } }
      // A destroy cannot fail for a resource that exists; were it to, the device's end takes the resource along.
      _ = releaseKernelResource(of: resource)
    }
    update { $0.resources.remove(.resource, resource.token) }
  }
}

// MARK: - Mapping

extension RuntimeDevice {
  func map(_ token: Token, subresource: UInt32) throws(HResult) -> MappedSubresource {
    try usableDriver().map(try living(token), subresource: subresource, of: self)
  }

  func unmap(_ token: Token, subresource: UInt32) throws(HResult) {
    let resource = try living(token)
    // Once a device is lost nothing is unmapped any more (ResourceMap's page).
    if update({ $0.lost != nil }) { return }
    try driver?.unmap(resource, subresource: subresource, of: self)
  }
}

// MARK: - Priorities and flushing

extension RuntimeDevice {
  func setPriority(_ token: Token, _ priority: UInt32) throws(HResult) {
    try usableDriver().setPriority(try living(token), priority, of: self)
  }

  /// A driver that defers destructions finishes those of shared resources here, whatever its command buffer holds
  /// (U-329).
  func flush() throws(HResult) {
    try usableDriver().flush(self)
    let destroyed = update { $0.resources.elements.filter { $0.isShared && $0.stage == .destroyed } }
    for resource in destroyed where resource.alone({ resource.kernelResource != 0 }) {
      update { $0.statistics.misuse("U-329") }
    }
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
    try driver?.destroyResource(resource, of: self)
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
  func usableDriver() throws(HResult) -> any DeviceDriver {
    let (isLost, isClosing) = update { ($0.lost != nil, $0.isClosing) }
    guard !isClosing, let driver else { throw .invalidArgument }
    if isLost { throw .deviceRemoved }
    return driver
  }

  func living(_ token: Token) throws(HResult) -> RuntimeResource {
    guard
      let resource = update({ state -> RuntimeResource? in
        guard let resource = state.resources.find(.resource, token), resource.stage == .live else { return nil }
        return resource
      })
    else { throw .invalidArgument }
    return resource
  }
}
