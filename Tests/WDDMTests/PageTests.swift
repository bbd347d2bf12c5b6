import Testing
import WDDM

struct PageTests {
  @Test(arguments: [(0, 0), (1, 1), (4095, 1), (4096, 1), (4097, 2), (1 << 40, 1 << 28)] as [(UInt64, UInt64)])
  func bytesAreRoundedUpToPages(bytes: UInt64, count: UInt64) {
    #expect(pages(holding: bytes) == count)
  }

  @Test func aSizeWhosePagesDoNotFitIsNoNumberOfPages() throws {
    #expect(pages(holding: .max) == nil)
    #expect(pages(holding: .max - 4094) == nil)
    let most = try #require(pages(holding: .max - 4095))
    #expect(most == 1 << 52 - 1)
  }
}
