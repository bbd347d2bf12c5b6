internal import Locks
internal import Synchronization
internal import WDDM

/// A keyed mutex: whoever acquires it names a key, and gets it when it was released with that key last. One object for
/// all processes that have it open; what a D3DKMT handle names is a ``KeyedMutexReference``.
final class KeyedMutex: Sendable {
  /// NtSecuritySharing: reached through NT handles only, never through a global handle (W-223).
  let isNtSecured: Bool
  let state: Guarded<KeyedMutexState>
  private let number = Atomic<UInt32>(0)

  /// - Parameter key: the key that acquires it first (W-225).
  init(key: UInt64, isNtSecured: Bool, runtimeData: [UInt8]) {
    self.isNtSecured = isNtSecured
    self.state = Guarded(KeyedMutexState(key: key, runtimeData: runtimeData), rank: .objects)
  }

  /// Counts the keyed mutexes of the kernel from 1; stands for it in events. Given when its creation has succeeded.
  var ordinal: UInt32 { number.load(ordering: .relaxed) }

  func give(ordinal: UInt32) { number.store(ordinal, ordering: .relaxed) }

  /// Takes a reference for a local handle or an NT handle.
  ///
  /// - Returns: false when the last one is gone already. Whoever gets true calls ``Kernel/release(_:)`` once.
  func retain() -> Bool { state.withLock { $0.life.retain() } }
}

/// A process's handle on a keyed mutex. It is the reference that owns the mutex, not the thread or the process.
struct KeyedMutexReference: ~Copyable {
  var handle: UInt32 = 0
  let mutex: KeyedMutex
  /// The handle was destroyed; protected by the mutex's lock, so that no wait begins behind its back.
  let hasEnded = Atomic<Bool>(false)

  init(_ mutex: KeyedMutex) { self.mutex = mutex }
}

extension Process {
  /// Says that there is a handle on a keyed mutex.
  func recordCreated(_ handle: UInt32, _ mutex: KeyedMutex, wasOpened: Bool) {
    guard kernel.isObserved else { return }
    kernel.events?.record(
      .keyedMutexCreated(
        KeyedMutexCreated(
          process: ordinal, keyedMutex: handle, object: mutex.ordinal,
          globalShare: mutex.state.withLock { $0.life.globalHandle }, isNtSecured: mutex.isNtSecured,
          wasOpened: wasOpened)))
  }
}
