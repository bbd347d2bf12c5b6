internal import CSystem
internal import CWDDM
internal import WDDM

/// D3DDDI_DEVICECALLBACKS, the kernel services that a driver gets as pKTCallbacks.
///
/// Every callback takes the runtime's handle of the device. No slot is NULL: what is not served answers E_NOTIMPL and
/// is counted by name.
enum DeviceCallbacks {
  static var table: D3DDDI_DEVICECALLBACKS {
    var table = D3DDDI_DEVICECALLBACKS()
    fillUnserved(&table)
    unsafe table.pfnAllocateCb = { handle, arguments in
      unsafe serve(handle, arguments, for: dxgk_return_address()) { $0.allocate(&$1) }
    }
    unsafe table.pfnDeallocateCb = { handle, arguments in
      unsafe serve(handle, .init(mutating: arguments), for: dxgk_return_address()) { $0.deallocate($1) }
    }
    unsafe table.pfnDeallocate2Cb = { handle, arguments in
      unsafe serve(handle, .init(mutating: arguments), for: dxgk_return_address()) { $0.deallocate2($1) }
    }
    unsafe table.pfnLockCb = { handle, arguments in
      unsafe serve(handle, arguments, for: dxgk_return_address()) { $0.lock(&$1) }
    }
    unsafe table.pfnUnlockCb = { handle, arguments in
      unsafe serve(handle, .init(mutating: arguments), for: dxgk_return_address()) { $0.unlock($1) }
    }
    unsafe table.pfnSetPriorityCb = { handle, arguments in
      unsafe serve(handle, arguments, for: dxgk_return_address()) { $0.setPriority($1) }
    }
    unsafe table.pfnEscapeCb = { handle, arguments in
      guard let arguments = unsafe arguments else { return HResult.invalidArgument.rawValue }
      return speaking(for: dxgk_return_address()) {
        // SAFETY: the driver's own argument block, as the callback's contract has it.
        unsafe RuntimeAdapter.escape(Token(handle), arguments.pointee).rawValue
      }
    }
    unsafe table.pfnLock2Cb = { handle, arguments in
      unsafe serve(handle, arguments, for: dxgk_return_address()) { $0.lock2(&$1) }
    }
    unsafe table.pfnUnlock2Cb = { handle, arguments in
      unsafe serve(handle, .init(mutating: arguments), for: dxgk_return_address()) { $0.unlock2($1) }
    }
    return table
  }
}

/// Serves a callback of the driver's code at `caller`: reports name it as the one who asked the kernel.
@inline(__always)
private func serve<Arguments>(
  _ handle: HANDLE?, _ arguments: UnsafeMutablePointer<Arguments>?, for caller: UInt,
  _ body: (RuntimeDevice, inout Arguments) -> HResult
) -> Int32 {
  guard let device = RuntimeObjects.device(Token(handle)), let arguments = unsafe arguments else {
    return HResult.invalidArgument.rawValue
  }
  // SAFETY: the driver's own argument block, as the callback's contract has it.
  return speaking(for: caller) { unsafe body(device, &arguments.pointee).rawValue }
}

/// A slot that is not served: E_NOTIMPL, counted.
func unserved(_ handle: HANDLE?, _ slot: StaticString) -> Int32 {
  RuntimeObjects.device(Token(handle))?.unserved(slot)
  return HResult.notImplemented.rawValue
}

private func fillUnserved(_ table: inout D3DDDI_DEVICECALLBACKS) {
  unsafe table.pfnQueryResidencyCb = { device, _ in unserved(device, "pfnQueryResidencyCb") }
  unsafe table.pfnSetDisplayModeCb = { device, _ in unserved(device, "pfnSetDisplayModeCb") }
  unsafe table.pfnPresentCb = { device, _ in unserved(device, "pfnPresentCb") }
  unsafe table.pfnRenderCb = { device, _ in unserved(device, "pfnRenderCb") }
  unsafe table.pfnCreateOverlayCb = { device, _ in unserved(device, "pfnCreateOverlayCb") }
  unsafe table.pfnUpdateOverlayCb = { device, _ in unserved(device, "pfnUpdateOverlayCb") }
  unsafe table.pfnFlipOverlayCb = { device, _ in unserved(device, "pfnFlipOverlayCb") }
  unsafe table.pfnDestroyOverlayCb = { device, _ in unserved(device, "pfnDestroyOverlayCb") }
  unsafe table.pfnCreateContextCb = { device, _ in unserved(device, "pfnCreateContextCb") }
  unsafe table.pfnDestroyContextCb = { device, _ in unserved(device, "pfnDestroyContextCb") }
  unsafe table.pfnCreateSynchronizationObjectCb = { device, _ in unserved(device, "pfnCreateSynchronizationObjectCb") }
  unsafe table.pfnDestroySynchronizationObjectCb = { device, _ in unserved(device, "pfnDestroySynchronizationObjectCb")
  }
  unsafe table.pfnWaitForSynchronizationObjectCb = { device, _ in unserved(device, "pfnWaitForSynchronizationObjectCb")
  }
  unsafe table.pfnSignalSynchronizationObjectCb = { device, _ in unserved(device, "pfnSignalSynchronizationObjectCb") }
  unsafe table.pfnSetAsyncCallbacksCb = { device, _ in unserved(device, "pfnSetAsyncCallbacksCb") }
  unsafe table.pfnSetDisplayPrivateDriverFormatCb = { device, _ in
    unserved(device, "pfnSetDisplayPrivateDriverFormatCb")
  }
  unsafe table.pfnOfferAllocationsCb = { device, _ in unserved(device, "pfnOfferAllocationsCb") }
  unsafe table.pfnReclaimAllocationsCb = { device, _ in unserved(device, "pfnReclaimAllocationsCb") }
  unsafe table.pfnCreateSynchronizationObject2Cb = { device, _ in unserved(device, "pfnCreateSynchronizationObject2Cb")
  }
  unsafe table.pfnWaitForSynchronizationObject2Cb = { device, _ in
    unserved(device, "pfnWaitForSynchronizationObject2Cb")
  }
  unsafe table.pfnSignalSynchronizationObject2Cb = { device, _ in unserved(device, "pfnSignalSynchronizationObject2Cb")
  }
  unsafe table.pfnPresentMultiPlaneOverlayCb = { device, _ in unserved(device, "pfnPresentMultiPlaneOverlayCb") }
  unsafe table.pfnLogUMDMarkerCb = { device, _ in unserved(device, "pfnLogUMDMarkerCb") }
  unsafe table.pfnMakeResidentCb = { device, _ in unserved(device, "pfnMakeResidentCb") }
  unsafe table.pfnEvictCb = { device, _ in unserved(device, "pfnEvictCb") }
  unsafe table.pfnWaitForSynchronizationObjectFromCpuCb = { device, _ in
    unserved(device, "pfnWaitForSynchronizationObjectFromCpuCb")
  }
  unsafe table.pfnSignalSynchronizationObjectFromCpuCb = { device, _ in
    unserved(device, "pfnSignalSynchronizationObjectFromCpuCb")
  }
  unsafe table.pfnWaitForSynchronizationObjectFromGpuCb = { device, _ in
    unserved(device, "pfnWaitForSynchronizationObjectFromGpuCb")
  }
  unsafe table.pfnSignalSynchronizationObjectFromGpuCb = { device, _ in
    unserved(device, "pfnSignalSynchronizationObjectFromGpuCb")
  }
  unsafe table.pfnCreatePagingQueueCb = { device, _ in unserved(device, "pfnCreatePagingQueueCb") }
  unsafe table.pfnDestroyPagingQueueCb = { device, _ in unserved(device, "pfnDestroyPagingQueueCb") }
  unsafe table.pfnInvalidateCacheCb = { device, _ in unserved(device, "pfnInvalidateCacheCb") }
  unsafe table.pfnReserveGpuVirtualAddressCb = { device, _ in unserved(device, "pfnReserveGpuVirtualAddressCb") }
  unsafe table.pfnMapGpuVirtualAddressCb = { device, _ in unserved(device, "pfnMapGpuVirtualAddressCb") }
  unsafe table.pfnFreeGpuVirtualAddressCb = { device, _ in unserved(device, "pfnFreeGpuVirtualAddressCb") }
  unsafe table.pfnUpdateGpuVirtualAddressCb = { device, _ in unserved(device, "pfnUpdateGpuVirtualAddressCb") }
  unsafe table.pfnCreateContextVirtualCb = { device, _ in unserved(device, "pfnCreateContextVirtualCb") }
  unsafe table.pfnSubmitCommandCb = { device, _ in unserved(device, "pfnSubmitCommandCb") }
  unsafe table.pfnSignalSynchronizationObjectFromGpu2Cb = { device, _ in
    unserved(device, "pfnSignalSynchronizationObjectFromGpu2Cb")
  }
  unsafe table.pfnReclaimAllocations2Cb = { device, _ in unserved(device, "pfnReclaimAllocations2Cb") }
  unsafe table.pfnGetResourcePresentPrivateDriverDataCb = { device, _ in
    unserved(device, "pfnGetResourcePresentPrivateDriverDataCb")
  }
  unsafe table.pfnUpdateAllocationPropertyCb = { device, _ in unserved(device, "pfnUpdateAllocationPropertyCb") }
  unsafe table.pfnOfferAllocations2Cb = { device, _ in unserved(device, "pfnOfferAllocations2Cb") }
  unsafe table.pfnReclaimAllocations3Cb = { device, _ in unserved(device, "pfnReclaimAllocations3Cb") }
  unsafe table.pfnAcquireResourceCb = { device, _ in unserved(device, "pfnAcquireResourceCb") }
  unsafe table.pfnReleaseResourceCb = { device, _ in unserved(device, "pfnReleaseResourceCb") }
  unsafe table.pfnCreateHwContextCb = { device, _ in unserved(device, "pfnCreateHwContextCb") }
  unsafe table.pfnDestroyHwContextCb = { device, _ in unserved(device, "pfnDestroyHwContextCb") }
  unsafe table.pfnCreateHwQueueCb = { device, _ in unserved(device, "pfnCreateHwQueueCb") }
  unsafe table.pfnDestroyHwQueueCb = { device, _ in unserved(device, "pfnDestroyHwQueueCb") }
  unsafe table.pfnSubmitCommandToHwQueueCb = { device, _ in unserved(device, "pfnSubmitCommandToHwQueueCb") }
  unsafe table.pfnSubmitWaitForSyncObjectsToHwQueueCb = { device, _ in
    unserved(device, "pfnSubmitWaitForSyncObjectsToHwQueueCb")
  }
  unsafe table.pfnSubmitSignalSyncObjectsToHwQueueCb = { device, _ in
    unserved(device, "pfnSubmitSignalSyncObjectsToHwQueueCb")
  }
  unsafe table.pfnSubmitPresentBltToHwQueueCb = { device, _ in unserved(device, "pfnSubmitPresentBltToHwQueueCb") }
  unsafe table.pfnSubmitPresentToHwQueueCb = { device, _ in unserved(device, "pfnSubmitPresentToHwQueueCb") }
  unsafe table.pfnSubmitHistorySequenceCb = { device, _ in unserved(device, "pfnSubmitHistorySequenceCb") }
}
