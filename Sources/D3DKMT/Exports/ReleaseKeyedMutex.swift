internal import CSystem
public import CWDDM
internal import Dxgkrnl
internal import WDDM

/// Gives a keyed mutex up, with the key that acquires it next.
/// <https://learn.microsoft.com/windows-hardware/drivers/ddi/d3dkmthk/nf-d3dkmthk-d3dkmtreleasekeyedmutex>
@c @implementation
public func D3DKMTReleaseKeyedMutex(_ Arguments: UnsafeMutablePointer<D3DKMT_RELEASEKEYEDMUTEX>!) -> NTSTATUS {
  perform(.releaseKeyedMutex, ReleaseKeyedMutexBlock.self, caller: dxgk_caller()) { frame throws(Refusal) in
    var arguments = D3DKMT_RELEASEKEYEDMUTEX()
    try unsafe CallerMemory.read(Arguments, &arguments)
    frame.block.keyedMutex = arguments.hKeyedMutex
    frame.block.key = arguments.Key
    frame.block.fence = arguments.FenceValue
  } act: { frame, process throws(Refusal) in
    try release(frame, process)
  }
}

/// The same, with private data for the next owner.
/// <https://learn.microsoft.com/windows-hardware/drivers/ddi/d3dkmthk/nf-d3dkmthk-d3dkmtreleasekeyedmutex2>
@c @implementation
public func D3DKMTReleaseKeyedMutex2(_ Arguments: UnsafeMutablePointer<D3DKMT_RELEASEKEYEDMUTEX2>!) -> NTSTATUS {
  perform(.releaseKeyedMutex2, ReleaseKeyedMutexBlock.self, caller: dxgk_caller()) { frame throws(Refusal) in
    var arguments = D3DKMT_RELEASEKEYEDMUTEX2()
    try unsafe CallerMemory.read(Arguments, &arguments)
    frame.block.keyedMutex = arguments.hKeyedMutex
    frame.block.key = arguments.Key
    frame.block.fence = arguments.FenceValue
    frame.block.runtimeData = try unsafe frame.appendRuntimeData(
      arguments.pPrivateRuntimeData, arguments.PrivateRuntimeDataSize)
  } act: { frame, process throws(Refusal) in
    try release(frame, process)
  }
}

private func release(_ frame: borrowing Frame<ReleaseKeyedMutexBlock>, _ process: Process) throws(Refusal) {
  let block = frame.block
  try process.releaseKeyedMutex(
    block.keyedMutex, key: block.key, fence: block.fence, runtimeData: frame.bytes(block.runtimeData))
}
