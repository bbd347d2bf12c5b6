import CWDDM
import DDI
import Locks
import SoftGPU
import WDDM

/// How a driver differs from one that keeps the rules: a few lines a mistake.
struct Bend: Sendable {
  var version = InterfaceVersion.wddm3_1
  /// What it says it is, where that is not the same.
  var declared: InterfaceVersion?
  var functions: @Sendable (inout DriverFunctions) -> Void = { _ in }
  /// What a function answers whatever it did.
  var status: [DriverFunction: NTStatus] = [:]
  /// Functions that do nothing.
  var skipped: Set<DriverFunction> = []
  /// Runs inside of each function, before it does anything.
  var inside: @Sendable (DriverFunction, KernelInterface?) -> Void = { _, _ in }

  // After a function succeeded, before its answer is seen.
  var context: @Sendable (inout HANDLE?) -> Void = { _ in }
  var caps: @Sendable (inout DXGK_DRIVERCAPS) -> Void = { _ in }
  /// The block of a query for segments; true: the first call, for the number alone.
  var segments: @Sendable (inout DXGK_QUERYSEGMENTOUT, Bool) -> Void = { _, _ in }
  var segment1: @Sendable (Int, inout DXGK_SEGMENTDESCRIPTOR) -> Void = { _, _ in }
  var segment3: @Sendable (Int, inout DXGK_SEGMENTDESCRIPTOR3) -> Void = { _, _ in }
  var segment4: @Sendable (Int, inout DXGK_SEGMENTDESCRIPTOR4) -> Void = { _, _ in }
  var process: @Sendable (inout DXGKARG_CREATEPROCESS) -> Void = { _ in }
  var device: @Sendable (inout DXGKARG_CREATEDEVICE, HANDLE?) -> Void = { _, _ in }
  var info: @Sendable (inout DXGK_ALLOCATIONINFO) -> Void = { _ in }
  var create: @Sendable (inout DXGKARG_CREATEALLOCATION, HANDLE?) -> Void = { _, _ in }
  var destroy: @Sendable (inout DXGKARG_DESTROYALLOCATION) -> Void = { _ in }
  var opened: @Sendable (inout DXGK_OPENALLOCATIONINFO) -> Void = { _ in }
  var open: @Sendable (inout DXGKARG_OPENALLOCATION) -> Void = { _ in }
  var backing: @Sendable (inout DXGKARG_SETALLOCATIONBACKINGSTORE) -> Void = { _ in }
  var display: @Sendable (inout DXGK_DISPLAY_INFORMATION) -> Void = { _ in }

  /// Makes up allocations and openings by itself, for a kernel that is none: in the aperture, not CPU visible.
  var invents = false

  // Instead of a function.
  var query: (@Sendable (inout DXGKARG_QUERYADAPTERINFO) -> NTStatus)?
  var describe: (@Sendable (inout DXGKARG_DESCRIBEALLOCATION) -> NTStatus)?
  var standard: (@Sendable (inout DXGKARG_GETSTANDARDALLOCATIONDRIVERDATA) -> NTStatus)?
}

/// The reference driver, bent.
final class BentDriver: Miniport {
  let base: SoftGPU
  let bend: Bend
  private let kernel = Guarded<KernelInterface?>(nil, rank: .trace)

  init(_ bend: Bend) {
    self.bend = bend
    base = SoftGPU(.init(version: bend.version))
  }

  var interfaceVersion: InterfaceVersion { bend.declared ?? base.interfaceVersion }
  var functions: DriverFunctions {
    var functions = base.functions
    bend.functions(&functions)
    return functions
  }

  func run(_ function: DriverFunction, _ body: () -> NTStatus) -> NTStatus {
    bend.inside(function, kernel.withLock { $0 })
    let status = bend.skipped.contains(function) ? .success : body()
    return bend.status[function] ?? status
  }

  // MARK: Life

  func addDevice(_ physicalDevice: HANDLE?, _ context: inout HANDLE?) -> NTStatus {
    run(.addDevice) {
      let status = base.addDevice(physicalDevice, &context)
      bend.context(&context)
      return status
    }
  }
  func startDevice(
    _ context: HANDLE?, _ info: inout DXGK_START_INFO, _ interface: KernelInterface, _ sources: inout UInt32,
    _ children: inout UInt32
  ) -> NTStatus {
    kernel.withLock { $0 = interface }
    return run(.startDevice) { base.startDevice(context, &info, interface, &sources, &children) }
  }
  func stopDevice(_ context: HANDLE?) -> NTStatus { run(.stopDevice) { base.stopDevice(context) } }
  func stopDeviceAndReleasePostDisplayOwnership(
    _ context: HANDLE?, _ target: UInt32, _ display: inout DXGK_DISPLAY_INFORMATION
  ) -> NTStatus {
    run(.stopDeviceAndReleasePostDisplayOwnership) {
      bend.display(&display)
      return base.stopDeviceAndReleasePostDisplayOwnership(context, target, &display)
    }
  }
  func removeDevice(_ context: HANDLE?) -> NTStatus { run(.removeDevice) { base.removeDevice(context) } }
  func notifySurpriseRemoval(_ context: HANDLE?, _ type: DXGK_SURPRISE_REMOVAL_TYPE) -> NTStatus {
    run(.notifySurpriseRemoval) { base.notifySurpriseRemoval(context, type) }
  }
  func resetFromTimeout(_ adapter: HANDLE?) -> NTStatus { run(.resetFromTimeout) { base.resetFromTimeout(adapter) } }
  func restartFromTimeout(_ adapter: HANDLE?) -> NTStatus {
    run(.restartFromTimeout) { base.restartFromTimeout(adapter) }
  }
  func unload() { _ = run(.unload) { .success } }

  // MARK: Processes and devices

  func createProcess(_ adapter: HANDLE?, _ args: inout DXGKARG_CREATEPROCESS) -> NTStatus {
    run(.createProcess) {
      let status = base.createProcess(adapter, &args)
      bend.process(&args)
      return status
    }
  }
  func destroyProcess(_ adapter: HANDLE?, _ process: HANDLE?) -> NTStatus {
    run(.destroyProcess) { base.destroyProcess(adapter, process) }
  }
  func createDevice(_ adapter: HANDLE?, _ args: inout DXGKARG_CREATEDEVICE) -> NTStatus {
    let given = args.hDevice
    return run(.createDevice) {
      let status = base.createDevice(adapter, &args)
      bend.device(&args, given)
      return status
    }
  }
  func destroyDevice(_ device: HANDLE?) -> NTStatus { run(.destroyDevice) { base.destroyDevice(device) } }

  // MARK: Allocations

  func createAllocation(_ adapter: HANDLE?, _ args: inout DXGKARG_CREATEALLOCATION) -> NTStatus {
    let given = args.hResource
    return run(.createAllocation) {
      let status = bend.invents ? invent(&args) : base.createAllocation(adapter, &args)
      guard status.isSuccess else { return status }
      var infos = args.mutableInfos
      for index in infos.indices { bend.info(&infos[index]) }
      bend.create(&args, given)
      return status
    }
  }
  func destroyAllocation(_ adapter: HANDLE?, _ args: inout DXGKARG_DESTROYALLOCATION) -> NTStatus {
    run(.destroyAllocation) {
      let status = bend.invents ? .success : base.destroyAllocation(adapter, &args)
      bend.destroy(&args)
      return status
    }
  }
  func openAllocation(_ device: HANDLE?, _ args: inout DXGKARG_OPENALLOCATION) -> NTStatus {
    run(.openAllocation) {
      let status = bend.invents ? invent(&args) : base.openAllocation(device, &args)
      guard status.isSuccess else { return status }
      var infos = args.mutableInfos
      for index in infos.indices { bend.opened(&infos[index]) }
      bend.open(&args)
      return status
    }
  }
  func closeAllocation(_ device: HANDLE?, _ args: inout DXGKARG_CLOSEALLOCATION) -> NTStatus {
    run(.closeAllocation) { base.closeAllocation(device, &args) }
  }
  func setAllocationBackingStore(
    _ adapter: HANDLE?, _ args: inout DXGKARG_SETALLOCATIONBACKINGSTORE
  ) -> NTStatus {
    run(.setAllocationBackingStore) {
      let status = base.setAllocationBackingStore(adapter, &args)
      bend.backing(&args)
      return status
    }
  }
  func describeAllocation(_ adapter: HANDLE?, _ args: inout DXGKARG_DESCRIBEALLOCATION) -> NTStatus {
    run(.describeAllocation) { bend.describe?(&args) ?? base.describeAllocation(adapter, &args) }
  }
  func getStandardAllocationDriverData(
    _ adapter: HANDLE?, _ args: inout DXGKARG_GETSTANDARDALLOCATIONDRIVERDATA
  ) -> NTStatus {
    run(.getStandardAllocationDriverData) { bend.standard?(&args) ?? .noMemory }
  }
  func escape(_ adapter: HANDLE?, _ args: inout DXGKARG_ESCAPE) -> NTStatus { base.escape(adapter, &args) }
}

// MARK: - Making it up

extension BentDriver {
  private func invent(_ args: inout DXGKARG_CREATEALLOCATION) -> NTStatus {
    var infos = args.mutableInfos
    for index in infos.indices {
      infos[index].Size = 1 << 16
      infos[index].SupportedReadSegmentSet = 4
      infos[index].SupportedWriteSegmentSet = 4
      infos[index].AllocationPriority = UInt32(D3DDDI_ALLOCATIONPRIORITY_NORMAL)
      infos[index].hAllocation = HANDLE(bits: UInt(index + 1) * 16)
    }
    return .success
  }

  private func invent(_ args: inout DXGKARG_OPENALLOCATION) -> NTStatus {
    var infos = args.mutableInfos
    for index in infos.indices { infos[index].hDeviceSpecificAllocation = HANDLE(bits: UInt(index + 1) * 16) }
    return .success
  }
}
