import Dxgkrnl
import DxgTestKit
import Testing

/// Calls that meet, many times over, each time a little shifted; the thread sanitizer runs them too.
struct RaceTests {
  static let rounds = 100

  static let all: [Race] =
    Race.ofOneProcess + Race.ofEnds + Race.ofRemovals + Race.ofDepartures + Race.ofSharing + Race.ofNames
    + Race.ofKeyedMutexes + Race.ofFences + Race.ofFenceWaits

  @Test(arguments: all) func oneOfTwoOrdersIsWhatHappened(race: Race) throws {
    let scene = try Scene()
    scene.process.exit()
    let before = scene.digest
    var random = SplitMix64(seed: 1)
    var firsts = 0
    for round in 0..<Self.rounds {
      if try Self.play(race, in: scene, round, &random) == nil { firsts += 1 }
      try #require(scene.digest == before, "round \(round)")
    }
    print("\(race.name): in \(firsts) of \(Self.rounds) rounds the second call succeeded")
    try scene.end()
  }

  /// - Returns: what the second call was told.
  private static func play(
    _ race: Race, in scene: Scene, _ round: Int, _ random: inout SplitMix64
  ) throws -> Race.Answer {
    let stage = try RaceStage(scene, needsAdapter: race.needsAdapter)
    try race.prepare(stage)
    let (left, right) = race.run(on: stage, &random)
    try #require(race.allows(left, right), "round \(round): \(Race.text(left)), \(Race.text(right))")
    try race.afterwards(stage, left, right)
    try stage.end()
    return right
  }
}
