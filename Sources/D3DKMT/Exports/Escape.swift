internal import CSystem
public import CWDDM
internal import DDI
internal import Dxgkrnl
internal import WDDM

/// Lets a user-mode driver talk to its kernel-mode half: the data goes there, and comes back with the answer in it.
/// <https://learn.microsoft.com/windows-hardware/drivers/ddi/d3dkmthk/nf-d3dkmthk-d3dkmtescape>
@c @implementation
public func D3DKMTEscape(_ Arguments: UnsafePointer<D3DKMT_ESCAPE>!) -> NTSTATUS {
  var target: UnsafeMutableRawPointer?
  return perform(.escape, EscapeBlock.self, caller: dxgk_caller()) { frame throws(Refusal) in
    var arguments = D3DKMT_ESCAPE()
    try unsafe CallerMemory.read(Arguments, &arguments)
    frame.block.adapter = arguments.hAdapter
    frame.block.device = arguments.hDevice
    frame.block.context = arguments.hContext
    frame.block.type = arguments.Type.rawValue
    frame.block.flags = arguments.Flags.Value
    unsafe target = arguments.pPrivateDriverData
    let size = arguments.PrivateDriverDataSize
    guard size <= Limit.privateData else {
      throw Refusal(
        .invalidParameter, "D-004", "PrivateDriverDataSize", UInt64(size), bound: UInt64(Limit.privateData))
    }
    frame.block.data = try unsafe frame.appendData(target, size, "pPrivateDriverData")
    try unsafe CallerMemory.probe(target, Int(size), "pPrivateDriverData")
  } act: { frame, process throws(Refusal) in
    let block = frame.block
    let data = unsafe UnsafeMutableRawBufferPointer(rebasing: frame.data[..<Int(block.data.count)])
    var span = unsafe data.mutableBytes
    try process.escape(
      EscapeArguments(
        adapter: block.adapter, device: block.device, context: block.context, type: block.type,
        flags: EscapeFlags(rawValue: block.flags)), data: &span)
    guard unsafe dxgk_copy(target, data.baseAddress, Int(block.data.count)) == 0 else {
      throw Refusal(.invalidParameter, "U-010", "pPrivateDriverData", UInt64(UInt(bitPattern: target)))
    }
  }
}
