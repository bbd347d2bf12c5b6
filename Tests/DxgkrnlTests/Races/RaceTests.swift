import Dxgkrnl
import DxgTestKit
import Testing

/// Calls that meet, many times over, each time a little shifted; the thread sanitizer runs them too.
struct RaceTests {
  static let rounds = 100

  @Test(arguments: Race.ofOneProcess + Race.ofEnds + Race.ofRemovals + Race.ofSharing + Race.ofSynchronization)
  func oneOfTwoOrdersIsWhatHappened(race: Race) throws {
    let scene = try Scene()
    scene.process.exit()
    let before = scene.digest
    var random = SplitMix64(seed: 1)
    var firsts = 0
    for round in 0..<Self.rounds {
      let stage = try RaceStage(scene)
      try race.prepare(stage)
      let (left, right) = race.run(on: stage, &random)
      try #require(race.allows(left, right), "round \(round): \(Race.text(left)), \(Race.text(right))")
      if right == nil { firsts += 1 }
      stage.end()
      try #require(scene.digest == before, "round \(round)")
    }
    print("\(race.name): in \(firsts) of \(Self.rounds) rounds the second call succeeded")
    try scene.end()
  }
}
