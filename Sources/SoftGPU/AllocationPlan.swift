import CWDDM
import WDDM

/// What an allocation needs, from its private data alone (K-070): the decision, before any object is made.
///
/// The private data comes from a stranger. Whatever is in it, the answer is a status or a plan (K-078).
struct AllocationPlan {
  /// Bytes.
  var size: UInt64
  /// Bytes a row; 0 for what has no rows.
  var pitch: UInt32
  var alignment: UInt32
  /// `D3DDDI_SEGMENTPREFERENCE.Value`.
  var preference: UInt32
  /// Supported segments: bit n-1 for segment n.
  var segments: UInt32
  var flags: AllocationFlags
  var sharesBackingStore: Bool

  /// - Throws: `STATUS_GRAPHICS_DRIVER_MISMATCH` for private data that is not SoftGPU's, `STATUS_INVALID_PARAMETER` for
  ///   a wish that contradicts itself or the card.
  @inline(__always)
  init(
    _ wish: SOFTGPU_ALLOCATION, on ids: SegmentIds, version: InterfaceVersion, mayShareBackingStore: Bool
  ) throws(NTStatus) {
    guard wish.Magic == UInt32(SOFTGPU_ALLOCATION_MAGIC), wish.Version == UInt32(SOFTGPU_ALLOCATION_VERSION) else {
      throw .graphicsDriverMismatch
    }
    let wanted = Wishes(rawValue: wish.Flags)
    guard wanted.isSubset(of: .all), wish.Reserved == 0, wish.Alignment & (wish.Alignment &- 1) == 0 else {
      throw .invalidParameter
    }
    (size, pitch) = try Self.measure(wish, wanted)
    alignment = max(wish.Alignment, UInt32(pageSize))
    sharesBackingStore = wanted.contains(.shareBackingStore)
    if !wanted.isPlain { try Self.check(wanted, version, mayShareBackingStore) }

    let set = Self.supported(wanted, ids)
    guard wish.PreferredSegment <= 31, wish.PreferredSegment == 0 || set & SegmentIds.set(wish.PreferredSegment) != 0
    else { throw .invalidParameter }
    segments = set
    preference = ids.order(set, first: wish.PreferredSegment)
    flags = []
    if wanted.contains(.cpuVisible) { flags.insert(.cpuVisible) }
    if wanted.contains(.cached) { flags.insert(.cached) }
    if wanted.contains(.existingSysMem) { flags.insert(.existingSysMem) }
    // The aperture is cache coherent, so a history buffer is cached too (K-124).
    if wanted.contains(.historyBuffer) { flags.formUnion([.historyBuffer, .cached]) }
    // Below WDDM 2 every allocation is accessed physically, and the bit is reserved.
    if wanted.contains(.accessedPhysically), version >= .wddm2_0 { flags.insert(.accessedPhysically) }
  }
}

/// `SOFTGPU_ALLOCATION.Flags`.
struct Wishes: OptionSet {
  let rawValue: UInt32
  static let cpuVisible = Self(rawValue: 1)
  static let cached = Self(rawValue: 2)
  static let primary = Self(rawValue: 4)
  static let shareBackingStore = Self(rawValue: 8)
  static let accessedPhysically = Self(rawValue: 16)
  static let historyBuffer = Self(rawValue: 32)
  static let gdiSurface = Self(rawValue: 64)
  static let crossAdapter = Self(rawValue: 128)
  static let existingSysMem = Self(rawValue: 256)
  static let all = Self(rawValue: 511)

  /// Nothing but what any allocation may have.
  @inline(__always)
  var isPlain: Bool { rawValue & ~(1 | 16 | 64) == 0 }
}

// MARK: - Details

extension AllocationPlan {
  /// Flags that exclude each other or need what this card, version or kernel has not.
  private static func check(_ wanted: Wishes, _ version: InterfaceVersion, _ mayShare: Bool) throws(NTStatus) {
    // What a CPU cannot see it cannot cache, read a history from (K-103, K-124) or share (K-366).
    let needsCpu: Wishes = [.cached, .historyBuffer, .shareBackingStore, .existingSysMem]
    if !wanted.isDisjoint(with: needsCpu), !wanted.contains(.cpuVisible) { throw .invalidParameter }
    // A primary is scanned out of video memory (K-104, K-138).
    if wanted.contains(.primary), !wanted.isDisjoint(with: needsCpu.union(.crossAdapter)) { throw .invalidParameter }
    // Memory of a caller is no backing store of the kernel's (K-135).
    if wanted.isSuperset(of: [.existingSysMem, .shareBackingStore]) { throw .invalidParameter }
    // The other adapter does not look into this one's caches: write-combined, in system memory (K-139).
    if wanted.isSuperset(of: [.crossAdapter, .cached]) { throw .invalidParameter }
    if wanted.contains(.historyBuffer) {
      guard version >= .wddm1_3, wanted.isSubset(of: [.historyBuffer, .cpuVisible, .cached]) else {
        throw .invalidParameter
      }
    }
    if wanted.contains(.shareBackingStore), version < .wddm3_0 || !mayShare { throw .invalidParameter }
  }

  /// Size and pitch: those of the surface when it has dimensions in a format that we know, else as wished (K-099).
  @inline(__always)
  private static func measure(_ wish: SOFTGPU_ALLOCATION, _ wanted: Wishes) throws(NTStatus) -> (UInt64, UInt32) {
    if wish.Width == 0 || wish.Height == 0 {
      guard wish.Size > 0 else { throw .invalidParameter }
      return (wish.Size, wish.Pitch)
    }
    return try measureSurface(wish, isCrossAdapter: wanted.contains(.crossAdapter))
  }

  private static func measureSurface(
    _ wish: SOFTGPU_ALLOCATION, isCrossAdapter: Bool
  ) throws(NTStatus) -> (UInt64, UInt32) {
    let row = UInt64(wish.Width) * bytesPerPixel(wish.Format)
    let pitch = wish.Pitch != 0 ? UInt64(wish.Pitch) : (row + pitchAlignment - 1) / pitchAlignment * pitchAlignment
    guard pitch >= row, let exact = UInt32(exactly: pitch) else { throw .invalidParameter }
    // Another adapter reads rows of 128 bytes, four at a time; a heap is one row, and has no others (K-139).
    let needsRows = isCrossAdapter && wish.Height > 1
    guard !needsRows || pitch.isMultiple(of: pitchAlignment) else { throw .invalidParameter }
    let needed = pitch * (needsRows ? (UInt64(wish.Height) + 3) & ~3 : UInt64(wish.Height))
    let size = wish.Size == 0 ? needed : wish.Size
    guard size > 0, size >= needed else { throw .invalidParameter }
    return (size, exact)
  }

  /// Rows start where the card's engines like to begin; cross-adapter surfaces ask for as much (K-139).
  private static let pitchAlignment: UInt64 = 128

  /// 0 for a format that this card gives no meaning: its size must then be told.
  private static func bytesPerPixel(_ format: UInt32) -> UInt64 {
    switch D3DDDIFORMAT(rawValue: numericCast(format)) {
    case D3DDDIFMT_A8, D3DDDIFMT_L8: 1
    case D3DDDIFMT_R5G6B5: 2
    case D3DDDIFMT_A8R8G8B8, D3DDDIFMT_X8R8G8B8, D3DDDIFMT_A8B8G8R8, D3DDDIFMT_X8B8G8R8, D3DDDIFMT_A2B10G10R10,
      D3DDDIFMT_G16R16, D3DDDIFMT_R32F:
      4
    case D3DDDIFMT_A16B16G16R16F: 8
    case D3DDDIFMT_A32B32G32R32F: 16
    default: 0
    }
  }

  /// Where the allocation may be. What the CPU caches lives in the coherent aperture, what is scanned out in video
  /// memory as long as the card has some.
  @inline(__always)
  private static func supported(_ wanted: Wishes, _ ids: SegmentIds) -> UInt32 {
    let aperture = SegmentIds.set(ids.aperture)
    let inSystemMemory: Wishes = [.cached, .historyBuffer, .shareBackingStore, .crossAdapter, .existingSysMem]
    if !wanted.isDisjoint(with: inSystemMemory) { return aperture }
    let seen = SegmentIds.set(ids.visible)
    // Every segment of a primary is one that the CPU reaches (U-084).
    if wanted.contains(.primary) { return seen != 0 ? seen : aperture }
    return wanted.contains(.cpuVisible) ? seen | aperture : ids.all
  }
}
