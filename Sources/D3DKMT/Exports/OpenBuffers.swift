internal import CSystem
internal import CWDDM
internal import Dxgkrnl
internal import WDDM

/// The buffers that a caller brings to open a resource: the two argument blocks have them in different order.
@safe struct OpenBuffers {
  private let count: UInt32
  private let infos: UnsafeMutableRawPointer?
  private let runtime: UnsafeMutableRawPointer?
  private let runtimeSize: UInt32
  private let resource: UnsafeMutableRawPointer?
  private let resourceSize: UInt32
  private let total: UnsafeMutableRawPointer?
  private let totalSize: UInt32

  init(_ arguments: D3DKMT_OPENRESOURCE) {
    count = arguments.NumAllocations
    unsafe infos = UnsafeMutableRawPointer(arguments.pOpenAllocationInfo)
    unsafe runtime = arguments.pPrivateRuntimeData
    runtimeSize = arguments.PrivateRuntimeDataSize
    unsafe resource = arguments.pResourcePrivateDriverData
    resourceSize = arguments.ResourcePrivateDriverDataSize
    unsafe total = arguments.pTotalPrivateDriverDataBuffer
    totalSize = arguments.TotalPrivateDriverDataBufferSize
  }

  init(_ arguments: D3DKMT_OPENRESOURCEFROMNTHANDLE) {
    count = arguments.NumAllocations
    unsafe infos = UnsafeMutableRawPointer(arguments.pOpenAllocationInfo2)
    unsafe runtime = arguments.pPrivateRuntimeData
    runtimeSize = arguments.PrivateRuntimeDataSize
    unsafe resource = arguments.pResourcePrivateDriverData
    resourceSize = arguments.ResourcePrivateDriverDataSize
    unsafe total = arguments.pTotalPrivateDriverDataBuffer
    totalSize = arguments.TotalPrivateDriverDataBufferSize
  }
}

extension OpenBuffers {
  /// Sizes and elements into the frame, and whether there is memory for the answers. Buffers longer than any private
  /// data are not looked at: no such size is right, but for the total, which is written only as far as there is data.
  func decode(stride: Int, into frame: inout Frame<OpenResourceBlock>) throws(Refusal) {
    var block = frame.block
    block.count = count
    block.runtimeSize = runtimeSize
    block.resourceSize = resourceSize
    block.totalSize = totalSize
    frame.block = block
    guard count <= Limit.allocations else {
      throw Refusal(.invalidParameter, "U-033", "NumAllocations", UInt64(count), bound: UInt64(Limit.allocations))
    }
    guard unsafe infos != nil else { throw Refusal(.invalidParameter, "U-113", "pOpenAllocationInfo", 0) }
    guard unsafe runtimeSize == 0 || runtime != nil else {
      throw Refusal(.invalidParameter, "U-113", "pPrivateRuntimeData", 0)
    }
    guard unsafe resourceSize == 0 || resource != nil else {
      throw Refusal(.invalidParameter, "U-113", "pResourcePrivateDriverData", 0)
    }
    guard unsafe totalSize == 0 || total != nil else {
      throw Refusal(.invalidParameter, "U-113", "pTotalPrivateDriverDataBuffer", 0)
    }
    try unsafe CallerMemory.probe(infos, Int(count) * stride, "pOpenAllocationInfo")
    if runtimeSize <= Limit.privateData {
      try unsafe CallerMemory.probe(runtime, Int(runtimeSize), "pPrivateRuntimeData")
    }
    if resourceSize <= Limit.privateData {
      try unsafe CallerMemory.probe(resource, Int(resourceSize), "pResourcePrivateDriverData")
    }
    try frame.makeElements(Int(count), of: OpenedElement.self)
    for index in 0..<Int(count) { unsafe frame.elements(of: OpenedElement.self)[index] = OpenedElement() }
  }

  /// The private data, and each element: its handle, and where in the total buffer its data is (U-119…U-121).
  func write(
    _ opened: OpenedResource, _ frame: borrowing Frame<OpenResourceBlock>, stride: Int
  ) throws(Refusal) {
    // The one buffer that was not probed: only now is known how much of it is written. First of all, so that a call
    // that fails has written nothing (I-033).
    try unsafe CallerMemory.probe(total, opened.data.allocations.count, "pTotalPrivateDriverDataBuffer")
    try unsafe copy(opened.data.runtime, to: runtime, "pPrivateRuntimeData")
    try unsafe copy(opened.data.resource, to: resource, "pResourcePrivateDriverData")
    try unsafe copy(opened.data.allocations, to: total, "pTotalPrivateDriverDataBuffer")
    let elements = unsafe frame.elements(of: OpenedElement.self)
    var offset: UInt = 0
    for index in 0..<frame.elementCount {
      let element = unsafe elements[index]
      // SAFETY: both forms begin with hAllocation, pPrivateDriverData, PrivateDriverDataSize, at 0, 8 and 16.
      let target = unsafe infos! + index * stride
      try unsafe CallerMemory.write(element.handle, to: target, "pOpenAllocationInfo[].hAllocation")
      let place = unsafe total == nil ? 0 : UInt(bitPattern: total) + offset
      try unsafe CallerMemory.write(place, to: target + 8, "pOpenAllocationInfo[].pPrivateDriverData")
      try unsafe CallerMemory.write(
        element.dataSize, to: target + 16, "pOpenAllocationInfo[].PrivateDriverDataSize")
      offset += UInt(element.dataSize)
    }
  }

  private func copy(
    _ bytes: [UInt8], to target: UnsafeMutableRawPointer?, _ argument: Refusal.Argument
  ) throws(Refusal) {
    guard !bytes.isEmpty else { return }
    guard unsafe bytes.withUnsafeBytes({ unsafe dxgk_copy(target, $0.baseAddress, $0.count) }) == 0 else {
      throw Refusal(.invalidParameter, "U-010", argument, UInt64(UInt(bitPattern: target)))
    }
  }
}
