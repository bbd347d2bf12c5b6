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
      #expect(driver.takeObserved() == [UInt32](repeating: notImplemented, count: 56 + 5))
      #expect(device.statistics.UnservedCalls == 56 + 5 + 39)
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

    // U-309: the sixth answer is of an allocation of the device, for which there is no hKMResource.
    @Test func theOlderCallbacksAreServedToo() throws {  // U-319, U-181, U-244
      defer { finish() }
      let before = try kernelState()
      driver.fault = .usesTheOlderCallbacks
      let texture = try #require(device.createTexture().resource)
      #expect(driver.takeObserved() == [UInt32](repeating: ok, count: 8))
      let statistics = device.statistics
      #expect(statistics.LockCalls == 2 && statistics.UnlockCalls == 1 && statistics.SetPriorityCalls == 2)
      #expect(statistics.Misuses == 0)
      #expect(texture.destroy() == ok)
      #expect(try kernelState() == before)
    }

    @Test func whatTheKernelRefusesReachesTheDriverAsItsCode() throws {  // U-155, U-182, U-240, U-102, U-344
      defer { finish() }
      driver.fault = .usesTheOlderCallbacksBadly
      #expect(device.createTexture().result == ok)
      // A Discard without NoExistingReference is the last (U-178).
      #expect(driver.takeObserved() == [UInt32](repeating: invalidArgument, count: 9) + [wasStillDrawing])
    }

    @Test func aDriverAsksItsKernelModeHalf() throws {  // U-362
      defer { finish() }
      driver.fault = .asksTheKernel
      #expect(device.createTexture().result == ok)
      #expect(driver.takeObserved() == [ok, ok, ok, invalidArgument, invalidArgument, invalidArgument])
      // The second named no device.
      #expect(device.statistics.EscapeCalls == 3)
    }

    @Test(arguments: [
      (Fault.allocatesSharedFromAnotherThread, "U-328", [invalidArgument]),
      (.allocatesSharedForTheDevice, "U-310", [ok]), (.allocatesSharedNotAtAll, "U-328", []),
    ])
    func aSharedResourceIsAllocatedInsideOfItsCreation(fault: Fault, rule: String, answers: [UInt32]) throws {
      defer { finish() }
      driver.fault = fault
      let texture = try #require(device.createTexture(flags: DXGRT_TEXTURE_SHARED).resource)
      #expect(driver.takeObserved() == answers)
      #expect(device.statistics.lastMisuse == rule)
      #expect(texture.shared().result == invalidArgument)
    }

    @Test func sharedResourcesOfOneKindHaveAsManyAllocations() throws {  // U-315
      defer { finish() }
      #expect(device.createTexture(flags: DXGRT_TEXTURE_SHARED).result == ok)
      driver.fault = .allocatesOneMore
      // The driver reports what pfnAllocateCb answered, which its CreateResource may not report (U-337).
      #expect(device.createTexture(flags: DXGRT_TEXTURE_SHARED).result == deviceRemoved)
      #expect(device.statistics.Misuses == 2)
    }

    @Test func aSharedResourceIsGivenBackAsAWhole() throws {  // U-313, U-317
      defer { finish() }
      let before = try kernelState()
      let texture = try #require(device.createTexture(flags: DXGRT_TEXTURE_SHARED).resource)
      driver.fault = .deallocatesWithACount
      #expect(texture.destroy() == ok)
      #expect(driver.takeObserved() == [ok])
      #expect(device.statistics.lastMisuse == "U-313")
      #expect(try kernelState() == before)
    }

    @Test func aListAloneLeavesTheResourceBehind() throws {  // U-318
      defer { finish() }
      let before = try kernelState()
      let texture = try #require(device.createTexture().resource)
      driver.fault = .deallocatesByListOnly
      #expect(texture.destroy() == ok)
      #expect(driver.takeObserved() == [ok])
      #expect(try kernelState() != before)
    }

    @Test func aFlushFinishesWhatWasDeferredOfSharedResources() throws {  // U-329
      defer { finish() }
      let texture = try #require(device.createTexture(flags: DXGRT_TEXTURE_SHARED).resource)
      driver.fault = .defersDeallocation
      #expect(texture.destroy() == ok)
      #expect(device.statistics.Misuses == 0)
      #expect(device.flush() == ok)
      #expect(device.statistics.lastMisuse == "U-329")
      driver.releaseDeferred()
      #expect(driver.takeObserved() == [ok])
      #expect(device.flush() == ok)
      #expect(device.statistics.Misuses == 1)
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
