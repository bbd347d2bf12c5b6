internal import CSystem
public import CWDDM
internal import Dxgkrnl
internal import WDDM

/// Opens the adapter that has this LUID; each open gives another handle (U-012).
/// <https://learn.microsoft.com/windows-hardware/drivers/ddi/d3dkmthk/nf-d3dkmthk-d3dkmtopenadapterfromluid>
@c @implementation
public func D3DKMTOpenAdapterFromLuid(_ Arguments: UnsafeMutablePointer<D3DKMT_OPENADAPTERFROMLUID>!) -> NTSTATUS {
  perform(.openAdapterFromLuid, OpenAdapterFromLuidBlock.self, caller: dxgk_caller(), beginsAnew: true) {
    frame throws(Refusal) in
    var arguments = D3DKMT_OPENADAPTERFROMLUID()
    try unsafe CallerMemory.read(Arguments, &arguments)
    frame.block.luidLow = arguments.AdapterLuid.LowPart
    frame.block.luidHigh = arguments.AdapterLuid.HighPart
    try unsafe CallerMemory.probe(Arguments.hAdapterSlot, 4, "hAdapter")
  } act: { frame, process throws(Refusal) in
    let adapter = try process.openAdapter(luid: frame.block.luid)
    frame.block.adapter = adapter
    try unsafe CallerMemory.write(adapter, to: Arguments.hAdapterSlot, "hAdapter") {
      try? process.closeAdapter(adapter)
    }
  }
}

extension UnsafeMutablePointer<D3DKMT_OPENADAPTERFROMLUID> {
  fileprivate var hAdapterSlot: UnsafeMutableRawPointer {
    unsafe UnsafeMutableRawPointer(self) + MemoryLayout<D3DKMT_OPENADAPTERFROMLUID>.offset(of: \.hAdapter)!
  }
}

extension OpenAdapterFromLuidBlock {
  /// The LUID as one number: the high part above the low one.
  var luid: UInt64 { UInt64(UInt32(bitPattern: luidHigh)) << 32 | UInt64(luidLow) }
}
