internal import CSystem
public import CWDDM
internal import Dxgkrnl
internal import WDDM

/// Tells what became of a device (U-305).
/// <https://learn.microsoft.com/windows-hardware/drivers/ddi/d3dkmthk/nf-d3dkmthk-d3dkmtgetdevicestate>
@c @implementation
public func D3DKMTGetDeviceState(_ Arguments: UnsafeMutablePointer<D3DKMT_GETDEVICESTATE>!) -> NTSTATUS {
  perform(.getDeviceState, GetDeviceStateBlock.self, caller: dxgk_caller()) { frame throws(Refusal) in
    var arguments = D3DKMT_GETDEVICESTATE()
    try unsafe CallerMemory.read(Arguments, &arguments)
    frame.block.device = arguments.hDevice
    frame.block.type = UInt32(bitPattern: Int32(truncatingIfNeeded: arguments.StateType.rawValue))
    try unsafe CallerMemory.probe(Arguments.answer, D3DKMT_GETDEVICESTATE.answerSize, "Arguments")
  } act: { frame, process throws(Refusal) in
    let target = unsafe Arguments.answer
    switch try process.deviceState(frame.block.device, type: frame.block.type) {
    case .execution(let execution):
      frame.block.state = execution.rawValue
      try unsafe CallerMemory.write(execution.rawValue, to: target, "ExecutionState")
    case .noPageFault:
      // D3DKMT_DEVICEPAGEFAULT_STATE: 32 bytes.
      try unsafe CallerMemory.write(SIMD4<UInt64>.zero, to: target, "PageFaultState")
    case .nothing:
      // Of the kinds about a display VidPnSourceId is an input and stays (user.md 2); the counts are zero.
      switch frame.block.type {
      case 3: try unsafe CallerMemory.write(UInt32(0), to: target, "ResetState")
      case 2: try unsafe CallerMemory.write(InlineArray<4, UInt64>(repeating: 0), to: target + 8, "PresentState")
      case 4: try unsafe CallerMemory.write(InlineArray<5, UInt64>(repeating: 0), to: target + 8, "PresentStateDWM")
      default: try unsafe CallerMemory.write(UInt8(0), to: target + 4, "PresentQueueState")
      }
    }
  }
}

extension UnsafeMutablePointer<D3DKMT_GETDEVICESTATE> {
  /// The union behind hDevice and StateType.
  fileprivate var answer: UnsafeMutableRawPointer { unsafe UnsafeMutableRawPointer(self) + 8 }
}

extension D3DKMT_GETDEVICESTATE {
  fileprivate static var answerSize: Int { MemoryLayout<Self>.size - 8 }
}
