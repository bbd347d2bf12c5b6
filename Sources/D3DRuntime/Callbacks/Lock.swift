internal import CWDDM
internal import WDDM

// pfnLockCb and pfnUnlockCb: WDDM 1.x's way to the bytes of an allocation.
extension RuntimeDevice {
  func lock(_ arguments: inout D3DDDICB_LOCK) -> HResult {
    update { $0.statistics.lockCalls += 1 }
    var lock = D3DKMT_LOCK()
    lock.hDevice = kernelDevice
    lock.hAllocation = arguments.hAllocation
    lock.PrivateDriverData = arguments.PrivateDriverData
    lock.NumPages = arguments.NumPages
    // SAFETY: the driver's list goes to the kernel, which copies through its fault-safe door.
    unsafe lock.pPages = arguments.pPages
    lock.Flags = arguments.Flags
    // SAFETY: the argument block is a local.
    let result = passedOn(HResult(NTStatus(rawValue: unsafe D3DKMTLock(&lock))))
    guard result.isSuccess else { return result }
    // A Discard may have put another instance in the allocation's place (U-175).
    arguments.hAllocation = lock.hAllocation
    arguments.GpuVirtualAddress = lock.GpuVirtualAddress
    // SAFETY: an address of this process, handed on and not followed here.
    unsafe arguments.pData = lock.pData
    return result
  }

  func unlock(_ arguments: D3DDDICB_UNLOCK) -> HResult {
    update { $0.statistics.unlockCalls += 1 }
    var unlock = D3DKMT_UNLOCK()
    unlock.hDevice = kernelDevice
    unlock.NumAllocations = arguments.NumAllocations
    // SAFETY: as above.
    unsafe unlock.phAllocations = arguments.phAllocations
    // SAFETY: the argument block is a local.
    return passedOn(HResult(NTStatus(rawValue: unsafe D3DKMTUnlock(&unlock))))
  }
}
