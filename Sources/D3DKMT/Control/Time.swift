internal import CSystem
public import CWDDM
internal import DxgSystem
internal import Dxgkrnl
internal import WDDM

/// Time stands still; see dxgkctl.h.
@c @implementation
public func DxgCtlSetVirtualTime(_ Milliseconds: UINT64) -> NTSTATUS {
  dxgk_virtual_time_set(Milliseconds)
  timeChanged()
  return NTStatus.success.rawValue
}

/// Virtual time moves; see dxgkctl.h.
@c @implementation
public func DxgCtlAdvanceTime(_ Milliseconds: UINT64) -> NTSTATUS {
  guard dxgk_virtual_time_advance(Milliseconds) == 0 else { return NTStatus.invalidParameter.rawValue }
  timeChanged()
  return NTStatus.success.rawValue
}

/// Time is real again; see dxgkctl.h.
@c @implementation
public func DxgCtlUseRealTime() -> NTSTATUS {
  dxgk_virtual_time_end()
  timeChanged()
  return NTStatus.success.rawValue
}

/// Wakes those whose wait ends at a time.
private func timeChanged() { _ = EmbeddedKernel.withMachine { $0.clock.timeChanged() } }
