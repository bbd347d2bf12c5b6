package import Locks

/// The time by which the kernel's waits end. An argument, so that a test decides when time passes.
///
/// Times are in units of 100 ns, as Windows counts them.
package protocol Clock: AnyObject, Sendable {
  /// Units since the machine started; never goes back. Relative timeouts are counted on it.
  var interruptTime: UInt64 { get }
  /// Units since the beginning of 1601 (UTC). Absolute timeouts are times on it.
  var systemTime: UInt64 { get }

  /// Sleeps until `signal` counts on from `seen` or ``interruptTime`` has reached `deadline`; may wake for no reason.
  func sleep(on signal: Signal, while seen: UInt32, until deadline: UInt64)
}

/// A machine without a clock: time stands still, so only a timeout of zero ever passes.
package final class StoppedClock: Clock {
  package init() {}

  package var interruptTime: UInt64 { 0 }
  package var systemTime: UInt64 { 0 }
  package func sleep(on signal: Signal, while seen: UInt32, until deadline: UInt64) { signal.wait(while: seen) }
}

/// How long a caller is ready to wait: `PLARGE_INTEGER` in units of 100 ns.
package enum Timeout: Sendable, Equatable {
  /// NULL.
  case never
  /// Zero or negative: so many units from now.
  case after(UInt64)
  /// Positive: a moment, in units since the beginning of 1601.
  case at(UInt64)

  package init(_ value: Int64) { self = value > 0 ? .at(UInt64(value)) : .after(value.magnitude) }
}

extension Clock {
  /// The interrupt time at which a wait that begins now ends; nil: never. A moment of the system time is turned into a
  /// span when the wait begins (docs/deviations.md).
  func deadline(_ timeout: Timeout) -> UInt64? {
    let span: UInt64
    switch timeout {
    case .never: return nil
    case .after(let units): span = units
    case .at(let moment):
      let now = systemTime
      span = moment > now ? moment - now : 0
    }
    let (deadline, overflow) = interruptTime.addingReportingOverflow(span)
    return overflow ? nil : deadline
  }
}
