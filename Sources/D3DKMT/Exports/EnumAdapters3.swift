internal import CSystem
public import CWDDM
internal import Dxgkrnl
internal import WDDM

/// EnumAdapters2 with a filter: without its bits, compute-only and display-only adapters are left out (W-031).
/// <https://learn.microsoft.com/windows-hardware/drivers/ddi/d3dkmthk/nf-d3dkmthk-d3dkmtenumadapters3>
@c @implementation
public func D3DKMTEnumAdapters3(_ Arguments: UnsafeMutablePointer<D3DKMT_ENUMADAPTERS3>!) -> NTSTATUS {
  let count = MemoryLayout<D3DKMT_ENUMADAPTERS3>.offset(of: \.NumAdapters)!
  return unsafe enumAdapters(.enumAdapters3, caller: dxgk_caller(), at: UnsafeRawPointer(Arguments), count: count) {
    request throws(Refusal) in
    var arguments = D3DKMT_ENUMADAPTERS3()
    try unsafe CallerMemory.read(Arguments, &arguments)
    request.filter = arguments.Filter.Value
    request.capacity = arguments.NumAdapters
    unsafe request.rows = arguments.pAdapters
  }
}
