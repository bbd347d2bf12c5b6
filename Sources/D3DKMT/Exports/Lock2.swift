internal import CSystem
public import CWDDM
internal import Dxgkrnl
internal import WDDM

/// Makes an allocation's bytes readable and writable at an address. Locks nest; the address stays the same (U-194).
/// <https://learn.microsoft.com/windows-hardware/drivers/ddi/d3dkmthk/nf-d3dkmthk-d3dkmtlock2>
@c @implementation
public func D3DKMTLock2(_ Arguments: UnsafeMutablePointer<D3DKMT_LOCK2>!) -> NTSTATUS {
  perform(.lock2, LockBlock.self, caller: dxgk_caller()) { frame throws(Refusal) in
    var arguments = D3DKMT_LOCK2()
    try unsafe CallerMemory.read(Arguments, &arguments)
    frame.block.device = arguments.hDevice
    frame.block.allocation = arguments.hAllocation
    frame.block.flags = arguments.Flags.Value
    try unsafe CallerMemory.probe(Arguments.pDataSlot, 8, "pData")
  } act: { frame, process throws(Refusal) in
    let block = frame.block
    let address = try process.lock2(device: block.device, allocation: block.allocation, flags: block.flags)
    try unsafe CallerMemory.write(address, to: Arguments.pDataSlot, "pData") {
      try? process.unlock2(device: block.device, allocation: block.allocation)
    }
  }
}

extension UnsafeMutablePointer<D3DKMT_LOCK2> {
  fileprivate var pDataSlot: UnsafeMutableRawPointer {
    unsafe UnsafeMutableRawPointer(self) + MemoryLayout<D3DKMT_LOCK2>.offset(of: \.pData)!
  }
}
