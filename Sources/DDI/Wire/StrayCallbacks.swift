import Locks
import WDDM

/// Callbacks that say nothing of whose driver made them: from outside of any call, or with a handle that leads nowhere.
///
/// Each loaded driver that could have made one registers here; the first that recognises the caller hears of it.
enum StrayCallbacks {
  /// Who may be the caller.
  struct Listener: Sendable {
    let id: ObjectIdentifier
    /// Whether the code that runs now is the listener's driver. Called on the misbehaving thread.
    let isCaller: @Sendable () -> Bool
    let findings: any DriverFindings
  }

  private static let listeners = Guarded<[Listener]>([], rank: .driver)

  static func add(_ listener: Listener) { listeners.withLock { $0.append(listener) } }
  static func remove(_ id: ObjectIdentifier) { listeners.withLock { $0.removeAll { $0.id == id } } }

  /// Reports to the driver whose code is on this thread's stack; to nobody when it is none of ours.
  static func report(_ rule: Rule, _ callback: KernelCallback, _ argument: Refusal.Argument, _ value: UInt64) {
    let all = listeners.withLock { $0 }
    all.first { $0.isCaller() }?.findings.found(DriverFinding(rule, callback.name, argument, value))
  }
}
