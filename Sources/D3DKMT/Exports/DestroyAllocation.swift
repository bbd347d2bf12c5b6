internal import CSystem
public import CWDDM
internal import Dxgkrnl
internal import WDDM

/// DestroyAllocation2 without flags (U-103).
/// <https://learn.microsoft.com/windows-hardware/drivers/ddi/d3dkmthk/nf-d3dkmthk-d3dkmtdestroyallocation>
@c @implementation
public func D3DKMTDestroyAllocation(_ Arguments: UnsafePointer<D3DKMT_DESTROYALLOCATION>!) -> NTSTATUS {
  destroyAllocation(.destroyAllocation, caller: dxgk_caller()) { request throws(Refusal) in
    var arguments = D3DKMT_DESTROYALLOCATION()
    try unsafe CallerMemory.read(Arguments, &arguments)
    request.block.device = arguments.hDevice
    request.block.resource = arguments.hResource
    request.block.count = arguments.AllocationCount
    unsafe request.list = arguments.phAllocationList
  }
}

/// Releases a resource with all its allocations, or the allocations of a list.
/// <https://learn.microsoft.com/windows-hardware/drivers/ddi/d3dkmthk/nf-d3dkmthk-d3dkmtdestroyallocation2>
@c @implementation
public func D3DKMTDestroyAllocation2(_ Arguments: UnsafePointer<D3DKMT_DESTROYALLOCATION2>!) -> NTSTATUS {
  destroyAllocation(.destroyAllocation2, caller: dxgk_caller()) { request throws(Refusal) in
    var arguments = D3DKMT_DESTROYALLOCATION2()
    try unsafe CallerMemory.read(Arguments, &arguments)
    request.block.device = arguments.hDevice
    request.block.resource = arguments.hResource
    request.block.flags = arguments.Flags.Value
    request.block.count = arguments.AllocationCount
    unsafe request.list = arguments.phAllocationList
  }
}

/// What both destructions ask for.
@safe struct DestroyAllocationRequest {
  var block = DestroyAllocationBlock()
  var list: UnsafePointer<D3DKMT_HANDLE>?
}

@inline(__always)
private func destroyAllocation(
  _ entryPoint: EntryPoint, caller: UInt, read: (inout DestroyAllocationRequest) throws(Refusal) -> Void
) -> Int32 {
  perform(entryPoint, DestroyAllocationBlock.self, caller: caller) { frame throws(Refusal) in
    var request = DestroyAllocationRequest()
    try read(&request)
    let block = request.block
    frame.block = block
    guard let list = unsafe request.list else {
      guard block.count == 0 || block.resource != 0 else {
        throw Refusal(.invalidParameter, "U-095", "phAllocationList", 0)
      }
      return
    }
    // With a resource there must be no list and the count is ignored (U-090): the kernel refuses, nothing is read.
    guard block.resource == 0 else { return frame.insert(.hasArray) }
    guard block.count <= Limit.allocations else {
      throw Refusal(
        .invalidParameter, "U-033", "AllocationCount", UInt64(block.count), bound: UInt64(Limit.allocations))
    }
    let count = Int(block.count)
    try frame.makeElements(count, of: UInt32.self)
    let elements = unsafe frame.elements(of: UInt32.self)
    guard unsafe dxgk_copy(elements.baseAddress, list, count * 4) == 0 else {
      throw Refusal(.invalidParameter, "U-095", "phAllocationList", UInt64(UInt(bitPattern: list)))
    }
  } act: { frame, process throws(Refusal) in
    let block = frame.block
    let list = unsafe UnsafeBufferPointer(frame.elements(of: UInt32.self)).span
    try process.destroyAllocation(
      device: block.device, resource: block.resource, allocations: list, listIsNull: !frame.hasArray,
      flags: DestroyAllocationFlags(rawValue: block.flags))
  }
}
