import CWDDM
import WDDM

/// A surface that the system described, as the driver is asked for it and answers.
struct DescribedSurface: Sendable {
  enum Kind: Hashable, Sendable {
    case sharedPrimary, shadow, staging
    /// `D3DKMDT_GDISURFACETYPE`
    case gdi(UInt32)
    case other
  }

  var kind: Kind
  var width: UInt32 = 0
  var height: UInt32 = 0
  /// D3DDDIFORMAT
  var format: UInt32 = 0
  /// Of GDI surfaces; always 0 (K-161).
  var flags: UInt32 = 0
  /// Bytes a row: the driver's answer.
  var pitch: UInt32 = 0

  /// What the driver made for CreateAllocation, from the call that asked for it.
  var allocationData: [UInt8] = []
  var resourceData: [UInt8] = []

  /// The description as the block holds it now.
  init(_ args: borrowing DXGKARG_GETSTANDARDALLOCATIONDRIVERDATA) {
    // SAFETY: the caller's block names a description of the type that it says, alive during the call.
    switch args.StandardAllocationType {
    case D3DKMDT_STANDARDALLOCATION_SHAREDPRIMARYSURFACE:
      kind = .sharedPrimary
      guard let data = unsafe args.pCreateSharedPrimarySurfaceData?.pointee else { return }
      (width, height, format) = (data.Width, data.Height, UInt32(truncatingIfNeeded: data.Format.rawValue))
    case D3DKMDT_STANDARDALLOCATION_SHADOWSURFACE:
      kind = .shadow
      guard let data = unsafe args.pCreateShadowSurfaceData?.pointee else { return }
      (width, height, format) = (data.Width, data.Height, UInt32(truncatingIfNeeded: data.Format.rawValue))
      pitch = data.Pitch
    case D3DKMDT_STANDARDALLOCATION_STAGINGSURFACE:
      kind = .staging
      format = UInt32(truncatingIfNeeded: D3DDDIFMT_X8R8G8B8.rawValue)
      guard let data = unsafe args.pCreateStagingSurfaceData?.pointee else { return }
      (width, height, pitch) = (data.Width, data.Height, data.Pitch)
    case D3DKMDT_STANDARDALLOCATION_GDISURFACE:
      kind = .gdi(0)
      guard let data = unsafe args.pCreateGdiSurfaceData?.pointee else { return }
      kind = .gdi(UInt32(truncatingIfNeeded: data.Type.rawValue))
      (width, height, format) = (data.Width, data.Height, UInt32(truncatingIfNeeded: data.Format.rawValue))
      (flags, pitch) = (data.Flags.Value, data.Pitch)
    default: kind = .other
    }
  }

  /// Whether `other` describes the same surface, whatever its pitch.
  func describesSame(as other: DescribedSurface) -> Bool {
    kind == other.kind && width == other.width && height == other.height && format == other.format
      && flags == other.flags
  }

  /// Whether the driver must return a pitch (K-158, K-159, K-160).
  var needsPitch: Bool {
    switch kind {
    case .shadow, .staging: true
    case .gdi(let type): [Self.stagingCpuVisible, Self.existingSysMem, Self.textureCrossAdapter].contains(type)
    case .sharedPrimary, .other: false
    }
  }

  /// Whether the CPU reads and writes the surface by itself (K-164).
  var isCpuVisibleGdi: Bool { kind == .gdi(Self.stagingCpuVisible) || kind == .gdi(Self.existingSysMem) }

  static let texture = UInt32(D3DKMDT_GDISURFACE_TEXTURE.rawValue)
  static let stagingCpuVisible = UInt32(D3DKMDT_GDISURFACE_STAGING_CPUVISIBLE.rawValue)
  static let staging = UInt32(D3DKMDT_GDISURFACE_STAGING.rawValue)
  static let lookupTable = UInt32(D3DKMDT_GDISURFACE_LOOKUPTABLE.rawValue)
  static let existingSysMem = UInt32(D3DKMDT_GDISURFACE_EXISTINGSYSMEM.rawValue)
  static let textureCrossAdapter = UInt32(D3DKMDT_GDISURFACE_TEXTURE_CROSSADAPTER.rawValue)

  /// Bytes of a row's pixels, as far as the format is known; else 0.
  var rowBytes: UInt64 {
    let bytes: UInt64 =
      switch D3DDDIFORMAT(rawValue: numericCast(format)) {
      case D3DDDIFMT_A8: 1
      case D3DDDIFMT_R5G6B5: 2
      case D3DDDIFMT_A8R8G8B8, D3DDDIFMT_X8R8G8B8, D3DDDIFMT_A8B8G8R8, D3DDDIFMT_X8B8G8R8: 4
      default: 0
      }
    return UInt64(width) * bytes
  }
}
