import Testing
import WDDM

struct RefusalTests {
  @Test func aRefusalNamesArgumentValueAndRule() {
    let refusal = Refusal(.invalidParameter, "U-017", "hDevice", 0x4000_0080)
    #expect(refusal.reason == "hDevice = 0x40000080: no live device of this process has that handle (U-017)")
  }

  @Test func aRefusalWithALimitNamesBothFigures() {
    let refusal = Refusal(.noMemory, "D-001", "Size", 2 << 30, bound: 1 << 30)
    #expect(
      refusal.reason
        == "Size: 2,147,483,648 against a limit of 1,073,741,824: "
        + "the machine's commit is used up; free allocations or raise the limit (D-001)")
  }

  @Test func aRuleWithoutASentenceIsStillShown() {
    #expect(Refusal(.unsuccessful, "I-099", "x").reason == "x = 0x0: the rule I-099 forbids it (I-099)")
  }

  @Test func refusalsAreEqualWhenAllTheirPartsAre() {
    let refusal = Refusal(.invalidParameter, "U-017", "hDevice", 1)
    #expect(refusal == Refusal(.invalidParameter, "U-017", "hDevice", 1))
    #expect(refusal != Refusal(.invalidHandle, "U-017", "hDevice", 1))
    #expect(refusal != Refusal(.invalidParameter, "U-018", "hDevice", 1))
    #expect(refusal != Refusal(.invalidParameter, "U-017", "hAdapter", 1))
    #expect(refusal != Refusal(.invalidParameter, "U-017", "hDevice", 2))
    #expect(refusal != Refusal(.invalidParameter, "U-017", "hDevice", 1, bound: 2))
  }
}
