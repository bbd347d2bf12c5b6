import DxgTestKit
import Testing

struct SplitMix64Tests {
  @Test func theSameSeedGivesTheSameNumbers() {
    var left = SplitMix64(seed: 42)
    var right = SplitMix64(seed: 42)
    for _ in 0..<100 { #expect(left.next() == right.next()) }
  }

  /// The first outputs for seed 0 as the algorithm's author publishes them.
  @Test func theNumbersAreThoseOfTheAlgorithm() {
    var random = SplitMix64(seed: 0)
    #expect(random.next() == 0xE220_A839_7B1D_CDAF)
    #expect(random.next() == 0x6E78_9E6A_A1B9_65F4)
  }

  @Test func aBoundIsNeverReached() {
    var random = SplitMix64(seed: 7)
    for _ in 0..<1000 { #expect(random.below(3) < 3) }
  }
}
