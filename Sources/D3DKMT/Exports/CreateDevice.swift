internal import CSystem
public import CWDDM
internal import Dxgkrnl
internal import WDDM

/// Makes a device on an adapter. Its command buffer and lists are NULL and empty (U-015).
/// <https://learn.microsoft.com/windows-hardware/drivers/ddi/d3dkmthk/nf-d3dkmthk-d3dkmtcreatedevice>
@c @implementation
public func D3DKMTCreateDevice(_ Arguments: UnsafeMutablePointer<D3DKMT_CREATEDEVICE>!) -> NTSTATUS {
  var answer = D3DKMT_CREATEDEVICE()
  return perform(.createDevice, CreateDeviceBlock.self, caller: dxgk_caller()) { frame throws(Refusal) in
    try unsafe CallerMemory.read(Arguments, &answer)
    frame.block.adapter = answer.hAdapter
    frame.block.flags = unsafe unsafeBitCast(answer.Flags, to: UInt32.self)
    try unsafe CallerMemory.probe(Arguments, MemoryLayout<D3DKMT_CREATEDEVICE>.size, "Arguments")
  } act: { frame, process throws(Refusal) in
    let device = try process.createDevice(adapter: frame.block.adapter, flags: frame.block.flags)
    frame.block.device = device
    answer.hDevice = device
    unsafe answer.pCommandBuffer = nil
    answer.CommandBufferSize = 0
    unsafe answer.pAllocationList = nil
    answer.AllocationListSize = 0
    unsafe answer.pPatchLocationList = nil
    answer.PatchLocationListSize = 0
    let fault = unsafe withUnsafeBytes(of: &answer) { unsafe dxgk_copy(Arguments, $0.baseAddress, $0.count) }
    guard fault == 0 else {
      try? process.destroyDevice(device)
      throw Refusal(.invalidParameter, "U-010", "Arguments", UInt64(UInt(bitPattern: Arguments)))
    }
  }
}
