internal import CSystem
public import CWDDM
internal import Dxgkrnl
internal import WDDM

/// Tells the global handle of what a source shows, or 0 (U-087).
/// <https://learn.microsoft.com/windows-hardware/drivers/ddi/d3dkmthk/nf-d3dkmthk-d3dkmtgetsharedprimaryhandle>
@c @implementation
public func D3DKMTGetSharedPrimaryHandle(
  _ Arguments: UnsafeMutablePointer<D3DKMT_GETSHAREDPRIMARYHANDLE>!
) -> NTSTATUS {
  perform(.getSharedPrimaryHandle, GetSharedPrimaryHandleBlock.self, caller: dxgk_caller()) { frame throws(Refusal) in
    var arguments = D3DKMT_GETSHAREDPRIMARYHANDLE()
    try unsafe CallerMemory.read(Arguments, &arguments)
    frame.block.adapter = arguments.hAdapter
    frame.block.source = arguments.VidPnSourceId
    try unsafe CallerMemory.probe(Arguments.answer, 4, "hSharedPrimary")
  } act: { frame, process throws(Refusal) in
    let handle = try process.sharedPrimary(adapter: frame.block.adapter, source: frame.block.source)
    frame.block.sharedPrimary = handle
    try unsafe CallerMemory.write(handle, to: Arguments.answer, "hSharedPrimary")
  }
}

extension UnsafeMutablePointer<D3DKMT_GETSHAREDPRIMARYHANDLE> {
  /// hSharedPrimary, behind hAdapter and VidPnSourceId.
  fileprivate var answer: UnsafeMutableRawPointer { unsafe UnsafeMutableRawPointer(self) + 8 }
}
