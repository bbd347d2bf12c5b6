internal import CSystem
public import CWDDM
internal import DDI
internal import Dxgkrnl
internal import WDDM

/// Makes another handle on a keyed mutex, by its global handle.
/// <https://learn.microsoft.com/windows-hardware/drivers/ddi/d3dkmthk/nf-d3dkmthk-d3dkmtopenkeyedmutex>
@c @implementation
public func D3DKMTOpenKeyedMutex(_ Arguments: UnsafeMutablePointer<D3DKMT_OPENKEYEDMUTEX>!) -> NTSTATUS {
  var answer = D3DKMT_OPENKEYEDMUTEX()
  return perform(.openKeyedMutex, OpenKeyedMutexBlock.self, caller: dxgk_caller()) { frame throws(Refusal) in
    try unsafe CallerMemory.read(Arguments, &answer)
    frame.block.globalShare = answer.hSharedHandle
    try unsafe CallerMemory.probe(Arguments, MemoryLayout<D3DKMT_OPENKEYEDMUTEX>.size, "Arguments")
  } act: { frame, process throws(Refusal) in
    let opened = frame.note(try process.openKeyedMutex(globalHandle: frame.block.globalShare))
    answer.hKeyedMutex = opened.handle
    try unsafe CallerMemory.write(answer, to: Arguments, "Arguments") {
      try? process.destroyKeyedMutex(opened.handle)
    }
  }
}

/// The same, announcing a buffer for private data. Its size is checked, and the buffer left alone (W-218…W-222).
/// <https://learn.microsoft.com/windows-hardware/drivers/ddi/d3dkmthk/nf-d3dkmthk-d3dkmtopenkeyedmutex2>
@c @implementation
public func D3DKMTOpenKeyedMutex2(_ Arguments: UnsafeMutablePointer<D3DKMT_OPENKEYEDMUTEX2>!) -> NTSTATUS {
  var answer = D3DKMT_OPENKEYEDMUTEX2()
  return perform(.openKeyedMutex2, OpenKeyedMutexBlock.self, caller: dxgk_caller()) { frame throws(Refusal) in
    try unsafe CallerMemory.read(Arguments, &answer)
    frame.block.globalShare = answer.hSharedHandle
    frame.block.size = answer.PrivateRuntimeDataSize
    frame.block.hasBuffer = unsafe answer.pPrivateRuntimeData == nil ? 0 : 1
    try unsafe CallerMemory.probe(Arguments, MemoryLayout<D3DKMT_OPENKEYEDMUTEX2>.size, "Arguments")
  } act: { frame, process throws(Refusal) in
    let opened = frame.note(
      try process.openKeyedMutex(globalHandle: frame.block.globalShare, buffer: frame.block.buffer))
    answer.hKeyedMutex = opened.handle
    try unsafe CallerMemory.write(answer, to: Arguments, "Arguments") {
      try? process.destroyKeyedMutex(opened.handle)
    }
  }
}

/// The same, by an NT handle of a keyed mutex alone, of which there are none (W-252, W-257).
/// <https://learn.microsoft.com/windows-hardware/drivers/ddi/d3dkmthk/nf-d3dkmthk-d3dkmtopenkeyedmutexfromnthandle>
@c @implementation
public func D3DKMTOpenKeyedMutexFromNtHandle(
  _ Arguments: UnsafeMutablePointer<D3DKMT_OPENKEYEDMUTEXFROMNTHANDLE>!
) -> NTSTATUS {
  var answer = D3DKMT_OPENKEYEDMUTEXFROMNTHANDLE()
  return perform(.openKeyedMutexFromNtHandle, OpenKeyedMutexBlock.self, caller: dxgk_caller()) {
    frame throws(Refusal) in
    try unsafe CallerMemory.read(Arguments, &answer)
    frame.block.ntHandle = UInt64(answer.hNtHandle.bits)
    frame.block.size = answer.PrivateRuntimeDataSize
    frame.block.hasBuffer = unsafe answer.pPrivateRuntimeData == nil ? 0 : 1
    try unsafe CallerMemory.probe(Arguments, MemoryLayout<D3DKMT_OPENKEYEDMUTEXFROMNTHANDLE>.size, "Arguments")
  } act: { frame, process throws(Refusal) in
    let opened = frame.note(
      try process.openKeyedMutex(ntHandle: frame.block.ntHandle, buffer: frame.block.buffer))
    answer.hKeyedMutex = opened.handle
    try unsafe CallerMemory.write(answer, to: Arguments, "Arguments") {
      try? process.destroyKeyedMutex(opened.handle)
    }
  }
}

extension OpenKeyedMutexBlock {
  fileprivate var buffer: RuntimeDataBuffer { RuntimeDataBuffer(size: size, isNull: hasBuffer == 0) }
}

extension Frame<OpenKeyedMutexBlock> {
  /// Puts the answer into the frame.
  fileprivate func note(_ opened: KeyedMutexOpened) -> KeyedMutexOpened {
    block.keyedMutex = opened.handle
    block.stored = opened.runtimeDataSize
    return opened
  }
}
