import DDI
import DxgTestKit
import Dxgkrnl
import Testing
import WDDM

@testable import Verifier

/// A driver that breaks one rule, and what must be asked of it so that it shows.
struct Breach: Sendable, CustomTestStringConvertible {
  let rule: Rule
  let bend: Bend
  let play: @Sendable (VerifyingMiniport) -> Void

  /// Played through a whole life in the kernel unless `play` says otherwise.
  init(
    _ rule: Rule, _ version: InterfaceVersion = .wddm3_1,
    play: @escaping @Sendable (VerifyingMiniport) -> Void = { WholeLife.play($0) },
    _ change: (inout Bend) -> Void
  ) {
    self.rule = rule
    var bend = Bend()
    bend.version = version
    change(&bend)
    self.bend = bend
    self.play = play
  }

  /// What the verifier says of it.
  func findings(_ options: VerifierOptions = VerifierOptions(.all)) -> [DriverFinding] {
    let found = FoundList()
    play(VerifyingMiniport(wrapping: BentDriver(bend), findings: found, options: options))
    return found.all
  }

  var testDescription: String { "\(rule)" }
}
