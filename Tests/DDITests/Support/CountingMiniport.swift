import CWDDM
import DDI
import Locks
import WDDM

/// A wrapper of the wire that only counts, both ways: the shape of a verifier, an injector of faults and a recorder.
final class CountingMiniport: Miniport {
  let base: any Miniport
  private let counts = Guarded<[DriverFunction: Int]>([:], rank: .trace)
  private let started = Guarded<Started?>(nil, rank: .trace)

  /// What stands between the driver and the kernel's callbacks while the device is started.
  struct Started: Sendable {
    let callbacks: CountingCallbacks
    let target: CallbackTarget
    let cell: DeviceCell
  }

  init(_ base: any Miniport) { self.base = base }

  var interfaceVersion: InterfaceVersion { base.interfaceVersion }
  var functions: DriverFunctions { base.functions }
  var callbacks: CountingCallbacks? { started.withLock { $0?.callbacks } }
  func count(_ function: DriverFunction) -> Int { counts.withLock { $0[function] ?? 0 } }

  /// Counts, and lets the driver's callbacks come to ours first.
  private func pass<Answer>(_ function: DriverFunction, _ body: () -> Answer) -> Answer {
    counts.withLock { $0[function, default: 0] += 1 }
    guard let target = started.withLock({ $0?.target }) else { return body() }
    return CurrentCall.redirected(to: target, body)
  }

  func startDevice(
    _ context: HANDLE?, _ info: inout DXGK_START_INFO, _ kernel: KernelInterface, _ sources: inout UInt32,
    _ children: inout UInt32
  ) -> NTStatus {
    let ours = CountingCallbacks(kernel)
    let cell = DeviceCell.make(for: ours)
    started.withLock { $0 = Started(callbacks: ours, target: CallbackTarget(ours), cell: cell) }
    let inner = KernelInterface(callbacks: ours, deviceHandle: cell.handle)
    return pass(.startDevice) { base.startDevice(context, &info, inner, &sources, &children) }
  }

  func stopDevice(_ context: HANDLE?) -> NTStatus {
    let status = pass(.stopDevice) { base.stopDevice(context) }
    started.withLock { $0 }?.cell.revoke()
    return status
  }

  func addDevice(_ physicalDevice: HANDLE?, _ context: inout HANDLE?) -> NTStatus {
    pass(.addDevice) { base.addDevice(physicalDevice, &context) }
  }
  func resetFromTimeout(_ adapter: HANDLE?) -> NTStatus {
    pass(.resetFromTimeout) { base.resetFromTimeout(adapter) }
  }
  func restartFromTimeout(_ adapter: HANDLE?) -> NTStatus {
    pass(.restartFromTimeout) { base.restartFromTimeout(adapter) }
  }
  func removeDevice(_ context: HANDLE?) -> NTStatus { pass(.removeDevice) { base.removeDevice(context) } }
  func queryAdapterInfo(_ adapter: HANDLE?, _ args: inout DXGKARG_QUERYADAPTERINFO) -> NTStatus {
    pass(.queryAdapterInfo) { base.queryAdapterInfo(adapter, &args) }
  }
  func createDevice(_ adapter: HANDLE?, _ args: inout DXGKARG_CREATEDEVICE) -> NTStatus {
    pass(.createDevice) { base.createDevice(adapter, &args) }
  }
  func destroyDevice(_ device: HANDLE?) -> NTStatus { pass(.destroyDevice) { base.destroyDevice(device) } }
  func createAllocation(_ adapter: HANDLE?, _ args: inout DXGKARG_CREATEALLOCATION) -> NTStatus {
    pass(.createAllocation) { base.createAllocation(adapter, &args) }
  }
  func destroyAllocation(_ adapter: HANDLE?, _ args: inout DXGKARG_DESTROYALLOCATION) -> NTStatus {
    pass(.destroyAllocation) { base.destroyAllocation(adapter, &args) }
  }
  func openAllocation(_ device: HANDLE?, _ args: inout DXGKARG_OPENALLOCATION) -> NTStatus {
    pass(.openAllocation) { base.openAllocation(device, &args) }
  }
  func closeAllocation(_ device: HANDLE?, _ args: inout DXGKARG_CLOSEALLOCATION) -> NTStatus {
    pass(.closeAllocation) { base.closeAllocation(device, &args) }
  }
}

/// The same for the way up: counts, and gives the kernel its own name of the device back.
final class CountingCallbacks: KernelCallbacks {
  private let kernel: KernelInterface
  private let counts = Guarded<[KernelCallback: Int]>([:], rank: .trace)

  init(_ kernel: KernelInterface) { self.kernel = kernel }

  func count(_ callback: KernelCallback) -> Int { counts.withLock { $0[callback] ?? 0 } }
  private func note(_ callback: KernelCallback) { counts.withLock { $0[callback, default: 0] += 1 } }

  func getDeviceInformation(_ deviceHandle: HANDLE?, _ info: inout DXGK_DEVICE_INFO) -> NTStatus {
    note(.getDeviceInformation)
    return kernel.callbacks.getDeviceInformation(kernel.deviceHandle, &info)
  }
  func mapMemory(
    _ deviceHandle: HANDLE?, _ translatedAddress: PHYSICAL_ADDRESS, _ length: UInt32, _ inIoSpace: BOOLEAN,
    _ mapToUserMode: BOOLEAN, _ cacheType: MEMORY_CACHING_TYPE, _ virtualAddress: inout UInt
  ) -> NTStatus {
    note(.mapMemory)
    return kernel.callbacks.mapMemory(
      kernel.deviceHandle, translatedAddress, length, inIoSpace, mapToUserMode, cacheType, &virtualAddress)
  }
  func unmapMemory(_ deviceHandle: HANDLE?, _ virtualAddress: UInt) -> NTStatus {
    note(.unmapMemory)
    return kernel.callbacks.unmapMemory(kernel.deviceHandle, virtualAddress)
  }
  func isFeatureEnabled(_ args: inout DXGKARGCB_ISFEATUREENABLED) -> NTStatus {
    note(.isFeatureEnabled)
    return kernel.callbacks.isFeatureEnabled(&args)
  }
  func queryFeatureSupport(_ args: inout DXGKARGCB_QUERYFEATURESUPPORT) -> NTStatus {
    note(.queryFeatureSupport)
    return kernel.callbacks.queryFeatureSupport(&args)
  }
  func getHandleData(_ args: DXGKARGCB_GETHANDLEDATA) -> HANDLE? {
    note(.getHandleData)
    return kernel.callbacks.getHandleData(args)
  }
  func getHandleParent(_ allocation: D3DKMT_HANDLE) -> D3DKMT_HANDLE { kernel.callbacks.getHandleParent(allocation) }
  func enumHandleChildren(_ args: DXGKARGCB_ENUMHANDLECHILDREN) -> D3DKMT_HANDLE {
    kernel.callbacks.enumHandleChildren(args)
  }
  func acquireHandleData(_ args: DXGKARGCB_GETHANDLEDATA, _ release: inout HANDLE?) -> HANDLE? {
    kernel.callbacks.acquireHandleData(args, &release)
  }
  func releaseHandleData(_ args: DXGKARGCB_RELEASEHANDLEDATA) { kernel.callbacks.releaseHandleData(args) }
}
