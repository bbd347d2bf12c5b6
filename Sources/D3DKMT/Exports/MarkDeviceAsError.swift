internal import CSystem
public import CWDDM
internal import Dxgkrnl
internal import WDDM

/// Puts a device into the error state, for good (U-307).
/// <https://learn.microsoft.com/windows-hardware/drivers/ddi/d3dkmthk/nf-d3dkmthk-d3dkmtmarkdeviceaserror>
@c @implementation
public func D3DKMTMarkDeviceAsError(_ Arguments: UnsafeMutablePointer<D3DKMT_MARKDEVICEASERROR>!) -> NTSTATUS {
  perform(.markDeviceAsError, MarkDeviceAsErrorBlock.self, caller: dxgk_caller()) { frame throws(Refusal) in
    var arguments = D3DKMT_MARKDEVICEASERROR()
    try unsafe CallerMemory.read(Arguments, &arguments)
    frame.block.device = arguments.hDevice
    frame.block.reason = UInt32(bitPattern: Int32(truncatingIfNeeded: arguments.Reason.rawValue))
  } act: { frame, process throws(Refusal) in
    try process.markDeviceAsError(frame.block.device, reason: frame.block.reason)
  }
}
