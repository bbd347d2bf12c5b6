internal import CWDDM
internal import Glibc
internal import Locks
internal import WDDM

/// A device of a user-mode driver, and the kernel's device beneath it.
///
/// What never changes is here; what does is ``DeviceState``, behind one lock that is never held while the driver or the
/// kernel runs.
final class RuntimeDevice: @unchecked Sendable {
  let adapter: RuntimeAdapter
  /// hDevice of the D3DKMT functions.
  let kernelDevice: UInt32
  private let state = Guarded(DeviceState(), rank: .runtime)
  /// Set once, before the driver hears of the device.
  private(set) var token = Token(bits: 0)
  /// Set once, when CreateDevice has returned, before a program can name the device.
  private(set) var driver: (any DeviceDriver)?

  init(adapter: RuntimeAdapter, kernelDevice: UInt32) {
    self.adapter = adapter
    self.kernelDevice = kernelDevice
  }

  func register() { token = RuntimeObjects.add(self) }

  func take(_ driver: any DeviceDriver) { self.driver = driver }

  /// Reads and changes the device's state, with its lock held: no call of the driver or the kernel in here.
  func update<Result>(_ body: (inout DeviceState) -> Result) -> Result { state.withLock(body) }

  func resource(_ token: Token) -> RuntimeResource? { update { $0.resources.find(.resource, token) } }
}

// MARK: - Calls of the driver

extension RuntimeDevice {
  /// Runs a function that returns nothing, and throws what the driver reported while it ran (U-335).
  func during(
    _ function: DriverFunction, _ resource: RuntimeResource? = nil, _ body: () -> Void
  ) throws(HResult) {
    let thread = currentThread()
    update { $0.calls.append(DriverCall(thread: thread, function: function, resource: resource)) }
    body()
    if let error = update({ $0.end(thread) }) { throw error }
  }

  /// Runs a function that returns its result, and throws that if it is a failure (U-332).
  func asking(
    _ function: DriverFunction, _ resource: RuntimeResource? = nil, _ body: () -> Int32
  ) throws(HResult) {
    let thread = currentThread()
    update { $0.calls.append(DriverCall(thread: thread, function: function, resource: resource)) }
    let result = HResult(rawValue: body())
    update { $0.end(thread, with: result) }
    guard result.isSuccess else { throw result }
  }

  /// pfnSetErrorCb.
  func setError(_ error: HResult) {
    let thread = currentThread()
    update { $0.report(error, thread: thread) }
  }

  /// A callback's result on its way to the driver, which has to pass a failure on (U-332, U-373).
  func passedOn(_ result: HResult) -> HResult {
    let thread = currentThread()
    update { state in
      guard let call = state.calls.lastIndex(where: { $0.thread == thread }) else { return }
      state.calls[call].failure = result.isSuccess ? nil : result
      if result == .deviceRemoved { state.calls[call].sawRemoval = true }
    }
    return result
  }

  /// The driver broke a rule in the arguments of a callback.
  func misuse(_ rule: StaticString) -> HResult {
    update { $0.statistics.misuse(rule) }
    return passedOn(.invalidArgument)
  }

  func unserved(_ slot: StaticString) {
    update {
      $0.statistics.unservedCalls += 1
      $0.statistics.lastUnserved = slot
    }
  }

  /// The resource that this thread's innermost call of the driver creates; nil when it creates none.
  var resourceBeingCreated: RuntimeResource? {
    let thread = currentThread()
    return update { state in
      guard let call = state.calls.last(where: { $0.thread == thread }), call.function == .createResource else {
        return nil
      }
      return call.resource
    }
  }

  /// A number that no other living thread has.
  private func currentThread() -> UInt { UInt(pthread_self()) }
}
