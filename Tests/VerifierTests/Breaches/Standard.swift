import CWDDM
import DDI
import WDDM

@testable import Verifier

extension Breach {
  static let standard: [Breach] = answers + creations

  private typealias Answer = @Sendable (inout DXGKARG_GETSTANDARDALLOCATIONDRIVERDATA) -> Void

  /// A surface over the wire, answered well but for one thing; `when` is whether it is the call for sizes.
  private static func answered(
    _ rule: Rule, _ call: StandardCall = StandardCall(), when isFirst: Bool = false, _ change: @escaping Answer
  ) -> Breach {
    Breach(rule, play: { call.ask($0) }) { bend in
      bend.invents = true
      bend.standard = { args in
        let asksForSizes = unsafe args.pAllocationPrivateDriverData == nil
        let status = StandardCall.good(&args)
        if asksForSizes == isFirst { change(&args) }
        return status
      }
    }
  }

  private static let answers: [Breach] = [
    Breach("K-151", play: { StandardCall().ask($0) }) { $0.standard = { _ in .invalidParameter } },
    answered("K-152") { args in
      // SAFETY: not safe at all; the verifier put a guard there.
      unsafe args.pAllocationPrivateDriverData?.storeBytes(of: 0, toByteOffset: 16, as: UInt8.self)
    },
    answered("K-153", .gdi(D3DKMDT_GDISURFACE_STAGING_CPUVISIBLE)) {
      unsafe $0.pCreateGdiSurfaceData.pointee.Pitch = 8
    },
    answered("K-154", when: true) { unsafe $0.pCreateGdiSurfaceData.pointee.Width = 1 },
    answered("K-155", when: true) { $0.AllocationPrivateDriverDataSize = 0 },
    answered("K-158", StandardCall(type: D3DKMDT_STANDARDALLOCATION_SHADOWSURFACE)) {
      unsafe $0.pCreateShadowSurfaceData.pointee.Pitch = 0
    },
    answered("K-159", StandardCall(type: D3DKMDT_STANDARDALLOCATION_STAGINGSURFACE)) {
      unsafe $0.pCreateStagingSurfaceData.pointee.Pitch = 0
    },
    // Rows that do not hold what they must; a size that changes after it was told.
    answered("K-158", StandardCall(type: D3DKMDT_STANDARDALLOCATION_SHADOWSURFACE)) {
      unsafe $0.pCreateShadowSurfaceData.pointee.Pitch = 8
    },
    answered("K-159", StandardCall(type: D3DKMDT_STANDARDALLOCATION_STAGINGSURFACE)) {
      unsafe $0.pCreateStagingSurfaceData.pointee.Height = 1
    },
    answered("K-152") { $0.AllocationPrivateDriverDataSize = 8 },
    answered("K-160", .gdi(D3DKMDT_GDISURFACE_EXISTINGSYSMEM)) { unsafe $0.pCreateGdiSurfaceData.pointee.Pitch = 0 },
    answered("K-161") { unsafe $0.pCreateGdiSurfaceData.pointee.Flags.Value = 1 },
    answered("K-167", .gdi(D3DKMDT_GDISURFACE_TEXTURE_CROSSADAPTER)) {
      unsafe $0.pCreateGdiSurfaceData.pointee.Pitch = 260
    },
  ]

  /// A surface over the wire whose creation is answered badly.
  private static func created(
    _ rule: Rule, _ call: StandardCall = StandardCall(), _ version: InterfaceVersion = .wddm3_1,
    _ change: @escaping @Sendable (inout DXGK_ALLOCATIONINFO) -> Void
  ) -> Breach {
    Breach(rule, version, play: { driver in Wire.started(driver) { call.ask($0) } }) { bend in
      bend.invents = true
      bend.standard = StandardCall.good
      bend.info = change
    }
  }

  private static let primary = StandardCall(type: D3DKMDT_STANDARDALLOCATION_SHAREDPRIMARYSURFACE)

  private static let creations: [Breach] = [
    created("K-077") { $0.Size = 4096 - 512 },
    created("K-104", primary) { $0.Flags.Value = AllocationFlags([.cpuVisible, .permanentSysMem]).rawValue },
    created("K-117", StandardCall(), .wddm1_3) { $0.Flags.UseAlternateVA = 1 },
    created("K-138", primary) { $0.Flags.Value = AllocationFlags([.cpuVisible, .cached]).rawValue },
    created("K-139", .gdi(D3DKMDT_GDISURFACE_TEXTURE_CROSSADAPTER)) {
      $0.SupportedReadSegmentSet = 5
      $0.SupportedWriteSegmentSet = 5
    },
    created("K-163", .gdi(D3DKMDT_GDISURFACE_TEXTURE)) { $0.Flags.CpuVisible = 1 },
    created("K-164", .gdi(D3DKMDT_GDISURFACE_STAGING_CPUVISIBLE)) { $0.Flags.CpuVisible = 0 },
    created("K-165", .gdi(D3DKMDT_GDISURFACE_STAGING)) { $0.Flags.CpuVisible = 1 },
    created("K-170", primary, .wddm1_3) { _ in },
    created("K-104", primary) { $0.Flags.Value = AllocationFlags([.cpuVisible, .protected]).rawValue },
    created("K-139", .gdi(D3DKMDT_GDISURFACE_TEXTURE_CROSSADAPTER)) {
      $0.Flags.Value = AllocationFlags([.cpuVisible, .cached]).rawValue
    },
    created("K-164", .gdi(D3DKMDT_GDISURFACE_EXISTINGSYSMEM)) { $0.Flags.CpuVisible = 0 },
    created("K-165", .gdi(D3DKMDT_GDISURFACE_LOOKUPTABLE)) { $0.Flags.CpuVisible = 1 },
  ]
}

extension StandardCall {
  fileprivate static func gdi(_ type: D3DKMDT_GDISURFACETYPE) -> StandardCall { StandardCall(gdiType: type) }
}
