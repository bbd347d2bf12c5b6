internal import CSystem
public import CWDDM
internal import Dxgkrnl
internal import WDDM

/// Creates allocations described by the first element form.
/// <https://learn.microsoft.com/windows-hardware/drivers/ddi/d3dkmthk/nf-d3dkmthk-d3dkmtcreateallocation>
@c @implementation
public func D3DKMTCreateAllocation(_ Arguments: UnsafeMutablePointer<D3DKMT_CREATEALLOCATION>!) -> NTSTATUS {
  unsafe createAllocation(
    .createAllocation, Arguments, D3DDDI_ALLOCATIONINFO.self, prefix: MemoryLayout<D3DDDI_ALLOCATIONINFO>.size,
    caller: dxgk_caller())
}

/// Creates allocations described by the second element form.
/// <https://learn.microsoft.com/windows-hardware/drivers/ddi/d3dkmthk/nf-d3dkmthk-d3dkmtcreateallocation2>
@c @implementation
public func D3DKMTCreateAllocation2(_ Arguments: UnsafeMutablePointer<D3DKMT_CREATEALLOCATION>!) -> NTSTATUS {
  // What stands behind the priority is reserved: it is neither read nor written.
  unsafe createAllocation(
    .createAllocation2, Arguments, D3DDDI_ALLOCATIONINFO2.self, prefix: 56, caller: dxgk_caller())
}

/// - Parameter prefix: how many bytes of an element are looked at.
@inline(__always)
private func createAllocation<Info: AllocationInfo>(
  _ entryPoint: EntryPoint, _ Arguments: UnsafeMutablePointer<D3DKMT_CREATEALLOCATION>?, _: Info.Type, prefix: Int,
  caller: UInt
) -> Int32 {
  var arguments = D3DKMT_CREATEALLOCATION()
  return perform(entryPoint, CreateAllocationBlock.self, caller: caller) { frame throws(Refusal) in
    try unsafe CallerMemory.read(Arguments, &arguments)
    try decode(arguments, Info.self, prefix: prefix, into: &frame)
    try unsafe CallerMemory.probe(slots(Arguments), 8, "hResource")
  } act: { frame, process throws(Refusal) in
    let created = try create(entryPoint, &frame, process)
    do throws(Refusal) {
      try unsafe write(frame, elements: arguments.pAllocationInfo, stride: MemoryLayout<Info>.stride)
      // hResource keeps its value unless a resource was made (U-024); hGlobalShare is written always (U-047).
      let handles = SIMD2<UInt32>(created.resource, created.globalShare)
      try unsafe CallerMemory.write(handles, to: slots(Arguments), "hResource")
    } catch {
      undo(frame, created, process)
      throw error
    }
  }
}

/// hResource and hGlobalShare, which stand side by side.
@inline(__always)
private func slots(_ arguments: UnsafeMutablePointer<D3DKMT_CREATEALLOCATION>?) -> UnsafeMutableRawPointer? {
  unsafe UnsafeMutableRawPointer(arguments).map { unsafe $0 + 4 }
}

// MARK: - In

/// The block, then each element and its private data, each read once, in the order of `observed.md` 1.3: what is
/// announced is checked before its memory is looked at.
@inline(__always)
private func decode<Info: AllocationInfo>(
  _ arguments: D3DKMT_CREATEALLOCATION, _: Info.Type, prefix: Int, into frame: inout Frame<CreateAllocationBlock>
) throws(Refusal) {
  var block = CreateAllocationBlock()
  block.device = arguments.hDevice
  block.resource = arguments.hResource
  block.flags = unsafe unsafeBitCast(arguments.Flags, to: UInt32.self)
  block.count = arguments.NumAllocations
  frame.block = block
  guard block.count <= Limit.allocations else {
    throw Refusal(
      .invalidParameter, "U-033", "NumAllocations", UInt64(block.count), bound: UInt64(Limit.allocations))
  }
  let list = unsafe UnsafeMutableRawPointer(arguments.pAllocationInfo)
  guard unsafe block.count == 0 || list != nil else {
    throw Refusal(.invalidParameter, "U-010", "pAllocationInfo", 0)
  }
  let count = Int(block.count)
  try unsafe CallerMemory.probe(list, count * MemoryLayout<Info>.stride, "pAllocationInfo")
  try frame.makeElements(count, of: AllocationElement.self)
  guard unsafe dxgk_thread_need_pointers(frame.thread, block.count) == 0 else {
    throw Refusal(.noMemory, "U-036", "NumAllocations", UInt64(block.count))
  }
  for index in 0..<count {
    var info = Info()
    let source = unsafe list! + index * MemoryLayout<Info>.stride
    // SAFETY: the prefix is no longer than the struct; a fault is an answer.
    guard unsafe withUnsafeMutableBytes(of: &info, { unsafe dxgk_copy($0.baseAddress, source, prefix) }) == 0 else {
      throw Refusal(.invalidParameter, "U-010", "pAllocationInfo", UInt64(UInt(bitPattern: source)))
    }
    var element = AllocationElement()
    element.systemMemory = info.systemMemoryAddress
    element.vidPnSource = info.VidPnSourceId
    element.flags = info.flagsValue
    element.priority = info.priorityValue
    let target = unsafe info.privateData
    let size = info.PrivateDriverDataSize
    element.data = try unsafe privateData(
      target, size, "pAllocationInfo[].pPrivateDriverData", "pAllocationInfo[].PrivateDriverDataSize", &frame)
    // The driver may answer in it (U-057), and where the answer goes is remembered beside the frame.
    try unsafe CallerMemory.probe(target, Int(size), "pAllocationInfo[].pPrivateDriverData")
    unsafe frame.thread.pointee.pointers[index] = UInt64(UInt(bitPattern: target))
    unsafe frame.elements(of: AllocationElement.self)[index] = element
  }
  let runtimeData = try unsafe privateData(
    arguments.pPrivateRuntimeData, arguments.PrivateRuntimeDataSize, "pPrivateRuntimeData", "PrivateRuntimeDataSize",
    &frame)
  var resourceData = ByteRange()
  if CreateAllocationFlags(rawValue: block.flags).contains(.standardAllocation) {
    // The same slot is pStandardAllocation then, and takes no private data (U-068).
    guard arguments.PrivateDriverDataSize == 0 else {
      throw Refusal(.invalidParameter, "U-068", "PrivateDriverDataSize", UInt64(arguments.PrivateDriverDataSize))
    }
    resourceData = try unsafe frame.appendData(
      UnsafeRawPointer(arguments.pStandardAllocation), UInt32(MemoryLayout<D3DKMT_CREATESTANDARDALLOCATION>.size),
      "pStandardAllocation")
  } else {
    resourceData = try unsafe privateData(
      arguments.pPrivateDriverData, arguments.PrivateDriverDataSize, "pPrivateDriverData", "PrivateDriverDataSize",
      &frame)
  }
  // Seldom there, and the block is in the frame already.
  guard runtimeData.count | resourceData.count != 0 else { return }
  block.runtimeData = runtimeData
  block.resourceData = resourceData
  frame.block = block
}

/// A size without a pointer is a fault like any other; a pointer without a size is nothing (U-060).
@inline(__always)
private func privateData(
  _ source: UnsafeRawPointer?, _ size: UInt32, _ pointer: Refusal.Argument, _ count: Refusal.Argument,
  _ frame: inout Frame<CreateAllocationBlock>
) throws(Refusal) -> ByteRange {
  guard size <= Limit.privateData else {
    throw Refusal(.invalidParameter, "D-004", count, UInt64(size), bound: UInt64(Limit.privateData))
  }
  return try unsafe frame.appendData(source, size, pointer)
}

// MARK: - The kernel

@inline(__always)
private func create(
  _ entryPoint: EntryPoint, _ frame: inout Frame<CreateAllocationBlock>, _ process: Process
) throws(Refusal) -> CreatedAllocation {
  let block = frame.block
  let request = CreateAllocationArguments(
    device: block.device, resource: block.resource, flags: CreateAllocationFlags(rawValue: block.flags),
    isVersion2: entryPoint == .createAllocation2, runtimeData: block.runtimeData, resourceData: block.resourceData)
  let buffer = unsafe frame.elements(of: AllocationElement.self)
  let bytes = unsafe frame.data
  var elements = unsafe buffer.mutableSpan
  var data = unsafe bytes.mutableBytes
  let created = try process.createAllocation(request, elements: &elements, data: &data)
  frame.block.createdResource = created.resource
  frame.block.globalShare = created.globalShare
  return created
}

// MARK: - Out

/// What the driver made of each element's private data, and then the handles: while anything can still fail the caller
/// has none (I-033).
@inline(__always)
private func write(
  _ frame: borrowing Frame<CreateAllocationBlock>, elements list: UnsafeMutableRawPointer?, stride: Int
) throws(Refusal) {
  let elements = unsafe frame.elements(of: AllocationElement.self)
  for index in 0..<frame.elementCount {
    let element = unsafe elements[index]
    guard element.data.count > 0 else { continue }
    // SAFETY: targets were remembered when the element was read.
    let address = unsafe frame.thread.pointee.pointers[index]
    let source = unsafe frame.data.baseAddress! + Int(element.data.offset)
    guard
      unsafe dxgk_copy(UnsafeMutableRawPointer(bitPattern: UInt(address)), source, Int(element.data.count)) == 0
    else { throw Refusal(.invalidParameter, "U-010", "pAllocationInfo[].pPrivateDriverData", address) }
  }
  for index in 0..<frame.elementCount {
    // SAFETY: hAllocation is the first member of both forms.
    let target = unsafe list! + index * stride
    try unsafe CallerMemory.write(elements[index].handle, to: target, "pAllocationInfo[].hAllocation")
  }
}

/// The caller's memory went away while the call ran: nothing was created (`kernel.md` 3.7).
@inline(never)
private func undo(_ frame: borrowing Frame<CreateAllocationBlock>, _ created: CreatedAllocation, _ process: Process) {
  let block = frame.block
  let makesResource = CreateAllocationFlags(rawValue: block.flags).contains(.createResource)
  let elements = unsafe frame.elements(of: AllocationElement.self)
  var handles: [UInt32] = []
  if !makesResource {
    for index in 0..<frame.elementCount { handles.append(unsafe elements[index].handle) }
  }
  // Nobody else knows the handles yet, so this cannot fail; if another thread guessed one and was faster, it is gone
  // too.
  try? process.destroyAllocation(
    device: block.device, resource: makesResource ? created.resource : 0, allocations: handles.span,
    listIsNull: makesResource, flags: .synchronousDestroy)
}
