/// What a driver answered about one allocation in DxgkDdiCreateAllocation: the members of `DXGK_ALLOCATIONINFO`, read
/// once, as the driver's interface version says they are to be read.
///
/// Nothing here is believed yet; VidMm's `AllocationDescription.validate` decides.
public struct AllocationDescription: Hashable, Sendable {
  /// Bytes, as answered; VidMm rounds it up to whole pages (K-082).
  public var size: UInt64 = 0
  /// Bytes in a pitch-aligned segment; 0: cannot go there (K-083).
  public var pitchAlignedSize: UInt64 = 0
  /// Bytes; 0 counts as one page.
  public var alignment: UInt32 = 0
  public var hintedBank: UInt32 = 0
  public var preferredSegments = SegmentPreference(rawValue: 0)
  /// Below WDDM 2.0 only; ignored from then on (K-093).
  public var readSegments = SegmentSet(rawValue: 0)
  /// From WDDM 2.0 on the one and only supported set (K-093).
  public var writeSegments = SegmentSet(rawValue: 0)
  public var evictionSegments = SegmentSet(rawValue: 0)
  /// MaximumRenamingListLength below WDDM 2.0, PhysicalAdapterIndex from then on (K-092).
  public var renamingLimitOrPhysicalAdapter: UInt32 = 0
  public var flags = AllocationFlags(rawValue: 0)
  /// `Flags2`; read only from interface version 3.0 on.
  public var sharesBackingStore = false
  /// Reserved bits of `Flags2`, as answered.
  public var reservedFlags2: UInt32 = 0
  public var priority: UInt32 = 0

  @inlinable public init() {}
}

/// `DXGK_ALLOCATIONINFOFLAGS` and its WDDM 2.0 form: the bits that both have at the same place, and the raw word.
public struct AllocationFlags: OptionSet, Hashable, Sendable {
  public let rawValue: UInt32
  @inlinable public init(rawValue: UInt32) { self.rawValue = rawValue }

  public static let cpuVisible = Self(rawValue: 1 << 0)
  public static let permanentSysMem = Self(rawValue: 1 << 1)
  public static let cached = Self(rawValue: 1 << 2)
  public static let protected = Self(rawValue: 1 << 3)
  public static let existingSysMem = Self(rawValue: 1 << 4)
  public static let existingKernelSysMem = Self(rawValue: 1 << 5)
  public static let fromEndOfSegment = Self(rawValue: 1 << 6)
  /// Swizzled below 2.0, DisableLargePageMapping from 2.1 on.
  public static let swizzledOrNoLargePages = Self(rawValue: 1 << 7)
  public static let overlay = Self(rawValue: 1 << 8)
  public static let capture = Self(rawValue: 1 << 9)
  /// UseAlternateVA below 2.0, CreateInVpr from 2.1 on.
  public static let alternateVAOrVpr = Self(rawValue: 1 << 10)
  /// SynchronousPaging below 2.0, reserved from then on.
  public static let synchronousPaging = Self(rawValue: 1 << 11)
  /// LinkMirrored below 2.0, reserved from then on.
  public static let linkMirrored = Self(rawValue: 1 << 12)
  /// LinkInstanced below 2.0, MapApertureCpuVisible from 2.9 on.
  public static let linkInstancedOrMapApertureCpuVisible = Self(rawValue: 1 << 13)
  public static let historyBuffer = Self(rawValue: 1 << 14)
  public static let accessedPhysically = Self(rawValue: 1 << 15)
  public static let explicitResidencyNotification = Self(rawValue: 1 << 16)
  public static let hardwareProtected = Self(rawValue: 1 << 17)
  public static let cpuVisibleOnDemand = Self(rawValue: 1 << 18)
}
