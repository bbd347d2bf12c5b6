package import CWDDM
import WDDM

/// The callbacks that carry no context, as a driver calls them: functions of the thread that runs it (K-208).
///
/// Outside of a driver call there is no process in whose table a handle could be: they answer NULL, and that is a
/// finding of the driver whose thread it is.
package enum HandleCallbacks {
  /// DxgkCbGetHandleData.
  package static func getHandleData(_ args: DXGKARGCB_GETHANDLEDATA) -> HANDLE? {
    guard let answer = CurrentCall.ask({ $0.getHandleData(args) }) else {
      return stray(.getHandleData, args.hObject, nil)
    }
    return answer
  }

  /// DxgkCbGetHandleParent.
  package static func getHandleParent(_ allocation: D3DKMT_HANDLE) -> D3DKMT_HANDLE {
    CurrentCall.ask { $0.getHandleParent(allocation) } ?? stray(.getHandleParent, allocation, 0)
  }

  /// DxgkCbEnumHandleChildren.
  package static func enumHandleChildren(_ args: DXGKARGCB_ENUMHANDLECHILDREN) -> D3DKMT_HANDLE {
    CurrentCall.ask { $0.enumHandleChildren(args) } ?? stray(.enumHandleChildren, args.hObject, 0)
  }

  /// DxgkCbAcquireHandleData.
  package static func acquireHandleData(_ args: DXGKARGCB_GETHANDLEDATA, _ release: inout HANDLE?) -> HANDLE? {
    guard let answer = CurrentCall.ask({ $0.acquireHandleData(args, &release) }) else {
      return stray(.acquireHandleData, args.hObject, nil)
    }
    return answer
  }

  /// DxgkCbReleaseHandleData. Which kernel gave the release handle is known only inside of a call.
  package static func releaseHandleData(_ args: DXGKARGCB_RELEASEHANDLEDATA) {
    CurrentCall.ask { $0.releaseHandleData(args) }
      ?? stray(.releaseHandleData, UInt32(truncatingIfNeeded: args.ReleaseHandle.bits), ())
  }

  @inline(never)
  private static func stray<Answer>(_ callback: KernelCallback, _ handle: UInt32, _ nothing: Answer) -> Answer {
    StrayCallbacks.report("K-208", callback, "hObject", UInt64(handle))
    return nothing
  }
}
