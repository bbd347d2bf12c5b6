import Locks
import Testing

struct GatedTests {
  @Test func whatIsChangedInsideTheGateIsReadInsideTheGate() {
    let gate = ExclusiveGate(rank: .processGate)
    let number = Gated(1, rank: .processGate)
    gate.enter()
    number.value += 1
    #expect(number.value == 2)
    gate.leave()
  }

  #if CHECKED
  @Test func touchingGatedStateOutsideOfItsGateStopsTheProgram() async {
    await #expect(processExitsWith: .failure) { Gated(1, rank: .processGate).value += 1 }
  }
  #endif
}
