package import CWDDM
package import WDDM

// The wire, as a C table wants it: an empty slot answers STATUS_NOT_SUPPORTED.
//
// SAFETY, for every call in these files: the slot holds a function of the driver with the signature that the DDI gives
// it, and the driver's image stays loaded as long as this object lives. Blocks are passed where they are.
extension ForeignMiniport {
  package func addDevice(_ physicalDevice: HANDLE?, _ context: inout HANDLE?) -> NTStatus {
    guard let function = unsafe table.slots.pointee.DxgkDdiAddDevice else { return .notSupported }
    var pointer: UnsafeMutableRawPointer?
    let status = unsafe NTStatus(rawValue: function(OpaquePointer(physicalDevice?.rawValue), &pointer))
    context = HANDLE(bits: UInt(bitPattern: pointer))
    return status
  }

  package func startDevice(
    _ context: HANDLE?, _ info: inout DXGK_START_INFO, _ kernel: KernelInterface, _ sources: inout UInt32,
    _ children: inout UInt32
  ) -> NTStatus {
    guard let function = unsafe table.slots.pointee.DxgkDdiStartDevice else { return .notSupported }
    interface.fill(for: kernel.deviceHandle, interfaceVersion)
    return unsafe NTStatus(rawValue: function(context?.rawValue, &info, interface.slots, &sources, &children))
  }

  package func stopDevice(_ context: HANDLE?) -> NTStatus {
    guard let function = unsafe table.slots.pointee.DxgkDdiStopDevice else { return .notSupported }
    return unsafe NTStatus(rawValue: function(context?.rawValue))
  }

  package func stopDeviceAndReleasePostDisplayOwnership(
    _ context: HANDLE?, _ target: UInt32, _ display: inout DXGK_DISPLAY_INFORMATION
  ) -> NTStatus {
    guard let function = unsafe table.slots.pointee.DxgkDdiStopDeviceAndReleasePostDisplayOwnership else {
      return .notSupported
    }
    return unsafe NTStatus(rawValue: function(context?.rawValue, target, &display))
  }

  package func removeDevice(_ context: HANDLE?) -> NTStatus {
    guard let function = unsafe table.slots.pointee.DxgkDdiRemoveDevice else { return .notSupported }
    return unsafe NTStatus(rawValue: function(context?.rawValue))
  }

  package func notifySurpriseRemoval(_ context: HANDLE?, _ type: DXGK_SURPRISE_REMOVAL_TYPE) -> NTStatus {
    guard let function = unsafe table.slots.pointee.DxgkDdiNotifySurpriseRemoval else { return .notSupported }
    return unsafe NTStatus(rawValue: function(context?.rawValue, type))
  }

  package func resetFromTimeout(_ adapter: HANDLE?) -> NTStatus {
    guard let function = unsafe table.slots.pointee.DxgkDdiResetFromTimeout else { return .notSupported }
    return NTStatus(rawValue: function(adapter))
  }

  package func restartFromTimeout(_ adapter: HANDLE?) -> NTStatus {
    guard let function = unsafe table.slots.pointee.DxgkDdiRestartFromTimeout else { return .notSupported }
    return NTStatus(rawValue: function(adapter))
  }

  package func unload() {
    guard let function = unsafe table.slots.pointee.DxgkDdiUnload else { return }
    function()
  }

  package func queryAdapterInfo(_ adapter: HANDLE?, _ args: inout DXGKARG_QUERYADAPTERINFO) -> NTStatus {
    guard let function = unsafe table.slots.pointee.DxgkDdiQueryAdapterInfo else { return .notSupported }
    return unsafe NTStatus(rawValue: function(adapter, &args))
  }

  package func createProcess(_ adapter: HANDLE?, _ args: inout DXGKARG_CREATEPROCESS) -> NTStatus {
    guard let function = unsafe table.slots.pointee.DxgkDdiCreateProcess else { return .notSupported }
    return unsafe NTStatus(rawValue: function(adapter, &args))
  }

  package func destroyProcess(_ adapter: HANDLE?, _ process: HANDLE?) -> NTStatus {
    guard let function = unsafe table.slots.pointee.DxgkDdiDestroyProcess else { return .notSupported }
    return NTStatus(rawValue: function(adapter, process))
  }

  package func createDevice(_ adapter: HANDLE?, _ args: inout DXGKARG_CREATEDEVICE) -> NTStatus {
    guard let function = unsafe table.slots.pointee.DxgkDdiCreateDevice else { return .notSupported }
    return unsafe NTStatus(rawValue: function(adapter, &args))
  }

  package func destroyDevice(_ device: HANDLE?) -> NTStatus {
    guard let function = unsafe table.slots.pointee.DxgkDdiDestroyDevice else { return .notSupported }
    return NTStatus(rawValue: function(device))
  }
}
