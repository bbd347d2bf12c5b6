internal import Synchronization

/// Something that can be waited for without losing a change: read the count, look, and sleep while the count stays.
public final class Signal: Sendable {
  private let word = Atomic<UInt32>(0)

  public init() {}

  public var count: UInt32 { word.load(ordering: .acquiring) }

  /// Sleeps while the count is `seen`; may wake for no reason.
  public func wait(while seen: UInt32) { word.sleep(while: seen) }

  /// Counts one up and wakes everybody.
  public func wake() {
    word.wrappingAdd(1, ordering: .acquiringAndReleasing)
    word.wake(.max)
  }
}
