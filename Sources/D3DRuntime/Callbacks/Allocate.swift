internal import CWDDM
internal import WDDM

// pfnAllocateCb: the driver asks for allocations, of a resource or of the device.
extension RuntimeDevice {
  /// Creates allocations through D3DKMTCreateAllocation. The elements are the driver's own: handles, and what the
  /// kernel-mode driver writes back into private data, arrive there (U-308, U-309).
  func allocate(_ arguments: inout D3DDDICB_ALLOCATE) -> HResult {
    update { $0.statistics.allocateCalls += 1 }
    guard arguments.hResource != nil else { return create(&arguments, in: nil) }  // of the device: U-325

    guard let resource = resource(Token(arguments.hResource)) else { return .invalidArgument }
    return resource.alone {
      // Nothing is added to a destroyed resource, and a shared one is complete after one call (U-311, U-312).
      if update({ _ in resource.stage == .destroyed }) { return misuse("U-308") }
      if resource.wasShared { return misuse("U-312") }
      return create(&arguments, in: resource)
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

    // SAFETY: the argument block is a local.
    let result = HResult(NTStatus(rawValue: unsafe D3DKMTCreateAllocation(&creation)))
    guard result.isSuccess else { return passedOn(result) }
    if let resource {
      resource.kernelResource = creation.hResource
      resource.wasShared = resource.isShared
      arguments.hKMResource = creation.hResource
    }
    return result
  }
}
