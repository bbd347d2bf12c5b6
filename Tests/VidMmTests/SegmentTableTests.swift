import Testing
import VidMm
import WDDM

struct SegmentTableTests {
  private func segment(
    _ id: Int, _ flags: SegmentFlags, _ size: UInt64, commitLimit: UInt64 = 0
  ) -> SegmentDescriptor {
    SegmentDescriptor(
      id: id, flags: flags, baseAddress: UInt64(id) << 40, size: size, commitLimit: commitLimit, cpuTranslatedAddress: 0
    )
  }

  private var table: SegmentTable {
    SegmentTable([
      segment(1, .cpuVisible, 1 << 30), segment(2, .use64KBPages, 2 << 30), segment(3, .aperture, 4 << 30),
      segment(4, .populatedFromSystemMemory, 512 << 20),
    ])
  }

  @Test func theImplicitSegmentIsTheIdAfterTheLastAndThirtyOne() {
    // K-060
    #expect(table.sets.nameable.rawValue == 0b1_1111 | 1 << 30 | 1 << 31)
    #expect(table.sets.apertures.rawValue == 0b1_0100 | 1 << 30 | 1 << 31)
    #expect(table.sets.using64KBPages.rawValue == 0b0010)
  }

  @Test func graphicsGetHalfOfTheMachineAndAtLeast64MiB() {
    // K-042
    #expect(SegmentTable.graphicsShare(of: 16 << 30) == 8 << 30)
    #expect(SegmentTable.graphicsShare(of: 100 << 20) == 64 << 20)
    #expect(SegmentTable.graphicsShare(of: 0) == 64 << 20)
  }

  @Test func dedicatedMemoryIsSplitByWhereItComesFrom() {
    // K-043
    #expect(table.dedicatedVideoMemory == 3 << 30)
    #expect(table.dedicatedSystemMemory(installed: 16 << 30) == 512 << 20)
    #expect(table.dedicatedSystemMemory(installed: 512 << 20) == 256 << 20)
  }

  @Test func sharedMemoryIsBoundedByEveryLimit() {
    // K-044, K-040, K-041: the aperture, the global limit, what is left of the graphics share.
    #expect(table.sharedSystemMemory(installed: 64 << 30, globalLimit: 0) == 4 << 30)
    #expect(table.sharedSystemMemory(installed: 64 << 30, globalLimit: 1 << 30) == 1 << 30)
    #expect(table.sharedSystemMemory(installed: 4 << 30, globalLimit: 0) == 2 << 30 - 512 << 20)
    let limited = SegmentTable([segment(1, .aperture, 4 << 30, commitLimit: 3 << 30)])
    #expect(limited.sharedSystemMemory(installed: 64 << 30, globalLimit: 0) == 3 << 30)
  }

  @Test func sumsThatOverflowStayAtTheLargestNumber() {
    // I-044
    let huge = SegmentTable([segment(1, [], 1 << 63), segment(2, [], 1 << 63), segment(3, [], 4096)])
    #expect(huge.dedicatedVideoMemory == .max)
  }
}
