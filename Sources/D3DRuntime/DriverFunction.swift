internal import WDDM

/// A function of the driver.
///
/// One of Direct3D 11 returns nothing and reports through pfnSetErrorCb instead (U-335). Each page lists what it may
/// report; anything else is critical: the device is lost (U-337).
enum DriverFunction: Sendable, Equatable {
  case createResource
  case openResource
  case destroyResource
  case resourceMap(mayWait: Bool)
  case resourceUnmap
  case setPriority
  case setResourcePriority
  case flush
  case destroyDevice

  func mayReport(_ error: HResult) -> Bool {
    switch self {
    case .createResource: error == .outOfMemory || error == .deviceRemoved || error == .dxgiUnsupported  // U-339
    case .openResource: error == .outOfMemory || error == .deviceRemoved  // U-339
    case .resourceMap(let mayWait):
      error == .deviceRemoved || (error == .dxgiWasStillDrawing && !mayWait)  // U-342
    case .destroyResource, .resourceUnmap, .setPriority, .setResourcePriority, .flush, .destroyDevice:
      error == .deviceRemoved  // U-341
    }
  }

  /// Its name in the table of functions.
  var name: StaticString {
    switch self {
    case .createResource: "pfnCreateResource"
    case .openResource: "pfnOpenResource"
    case .destroyResource: "pfnDestroyResource"
    case .resourceMap: "pfnResourceMap"
    case .resourceUnmap: "pfnResourceUnmap"
    case .setPriority: "pfnSetPriority"
    case .setResourcePriority: "pfnSetResourcePriority"
    case .flush: "pfnFlush"
    case .destroyDevice: "pfnDestroyDevice"
    }
  }
}

extension HResult {
  /// DXGI_DDI_ERR_WASSTILLDRAWING
  static let dxgiWasStillDrawing = HResult(0x887B_0001)
  /// DXGI_DDI_ERR_UNSUPPORTED
  static let dxgiUnsupported = HResult(0x887B_0002)
  /// D3DDDIERR_APPLICATIONERROR
  static let applicationError = HResult(0x8876_0885)
  /// DXGRT_ERR_DRIVER_NOT_FOUND
  static let driverNotFound = HResult(0x8007_007E)
  /// DXGRT_ERR_NO_ENTRY_POINT
  static let noEntryPoint = HResult(0x8007_007F)
  /// DXGRT_ERR_NO_INTERFACE
  static let noInterface = HResult(0x887A_0004)
  /// DXGRT_ERR_DRIVER_INTERNAL
  static let driverInternalError = HResult(0x887A_0020)
}
