internal import CSystem
public import CWDDM
internal import Dxgkrnl
internal import WDDM

/// Waits for a keyed mutex and becomes its owner. STATUS_TIMEOUT and STATUS_ABANDONED are successes by their sign.
/// <https://learn.microsoft.com/windows-hardware/drivers/ddi/d3dkmthk/nf-d3dkmthk-d3dkmtacquirekeyedmutex>
@c @implementation
public func D3DKMTAcquireKeyedMutex(_ Arguments: UnsafeMutablePointer<D3DKMT_ACQUIREKEYEDMUTEX>!) -> NTSTATUS {
  perform(.acquireKeyedMutex, AcquireKeyedMutexBlock.self, caller: dxgk_caller()) { frame throws(Refusal) in
    var arguments = D3DKMT_ACQUIREKEYEDMUTEX()
    try unsafe CallerMemory.read(Arguments, &arguments)
    frame.block.keyedMutex = arguments.hKeyedMutex
    frame.block.key = arguments.Key
    try unsafe frame.readTimeout(arguments.pTimeout)
    try unsafe CallerMemory.probe(slot(Arguments, \.FenceValue), 8, "FenceValue")
  } act: { frame, process throws(Refusal) in
    _ = try unsafe acquire(&frame, process, buffer: nil, fence: slot(Arguments, \.FenceValue), data: nil)
  }
}

/// The same, with the mutex's private data.
/// <https://learn.microsoft.com/windows-hardware/drivers/ddi/d3dkmthk/nf-d3dkmthk-d3dkmtacquirekeyedmutex2>
@c @implementation
public func D3DKMTAcquireKeyedMutex2(_ Arguments: UnsafeMutablePointer<D3DKMT_ACQUIREKEYEDMUTEX2>!) -> NTSTATUS {
  var target: UnsafeMutableRawPointer?
  return perform(.acquireKeyedMutex2, AcquireKeyedMutexBlock.self, caller: dxgk_caller()) { frame throws(Refusal) in
    var arguments = D3DKMT_ACQUIREKEYEDMUTEX2()
    try unsafe CallerMemory.read(Arguments, &arguments)
    frame.block.keyedMutex = arguments.hKeyedMutex
    frame.block.key = arguments.Key
    frame.block.size = arguments.PrivateRuntimeDataSize
    unsafe target = arguments.pPrivateRuntimeData
    frame.block.hasBuffer = unsafe target == nil ? 0 : 1
    guard frame.block.size <= Limit.privateData else {
      throw Refusal(
        .invalidParameter, "D-004", "PrivateRuntimeDataSize", UInt64(frame.block.size),
        bound: UInt64(Limit.privateData))
    }
    try unsafe frame.readTimeout(arguments.pTimeout)
    try unsafe CallerMemory.probe(slot(Arguments, \.FenceValue), 8, "FenceValue")
    if unsafe target != nil {
      try unsafe CallerMemory.probe(target, Int(frame.block.size), "pPrivateRuntimeData")
    }
  } act: { frame, process throws(Refusal) in
    let buffer = RuntimeDataBuffer(size: frame.block.size, isNull: frame.block.hasBuffer == 0)
    try unsafe acquire(&frame, process, buffer: buffer, fence: slot(Arguments, \.FenceValue), data: target)
  }
}

/// - Parameters:
///   - fence: where `FenceValue` goes.
///   - data: where private data goes.
private func acquire(
  _ frame: inout Frame<AcquireKeyedMutexBlock>, _ process: Process, buffer: RuntimeDataBuffer?,
  fence target: UnsafeMutableRawPointer?, data: UnsafeMutableRawPointer?
) throws(Refusal) {
  let block = frame.block
  let timeout = block.hasTimeout == 0 ? Timeout.never : Timeout(block.timeout)
  let acquisition = try process.acquireKeyedMutex(
    block.keyedMutex, key: block.key, timeout: timeout, buffer: buffer)
  switch acquisition {
  case .timeout: frame.status = .timeout
  case .abandoned: frame.status = .abandoned
  case .acquired(let fence, let runtimeData):
    frame.block.fence = fence
    guard
      unsafe runtimeData.withUnsafeBytes({ unsafe dxgk_copy(data, $0.baseAddress, $0.count) }) == 0
    else {
      try? process.releaseKeyedMutex(block.keyedMutex, key: block.key, fence: fence)
      throw Refusal(.invalidParameter, "U-010", "pPrivateRuntimeData", UInt64(UInt(bitPattern: data)))
    }
  }
  try unsafe CallerMemory.write(frame.block.fence, to: target, "FenceValue") {
    // As if it had not been acquired.
    if case .acquired(let fence, _) = acquisition {
      try? process.releaseKeyedMutex(block.keyedMutex, key: block.key, fence: fence)
    }
  }
}

extension Frame<AcquireKeyedMutexBlock> {
  /// Reads the timeout, if there is one.
  fileprivate func readTimeout(_ source: PLARGE_INTEGER?) throws(Refusal) {
    guard unsafe source != nil else { return }
    var value = LARGE_INTEGER()
    try unsafe CallerMemory.read(source, &value)
    block.timeout = value.QuadPart
    block.hasTimeout = 1
  }
}
