internal import WDDM

/// What changes about a device: its resources, the driver functions that are running, and what the driver did.
struct DeviceState {
  var resources = SlotTable<RuntimeResource>()
  var calls: [DriverCall] = []
  /// Why the device is lost; nil while it works. Set once and for ever (U-338).
  var lost: HResult?
  /// Somebody is destroying the device: programs cannot reach it any more, its driver still can.
  var isClosing = false
  var statistics = DriverStatistics()
  /// How many allocations the first shared resource of each description had (U-315).
  var sharedShapes: [SharedDescription: UInt32] = [:]
}

/// A function of the driver that runs now, on one thread.
struct DriverCall {
  let thread: UInt
  let function: DriverFunction
  /// What it is about; nil for the device, or where that does not matter.
  let resource: RuntimeResource?
  /// What the last callback failed with, if it did: the driver has to pass that on (U-332).
  var failure: HResult?
  /// What the driver reported: the first error that the function may report, or removal, which outweighs it.
  var error: HResult?
  /// A callback told the driver that the device is removed: it has to pass that on (U-373).
  var sawRemoval = false

  init(thread: UInt, function: DriverFunction, resource: RuntimeResource?) {
    self.thread = thread
    self.function = function
    self.resource = resource
  }
}

/// What a driver did with its callbacks.
struct DriverStatistics {
  var allocateCalls: UInt64 = 0
  var deallocateCalls: UInt64 = 0
  var lockCalls: UInt64 = 0
  var unlockCalls: UInt64 = 0
  var lock2Calls: UInt64 = 0
  var unlock2Calls: UInt64 = 0
  var setPriorityCalls: UInt64 = 0
  var escapeCalls: UInt64 = 0
  var unservedCalls: UInt64 = 0
  var setErrorCalls: UInt64 = 0
  var misuses: UInt64 = 0
  var lastUnserved: StaticString?
  var lastMisuse: StaticString?
  var criticalFunction: StaticString?
  var criticalError = HResult.ok

  /// The driver broke that rule.
  mutating func misuse(_ rule: StaticString) {
    misuses += 1
    lastMisuse = rule
  }
}

// MARK: - The end of a call

extension DeviceState {
  /// The thread's innermost call returned nothing.
  ///
  /// - Returns: what the driver reported meanwhile.
  mutating func end(_ thread: UInt) -> HResult? {
    guard let index = calls.lastIndex(where: { $0.thread == thread }) else { return nil }
    let call = calls.remove(at: index)
    if call.sawRemoval, call.error == nil, call.function.mustPassRemovalOn { statistics.misuse("U-373") }
    return call.error
  }

  /// The thread's innermost call returned `result`: a callback's failure goes through it unchanged (U-332), and an
  /// invalid argument is nothing that a driver finds by itself (U-334).
  mutating func end(_ thread: UInt, with result: HResult) {
    guard let index = calls.lastIndex(where: { $0.thread == thread }) else { return }
    let call = calls.remove(at: index)
    if result == .deviceRemoved { lost = lost ?? .deviceRemoved }
    guard let failure = call.failure else {
      // A driver may say so of a resource that is not locked.
      if result == .invalidArgument, call.function != .resourceUnmap { statistics.misuse("U-334") }
      return
    }
    guard result != failure else { return }
    guard result.isSuccess else { return statistics.misuse("U-332") }
    if failure == .deviceRemoved {
      if call.function.mustPassRemovalOn { statistics.misuse("U-373") }
      return
    }
    // Memory that would only have made things faster (U-333), and system memory that the GPU cannot reach (U-327).
    let isOptional = failure == .outOfMemory || failure == .outOfVideoMemory
    if !isOptional, call.resource?.systemMemory == nil { statistics.misuse("U-332") }
  }
}

extension DriverFunction {
  /// What destroys may succeed on a removed device (U-304).
  fileprivate var mustPassRemovalOn: Bool {
    switch self {
    case .createResource, .openResource, .resourceMap, .setPriority, .setResourcePriority: true
    case .destroyResource, .resourceUnmap, .flush, .destroyDevice: false
    }
  }
}

// MARK: - Errors that the driver reports

extension DeviceState {
  /// pfnSetErrorCb (U-335). It acts at once: nothing that the driver reports later takes it back (U-338).
  mutating func report(_ error: HResult, thread: UInt) {
    statistics.setErrorCalls += 1
    let call = calls.lastIndex { $0.thread == thread }
    if let call, calls[call].function.mayReport(error) {
      if error == .deviceRemoved {
        lost = lost ?? .deviceRemoved
        calls[call].error = .deviceRemoved
      } else {
        calls[call].error = calls[call].error ?? error
      }
      return
    }
    // Critical: as if the device had been removed (U-337). D3DDDIERR_APPLICATIONERROR blames the program (U-343).
    if error != .applicationError {
      statistics.misuse(error == .ok ? "U-336" : "U-337")
      if lost == nil {
        statistics.criticalError = error
        statistics.criticalFunction = call.map { calls[$0].function.name }
      }
    }
    lost = lost ?? (error == .applicationError ? .applicationError : .driverInternalError)
    if let call { calls[call].error = .deviceRemoved }
  }
}
