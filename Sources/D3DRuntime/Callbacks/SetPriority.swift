internal import CWDDM
internal import WDDM

// pfnSetPriorityCb: the driver says how much it matters that allocations are resident.
extension RuntimeDevice {
  func setPriority(_ arguments: D3DDDICB_SETPRIORITY) -> HResult {
    update { $0.statistics.setPriorityCalls += 1 }
    var priority = D3DKMT_SETALLOCATIONPRIORITY()
    priority.hDevice = kernelDevice
    priority.AllocationCount = arguments.NumAllocations
    // SAFETY: the driver's lists go to the kernel, which copies through its fault-safe door.
    unsafe priority.phAllocationList = arguments.HandleList
    unsafe priority.pPriorities = arguments.pPriorities
    guard arguments.hResource != nil else { return set(&priority) }

    guard let resource = resource(Token(arguments.hResource)) else { return passedOn(.invalidArgument) }
    return resource.alone {
      guard resource.kernelResource != 0 else { return passedOn(.invalidArgument) }
      priority.hResource = resource.kernelResource
      return set(&priority)
    }
  }

  private func set(_ priority: inout D3DKMT_SETALLOCATIONPRIORITY) -> HResult {
    // SAFETY: the argument block is a local.
    passedOn(HResult(NTStatus(rawValue: unsafe D3DKMTSetAllocationPriority(&priority))))
  }
}
