import CWDDM
import DDI
import Locks
import SoftGPU
import Testing
import WDDM

/// What every driver of this project does, whatever language it is in and whatever version it declares.
enum AnyDriver: CaseIterable, CustomTestStringConvertible {
  case softGPU3_1, softGPU2_0, softGPU1_3, softGPU1_1, softGPU1_0, minimalKmd3_1, minimalKmd2_0, minimalKmd1_3

  var testDescription: String { "\(self)" }

  func make(_ findings: Findings) throws -> any Miniport {
    switch self {
    case .softGPU3_1: SoftGPU()
    case .softGPU2_0: SoftGPU(.init(version: .wddm2_0))
    case .softGPU1_3: SoftGPU(.init(version: .wddm1_3))
    case .softGPU1_1: SoftGPU(.init(version: .win7))
    case .softGPU1_0: SoftGPU(.init(version: .vista))
    case .minimalKmd3_1: try ForeignMiniport(path: CDrivers.minimalKmd3_1.get(), findings: findings)
    case .minimalKmd2_0: try ForeignMiniport(path: CDrivers.minimalKmd2_0.get(), findings: findings)
    case .minimalKmd1_3: try ForeignMiniport(path: CDrivers.minimalKmd1_3.get(), findings: findings)
    }
  }
}

struct WholeLifeTests {
  @Test(arguments: AnyDriver.allCases)
  func aDriverStartsAndDescribesItself(_ kind: AnyDriver) throws {
    let session = try Session(kind.make(Findings()))
    let caps = try session.driver.driverCaps()
    #expect(caps.highestAcceptableAddress > 0)
    let report = try session.driver.segments()
    #expect(report.segments.map(\.id) == Array(1...report.segments.count))
    #expect(report.segments.filter(\.isAperture).count == 1)
    #expect(report.segments[0].flags.contains(.cpuVisible))
    #expect(report.segments[0].cpuTranslatedAddress == 0x1_2000_0000)
    #expect(report.pagingBufferSegment == UInt32(report.segments.count))
    session.end()
    #expect(session.findings.list == [])
    #expect(session.kernel.state.withLock { $0.mapped } == [])
  }

  @Test(arguments: AnyDriver.allCases)
  func allocationsAreCreatedOpenedClosedAndDestroyed(_ kind: AnyDriver) throws {
    let session = try Session(kind.make(Findings()))
    var resource: HANDLE?
    let surface = SOFTGPU_ALLOCATION.blob(size: 0) {
      $0.Width = 100
      $0.Height = 10
      $0.Format = 21
    }
    var request = try session.create(
      [SOFTGPU_ALLOCATION.blob(), surface], isResource: true, resource: &resource)
    #expect(resource != nil)
    #expect(request.rows[0].description.size == 65536)
    #expect(request.rows[1].description.size == 512 * 10)
    #expect(request.rows.allSatisfy { $0.description.writeSegments.rawValue != 0 && $0.description.priority != 0 })
    try session.open(&request)
    // What the driver decided stands in the client's private data (K-175).
    #expect(SOFTGPU_ALLOCATION(request.data[48...]).Pitch == 512)
    #expect(SOFTGPU_ALLOCATION(request.data[48...]).Size == 5120)
    // K-187
    let description = try session.driver.describeAllocationIfServed(session.behalf, request.rows[1].hAllocation!)
    if let description { #expect(description.width == 100 && description.height == 10 && description.format == 21) }
    session.close(request)
    session.destroy(request, resource: resource)
    session.end()
    #expect(session.findings.list == [])
  }

  @Test(arguments: AnyDriver.allCases)
  func aFailingCreationLeavesNothing(_ kind: AnyDriver) throws {
    let session = try Session(kind.make(Findings()))
    let blobs = [SOFTGPU_ALLOCATION.blob(), SOFTGPU_ALLOCATION.blob { $0.Magic = 0 }]
    var resource: HANDLE?
    let refusal = #expect(throws: Refusal.self) {
      _ = try session.create(blobs, isResource: true, resource: &resource)
    }
    #expect(refusal?.status == .graphicsDriverMismatch)
    #expect(refusal?.rule == "K-068")
    #expect(resource == nil)
    session.end()
    #expect(session.findings.list == [])
  }

  @Test(arguments: AnyDriver.allCases)
  func aHandleThatTheKernelDoesNotKnowFailsTheOpening(_ kind: AnyDriver) throws {
    let session = try Session(kind.make(Findings()))
    var request = try session.create([SOFTGPU_ALLOCATION.blob(), SOFTGPU_ALLOCATION.blob()])
    request.rows[0].handle = 0x40
    request.rows[1].handle = 0x80
    let first = request.rows[0].hAllocation
    session.kernel.state.withLock { $0.allocations[0x40] = (first, nil, 0) }
    let refusal = #expect(throws: Refusal.self) { try session.reopen(&request, create: true) }
    // K-201: on NULL the driver answers STATUS_INVALID_HANDLE.
    // K-365
    #expect(refusal?.status == .invalidHandle)
    #expect(refusal?.rule == "K-171")
    #expect(request.rows.allSatisfy { $0.hDeviceSpecificAllocation == nil })
    session.destroy(request)
    session.end()
    #expect(session.findings.list == [])
  }

  @Test(arguments: AnyDriver.allCases)
  func addingToAResourceKeepsIt(_ kind: AnyDriver) throws {
    let session = try Session(kind.make(Findings()))
    var resource: HANDLE?
    let first = try session.create([SOFTGPU_ALLOCATION.blob()], isResource: true, resource: &resource)
    let made = resource
    let second = try session.create([SOFTGPU_ALLOCATION.blob()], isResource: true, resource: &resource)
    #expect(resource == made)
    session.destroy(second)
    session.destroy(first, resource: resource)
    session.end()
    #expect(session.findings.list == [])
  }

  @Test(arguments: AnyDriver.allCases)
  func onlyAKernelThatEnablesItLetsADriverShareBackingStores(_ kind: AnyDriver) throws {
    let shared = SOFTGPU_ALLOCATION.blob(flags: 1 | 8)
    let session = try Session(kind.make(Findings()))
    guard session.driver.version >= .wddm3_0 else {
      #expect(throws: Refusal.self) { _ = try session.create([shared]) }
      return session.end()
    }
    let request = try session.create([shared])
    #expect(request.rows[0].description.sharesBackingStore)
    try session.driver.setAllocationBackingStore(session.behalf, request.rows[0].hAllocation!, address: 0x7000)
    session.destroy(request)
    session.end()
  }
}

extension Driver {
  func describeAllocationIfServed(_ behalf: OnBehalf, _ handle: HANDLE) throws(Refusal) -> SurfaceDescription? {
    functions.contains(.describeAllocation) ? try describeAllocation(behalf, handle) : nil
  }
}
