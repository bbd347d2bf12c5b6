internal import CSystem
public import CWDDM
internal import Dxgkrnl
internal import WDDM

/// Ends an adapter handle; what was made through it lives on (I-010).
/// <https://learn.microsoft.com/windows-hardware/drivers/ddi/d3dkmthk/nf-d3dkmthk-d3dkmtcloseadapter>
@c @implementation
public func D3DKMTCloseAdapter(_ Arguments: UnsafePointer<D3DKMT_CLOSEADAPTER>!) -> NTSTATUS {
  perform(.closeAdapter, AdapterBlock.self, caller: dxgk_caller()) { frame throws(Refusal) in
    var arguments = D3DKMT_CLOSEADAPTER()
    try unsafe CallerMemory.read(Arguments, &arguments)
    frame.block.adapter = arguments.hAdapter
  } act: { frame, process throws(Refusal) in
    try process.closeAdapter(frame.block.adapter)
  }
}
