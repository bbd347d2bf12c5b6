import Testing
@testable import VidMm

struct SizeClassTests {
  @Test func everyClassHoldsWhatItIsFor() {
    var last = 0
    for pages in 1...100_000 as ClosedRange<UInt64> {
      let sizeClass = SizeClass(holding: pages)
      guard sizeClass.pages >= pages, sizeClass.index >= last, sizeClass.index < SizeClass.count else {
        Issue.record("\(pages) pages are put into class \(sizeClass.index) of \(sizeClass.pages)")
        return
      }
      // At most an eighth longer than what it holds.
      #expect((sizeClass.pages - pages) * 8 <= pages)
      last = sizeClass.index
    }
  }

  @Test func aClassHoldsItselfAndNoMore() {
    for index in 1..<SizeClass.count {
      // By its own page count every class is found again.
      let sizeClass = SizeClass(holding: classPages(index))
      #expect(sizeClass.index == index)
      #expect(SizeClass(holding: sizeClass.pages + 1).index == index + 1 || index == SizeClass.count - 1)
    }
  }

  /// The pages of a class, computed the slow way: the largest count that is put into it.
  private func classPages(_ index: Int) -> UInt64 {
    var low: UInt64 = 1
    var high: UInt64 = 1 << 50
    while low < high {
      let middle = (low + high + 1) / 2
      if SizeClass(holding: middle).index <= index { low = middle } else { high = middle - 1 }
    }
    return low
  }

  @Test func smallSizesWasteNothing() {
    for pages in 1...16 as ClosedRange<UInt64> { #expect(SizeClass(holding: pages).pages == pages) }
  }

  @Test func theLargestFitsTheTable() {
    #expect(SizeClass(holding: 1 << 44).index < SizeClass.count)
  }
}
