import CWDDM
import Testing

@testable import D3DRuntime

extension RuntimeTests {
  @Suite struct DeviceRemovalTests {
    let driver: TestDriver
    let adapter: TestAdapter
    let device: TestDevice

    init() throws {
      driver = try TestDriver.freshFaulty()
      adapter = try TestAdapter(driver)
      device = try #require(adapter.createDevice().device)
    }

    private func finish() {
      driver.fault = .none
      adapter.close()
    }

    @Test func aResetReachesTheProgramThroughTheDriver() throws {
      defer { finish() }
      let texture = try #require(device.createTexture().resource)
      try resetAdapter()
      // The runtime learns of it when the driver reports what pfnAllocateCb answered (U-373).
      #expect(device.removedReason == ok)
      #expect(device.createTexture().result == deviceRemoved)
      #expect(device.removedReason == deviceRemoved)
      #expect(texture.map().result == deviceRemoved)
      #expect(texture.unmap() == ok)
      #expect(texture.destroy() == ok)
      #expect(device.statistics.Misuses == 0)
    }

    @Test func aDriverThatKeepsRemovalToItselfIsFound() throws {  // U-373
      defer { finish() }
      try resetAdapter()
      driver.fault = .swallowsDeviceRemoved
      #expect(device.createTexture().result == ok)
      #expect(driver.takeObserved() == [deviceRemoved])
      #expect(device.statistics.lastMisuse == "U-373")
    }

    /// A timeout of the first adapter; devices made afterwards work.
    private func resetAdapter() throws {
      var rows = DXGCTL_ADAPTER()
      var count: UINT = 1
      try #require(unsafe DxgCtlListAdapters(&rows, &count) >= 0)
      try #require(unsafe DxgCtlResetAdapter(&rows.AdapterLuid) >= 0)
    }
  }
}
