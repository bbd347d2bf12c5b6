import Testing

@testable import D3DRuntime

struct SlotTableTests {
  @Test func aTokenFindsItsElementUntilItIsRemoved() {
    var table = SlotTable<String>()
    let first = table.insert(.device, "first")
    let second = table.insert(.device, "second")
    #expect(table.find(.device, first) == "first")
    table.remove(.device, first)
    #expect(table.find(.device, first) == nil)
    #expect(table.find(.device, second) == "second")
  }

  @Test func aSlotThatComesBackHasAnotherToken() {
    var table = SlotTable<String>()
    let stale = table.insert(.device, "old")
    table.remove(.device, stale)
    let fresh = table.insert(.device, "new")
    #expect(stale != fresh)
    #expect(table.find(.device, stale) == nil)
    table.remove(.device, stale)
    #expect(table.find(.device, fresh) == "new")
  }

  @Test(arguments: [UInt(0), 1, 2, 0xF, 0x12, .max, 1 << 63, 0xFFFF_FFF2])
  func bitsThatNobodyHandedOutFindNothing(bits: UInt) {
    var table = SlotTable<String>()
    _ = table.insert(.device, "only")
    #expect(table.find(.device, Token(bits: bits)) == nil)
  }

  @Test func aTokenOfAnotherKindFindsNothing() {
    var table = SlotTable<String>()
    let token = table.insert(.device, "device")
    #expect(table.find(.device, token.as(.coreLayer)) == nil)
    #expect(table.find(.device, token.as(.coreLayer).as(.device)) == "device")
  }
}
