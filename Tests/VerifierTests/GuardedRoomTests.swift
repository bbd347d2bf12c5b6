import Testing

@testable import Verifier

/// Every byte around a part is guarded, for parts of every length.
struct GuardedRoomTests {
  @Test(arguments: [1, 7, 8, 15, 16, 17, 64, 2000]) func aByteBehindAPartIsMissed(count: Int) {
    let data = [UInt8](repeating: 1, count: count)
    for offset in [count, count + 1, GuardedRoom.size(of: count) - 1] {
      let isIntact = GuardedRoom.with(GuardedRoom.size(of: count)) { room in
        let part = unsafe data.withUnsafeBytes { unsafe room.copy($0.baseAddress, count) }
        unsafe part?.storeBytes(of: 0, toByteOffset: offset, as: UInt8.self)
        return unsafe room.isIntact(behind: part, count) || !room.isIntactInFront
      }
      #expect(!isIntact, "byte \(offset)")
    }
  }

  @Test func aByteBeforeTheFirstPartIsMissed() {
    let isIntact = GuardedRoom.with(GuardedRoom.size(of: 8)) { room in
      let part = unsafe [UInt64(1)].withUnsafeBytes { unsafe room.copy($0.baseAddress, 8) }
      unsafe part?.storeBytes(of: 0, toByteOffset: -1, as: UInt8.self)
      return room.isIntactInFront
    }
    #expect(!isIntact)
  }

  @Test func whatIsWrittenInsideIsTheDrivers() {
    let (isIntact, difference) = GuardedRoom.with(GuardedRoom.size(of: 20)) { room in
      let data = [UInt8](repeating: 9, count: 20)
      return unsafe data.withUnsafeBytes { data in
        let part = unsafe room.copy(data.baseAddress, 20)
        unsafe part?.storeBytes(of: 0, toByteOffset: 19, as: UInt8.self)
        let isIntact = unsafe room.isIntactInFront && room.isIntact(behind: part, 20)
        return unsafe (isIntact, firstDifference(data.baseAddress, part, 20))
      }
    }
    #expect(isIntact)
    #expect(difference ?? 0 == 19)
  }
}
