import CWDDM
import DDI
import WDDM

@testable import Verifier

/// A surface that the system describes: asked for over the wire, then created from the driver's data.
struct StandardCall {
  var type = D3DKMDT_STANDARDALLOCATION_GDISURFACE
  var gdiType = D3DKMDT_GDISURFACE_TEXTURE
  static let width: UInt32 = 64, height: UInt32 = 16
  /// hAdapter; a driver that invents does not look at it.
  var adapter: HANDLE?

  /// What a driver that keeps the rules answers: 16 bytes of data, and rows of 256 bytes.
  static let good: @Sendable (inout DXGKARG_GETSTANDARDALLOCATIONDRIVERDATA) -> NTStatus = { args in
    let isFirst = unsafe args.pAllocationPrivateDriverData == nil && args.pResourcePrivateDriverData == nil
    if isFirst {
      args.AllocationPrivateDriverDataSize = 16
      args.ResourcePrivateDriverDataSize = 0
      return .success
    }
    // SAFETY: the asker's blob has the size that was asked for, its description the type's.
    unsafe args.pAllocationPrivateDriverData?.initializeMemory(as: UInt8.self, repeating: 0x5A, count: 16)
    switch args.StandardAllocationType {
    case D3DKMDT_STANDARDALLOCATION_SHADOWSURFACE: unsafe args.pCreateShadowSurfaceData?.pointee.Pitch = 256
    case D3DKMDT_STANDARDALLOCATION_STAGINGSURFACE: unsafe args.pCreateStagingSurfaceData?.pointee.Pitch = 256
    case D3DKMDT_STANDARDALLOCATION_GDISURFACE: unsafe args.pCreateGdiSurfaceData?.pointee.Pitch = 256
    default: break
    }
    return .success
  }

  func ask(_ driver: VerifyingMiniport) {
    var primary = D3DKMDT_SHAREDPRIMARYSURFACEDATA()
    var shadow = D3DKMDT_SHADOWSURFACEDATA()
    var staging = D3DKMDT_STAGINGSURFACEDATA()
    var gdi = D3DKMDT_GDISURFACEDATA()
    (primary.Width, primary.Height, primary.Format) = (Self.width, Self.height, D3DDDIFMT_X8R8G8B8)
    (shadow.Width, shadow.Height, shadow.Format) = (Self.width, Self.height, D3DDDIFMT_X8R8G8B8)
    (staging.Width, staging.Height) = (Self.width, Self.height)
    (gdi.Width, gdi.Height, gdi.Format, gdi.Type) = (Self.width, Self.height, D3DDDIFMT_A8R8G8B8, gdiType)
    var args = DXGKARG_GETSTANDARDALLOCATIONDRIVERDATA()
    args.StandardAllocationType = type
    // SAFETY: the four descriptions live in this frame until the last call returned.
    unsafe withUnsafeMutablePointer(to: &primary) { primary in
      unsafe withUnsafeMutablePointer(to: &shadow) { shadow in
        unsafe withUnsafeMutablePointer(to: &staging) { staging in
          unsafe withUnsafeMutablePointer(to: &gdi) { gdi in
            switch type {
            case D3DKMDT_STANDARDALLOCATION_SHAREDPRIMARYSURFACE: unsafe args.pCreateSharedPrimarySurfaceData = primary
            case D3DKMDT_STANDARDALLOCATION_SHADOWSURFACE: unsafe args.pCreateShadowSurfaceData = shadow
            case D3DKMDT_STANDARDALLOCATION_STAGINGSURFACE: unsafe args.pCreateStagingSurfaceData = staging
            default: unsafe args.pCreateGdiSurfaceData = gdi
            }
            play(driver, &args)
          }
        }
      }
    }
  }

  private func play(_ driver: VerifyingMiniport, _ args: inout DXGKARG_GETSTANDARDALLOCATIONDRIVERDATA) {
    guard driver.getStandardAllocationDriverData(adapter, &args).isSuccess else { return }
    var data = [UInt8](repeating: 0, count: Int(args.AllocationPrivateDriverDataSize) + 1)
    let size = args.AllocationPrivateDriverDataSize
    unsafe data.withUnsafeMutableBytes { data in
      unsafe args.pAllocationPrivateDriverData = data.baseAddress
      guard driver.getStandardAllocationDriverData(adapter, &args).isSuccess else { return }
      var info = DXGK_ALLOCATIONINFO()
      unsafe info.pPrivateDriverData = data.baseAddress
      info.PrivateDriverDataSize = size
      var create = DXGKARG_CREATEALLOCATION()
      create.NumAllocations = 1
      unsafe withUnsafeMutablePointer(to: &info) { info in
        unsafe create.pAllocationInfo = info
        guard driver.createAllocation(adapter, &create).isSuccess else { return }
        destroy(unsafe info.pointee.hAllocation, driver)
      }
    }
  }

  private func destroy(_ allocation: HANDLE?, _ driver: VerifyingMiniport) {
    var allocation = allocation
    var args = DXGKARG_DESTROYALLOCATION()
    args.NumAllocations = 1
    // SAFETY: the list outlives the call.
    unsafe withUnsafePointer(to: &allocation) { list in
      unsafe args.pAllocationList = list
      _ = driver.destroyAllocation(adapter, &args)
    }
  }
}
