internal import CWDDM
internal import WDDM

/// What a program asks for, and how it is put to a driver: one CreateResource(D3D11).
struct ResourcePlan {
  let width: UInt32
  let height: UInt32
  let format: UInt32
  /// Buffers of a flip chain, the primary first; 1 for a texture.
  let arraySize: UInt32
  /// The source that a flip chain is scanned out from; nil for a texture.
  let vidPnSource: UInt32?
  let isShared: Bool
  /// Bytes that the runtime provides; 0: none.
  let systemMemorySize: UInt64

  var isPrimary: Bool { vidPnSource != nil }
  /// The runtime provides the memory: the CPU's, so that there is nothing to render to.
  var isStaging: Bool { systemMemorySize != 0 }

  static let largestDimension: UInt32 = 16384
}

// MARK: - From the program

extension ResourcePlan {
  /// A texture (``DxgRtCreateTexture``). E_INVALIDARG for a dimension or a flag that is none.
  init(_ texture: DXGRT_TEXTURE) throws(HResult) {
    let known = UInt32(DXGRT_TEXTURE_SYSTEM_MEMORY | DXGRT_TEXTURE_SHARED)
    guard texture.Flags & ~known == 0 else { throw .invalidArgument }
    let hasSystemMemory = texture.Flags & UInt32(DXGRT_TEXTURE_SYSTEM_MEMORY) != 0
    try Self.requireDimensions(texture.Width, texture.Height)
    self.init(
      width: texture.Width, height: texture.Height, format: texture.Format, arraySize: 1, vidPnSource: nil,
      isShared: texture.Flags & UInt32(DXGRT_TEXTURE_SHARED) != 0,
      systemMemorySize: hasSystemMemory ? UInt64(texture.Width) * UInt64(texture.Height) * 4 : 0)
  }

  /// A flip chain (``DxgRtCreateFlipChain``). E_INVALIDARG for a dimension or a number of buffers that is none.
  init(_ chain: DXGRT_FLIPCHAIN) throws(HResult) {
    guard (2...16).contains(chain.BufferCount) else { throw .invalidArgument }
    try Self.requireDimensions(chain.Width, chain.Height)
    self.init(
      width: chain.Width, height: chain.Height, format: chain.Format, arraySize: chain.BufferCount,
      vidPnSource: chain.VidPnSourceId, isShared: false, systemMemorySize: 0)
  }

  private static func requireDimensions(_ width: UInt32, _ height: UInt32) throws(HResult) {
    guard (1...largestDimension).contains(width), (1...largestDimension).contains(height) else {
      throw .invalidArgument
    }
  }
}

// MARK: - To the driver

extension ResourcePlan {
  /// Runs `body` with the argument block of CreateResource(D3D11); it and what it points to live for that long.
  func withArguments<Result>(
    systemMemory: UnsafeMutableRawPointer?, _ body: (UnsafePointer<D3D11DDIARG_CREATERESOURCE>) -> Result
  ) -> Result {
    var mip = D3D10DDI_MIPINFO()
    mip.TexelWidth = width
    mip.TexelHeight = height
    mip.TexelDepth = 1
    mip.PhysicalWidth = width
    mip.PhysicalHeight = height
    mip.PhysicalDepth = 1
    var memory = D3D10_DDIARG_SUBRESOURCE_UP()
    // SAFETY: an address that is handed on and not followed here.
    unsafe memory.pSysMem = systemMemory
    memory.SysMemPitch = width * 4
    memory.SysMemSlicePitch = width * 4 * height
    var primary = primaryDescription
    var arguments = D3D11DDIARG_CREATERESOURCE()
    arguments.ResourceDimension = D3D10DDIRESOURCE_TEXTURE2D
    arguments.Format = DXGI_FORMAT(rawValue: format)
    arguments.SampleDesc.Count = 1
    arguments.MipLevels = 1
    arguments.ArraySize = arraySize
    arguments.Usage = isStaging ? D3D10_DDI_USAGE_STAGING.rawValue : D3D10_DDI_USAGE_DEFAULT.rawValue
    arguments.BindFlags = isStaging ? 0 : D3D10_DDI_BIND_RENDER_TARGET.rawValue
    if isPrimary { arguments.BindFlags |= D3D10_DDI_BIND_PRESENT.rawValue }
    if isShared { arguments.MiscFlags |= D3D10_DDI_RESOURCE_MISC_SHARED.rawValue }
    // SAFETY: what the block points to lives until the body has returned.
    return unsafe withUnsafePointer(to: mip) { mip in
      unsafe withUnsafePointer(to: memory) { memory in
        unsafe withUnsafeMutablePointer(to: &primary) { primary in
          unsafe arguments.pMipInfoList = mip
          unsafe arguments.pInitialDataUP = isStaging ? memory : nil
          unsafe arguments.pPrimaryDesc = isPrimary ? primary : nil
          return unsafe withUnsafePointer(to: arguments) { unsafe body($0) }
        }
      }
    }
  }

  private var primaryDescription: DXGI_DDI_PRIMARY_DESC {
    var primary = DXGI_DDI_PRIMARY_DESC()
    primary.VidPnSourceId = vidPnSource ?? 0
    primary.ModeDesc.Width = width
    primary.ModeDesc.Height = height
    primary.ModeDesc.Format = DXGI_FORMAT(rawValue: format)
    primary.ModeDesc.RefreshRate.Numerator = 60
    primary.ModeDesc.RefreshRate.Denominator = 1
    primary.ModeDesc.ScanlineOrdering = DXGI_DDI_MODE_SCANLINE_ORDER_PROGRESSIVE
    primary.ModeDesc.Rotation = DXGI_DDI_MODE_ROTATION_IDENTITY
    return primary
  }
}
