import CWDDM
import Testing

@testable import D3DRuntime

extension RuntimeTests {
  /// A reset reaches every device of the adapter, so each of these has a program and a kernel of its own.
  @Suite struct DeviceRemovalTests {
    @Test func aResetReachesTheProgramThroughTheDriver() async {
      await #expect(processExitsWith: .success) {
        let adapter = try TestAdapter(TestDriver.sample.get())
        let device = try #require(adapter.createDevice().device)
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
        #expect(adapter.close() == ok)
      }
    }

    @Test func aDriverThatKeepsRemovalToItselfIsFound() async {  // U-373
      await #expect(processExitsWith: .success) {
        let driver = try TestDriver.freshFaulty()
        let adapter = try TestAdapter(driver)
        let device = try #require(adapter.createDevice().device)
        try resetAdapter()
        driver.fault = .swallowsDeviceRemoved
        #expect(device.createTexture().result == ok)
        #expect(driver.takeObserved() == [deviceRemoved])
        #expect(device.statistics.lastMisuse == "U-373")
        #expect(adapter.close() == ok)
      }
    }

    @Test func aDeviceMadeAfterTheResetWorks() async {
      await #expect(processExitsWith: .success) {
        let adapter = try TestAdapter(TestDriver.sample.get())
        let lost = try #require(adapter.createDevice().device)
        try resetAdapter()
        #expect(lost.createTexture().result == deviceRemoved)
        let device = try #require(adapter.createDevice().device)
        let texture = try #require(device.createTexture().resource)
        try texture.fill(with: 0x5A)
        #expect(try texture.holds(0x5A))
        #expect(adapter.close() == ok)
      }
    }
  }
}

/// A timeout of the first adapter; devices made afterwards work.
func resetAdapter() throws {
  var row = DXGCTL_ADAPTER()
  var count: UINT = 1
  try #require(unsafe DxgCtlListAdapters(&row, &count) >= 0)
  try #require(unsafe DxgCtlResetAdapter(&row.AdapterLuid) >= 0)
}
