internal import Locks
internal import Synchronization

/// What a keyed mutex decides; it takes no lock, wakes nobody and knows no clock.
///
/// It is in exactly one of these states:
///
/// - **free**, with the key that acquires it;
/// - **owned** by one local handle;
/// - **abandoned**: the handle that owned it was destroyed. Nobody acquires it any more (W-230).
struct KeyedMutexState: ~Copyable {
  var life = SharedLife()
  /// For the runtimes of those who share it. Once there is some, its size stays (W-221).
  var runtimeData: [UInt8]
  /// What the last release said of the GPU's progress; 0 at first (W-226).
  private(set) var fence: UInt64 = 0
  private(set) var holder: Holder
  /// Those who wait, the longest first.
  private(set) var waits: [KeyedMutexWait] = []

  enum Holder {
    case nobody(key: UInt64)
    case owner(Record<KeyedMutexReference>)
    case abandoned
  }

  init(key: UInt64, runtimeData: [UInt8]) {
    holder = .nobody(key: key)
    self.runtimeData = runtimeData
  }
}

/// A call that waits for a keyed mutex.
final class KeyedMutexWait: Sendable {
  let key: UInt64
  let reference: Record<KeyedMutexReference>
  /// Set once, under the mutex's lock.
  let outcome = Gated<Outcome?>(nil, rank: .objects)
  let isOver = Signal()

  enum Outcome: Equatable {
    case acquired(fence: UInt64)
    case abandoned
    /// The handle it waited through was destroyed.
    case handleEnded
  }

  init(key: UInt64, reference: Record<KeyedMutexReference>) {
    self.key = key
    self.reference = reference
  }
}

extension KeyedMutexState {
  enum AcquireAnswer: Equatable {
    case acquired(fence: UInt64)
    case abandoned
    /// The handle that asks owns it already.
    case isOwner
    /// The handle that asks was destroyed.
    case handleEnded
    case mustWait
  }

  mutating func acquire(_ key: UInt64, for reference: Record<KeyedMutexReference>) -> AcquireAnswer {
    guard !reference.value.hasEnded.load(ordering: .relaxed) else { return .handleEnded }
    switch holder {
    case .abandoned: return .abandoned
    case .owner(let owner): return owner == reference ? .isOwner : .mustWait
    case .nobody(let free):
      guard free == key else { return .mustWait }
      holder = .owner(reference)
      return .acquired(fence: fence)
    }
  }

  mutating func enqueue(_ wait: KeyedMutexWait) { waits.append(wait) }

  /// Takes a wait back whose time is over.
  ///
  /// - Returns: what it came to in the last moment, if it did.
  mutating func withdraw(_ wait: KeyedMutexWait) -> KeyedMutexWait.Outcome? {
    if let outcome = wait.outcome.value { return outcome }
    waits.removeAll { $0 === wait }
    return nil
  }

  var isAbandoned: Bool { if case .abandoned = holder { true } else { false } }

  func isOwner(_ reference: Record<KeyedMutexReference>) -> Bool {
    if case .owner(let owner) = holder { owner == reference } else { false }
  }

  /// Releases it with `key`. It goes straight to whoever has waited longest for that key, so nobody overtakes.
  ///
  /// - Returns: the wait that is over by that; the caller of this wakes it.
  mutating func release(_ key: UInt64, fence: UInt64) -> KeyedMutexWait? {
    self.fence = fence
    guard let index = waits.firstIndex(where: { $0.key == key }) else {
      holder = .nobody(key: key)
      return nil
    }
    let next = waits.remove(at: index)
    holder = .owner(next.reference)
    next.outcome.value = .acquired(fence: fence)
    return next
  }

  /// Ends a handle: the waits through it are over, and if it owned the mutex, everybody's are.
  ///
  /// - Returns: the waits that are over.
  mutating func end(_ reference: Record<KeyedMutexReference>) -> [KeyedMutexWait] {
    reference.value.hasEnded.store(true, ordering: .relaxed)
    let isAbandoned = isOwner(reference)
    if isAbandoned { holder = .abandoned }
    let over = waits.filter { isAbandoned || $0.reference == reference }
    waits.removeAll { isAbandoned || $0.reference == reference }
    for wait in over { wait.outcome.value = wait.reference == reference ? .handleEnded : .abandoned }
    return over
  }
}
