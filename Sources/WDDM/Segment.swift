/// A set of segments: bit n-1 stands for segment n (K-086).
public struct SegmentSet: RawRepresentable, Hashable, Sendable {
  public let rawValue: UInt32
  @inlinable public init(rawValue: UInt32) { self.rawValue = rawValue }

  public var isEmpty: Bool { rawValue == 0 }

  @inlinable public func contains(_ segment: Int) -> Bool {
    (1...32).contains(segment) && rawValue >> (segment - 1) & 1 == 1
  }

  @inlinable public func isSubset(of other: SegmentSet) -> Bool { rawValue & ~other.rawValue == 0 }

  @inlinable public func intersection(_ other: SegmentSet) -> SegmentSet {
    SegmentSet(rawValue: rawValue & other.rawValue)
  }

  @inlinable public func union(_ other: SegmentSet) -> SegmentSet { SegmentSet(rawValue: rawValue | other.rawValue) }
}

/// `D3DDDI_SEGMENTPREFERENCE`: up to five segment ids with a direction each, most preferred first (K-097, K-098).
public struct SegmentPreference: RawRepresentable, Hashable, Sendable {
  public let rawValue: UInt32
  @inlinable public init(rawValue: UInt32) { self.rawValue = rawValue }

  public static let count = 5

  /// The 1-based id at `position`, 0 for none.
  @inlinable public func segment(_ position: Int) -> Int { Int(rawValue >> UInt32(position * 6) & 31) }

  /// Whether the search starts at the far end of that segment.
  public func isReversed(_ position: Int) -> Bool { rawValue >> UInt32(position * 6 + 5) & 1 == 1 }

  /// Bits 30 and 31.
  public var reserved: UInt32 { rawValue >> 30 }
}

/// One segment as the driver described it when the adapter started.
public struct SegmentDescriptor: Hashable, Sendable {
  /// 1-based (K-030).
  public var id: Int
  public var flags: SegmentFlags
  /// Where the GPU sees the segment.
  public var baseAddress: UInt64
  /// Bytes, a multiple of the page (K-035).
  public var size: UInt64
  /// Bytes that may be committed; 0 counts as `size` (K-036, K-040).
  public var commitLimit: UInt64
  /// Physical address of the CPU's window on it; meaningful with `cpuVisible` (K-039).
  public var cpuTranslatedAddress: UInt64

  public init(
    id: Int, flags: SegmentFlags, baseAddress: UInt64, size: UInt64, commitLimit: UInt64, cpuTranslatedAddress: UInt64
  ) {
    self.id = id
    self.flags = flags
    self.baseAddress = baseAddress
    self.size = size
    self.commitLimit = commitLimit
    self.cpuTranslatedAddress = cpuTranslatedAddress
  }

  public var isAperture: Bool { flags.contains(.aperture) || flags.contains(.agp) }
}

/// `DXGK_SEGMENTFLAGS`.
public struct SegmentFlags: OptionSet, Hashable, Sendable {
  public let rawValue: UInt32
  @inlinable public init(rawValue: UInt32) { self.rawValue = rawValue }

  public static let aperture = Self(rawValue: 1 << 0)
  public static let agp = Self(rawValue: 1 << 1)
  public static let cpuVisible = Self(rawValue: 1 << 2)
  public static let useBanking = Self(rawValue: 1 << 3)
  public static let cacheCoherent = Self(rawValue: 1 << 4)
  public static let pitchAlignment = Self(rawValue: 1 << 5)
  public static let populatedFromSystemMemory = Self(rawValue: 1 << 6)
  public static let preservedDuringStandby = Self(rawValue: 1 << 7)
  public static let preservedDuringHibernate = Self(rawValue: 1 << 8)
  public static let partiallyPreservedDuringHibernate = Self(rawValue: 1 << 9)
  public static let directFlip = Self(rawValue: 1 << 10)
  public static let use64KBPages = Self(rawValue: 1 << 11)
  public static let reservedSysMem = Self(rawValue: 1 << 12)
  public static let supportsCpuHostAperture = Self(rawValue: 1 << 13)
  public static let supportsCachedCpuHostAperture = Self(rawValue: 1 << 14)
  public static let applicationTarget = Self(rawValue: 1 << 15)
  public static let localBudgetGroup = Self(rawValue: 1 << 19)
  public static let nonLocalBudgetGroup = Self(rawValue: 1 << 20)
}
