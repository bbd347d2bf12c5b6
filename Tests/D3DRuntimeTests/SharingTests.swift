import CWDDM
import Testing

@testable import D3DRuntime

extension RuntimeTests {
  @Suite struct SharingTests {
    let driver: TestDriver
    let adapter: TestAdapter
    let device: TestDevice
    let other: TestDevice

    init() throws {
      driver = try TestDriver.freshFaulty()
      adapter = try TestAdapter(driver)
      device = try #require(adapter.createDevice().device)
      other = try #require(adapter.createDevice().device)
    }

    private func finish() {
      driver.fault = .none
      adapter.close()
    }

    private func shared() throws -> (texture: TestResource, handle: UInt32) {
      let texture = try #require(device.createTexture(flags: DXGRT_TEXTURE_SHARED).resource)
      let (result, handle) = texture.shared()
      #expect(result == ok && handle & 0x3F == 2)
      return (texture, handle)
    }

    @Test func anOpenerGetsThePrivateDataOfTheCreationByteForByte() throws {  // U-323, U-059
      defer { finish() }
      let (_, handle) = try shared()
      driver.fault = .comparesPrivateData
      #expect(other.openShared(handle).result == ok)
      #expect(driver.takeObserved() == [ok])
    }

    @Test func twoDevicesSeeOneSurface() throws {  // U-322, U-059
      defer { finish() }
      let before = try kernelState()
      let (texture, handle) = try shared()
      let opened = try #require(other.openShared(handle).resource)
      try texture.fill(with: 0x77)
      #expect(try opened.holds(0x77))
      try opened.fill(with: 0x33)
      #expect(try texture.holds(0x33))
      // The driver allocated once (U-312, U-324), and the surface outlives its maker (U-107).
      #expect(other.statistics.AllocateCalls == 1 && device.statistics.AllocateCalls == 2)
      #expect(texture.destroy() == ok)
      #expect(try opened.holds(0x33))
      #expect(opened.destroy() == ok)
      #expect(try kernelState() == before)
      #expect(other.openShared(handle).result == invalidArgument, "its handle died with it (U-128)")
      #expect(device.statistics.Misuses == 0 && other.statistics.Misuses == 0)
    }

    @Test func theMakerOpensItsOwnSurface() throws {  // U-123, U-322
      defer { finish() }
      let (texture, handle) = try shared()
      let opened = try #require(device.openShared(handle).resource)
      #expect(unsafe opened.handle != texture.handle)
      try opened.fill(with: 0x21)
      #expect(try texture.holds(0x21))
      // An opened one can be opened from.
      #expect(opened.shared().result == invalidArgument)
      #expect(texture.destroy() == ok && opened.destroy() == ok)
    }

    @Test func whatIsNotSharedHasNoHandle() throws {
      defer { finish() }
      let texture = try #require(device.createTexture().resource)
      #expect(texture.shared().result == invalidArgument)
      for handle in [0, 2, 0x4000_0042, 0xFFFF_FFFF] as [UInt32] {
        #expect(other.openShared(handle).result == invalidArgument)
      }
    }

    @Test func anOpenThatTheDriverFailsLeavesTheSurfaceToItsMaker() throws {  // U-339
      defer { finish() }
      let (texture, handle) = try shared()
      let before = try kernelState()
      driver.fault = .reportsOutOfMemoryWithAllocations
      #expect(other.openShared(handle).result == outOfMemory)
      #expect(try kernelState() == before)
      #expect(other.statistics.Misuses == 0)
      driver.fault = .none
      #expect(try texture.holds(0))
      #expect(other.openShared(handle).result == ok)
    }

    @Test func openMayNotSayUnsupported() throws {  // U-337, U-339
      defer { finish() }
      let (_, handle) = try shared()
      driver.fault = .reportsUnsupportedInOpen
      #expect(other.openShared(handle).result == deviceRemoved)
      #expect(other.statistics.criticalFunction == "pfnOpenResource")
      #expect(device.removedReason == ok)
    }

    @Test func nothingIsAllocatedForAnOpenedSurface() throws {  // U-324
      defer { finish() }
      let (_, handle) = try shared()
      driver.fault = .allocatesInOpen
      #expect(other.openShared(handle).result == ok)
      #expect(driver.takeObserved() == [invalidArgument])
      #expect(other.statistics.lastMisuse == "U-312")
    }
  }
}
