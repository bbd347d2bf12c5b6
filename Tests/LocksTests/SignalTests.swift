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

  @Test func aWaiterWakesWhenTheCountChanges() async {
    let signal = Signal()
    let seen = signal.count
    await withTaskGroup { group in
      group.addTask { while signal.count == seen { signal.wait(while: seen) } }
      group.addTask { signal.wake() }
    }
    #expect(signal.count != seen)
  }
}
