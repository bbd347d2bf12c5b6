@testable import Dxgkrnl
import DxgTestKit
import Testing

struct ViewSetTests {
  @Test func aRangeOverlapsAViewOrDoesNot() {
    var views = ViewSet()
    views.insert(address: 0x10000, bytes: 0x2000)
    views.insert(address: 0x20000, bytes: 0x1000)
    for (address, bytes, expected) in [
      (0x10000, 0x1000, true), (0x11000, 0x1000, true), (0xF000, 0x1000, false), (0xF000, 0x1001, true),
      (0x12000, 0xE000, false), (0x12000, 0xE001, true), (0x0, 0x100000, true), (0x21000, 0x1000, false),
    ] as [(UInt64, UInt64, Bool)] {
      #expect(views.overlaps(address: address, bytes: bytes) == expected, "\(address) \(bytes)")
    }
  }

  @Test(arguments: 1...10 as ClosedRange<UInt64>) func viewsAgreeWithAListOfPages(seed: UInt64) throws {
    var random = SplitMix64(seed: seed)
    var views = ViewSet()
    var model: [Range<UInt64>] = []
    for _ in 0..<500 {
      let start = UInt64(random.below(200))
      let range = start..<start + UInt64(1 + random.below(5))
      let overlaps = model.contains { $0.overlaps(range) }
      try #require(
        views.overlaps(address: range.lowerBound << 12, bytes: UInt64(range.count) << 12) == overlaps, "seed \(seed)")
      if !overlaps {
        views.insert(address: range.lowerBound << 12, bytes: UInt64(range.count) << 12)
        model.append(range)
      } else if let index = model.indices.randomElement(using: &random) {
        views.remove(address: model.remove(at: index).lowerBound << 12)
      }
      try #require(views.count == model.count)
    }
  }

  @Test func removingAViewThatWasNeverMadeStopsTheProgram() async {
    await #expect(processExitsWith: .failure) {
      var views = ViewSet()
      views.insert(address: 0x1000, bytes: 0x1000)
      views.remove(address: 0x2000)
    }
  }
}
