import CWDDM
import Testing

@testable import D3DRuntime

extension RuntimeTests {
  /// Drivers whose functions return their results (U-332, U-333, U-334).
  @Suite struct Direct3D9Tests {
    let driver: TestDriver
    let adapter: TestAdapter
    let device: TestDevice

    init() throws {
      driver = try TestDriver.freshFaulty9()
      adapter = try TestAdapter(driver, interface: DXGRT_INTERFACE_9)
      device = try #require(adapter.createDevice().device)
    }

    private func finish() {
      driver.fault9 = .none
      adapter.close()
    }

    @Test func aTextureKeepsItsBytesBetweenTwoLocks() throws {
      defer { finish() }
      let before = try kernelState()
      let texture = try #require(device.createTexture().resource)
      try texture.fill(with: 0xA5)
      #expect(try texture.holds(0xA5))
      #expect(texture.setPriority(0xA000_0000) == ok)
      #expect(device.flush() == ok)
      #expect(texture.destroy() == ok)
      #expect(try kernelState() == before)
      let statistics = device.statistics
      #expect(statistics.LockCalls == 2 && statistics.UnlockCalls == 2 && statistics.SetPriorityCalls == 1)
      #expect(statistics.Misuses == 0)
    }

    @Test func aFlipChainHasASurfaceForEachBuffer() throws {  // U-360, U-364
      defer { finish() }
      let chain = try #require(device.createFlipChain(buffers: 4, source: 0).resource)
      #expect(device.statistics.AllocateCalls == 1)
      for buffer in 0..<UInt32(4) { try chain.fill(with: UInt8(buffer + 1), in: buffer) }
      for buffer in 0..<UInt32(4) { #expect(try chain.holds(UInt8(buffer + 1), in: buffer)) }
      #expect(chain.map(4).result == invalidCall)
      #expect(chain.destroy() == ok)
      #expect(device.statistics.Misuses == 0)
    }

    @Test func theSurfacesMemoryIsTheRuntimes() throws {  // U-356
      defer { finish() }
      let texture = try #require(device.createTexture(flags: DXGRT_TEXTURE_SYSTEM_MEMORY).resource)
      try texture.fill(with: 0x3C)
      #expect(try texture.holds(0x3C))
      #expect(texture.destroy() == ok)
    }

    @Test func anotherDeviceOpensButOnlyTheMakerLocks() throws {  // U-173, U-322
      defer { finish() }
      let before = try kernelState()
      let texture = try #require(device.createTexture(flags: DXGRT_TEXTURE_SHARED).resource)
      try texture.fill(with: 0x42)
      let other = try #require(adapter.createDevice().device)
      let opened = try #require(other.openShared(texture.shared().handle).resource)
      // The driver passes the refusal on, and has done nothing wrong (U-332).
      #expect(opened.map().result == invalidArgument)
      #expect(other.statistics.Misuses == 0)
      #expect(try texture.holds(0x42))
      #expect(opened.destroy() == ok && texture.destroy() == ok && other.destroy() == ok)
      #expect(try kernelState() == before)
    }

    @Test func aDriverMayPutAllocationsOff() throws {  // U-320
      defer { finish() }
      driver.fault9 = .defersAllocation
      let texture = try #require(device.createTexture(flags: DXGRT_TEXTURE_SHARED).resource)
      #expect(device.statistics.AllocateCalls == 0 && device.statistics.Misuses == 0)
      #expect(texture.destroy() == ok)
    }

    @Test(arguments: [
      (Fault9.inventsInvalidArgument, "U-334", invalidArgument), (.changesAnError, "U-332", invalidCall),
      (.hidesAnError, "U-332", ok),
    ])
    func anErrorGoesThroughTheDriverUnchanged(fault: Fault9, rule: String, result: UInt32) throws {
      defer { finish() }
      driver.fault9 = fault
      let answer = device.createTexture()
      #expect(answer.result == result)
      #expect(device.statistics.lastMisuse == rule)
      // A returned code loses no device.
      #expect(device.removedReason == ok)
      driver.fault9 = .none
      #expect(device.createTexture().result == ok)
    }

    @Test func memoryThatIsMissedByNobodyNeedNotBeReported() throws {  // U-333
      defer { finish() }
      driver.fault9 = .hidesOptionalMemory
      #expect(device.createTexture().result == ok)
      #expect(driver.takeObserved().count == 1 && device.statistics.Misuses == 0)
    }

    @Test func anUnlockOfWhatIsNotLockedMayBeAnInvalidArgument() throws {  // U-334
      defer { finish() }
      let texture = try #require(device.createTexture().resource)
      driver.fault9 = .unlocksWhatIsNotLocked
      #expect(texture.unmap() == invalidArgument)
      #expect(device.statistics.Misuses == 0)
    }

    @Test func whatAFailedCreationLeftIsDestroyed() throws {  // U-340
      defer { finish() }
      let before = try kernelState()
      driver.fault9 = .failsCreateWithAllocations
      #expect(device.createTexture().result == outOfMemory)
      #expect(device.statistics.lastMisuse == "U-340")
      #expect(try kernelState() == before)
    }

    @Test func aFormatWithoutANameIsRefused() throws {
      defer { finish() }
      var texture = DXGRT_TEXTURE()
      texture.Width = 16
      texture.Height = 16
      texture.Format = DXGI_FORMAT_R32G32B32A32_FLOAT.rawValue
      var resource: DXGRT_HRESOURCE?
      #expect(asClient { unsafe DxgRtCreateTexture(device.handle, &texture, &resource) } == invalidArgument)
    }

    @Test func aDriverOfTheOtherInterfaceHasNoEntryPoint() throws {
      defer { finish() }
      unsafe #expect(opened(try TestDriver.sample.get().path, interface: DXGRT_INTERFACE_9).result == 0x8007_007F)
      unsafe #expect(opened(driver.path).result == 0x8007_007F)
      unsafe #expect(opened(driver.path, interface: 10).result == invalidArgument)
    }

    @Test func aDriverThatSaysNoVersionIsNotUsed() throws {
      defer { finish() }
      let before = try kernelState()
      driver.fault9 = .saysNoVersion
      unsafe #expect(opened(driver.path, interface: DXGRT_INTERFACE_9).result == 0x887A_0004)
      #expect(try kernelState() == before)
    }

    @Test func removalIsReturned() async {  // U-302, U-373
      await #expect(processExitsWith: .success) {
        let driver = try TestDriver.freshFaulty9()
        let adapter = try TestAdapter(driver, interface: DXGRT_INTERFACE_9)
        let device = try #require(adapter.createDevice().device)
        let texture = try #require(device.createTexture().resource)
        let second = try #require(adapter.createDevice().device)
        try resetAdapter()
        #expect(device.createTexture().result == deviceRemoved)
        #expect(device.removedReason == deviceRemoved)
        #expect(device.statistics.Misuses == 0)
        // U-304
        #expect(texture.destroy() == ok)
        driver.fault9 = .hidesRemoval
        #expect(second.createTexture().result == ok)
        #expect(second.statistics.lastMisuse == "U-373")
        #expect(adapter.close() == ok)
      }
    }
  }
}
