internal import CSystem
public import CWDDM
internal import DDI
internal import Dxgkrnl
internal import WDDM

/// Makes another handle on a shared synchronization object, by its global handle.
/// <https://learn.microsoft.com/windows-hardware/drivers/ddi/d3dkmthk/nf-d3dkmthk-d3dkmtopensynchronizationobject>
@c @implementation
public func D3DKMTOpenSynchronizationObject(
  _ Arguments: UnsafeMutablePointer<D3DKMT_OPENSYNCHRONIZATIONOBJECT>!
) -> NTSTATUS {
  perform(.openSynchronizationObject, OpenSynchronizationObjectBlock.self, caller: dxgk_caller()) {
    frame throws(Refusal) in
    var arguments = D3DKMT_OPENSYNCHRONIZATIONOBJECT()
    try unsafe CallerMemory.read(Arguments, &arguments)
    frame.block.globalShare = arguments.hSharedHandle
    try unsafe CallerMemory.probe(slot(Arguments, \.hSyncObject), 4, "hSyncObject")
  } act: { frame, process throws(Refusal) in
    let opened = frame.note(try process.openSynchronizationObject(globalHandle: frame.block.globalShare))
    try unsafe answer(opened, slot(Arguments, \.hSyncObject), process)
  }
}

/// The same, by an NT handle.
/// <https://learn.microsoft.com/windows-hardware/drivers/ddi/d3dkmthk/nf-d3dkmthk-d3dkmtopensyncobjectfromnthandle>
@c @implementation
public func D3DKMTOpenSyncObjectFromNtHandle(
  _ Arguments: UnsafeMutablePointer<D3DKMT_OPENSYNCOBJECTFROMNTHANDLE>!
) -> NTSTATUS {
  perform(.openSyncObjectFromNtHandle, OpenSynchronizationObjectBlock.self, caller: dxgk_caller()) {
    frame throws(Refusal) in
    var arguments = D3DKMT_OPENSYNCOBJECTFROMNTHANDLE()
    try unsafe CallerMemory.read(Arguments, &arguments)
    frame.block.ntHandle = UInt64(arguments.hNtHandle.bits)
    try unsafe CallerMemory.probe(slot(Arguments, \.hSyncObject), 4, "hSyncObject")
  } act: { frame, process throws(Refusal) in
    let opened = frame.note(try process.openSyncObject(ntHandle: frame.block.ntHandle))
    try unsafe answer(opened, slot(Arguments, \.hSyncObject), process)
  }
}

/// The same with a device, and with the address of a monitored fence's value. Shared and NtSecuritySharing read 0
/// afterwards (W-247).
/// <https://learn.microsoft.com/windows-hardware/drivers/ddi/d3dkmthk/nf-d3dkmthk-d3dkmtopensyncobjectfromnthandle2>
@c @implementation
public func D3DKMTOpenSyncObjectFromNtHandle2(
  _ Arguments: UnsafeMutablePointer<D3DKMT_OPENSYNCOBJECTFROMNTHANDLE2>!
) -> NTSTATUS {
  var answer = D3DKMT_OPENSYNCOBJECTFROMNTHANDLE2()
  return perform(.openSyncObjectFromNtHandle2, OpenSynchronizationObjectBlock.self, caller: dxgk_caller()) {
    frame throws(Refusal) in
    try unsafe CallerMemory.read(Arguments, &answer)
    frame.block.ntHandle = UInt64(answer.hNtHandle.bits)
    frame.block.device = answer.hDevice
    frame.block.flags = answer.Flags.Value
    try unsafe CallerMemory.probe(Arguments, MemoryLayout<D3DKMT_OPENSYNCOBJECTFROMNTHANDLE2>.size, "Arguments")
  } act: { frame, process throws(Refusal) in
    let block = frame.block
    let opened = frame.note(
      try process.openSyncObject(
        ntHandle: block.ntHandle, device: block.device, flags: SynchronizationObjectFlags(rawValue: block.flags)))
    answer.hSyncObject = opened.handle
    answer.Flags.Shared = 0
    answer.Flags.NtSecuritySharing = 0
    if opened.type == .monitoredFence {
      // SAFETY: a number for the caller; the kernel mapped it for reading and follows it nowhere.
      unsafe answer.MonitoredFence.FenceValueCPUVirtualAddress = UnsafeMutableRawPointer(
        bitPattern: UInt(opened.valueAddress))
      answer.MonitoredFence.FenceValueGPUVirtualAddress = 0
    }
    try unsafe CallerMemory.write(answer, to: Arguments, "Arguments") {
      try? process.destroySynchronizationObject(opened.handle)
    }
  }
}

/// Writes the handle, or closes it when the caller's memory has gone away.
private func answer(
  _ opened: SynchronizationObjectOpened, _ target: UnsafeMutableRawPointer?, _ process: Process
) throws(Refusal) {
  try unsafe CallerMemory.write(opened.handle, to: target, "hSyncObject") {
    try? process.destroySynchronizationObject(opened.handle)
  }
}

extension Frame<OpenSynchronizationObjectBlock> {
  /// Puts the answer into the frame.
  fileprivate func note(_ opened: SynchronizationObjectOpened) -> SynchronizationObjectOpened {
    block.syncObject = opened.handle
    block.type = opened.type.rawValue
    return opened
  }
}
