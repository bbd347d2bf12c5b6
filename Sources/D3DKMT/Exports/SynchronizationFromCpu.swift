internal import CSystem
public import CWDDM
internal import DDI
internal import Dxgkrnl
internal import WDDM

/// Waits until monitored fences have come to their values. hAsyncEvent is an eventfd(2) here: 1 is added when the wait
/// is over; with NULL the call returns then. Microsoft's page: nf-d3dkmthk-d3dkmtwaitforsynchronizationobjectfromcpu.
@c @implementation
public func D3DKMTWaitForSynchronizationObjectFromCpu(
  _ Arguments: UnsafePointer<D3DKMT_WAITFORSYNCHRONIZATIONOBJECTFROMCPU>!
) -> NTSTATUS {
  perform(.waitForSynchronizationObjectFromCpu, FromCpuBlock.self, caller: dxgk_caller()) { frame throws(Refusal) in
    var arguments = D3DKMT_WAITFORSYNCHRONIZATIONOBJECTFROMCPU()
    try unsafe CallerMemory.read(Arguments, &arguments)
    frame.block.device = arguments.hDevice
    frame.block.count = arguments.ObjectCount
    frame.block.flags = arguments.Flags.Value
    frame.block.asyncEvent = UInt64(arguments.hAsyncEvent.bits)
    try unsafe frame.appendFences(arguments.ObjectHandleArray, arguments.FenceValueArray)
  } act: { frame, process throws(Refusal) in
    let block = frame.block
    try frame.withFences { objects, values throws(Refusal) in
      try process.waitForSynchronizationObjects(
        device: block.device, objects: objects, values: values, asyncEvent: block.asyncEvent, flags: block.flags)
    }
  }
}

/// Sets the values of monitored fences, all or none. Microsoft's page:
/// nf-d3dkmthk-d3dkmtsignalsynchronizationobjectfromcpu.
@c @implementation
public func D3DKMTSignalSynchronizationObjectFromCpu(
  _ Arguments: UnsafePointer<D3DKMT_SIGNALSYNCHRONIZATIONOBJECTFROMCPU>!
) -> NTSTATUS {
  perform(.signalSynchronizationObjectFromCpu, FromCpuBlock.self, caller: dxgk_caller()) { frame throws(Refusal) in
    var arguments = D3DKMT_SIGNALSYNCHRONIZATIONOBJECTFROMCPU()
    try unsafe CallerMemory.read(Arguments, &arguments)
    frame.block.device = arguments.hDevice
    frame.block.count = arguments.ObjectCount
    frame.block.flags = arguments.Flags.Value
    try unsafe frame.appendFences(arguments.ObjectHandleArray, arguments.FenceValueArray)
  } act: { frame, process throws(Refusal) in
    let block = frame.block
    try frame.withFences { objects, values throws(Refusal) in
      try process.signalSynchronizationObjects(
        device: block.device, objects: objects, values: values, flags: block.flags)
    }
  }
}

extension Frame<FromCpuBlock> {
  /// Copies both arrays into the elements.
  ///
  /// - Throws: `STATUS_INVALID_PARAMETER` for none or more than 32 (W-015), and for memory that cannot be read (U-010).
  fileprivate mutating func appendFences(
    _ objects: UnsafePointer<D3DKMT_HANDLE>?, _ values: UnsafePointer<UInt64>?
  ) throws(Refusal) {
    let count = Int(block.count)
    guard (1...32).contains(count) else {
      throw Refusal(.invalidParameter, "W-015", "ObjectCount", UInt64(block.count), bound: 32)
    }
    var handles = InlineArray<32, UInt32>(repeating: 0)
    var wanted = InlineArray<32, UInt64>(repeating: 0)
    // SAFETY: both arrays have room for as many as were counted.
    guard unsafe withUnsafeMutableBytes(of: &handles, { unsafe dxgk_copy($0.baseAddress, objects, count * 4) }) == 0
    else { throw Refusal(.invalidParameter, "U-010", "ObjectHandleArray", UInt64(UInt(bitPattern: objects))) }
    guard unsafe withUnsafeMutableBytes(of: &wanted, { unsafe dxgk_copy($0.baseAddress, values, count * 8) }) == 0
    else { throw Refusal(.invalidParameter, "U-010", "FenceValueArray", UInt64(UInt(bitPattern: values))) }
    try makeElements(count, of: FenceElement.self)
    let elements = unsafe elements(of: FenceElement.self)
    for index in 0..<count {
      unsafe elements.initializeElement(
        at: index, to: FenceElement(syncObject: handles[index], value: wanted[index]))
    }
  }

  /// The elements as the two arrays that they were.
  fileprivate func withFences(
    _ body: (Span<UInt32>, Span<UInt64>) throws(Refusal) -> Void
  ) throws(Refusal) {
    let elements = unsafe elements(of: FenceElement.self)
    var handles = InlineArray<32, UInt32>(repeating: 0)
    var values = InlineArray<32, UInt64>(repeating: 0)
    for index in 0..<elementCount {
      handles[index] = unsafe elements[index].syncObject
      values[index] = unsafe elements[index].value
    }
    let objects = handles.span
    let wanted = values.span
    try body(objects.extracting(first: elementCount), wanted.extracting(first: elementCount))
  }
}
