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
  /// - Throws: `STATUS_INVALID_PARAMETER` for a bad adapter handle (W-033) or reserved flags (U-039), `STATUS_DEVICE_REMOVED`
  ///   for an adapter that was stopped (U-016), `STATUS_NO_MEMORY` for a full table (D-003), or the driver's status (K-209).
  package func createDevice(adapter adapterHandle: UInt32, flags: UInt32) throws(Refusal) -> UInt32 {
    guard flags & ~0b111 == 0 else { throw Refusal(.invalidParameter, "U-039", "Flags", UInt64(flags)) }
    let adapter = try adapter(adapterHandle)
    enter(adapter)
    defer { leave(adapter) }
    guard handles.peek(adapterHandle, .adapter) != nil else {
      throw Refusal(.invalidParameter, "U-012", "hAdapter", UInt64(adapterHandle))
    }
    guard adapter.isRunning else { throw Refusal(.deviceRemoved, "U-016", "hAdapter", UInt64(adapterHandle)) }

    let (attachment, mark, reserved) = state.withLock { state -> (Attachment, HandleTable.Writer.Mark, Reserved?) in
      let attachment = state.attachment(to: adapter)
      let mark = state.writer.mark
      let device = state.devices.take(Device(attachment: attachment))
      guard let handle = handles.reserve(.device, device, &state.writer) else {
        state.devices.giveBack(device)
        return (attachment, mark, nil)
      }
      device.value.handle = handle
      return (attachment, mark, Reserved(device: device, handle: handle))
    }
    guard let reserved else { throw Refusal(.noMemory, "D-003", "hDevice") }
    do throws(Refusal) {
      try createInDriver(reserved, attachment, adapter)
    } catch {
      state.withLock { state in
        handles.retire(reserved.handle, &state.writer)
        state.writer.rewind(to: mark)
        state.devices.giveBack(reserved.device)
      }
      throw error
    }
    attachment.state.withLock { $0.devices += 1 }
    adapter.devices.withLock { $0.append(Adapter.DeviceEntry(process: ordinal, device: reserved.device)) }
    handles.publish(reserved.handle)
    kernel.events?.record(
      .deviceCreated(process: ordinal, device: reserved.handle, adapter: adapter.ordinal))
    return reserved.handle
  }

  private struct Reserved {
    let device: Record<Device>
    let handle: UInt32
  }

  /// The driver's process object, if this is the first device, and its device. A process object that was made for a device
  /// that then failed goes again.
  private func createInDriver(
    _ reserved: Reserved, _ attachment: Attachment, _ adapter: Adapter
  ) throws(Refusal) {
    let behalf = OnBehalf(process: self)
    let known = attachment.state.withLock { ($0.hasDriverProcess, $0.driverProcess) }
    var driverProcess = known.1
    if !known.0 {
      driverProcess = try adapter.driver.createProcess(behalf, HANDLE(bits: UInt(ordinal) + 1)!)
    }
    do throws(Refusal) {
      reserved.device.value.driverHandle = try adapter.driver.createDevice(
        behalf, HANDLE(bits: UInt(reserved.handle))!, hKmdProcess: driverProcess)
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
