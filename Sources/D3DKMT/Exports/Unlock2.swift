internal import CSystem
public import CWDDM
internal import Dxgkrnl
internal import WDDM

/// Takes one Lock2 back (U-195).
/// <https://learn.microsoft.com/windows-hardware/drivers/ddi/d3dkmthk/nf-d3dkmthk-d3dkmtunlock2>
@c @implementation
public func D3DKMTUnlock2(_ Arguments: UnsafePointer<D3DKMT_UNLOCK2>!) -> NTSTATUS {
  perform(.unlock2, LockBlock.self, caller: dxgk_caller()) { frame throws(Refusal) in
    var arguments = D3DKMT_UNLOCK2()
    try unsafe CallerMemory.read(Arguments, &arguments)
    frame.block.device = arguments.hDevice
    frame.block.allocation = arguments.hAllocation
  } act: { frame, process throws(Refusal) in
    try process.unlock2(device: frame.block.device, allocation: frame.block.allocation)
  }
}
