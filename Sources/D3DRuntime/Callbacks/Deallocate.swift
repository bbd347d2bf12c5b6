internal import CWDDM
internal import WDDM

// pfnDeallocateCb and pfnDeallocate2Cb: the driver gives back a resource with everything in it, or allocations one by
// one.
extension RuntimeDevice {
  /// pfnDeallocateCb is pfnDeallocate2Cb without flags (U-319).
  func deallocate(_ arguments: D3DDDICB_DEALLOCATE) -> HResult {
    var newer = D3DDDICB_DEALLOCATE2()
    newer.hResource = arguments.hResource
    newer.NumAllocations = arguments.NumAllocations
    // SAFETY: the driver's list, handed on.
    unsafe newer.HandleList = arguments.HandleList
    return deallocate2(newer)
  }

  func deallocate2(_ arguments: D3DDDICB_DEALLOCATE2) -> HResult {
    update { $0.statistics.deallocateCalls += 1 }
    guard arguments.hResource != nil else {
      // The list only: a resource that is empty now still has to be released by itself (U-316).
      var destruction = D3DKMT_DESTROYALLOCATION2()
      destruction.hDevice = kernelDevice
      destruction.AllocationCount = arguments.NumAllocations
      // SAFETY: the driver's list goes to the kernel, which copies through its fault-safe door.
      unsafe destruction.phAllocationList = arguments.HandleList
      destruction.Flags = arguments.Flags
      return passedOn(destroy(&destruction))
    }

    guard let resource = resource(Token(arguments.hResource)) else { return passedOn(.invalidArgument) }
    return resource.alone {
      guard resource.kernelResource != 0 else { return passedOn(.invalidArgument) }
      // With a resource the list does not matter (U-317); a shared one is given back as a whole, and says so.
      if resource.isShared, arguments.NumAllocations != 0 { update { $0.statistics.misuse("U-313") } }
      return passedOn(releaseKernelResource(of: resource, arguments.Flags))
    }
  }

  /// Destroys what the kernel has for a resource; the list and its count do not matter (U-317). Alone with it.
  func releaseKernelResource(
    of resource: RuntimeResource, _ flags: D3DDDICB_DESTROYALLOCATION2FLAGS = D3DDDICB_DESTROYALLOCATION2FLAGS()
  ) -> HResult {
    var destruction = D3DKMT_DESTROYALLOCATION2()
    destruction.hDevice = kernelDevice
    destruction.hResource = resource.kernelResource
    destruction.Flags = flags
    let result = destroy(&destruction)
    guard result.isSuccess else { return result }
    resource.kernelResource = 0
    resource.sharedHandle = 0
    update {
      // The driver had deferred this (U-321); the resource is over now.
      if resource.stage == .destroyed { $0.resources.remove(.resource, resource.token) }
    }
    return result
  }

  private func destroy(_ destruction: inout D3DKMT_DESTROYALLOCATION2) -> HResult {
    // SAFETY: the argument block is a local.
    HResult(NTStatus(rawValue: unsafe D3DKMTDestroyAllocation2(&destruction)))
  }
}
