/// Threads that sleep until a time that does not pass by itself: whoever moves it wakes them, and they look again.
public final class Sleepers: Sendable {
  private let signals: Guarded<[Signal]>

  public init(rank: LockRank) { signals = Guarded([], rank: rank) }

  /// Sleeps until `signal` counts on from `seen` or somebody calls ``wakeAll()``; may wake for no reason.
  ///
  /// - Parameter isDue: looked at once this thread is known to ``wakeAll()``, so that no move of the time is missed.
  public func sleep(on signal: Signal, while seen: UInt32, unless isDue: () -> Bool) {
    signals.withLock { $0.append(signal) }
    if !isDue() { signal.wait(while: seen) }
    signals.withLock { signals in
      // The same signal may be here more than once; each sleeper takes one away.
      if let index = signals.firstIndex(where: { $0 === signal }) { signals.remove(at: index) }
    }
  }

  public func wakeAll() {
    let all = signals.withLock { $0 }
    for signal in all { signal.wake() }
  }

  /// How many sleep, or are about to.
  public var count: Int { signals.withLock { $0.count } }
}
