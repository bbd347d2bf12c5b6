import DxgTestKit
import Testing
@testable import VidMm
import WDDM

struct FileSpaceTests {
  @Test func rangesAreDisjointAndStartOnPages() {
    var space = FileSpace()
    let first = space.reserve(pages: 3)
    let second = space.reserve(pages: 1)
    #expect(first == 0 && second == 3 * pageSize)
    #expect(space.reserved == 4 * pageSize && space.ranges == 2)
    space.release(offset: 0, pages: 3)
    #expect(space.reserved == pageSize && space.ranges == 1)
    #expect(space.reserve(pages: 3) == 0)
    space.release(offset: 0, pages: 3)
    space.release(offset: 3 * pageSize, pages: 1)
  }

  @Test func aFileThatIsUsedUpSaysSo() {
    var space = FileSpace()
    #expect(space.reserve(pages: 1 << 49) != nil)
    #expect(space.reserve(pages: 1 << 49) != nil)
    #expect(space.reserve(pages: 1) == nil)
    #expect(space.ranges == 2)
  }

  /// A list of ranges that is searched from front to back says the same.
  @Test(arguments: 1...30 as ClosedRange<UInt64>) func spaceAgreesWithModel(seed: UInt64) throws {
    var random = SplitMix64(seed: seed)
    var space = FileSpace()
    var live: [(offset: UInt64, pages: UInt64)] = []
    let largest = random.pick([1, 40, 5_000])
    let target = random.pick([3, 30])
    for _ in 0..<500 {
      if live.isEmpty || random.below(live.count + target) < target {
        let pages = UInt64(1 + random.below(largest))
        guard let offset = space.reserve(pages: pages) else {
          Issue.record("seed \(seed): the file is used up")
          return
        }
        try #require(offset % pageSize == 0)
        let end = offset + pages * pageSize
        try #require(
          live.allSatisfy { end <= $0.offset || $0.offset + $0.pages * pageSize <= offset }, "seed \(seed)")
        live.append((offset, pages))
      } else {
        let gone = live.remove(at: random.below(live.count))
        space.release(offset: gone.offset, pages: gone.pages)
      }
      try #require(space.ranges == live.count, "seed \(seed)")
      try #require(space.reserved == live.reduce(0) { $0 + $1.pages } * pageSize, "seed \(seed)")
    }
  }
}
