import CWDDM
import DDI
import Locks
import WDDM

// Handles. They carry no context: the thread's current call is whose they are (K-208).
extension VerifyingCallbacks {
  func getHandleData(_ args: DXGKARGCB_GETHANDLEDATA) -> HANDLE? {
    judge(args, .getHandleData)
    let data = kernel.callbacks.getHandleData(args)
    if data == nil { noteNull(args) }
    return data
  }

  func acquireHandleData(_ args: DXGKARGCB_GETHANDLEDATA, _ release: inout HANDLE?) -> HANDLE? {
    judge(args, .acquireHandleData)
    let data = kernel.callbacks.acquireHandleData(args, &release)
    if data == nil { noteNull(args) }
    let token = release.bits
    if data != nil { books.records.withLock { $0.references[token] = ($0.references[token] ?? 0) + 1 } }
    return data
  }

  func releaseHandleData(_ args: DXGKARGCB_RELEASEHANDLEDATA) {
    let token = args.ReleaseHandle.bits
    let wasHeld = books.records.withLock { records in
      guard let count = records.references[token] else { return false }
      records.references[token] = count == 1 ? nil : count - 1
      return true
    }
    if !wasHeld { books.report("K-195", KernelCallback.releaseHandleData.name, "ReleaseHandle", UInt64(token)) }
    kernel.callbacks.releaseHandleData(args)
  }

  func getHandleParent(_ allocation: D3DKMT_HANDLE) -> D3DKMT_HANDLE {
    judgeContext(.getHandleParent, allocation)
    if allocation == 0 { CurrentCall.note(.sawNullRelative) }
    return kernel.callbacks.getHandleParent(allocation)
  }

  func enumHandleChildren(_ args: DXGKARGCB_ENUMHANDLECHILDREN) -> D3DKMT_HANDLE {
    judgeContext(.enumHandleChildren, args.hObject)
    if args.hObject == 0 { CurrentCall.note(.sawNullRelative) }
    return kernel.callbacks.enumHandleChildren(args)
  }

  private func judge(_ args: DXGKARGCB_GETHANDLEDATA, _ callback: KernelCallback) {
    judgeContext(callback, args.hObject)
    if args.Type != DXGK_HANDLE_ALLOCATION, args.Type != DXGK_HANDLE_RESOURCE {
      books.report("K-200", callback.name, "Type", UInt64(args.Type.rawValue))
    } else if args.Flags.DeviceSpecific != 0, args.Type != DXGK_HANDLE_ALLOCATION {
      books.report("K-202", callback.name, "Flags.DeviceSpecific", UInt64(args.Flags.Value))
    }
  }

  /// Somebody's handles are meant: the call runs for a process (K-208).
  private func judgeContext(_ callback: KernelCallback, _ handle: D3DKMT_HANDLE) {
    if !CurrentCall.hasProcess { books.report("K-208", callback.name, "hObject", UInt64(handle)) }
  }

  /// A resource for which the driver keeps no object has none to give (K-072); anything else that is NULL did not
  /// resolve.
  private func noteNull(_ args: DXGKARGCB_GETHANDLEDATA) {
    guard args.Type == DXGK_HANDLE_ALLOCATION else { return }
    CurrentCall.note(.sawNullData)
  }
}
