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
    let original = unsafe (data: args.pPrivateDriverData, list: args.pAllocationInfo)
    let data = unsafe Loan(original.data, Int(args.PrivateDriverDataSize), isReadOnly: true)
    let list = unsafe ListLoan(
      original.list, Int(args.NumAllocations), data: \.pPrivateDriverData, size: \.PrivateDriverDataSize)
    unsafe (args.pPrivateDriverData, args.pAllocationInfo) = unsafe (UnsafeRawPointer(data.lent), list.lent)
    defer {
      unsafe (args.pPrivateDriverData, args.pAllocationInfo) = unsafe original
      list.takeBack()
      data.takeBack()
    }
    return run(.createAllocation) { base.createAllocation(adapter, &args) }
  }

  func openAllocation(_ device: HANDLE?, _ args: inout DXGKARG_OPENALLOCATION) -> NTStatus {
    let original = unsafe (data: args.pPrivateDriverData, list: args.pOpenAllocation)
    // K-177; K-174.
    let data = unsafe Loan(original.data, Int(args.PrivateDriverSize), isReadOnly: true)
    let list = unsafe ListLoan(
      original.list, Int(args.NumAllocations), data: \.pPrivateDriverData, size: \.PrivateDriverDataSize,
      dataIsReadOnly: args.Flags.Create == 0)
    unsafe (args.pPrivateDriverData, args.pOpenAllocation) = unsafe (data.lent, list.lent)
    defer {
      unsafe (args.pPrivateDriverData, args.pOpenAllocation) = unsafe original
      list.takeBack()
      data.takeBack()
    }
    return run(.openAllocation) { base.openAllocation(device, &args) }
  }

  func closeAllocation(_ device: HANDLE?, _ args: inout DXGKARG_CLOSEALLOCATION) -> NTStatus {
    let original = unsafe args.pOpenHandleList
    let list = unsafe Loan(handles: original, args.NumAllocations)
    unsafe args.pOpenHandleList = list.handles
    defer {
      unsafe args.pOpenHandleList = original
      list.takeBack()
    }
    return run(.closeAllocation) { base.closeAllocation(device, &args) }
  }

  func destroyAllocation(_ adapter: HANDLE?, _ args: inout DXGKARG_DESTROYALLOCATION) -> NTStatus {
    let original = unsafe args.pAllocationList
    let list = unsafe Loan(handles: original, args.NumAllocations)
    unsafe args.pAllocationList = list.handles
    defer {
      unsafe args.pAllocationList = original
      list.takeBack()
    }
    return run(.destroyAllocation) { base.destroyAllocation(adapter, &args) }
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
  func resetFromTimeout(_ adapter: HANDLE?) -> NTStatus {
    run(.resetFromTimeout) { base.resetFromTimeout(adapter) }
  }
  func restartFromTimeout(_ adapter: HANDLE?) -> NTStatus {
    run(.restartFromTimeout) { base.restartFromTimeout(adapter) }
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

  /// A list of handles, which no driver writes to.
  init(handles list: UnsafePointer<HANDLE?>?, _ count: UInt32) {
    unsafe self.init(list, Int(count) * MemoryLayout<HANDLE?>.stride, isReadOnly: true)
  }

  var handles: UnsafePointer<HANDLE?>? { unsafe UnsafePointer(lent?.assumingMemoryBound(to: HANDLE?.self)) }

  /// The loan ends: what the driver wrote is the kernel's, and what it still touches faults.
  func takeBack() {
    guard let original = unsafe original, let lent = unsafe lent, unsafe lent != original else { return }
    // SAFETY: both have `count` bytes.
    if !isReadOnly { unsafe original.copyMemory(from: lent, byteCount: count) }
    unsafe dxgk_watch_take_back(lent)
  }
}

/// An array of a block, and the private data that each of its elements names.
@safe private struct ListLoan<Info> {
  let lent: UnsafeMutablePointer<Info>?
  private let list: Loan
  private let blobs: [Loan]
  private let data: WritableKeyPath<Info, UnsafeMutableRawPointer?>

  init(
    _ original: UnsafeMutablePointer<Info>?, _ count: Int, data: WritableKeyPath<Info, UnsafeMutableRawPointer?>,
    size: KeyPath<Info, UInt32>, dataIsReadOnly: Bool = false
  ) {
    list = unsafe Loan(original, count * MemoryLayout<Info>.stride)
    let lent = unsafe list.lent?.assumingMemoryBound(to: Info.self)
    unsafe self.lent = unsafe lent
    unsafe self.data = unsafe data
    // SAFETY: whoever filled the block promises `count` elements, and private data of the sizes that they say.
    blobs = unsafe (0..<(lent == nil ? 0 : count)).map { index in
      let blob = unsafe Loan(lent![index][keyPath: data], Int(lent![index][keyPath: size]), isReadOnly: dataIsReadOnly)
      unsafe lent![index][keyPath: data] = unsafe blob.lent
      return blob
    }
  }

  /// As ``Loan/takeBack()``; the elements name the kernel's private data again.
  func takeBack() {
    for (index, blob) in blobs.enumerated() {
      unsafe lent![index][keyPath: data] = unsafe blob.original
      blob.takeBack()
    }
    list.takeBack()
  }
}
