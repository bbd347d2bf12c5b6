internal import Dxgkrnl
package import Locks

/// A ``Clock`` that moves when a test says so.
package final class VirtualClock: Clock {
  private let time = Guarded<UInt64>(0, rank: .trace)
  private let sleepers = Sleepers(rank: .trace)

  package init() {}

  package var interruptTime: UInt64 { time.withLock { $0 } }
  /// As if the machine had started when 1601 began.
  package var systemTime: UInt64 { interruptTime }

  package func sleep(on signal: Signal, while seen: UInt32, until deadline: UInt64) {
    sleepers.sleep(on: signal, while: seen) { interruptTime >= deadline }
  }

  /// Lets time pass.
  ///
  /// - Parameter units: of 100 ns.
  package func advance(by units: UInt64) {
    time.withLock { $0 += units }
    sleepers.wakeAll()
  }

  /// Threads that wait for a time, or are about to.
  package var waiting: Int { sleepers.count }
}
