import Locks
import Testing

struct SignalTests {
  @Test func aChangeBetweenLookingAndSleepingIsNotLost() {
    let signal = Signal()
    let seen = signal.count
    signal.wake()
    // Returns at once: the count is no longer what was seen.
    signal.wait(while: seen)
    #expect(signal.count == seen + 1)
  }
}
