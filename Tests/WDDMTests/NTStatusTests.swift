import Testing
import WDDM

struct NTStatusTests {
  @Test func aFailureIsNegativeAndPendingIsNone() {
    #expect(NTStatus.success.isSuccess)
    #expect(NTStatus.pending.isSuccess)
    #expect(!NTStatus.invalidParameter.isSuccess)
    #expect(NTStatus.invalidParameter.rawValue == -1_073_741_811)
  }

  @Test func aStatusIsShownByItsName() {
    #expect(NTStatus.noMemory.description == "STATUS_NO_MEMORY")
    #expect(NTStatus.graphicsNoVideoMemory.description == "STATUS_GRAPHICS_NO_VIDEO_MEMORY")
    #expect(NTStatus(0xC000_FFFF).description == "0xC000FFFF")
  }

  @Test func noTwoNamesShareAValue() {
    #expect(Set(NTStatus.names.map(\.status)).count == NTStatus.names.count)
    #expect(Set(NTStatus.names.map(\.name)).count == NTStatus.names.count)
  }
}
