import CWDDM
import Testing

@testable import D3DRuntime

extension RuntimeTests {
  @Suite struct DeviceCallbacksTests {
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

    @Test func everySlotThatIsNotServedSaysSoAndIsCounted() throws {
      defer { finish() }
      driver.fault = .callsEverySlot
      #expect(device.createTexture().result == ok)
      #expect(driver.takeObserved() == [UInt32](repeating: notImplemented, count: 61))
      #expect(device.statistics.UnservedCalls == 61 + 39)
      #expect(device.statistics.lastUnserved == "pfnStateCsConstBufCb")
      #expect(device.removedReason == ok)
    }

    @Test func nothingAndNobodysHandleAreInvalidArguments() throws {
      defer { finish() }
      driver.fault = .callsWithoutArguments
      #expect(device.createTexture().result == ok)
      #expect(driver.takeObserved() == [UInt32](repeating: invalidArgument, count: 9))
    }

    @Test func aHandleThatIsNoResourceOfTheDeviceIsRefused() throws {  // U-308
      defer { finish() }
      driver.fault = .allocatesWithAForeignHandle
      #expect(device.createTexture().result == ok)
      #expect(driver.takeObserved() == [invalidArgument, invalidArgument])
    }

    @Test func aSecondCallAddsToTheResource() throws {  // U-309
      defer { finish() }
      let before = try kernelState()
      driver.fault = .allocatesTwice
      let texture = try #require(device.createTexture().resource)
      #expect(driver.takeObserved() == [ok])
      #expect(texture.destroy() == ok)
      #expect(try kernelState() == before)
    }

    @Test func aSharedResourceIsAllocatedOnce() throws {  // U-311, U-312
      defer { finish() }
      driver.fault = .allocatesTwice
      let texture = try #require(device.createTexture(flags: DXGRT_TEXTURE_SHARED).resource)
      #expect(driver.takeObserved() == [invalidArgument])
      #expect(device.statistics.lastMisuse == "U-312")
      #expect(texture.destroy() == ok)
    }

    @Test func aDestroyedResourceIsNoneForTheDriverEither() throws {
      defer { finish() }
      let texture = try #require(device.createTexture().resource)
      driver.fault = .allocatesAfterDestroy
      #expect(texture.destroy() == ok)
      #expect(driver.takeObserved() == [invalidArgument, invalidArgument])
    }
  }
}
