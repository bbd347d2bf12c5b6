import CWDDM
import DDI
import Locks
import Testing
import WDDM

@testable import SoftGPU

/// The driver behind the caller, as a kernel meets it.
struct SoftGPUTests {
  /// As little of a kernel as the driver needs.
  final class Kernel: KernelCallbacks {
    struct State {
      var allocations: [UInt32: HANDLE?] = [:]
      var enabled = true
      var asked = 0
      var mapped = 0
    }
    let state = Guarded(State(), rank: .kernel)
    let resources: TranslatedResources
    init(bar: UInt64 = 256 << 20) { resources = TranslatedResources(start: 1 << 32, bytes: bar) }

    func getDeviceInformation(_ deviceHandle: HANDLE?, _ info: inout DXGK_DEVICE_INFO) -> NTStatus {
      resources.describe(in: &info)
      return .success
    }
    func mapMemory(
      _ deviceHandle: HANDLE?, _ translatedAddress: PHYSICAL_ADDRESS, _ length: UInt32, _ inIoSpace: BOOLEAN,
      _ mapToUserMode: BOOLEAN, _ cacheType: MEMORY_CACHING_TYPE, _ virtualAddress: inout UInt
    ) -> NTStatus {
      state.withLock { $0.mapped += 1 }
      virtualAddress = 4096
      return .success
    }
    func unmapMemory(_ deviceHandle: HANDLE?, _ virtualAddress: UInt) -> NTStatus {
      state.withLock { $0.mapped -= 1 }
      return .success
    }
    func isFeatureEnabled(_ args: inout DXGKARGCB_ISFEATUREENABLED) -> NTStatus { .notSupported }
    func queryFeatureSupport(_ args: inout DXGKARGCB_QUERYFEATURESUPPORT) -> NTStatus {
      args.Enabled = state.withLock { state in
        state.asked += 1
        return state.enabled ? 1 : 0
      }
      return .success
    }
    func getHandleData(_ args: DXGKARGCB_GETHANDLEDATA) -> HANDLE? {
      state.withLock { $0.allocations[args.hObject] ?? nil }
    }
    func getHandleParent(_ allocation: D3DKMT_HANDLE) -> D3DKMT_HANDLE { 0 }
    func enumHandleChildren(_ args: DXGKARGCB_ENUMHANDLECHILDREN) -> D3DKMT_HANDLE { 0 }
    func acquireHandleData(_ args: DXGKARGCB_GETHANDLEDATA, _ release: inout HANDLE?) -> HANDLE? { nil }
    func releaseHandleData(_ args: DXGKARGCB_RELEASEHANDLEDATA) {}
  }

  final class Findings: DriverFindings {
    private let all = Guarded<[DriverFinding]>([], rank: .trace)
    func found(_ finding: DriverFinding) { all.withLock { $0.append(finding) } }
    var rules: [Rule] { all.withLock { $0.map(\.rule) } }
  }

  private let kernel = Kernel()
  private let findings = Findings()

  private func started(_ gpu: SoftGPU, on kernel: Kernel? = nil) throws -> Driver {
    let driver = Driver(gpu, findings: findings)
    try driver.addDevice()
    _ = try driver.startDevice(luid: LUID(), callbacks: kernel ?? self.kernel)
    return driver
  }

  @Test func theSegmentsAreThoseOfTheConfiguration() throws {
    let driver = try started(SoftGPU(.init(videoMemory: 1 << 30, visibleVideoMemory: 64 << 20, aperture: 2 << 30)))
    let segments = try driver.segments().segments
    let sizes: [UInt64] = [64 << 20, 960 << 20, 2048 << 20]
    #expect(segments.map(\.size) == sizes)
    #expect(segments.map(\.commitLimit) == segments.map(\.size))
    #expect(segments[0].flags.contains(.cpuVisible))
    #expect(segments[0].cpuTranslatedAddress == 1 << 32)
    #expect(!segments[1].flags.contains(.cpuVisible))
    #expect(segments[2].isAperture)
    #expect(findings.rules == [])
  }

  @Test func aBarThatIsTooSmallFailsTheStart() throws {
    let driver = Driver(SoftGPU(), findings: findings)
    try driver.addDevice()
    let refusal = #expect(throws: Refusal.self) {
      _ = try driver.startDevice(luid: LUID(), callbacks: Kernel(bar: 4096))
    }
    #expect(refusal?.status == .insufficientResources)
  }

  @Test func theBarIsMappedWhileTheDeviceIsStarted() throws {
    let driver = try started(SoftGPU())
    // K-348
    #expect(kernel.state.withLock { $0.mapped } == 1)
    driver.stopDevice()
    #expect(kernel.state.withLock { $0.mapped } == 0)
    _ = try driver.startDevice(luid: LUID(), callbacks: kernel)
    driver.stopDevice()
    driver.removeDevice()
    #expect(findings.rules == [])
  }

  @Test func oneCardServesOneDevice() throws {
    let gpu = SoftGPU()
    let driver = try started(gpu)
    #expect(#expect(throws: Refusal.self) { try Driver(gpu, findings: findings).addDevice() }?.rule == "K-002")
    driver.stopDevice()
    driver.removeDevice()
    try Driver(gpu, findings: findings).addDevice()
  }

  @Test(arguments: [(InterfaceVersion.wddm2_9, true, false), (.wddm3_0, true, true), (.wddm3_1, false, false)])
  func theFeatureIsAskedForAndObeyed(version: InterfaceVersion, enabled: Bool, shares: Bool) throws {
    kernel.state.withLock { $0.enabled = enabled }
    let gpu = SoftGPU(.init(version: version))
    _ = try started(gpu)
    #expect(gpu.mayShareBackingStore == shares)
    #expect(kernel.state.withLock { $0.asked } == (version >= .wddm3_0 ? 1 : 0))
  }

  @Test func theUserModeHalfLearnsWhichCardItIs() throws {
    let driver = try started(SoftGPU())
    var bytes = [UInt8](repeating: 0, count: 64)
    var span = bytes.mutableSpan
    var data = unsafe span.mutableBytes
    try driver.umDriverPrivate(.system, &data, hKmdProcess: nil)
    let answer = data.bytes.record(as: SOFTGPU_ADAPTER.self)
    #expect(answer?.Magic == 0x5550_4753)
    #expect(answer?.VideoMemory == 1 << 30)
    #expect(answer?.InterfaceVersion == 0x10004)
    var short = [UInt8](repeating: 0, count: 8)
    var shortSpan = short.mutableSpan
    var shortData = unsafe shortSpan.mutableBytes
    let refusal = #expect(throws: Refusal.self) {
      try driver.umDriverPrivate(.system, &shortData, hKmdProcess: nil)
    }
    #expect(refusal?.status == .bufferTooSmall)
  }

  @Test func everyObjectIsCountedAndGivenBack() throws {
    let gpu = SoftGPU()
    let driver = try started(gpu)
    let process = try driver.createProcess(.system, HANDLE(bits: 1)!)
    let device = try driver.createDevice(.system, HANDLE(bits: 2)!, hKmdProcess: process)
    var rows = [DriverAllocation(), DriverAllocation()]
    for index in rows.indices { rows[index].dataSize = 48 }
    var bytes = Self.blob
    var span = bytes.mutableSpan
    var data = unsafe span.mutableBytes
    var rowSpan = rows.mutableSpan
    var resource: HANDLE?
    try driver.createAllocation(
      .system, isResource: true, resource: &resource, resourceData: (0, 0), rows: &rowSpan, data: &data)
    for index in rowSpan.indices {
      let handle = UInt32(index + 1) * 0x40
      let allocation = rowSpan[index].hAllocation
      rowSpan[index].handle = handle
      kernel.state.withLock { $0.allocations[handle] = allocation }
    }
    try driver.openAllocation(
      .system, device: device, create: true, readOnly: false, resourceData: (0, 0), rows: &rowSpan, data: &data)
    #expect(
      gpu.counts
        == Self.counts(processes: 1, devices: 1, resources: 1, allocations: 2, openings: 2))

    // A driver that is told to destroy what is open says so, and has nothing left all the same.
    driver.destroyDevice(.system, device)
    #expect(findings.rules == ["K-211"])
    driver.closeAllocation(.system, device: device, rows: rowSpan.span)
    driver.destroyAllocation(.system, rows: rowSpan.span, resource: &resource, destroyResource: true)
    driver.destroyProcess(.system, process!)
    #expect(gpu.counts == SoftGPU.Counts())
    #expect(findings.rules == ["K-211"])
  }

  @Test func aStaleHandleIsAFindingAndNothingElse() throws {
    let gpu = SoftGPU()
    let driver = try started(gpu)
    let device = try driver.createDevice(.system, HANDLE(bits: 2)!, hKmdProcess: nil)
    driver.destroyDevice(.system, device)
    driver.destroyDevice(.system, device)
    let nothing = [HANDLE(bits: 0x40)!]
    var none: HANDLE?
    driver.destroyAllocation(.system, nothing.span, resource: &none, destroyResource: false)
    driver.closeAllocation(.system, device: device, nothing.span)
    #expect(findings.rules == ["K-211", "K-190", "K-180"])
  }

  private static let blob: [UInt8] = {
    var wish = SOFTGPU_ALLOCATION()
    wish.Magic = UInt32(SOFTGPU_ALLOCATION_MAGIC)
    wish.Version = 1
    wish.Size = 4096
    // SAFETY: a struct of numbers.
    return unsafe withUnsafeBytes(of: wish) { unsafe Array($0) }
  }()

  private static func counts(
    processes: Int, devices: Int, resources: Int, allocations: Int, openings: Int
  ) -> SoftGPU.Counts {
    var counts = SoftGPU.Counts()
    counts.processes = processes
    counts.devices = devices
    counts.resources = resources
    counts.allocations = allocations
    counts.openings = openings
    return counts
  }
}
