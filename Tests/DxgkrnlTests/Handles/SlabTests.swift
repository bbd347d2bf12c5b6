@testable import Dxgkrnl
import DxgTestKit
import Testing

struct SlabTests {
  @Test func eachRecordHasItsOwnPlace() {
    var slab = Slab<UInt64>()
    let records = (0..<5_000).map { number in slab.take { UInt64(number) } }
    #expect(records.indices.allSatisfy { records[$0].value == UInt64($0) })
    #expect(slab.live == 5_000 && slab.blocks > 1)
    for record in records { slab.giveBack(record) }
    #expect(slab.live == 0)
  }

  @Test func aPlaceThatWasGivenBackIsTheNext() {
    var slab = Slab<UInt64>()
    let first = slab.take { 1 }
    let second = slab.take { 2 }
    slab.giveBack(first)
    let third = slab.take { 3 }
    #expect(third == first && second.value == 2)
    slab.giveBack(second)
    slab.giveBack(third)
  }

  @Test func memoryFollowsWhatIsLive() {
    var slab = Slab<UInt64>()
    let records = (0..<20_000).map { number in slab.take { UInt64(number) } }
    let full = slab.blocks
    for record in records { slab.giveBack(record) }
    #expect(full > 8 && slab.blocks == 1)
  }

  @Test(arguments: 1...20 as ClosedRange<UInt64>) func recordsKeepTheirValueWhateverHappensToOthers(seed: UInt64) throws
  {
    var random = SplitMix64(seed: seed)
    var slab = Slab<UInt64>()
    var live: [(record: Record<UInt64>, value: UInt64)] = []
    let target = random.pick([4, 100, 3_000])
    for _ in 0..<2_000 {
      if live.isEmpty || random.below(live.count + target) < target {
        let value = random.next()
        live.append((slab.take { value }, value))
      } else {
        let gone = live.remove(at: random.below(live.count))
        try #require(gone.record.value == gone.value)
        slab.giveBack(gone.record)
      }
      try #require(slab.live == live.count)
    }
    for entry in live {
      try #require(entry.record.value == entry.value)
      slab.giveBack(entry.record)
    }
  }

  @Test func whatARecordHoldsIsReleasedWithIt() {
    final class Witness {}
    var slab = Slab<Witness>()
    var witness: Witness? = Witness()
    weak let seen = witness
    let record = slab.take { witness! }
    witness = nil
    #expect(seen != nil)
    slab.giveBack(record)
    #expect(seen == nil)
  }

  @Test func aSlabThatIsDroppedWithRecordsStopsTheProgram() async {
    await #expect(processExitsWith: .failure) {
      var slab = Slab<UInt64>()
      _ = slab.take { 1 }
    }
  }
}
