package import WDDM

/// A slot of `DXGKRNL_INTERFACE` that this kernel serves, for findings, recordings and plans of faults.
package enum KernelCallback: UInt32, CaseIterable, Sendable {
  case getDeviceInformation = 1
  case mapMemory = 2
  case unmapMemory = 3
  case isFeatureEnabled = 4
  case queryFeatureSupport = 5
  case getHandleData = 6
  case getHandleParent = 7
  case enumHandleChildren = 8
  case acquireHandleData = 9
  case releaseHandleData = 10
  /// Any slot that this kernel does not serve yet.
  case unserved = 63

  package var name: Refusal.Argument {
    switch self {
    case .getDeviceInformation: "DxgkCbGetDeviceInformation"
    case .mapMemory: "DxgkCbMapMemory"
    case .unmapMemory: "DxgkCbUnmapMemory"
    case .isFeatureEnabled: "DxgkCbIsFeatureEnabled"
    case .queryFeatureSupport: "DxgkCbQueryFeatureSupport"
    case .getHandleData: "DxgkCbGetHandleData"
    case .getHandleParent: "DxgkCbGetHandleParent"
    case .enumHandleChildren: "DxgkCbEnumHandleChildren"
    case .acquireHandleData: "DxgkCbAcquireHandleData"
    case .releaseHandleData: "DxgkCbReleaseHandleData"
    case .unserved: "DxgkCb (not served)"
    }
  }
}
