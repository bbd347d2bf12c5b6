import DDI
import Dxgkrnl
import WDDM

extension Scenario {
  /// What the system describes to the driver, and not a client: no private data is needed, the driver itself tells it.
  static let surfaces =
    [
      surface("Shared Primary") { .sharedPrimary($0, .sixtyHertz, source: 0) },
      surface("Shadow") { .shadow($0) },
      surface("Staging") { .staging(width: $0.width, height: $0.height) },
      surface("GDI Texture", since: .win7) { .gdi($0, .texture) },
      surface("GDI Staging, CPU Visible", since: .win7) { .gdi($0, .stagingCpuVisible) },
      surface("GDI Staging", since: .win7) { .gdi($0.ofAlpha, .staging) },
      surface("GDI Lookup Table", since: .win7) { .gdi($0.ofAlpha, .lookupTable) },
      surface("GDI Texture, Cross-Adapter", since: .wddm1_3) { .gdi($0, .textureCrossAdapter) },
    ] + furtherSurfaces

  private static let furtherSurfaces = [
    Scenario("Standard Allocation - Existing Heap", "memory of a program, and the same shared", since: .wddm1_3) {
      stage in
      let client = try stage.client()
      try stage.requireSurfaces()
      try stage.withCallerMemory(bytes: 1 << 16) { address in
        let wish = VerifyClient.Wish(data: [], systemMemory: address)
        // D3DKMT_CREATESTANDARDALLOCATION: EXISTINGHEAP, and its size.
        let heap: [UInt8] = [1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1, 0] + [UInt8](repeating: 0, count: 12)
        for more in [CreateAllocationFlags.createResource, [.createResource, .createShared]] {
          let flags = more.union([.standardAllocation, .existingSysMem])
          let created = try client.create([wish], flags: flags, resourceData: heap)
          try client.destroy(resource: created.resource)
        }
      }
    },
    Scenario("Standard Allocation - Mode Switch", "a shared primary is replaced by one of another size, five times") {
      stage in
      let client = try stage.client()
      try stage.requireSurfaces()
      for turn in 0..<5 {
        _ = try client.process.changeMode(
          of: 0, to: turn % 2 == 0 ? .vga : .svga, .sixtyHertz, device: client.device)
      }
    },
  ]

  /// A surface of two sizes, one of them odd; each made twice, as a driver must be able to tell its data again.
  private static func surface(
    _ name: String, since: InterfaceVersion = .vista,
    _ describe: @escaping @Sendable (SurfaceShape) -> StandardSurface
  ) -> Scenario {
    Scenario(
      "Standard Allocation - \(name)", "such a surface is described and created, of two sizes, twice", since: since
    ) { stage in
      let client = try stage.client()
      try stage.requireSurfaces()
      for shape in [.vga, SurfaceShape(width: 333, height: 17, format: 22)] {
        for _ in 0..<2 {
          let made = try client.process.createSurface(describe(shape), device: client.device)
          try client.destroy(resource: made.resource)
        }
      }
    }
  }
}

extension SurfaceShape {
  // D3DDDIFMT_X8R8G8B8
  static let vga = SurfaceShape(width: 640, height: 480, format: 22)
  fileprivate static let svga = SurfaceShape(width: 800, height: 600, format: 22)

  /// D3DDDIFMT_A8
  fileprivate var ofAlpha: SurfaceShape { SurfaceShape(width: width, height: height, format: 28) }
}

extension RefreshRate {
  fileprivate static let sixtyHertz = RefreshRate(numerator: 60, denominator: 1)
}

extension Stage {
  /// - Throws: ``Skip`` for a driver that describes no surfaces.
  func requireSurfaces() throws {
    guard try adapter().driver.functions.contains(.getStandardAllocationDriverData) else {
      throw Skip("the driver has no DxgkDdiGetStandardAllocationDriverData")
    }
  }
}
