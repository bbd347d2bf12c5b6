internal import CWDDM
internal import WDDM

// How a Direct3D 9 driver is asked for what a program wants: one CreateResource with a surface for each buffer.
extension ResourcePlan {
  /// The format by its Direct3D 9 name. E_INVALIDARG for one that has none here.
  var format9: D3DDDIFORMAT {
    get throws(HResult) {
      switch DXGI_FORMAT(rawValue: format) {
      case DXGI_FORMAT_B8G8R8A8_UNORM: D3DDDIFMT_A8R8G8B8
      case DXGI_FORMAT_R8G8B8A8_UNORM: D3DDDIFMT_A8B8G8R8
      case DXGI_FORMAT_B8G8R8X8_UNORM: D3DDDIFMT_X8R8G8B8
      default: throw .invalidArgument
      }
    }
  }

  /// Runs `body` with the argument block of CreateResource; it and what it points to live for that long.
  func withArguments9<Result>(
    _ format: D3DDDIFORMAT, systemMemory: UnsafeMutableRawPointer?,
    _ body: (UnsafeMutablePointer<D3DDDIARG_CREATERESOURCE>) -> Result
  ) -> Result {
    var surface = D3DDDI_SURFACEINFO()
    surface.Width = width
    surface.Height = height
    if unsafe systemMemory != nil {
      // SAFETY: an address that is handed on and not followed here.
      unsafe surface.pSysMem = UnsafeRawPointer(systemMemory)
      surface.SysMemPitch = width * 4
    }
    let surfaces = [D3DDDI_SURFACEINFO](repeating: surface, count: Int(arraySize))
    var arguments = D3DDDIARG_CREATERESOURCE()
    arguments.Format = format
    arguments.Pool = isStaging ? D3DDDIPOOL_SYSTEMMEM : D3DDDIPOOL_VIDEOMEMORY
    arguments.SurfCount = arraySize
    arguments.MipLevels = 1
    arguments.Rotation = D3DDDI_ROTATION_IDENTITY
    arguments.Flags.SharedResource = isShared ? 1 : 0
    if !isStaging { arguments.Flags.RenderTarget = 1 }
    if let vidPnSource {
      arguments.Flags.Primary = 1
      arguments.VidPnSourceId = vidPnSource
      arguments.RefreshRate.Numerator = 60
      arguments.RefreshRate.Denominator = 1
    }
    return unsafe surfaces.withUnsafeBufferPointer { surfaces in
      unsafe arguments.pSurfList = surfaces.baseAddress
      return unsafe withUnsafeMutablePointer(to: &arguments) { unsafe body($0) }
    }
  }
}
