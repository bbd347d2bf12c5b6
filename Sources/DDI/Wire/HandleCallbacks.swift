package import CWDDM

/// The callbacks that carry no context, as a driver calls them: functions of the thread that runs it (K-208).
///
/// Outside of a driver call there is no process in whose table a handle could be: they answer NULL, and that is a finding
/// of the driver whose thread it is.
package enum HandleCallbacks {
  /// DxgkCbGetHandleData.
  @inline(__always)
  package static func getHandleData(_ args: DXGKARGCB_GETHANDLEDATA) -> HANDLE? {
    guard let target = CurrentCall.callbacks else { return stray(.getHandleData, args.hObject, nil) }
    return target.callbacks.getHandleData(args)
  }

  /// DxgkCbGetHandleParent.
  package static func getHandleParent(_ allocation: D3DKMT_HANDLE) -> D3DKMT_HANDLE {
    guard let target = CurrentCall.callbacks else { return stray(.getHandleParent, allocation, 0) }
    return target.callbacks.getHandleParent(allocation)
  }

  /// DxgkCbEnumHandleChildren.
  package static func enumHandleChildren(_ args: DXGKARGCB_ENUMHANDLECHILDREN) -> D3DKMT_HANDLE {
    guard let target = CurrentCall.callbacks else { return stray(.enumHandleChildren, args.hObject, 0) }
    return target.callbacks.enumHandleChildren(args)
  }

  /// DxgkCbAcquireHandleData.
  package static func acquireHandleData(_ args: DXGKARGCB_GETHANDLEDATA, _ release: inout HANDLE?) -> HANDLE? {
    guard let target = CurrentCall.callbacks else { return stray(.acquireHandleData, args.hObject, nil) }
    return target.callbacks.acquireHandleData(args, &release)
  }

  /// DxgkCbReleaseHandleData. May come from a thread of the driver, later: the release handle says it all, but which
  /// kernel gave it is known only inside of a call.
  package static func releaseHandleData(_ args: DXGKARGCB_RELEASEHANDLEDATA) {
    guard let target = CurrentCall.callbacks else {
      return stray(.releaseHandleData, UInt32(truncatingIfNeeded: args.ReleaseHandle.bits), ())
    }
    target.callbacks.releaseHandleData(args)
  }

  @inline(never)
  private static func stray<Answer>(_ callback: KernelCallback, _ handle: UInt32, _ nothing: Answer) -> Answer {
    StrayCallbacks.report(callback, UInt64(handle))
    return nothing
  }
}
