internal import CSystem
public import CWDDM
internal import Dxgkrnl
internal import WDDM

/// Ends a device and everything that belongs to it (U-106).
/// <https://learn.microsoft.com/windows-hardware/drivers/ddi/d3dkmthk/nf-d3dkmthk-d3dkmtdestroydevice>
@c @implementation
public func D3DKMTDestroyDevice(_ Arguments: UnsafePointer<D3DKMT_DESTROYDEVICE>!) -> NTSTATUS {
  perform(.destroyDevice, DeviceBlock.self, caller: dxgk_caller()) { frame throws(Refusal) in
    var arguments = D3DKMT_DESTROYDEVICE()
    try unsafe CallerMemory.read(Arguments, &arguments)
    frame.block.device = arguments.hDevice
  } act: { frame, process throws(Refusal) in
    try process.destroyDevice(frame.block.device)
  }
}
