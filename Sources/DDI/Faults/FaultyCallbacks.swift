import CWDDM
import WDDM

/// The kernel's callbacks, failing as a plan says before the kernel hears of them.
final class FaultyCallbacks: KernelCallbacks {
  private let base: any KernelCallbacks
  /// The kernel's name of the device; the driver knows one of ours.
  private let device: HANDLE
  private let faults: FaultInjector

  init(_ kernel: KernelInterface, _ faults: FaultInjector) {
    base = kernel.callbacks
    device = kernel.deviceHandle
    self.faults = faults
  }

  private func ask(_ callback: KernelCallback, _ body: () -> NTStatus) -> NTStatus {
    guard let fault = faults.hit(.callback(callback)) else { return body() }
    return fault.status ?? .unsuccessful
  }

  /// What answers with a value, and fails with none.
  private func ask<Answer>(_ callback: KernelCallback, _ nothing: Answer, _ body: () -> Answer) -> Answer {
    faults.hit(.callback(callback)) == nil ? body() : nothing
  }

  func getDeviceInformation(_ deviceHandle: HANDLE?, _ info: inout DXGK_DEVICE_INFO) -> NTStatus {
    ask(.getDeviceInformation) { base.getDeviceInformation(device, &info) }
  }
  func mapMemory(
    _ deviceHandle: HANDLE?, _ translatedAddress: PHYSICAL_ADDRESS, _ length: UInt32, _ inIoSpace: BOOLEAN,
    _ mapToUserMode: BOOLEAN, _ cacheType: MEMORY_CACHING_TYPE, _ virtualAddress: inout UInt
  ) -> NTStatus {
    ask(.mapMemory) {
      base.mapMemory(device, translatedAddress, length, inIoSpace, mapToUserMode, cacheType, &virtualAddress)
    }
  }
  func unmapMemory(_ deviceHandle: HANDLE?, _ virtualAddress: UInt) -> NTStatus {
    base.unmapMemory(device, virtualAddress)
  }
  func isFeatureEnabled(_ args: inout DXGKARGCB_ISFEATUREENABLED) -> NTStatus {
    let given = args.DeviceHandle
    defer { args.DeviceHandle = given }
    args.DeviceHandle = device
    return ask(.isFeatureEnabled) { base.isFeatureEnabled(&args) }
  }
  func queryFeatureSupport(_ args: inout DXGKARGCB_QUERYFEATURESUPPORT) -> NTStatus {
    let given = args.DeviceHandle
    defer { args.DeviceHandle = given }
    args.DeviceHandle = device
    return ask(.queryFeatureSupport) { base.queryFeatureSupport(&args) }
  }
  func getHandleData(_ args: DXGKARGCB_GETHANDLEDATA) -> HANDLE? {
    ask(.getHandleData, nil) { base.getHandleData(args) }
  }
  func getHandleParent(_ allocation: D3DKMT_HANDLE) -> D3DKMT_HANDLE {
    ask(.getHandleParent, 0) { base.getHandleParent(allocation) }
  }
  func enumHandleChildren(_ args: DXGKARGCB_ENUMHANDLECHILDREN) -> D3DKMT_HANDLE {
    ask(.enumHandleChildren, 0) { base.enumHandleChildren(args) }
  }
  func acquireHandleData(_ args: DXGKARGCB_GETHANDLEDATA, _ release: inout HANDLE?) -> HANDLE? {
    ask(.acquireHandleData, nil) { base.acquireHandleData(args, &release) }
  }
  func releaseHandleData(_ args: DXGKARGCB_RELEASEHANDLEDATA) { base.releaseHandleData(args) }
}
