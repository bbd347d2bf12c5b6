internal import CSystem
public import CWDDM
internal import Dxgkrnl
internal import WDDM

/// Lists the adapters, each with a fresh handle; with a NULL array it tells how many rows are enough (U-013, U-014).
/// <https://learn.microsoft.com/windows-hardware/drivers/ddi/d3dkmthk/nf-d3dkmthk-d3dkmtenumadapters2>
@c @implementation
public func D3DKMTEnumAdapters2(_ Arguments: UnsafePointer<D3DKMT_ENUMADAPTERS2>!) -> NTSTATUS {
  let count = MemoryLayout<D3DKMT_ENUMADAPTERS2>.offset(of: \.NumAdapters)!
  return unsafe enumAdapters(.enumAdapters2, caller: dxgk_caller(), at: Arguments, count: count) {
    request throws(Refusal) in
    var arguments = D3DKMT_ENUMADAPTERS2()
    try unsafe CallerMemory.read(Arguments, &arguments)
    request.capacity = arguments.NumAdapters
    unsafe request.rows = arguments.pAdapters
  }
}

/// What both enumerations ask for.
@safe struct EnumAdaptersRequest {
  /// Nil: all adapters (EnumAdapters2).
  var filter: UInt64?
  var capacity: UInt32 = 0
  var rows: UnsafeMutablePointer<D3DKMT_ADAPTERINFO>?
}

/// - Parameters:
///   - arguments: the caller's block, into which NumAdapters goes at offset `count`.
///   - read: copies the block.
@inline(__always)
func enumAdapters(
  _ entryPoint: EntryPoint, caller: UInt, at arguments: UnsafeRawPointer?, count: Int,
  read: (inout EnumAdaptersRequest) throws(Refusal) -> Void
) -> Int32 {
  var request = EnumAdaptersRequest()
  // The C declaration says const, and the function writes NumAdapters all the same.
  let target = unsafe UnsafeMutableRawPointer(mutating: arguments).map { unsafe $0 + count }
  return perform(entryPoint, EnumAdaptersBlock.self, caller: caller, beginsAnew: true) { frame throws(Refusal) in
    try read(&request)
    frame.block.filter = request.filter ?? .max
    frame.block.capacity = request.capacity
    try unsafe CallerMemory.probe(target, 4, "NumAdapters")
    guard let rows = unsafe request.rows else { return }
    // A caller may announce more rows than any machine has adapters; only those that can be filled are looked at.
    let capacity = Int(min(request.capacity, EnumAdaptersRequest.rowLimit))
    try unsafe CallerMemory.probe(rows, capacity * MemoryLayout<D3DKMT_ADAPTERINFO>.stride, "pAdapters")
    frame.block.rows = UInt32(capacity)
    try frame.makeElements(capacity, of: AdapterRow.self)
    unsafe frame.elements(of: AdapterRow.self).initialize(repeating: AdapterRow())
  } act: { frame, process throws(Refusal) in
    guard let rows = unsafe request.rows else {
      frame.block.count = process.adapterCapacity
      return try unsafe CallerMemory.write(process.adapterCapacity, to: target, "NumAdapters")
    }
    let elements = unsafe frame.elements(of: AdapterRow.self)
    var span = unsafe elements.mutableSpan
    let found = try process.enumAdapters(filter: request.filter, into: &span)
    frame.block.count = UInt32(found)
    do throws(Refusal) {
      for index in 0..<found {
        let row = unsafe elements[index]
        var info = D3DKMT_ADAPTERINFO()
        info.hAdapter = row.adapter
        info.AdapterLuid.LowPart = row.luidLow
        info.AdapterLuid.HighPart = row.luidHigh
        info.NumOfSources = row.sources
        try unsafe CallerMemory.write(info, to: rows + index, "pAdapters")
      }
      try unsafe CallerMemory.write(UInt32(found), to: target, "NumAdapters")
    } catch {
      for index in 0..<found { try? process.closeAdapter(unsafe elements[index].adapter) }
      throw error
    }
  }
}

extension EnumAdaptersRequest {
  /// More adapters than a kernel has (W-015).
  static var rowLimit: UInt32 { 64 }
}
