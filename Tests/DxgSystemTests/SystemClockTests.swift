import CSystem
@testable import DxgSystem
import Dxgkrnl
import Locks
import Testing

/// The clock that waits end by. What makes time virtual does so for a whole process, so it runs in one of its own.
struct SystemClockTests {
  @Test func timeGoesOnAndTheSystemsIsOfThisMillennium() {
    let clock = SystemClock()
    let first = clock.interruptTime
    #expect(clock.interruptTime >= first)
    // 2020 in units of 100 ns since 1601.
    #expect(clock.systemTime > 132_223_104_000_000_000)
  }

  @Test func aSleepEndsWithItsTimeOrItsSignal() {
    let clock = SystemClock()
    let signal = Signal()
    clock.sleep(on: signal, while: signal.count, until: clock.interruptTime)
    let deadline = clock.interruptTime + 10_000
    while clock.interruptTime < deadline { clock.sleep(on: signal, while: signal.count, until: deadline) }
    let seen = signal.count
    signal.wake()
    clock.sleep(on: signal, while: seen, until: .max)
  }

  @Test func virtualTimeIsWhatItWasSetTo() async {
    await #expect(processExitsWith: .success) {
      dxgk_virtual_time_set(1000)
      let clock = SystemClock()
      #expect(clock.interruptTime == 10_000_000 && clock.systemTime == 10_000_000)
      let signal = Signal()
      clock.sleep(on: signal, while: signal.count, until: 10_000_000)
      _ = dxgk_virtual_time_advance(5)
      #expect(clock.interruptTime == 10_050_000)
    }
  }
}
