import CWDDM
import DDI
import Locks
import SoftGPU
import Testing
import WDDM

/// A wrapper of the wire hears everything, whatever driver is behind it, and nobody notices.
struct WrapperTests {
  @Test(arguments: [AnyDriver.softGPU3_1, .minimalKmd3_1, .minimalKmd1_3])
  func aWrapperSeesBothDirections(_ kind: AnyDriver) throws {
    let wrapper = try CountingMiniport(CountingMiniport(kind.make(Findings())))
    let session = try Session(wrapper)
    #expect(try session.driver.segments().segments.count >= 2)
    var request = try session.create([SOFTGPU_ALLOCATION.blob(), SOFTGPU_ALLOCATION.blob()])
    try session.open(&request)
    session.close(request)
    session.destroy(request)
    let callbacks = try #require(wrapper.callbacks)
    session.end()

    #expect(wrapper.count(.queryAdapterInfo) == 2)
    for function in [DriverFunction.createAllocation, .openAllocation, .closeAllocation, .destroyAllocation] {
      #expect(wrapper.count(function) == 1)
    }
    #expect(callbacks.count(.getHandleData) == 2)
    #expect(callbacks.count(.getDeviceInformation) == 1)
    #expect((callbacks.count(.mapMemory), callbacks.count(.unmapMemory)) == (1, 1))
    // The kernel heard the same, under its own names.
    #expect(session.kernel.state.withLock { $0.calls.filter { $0 == .getHandleData }.count } == 2)
    #expect(session.kernel.state.withLock { $0.mapped } == [])
    #expect(session.findings.list == [])
  }
}
