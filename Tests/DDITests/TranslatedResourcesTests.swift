import CWDDM
import DDI
import Testing

struct TranslatedResourcesTests {
  @Test(arguments: [
    UInt64(4096), 256 << 20, 0xFFFF_FFFF, 1 << 32, 16 << 30, 1 << 40, 1 << 48,
  ])
  func aDriverReadsTheRangesThatWereAssigned(length: UInt64) {
    let ranges = [
      TranslatedResources.MemoryRange(start: 0x20_0000_0000, length: length),
      TranslatedResources.MemoryRange(start: 0xF000_0000, length: 65536),
    ]
    let resources = TranslatedResources(memory: ranges)
    var info = DXGK_DEVICE_INFO()
    resources.describe(in: &info)
    #expect(info.memoryRanges == ranges)
  }

  @Test func aDeviceMayHaveNone() {
    var info = DXGK_DEVICE_INFO()
    #expect(info.memoryRanges == [])
    let resources = TranslatedResources(start: 0, bytes: 0)
    resources.describe(in: &info)
    #expect(info.memoryRanges == [])
  }
}
