internal import CWDDM
internal import DDI
internal import Locks
internal import Synchronization
package import WDDM

extension Process {
  /// D3DKMTCreateDevice: a device on an adapter, and with the first one the driver's process object (K-014).
  ///
  /// - Parameters:
  ///   - adapter: `hAdapter`.
  ///   - flags: `D3DKMT_CREATEDEVICEFLAGS`: LegacyMode, RequestVSync, DisableGpuTimeout.
  /// - Returns: the device's handle.
  /// - Throws: `STATUS_INVALID_PARAMETER` for a bad adapter handle (W-033) or reserved flags (U-039),
  ///   `STATUS_DEVICE_REMOVED` for an adapter that was stopped (U-016), `STATUS_NO_MEMORY` for a full table (D-003), or
  ///   the driver's status (K-209).
  package func createDevice(adapter adapterHandle: UInt32, flags: UInt32) throws(Refusal) -> UInt32 {
    guard flags & ~0b111 == 0 else { throw Refusal(.invalidParameter, "U-039", "Flags", UInt64(flags)) }
    gate.enter()
    defer { leaveGate() }
    try refuseAfterExit()
    let adapter = try adapterInside(adapterHandle)
    guard adapter.isRunning else { throw Refusal(.deviceRemoved, "U-016", "hAdapter", UInt64(adapterHandle)) }

    let attachment = state.value.attachment(to: adapter)
    let mark = state.value.writer.mark
    let device = state.value.devices.take { Device(attachment: attachment) }
    guard let handle = handles.reserve(.device, device, &state.value.writer) else {
      state.value.devices.giveBack(device)
      throw Refusal(
        .noMemory, "D-003", "hDevice", UInt64(state.value.writer.live) + 1, bound: UInt64(state.value.writer.limit))
    }
    device.value.handle = handle
    do throws(Refusal) {
      try createInDriver(device, attachment, adapter)
    } catch {
      handles.retire(handle, &state.value.writer)
      state.value.writer.rewind(to: mark)
      state.value.devices.giveBack(device)
      throw error
    }
    attachment.state.withLock { $0.devices += 1 }
    adapter.devices.withLock { $0.append(Adapter.DeviceEntry(process: ordinal, device: device)) }
    handles.publish(handle)
    kernel.events?.record(
      .deviceCreated(process: ordinal, device: handle, adapter: adapter.ordinal))
    return handle
  }

  /// The driver's process object, if this is the first device, and its device. A process object that was made for a
  /// device that then failed goes again.
  private func createInDriver(
    _ device: Record<Device>, _ attachment: Attachment, _ adapter: Adapter
  ) throws(Refusal) {
    let behalf = OnBehalf(process: self)
    let known = attachment.state.withLock { ($0.hasDriverProcess, $0.driverProcess) }
    var driverProcess = known.1
    if !known.0 {
      driverProcess = try adapter.driver.createProcess(behalf, HANDLE(bits: UInt(ordinal) + 1)!)
    }
    do throws(Refusal) {
      device.value.driverHandle = try adapter.driver.createDevice(
        behalf, HANDLE(bits: UInt(device.value.handle))!, hKmdProcess: driverProcess)
    } catch {
      if !known.0, let driverProcess { adapter.driver.destroyProcess(behalf, driverProcess) }
      throw error
    }
    attachment.state.withLock { state in
      state.hasDriverProcess = true
      state.driverProcess = driverProcess
    }
  }
}
