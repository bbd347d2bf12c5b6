import DDI
import Dxgkrnl
import DxgTestKit
import SoftGPU
import Testing
import WDDM

/// Surfaces that the kernel makes for the display, by a process that stands for the system.
struct CreateSurfaceTests {
  static let shape = SurfaceShape(width: 640, height: 480, format: 22)
  static let alpha = SurfaceShape(width: 640, height: 480, format: 28)
  static let rate = RefreshRate(numerator: 60, denominator: 1)

  static let surfaces: [StandardSurface] = [
    .sharedPrimary(shape, rate, source: 0), .shadow(shape), .staging(width: 640, height: 480), .gdi(shape, .texture),
    .gdi(shape, .stagingCpuVisible), .gdi(alpha, .staging), .gdi(alpha, .lookupTable), .gdi(shape, .existingSysMem),
    .gdi(shape, .textureCrossAdapter),
  ]

  @Test(arguments: surfaces) func aSurfaceIsAResourceOfOne(surface: StandardSurface) throws {
    let scene = try Scene()
    scene.memory.allowCaller(address: 0x100_0000, bytes: 4 << 20)
    let isExisting = surface == .gdi(Self.shape, .existingSysMem)
    let made = try scene.process.createSurface(
      surface, device: scene.client.device, systemMemory: isExisting ? 0x100_0000 : 0)
    #expect(made.resource != 0 && made.allocation == made.resource + 0x40)
    #expect(made.size == 640 * 4 * 480)
    // K-153, K-158…K-160
    if case .sharedPrimary = surface { #expect(made.pitch == 0) } else { #expect(made.pitch == 2560) }
    // K-163, K-167: shared are the primary, textures, and what another adapter uses.
    switch surface {
    case .sharedPrimary, .gdi(_, .texture), .gdi(_, .textureCrossAdapter): #expect(made.globalShare & 0x3F == 2)
    case .shadow, .staging, .gdi: #expect(made.globalShare == 0)
    }
    // K-095: the driver was asked for one allocation, whose data it had named itself (K-152).
    #expect(
      scene.driver.calls.map(\.function) == [
        .getStandardAllocationDriverData, .getStandardAllocationDriverData, .createAllocation, .openAllocation,
      ])
    try scene.client.destroy(resource: made.resource)
    try scene.end()
  }

  @Test(arguments: surfaces, [InterfaceVersion.win8, .wddm1_3, .wddm3_1])
  func softGPUMakesAllOfThem(surface: StandardSurface, version: InterfaceVersion) throws {
    let memory = TestMemory()
    memory.allowCaller(address: 0x100_0000, bytes: 4 << 20)
    let machine = Machine(memory: memory)
    let gpu = SoftGPU(.init(version: version))
    let client = try machine.client(on: try machine.add(gpu, barBytes: 256 << 20))
    let isExisting = surface == .gdi(Self.shape, .existingSysMem)
    let made = try client.process.createSurface(
      surface, device: client.device, systemMemory: isExisting ? 0x100_0000 : 0)
    #expect(
      made.size
        == UInt64(
          surface == .gdi(Self.alpha, .staging) || surface == .gdi(Self.alpha, .lookupTable)
            ? 640 * 480 : 2560 * 480))
    try client.destroy(resource: made.resource)
    try machine.shutDown()
    #expect(memory.violations == [] && memory.views == 0)
    #expect(machine.events.findings.isEmpty)
  }

  @Test func aSurfaceThatCannotBeIsRefused() throws {
    let scene = try Scene()
    func refuses(_ rule: Rule, _ surface: StandardSurface, device: UInt32? = nil, memory: UInt64 = 0) {
      scene.refuses(.invalidParameter, rule) {
        _ = try scene.process.createSurface(surface, device: device ?? scene.client.device, systemMemory: memory)
      }
    }
    // K-162: A8 is for staging and the look-up table, and no format is none.
    refuses("K-162", .gdi(Self.alpha, .texture))
    refuses("K-162", .gdi(Self.alpha, .existingSysMem), memory: 0x10000)
    refuses("K-162", .gdi(Self.shape, .lookupTable))
    refuses("K-162", .gdi(SurfaceShape(width: 1, height: 1, format: 0), .textureCrossAdapter))
    // K-166
    refuses("K-166", .gdi(Self.shape, .existingSysMem))
    refuses("K-166", .gdi(Self.shape, .texture), memory: 0x10000)
    refuses("U-017", .shadow(Self.shape), device: 0)
    // An adapter without displays counts as one source that shows nothing.
    refuses("U-087", .sharedPrimary(Self.shape, Self.rate, source: 1))
    #expect(scene.driver.calls.isEmpty)
    try scene.end()
  }

  @Test func memoryForAnotherAdapterIsInAperturesOnly() throws {
    let scene = try Scene { $0.describeStandard = { _ in (AllocationAnswer(size: 4096, segments: 0b111), 256) } }
    // K-139, K-167
    scene.refuses(.invalidParameter, "K-139") {
      _ = try scene.process.createSurface(.gdi(Self.shape, .textureCrossAdapter), device: scene.client.device)
    }
    try scene.end()
  }

  @Test func aSharedPrimaryIsAPrimaryThatTheCpuReaches() throws {
    let scene = try Scene { $0.describeStandard = { _ in (AllocationAnswer(flags: [], segments: 0b111), 0) } }
    let surface = StandardSurface.sharedPrimary(Self.shape, Self.rate, source: 0)
    // U-084, U-359
    scene.refuses(.invalidParameter, "U-084") {
      _ = try scene.process.createSurface(surface, device: scene.client.device)
    }
    // U-083: implicitly, whatever the driver says of it.
    scene.driver.script { $0.describeStandard = { _ in (AllocationAnswer(flags: [], segments: 0b101), 0) } }
    let made = try scene.process.createSurface(surface, device: scene.client.device)
    #expect(scene.memory.isView(try scene.client.lock(made.allocation)))
    try scene.client.unlock(made.allocation)
    // U-085, K-104: what a primary cannot be.
    for flags in [[.permanentSysMem, .cpuVisible], [.cached, .cpuVisible], .protected] as [AllocationFlags] {
      scene.driver.script { $0.describeStandard = { _ in (AllocationAnswer(flags: flags, segments: 0b101), 0) } }
      scene.refuses(.invalidParameter, "K-104") {
        _ = try scene.process.createSurface(surface, device: scene.client.device)
      }
    }
    try scene.end()
  }
}
