import Locks
import Testing

struct GuardedTests {
  @Test func whatIsChangedUnderTheLockIsSeenUnderTheLock() {
    let number = Guarded(1, rank: .process)
    number.withLock { $0 += 1 }
    #expect(number.withLock { $0 } == 2)
  }

  @Test func anErrorLeavesTheLockFree() {
    struct Broken: Error {}
    let number = Guarded(1, rank: .process)
    #expect(throws: Broken.self) { try number.withLock { _ in throw Broken() } }
    #expect(number.withLock { $0 } == 1)
  }

  @Test func noIncrementOfManyThreadsIsLost() async {
    let box = Box()
    await withTaskGroup { group in
      for _ in 0..<4 { group.addTask { for _ in 0..<5_000 { box.number.withLock { $0 += 1 } } } }
    }
    #expect(box.number.withLock { $0 } == 20_000)
  }

  private final class Box: Sendable {
    let number = Guarded(0, rank: .process)
  }
}
