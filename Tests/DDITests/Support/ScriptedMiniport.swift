import CWDDM
import DDI
import WDDM

/// A driver that does what a test says, and as little as the contract allows where it says nothing.
final class ScriptedMiniport: Miniport, @unchecked Sendable {
  var interfaceVersion = InterfaceVersion.wddm3_1
  var functions = DriverFunctions.required
  /// What was called, in order.
  var log: [DriverFunction] = []
  var next: UInt = 0x1000
  /// What adapter-level functions were called with, each once.
  var adapters: Set<UInt> = []
  /// What device-level functions were called with, each once.
  var devices: Set<UInt> = []

  var onAddDevice: (inout HANDLE?) -> NTStatus = { context in
    context = HANDLE(bits: 0xADA)
    return .success
  }
  var onStartDevice: (KernelInterface) -> NTStatus = { _ in .success }
  var onStopAndRelease: () -> NTStatus = { .notSupported }
  var onStopDevice: () -> NTStatus = { .success }
  var onRemoveDevice: () -> NTStatus = { .success }
  var onResetFromTimeout: () -> NTStatus = { .success }
  var onQuery: (inout DXGKARG_QUERYADAPTERINFO) -> NTStatus = { _ in .notSupported }
  var onCreateDevice: (inout DXGKARG_CREATEDEVICE) -> NTStatus = { args in
    args.hDevice = HANDLE(bits: 0xDE1)
    return .success
  }
  var onCreateProcess: (inout DXGKARG_CREATEPROCESS) -> NTStatus = { args in
    args.hKmdProcess = HANDLE(bits: 0x9C0)
    return .success
  }
  var onCreateAllocation: ((inout DXGKARG_CREATEALLOCATION) -> NTStatus)?
  var onOpenAllocation: ((inout DXGKARG_OPENALLOCATION) -> NTStatus)?
  var onGetStandardAllocationDriverData: (inout DXGKARG_GETSTANDARDALLOCATIONDRIVERDATA) -> NTStatus = { _ in
    .notSupported
  }
  var onCloseAllocation: ([HANDLE?]) -> NTStatus = { _ in .success }
  var onDestroyAllocation: ([HANDLE?], inout HANDLE?, Bool) -> NTStatus = { _, _, _ in .success }

  func addDevice(_ physicalDevice: HANDLE?, _ context: inout HANDLE?) -> NTStatus {
    log.append(.addDevice)
    return onAddDevice(&context)
  }
  func startDevice(
    _ context: HANDLE?, _ info: inout DXGK_START_INFO, _ kernel: KernelInterface, _ sources: inout UInt32,
    _ children: inout UInt32
  ) -> NTStatus {
    log.append(.startDevice)
    adapters.insert(context.bits)
    return onStartDevice(kernel)
  }
  func stopDevice(_ context: HANDLE?) -> NTStatus {
    log.append(.stopDevice)
    adapters.insert(context.bits)
    return onStopDevice()
  }
  func stopDeviceAndReleasePostDisplayOwnership(
    _ context: HANDLE?, _ target: UInt32, _ display: inout DXGK_DISPLAY_INFORMATION
  ) -> NTStatus {
    log.append(.stopDeviceAndReleasePostDisplayOwnership)
    return onStopAndRelease()
  }
  func removeDevice(_ context: HANDLE?) -> NTStatus {
    log.append(.removeDevice)
    adapters.insert(context.bits)
    return onRemoveDevice()
  }
  func resetFromTimeout(_ adapter: HANDLE?) -> NTStatus {
    log.append(.resetFromTimeout)
    adapters.insert(adapter.bits)
    return onResetFromTimeout()
  }
  func restartFromTimeout(_ adapter: HANDLE?) -> NTStatus {
    log.append(.restartFromTimeout)
    adapters.insert(adapter.bits)
    return .success
  }
  func queryAdapterInfo(_ adapter: HANDLE?, _ args: inout DXGKARG_QUERYADAPTERINFO) -> NTStatus {
    log.append(.queryAdapterInfo)
    adapters.insert(adapter.bits)
    return onQuery(&args)
  }
  func createProcess(_ adapter: HANDLE?, _ args: inout DXGKARG_CREATEPROCESS) -> NTStatus {
    log.append(.createProcess)
    return onCreateProcess(&args)
  }
  func createDevice(_ adapter: HANDLE?, _ args: inout DXGKARG_CREATEDEVICE) -> NTStatus {
    log.append(.createDevice)
    adapters.insert(adapter.bits)
    return onCreateDevice(&args)
  }
  func destroyDevice(_ device: HANDLE?) -> NTStatus {
    log.append(.destroyDevice)
    devices.insert(device.bits)
    return .success
  }
  func createAllocation(_ adapter: HANDLE?, _ args: inout DXGKARG_CREATEALLOCATION) -> NTStatus {
    log.append(.createAllocation)
    adapters.insert(adapter.bits)
    if let onCreateAllocation { return onCreateAllocation(&args) }
    var infos = args.mutableInfos
    for index in infos.indices { infos[index].hAllocation = token() }
    return .success
  }
  func getStandardAllocationDriverData(
    _ adapter: HANDLE?, _ args: inout DXGKARG_GETSTANDARDALLOCATIONDRIVERDATA
  ) -> NTStatus {
    log.append(.getStandardAllocationDriverData)
    return onGetStandardAllocationDriverData(&args)
  }
  func destroyAllocation(_ adapter: HANDLE?, _ args: inout DXGKARG_DESTROYALLOCATION) -> NTStatus {
    log.append(.destroyAllocation)
    adapters.insert(adapter.bits)
    let list = list(of: args)
    var resource = args.hResource
    let status = onDestroyAllocation(list, &resource, args.Flags.DestroyResource != 0)
    args.hResource = resource
    return status
  }
  func openAllocation(_ device: HANDLE?, _ args: inout DXGKARG_OPENALLOCATION) -> NTStatus {
    log.append(.openAllocation)
    devices.insert(device.bits)
    if let onOpenAllocation { return onOpenAllocation(&args) }
    var infos = args.mutableInfos
    for index in infos.indices { infos[index].hDeviceSpecificAllocation = token() }
    return .success
  }
  func closeAllocation(_ device: HANDLE?, _ args: inout DXGKARG_CLOSEALLOCATION) -> NTStatus {
    log.append(.closeAllocation)
    devices.insert(device.bits)
    let handles = args.openHandles
    return onCloseAllocation(handles.indices.map { handles[$0] })
  }

  private func list(of args: borrowing DXGKARG_DESTROYALLOCATION) -> [HANDLE?] {
    let handles = args.allocations
    return handles.indices.map { handles[$0] }
  }

  func token() -> HANDLE? {
    next += 0x10
    return HANDLE(bits: next)
  }
}
