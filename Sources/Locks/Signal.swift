internal import CSystem
internal import Synchronization

/// Something that can be waited for without losing a change: read the count, look, and sleep while the count stays.
public final class Signal: Sendable {
  private let word = Atomic<UInt32>(0)

  public init() {}

  public var count: UInt32 { word.load(ordering: .acquiring) }

  /// Sleeps while the count is `seen`; may wake for no reason.
  public func wait(while seen: UInt32) { word.sleep(while: seen) }

  /// The same, but at most until the machine's monotonic clock shows that time.
  ///
  /// - Parameter deadline: nanoseconds, as ``MonotonicTime/now`` counts them.
  public func wait(while seen: UInt32, until deadline: UInt64) { word.sleep(while: seen, until: deadline) }

  /// Counts one up and wakes everybody.
  public func wake() {
    word.wrappingAdd(1, ordering: .acquiringAndReleasing)
    word.wake(.max)
  }
}

/// The clock by which deadlines of ``Signal/wait(while:until:)`` are meant: it never goes back, and nobody sets it.
public enum MonotonicTime {
  /// Nanoseconds since some moment before the program began.
  public static var now: UInt64 { dxgk_monotonic_nanoseconds() }
}
