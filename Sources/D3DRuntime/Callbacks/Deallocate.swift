internal import CWDDM
internal import WDDM

// pfnDeallocateCb: the driver gives back a resource with everything in it, or allocations one by one.
extension RuntimeDevice {
  func deallocate(_ arguments: D3DDDICB_DEALLOCATE) -> HResult {
    update { $0.statistics.deallocateCalls += 1 }
    guard arguments.hResource != nil else {
      // The list only: a resource that is empty now still has to be released by itself (U-316).
      var destruction = D3DKMT_DESTROYALLOCATION()
      destruction.hDevice = kernelDevice
      destruction.AllocationCount = arguments.NumAllocations
      // SAFETY: the driver's list goes to the kernel, which copies through its fault-safe door.
      unsafe destruction.phAllocationList = arguments.HandleList
      return passedOn(destroy(&destruction))
    }

    guard let resource = resource(Token(arguments.hResource)) else { return .invalidArgument }
    return resource.alone {
      guard resource.kernelResource != 0 else { return .invalidArgument }
      return passedOn(releaseKernelResource(of: resource))
    }
  }

  /// Destroys what the kernel has for a resource; the list and its count do not matter (U-317). Alone with it.
  func releaseKernelResource(of resource: RuntimeResource) -> HResult {
    var destruction = D3DKMT_DESTROYALLOCATION()
    destruction.hDevice = kernelDevice
    destruction.hResource = resource.kernelResource
    let result = destroy(&destruction)
    guard result.isSuccess else { return result }
    resource.kernelResource = 0
    update {
      // The driver had deferred this (U-321); the resource is over now.
      if resource.stage == .destroyed { $0.resources.remove(.resource, resource.token) }
    }
    return result
  }

  private func destroy(_ destruction: inout D3DKMT_DESTROYALLOCATION) -> HResult {
    // SAFETY: the argument block is a local.
    HResult(NTStatus(rawValue: unsafe D3DKMTDestroyAllocation(&destruction)))
  }
}
