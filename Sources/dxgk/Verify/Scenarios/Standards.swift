import DDI
import Dxgkrnl
import WDDM

extension Scenario {
  /// Surfaces that the system asks a driver for: no private data is needed, the driver itself tells it.
  static let standards = [
    standard("Shadow", .shadow(shape)),
    standard("Staging", .staging(width: 333, height: 17)),
    standard("GDI Texture", .gdi(shape, .texture)),
    standard("GDI Staging, CPU Visible", .gdi(shape, .stagingCpuVisible)),
    standard("GDI Staging", .gdi(shape, .staging)),
    standard("GDI Lookup Table", .gdi(shape, .lookupTable)),
  ]

  /// D3DDDIFMT_X8R8G8B8.
  private static let shape = SurfaceShape(width: 640, height: 480, format: 22)

  private static func standard(_ name: String, _ surface: StandardSurface) -> Scenario {
    Scenario("Standard - \(name)", "the driver is asked for such a surface's data, twice, and creates it") { stage in
      let driver = try stage.adapter().driver
      guard driver.functions.contains(.getStandardAllocationDriverData) else {
        throw Skip("the driver has no DxgkDdiGetStandardAllocationDriverData")
      }
      let client = try stage.client()
      for _ in 0..<2 {
        let data = try driver.standardAllocationData(OnBehalf(process: client.process), surface, limit: 1 << 20)
        let created = try client.create(
          [VerifyClient.Wish(data: data.allocation)], flags: .createResource, resourceData: data.resource)
        try client.destroy(resource: created.resource)
      }
    }
  }
}
