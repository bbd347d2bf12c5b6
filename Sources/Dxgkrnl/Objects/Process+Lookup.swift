internal import WDDM

// MARK: - Looking at an allocation from outside of the gate

extension Process {
  /// Runs `body` with an allocation of a device, a reference on each held meanwhile.
  ///
  /// - Throws: `STATUS_INVALID_PARAMETER` for a bad device (U-017), a bad allocation (U-096), another device's
  ///   allocation (U-098); what `body` throws.
  @inline(__always)
  func withAllocation<Result>(
    _ deviceHandle: UInt32, _ handle: UInt32,
    _ body: (Record<Device>, Record<Opening>) throws(Refusal) -> Result
  ) throws(Refusal) -> Result {
    guard let device = handles.resolve(deviceHandle, .device) else {
      throw Refusal(.invalidParameter, "U-017", "hDevice", UInt64(deviceHandle))
    }
    defer { release(deviceHandle) }
    guard let opening = handles.resolve(handle, .allocation) else {
      throw Refusal(.invalidParameter, "U-096", "hAllocation", UInt64(handle))
    }
    defer { release(handle) }
    guard opening.value.device == device else {
      throw Refusal(.invalidParameter, "U-098", "hAllocation", UInt64(handle))
    }
    return try body(device, opening)
  }
}

extension Record where Value == Device {
  /// - Throws: `STATUS_DEVICE_REMOVED` for a device that does not work any more, or whose adapter does not (U-302).
  @inline(__always)
  func requireActive() throws(Refusal) {
    guard value.isActive, value.adapter.isRunning else {
      throw Refusal(.deviceRemoved, "U-302", "hDevice", UInt64(value.handle))
    }
  }
}
