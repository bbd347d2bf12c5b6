import CWDDM
import WDDM

/// What the kernel reads of `DXGK_DRIVERCAPS`.
package struct DriverCaps: Hashable, Sendable {
  /// The highest physical address of system memory that the GPU reaches.
  package var highestAcceptableAddress: UInt64 = 0
  /// Bytes that all apertures together may map; 0 for no limit of its own (K-022, K-041).
  package var apertureSegmentCommitLimit: UInt64 = 0
  package var memoryManagement: MemoryManagementCaps = []
  /// DXGK_WDDMVERSION, for people; nothing is derived from it (K-015).
  package var wddmVersion: UInt32 = 0
  package var supportsPerEngineTDR: Bool = false
  package var supportsSurpriseRemovalInHibernation: Bool = false
  package var supportsSurpriseRemoval: Bool = false
  /// The device only computes: no display, no rendering.
  package var isComputeOnly: Bool = false

  /// A driver that was not asked yet.
  package init() {}

  /// DXGK_VIDMMCAPS.MapAperture2Supported (K-128).
  package var mapAperture2Supported: Bool { memoryManagement.contains(.mapAperture2Supported) }

  /// A member beyond what `version` has reads as zero: the bytes behind the announced size are the kernel's zeros.
  init(_ raw: DXGK_DRIVERCAPS, _ version: InterfaceVersion) {
    highestAcceptableAddress = UInt64(bitPattern: raw.HighestAcceptableAddress.QuadPart)
    apertureSegmentCommitLimit = UInt64(raw.ApertureSegmentCommitLimit)
    memoryManagement = MemoryManagementCaps(rawValue: raw.MemoryManagementCaps.Value)
    wddmVersion = version >= .win7 ? UInt32(bitPattern: Int32(truncatingIfNeeded: raw.WDDMVersion.rawValue)) : 0
    let has1_2 = version >= .win8
    supportsPerEngineTDR = has1_2 && raw.SupportPerEngineTDR != 0
    supportsSurpriseRemovalInHibernation = has1_2 && raw.SupportSurpriseRemovalInHibernation != 0
    supportsSurpriseRemoval = version >= .wddm2_0 && raw.SupportSurpriseRemoval != 0
    isComputeOnly = version >= .wddm2_4 && raw.MiscCaps.ComputeOnly != 0
  }
}

/// `DXGK_VIDMMCAPS`.
package struct MemoryManagementCaps: OptionSet, Hashable, Sendable {
  package let rawValue: UInt32
  package init(rawValue: UInt32) { self.rawValue = rawValue }

  package static let sectionBackedPrimary = Self(rawValue: 1 << 3)
  package static let crossAdapterResource = Self(rawValue: 1 << 4)
  package static let virtualAddressingSupported = Self(rawValue: 1 << 5)
  package static let gpuMmuSupported = Self(rawValue: 1 << 6)
  package static let ioMmuSupported = Self(rawValue: 1 << 7)
  package static let nonCpuVisiblePrimary = Self(rawValue: 1 << 9)
  package static let mapAperture2Supported = Self(rawValue: 1 << 14)
}
