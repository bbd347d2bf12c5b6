import Testing
import WDDM

struct TextTests {
  @Test func thousandsAreSeparated() {
    #expect(grouped(0) == "0")
    #expect(grouped(999) == "999")
    #expect(grouped(1000) == "1,000")
    #expect(grouped(1_073_741_824) == "1,073,741,824")
    #expect(grouped(.max) == "18,446,744,073,709,551,615")
  }

  @Test func hexIsUpperCaseAndPadded() {
    #expect(hex(0xAB) == "AB")
    #expect(hex(0xAB, digits: 4) == "00AB")
    #expect(hex(0) == "0")
  }
}
