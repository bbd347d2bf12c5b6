import CWDDM
import Testing

@testable import D3DRuntime

extension RuntimeTests {
  @Suite struct LimitTests {
    @Test func commitThatRunsOutIsOutOfMemoryAndNoMore() throws {  // U-344
      let adapter = try TestAdapter(TestDriver.sample.get())
      defer { adapter.close() }
      let device = try #require(adapter.createDevice().device)
      // A GiB a texture, charged but never touched, until the kernel refuses one.
      var textures: [TestResource] = []
      var result = ok
      while result == ok && textures.count < 4096 {
        let (answer, texture) = device.createTexture(width: 16384, height: 16384)
        result = answer
        if let texture { textures.append(texture) }
      }
      #expect(result == outOfMemory)
      #expect(device.removedReason == ok)
      #expect(device.statistics.Misuses == 0)
      for texture in textures { #expect(texture.destroy() == ok) }
      #expect(device.createTexture().result == ok)
    }
  }
}
