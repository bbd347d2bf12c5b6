import DDI
import Dxgkrnl
import DxgTestKit
import Testing
import WDDM

struct QueryAdapterInfoTests {
  private func query(
    _ scene: Scene, _ type: UInt32, bytes: Int, adapter: UInt32? = nil
  ) throws -> [UInt8] {
    var data = [UInt8](repeating: 0xEE, count: bytes)
    var span = data.mutableSpan
    // SAFETY: bytes; any bit pattern is one.
    var raw = unsafe span.mutableBytes
    try scene.process.queryAdapterInfo(adapter ?? scene.client.adapter, type: type, data: &raw)
    return data
  }

  private func word(_ bytes: [UInt8], at index: Int, of size: Int) -> UInt64 {
    bytes[index * size..<(index + 1) * size].reversed().reduce(0) { $0 << 8 | UInt64($1) }
  }

  /// W-038: exactly the size of the kind's structure.
  @Test(arguments: [(3, 24), (6, 12), (11, 4), (13, 4), (15, 4), (30, 4), (60, 80), (65, 8192)] as [(UInt32, Int)])
  func anotherSizeIsRefused(type: UInt32, size: Int) throws {
    let scene = try Scene()
    for wrong in [0, size - 1, size + 1] {
      scene.refuses(.invalidParameter, "W-038") { _ = try query(scene, type, bytes: wrong) }
    }
    _ = try query(scene, type, bytes: size)
    try scene.end()
  }

  @Test func aBadAdapterAndAnUnknownKindAreRefused() throws {
    let scene = try Scene()
    scene.refuses(.invalidParameter, "U-012") { _ = try query(scene, 13, bytes: 4, adapter: 0) }
    scene.refuses(.invalidParameter, "U-012") { _ = try query(scene, 13, bytes: 4, adapter: scene.client.device) }
    for type in [1, 2, 99, .max] as [UInt32] {
      scene.refuses(.invalidParameter, "W-038") { _ = try query(scene, type, bytes: 4) }
    }
    try scene.end()
  }

  @Test func aStoppedAdapterIsRemoved() throws {
    let scene = try Scene()
    try scene.adapter.stop()
    scene.refuses(.deviceRemoved, "U-016") { _ = try query(scene, 13, bytes: 4) }
    try scene.end()
  }

  /// K-042…K-044, of a machine of 8 GiB with 128 MiB of video memory and an aperture of 256 MiB.
  @Test func segmentSizesAreThoseOfTheCard() throws {
    let scene = try Scene()
    let bytes = try query(scene, 3, bytes: 24)
    #expect((0..<3).map { word(bytes, at: $0, of: 8) } == [128 << 20, 0, 256 << 20])
    try scene.end()
  }

  @Test func theVersionIsTheDriversAndTheTypeRenders() throws {
    let scene = try Scene()
    // W-040
    #expect(word(try query(scene, 13, bytes: 4), at: 0, of: 4) == 3100)
    #expect(word(try query(scene, 15, bytes: 4), at: 0, of: 4) == 1)
    #expect(word(try query(scene, 30, bytes: 4), at: 0, of: 4) == 1)
    try scene.end()
  }

  @Test func noUpdateOfTheDriverIsUnderWay() throws {
    let scene = try Scene()
    // W-039
    #expect(word(try query(scene, 11, bytes: 4), at: 0, of: 4) == 0)
    try scene.end()
  }

  @Test func theDescriptionComesInBothWidthsAndIsTerminated() throws {
    let scene = try Scene()
    let name = Array("A card for tests".utf8)
    let narrow = try query(scene, 65, bytes: 8192)
    #expect(name.indices.allSatisfy { narrow[$0 * 2] == name[$0] && narrow[$0 * 2 + 1] == 0 })
    // I-087: every byte behind it is ours too.
    #expect(narrow[(name.count * 2)...].allSatisfy { $0 == 0 })
    let wide = try query(scene, 65, bytes: 16384)
    #expect(name.indices.allSatisfy { wide[$0 * 4] == name[$0] })
    #expect(wide[(name.count * 4)...].allSatisfy { $0 == 0 })
    try scene.end()
  }

  @Test func theDriversOwnQueryGoesToTheDriver() throws {
    let scene = try Scene()
    #expect(word(try query(scene, 0, bytes: 4), at: 0, of: 4) == 0xD0D0_D0D0)
    scene.driver.script { $0.refuse = { $0 == .queryAdapterInfo ? .bufferTooSmall : nil } }
    scene.refuses(.bufferTooSmall, "K-010") { _ = try query(scene, 0, bytes: 4) }
    scene.driver.script { $0.refuse = { _ in nil } }
    try scene.end()
  }
}
