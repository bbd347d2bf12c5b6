import CWDDM
import Testing

@testable import D3DRuntime

extension RuntimeTests {
  @Suite struct RuntimeResourceTests {
    let driver: TestDriver
    let adapter: TestAdapter
    let device: TestDevice

    init() throws {
      driver = try TestDriver.freshFaulty()
      adapter = try TestAdapter(driver)
      device = try #require(adapter.createDevice().device)
    }

    /// Whatever happened, the device and everything in it goes.
    private func finish() {
      driver.fault = .none
      adapter.close()
    }

    @Test func aTextureKeepsItsBytesBetweenTwoMaps() throws {
      defer { finish() }
      let before = try kernelState()
      let texture = try #require(device.createTexture().resource)
      try texture.fill(with: 0xA5)
      #expect(try texture.holds(0xA5))
      #expect(texture.destroy() == ok)
      #expect(try kernelState() == before)
      #expect(texture.destroy() == invalidArgument)
      #expect(device.statistics.Misuses == 0)
    }

    @Test func aFlipChainIsOneResourceWithAnAllocationForEachBuffer() throws {  // U-360, U-364
      defer { finish() }
      let calls = device.statistics.AllocateCalls
      let chain = try #require(device.createFlipChain(buffers: 4, source: 0).resource)
      #expect(device.statistics.AllocateCalls == calls + 1)
      for buffer in 0..<UInt32(4) { try chain.fill(with: UInt8(buffer + 1), in: buffer) }
      for buffer in 0..<UInt32(4) { #expect(try chain.holds(UInt8(buffer + 1), in: buffer)) }
      #expect(chain.destroy() == ok)
      #expect(device.statistics.Misuses == 0)
    }

    @Test func theRuntimesMemoryIsWhatTheAllocationShows() throws {
      defer { finish() }
      let before = try kernelState()
      let texture = try #require(device.createTexture(flags: DXGRT_TEXTURE_SYSTEM_MEMORY).resource)
      #expect(try texture.holds(0))
      try texture.fill(with: 0x3C)
      #expect(try texture.holds(0x3C))
      #expect(texture.destroy() == ok)
      #expect(try kernelState() == before)
    }

    @Test func memoryThatTheGPUCannotReachIsGoodForTheCPU() throws {  // U-327, U-326
      defer { finish() }
      let before = try kernelState()
      driver.fault = .failsToWrap
      let texture = try #require(device.createTexture(flags: DXGRT_TEXTURE_SYSTEM_MEMORY).resource)
      #expect(try kernelState() == before)
      try texture.fill(with: 0x4D)
      #expect(try texture.holds(0x4D))
      #expect(texture.destroy() == ok)
      #expect(device.statistics.Misuses == 0)
    }

    @Test(arguments: [
      (UInt32(0), UInt32(16)), (16, 0), (16385, 16), (16, 16385), (.max, .max),
    ])
    func aDimensionThatIsNoneIsRefused(width: UInt32, height: UInt32) throws {
      defer { finish() }
      let (result, resource) = device.createTexture(width: width, height: height)
      #expect(result == invalidArgument)
      #expect(resource == nil)
    }

    @Test func flagsAndCountsThatAreNoneAreRefused() throws {
      defer { finish() }
      #expect(device.createTexture(flags: 4).result == invalidArgument)
      #expect(device.createFlipChain(buffers: 1).result == invalidArgument)
      #expect(device.createFlipChain(buffers: 17).result == invalidArgument)
    }

    @Test func aPriorityReachesTheKernelThroughTheDriver() throws {  // U-244, U-245
      defer { finish() }
      let chain = try #require(device.createFlipChain(buffers: 3).resource)
      for priority in [UInt32(D3DDDI_ALLOCATIONPRIORITY_HIGH), 0x7800_0001, 0, .max] {
        #expect(chain.setPriority(priority) == ok)
        #expect(try chain.kernelPriority() == priority)
      }
      #expect(device.statistics.SetPriorityCalls == 4 && device.statistics.Misuses == 0)
      #expect(chain.destroy() == ok)
      #expect(chain.setPriority(0) == invalidArgument)
    }

    @Test(arguments: [(Fault.leavesSetPriorityEmpty, notImplemented, nil), (.hidesAPriorityError, ok, "U-332")])
    func aDriverThatSetsNoPriorityIsFound(fault: Fault, result: UInt32, rule: String?) throws {
      defer { finish() }
      driver.fault = fault
      let other = try #require(adapter.createDevice().device)
      let texture = try #require(other.createTexture().resource)
      #expect(texture.setPriority(0) == result)
      #expect(other.statistics.lastMisuse == rule && other.removedReason == ok)
    }

    @Test func aDriverThatNamesNoSizeMeansOutOfMemory() throws {
      defer { finish() }
      let before = try kernelState()
      driver.fault = .answersNoResourceSize
      #expect(device.createTexture().result == outOfMemory)
      #expect(device.removedReason == ok)
      #expect(try kernelState() == before)
    }

    @Test func aDeferredDeallocationStillFindsItsResource() throws {  // U-321
      defer { finish() }
      let before = try kernelState()
      let texture = try #require(device.createTexture().resource)
      driver.fault = .defersDeallocation
      #expect(texture.destroy() == ok)
      #expect(try kernelState() != before)
      driver.releaseDeferred()
      #expect(driver.takeObserved() == [ok])
      #expect(try kernelState() == before)
      driver.releaseDeferred()
      #expect(driver.takeObserved() == [invalidArgument])
      #expect(device.statistics.Misuses == 0)
    }

    @Test func nothingIsAllocatedForAResourceThatWasDestroyed() throws {  // U-308
      defer { finish() }
      let texture = try #require(device.createTexture().resource)
      driver.fault = .defersDeallocation
      #expect(texture.destroy() == ok)
      // Its memory is not given back yet, and it is the runtime's resource no longer.
      driver.allocateForDeferred()
      #expect(driver.takeObserved() == [invalidArgument])
      #expect(device.statistics.lastMisuse == "U-308")
      driver.releaseDeferred()
      #expect(driver.takeObserved() == [ok])
    }

    @Test func aPrimaryIsNotDeferred() throws {  // U-330
      defer { finish() }
      let chain = try #require(device.createFlipChain().resource)
      driver.fault = .defersDeallocation
      #expect(chain.destroy() == ok)
      #expect(device.statistics.lastMisuse == "U-330")
    }

    @Test func aListEmptiesAResourceAndItsHandleReleasesIt() throws {  // U-316
      defer { finish() }
      let before = try kernelState()
      let texture = try #require(device.createTexture().resource)
      driver.fault = .deallocatesByList
      #expect(texture.destroy() == ok)
      #expect(driver.takeObserved() == [ok])
      #expect(try kernelState() == before)
    }
  }
}
