import CWDDM
import DDI
import Testing
import WDDM

struct CloseAndDestroyAllocationTests {
  @Test func aFailureIsAFindingAndNothingElse() throws {
    let scripted = ScriptedMiniport()
    scripted.onCloseAllocation = { _ in .invalidParameter }
    scripted.onDestroyAllocation = { _, _, _ in .unsuccessful }
    let session = try Session(scripted)
    var request = try session.create([[]])
    try session.open(&request)
    session.close(request)
    session.destroy(request)
    #expect(session.findings.rules == ["K-180", "K-190"])
    #expect(session.findings.list.map(\.value) == [0xC000_000D, 0xC000_0001])
  }

  @Test func aResourceAloneIsDestroyedWithAnEmptyList() throws {
    let scripted = ScriptedMiniport()
    nonisolated(unsafe) var seen: (Int, UInt, Bool)?
    scripted.onDestroyAllocation = { handles, resource, destroysResource in
      unsafe seen = (handles.count, resource.bits, destroysResource)
      return .success
    }
    let session = try Session(scripted)
    var resource = HANDLE(bits: 0x40)
    let none: [HANDLE] = []
    session.driver.destroyAllocation(session.behalf, none.span, resource: &resource, destroyResource: true)
    // K-191
    #expect(unsafe seen! == (0, 0x40, true))
    #expect(resource == nil)
  }

  @Test func theDriverMayReplaceTheResourceThatStays() throws {
    let scripted = ScriptedMiniport()
    scripted.onDestroyAllocation = { _, resource, _ in
      resource = HANDLE(bits: 0x41)
      return .success
    }
    let session = try Session(scripted)
    var resource = HANDLE(bits: 0x40)
    let list = [HANDLE(bits: 8)!]
    session.driver.destroyAllocation(session.behalf, list.span, resource: &resource, destroyResource: false)
    // K-191
    #expect(resource.bits == 0x41)
  }

  @Test func unwindingPassesOverRowsWithoutAHandle() throws {
    let scripted = ScriptedMiniport()
    let session = try Session(scripted)
    let rows = [DriverAllocation(), DriverAllocation()]
    var none: HANDLE?
    session.driver.destroyAllocation(session.behalf, rows.span, resource: &none)
    #expect(scripted.log.last == .createDevice)
  }
}

extension Driver {
  fileprivate func destroyAllocation(_ behalf: OnBehalf, _ rows: Span<DriverAllocation>, resource: inout HANDLE?) {
    destroyAllocation(behalf, rows: rows, resource: &resource, destroyResource: false)
  }
}
