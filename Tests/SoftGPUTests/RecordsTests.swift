import CWDDM
import DDI
import Testing

@testable import SoftGPU

struct RecordsTests {
  @Test func tokensOfEndedObjectsAreStale() {
    var records = Records<UInt32>(kind: .allocation)
    let first = records.insert(7)
    #expect(records.remove(first) == 7)
    #expect(records.remove(first) == nil)
    #expect(records.index(of: first) == nil)
    let second = records.insert(8)
    #expect(second != first)
    #expect(records.index(of: first) == nil)
    #expect(records[records.index(of: second)!] == 8)
  }

  @Test func tokensOfAnotherKindAndNonsenseAreNoObjects() {
    var records = Records<UInt32>(kind: .allocation)
    var others = Records<UInt32>(kind: .opening)
    let other = others.insert(1)
    _ = records.insert(1)
    #expect(records.index(of: other) == nil)
    #expect(records.index(of: nil) == nil)
    for bits in [1, 4, 0x14, 0x1_0000_0004, UInt.max, 0x1_FFFF_FFF4] as [UInt] {
      #expect(records.index(of: HANDLE(bits: bits)) == nil)
    }
  }

  @Test func itAgreesWithADictionary() {
    var records = Records<UInt64>(kind: .device)
    var model: [HANDLE: UInt64] = [:]
    var live: [HANDLE] = []
    var state: UInt64 = 0x5EED
    func random(_ bound: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int(state >> 33) % bound
    }
    for step in 0..<20_000 as Range<UInt64> {
      if live.isEmpty || random(5) < 3 {
        let handle = records.insert(step)
        #expect(model.updateValue(step, forKey: handle) == nil)
        live.append(handle)
      } else {
        let victim = live.remove(at: random(live.count))
        #expect(records.remove(victim) == model.removeValue(forKey: victim))
      }
      if step % 2000 == 0 {
        for (handle, value) in model { #expect(records.index(of: handle).map { records[$0] } == value) }
      }
    }
    #expect(records.count == model.count)
    var seen: [HANDLE: UInt64] = [:]
    records.forEach { seen[$0] = $1 }
    #expect(seen == model)
  }
}
