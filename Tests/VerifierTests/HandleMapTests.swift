import DxgTestKit
import Testing

@testable import Verifier

/// The records' table against a dictionary, over handles as drivers choose them.
struct HandleMapTests {
  @Test(arguments: [UInt64(1), 2, 3]) func itIsADictionary(seed: UInt64) {
    var random = SplitMix64(seed: seed)
    var map = HandleMap<UInt32>()
    var model: [UInt: UInt32] = [:]
    for step in 0..<20_000 {
      // Few of them, so that they come again; pointers, small numbers and tokens with a busy upper half.
      let number = UInt(random.next() % 700) + 1
      let key = [number, number << 4, number << 32 | 0x31, 0x5555_0000_0000 + number * 64][Int(random.next() % 4)]
      if random.next() % 3 == 0 {
        map[key] = nil
        model[key] = nil
      } else {
        map[key] = UInt32(step)
        model[key] = UInt32(step)
      }
      #expect(map.count == model.count, "seed \(seed)")
    }
    for (key, value) in model { #expect(map[key] ?? .max == value, "seed \(seed)") }
    var visited: [UInt: UInt32] = [:]
    map.forEach { visited[$0] = $1 }
    #expect(visited == model, "seed \(seed)")
    map.removeAll()
    #expect(map.count == 0 && model.keys.allSatisfy { !map.contains($0) })
  }

  @Test func nullIsNoHandle() {
    var map = HandleMap<UInt32>()
    map[0] = 1
    #expect(!map.contains(0) && map[0] == nil && map.count == 0)
  }
}
