internal import CSystem
public import CWDDM
internal import Dxgkrnl
internal import WDDM

/// Makes a keyed mutex that others open by its global handle.
/// <https://learn.microsoft.com/windows-hardware/drivers/ddi/d3dkmthk/nf-d3dkmthk-d3dkmtcreatekeyedmutex>
@c @implementation
public func D3DKMTCreateKeyedMutex(_ Arguments: UnsafeMutablePointer<D3DKMT_CREATEKEYEDMUTEX>!) -> NTSTATUS {
  var answer = D3DKMT_CREATEKEYEDMUTEX()
  return perform(.createKeyedMutex, CreateKeyedMutexBlock.self, caller: dxgk_caller(), beginsAnew: true) {
    frame throws(Refusal) in
    try unsafe CallerMemory.read(Arguments, &answer)
    frame.block.initialValue = answer.InitialValue
    try unsafe CallerMemory.probe(Arguments, MemoryLayout<D3DKMT_CREATEKEYEDMUTEX>.size, "Arguments")
  } act: { frame, process throws(Refusal) in
    let made = try create(&frame, process)
    answer.hKeyedMutex = made.handle
    answer.hSharedHandle = made.globalShare
    try unsafe CallerMemory.write(answer, to: Arguments, "Arguments") {
      try? process.destroyKeyedMutex(made.handle)
    }
  }
}

/// The same with private data for those who open it, and shared by NT handles if it is to be.
/// <https://learn.microsoft.com/windows-hardware/drivers/ddi/d3dkmthk/nf-d3dkmthk-d3dkmtcreatekeyedmutex2>
@c @implementation
public func D3DKMTCreateKeyedMutex2(_ Arguments: UnsafeMutablePointer<D3DKMT_CREATEKEYEDMUTEX2>!) -> NTSTATUS {
  var answer = D3DKMT_CREATEKEYEDMUTEX2()
  return perform(.createKeyedMutex2, CreateKeyedMutexBlock.self, caller: dxgk_caller(), beginsAnew: true) {
    frame throws(Refusal) in
    try unsafe CallerMemory.read(Arguments, &answer)
    frame.block.initialValue = answer.InitialValue
    frame.block.flags = answer.Flags.Value
    frame.block.runtimeData = try unsafe frame.appendRuntimeData(
      answer.pPrivateRuntimeData, answer.PrivateRuntimeDataSize)
    try unsafe CallerMemory.probe(Arguments, MemoryLayout<D3DKMT_CREATEKEYEDMUTEX2>.size, "Arguments")
  } act: { frame, process throws(Refusal) in
    let made = try create(&frame, process)
    answer.hKeyedMutex = made.handle
    answer.hSharedHandle = made.globalShare
    try unsafe CallerMemory.write(answer, to: Arguments, "Arguments") {
      try? process.destroyKeyedMutex(made.handle)
    }
  }
}

private func create(
  _ frame: inout Frame<CreateKeyedMutexBlock>, _ process: Process
) throws(Refusal) -> KeyedMutexOpened {
  let block = frame.block
  let made = try process.createKeyedMutex(
    initialValue: block.initialValue, flags: block.flags, runtimeData: frame.bytes(block.runtimeData))
  frame.block.keyedMutex = made.handle
  frame.block.globalShare = made.globalShare
  return made
}

/// Ends a handle on a keyed mutex. A mutex that is owned through it is abandoned for ever (W-230).
/// <https://learn.microsoft.com/windows-hardware/drivers/ddi/d3dkmthk/nf-d3dkmthk-d3dkmtdestroykeyedmutex>
@c @implementation
public func D3DKMTDestroyKeyedMutex(_ Arguments: UnsafePointer<D3DKMT_DESTROYKEYEDMUTEX>!) -> NTSTATUS {
  perform(.destroyKeyedMutex, KeyedMutexBlock.self, caller: dxgk_caller()) { frame throws(Refusal) in
    var arguments = D3DKMT_DESTROYKEYEDMUTEX()
    try unsafe CallerMemory.read(Arguments, &arguments)
    frame.block.keyedMutex = arguments.hKeyedMutex
  } act: { frame, process throws(Refusal) in
    try process.destroyKeyedMutex(frame.block.keyedMutex)
  }
}

// MARK: - Private runtime data

extension Frame {
  /// Copies the caller's private runtime data into the frame.
  ///
  /// - Throws: `STATUS_INVALID_PARAMETER` for a size without a buffer (W-218), for more than this kernel keeps (D-004),
  ///   and for memory that cannot be read (U-056).
  mutating func appendRuntimeData(_ source: UnsafeMutableRawPointer?, _ size: UInt32) throws(Refusal) -> ByteRange {
    guard unsafe size == 0 || source != nil else {
      throw Refusal(.invalidParameter, "W-218", "pPrivateRuntimeData", 0)
    }
    guard size <= Limit.privateData else {
      throw Refusal(
        .invalidParameter, "D-004", "PrivateRuntimeDataSize", UInt64(size), bound: UInt64(Limit.privateData))
    }
    return try unsafe appendData(source, size, "pPrivateRuntimeData")
  }

  /// A copy of a piece of the data area.
  func bytes(_ range: ByteRange) -> [UInt8] {
    guard range.count > 0 else { return [] }
    return unsafe Array(data[Int(range.offset)..<Int(range.offset) + Int(range.count)])
  }
}
