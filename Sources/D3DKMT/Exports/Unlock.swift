internal import CSystem
public import CWDDM
internal import Dxgkrnl
internal import WDDM

/// Takes one Lock of each listed allocation back (U-182).
/// <https://learn.microsoft.com/windows-hardware/drivers/ddi/d3dkmthk/nf-d3dkmthk-d3dkmtunlock>
@c @implementation
public func D3DKMTUnlock(_ Arguments: UnsafePointer<D3DKMT_UNLOCK>!) -> NTSTATUS {
  perform(.unlock, UnlockBlock.self, caller: dxgk_caller()) { frame throws(Refusal) in
    var arguments = D3DKMT_UNLOCK()
    try unsafe CallerMemory.read(Arguments, &arguments)
    frame.block.device = arguments.hDevice
    frame.block.count = arguments.NumAllocations
    guard let list = unsafe arguments.phAllocations else {
      guard arguments.NumAllocations == 0 else { throw Refusal(.invalidParameter, "U-095", "phAllocations", 0) }
      return
    }
    guard arguments.NumAllocations <= Limit.allocations else {
      throw Refusal(
        .invalidParameter, "U-033", "NumAllocations", UInt64(arguments.NumAllocations),
        bound: UInt64(Limit.allocations))
    }
    let count = Int(arguments.NumAllocations)
    try frame.makeElements(count, of: UInt32.self)
    guard unsafe dxgk_copy(frame.elements(of: UInt32.self).baseAddress, list, count * 4) == 0 else {
      throw Refusal(.invalidParameter, "U-095", "phAllocations", UInt64(UInt(bitPattern: list)))
    }
  } act: { frame, process throws(Refusal) in
    let list = unsafe UnsafeBufferPointer(frame.elements(of: UInt32.self)).span
    try process.unlock(device: frame.block.device, allocations: list)
  }
}
