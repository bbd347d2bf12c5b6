internal import Synchronization

/// Says who may be in a driver: one thread at a time. Level zero has one of these for each process (K-079).
public final class ExclusiveGate: Sendable {
  private let lock = FutexLock()
  private let rank: LockRank

  public init(rank: LockRank) { self.rank = rank }

  @inline(__always)
  public func enter() {
    LockOrder.willAcquire(rank)
    lock.lock()
  }

  @inline(__always)
  public func leave() {
    lock.unlock()
    LockOrder.didRelease(rank)
  }
}

/// Shared by everybody who may be in a driver together, and taken alone for levels two and three (K-343).
public final class SharedGate: Sendable {
  /// The low bits count those inside; the top bit says that somebody is, or waits to be, alone.
  private let word = Atomic<UInt32>(0)
  private static let alone: UInt32 = 1 << 31
  /// Orders those who want to be alone.
  private let turn = FutexLock()
  private let rank: LockRank

  public init(rank: LockRank) { self.rank = rank }

  @inline(__always)
  public func enter() {
    LockOrder.willAcquire(rank)
    if word.wrappingAdd(1, ordering: .acquiring).newValue & Self.alone != 0 { waitShared() }
  }

  @inline(__always)
  public func leave() {
    if word.wrappingSubtract(1, ordering: .releasing).newValue == Self.alone { word.wake(.max) }
    LockOrder.didRelease(rank)
  }

  /// Waits until nobody is inside, and keeps everybody out.
  public func enterAlone() {
    LockOrder.willAcquire(rank)
    turn.lock()
    var seen = word.wrappingAdd(Self.alone, ordering: .acquiring).newValue
    while seen != Self.alone {
      word.sleep(while: seen)
      seen = word.load(ordering: .acquiring)
    }
  }

  public func leaveAlone() {
    word.wrappingSubtract(Self.alone, ordering: .releasing)
    word.wake(.max)
    turn.unlock()
    LockOrder.didRelease(rank)
  }

  @inline(never)
  private func waitShared() {
    while true {
      if word.wrappingSubtract(1, ordering: .releasing).newValue == Self.alone { word.wake(.max) }
      var seen = word.load(ordering: .relaxed)
      while seen & Self.alone != 0 {
        word.sleep(while: seen)
        seen = word.load(ordering: .relaxed)
      }
      if word.wrappingAdd(1, ordering: .acquiring).newValue & Self.alone == 0 { return }
    }
  }
}
