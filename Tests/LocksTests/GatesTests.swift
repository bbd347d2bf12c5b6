import Locks
import Synchronization
import Testing

struct GatesTests {
  /// Counts who is inside, and remembers the most.
  private final class Room: Sendable {
    let exclusive = ExclusiveGate(rank: .processGate)
    let shared = SharedGate(rank: .adapterGate)
    let inside = Atomic<Int>(0)
    let alone = Atomic<Int>(0)
    let mistakes = Atomic<Int>(0)
  }

  @Test func anExclusiveGateLetsOneInAtATime() async {
    let room = Room()
    await withTaskGroup { group in
      for _ in 0..<4 {
        group.addTask {
          for _ in 0..<2_000 {
            room.exclusive.enter()
            if room.inside.wrappingAdd(1, ordering: .relaxed).newValue != 1 {
              room.mistakes.wrappingAdd(1, ordering: .relaxed)
            }
            room.inside.wrappingSubtract(1, ordering: .relaxed)
            room.exclusive.leave()
          }
        }
      }
    }
    #expect(room.mistakes.load(ordering: .relaxed) == 0)
  }

  @Test func whoIsAloneIsAloneAndOthersShare() async {
    let room = Room()
    await withTaskGroup { group in
      for _ in 0..<3 {
        group.addTask {
          for _ in 0..<2_000 {
            room.shared.enter()
            if room.alone.load(ordering: .relaxed) != 0 { room.mistakes.wrappingAdd(1, ordering: .relaxed) }
            room.inside.wrappingAdd(1, ordering: .relaxed)
            room.inside.wrappingSubtract(1, ordering: .relaxed)
            room.shared.leave()
          }
        }
      }
      for _ in 0..<2 {
        group.addTask {
          for _ in 0..<300 {
            room.shared.enterAlone()
            if room.alone.wrappingAdd(1, ordering: .relaxed).newValue != 1 || room.inside.load(ordering: .relaxed) != 0 {
              room.mistakes.wrappingAdd(1, ordering: .relaxed)
            }
            room.alone.wrappingSubtract(1, ordering: .relaxed)
            room.shared.leaveAlone()
          }
        }
      }
    }
    #expect(room.mistakes.load(ordering: .relaxed) == 0)
  }

  @Test func enteringAnExclusiveGateTwiceStopsTheProgram() async {
    await #expect(processExitsWith: .failure) {
      let gate = ExclusiveGate(rank: .processGate)
      gate.enter()
      gate.enter()
    }
  }
}
