import Locks
import Synchronization
import Testing

struct GatesTests {
  /// Counts who is inside, and what went wrong.
  private final class Room: Sendable {
    let gates = [ExclusiveGate(rank: .processGate), ExclusiveGate(rank: .processGate)]
    let inside = [Counter(), Counter()]
    let mistakes = Counter()

    final class Counter: Sendable {
      let value = Atomic<Int>(0)
      var now: Int { value.load(ordering: .relaxed) }
      func change(_ difference: Int) { value.wrappingAdd(difference, ordering: .relaxed) }
    }
  }

  @Test func anExclusiveGateLetsOneInAtATime() async {
    let room = Room()
    await withTaskGroup { group in
      for _ in 0..<4 {
        group.addTask {
          for _ in 0..<2_000 {
            room.gates[0].enter()
            room.inside[0].change(1)
            if room.inside[0].now != 1 { room.mistakes.change(1) }
            room.inside[0].change(-1)
            room.gates[0].leave()
          }
        }
      }
    }
    #expect(room.mistakes.now == 0)
  }

  @Test func whoEntersAllGatesIsAlone() async {
    let room = Room()
    await withTaskGroup { group in
      for index in 0..<2 {
        group.addTask {
          for _ in 0..<2_000 {
            room.gates[index].enter()
            room.inside[index].change(1)
            room.inside[index].change(-1)
            room.gates[index].leave()
          }
        }
      }
      group.addTask {
        for _ in 0..<500 {
          ExclusiveGate.enterAll(room.gates, rank: .processGate)
          if room.inside[0].now != 0 || room.inside[1].now != 0 { room.mistakes.change(1) }
          ExclusiveGate.leaveAll(room.gates, rank: .processGate)
        }
      }
    }
    #expect(room.mistakes.now == 0)
  }

  #if CHECKED
  @Test func enteringAnExclusiveGateTwiceStopsTheProgram() async {
    await #expect(processExitsWith: .failure) {
      let gate = ExclusiveGate(rank: .processGate)
      gate.enter()
      gate.enter()
    }
  }

  @Test func enteringAllGatesInsideOfOneStopsTheProgram() async {
    await #expect(processExitsWith: .failure) {
      let gates = [ExclusiveGate(rank: .processGate)]
      gates[0].enter()
      ExclusiveGate.enterAll(gates, rank: .processGate)
    }
  }
  #endif
}
