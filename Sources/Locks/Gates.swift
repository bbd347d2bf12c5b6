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

  /// Enters all of `gates`, which have one rank and are in the same order for everybody: how one thread keeps all
  /// others out. What many take often stays cheap that way, and what one takes rarely pays.
  public static func enterAll(_ gates: [ExclusiveGate], rank: LockRank) {
    LockOrder.willAcquire(rank)
    for gate in gates { gate.lock.lock() }
  }

  public static func leaveAll(_ gates: [ExclusiveGate], rank: LockRank) {
    for gate in gates.reversed() { gate.lock.unlock() }
    LockOrder.didRelease(rank)
  }
}
