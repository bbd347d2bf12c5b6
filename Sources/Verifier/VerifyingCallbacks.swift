import CWDDM
import DDI
import Locks
import Synchronization
import WDDM

/// The way up: what a driver asks of the kernel comes here first. One is made each time a device starts.
final class VerifyingCallbacks: KernelCallbacks {
  let kernel: KernelInterface
  let books: Books
  /// Our own name of the device: the driver gets this one, the kernel its own back.
  private let cell = Guarded<DeviceCell?>(nil, rank: .trace)
  private let asked = Atomic<Bool>(false)

  init(_ kernel: KernelInterface, _ books: Books) {
    self.kernel = kernel
    self.books = books
  }

  /// What the driver is started with.
  var interface: KernelInterface {
    let made = DeviceCell.make(for: self)
    cell.withLock { $0 = made }
    return KernelInterface(callbacks: self, deviceHandle: made.handle)
  }

  /// The device did not start, or stopped: our name leads nowhere.
  func revoke() { cell.withLock { $0 }?.revoke() }

  /// Whether the driver asked for the device's resources (K-005).
  var wasAskedForTheDevice: Bool { asked.load(ordering: .relaxed) }
}

// MARK: - The device

extension VerifyingCallbacks {
  func getDeviceInformation(_ deviceHandle: HANDLE?, _ info: inout DXGK_DEVICE_INFO) -> NTStatus {
    judge(deviceHandle, .getDeviceInformation)
    asked.store(true, ordering: .relaxed)
    let status = kernel.callbacks.getDeviceInformation(kernel.deviceHandle, &info)
    if status.isSuccess {
      let ranges = info.memoryRanges
      books.records.withLock { $0.adapter.ranges = ranges }
    }
    return status
  }

  func mapMemory(
    _ deviceHandle: HANDLE?, _ translatedAddress: PHYSICAL_ADDRESS, _ length: UInt32, _ inIoSpace: BOOLEAN,
    _ mapToUserMode: BOOLEAN, _ cacheType: MEMORY_CACHING_TYPE, _ virtualAddress: inout UInt
  ) -> NTStatus {
    judge(deviceHandle, .mapMemory)
    let start = UInt64(bitPattern: translatedAddress.QuadPart)
    let (isGone, isInside) = books.records.withLock { records in
      (records.adapter.wasRemovedBySurprise, records.adapter.holds(start, UInt64(length)))
    }
    if isGone { books.report("K-342", KernelCallback.mapMemory.name, "TranslatedAddress", start) }
    // A range of the device's resources, and user mode sees no ports (K-348).
    if length == 0 || (inIoSpace == 0 && !isInside) {
      books.report("K-348", KernelCallback.mapMemory.name, "Length", UInt64(length))
    } else if inIoSpace != 0, mapToUserMode != 0 {
      books.report("K-348", KernelCallback.mapMemory.name, "MapToUserMode", UInt64(mapToUserMode))
    }
    let status = kernel.callbacks.mapMemory(
      kernel.deviceHandle, translatedAddress, length, inIoSpace, mapToUserMode, cacheType, &virtualAddress)
    if status.isSuccess {
      let address = virtualAddress
      books.records.withLock { $0.mappings[address] = length }
    }
    return status
  }

  func unmapMemory(_ deviceHandle: HANDLE?, _ virtualAddress: UInt) -> NTStatus {
    judge(deviceHandle, .unmapMemory)
    let wasMapped = books.records.withLock { records in
      defer { records.mappings[virtualAddress] = nil }
      return records.mappings.contains(virtualAddress)
    }
    // Which address it was depends on where memory happens to be; that it was none does not.
    if !wasMapped { books.report("K-348", KernelCallback.unmapMemory.name, "VirtualAddress", 0) }
    return kernel.callbacks.unmapMemory(kernel.deviceHandle, virtualAddress)
  }

  func isFeatureEnabled(_ args: inout DXGKARGCB_ISFEATUREENABLED) -> NTStatus {
    judge(args.DeviceHandle, .isFeatureEnabled)
    if books.version < .wddm2_6 { tooEarly(.isFeatureEnabled) }
    args.DeviceHandle = kernel.deviceHandle
    let status = kernel.callbacks.isFeatureEnabled(&args)
    told(UInt32(args.FeatureId.rawValue), status.isSuccess && args.Enabled != 0)
    return status
  }

  func queryFeatureSupport(_ args: inout DXGKARGCB_QUERYFEATURESUPPORT) -> NTStatus {
    judge(args.DeviceHandle, .queryFeatureSupport)
    if books.version < .wddm2_9 { tooEarly(.queryFeatureSupport) }
    args.DeviceHandle = kernel.deviceHandle
    let status = kernel.callbacks.queryFeatureSupport(&args)
    told(UInt32(args.FeatureId.rawValue), status.isSuccess && args.Enabled != 0)
    return status
  }

  /// The slot does not exist in the driver's version (K-367).
  private func tooEarly(_ callback: KernelCallback) {
    books.report("K-367", callback.name, "Version", UInt64(books.version.rawValue))
  }

  private func told(_ feature: UInt32, _ isEnabled: Bool) {
    guard feature == UInt32(DXGK_FEATURE_SHARE_BACKING_STORE_WITH_KMD.rawValue) else { return }
    books.records.withLock { $0.facts.mayShareBackingStore = isEnabled }
  }

  /// The handle is the one that StartDevice gave (K-005), and the device has not stopped (K-006).
  private func judge(_ deviceHandle: HANDLE?, _ callback: KernelCallback) {
    let ours = cell.withLock { $0?.handle }
    if deviceHandle != ours { books.report("K-005", callback.name, "DeviceHandle", 0) }
    let isStopped = books.records.withLock { $0.adapter.phase == .added || $0.adapter.phase == .absent }
    if isStopped, CurrentCall.function?.mayStop != true { books.report("K-006", callback.name, "DeviceHandle", 0) }
  }
}

extension DriverFunction {
  /// Functions in which a device is still there although it is about to be none.
  fileprivate var mayStop: Bool {
    self == .startDevice || self == .stopDevice || self == .stopDeviceAndReleasePostDisplayOwnership
  }
}

extension AdapterRecord {
  /// Whether a range of physical addresses lies in one of the device's.
  func holds(_ start: UInt64, _ length: UInt64) -> Bool {
    ranges.contains { range in
      start >= range.start && length <= range.length && start - range.start <= range.length - length
    }
  }
}
