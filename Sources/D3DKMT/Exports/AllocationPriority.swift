internal import CSystem
public import CWDDM
internal import Dxgkrnl
internal import WDDM

/// Says how much it matters that a resource, or each of a list of allocations, is resident (U-245).
/// <https://learn.microsoft.com/windows-hardware/drivers/ddi/d3dkmthk/nf-d3dkmthk-d3dkmtsetallocationpriority>
@c @implementation
public func D3DKMTSetAllocationPriority(_ Arguments: UnsafePointer<D3DKMT_SETALLOCATIONPRIORITY>!) -> NTSTATUS {
  perform(.setAllocationPriority, AllocationPriorityBlock.self, caller: dxgk_caller()) { frame throws(Refusal) in
    var arguments = D3DKMT_SETALLOCATIONPRIORITY()
    try unsafe CallerMemory.read(Arguments, &arguments)
    let request = unsafe AllocationPriorityRequest(
      device: arguments.hDevice, resource: arguments.hResource, count: arguments.AllocationCount,
      list: arguments.phAllocationList)
    // With a resource the first priority is for all of it (U-244).
    if try decode(request, into: &frame) {
      guard let priorities = unsafe arguments.pPriorities else { throw nullPriorities }
      let rows = unsafe frame.elements(of: AllocationPriority.self)
      for index in rows.indices { try unsafe read(priorities + index, into: &rows[index].priority, "pPriorities") }
    } else if request.isOfResource {
      guard let priorities = unsafe arguments.pPriorities else { throw nullPriorities }
      var priority: UInt32 = 0
      try unsafe read(priorities, into: &priority, "pPriorities")
      frame.block.priority = priority
    }
  } act: { frame, process throws(Refusal) in
    let rows = unsafe UnsafeBufferPointer(frame.elements(of: AllocationPriority.self)).span
    try process.setAllocationPriority(frame.request, resourcePriority: frame.block.priority, rows: rows)
  }
}

/// Tells the priority of a resource, or of each of a list of allocations.
/// <https://learn.microsoft.com/windows-hardware/drivers/ddi/d3dkmthk/nf-d3dkmthk-d3dkmtgetallocationpriority>
@c @implementation
public func D3DKMTGetAllocationPriority(_ Arguments: UnsafePointer<D3DKMT_GETALLOCATIONPRIORITY>!) -> NTSTATUS {
  var target: UnsafeMutablePointer<UINT>?
  return perform(.getAllocationPriority, AllocationPriorityBlock.self, caller: dxgk_caller()) {
    frame throws(Refusal) in
    var arguments = D3DKMT_GETALLOCATIONPRIORITY()
    try unsafe CallerMemory.read(Arguments, &arguments)
    let request = unsafe AllocationPriorityRequest(
      device: arguments.hDevice, resource: arguments.hResource, count: arguments.AllocationCount,
      list: arguments.phAllocationList)
    let hasRows = try decode(request, into: &frame)
    guard hasRows || request.isOfResource else { return }
    unsafe target = arguments.pPriorities
    guard unsafe target != nil else { throw nullPriorities }
    try unsafe CallerMemory.probe(target, max(frame.elementCount, 1) * 4, "pPriorities")
  } act: { frame, process throws(Refusal) in
    let rows = unsafe frame.elements(of: AllocationPriority.self)
    var span = unsafe rows.mutableSpan
    frame.block.answer = try process.allocationPriority(frame.request, rows: &span)
    guard frame.block.resource == 0 else {
      return try unsafe CallerMemory.write(frame.block.answer, to: target, "pPriorities")
    }
    for index in rows.indices {
      try unsafe CallerMemory.write(rows[index].answer, to: target.map { unsafe $0 + index }, "pPriorities")
    }
  }
}

// MARK: - What both ask about

@safe private struct AllocationPriorityRequest {
  let device: UInt32
  let resource: UInt32
  let count: UInt32
  let list: UnsafePointer<D3DKMT_HANDLE>?

  /// One answer, or one priority, for a whole resource.
  var isOfResource: Bool { unsafe resource != 0 && list == nil && count == 0 }
}

private var nullPriorities: Refusal { Refusal(.invalidParameter, "U-010", "pPriorities", 0) }

/// The block, and a row for each listed allocation.
///
/// - Returns: whether there are rows.
private func decode(
  _ request: AllocationPriorityRequest, into frame: inout Frame<AllocationPriorityBlock>
) throws(Refusal) -> Bool {
  frame.block.device = request.device
  frame.block.resource = request.resource
  frame.block.count = request.count
  guard let list = unsafe request.list else { return false }
  // With a resource there must be no list (U-240): the kernel refuses, nothing is read.
  guard request.resource == 0, request.count > 0 else {
    frame.insert(.hasArray)
    return false
  }
  guard request.count <= Limit.allocations else {
    throw Refusal(
      .invalidParameter, "U-033", "AllocationCount", UInt64(request.count), bound: UInt64(Limit.allocations))
  }
  try frame.makeElements(Int(request.count), of: AllocationPriority.self)
  let rows = unsafe frame.elements(of: AllocationPriority.self)
  for index in rows.indices { unsafe rows[index] = AllocationPriority(0) }
  for index in rows.indices { try unsafe read(list + index, into: &rows[index].allocation, "phAllocationList") }
  return true
}

/// One number of the caller's.
private func read(
  _ source: UnsafePointer<UInt32>, into value: inout UInt32, _ argument: Refusal.Argument
) throws(Refusal) {
  guard unsafe dxgk_copy(&value, source, 4) == 0 else {
    throw Refusal(.invalidParameter, "U-010", argument, UInt64(UInt(bitPattern: source)))
  }
}

extension Frame<AllocationPriorityBlock> {
  fileprivate var request: AllocationPriorityArguments {
    AllocationPriorityArguments(
      device: block.device, resource: block.resource, listIsNull: !hasArray, count: block.count)
  }
}
