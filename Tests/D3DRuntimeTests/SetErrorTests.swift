import CWDDM
import Testing
import WDDM

@testable import D3DRuntime

extension RuntimeTests {
  @Suite struct SetErrorTests {
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

    @Test func afterAnErrorDestroyResourceIsNotCalledAndNothingIsLeft() throws {  // U-339, U-340
      defer { finish() }
      let before = try kernelState()
      driver.fault = .reportsOutOfMemoryWithAllocations
      let (result, resource) = device.createTexture()
      #expect(result == outOfMemory)
      #expect(resource == nil)
      #expect(driver.takeDestroyedResources() == 0)
      #expect(try kernelState() == before)
      #expect(device.statistics.lastMisuse == "U-340")
      // The device is as good as before.
      driver.fault = .none
      #expect(device.removedReason == ok)
      #expect(device.createTexture().result == ok)
    }

    @Test func anUnsupportedResourceIsNoMistake() throws {  // U-339
      defer { finish() }
      driver.fault = .reportsUnsupported
      #expect(device.createTexture().result == unsupported)
      #expect(device.removedReason == ok)
    }

    @Test func successIsACriticalError() throws {  // U-336
      defer { finish() }
      driver.fault = .reportsSuccess
      #expect(device.createTexture().result == deviceRemoved)
      #expect(device.removedReason == driverInternal)
      #expect(device.statistics.criticalFunction == "pfnCreateResource")
      #expect(device.statistics.CriticalError == 0)
    }

    @Test func aCodeOutsideTheCategoryLosesTheDevice() throws {  // U-337
      defer { finish() }
      let before = try kernelState()
      driver.fault = .reportsInvalidArgument
      #expect(device.createTexture().result == deviceRemoved)
      #expect(UInt32(bitPattern: device.statistics.CriticalError) == invalidArgument)
      #expect(try kernelState() == before)
      // Sticky (U-338); cleaning up goes on.
      driver.fault = .none
      #expect(device.createTexture().result == deviceRemoved)
      #expect(device.createFlipChain().result == deviceRemoved)
      #expect(device.destroy() == ok)
    }

    @Test func nothingTakesAnErrorBack() throws {  // U-335, U-338
      defer { finish() }
      driver.fault = .reportsOutOfMemoryThenSuccess
      #expect(device.createTexture().result == deviceRemoved)
      #expect(device.statistics.SetErrorCalls == 3)
      #expect(device.removedReason == driverInternal)
    }

    @Test func anErrorOutsideOfAnyFunctionIsCritical() throws {
      defer { finish() }
      driver.fault = .reportsFromAnotherThread
      // CreateResource itself reported nothing.
      #expect(device.createTexture().result == ok)
      #expect(device.removedReason == driverInternal)
      #expect(device.statistics.criticalFunction == nil)
    }

    @Test func destroyResourceMayReportRemovalOnly() throws {  // U-341
      defer { finish() }
      let before = try kernelState()
      let texture = try #require(device.createTexture().resource)
      driver.fault = .reportsOutOfMemoryInDestroy
      #expect(texture.destroy() == deviceRemoved)
      #expect(device.statistics.criticalFunction == "pfnDestroyResource")
      #expect(try kernelState() == before)
    }

    /// What each function's page lists, and nothing else.
    @Test func eachFunctionMayReportWhatItsPageLists() {
      let codes: [HResult] = [
        .outOfMemory, .deviceRemoved, .dxgiUnsupported, .dxgiWasStillDrawing, .invalidArgument, .applicationError,
      ]
      let lists: [(DriverFunction, [HResult])] = [
        // U-339
        (.createResource, [.outOfMemory, .deviceRemoved, .dxgiUnsupported]),
        (.openResource, [.outOfMemory, .deviceRemoved]),
        // U-342
        (.resourceMap(mayWait: true), [.deviceRemoved]),
        (.resourceMap(mayWait: false), [.deviceRemoved, .dxgiWasStillDrawing]),
        // U-341
        (.destroyResource, [.deviceRemoved]), (.resourceUnmap, [.deviceRemoved]), (.flush, [.deviceRemoved]),
      ]
      for (function, list) in lists { #expect(codes.filter { function.mayReport($0) } == list, "\(function.name)") }
    }

    @Test func stillDrawingNeedsACallerWhoDoesNotWait() throws {  // U-342
      defer { finish() }
      let texture = try #require(device.createTexture().resource)
      driver.fault = .reportsStillDrawingInMap
      #expect(texture.map().result == deviceRemoved)
      #expect(device.removedReason == driverInternal)
    }

    @Test func anApplicationErrorIsNotTheDriversMistake() throws {  // U-343
      defer { finish() }
      driver.fault = .reportsApplicationError
      #expect(device.createTexture().result == deviceRemoved)
      #expect(device.removedReason == applicationError)
      #expect(device.statistics.CriticalError == 0)
      #expect(device.statistics.lastMisuse == "U-340")
    }
  }
}
