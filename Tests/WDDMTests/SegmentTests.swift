import Testing
import WDDM

struct SegmentTests {
  @Test func aSetHasABitForEachSegmentFromOneOn() {
    let set = SegmentSet(rawValue: 0b101)
    #expect(set.contains(1) && !set.contains(2) && set.contains(3))
    #expect(!set.contains(0) && !set.contains(33) && !set.contains(-1))
    #expect(SegmentSet(rawValue: 1 << 31).contains(32))
  }

  @Test func subsetsAndUnionsAreThoseOfTheirBits() {
    let left = SegmentSet(rawValue: 0b011)
    #expect(SegmentSet(rawValue: 0b001).isSubset(of: left))
    #expect(!SegmentSet(rawValue: 0b100).isSubset(of: left))
    #expect(left.union(SegmentSet(rawValue: 0b100)).rawValue == 0b111)
    #expect(SegmentSet(rawValue: 0).isEmpty)
  }

  /// K-097, K-098: five ids of five bits, each with a direction.
  @Test func aPreferenceHoldsFiveIdsWithDirections() {
    let preference = SegmentPreference(rawValue: 3 | 1 << 5 | 31 << 24 | 1 << 29)
    #expect(preference.segment(0) == 3 && preference.isReversed(0))
    #expect(preference.segment(1) == 0 && !preference.isReversed(1))
    #expect(preference.segment(4) == 31 && preference.isReversed(4))
    #expect(preference.reserved == 0)
    #expect(SegmentPreference(rawValue: 1 << 31).reserved == 2)
  }
}
