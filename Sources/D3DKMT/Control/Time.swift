internal import CSystem
public import CWDDM
internal import WDDM

/// Time stands still; see dxgkctl.h.
@c @implementation
public func DxgCtlSetVirtualTime(_ Milliseconds: UINT64) -> NTSTATUS {
  dxgk_virtual_time_set(Milliseconds)
  return NTStatus.success.rawValue
}

/// Virtual time moves; see dxgkctl.h.
@c @implementation
public func DxgCtlAdvanceTime(_ Milliseconds: UINT64) -> NTSTATUS {
  (dxgk_virtual_time_advance(Milliseconds) == 0 ? NTStatus.success : .invalidParameter).rawValue
}

/// Time is real again; see dxgkctl.h.
@c @implementation
public func DxgCtlUseRealTime() -> NTSTATUS {
  dxgk_virtual_time_end()
  return NTStatus.success.rawValue
}
