package import CWDDM

/// A surface that the kernel asks a driver for: what `DXGKARG_GETSTANDARDALLOCATIONDRIVERDATA` describes.
package enum StandardSurface: Hashable, Sendable {
  /// What a source of the adapter shows (K-156).
  case sharedPrimary(SurfaceShape, RefreshRate, source: UInt32)
  /// A copy of the primary that the CPU reads and writes, of the primary's shape (K-158).
  case shadow(SurfaceShape)
  /// A copy of a back buffer that the CPU reads and writes, X8R8G8B8 always (K-159).
  case staging(width: UInt32, height: UInt32)
  /// A surface of GDI hardware acceleration, or what the kernel makes in its likeness (U-071).
  case gdi(SurfaceShape, GdiSurface)

  /// `D3DKMDT_GDISURFACETYPE`, as far as a driver is asked for them: 6 and 8 are the system's own (K-168), 0 is none.
  package enum GdiSurface: UInt32, CaseIterable, Sendable {
    case texture = 1
    case stagingCpuVisible = 2
    case staging = 3
    case lookupTable = 4
    case existingSysMem = 5
    case textureCrossAdapter = 7
  }
}

package struct SurfaceShape: Hashable, Sendable {
  /// Pixels.
  package var width: UInt32
  package var height: UInt32
  /// `D3DDDIFORMAT`.
  package var format: UInt32

  package init(width: UInt32, height: UInt32, format: UInt32) {
    self.width = width
    self.height = height
    self.format = format
  }
}

/// `D3DDDI_RATIONAL`: pictures a second.
package struct RefreshRate: Hashable, Sendable {
  package var numerator: UInt32
  package var denominator: UInt32

  package init(numerator: UInt32, denominator: UInt32) {
    self.numerator = numerator
    self.denominator = denominator
  }
}

// MARK: - On the wire

extension StandardSurface {
  /// The struct that the union points to, member by member: all of them are rows of UINTs.
  typealias Words = InlineArray<6, UInt32>

  package var type: D3DKMDT_STANDARDALLOCATION_TYPE {
    switch self {
    case .sharedPrimary: D3DKMDT_STANDARDALLOCATION_SHAREDPRIMARYSURFACE
    case .shadow: D3DKMDT_STANDARDALLOCATION_SHADOWSURFACE
    case .staging: D3DKMDT_STANDARDALLOCATION_STAGINGSURFACE
    case .gdi: D3DKMDT_STANDARDALLOCATION_GDISURFACE
    }
  }

  var words: Words {
    switch self {
    case .sharedPrimary(let shape, let rate, let source):
      [shape.width, shape.height, shape.format, rate.numerator, rate.denominator, source]
    case .shadow(let shape): [shape.width, shape.height, shape.format, 0, 0, 0]
    case .staging(let width, let height): [width, height, 0, 0, 0, 0]
    // D3DKMDT_GDISURFACEFLAGS are zero (K-161).
    case .gdi(let shape, let kind): [shape.width, shape.height, shape.format, kind.rawValue, 0, 0]
    }
  }

  /// Which of the words is Pitch, the one member that a driver answers; nil where there is none.
  var pitchWord: Int? {
    switch self {
    case .sharedPrimary: nil
    case .shadow: 3
    case .staging: 2
    case .gdi: 5
    }
  }
}

// SAFETY, for all of them: whoever fills the block promises the struct that its type says and buffers of the sizes that
// it says, alive and in nobody else's hands while the call lasts.
extension DXGKARG_GETSTANDARDALLOCATIONDRIVERDATA {
  /// What is asked for; nil for a type or a kind that no driver is asked for.
  package var surface: StandardSurface? {
    switch StandardAllocationType {
    case D3DKMDT_STANDARDALLOCATION_SHAREDPRIMARYSURFACE:
      guard let data = unsafe pCreateSharedPrimarySurfaceData?.pointee else { return nil }
      return .sharedPrimary(
        SurfaceShape(width: data.Width, height: data.Height, format: number(data.Format)),
        RefreshRate(numerator: data.RefreshRate.Numerator, denominator: data.RefreshRate.Denominator),
        source: data.VidPnSourceId)
    case D3DKMDT_STANDARDALLOCATION_SHADOWSURFACE:
      guard let data = unsafe pCreateShadowSurfaceData?.pointee else { return nil }
      return .shadow(SurfaceShape(width: data.Width, height: data.Height, format: number(data.Format)))
    case D3DKMDT_STANDARDALLOCATION_STAGINGSURFACE:
      guard let data = unsafe pCreateStagingSurfaceData?.pointee else { return nil }
      return .staging(width: data.Width, height: data.Height)
    case D3DKMDT_STANDARDALLOCATION_GDISURFACE:
      guard let data = unsafe pCreateGdiSurfaceData?.pointee,
        let kind = StandardSurface.GdiSurface(rawValue: UInt32(truncatingIfNeeded: data.Type.rawValue))
      else { return nil }
      return .gdi(SurfaceShape(width: data.Width, height: data.Height, format: number(data.Format)), kind)
    default: return nil
    }
  }

  private func number(_ format: D3DDDIFORMAT) -> UInt32 { UInt32(truncatingIfNeeded: format.rawValue) }

  /// Answers Pitch, in bytes, where the surface has such a member.
  package mutating func answerPitch(_ pitch: UInt32) {
    switch StandardAllocationType {
    case D3DKMDT_STANDARDALLOCATION_SHADOWSURFACE: unsafe pCreateShadowSurfaceData?.pointee.Pitch = pitch
    case D3DKMDT_STANDARDALLOCATION_STAGINGSURFACE: unsafe pCreateStagingSurfaceData?.pointee.Pitch = pitch
    case D3DKMDT_STANDARDALLOCATION_GDISURFACE: unsafe pCreateGdiSurfaceData?.pointee.Pitch = pitch
    default: break
    }
  }

  /// The first of the two questions: for the sizes alone (K-154).
  package var asksForSizes: Bool {
    unsafe pAllocationPrivateDriverData == nil && pResourcePrivateDriverData == nil
  }

  /// Where the allocation's private data goes; empty while sizes are asked for.
  package var allocationPrivateData: MutableRawSpan {
    @_lifetime(&self) mutating get {
      let count = unsafe pAllocationPrivateDriverData == nil ? 0 : Int(AllocationPrivateDriverDataSize)
      let all = unsafe UnsafeMutableRawBufferPointer(start: pAllocationPrivateDriverData, count: count)
      return unsafe _overrideLifetime(all.mutableBytes, mutating: &self)
    }
  }

  /// Where the resource's private data goes; empty while sizes are asked for.
  package var resourcePrivateData: MutableRawSpan {
    @_lifetime(&self) mutating get {
      let count = unsafe pResourcePrivateDriverData == nil ? 0 : Int(ResourcePrivateDriverDataSize)
      let all = unsafe UnsafeMutableRawBufferPointer(start: pResourcePrivateDriverData, count: count)
      return unsafe _overrideLifetime(all.mutableBytes, mutating: &self)
    }
  }
}
