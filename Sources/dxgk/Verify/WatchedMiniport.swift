import CSystem
import CWDDM
import DDI
import WDDM

/// The innermost wrapper of a driver that is verified: says in the page of parent and child which function runs, and
/// lends what a driver may use for one call only.
///
/// Arrays of a block and private data are copies in memory that faults once the function returned; what a driver must
/// not write faults when it does.
final class WatchedMiniport: Miniport {
  private let base: any Miniport
  init(_ base: any Miniport) { self.base = base }

  var interfaceVersion: InterfaceVersion { base.interfaceVersion }
  var functions: DriverFunctions { base.functions }
  var isVerified: Bool { base.isVerified }

  private func run<Answer>(_ function: DriverFunction, _ body: () -> Answer) -> Answer {
    let outer = dxgk_watch_enter(function.rawValue)
    defer { _ = dxgk_watch_enter(outer) }
    return body()
  }

  // MARK: What is lent

  func createAllocation(_ adapter: HANDLE?, _ args: inout DXGKARG_CREATEALLOCATION) -> NTStatus {
    let resourceData = unsafe Loan(args.pPrivateDriverData, Int(args.PrivateDriverDataSize), isReadOnly: true)
    let list = unsafe Loan(
      args.pAllocationInfo, Int(args.NumAllocations) * MemoryLayout<DXGK_ALLOCATIONINFO>.stride)
    let original = unsafe (args.pPrivateDriverData, args.pAllocationInfo)
    unsafe args.pPrivateDriverData = UnsafeRawPointer(resourceData.lent)
    unsafe args.pAllocationInfo = list.lent?.assumingMemoryBound(to: DXGK_ALLOCATIONINFO.self)
    var blobs: [Loan] = []
    var infos = args.mutableInfos
    for index in infos.indices {
      let blob = unsafe Loan(infos[index].pPrivateDriverData, Int(infos[index].PrivateDriverDataSize))
      unsafe infos[index].pPrivateDriverData = blob.lent
      blobs.append(blob)
    }
    let status = run(.createAllocation) { base.createAllocation(adapter, &args) }
    infos = args.mutableInfos
    for index in infos.indices {
      blobs[index].copyBack()
      unsafe infos[index].pPrivateDriverData = blobs[index].original
    }
    list.copyBack()
    unsafe args.pPrivateDriverData = original.0
    unsafe args.pAllocationInfo = original.1
    (blobs + [resourceData, list]).forEach { $0.takeBack() }
    return status
  }

  func openAllocation(_ device: HANDLE?, _ args: inout DXGKARG_OPENALLOCATION) -> NTStatus {
    // K-177; K-174.
    let resourceData = unsafe Loan(args.pPrivateDriverData, Int(args.PrivateDriverSize), isReadOnly: true)
    let list = unsafe Loan(
      args.pOpenAllocation, Int(args.NumAllocations) * MemoryLayout<DXGK_OPENALLOCATIONINFO>.stride)
    let original = unsafe (args.pPrivateDriverData, args.pOpenAllocation)
    let isReadOnly = args.Flags.Create == 0
    unsafe args.pPrivateDriverData = resourceData.lent
    unsafe args.pOpenAllocation = list.lent?.assumingMemoryBound(to: DXGK_OPENALLOCATIONINFO.self)
    var blobs: [Loan] = []
    var infos = args.mutableInfos
    for index in infos.indices {
      let blob = unsafe Loan(
        infos[index].pPrivateDriverData, Int(infos[index].PrivateDriverDataSize), isReadOnly: isReadOnly)
      unsafe infos[index].pPrivateDriverData = blob.lent
      blobs.append(blob)
    }
    let status = run(.openAllocation) { base.openAllocation(device, &args) }
    infos = args.mutableInfos
    for index in infos.indices {
      blobs[index].copyBack()
      unsafe infos[index].pPrivateDriverData = blobs[index].original
    }
    list.copyBack()
    unsafe args.pPrivateDriverData = original.0
    unsafe args.pOpenAllocation = original.1
    (blobs + [resourceData, list]).forEach { $0.takeBack() }
    return status
  }

  func closeAllocation(_ device: HANDLE?, _ args: inout DXGKARG_CLOSEALLOCATION) -> NTStatus {
    let list = unsafe Loan(args.pOpenHandleList, Int(args.NumAllocations) * 8, isReadOnly: true)
    let original = unsafe args.pOpenHandleList
    unsafe args.pOpenHandleList = UnsafePointer(list.lent?.assumingMemoryBound(to: HANDLE?.self))
    let status = run(.closeAllocation) { base.closeAllocation(device, &args) }
    unsafe args.pOpenHandleList = original
    list.takeBack()
    return status
  }

  func destroyAllocation(_ adapter: HANDLE?, _ args: inout DXGKARG_DESTROYALLOCATION) -> NTStatus {
    let list = unsafe Loan(args.pAllocationList, Int(args.NumAllocations) * 8, isReadOnly: true)
    let original = unsafe args.pAllocationList
    unsafe args.pAllocationList = UnsafePointer(list.lent?.assumingMemoryBound(to: HANDLE?.self))
    let status = run(.destroyAllocation) { base.destroyAllocation(adapter, &args) }
    unsafe args.pAllocationList = original
    list.takeBack()
    return status
  }

  // MARK: What is only watched

  func addDevice(_ physicalDevice: HANDLE?, _ context: inout HANDLE?) -> NTStatus {
    run(.addDevice) { base.addDevice(physicalDevice, &context) }
  }
  func startDevice(
    _ context: HANDLE?, _ info: inout DXGK_START_INFO, _ kernel: KernelInterface, _ sources: inout UInt32,
    _ children: inout UInt32
  ) -> NTStatus {
    run(.startDevice) { base.startDevice(context, &info, kernel, &sources, &children) }
  }
  func stopDevice(_ context: HANDLE?) -> NTStatus { run(.stopDevice) { base.stopDevice(context) } }
  func stopDeviceAndReleasePostDisplayOwnership(
    _ context: HANDLE?, _ target: UInt32, _ display: inout DXGK_DISPLAY_INFORMATION
  ) -> NTStatus {
    run(.stopDeviceAndReleasePostDisplayOwnership) {
      base.stopDeviceAndReleasePostDisplayOwnership(context, target, &display)
    }
  }
  func removeDevice(_ context: HANDLE?) -> NTStatus { run(.removeDevice) { base.removeDevice(context) } }
  func notifySurpriseRemoval(_ context: HANDLE?, _ type: DXGK_SURPRISE_REMOVAL_TYPE) -> NTStatus {
    run(.notifySurpriseRemoval) { base.notifySurpriseRemoval(context, type) }
  }
  func unload() { run(.unload) { base.unload() } }
  func queryAdapterInfo(_ adapter: HANDLE?, _ args: inout DXGKARG_QUERYADAPTERINFO) -> NTStatus {
    run(.queryAdapterInfo) { base.queryAdapterInfo(adapter, &args) }
  }
  func createProcess(_ adapter: HANDLE?, _ args: inout DXGKARG_CREATEPROCESS) -> NTStatus {
    run(.createProcess) { base.createProcess(adapter, &args) }
  }
  func destroyProcess(_ adapter: HANDLE?, _ process: HANDLE?) -> NTStatus {
    run(.destroyProcess) { base.destroyProcess(adapter, process) }
  }
  func createDevice(_ adapter: HANDLE?, _ args: inout DXGKARG_CREATEDEVICE) -> NTStatus {
    run(.createDevice) { base.createDevice(adapter, &args) }
  }
  func destroyDevice(_ device: HANDLE?) -> NTStatus { run(.destroyDevice) { base.destroyDevice(device) } }
  func describeAllocation(_ adapter: HANDLE?, _ args: inout DXGKARG_DESCRIBEALLOCATION) -> NTStatus {
    run(.describeAllocation) { base.describeAllocation(adapter, &args) }
  }
  func getStandardAllocationDriverData(
    _ adapter: HANDLE?, _ args: inout DXGKARG_GETSTANDARDALLOCATIONDRIVERDATA
  ) -> NTStatus {
    run(.getStandardAllocationDriverData) { base.getStandardAllocationDriverData(adapter, &args) }
  }
  func setAllocationBackingStore(_ adapter: HANDLE?, _ args: inout DXGKARG_SETALLOCATIONBACKINGSTORE) -> NTStatus {
    run(.setAllocationBackingStore) { base.setAllocationBackingStore(adapter, &args) }
  }
  func escape(_ adapter: HANDLE?, _ args: inout DXGKARG_ESCAPE) -> NTStatus {
    run(.escape) { base.escape(adapter, &args) }
  }
}

/// Bytes that a driver is lent for one call. NULL and no bytes stay what they are.
@safe private struct Loan {
  let original: UnsafeMutableRawPointer?
  let lent: UnsafeMutableRawPointer?
  private let count: Int
  private let isReadOnly: Bool

  init(_ original: UnsafeRawPointer?, _ count: Int, isReadOnly: Bool = false) {
    unsafe self.original = unsafe UnsafeMutableRawPointer(mutating: original)
    self.count = count
    self.isReadOnly = isReadOnly
    // SAFETY: whoever filled the block promises `count` bytes there.
    unsafe lent = original == nil || count == 0 ? self.original : dxgk_watch_lend(original, count, isReadOnly)
  }

  /// What the driver wrote is the kernel's.
  func copyBack() {
    guard let original = unsafe original, let lent = unsafe lent, unsafe lent != original, !isReadOnly else { return }
    // SAFETY: both have `count` bytes.
    unsafe original.copyMemory(from: lent, byteCount: count)
  }

  func takeBack() {
    guard let lent = unsafe lent, unsafe lent != original else { return }
    unsafe dxgk_watch_take_back(lent)
  }
}
