internal import Locks
internal import Synchronization
package import WDDM

/// What D3DKMTGetDeviceState answers, by `StateType`.
package enum DeviceState: Sendable, Equatable {
  /// D3DKMT_DEVICESTATE_EXECUTION.
  case execution(DeviceExecution)
  /// D3DKMT_DEVICESTATE_PRESENT and the other kinds about a display, of which there is none: all zero.
  case nothing
  /// D3DKMT_DEVICESTATE_PAGE_FAULT: no page fault happened; all zero.
  case noPageFault
}

extension Process {
  /// D3DKMTGetDeviceState. It tells a removed device from one in error, which every other call treats alike (U-305).
  ///
  /// - Parameter type: `StateType`: 1 execution, 2 present, 3 reset, 4 present of the compositor, 5 page fault, 6
  ///   queue.
  /// - Throws: `STATUS_INVALID_PARAMETER` for a bad device (U-017) or type (U-305).
  package func deviceState(_ handle: UInt32, type: UInt32) throws(Refusal) -> DeviceState {
    guard let device = handles.resolve(handle, .device) else {
      throw Refusal(.invalidParameter, "U-017", "hDevice", UInt64(handle))
    }
    defer { release(handle) }
    switch type {
    case 1:
      let execution = device.value.execution.load(ordering: .relaxed)
      return .execution(DeviceExecution(rawValue: execution) ?? .error)
    case 5: return .noPageFault
    case 2, 3, 4, 6: return .nothing
    default: throw Refusal(.invalidParameter, "U-305", "StateType", UInt64(type))
    }
  }

  /// D3DKMTMarkDeviceAsError: its owner gives the device up (U-307). From now on it answers as a removed one (I-078).
  ///
  /// - Parameter reason: D3DKMT_DEVICE_ERROR_REASON: 0x80000000 generic, 0x80000006 driver error.
  /// - Throws: `STATUS_INVALID_PARAMETER` for a bad device (U-017) or reason (U-307).
  package func markDeviceAsError(_ handle: UInt32, reason: UInt32) throws(Refusal) {
    guard reason == 0x8000_0000 || reason == 0x8000_0006 else {
      throw Refusal(.invalidParameter, "U-307", "Reason", UInt64(reason))
    }
    guard let device = handles.resolve(handle, .device) else {
      throw Refusal(.invalidParameter, "U-017", "hDevice", UInt64(handle))
    }
    defer { release(handle) }
    if device.value.end(.error) {
      kernel.events?.record(
        .deviceRemoved(process: ordinal, device: handle, state: DeviceExecution.error.rawValue))
    }
  }
}
