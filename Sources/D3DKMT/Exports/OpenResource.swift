internal import CSystem
public import CWDDM
internal import DDI
internal import Dxgkrnl
internal import WDDM

/// Opens a shared resource by its global handle, with the first element form.
/// <https://learn.microsoft.com/windows-hardware/drivers/ddi/d3dkmthk/nf-d3dkmthk-d3dkmtopenresource>
@c @implementation
public func D3DKMTOpenResource(_ Arguments: UnsafeMutablePointer<D3DKMT_OPENRESOURCE>!) -> NTSTATUS {
  unsafe openResource(
    .openResource, Arguments, stride: MemoryLayout<D3DDDI_OPENALLOCATIONINFO>.stride, caller: dxgk_caller())
}

/// The same with the second element form (U-129). GpuVirtualAddress and Reserved of an element are left alone.
/// <https://learn.microsoft.com/windows-hardware/drivers/ddi/d3dkmthk/nf-d3dkmthk-d3dkmtopenresource2>
@c @implementation
public func D3DKMTOpenResource2(_ Arguments: UnsafeMutablePointer<D3DKMT_OPENRESOURCE>!) -> NTSTATUS {
  unsafe openResource(
    .openResource2, Arguments, stride: MemoryLayout<D3DDDI_OPENALLOCATIONINFO2>.stride, caller: dxgk_caller())
}

private func openResource(
  _ entryPoint: EntryPoint, _ Arguments: UnsafeMutablePointer<D3DKMT_OPENRESOURCE>?, stride: Int, caller: UInt
) -> Int32 {
  var arguments = D3DKMT_OPENRESOURCE()
  return perform(entryPoint, OpenResourceBlock.self, caller: caller) { frame throws(Refusal) in
    try unsafe CallerMemory.read(Arguments, &arguments)
    frame.block.device = arguments.hDevice
    frame.block.globalShare = arguments.hGlobalShare
    try OpenBuffers(arguments).decode(stride: stride, into: &frame)
    try unsafe CallerMemory.probe(
      slot(Arguments, \.TotalPrivateDriverDataBufferSize), 8, "TotalPrivateDriverDataBufferSize")
  } act: { frame, process throws(Refusal) in
    let share = frame.block.globalShare
    let opened = try open(&frame, .globalHandle(share), process)
    do throws(Refusal) {
      try OpenBuffers(arguments).write(opened, frame, stride: stride)
      // The size and hResource stand side by side. hGlobalShare keeps its value (U-125).
      let answer = SIMD2<UInt32>(frame.block.totalUsed, opened.resource)
      try unsafe CallerMemory.write(answer, to: slot(Arguments, \.TotalPrivateDriverDataBufferSize), "hResource")
    } catch {
      undo(opened, frame, process)
      throw error
    }
  }
}

/// Opens a shared resource by an NT handle, and what was shared with it.
/// <https://learn.microsoft.com/windows-hardware/drivers/ddi/d3dkmthk/nf-d3dkmthk-d3dkmtopenresourcefromnthandle>
@c @implementation
public func D3DKMTOpenResourceFromNtHandle(
  _ Arguments: UnsafeMutablePointer<D3DKMT_OPENRESOURCEFROMNTHANDLE>!
) -> NTSTATUS {
  let stride = MemoryLayout<D3DDDI_OPENALLOCATIONINFO2>.stride
  var arguments = D3DKMT_OPENRESOURCEFROMNTHANDLE()
  return perform(.openResourceFromNtHandle, OpenResourceBlock.self, caller: dxgk_caller()) { frame throws(Refusal) in
    try unsafe CallerMemory.read(Arguments, &arguments)
    frame.block.device = arguments.hDevice
    frame.block.ntHandle = UInt64(arguments.hNtHandle.bits)
    try OpenBuffers(arguments).decode(stride: stride, into: &frame)
    try decodeKeyedMutexData(arguments, into: &frame)
    try unsafe CallerMemory.probe(
      slot(Arguments, \.TotalPrivateDriverDataBufferSize), 4, "TotalPrivateDriverDataBufferSize")
    try unsafe CallerMemory.probe(slot(Arguments, \.hResource), 24, "hResource")
  } act: { frame, process throws(Refusal) in
    let handle = frame.block.ntHandle
    let opened = try open(&frame, .ntHandle(handle), process)
    do throws(Refusal) {
      try OpenBuffers(arguments).write(opened, frame, stride: stride)
      try unsafe CallerMemory.write(
        frame.block.totalUsed, to: slot(Arguments, \.TotalPrivateDriverDataBufferSize),
        "TotalPrivateDriverDataBufferSize")
      try unsafe CallerMemory.write(opened.keyedMutex, to: slot(Arguments, \.hKeyedMutex), "hKeyedMutex")
      try unsafe CallerMemory.write(opened.syncObject, to: slot(Arguments, \.hSyncObject), "hSyncObject")
      try unsafe CallerMemory.write(opened.resource, to: slot(Arguments, \.hResource), "hResource")
    } catch {
      undo(opened, frame, process)
      throw error
    }
  }
}

/// A NULL pointer needs size 0 (U-151).
private func decodeKeyedMutexData(
  _ arguments: D3DKMT_OPENRESOURCEFROMNTHANDLE, into frame: inout Frame<OpenResourceBlock>
) throws(Refusal) {
  let size = arguments.KeyedMutexPrivateRuntimeDataSize
  guard unsafe size == 0 || arguments.pKeyedMutexPrivateRuntimeData != nil else {
    throw Refusal(.invalidParameter, "U-151", "pKeyedMutexPrivateRuntimeData", 0)
  }
  guard size <= Limit.privateData else {
    throw Refusal(
      .invalidParameter, "D-004", "KeyedMutexPrivateRuntimeDataSize", UInt64(size), bound: UInt64(Limit.privateData))
  }
  var block = frame.block
  block.keyedMutexData = try unsafe frame.appendData(
    arguments.pKeyedMutexPrivateRuntimeData, size, "pKeyedMutexPrivateRuntimeData")
  frame.block = block
}

// MARK: - The kernel

private func open(
  _ frame: inout Frame<OpenResourceBlock>, _ source: ShareSource, _ process: Process
) throws(Refusal) -> OpenedResource {
  let block = frame.block
  let range = block.keyedMutexData
  let bytes = unsafe frame.data
  let data = unsafe Array(bytes[Int(range.offset)..<Int(range.offset) + Int(range.count)])
  let request = OpenResourceArguments(
    device: block.device, source: source, runtimeSize: block.runtimeSize, resourceSize: block.resourceSize,
    totalSize: block.totalSize, keyedMutexData: data)
  let buffer = unsafe frame.elements(of: OpenedElement.self)
  var elements = unsafe buffer.mutableSpan
  let opened = try process.openResource(request, elements: &elements)
  frame.block.resource = opened.resource
  frame.block.keyedMutex = opened.keyedMutex
  frame.block.syncObject = opened.syncObject
  frame.block.totalUsed = UInt32(opened.data.allocations.count)
  return opened
}

/// The caller's memory went away while the call ran: nothing was opened.
@inline(never)
private func undo(_ opened: OpenedResource, _ frame: borrowing Frame<OpenResourceBlock>, _ process: Process) {
  // Nobody else knows the handles yet.
  if opened.keyedMutex != 0 { process.dropKeyedMutex(opened.keyedMutex) }
  if opened.syncObject != 0 { process.dropSyncObject(opened.syncObject) }
  try? process.destroyAllocation(
    device: frame.block.device, resource: opened.resource, allocations: [UInt32]().span, listIsNull: true,
    flags: .synchronousDestroy)
}
