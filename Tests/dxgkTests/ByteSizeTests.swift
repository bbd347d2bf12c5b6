import Testing

@testable import dxgk

struct ByteSizeTests {
  @Test(
    arguments: [
      ("0", 0), ("4096", 4096), ("64K", 64 << 10), ("512M", 512 << 20), ("8G", 8 << 30), ("8g", 8 << 30),
      ("8GiB", 8 << 30), ("8gb", 8 << 30), ("1T", 1 << 40), ("12B", 12), ("18446744073709551615", UInt64.max),
    ] as [(String, UInt64)])
  func sizesHaveBinaryUnits(text: String, bytes: UInt64) {
    #expect(ByteSize(text)?.bytes == bytes)
  }

  @Test(arguments: ["", "G", "-1", "1.5G", "8 G", "8Q", "8GG", "0x10", "18446744073709551616", "16777216T", "٣", "½"])
  func anythingElseIsNoSize(text: String) {
    #expect(ByteSize(text) == nil)
  }

  @Test func videoMemoryIsATotalAndPerhapsAVisiblePart() {
    #expect(VideoMemory("4G")?.total.bytes == 4 << 30)
    #expect(VideoMemory("4G")?.visible == nil)
    #expect(VideoMemory("4G:256M")?.visible?.bytes == 256 << 20)
    #expect(VideoMemory("4G:0")?.visible?.bytes == 0)
  }

  @Test(arguments: ["", ":", "4G:", ":4G", "4G:5G", "0", "4G:1M:1M", "5000", "4G:1K"])
  func aVisiblePartIsAtMostTheTotal(text: String) {
    #expect(VideoMemory(text) == nil)
  }
}
