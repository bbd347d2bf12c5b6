internal import CSystem
internal import Dxgkrnl
package import Locks

/// The kernel's ``Clock`` on Linux: the monotonic clock, or, where dxgkctl.h made time virtual, what it was set to.
package final class SystemClock: Clock {
  private let sleepers = Sleepers(rank: .trace)

  package init() {}

  package var interruptTime: UInt64 {
    if let virtual = virtualMilliseconds { return virtual &* 10_000 }
    return MonotonicTime.now / 100
  }

  /// Virtual time begins with 1601.
  package var systemTime: UInt64 {
    if virtualMilliseconds != nil { return interruptTime }
    return dxgk_wall_nanoseconds() / 100 + Self.from1601To1970
  }

  package func sleep(on signal: Signal, while seen: UInt32, until deadline: UInt64) {
    if virtualMilliseconds != nil {
      sleepers.sleep(on: signal, while: seen) { virtualMilliseconds == nil || interruptTime >= deadline }
    } else {
      let (nanoseconds, overflow) = deadline.multipliedReportingOverflow(by: 100)
      signal.wait(while: seen, until: overflow ? .max : nanoseconds)
    }
  }

  /// Virtual time was moved, begun or ended: whoever sleeps looks again.
  package func timeChanged() { sleepers.wakeAll() }

  private static let from1601To1970: UInt64 = 116_444_736_000_000_000

  private var virtualMilliseconds: UInt64? {
    var milliseconds: UInt64 = 0
    return unsafe dxgk_virtual_time_get(&milliseconds) ? milliseconds : nil
  }
}
