internal import CWDDM
internal import Glibc
internal import Locks
internal import WDDM

/// A device of a user-mode driver, and the kernel's device beneath it.
///
/// What never changes is here; what does is ``DeviceState``, behind one lock that is never held while the driver or the
/// kernel runs.
@safe final class RuntimeDevice: @unchecked Sendable {
  let adapter: RuntimeAdapter
  /// hDevice of the D3DKMT functions.
  let kernelDevice: UInt32
  private let state = Guarded(DeviceState(), rank: .runtime)
  /// The driver's functions, and the callbacks it was given. At one address for as long as the device lives.
  let tables: UnsafeMutablePointer<DeviceTables>
  /// Where the driver keeps its device.
  let driverMemory: DriverMemory
  /// Set once, before the driver hears of the device.
  private(set) var token = Token(bits: 0)

  init(adapter: RuntimeAdapter, kernelDevice: UInt32, driverMemory: DriverMemory) {
    self.adapter = adapter
    self.kernelDevice = kernelDevice
    self.driverMemory = driverMemory
    // SAFETY: released in deinit; every holder of the address holds the device.
    unsafe tables = .allocate(capacity: 1)
    unsafe tables.initialize(to: DeviceTables())
  }

  deinit {
    unsafe tables.deinitialize(count: 1)
    unsafe tables.deallocate()
  }

  func register() { token = RuntimeObjects.add(self) }

  /// The driver's name for this device.
  var driverDevice: D3D10DDI_HDEVICE {
    // SAFETY: the memory lives as long as the device.
    unsafe D3D10DDI_HDEVICE(pDrvPrivate: driverMemory.address)
  }

  /// Reads and changes the device's state, with its lock held: no call of the driver or the kernel in here.
  func update<Result>(_ body: (inout DeviceState) -> Result) -> Result { state.withLock(body) }

  func resource(_ token: Token) -> RuntimeResource? { update { $0.resources.find(.resource, token) } }
}

// MARK: - Calls of the driver

extension RuntimeDevice {
  /// Runs a function of the driver, and throws what the driver reported while it ran.
  func during(_ function: DriverFunction, _ body: () -> Void) throws(HResult) {
    let thread = currentThread()
    update { $0.calls.append(DriverCall(thread: thread, function: function)) }
    body()
    let error = update { state -> HResult? in
      guard let index = state.calls.lastIndex(where: { $0.thread == thread }) else { return nil }
      let call = state.calls.remove(at: index)
      if call.sawRemoval, call.error == nil, case .createResource = function { state.statistics.misuse("U-373") }
      return call.error
    }
    if let error { throw error }
  }

  /// pfnSetErrorCb.
  func setError(_ error: HResult) {
    let thread = currentThread()
    update { $0.report(error, thread: thread) }
  }

  /// A callback's result on its way to the driver, which has to report removal (U-373).
  func passedOn(_ result: HResult) -> HResult {
    guard result == .deviceRemoved else { return result }
    let thread = currentThread()
    update { state in
      if let call = state.calls.lastIndex(where: { $0.thread == thread }) { state.calls[call].sawRemoval = true }
    }
    return result
  }

  /// The driver broke a rule in the arguments of a callback.
  func misuse(_ rule: StaticString) -> HResult {
    update { $0.statistics.misuse(rule) }
    return .invalidArgument
  }

  func unserved(_ slot: StaticString) {
    update {
      $0.statistics.unservedCalls += 1
      $0.statistics.lastUnserved = slot
    }
  }

  /// A number that no other living thread has.
  private func currentThread() -> UInt { UInt(pthread_self()) }
}
