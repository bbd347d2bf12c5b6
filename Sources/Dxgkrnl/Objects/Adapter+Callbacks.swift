package import CWDDM
internal import DDI
internal import Locks
internal import Synchronization
package import WDDM

/// What a driver may ask of the kernel. Everything here takes state locks only.
extension Adapter: KernelCallbacks {
  package func getDeviceInformation(_ deviceHandle: HANDLE?, _ info: inout DXGK_DEVICE_INFO) -> NTStatus {
    info = DXGK_DEVICE_INFO()
    info.SystemMemorySize.QuadPart = Int64(clamping: kernel.memory.installed)
    info.HighestPhysicalAddress.QuadPart = Int64(clamping: kernel.memory.installed - 1)
    bar.resources.describe(in: &info)
    return .success
  }

  package func mapMemory(
    _ deviceHandle: HANDLE?, _ translatedAddress: PHYSICAL_ADDRESS, _ length: UInt32, _ inIoSpace: BOOLEAN,
    _ mapToUserMode: BOOLEAN, _ cacheType: MEMORY_CACHING_TYPE, _ virtualAddress: inout UInt
  ) -> NTStatus {
    // There is no I/O space, so a range of it lies outside of every resource.
    guard inIoSpace == 0, let physical = UInt64(exactly: translatedAddress.QuadPart) else { return .invalidParameter }
    do throws(Refusal) {
      virtualAddress = UInt(try bar.map(physical: physical, bytes: UInt64(length)))
      return .success
    } catch { return error.status }
  }

  package func unmapMemory(_ deviceHandle: HANDLE?, _ virtualAddress: UInt) -> NTStatus {
    do throws(Refusal) {
      try bar.unmap(UInt64(virtualAddress))
      return .success
    } catch { return error.status }
  }

  package func isFeatureEnabled(_ args: inout DXGKARGCB_ISFEATUREENABLED) -> NTStatus {
    args.Enabled = isEnabled(UInt32(args.FeatureId.rawValue)) ? 1 : 0
    return .success
  }

  package func queryFeatureSupport(_ args: inout DXGKARGCB_QUERYFEATURESUPPORT) -> NTStatus {
    args.Enabled = isEnabled(UInt32(args.FeatureId.rawValue)) ? 1 : 0
    return .success
  }

  private func isEnabled(_ feature: UInt32) -> Bool {
    guard feature < 32 else { return false }
    let enabled = kernel.features.contains(Features(rawValue: 1 << feature))
    if enabled, Features(rawValue: 1 << feature) == .shareBackingStore {
      askedForBackingStore.store(true, ordering: .relaxed)
    }
    return enabled
  }
}

// MARK: - Handles

extension Adapter {
  package func getHandleData(_ args: DXGKARGCB_GETHANDLEDATA) -> HANDLE? {
    CurrentCall.withProcess(as: Process.self) { process in data(of: args, in: process) } ?? nil
  }

  @inline(__always)
  private func data(of args: DXGKARGCB_GETHANDLEDATA, in process: Process) -> HANDLE? {
    switch args.Type {
    case DXGK_HANDLE_ALLOCATION:
      // Handles of the creating call resolve already (K-203).
      guard let opening = process.handles.peek(args.hObject, .allocation, reservedToo: true),
        opening.value.device.value.onAdapter === self
      else { return nil }
      return args.Flags.DeviceSpecific != 0
        ? opening.value.driverHandle : opening.value.allocation.value.driverHandle
    case DXGK_HANDLE_RESOURCE:
      // DeviceSpecific goes with allocations only (K-202).
      guard args.Flags.DeviceSpecific == 0,
        let resource = process.handles.peek(args.hObject, .resource, reservedToo: true),
        resource.value.device.value.onAdapter === self
      else { return nil }
      return resource.value.driverHandle
    default: return nil
    }
  }

  package func getHandleParent(_ allocation: D3DKMT_HANDLE) -> D3DKMT_HANDLE {
    guard let process = CurrentCall.process(as: Process.self),
      let opening = process.handles.peek(allocation, .allocation, reservedToo: true),
      opening.value.device.value.onAdapter === self
    else { return 0 }
    return opening.value.resource?.value.handle ?? 0
  }

  package func enumHandleChildren(_ args: DXGKARGCB_ENUMHANDLECHILDREN) -> D3DKMT_HANDLE {
    guard let process = CurrentCall.process(as: Process.self),
      let resource = process.handles.peek(args.hObject, .resource, reservedToo: true),
      resource.value.device.value.onAdapter === self
    else { return 0 }
    return resource.value.openings.at(Int(args.Index))?.value.handle ?? 0
  }

  package func acquireHandleData(_ args: DXGKARGCB_GETHANDLEDATA, _ release: inout HANDLE?) -> HANDLE? {
    release = nil
    guard let process = CurrentCall.process(as: Process.self), getHandleData(args) != nil else { return nil }
    let isHeld: Bool
    switch args.Type {
    case DXGK_HANDLE_ALLOCATION: isHeld = process.handles.hold(args.hObject, .allocation)
    case DXGK_HANDLE_RESOURCE: isHeld = process.handles.hold(args.hObject, .resource)
    default: isHeld = false
    }
    guard isHeld else { return nil }
    // The token names process and handle; it is a number to the driver and never followed.
    release = HANDLE(bits: UInt(process.ordinal + 1) << 32 | UInt(args.hObject))
    return getHandleData(args)
  }

  package func releaseHandleData(_ args: DXGKARGCB_RELEASEHANDLEDATA) {
    let token = args.ReleaseHandle.bits
    guard let process = kernel.processes.first(where: { UInt($0.ordinal) + 1 == token >> 32 }) else { return }
    process.giveBack(UInt32(truncatingIfNeeded: token))
  }
}
