import DDI
import Dxgkrnl
import Glibc
import WDDM

extension Scenario {
  /// What the system describes to the driver, and not a client.
  static let surfaces = [
    Scenario("Standard Allocation - Surfaces", "a primary, a shadow, a staging and every GDI surface come and go") {
      stage in
      let client = try stage.client()
      for surface in try stage.systemSurfaces() {
        let made = try client.process.createSurface(surface, device: client.device)
        try client.destroy(resource: made.resource)
      }
    },
    Scenario("Standard Allocation - Existing Heap", "memory of a program", since: .wddm1_3) { stage in
      let client = try stage.client()
      _ = try stage.systemSurfaces()
      let bytes = 1 << 16
      // SAFETY: mapped here, unmapped when the allocations are gone.
      let memory = unsafe mmap(nil, bytes, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0)
      guard let memory = unsafe memory, unsafe memory != MAP_FAILED else { throw Skip("no memory for the caller") }
      defer { unsafe _ = munmap(memory, bytes) }
      let wish = VerifyClient.Wish(data: [], systemMemory: UInt64(UInt(bitPattern: memory)))
      // D3DKMT_CREATESTANDARDALLOCATION: EXISTINGHEAP, and its size.
      let heap: [UInt8] = [1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1, 0] + [UInt8](repeating: 0, count: 12)
      for more in [CreateAllocationFlags.createResource, [.createResource, .createShared]] {
        let flags = more.union([.standardAllocation, .existingSysMem])
        let created = try client.create([wish], flags: flags, resourceData: heap)
        try client.destroy(resource: created.resource)
      }
    },
    Scenario("Standard Allocation - Mode Switch", "a shared primary is replaced by one of another size, five times") {
      stage in
      let client = try stage.client()
      _ = try stage.systemSurfaces()
      for turn in 0..<5 {
        let shape = SurfaceShape(width: turn % 2 == 0 ? 640 : 800, height: turn % 2 == 0 ? 480 : 600, format: 22)
        _ = try client.process.changeMode(
          of: 0, to: shape, RefreshRate(numerator: 60, denominator: 1), device: client.device)
      }
    },
    Scenario("Standard Allocation - Shadow", "") { stage in
      let client = try stage.client()
      _ = try stage.systemSurfaces()
      let made = try client.process.createSurface(
        .shadow(SurfaceShape(width: 640, height: 480, format: 22)), device: client.device)
      try client.destroy(resource: made.resource)
    }.withFaults("Standard Allocation"),
  ]
}

extension Stage {
  /// The surfaces that a driver of this version is asked for, but for those that need memory of somebody else.
  ///
  /// - Throws: ``Skip`` for a driver that describes none.
  fileprivate func systemSurfaces() throws -> [StandardSurface] {
    let driver = try adapter().driver
    guard driver.functions.contains(.getStandardAllocationDriverData) else {
      throw Skip("the driver has no DxgkDdiGetStandardAllocationDriverData")
    }
    let colours = SurfaceShape(width: 640, height: 480, format: 22)
    let alpha = SurfaceShape(width: 640, height: 480, format: 28)
    var surfaces: [StandardSurface] = [
      .sharedPrimary(colours, RefreshRate(numerator: 60, denominator: 1), source: 0), .shadow(colours),
      .staging(width: 640, height: 480),
    ]
    if driver.version >= .win7 {
      surfaces += [
        .gdi(colours, .texture), .gdi(colours, .stagingCpuVisible), .gdi(alpha, .staging), .gdi(alpha, .lookupTable),
      ]
    }
    if driver.version >= .wddm1_3 { surfaces.append(.gdi(colours, .textureCrossAdapter)) }
    return surfaces
  }
}
