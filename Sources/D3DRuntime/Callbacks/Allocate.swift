internal import CWDDM
internal import WDDM

// pfnAllocateCb: the driver asks for allocations, of a resource or of the device.
extension RuntimeDevice {
  /// Creates allocations through D3DKMTCreateAllocation. The elements are the driver's own: handles, and what the
  /// kernel-mode driver writes back into private data, arrive there (U-308, U-309).
  func allocate(_ arguments: inout D3DDDICB_ALLOCATE) -> HResult {
    update { $0.statistics.allocateCalls += 1 }
    let created = resourceBeingCreated
    guard arguments.hResource != nil else {
      if let created { update { _ in created.sawDeviceAllocations = true } }
      return create(&arguments, in: nil)  // of the device: U-325
    }

    guard let resource = resource(Token(arguments.hResource)) else { return passedOn(.invalidArgument) }
    return resource.alone {
      // Nothing is added to a destroyed resource, and a shared one is complete after one call (U-311, U-312).
      if update({ _ in resource.stage == .destroyed }) { return misuse("U-308") }
      if resource.wasShared { return misuse("U-312") }
      // A shared one is allocated by whoever is inside of its CreateResource.
      if resource.isShared, created !== resource, driver?.allocatesSharedInsideCreate ?? false {
        return misuse("U-328")
      }
      if resource.isShared, !hasUsualShape(resource, arguments.NumAllocations) { return misuse("U-315") }
      return create(&arguments, in: resource)
    }
  }

  /// Whether shared resources like this one have always had as many allocations (U-315).
  private func hasUsualShape(_ resource: RuntimeResource, _ count: UInt32) -> Bool {
    update { state in
      let usual = state.sharedShapes[resource.description] ?? count
      state.sharedShapes[resource.description] = usual
      return usual == count
    }
  }

  /// Alone with the resource, if there is one.
  private func create(_ arguments: inout D3DDDICB_ALLOCATE, in resource: RuntimeResource?) -> HResult {
    var creation = D3DKMT_CREATEALLOCATION()
    creation.hDevice = kernelDevice
    // SAFETY: the driver's pointers go to the kernel as they are; it copies through its fault-safe door.
    unsafe creation.pPrivateDriverData = arguments.pPrivateDriverData
    creation.PrivateDriverDataSize = arguments.PrivateDriverDataSize
    creation.NumAllocations = arguments.NumAllocations
    // SAFETY: as above. The element is the first version: the page reserves pAllocationInfo2.
    unsafe creation.pAllocationInfo = arguments.pAllocationInfo
    if let resource {
      creation.hPrivateRuntimeResourceHandle = resource.token.handle
      creation.hResource = resource.kernelResource
      creation.Flags.CreateResource = resource.kernelResource == 0 ? 1 : 0
      creation.Flags.CreateShared = resource.isShared && resource.kernelResource == 0 ? 1 : 0
    }

    var description = resource?.description ?? SharedDescription()
    let status = unsafe withUnsafeMutableBytes(of: &description) { bytes in
      if creation.Flags.CreateShared != 0 {
        // SAFETY: the description outlives the call, in which the kernel copies it.
        unsafe creation.pPrivateRuntimeData = UnsafeRawPointer(bytes.baseAddress)
        creation.PrivateRuntimeDataSize = UInt32(bytes.count)
      }
      // SAFETY: the argument block is a local.
      return unsafe D3DKMTCreateAllocation(&creation)
    }
    let result = passedOn(HResult(NTStatus(rawValue: status)))
    guard result.isSuccess else { return result }
    if let resource {
      resource.kernelResource = creation.hResource
      resource.wasShared = resource.isShared
      resource.sharedHandle = creation.hGlobalShare
      arguments.hKMResource = creation.hResource
    }
    return result
  }
}
