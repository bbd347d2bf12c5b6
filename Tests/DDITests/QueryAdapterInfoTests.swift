import CWDDM
import DDI
import Testing
import WDDM

struct QueryAdapterInfoTests {
  private func session(
    version: InterfaceVersion = .wddm3_1, has functions: [DriverFunction] = [],
    _ change: @escaping @Sendable (inout DXGK_DRIVERCAPS) -> Void
  ) throws -> Session {
    let scripted = ScriptedMiniport()
    scripted.interfaceVersion = version
    functions.forEach { scripted.functions.insert($0) }
    scripted.onQuery = { args in
      guard args.Type == DXGKQAITYPE_DRIVERCAPS else { return .notSupported }
      var caps = DXGK_DRIVERCAPS()
      change(&caps)
      var output = args.output
      guard output.byteCount == version.driverCapsSize else { return .invalidParameter }
      output.fill(with: caps)
      return .success
    }
    return try Session(scripted)
  }

  @Test(arguments: [
    (InterfaceVersion.vista, 336), (.win7, 528), (.win8, 544), (.wddm1_3, 552), (.wddm2_0, 576), (.wddm2_4, 584),
    (.wddm2_9, 592), (.wddm3_1, 592),
  ])
  func theDriverIsToldTheSizeOfItsOwnVersion(version: InterfaceVersion, size: Int) throws {
    #expect(version.driverCapsSize == size)
    let session = try session(version: version, has: [.notifySurpriseRemoval]) {
      $0.HighestAcceptableAddress.QuadPart = 77
      $0.SupportSurpriseRemoval = 1
      $0.SupportSurpriseRemovalInHibernation = 1
    }
    let caps = try session.driver.driverCaps()
    #expect(caps.highestAcceptableAddress == 77)
    // A member that the version has not is not believed, whatever the driver wrote.
    #expect(caps.supportsSurpriseRemovalInHibernation == (version >= .win8))
    #expect(caps.supportsSurpriseRemoval == (version >= .wddm2_0))
  }

  @Test func twoKindsOfMmuExcludeEachOther() throws {
    let session = try session { $0.MemoryManagementCaps.Value = 1 << 5 | 1 << 6 | 1 << 7 }
    #expect(#expect(throws: Refusal.self) { _ = try session.driver.driverCaps() }?.rule == "K-016")
  }

  @Test(arguments: [1 << 5, 1 << 6, 1 << 7] as [UInt32])
  func virtualAddressingAndAnMmuGoTogether(bits: UInt32) throws {
    let session = try session { $0.MemoryManagementCaps.Value = bits }
    #expect(#expect(throws: Refusal.self) { _ = try session.driver.driverCaps() }?.rule == "K-017")
  }

  @Test func aCapabilityNeedsItsFunctions() throws {
    let engines = try session(has: [.queryEngineStatus]) { $0.SupportPerEngineTDR = 1 }
    let refusal = #expect(throws: Refusal.self) { _ = try engines.driver.driverCaps() }
    #expect(refusal == Refusal(.invalidParameter, "K-020", "DxgkDdiQueryDependentEngineGroup"))
    let removal = try session { $0.SupportSurpriseRemovalInHibernation = 1 }
    #expect(#expect(throws: Refusal.self) { _ = try removal.driver.driverCaps() }?.rule == "K-021")
  }

  @Test func privateDataGoesToTheDriverAndBack() throws {
    let scripted = ScriptedMiniport()
    scripted.onQuery = { args in
      let first = args.input.record(as: UInt8.self) ?? 0
      var output = args.output
      output.fill(with: first + 1)
      return .success
    }
    let session = try Session(scripted)
    var bytes: [UInt8] = [41, 0]
    var span = bytes.mutableSpan
    var data = unsafe span.mutableBytes
    try session.driver.umDriverPrivate(session.behalf, &data, hKmdProcess: nil)
    // K-013: a driver before 2.0 has no object for the process.
    #expect(bytes == [42, 0])
  }
}
