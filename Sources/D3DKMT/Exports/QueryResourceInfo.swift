internal import CSystem
public import CWDDM
internal import DDI
internal import Dxgkrnl
internal import WDDM

/// Says how large the buffers must be with which a shared resource is opened, by its global handle. The runtime buffer
/// is left alone (U-110).
/// <https://learn.microsoft.com/windows-hardware/drivers/ddi/d3dkmthk/nf-d3dkmthk-d3dkmtqueryresourceinfo>
@c @implementation
public func D3DKMTQueryResourceInfo(_ Arguments: UnsafeMutablePointer<D3DKMT_QUERYRESOURCEINFO>!) -> NTSTATUS {
  perform(.queryResourceInfo, QueryResourceInfoBlock.self, caller: dxgk_caller()) { frame throws(Refusal) in
    var arguments = D3DKMT_QUERYRESOURCEINFO()
    try unsafe CallerMemory.read(Arguments, &arguments)
    frame.block.device = arguments.hDevice
    frame.block.globalShare = arguments.hGlobalShare
    try unsafe CallerMemory.probe(slot(Arguments, \.PrivateRuntimeDataSize), 16, "PrivateRuntimeDataSize")
  } act: { frame, process throws(Refusal) in
    let share = frame.block.globalShare
    let sizes = try query(&frame, .globalHandle(share), process)
    try unsafe CallerMemory.write(sizes, to: slot(Arguments, \.PrivateRuntimeDataSize), "PrivateRuntimeDataSize")
  }
}

/// The same by an NT handle (U-149).
/// <https://learn.microsoft.com/windows-hardware/drivers/ddi/d3dkmthk/nf-d3dkmthk-d3dkmtqueryresourceinfofromnthandle>
@c @implementation
public func D3DKMTQueryResourceInfoFromNtHandle(
  _ Arguments: UnsafeMutablePointer<D3DKMT_QUERYRESOURCEINFOFROMNTHANDLE>!
) -> NTSTATUS {
  perform(.queryResourceInfoFromNtHandle, QueryResourceInfoBlock.self, caller: dxgk_caller()) {
    frame throws(Refusal) in
    var arguments = D3DKMT_QUERYRESOURCEINFOFROMNTHANDLE()
    try unsafe CallerMemory.read(Arguments, &arguments)
    frame.block.device = arguments.hDevice
    frame.block.ntHandle = UInt64(arguments.hNtHandle.bits)
    try unsafe CallerMemory.probe(slot(Arguments, \.PrivateRuntimeDataSize), 16, "PrivateRuntimeDataSize")
  } act: { frame, process throws(Refusal) in
    let handle = frame.block.ntHandle
    let sizes = try query(&frame, .ntHandle(handle), process)
    try unsafe CallerMemory.write(sizes, to: slot(Arguments, \.PrivateRuntimeDataSize), "PrivateRuntimeDataSize")
  }
}

/// - Returns: the four sizes in the order in which both argument blocks have them.
private func query(
  _ frame: inout Frame<QueryResourceInfoBlock>, _ source: ShareSource, _ process: Process
) throws(Refusal) -> SIMD4<UInt32> {
  let info = try process.queryResourceInfo(device: frame.block.device, source)
  frame.block.runtimeSize = info.runtimeSize
  frame.block.totalSize = info.totalSize
  frame.block.resourceSize = info.resourceSize
  frame.block.allocations = info.allocations
  return SIMD4(info.runtimeSize, info.totalSize, info.resourceSize, info.allocations)
}
