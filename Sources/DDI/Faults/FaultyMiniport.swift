package import CWDDM
import Locks
package import WDDM

/// A driver whose functions, and the callbacks that it makes, fail as a plan says.
///
/// What may be refused fails before the driver hears of it. What ends something (Close, Destroy, Stop, Remove) the
/// driver does, and the failure is its answer; only a plan that names such a function makes it.
package final class FaultyMiniport: Miniport {
  let base: any Miniport
  let faults: FaultInjector
  private let failsCallbacks: Bool
  private let started = Guarded<Started?>(nil, rank: .driver)

  /// What stands between the driver and the kernel's callbacks while the device is started.
  private struct Started: Sendable {
    let target: CallbackTarget
    let cell: DeviceCell
  }

  /// - Parameter callbacks: whether callbacks are steps too.
  package init(_ base: any Miniport, _ faults: FaultInjector, callbacks: Bool = true) {
    self.base = base
    self.faults = faults
    failsCallbacks = callbacks
  }

  package var interfaceVersion: InterfaceVersion { base.interfaceVersion }
  package var functions: DriverFunctions { base.functions }
  package var isVerified: Bool { base.isVerified }

  /// A function that may be refused; the driver's callbacks come to ours first.
  func ask(_ function: DriverFunction, _ body: () -> NTStatus) -> NTStatus {
    if has(function), let fault = faults.hit(.driver(function)) { return fault.status ?? .unsuccessful }
    return pass(body)
  }

  /// A function that the kernel does not let fail.
  func tell(_ function: DriverFunction, _ body: () -> NTStatus) -> NTStatus {
    let fault = has(function) ? faults.hit(.driver(function)) : nil
    let answer = pass(body)
    return fault?.status ?? answer
  }

  func pass<Answer>(_ body: () -> Answer) -> Answer {
    guard failsCallbacks, let target = started.withLock({ $0?.target }) else { return body() }
    return CurrentCall.redirected(to: target, body)
  }

  // MARK: The life of an adapter

  package func addDevice(_ physicalDevice: HANDLE?, _ context: inout HANDLE?) -> NTStatus {
    ask(.addDevice) { base.addDevice(physicalDevice, &context) }
  }

  package func startDevice(
    _ context: HANDLE?, _ info: inout DXGK_START_INFO, _ kernel: KernelInterface, _ sources: inout UInt32,
    _ children: inout UInt32
  ) -> NTStatus {
    guard failsCallbacks else {
      return ask(.startDevice) { base.startDevice(context, &info, kernel, &sources, &children) }
    }
    let ours = FaultyCallbacks(kernel, faults)
    let cell = DeviceCell.make(for: ours)
    started.withLock { $0 = Started(target: CallbackTarget(ours), cell: cell) }
    let inner = KernelInterface(callbacks: ours, deviceHandle: cell.handle)
    let status = ask(.startDevice) { base.startDevice(context, &info, inner, &sources, &children) }
    if !status.isSuccess { cell.revoke() }
    return status
  }

  package func stopDevice(_ context: HANDLE?) -> NTStatus {
    let status = tell(.stopDevice) { base.stopDevice(context) }
    started.withLock { $0 }?.cell.revoke()
    return status
  }

  package func stopDeviceAndReleasePostDisplayOwnership(
    _ context: HANDLE?, _ target: UInt32, _ display: inout DXGK_DISPLAY_INFORMATION
  ) -> NTStatus {
    // Refused, it has not stopped: StopDevice follows (K-008).
    let status = ask(.stopDeviceAndReleasePostDisplayOwnership) {
      base.stopDeviceAndReleasePostDisplayOwnership(context, target, &display)
    }
    if status.isSuccess { started.withLock { $0 }?.cell.revoke() }
    return status
  }

  package func removeDevice(_ context: HANDLE?) -> NTStatus {
    let status = tell(.removeDevice) { base.removeDevice(context) }
    started.withLock { $0 = nil }
    return status
  }

  package func notifySurpriseRemoval(_ context: HANDLE?, _ type: DXGK_SURPRISE_REMOVAL_TYPE) -> NTStatus {
    tell(.notifySurpriseRemoval) { base.notifySurpriseRemoval(context, type) }
  }

  package func resetFromTimeout(_ adapter: HANDLE?) -> NTStatus {
    ask(.resetFromTimeout) { base.resetFromTimeout(adapter) }
  }

  package func restartFromTimeout(_ adapter: HANDLE?) -> NTStatus {
    ask(.restartFromTimeout) { base.restartFromTimeout(adapter) }
  }

  package func unload() { pass { base.unload() } }

  package func queryAdapterInfo(_ adapter: HANDLE?, _ args: inout DXGKARG_QUERYADAPTERINFO) -> NTStatus {
    ask(.queryAdapterInfo) { base.queryAdapterInfo(adapter, &args) }
  }
}
