import CWDDM
import Testing

@testable import D3DRuntime

extension RuntimeTests {
  @Suite struct RuntimeDeviceTests {
    @Test func aDriverAllocatesScratchMemoryInsideCreateDevice() throws {  // U-325
      let adapter = try TestAdapter(TestDriver.sample.get())
      defer { adapter.close() }
      let before = try kernelState()
      let device = try #require(adapter.createDevice().device)
      #expect(device.statistics.AllocateCalls == 1)
      #expect(try kernelState() != before)
      #expect(device.destroy() == ok)
      #expect(try kernelState() == before)
    }

    @Test(arguments: [
      (Fault.failsCreateDeviceWithScratch, outOfMemory), (.answersNoDeviceSize, outOfMemory),
      (.leavesDestroyResourceEmpty, fail),
    ])
    func aDeviceThatCannotBeCreatedLeavesNothing(fault: Fault, expected: UInt32) throws {
      let driver = try TestDriver.freshFaulty()
      let adapter = try TestAdapter(driver)
      defer { adapter.close() }
      let before = try kernelState()
      driver.fault = fault
      defer { driver.fault = .none }
      let (result, device) = adapter.createDevice()
      #expect(result == expected)
      #expect(device == nil)
      #expect(try kernelState() == before)
    }

    @Test func destroyingADeviceDestroysItsResourcesFirst() throws {
      let driver = try TestDriver.freshFaulty()
      let adapter = try TestAdapter(driver)
      defer { adapter.close() }
      let before = try kernelState()
      let device = try #require(adapter.createDevice().device)
      for _ in 0..<3 { _ = try #require(device.createTexture().resource) }
      _ = try #require(device.createFlipChain().resource)
      #expect(driver.takeDestroyedResources() == 0)
      #expect(device.destroy() == ok)
      #expect(driver.takeDestroyedResources() == 4)
      #expect(try kernelState() == before)
      #expect(device.destroy() == invalidArgument)
    }

    @Test func twoDevicesOfOneDriverDoNotMeet() throws {
      let adapter = try TestAdapter(TestDriver.sample.get())
      defer { adapter.close() }
      let first = try #require(adapter.createDevice().device)
      let second = try #require(adapter.createDevice().device)
      let texture = try #require(first.createTexture().resource)
      let other = try #require(second.createTexture().resource)
      try texture.fill(with: 0x11)
      try other.fill(with: 0x22)
      #expect(try texture.holds(0x11))
      #expect(first.destroy() == ok)
      #expect(try other.holds(0x22))
    }
  }
}
