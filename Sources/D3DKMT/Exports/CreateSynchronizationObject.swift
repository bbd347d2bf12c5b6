internal import CSystem
public import CWDDM
internal import Dxgkrnl
internal import WDDM

/// Makes a mutex or a semaphore for GPU contexts.
/// <https://learn.microsoft.com/windows-hardware/drivers/ddi/d3dkmthk/nf-d3dkmthk-d3dkmtcreatesynchronizationobject>
@c @implementation
public func D3DKMTCreateSynchronizationObject(
  _ Arguments: UnsafeMutablePointer<D3DKMT_CREATESYNCHRONIZATIONOBJECT>!
) -> NTSTATUS {
  var answer = D3DKMT_CREATESYNCHRONIZATIONOBJECT()
  return perform(.createSynchronizationObject, CreateSynchronizationObjectBlock.self, caller: dxgk_caller()) {
    frame throws(Refusal) in
    try unsafe CallerMemory.read(Arguments, &answer)
    frame.block.device = answer.hDevice
    frame.block.type = answer.Info.Type.rawValue
    frame.block.initial =
      UInt64(answer.Info.Semaphore.InitialCount) << 32 | UInt64(answer.Info.Semaphore.MaxCount)
    try unsafe CallerMemory.probe(Arguments, MemoryLayout<D3DKMT_CREATESYNCHRONIZATIONOBJECT>.size, "Arguments")
  } act: { frame, process throws(Refusal) in
    let made = try create(&frame, process, isVersion2: false)
    answer.hSyncObject = made.handle
    try unsafe CallerMemory.write(answer, to: Arguments, "Arguments") {
      try? process.destroySynchronizationObject(made.handle)
    }
  }
}

/// Makes a synchronization object of any kind. The value of a monitored fence can be read, and not written, at
/// FenceValueCPUVirtualAddress; there is no address for a GPU yet.
/// <https://learn.microsoft.com/windows-hardware/drivers/ddi/d3dkmthk/nf-d3dkmthk-d3dkmtcreatesynchronizationobject2>
@c @implementation
public func D3DKMTCreateSynchronizationObject2(
  _ Arguments: UnsafeMutablePointer<D3DKMT_CREATESYNCHRONIZATIONOBJECT2>!
) -> NTSTATUS {
  var answer = D3DKMT_CREATESYNCHRONIZATIONOBJECT2()
  return perform(.createSynchronizationObject2, CreateSynchronizationObjectBlock.self, caller: dxgk_caller()) {
    frame throws(Refusal) in
    try unsafe CallerMemory.read(Arguments, &answer)
    frame.block.device = answer.hDevice
    frame.block.type = answer.Info.Type.rawValue
    frame.block.flags = answer.Info.Flags.Value
    frame.block.initial = answer.Info.Fence.FenceValue
    try unsafe CallerMemory.probe(Arguments, MemoryLayout<D3DKMT_CREATESYNCHRONIZATIONOBJECT2>.size, "Arguments")
  } act: { frame, process throws(Refusal) in
    let made = try create(&frame, process, isVersion2: true)
    answer.hSyncObject = made.handle
    answer.Info.SharedHandle = made.globalShare
    if made.type == .monitoredFence {
      // SAFETY: a number for the caller; the kernel mapped it for reading and follows it nowhere.
      unsafe answer.Info.MonitoredFence.FenceValueCPUVirtualAddress = UnsafeMutableRawPointer(
        bitPattern: UInt(made.valueAddress))
      answer.Info.MonitoredFence.FenceValueGPUVirtualAddress = 0
    }
    try unsafe CallerMemory.write(answer, to: Arguments, "Arguments") {
      try? process.destroySynchronizationObject(made.handle)
    }
  }
}

private func create(
  _ frame: inout Frame<CreateSynchronizationObjectBlock>, _ process: Process, isVersion2: Bool
) throws(Refusal) -> SynchronizationObjectOpened {
  let block = frame.block
  let made = try process.createSynchronizationObject(
    device: block.device,
    SynchronizationObjectRequest(
      type: block.type, flags: SynchronizationObjectFlags(rawValue: block.flags), initial: block.initial,
      isVersion2: isVersion2))
  frame.block.syncObject = made.handle
  frame.block.globalShare = made.globalShare
  return made
}

/// Ends a handle on a synchronization object. Waits through it are over.
/// <https://learn.microsoft.com/windows-hardware/drivers/ddi/d3dkmthk/nf-d3dkmthk-d3dkmtdestroysynchronizationobject>
@c @implementation
public func D3DKMTDestroySynchronizationObject(
  _ Arguments: UnsafePointer<D3DKMT_DESTROYSYNCHRONIZATIONOBJECT>!
) -> NTSTATUS {
  perform(.destroySynchronizationObject, SynchronizationObjectBlock.self, caller: dxgk_caller()) {
    frame throws(Refusal) in
    var arguments = D3DKMT_DESTROYSYNCHRONIZATIONOBJECT()
    try unsafe CallerMemory.read(Arguments, &arguments)
    frame.block.syncObject = arguments.hSyncObject
  } act: { frame, process throws(Refusal) in
    try process.destroySynchronizationObject(frame.block.syncObject)
  }
}
