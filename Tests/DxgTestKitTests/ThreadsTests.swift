import DxgTestKit
import Locks
import Testing

struct ThreadsTests {
  @Test func everyBodyRunsAndMayWaitForAnother() {
    let signal = Signal()
    let seen = signal.count
    onThreads([{ while signal.count == seen { signal.wait(while: seen) } }, { signal.wake() }])
    #expect(signal.count == seen + 1)
  }
}
