internal import CSystem
public import CWDDM
internal import Dxgkrnl
internal import WDDM

/// Answers one of many questions about an adapter, into a buffer of the size that the question has (W-038).
/// <https://learn.microsoft.com/windows-hardware/drivers/ddi/d3dkmthk/nf-d3dkmthk-d3dkmtqueryadapterinfo>
@c @implementation
public func D3DKMTQueryAdapterInfo(_ Arguments: UnsafePointer<D3DKMT_QUERYADAPTERINFO>!) -> NTSTATUS {
  var target: UnsafeMutableRawPointer?
  return perform(.queryAdapterInfo, QueryAdapterInfoBlock.self, caller: dxgk_caller()) {
    frame throws(Refusal) in
    var arguments = D3DKMT_QUERYADAPTERINFO()
    try unsafe CallerMemory.read(Arguments, &arguments)
    frame.block.adapter = arguments.hAdapter
    frame.block.type = arguments.Type.rawValue
    unsafe target = arguments.pPrivateDriverData
    let size = arguments.PrivateDriverDataSize
    guard unsafe size == 0 || target != nil else {
      throw Refusal(.invalidParameter, "W-038", "pPrivateDriverData", 0)
    }
    frame.block.data = try unsafe frame.appendData(target, size, "pPrivateDriverData")
    try unsafe CallerMemory.probe(target, Int(size), "pPrivateDriverData")
  } act: { frame, process throws(Refusal) in
    let block = frame.block
    let data = unsafe UnsafeMutableRawBufferPointer(rebasing: frame.data[..<Int(block.data.count)])
    var span = unsafe data.mutableBytes
    try process.queryAdapterInfo(block.adapter, type: block.type, data: &span)
    guard unsafe dxgk_copy(target, data.baseAddress, Int(block.data.count)) == 0 else {
      throw Refusal(.invalidParameter, "U-010", "pPrivateDriverData", UInt64(UInt(bitPattern: target)))
    }
  }
}
