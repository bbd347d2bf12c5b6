import Locks
import Testing

#if CHECKED
/// Checked builds stop at the first acquisition out of order (I-029).
struct LockOrderTests {
  @Test func locksMayBeTakenInTheOrderOfTheirRanks() {
    let outer = Guarded(0, rank: .kernel)
    let inner = Guarded(0, rank: .trace)
    outer.withLock { _ in inner.withLock { $0 = 1 } }
    #expect(inner.withLock { $0 } == 1)
  }

  @Test func theSameRankTwiceStopsTheProgram() async {
    // I-029
    await #expect(processExitsWith: .failure) {
      let first = Guarded(0, rank: .process)
      let second = Guarded(0, rank: .process)
      first.withLock { _ in second.withLock { $0 = 1 } }
    }
  }

  @Test func aLowerRankInsideOfAHigherStopsTheProgram() async {
    await #expect(processExitsWith: .failure) {
      let inner = Guarded(0, rank: .kernel)
      let outer = Guarded(0, rank: .process)
      outer.withLock { _ in inner.withLock { $0 = 1 } }
    }
  }

  @Test func aGateInsideOfALockStopsTheProgram() async {
    await #expect(processExitsWith: .failure) {
      let gate = ExclusiveGate(rank: .processGate)
      Guarded(0, rank: .kernel).withLock { _ in gate.enter() }
    }
  }

  @Test func aDriverWouldBeSeenToRunWithALockHeld() {
    // I-027
    #expect(!HeldLocks.includesStateLock)
    let gate = ExclusiveGate(rank: .processGate)
    gate.enter()
    #expect(!HeldLocks.includesStateLock)
    gate.leave()
    Guarded(0, rank: .kernel).withLock { _ in #expect(HeldLocks.includesStateLock) }
    #expect(!HeldLocks.includesStateLock)
  }
}
#endif
