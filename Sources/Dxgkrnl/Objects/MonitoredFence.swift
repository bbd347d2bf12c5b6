internal import Locks
internal import WDDM

/// A monitored fence: a 64-bit value in memory that its clients read, and those who wait for it.
///
/// The value that counts is the one here; the one in memory follows it. All fences of a kernel share one lock, so that
/// a wait or a signal of several objects is one step.
final class MonitoredFence: Sendable {
  /// The memory that shows the value.
  let page: FencePage
  /// Where in the page.
  let offset: UInt64
  /// Whether the page is this fence's alone, as a shared one's is.
  let isAlone: Bool
  /// What the fences' lock protects.
  let state: Gated<State>

  struct State: ~Copyable {
    var value: UInt64
    var waits: [FenceWait.Pending] = []
    /// Its memory is gone, or about to.
    var hasEnded = false
  }

  init(value: UInt64, page: FencePage, offset: UInt64, isAlone: Bool) {
    self.page = page
    self.offset = offset
    self.isAlone = isAlone
    self.state = Gated(State(value: value), rank: .fences)
  }
}

/// What the lock of all fences protects beside the fences themselves.
struct Fences: ~Copyable {
  /// Waits that are not over.
  var pendingWaits = 0
}
