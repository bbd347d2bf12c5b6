internal import CWDDM
internal import WDDM

// pfnLock2Cb and pfnUnlock2Cb: the driver makes an allocation visible to the CPU.
extension RuntimeDevice {
  func lock2(_ arguments: inout D3DDDICB_LOCK2) -> HResult {
    update { $0.statistics.lock2Calls += 1 }
    var lock = D3DKMT_LOCK2()
    lock.hDevice = kernelDevice
    lock.hAllocation = arguments.hAllocation
    lock.Flags = arguments.Flags
    // SAFETY: the argument block is a local.
    let result = passedOn(HResult(NTStatus(rawValue: unsafe D3DKMTLock2(&lock))))
    guard result.isSuccess else { return result }
    // SAFETY: an address of this process, handed on and not followed here.
    unsafe arguments.pData = lock.pData
    return result
  }

  func unlock2(_ arguments: D3DDDICB_UNLOCK2) -> HResult {
    update { $0.statistics.unlock2Calls += 1 }
    var unlock = D3DKMT_UNLOCK2()
    unlock.hDevice = kernelDevice
    unlock.hAllocation = arguments.hAllocation
    // SAFETY: the argument block is a local.
    return passedOn(HResult(NTStatus(rawValue: unsafe D3DKMTUnlock2(&unlock))))
  }
}
