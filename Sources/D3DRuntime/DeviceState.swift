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
}

/// A function of the driver that runs now, on one thread.
struct DriverCall {
  let thread: UInt
  let function: DriverFunction
  /// What the driver reported: the first error that the function may report, or removal, which outweighs it.
  var error: HResult?
  /// A callback told the driver that the device is removed: it has to pass that on (U-373).
  var sawRemoval = false
}

/// What a driver did with its callbacks.
struct DriverStatistics {
  var allocateCalls: UInt64 = 0
  var deallocateCalls: UInt64 = 0
  var lock2Calls: UInt64 = 0
  var unlock2Calls: UInt64 = 0
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
