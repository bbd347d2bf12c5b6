package import WDDM

/// What the manager knows about a request beside the driver's answer.
package struct AllocationRequestFacts: Sendable {
  package var isPrimary: Bool
  package var isShared: Bool
  /// The caller brought the memory.
  package var hasCallerMemory: Bool
  /// The driver asked for the backing-store feature and it is enabled (K-134).
  package var mayShareBackingStore: Bool
  /// VIDMMCAPS.MapAperture2Supported (K-128).
  package var mapAperture2Supported: Bool
  /// VIDMMCAPS.NonCpuVisiblePrimary: a primary may be where the CPU does not see it.
  package var hidesPrimaries = false
  /// Created with CrossAdapter, for another adapter to use (U-349).
  package var isCrossAdapter = false
  package var version: InterfaceVersion

  package init(
    isPrimary: Bool, isShared: Bool, hasCallerMemory: Bool, mayShareBackingStore: Bool, mapAperture2Supported: Bool,
    version: InterfaceVersion
  ) {
    self.isPrimary = isPrimary
    self.isShared = isShared
    self.hasCallerMemory = hasCallerMemory
    self.mayShareBackingStore = mayShareBackingStore
    self.mapAperture2Supported = mapAperture2Supported
    self.version = version
  }
}

extension AllocationDescription {
  /// Whether the manager can work with the driver's answer.
  ///
  /// A driver that answers nonsense fails its caller's request and nothing else (A75). Only what the manager's own
  /// safety needs, and what the documents say makes a creation fail, is refused here; the verifier judges the rest.
  ///
  /// Borrows the answer: a copy of what a driver has just written waits for each of its members.
  ///
  /// - Returns: the number of whole pages of the allocation (K-082).
  /// - Throws: `STATUS_INVALID_PARAMETER` with the rule that the answer breaks.
  @inline(__always)
  package borrowing func validate(_ facts: AllocationRequestFacts, segments: SegmentSets) throws(Refusal) -> UInt64 {
    guard size > 0, let pages = WDDM.pages(holding: size), pages <= Self.largestPageCount else {
      throw Refusal(.invalidParameter, "K-099", "pAllocationInfo[].Size", size, bound: Self.largestPageCount * pageSize)
    }
    guard alignment & (alignment &- 1) == 0 else {
      throw Refusal(.invalidParameter, "K-053", "pAllocationInfo[].Alignment", UInt64(alignment))
    }
    if pitchAlignedSize != 0, pitchAlignedSize < size {
      throw Refusal(.invalidParameter, "K-083", "pAllocationInfo[].PitchAlignedSize", pitchAlignedSize)
    }
    guard priority != 0 else { throw Refusal(.invalidParameter, "K-090", "pAllocationInfo[].AllocationPriority") }
    try validateSegments(facts, segments: segments)
    if flags.rawValue & ~AllocationFlags.cpuVisible.rawValue != 0 { try validateFlags(facts, segments: segments) }
    if facts.isPrimary || facts.isCrossAdapter { try validateUse(facts, segments: segments) }
    if hasFlags2 { try validateBackingStore(facts, segments: segments) }
    return pages
  }

  private var hasFlags2: Bool { sharesBackingStore || reservedFlags2 != 0 }

  /// 2^44 pages: more than any backing store can have.
  package static var largestPageCount: UInt64 { 1 << 44 }
}

// MARK: - Segments

extension AllocationDescription {
  /// The set in which the allocation may be: from WDDM 2.0 on the write set alone (K-093).
  package func supportedSegments(_ version: InterfaceVersion) -> SegmentSet {
    version >= .wddm2_0 ? writeSegments : readSegments.union(writeSegments)
  }

  @inline(__always)
  private borrowing func validateSegments(_ facts: AllocationRequestFacts, segments: SegmentSets) throws(Refusal) {
    let supported = supportedSegments(facts.version)
    guard supported.isSubset(of: segments.nameable) else {
      throw Refusal(
        .invalidParameter, "K-086", "pAllocationInfo[].SupportedWriteSegmentSet", UInt64(supported.rawValue))
    }
    guard evictionSegments.isSubset(of: segments.apertures) else {
      throw Refusal(
        .invalidParameter, "K-087", "pAllocationInfo[].EvictionSegmentSet", UInt64(evictionSegments.rawValue))
    }
    if preferredSegments.rawValue != 0 {
      for position in 0..<SegmentPreference.count {
        let segment = preferredSegments.segment(position)
        guard segment == 0 || supported.contains(segment) else {
          throw Refusal(
            .invalidParameter, "K-085", "pAllocationInfo[].PreferredSegment", UInt64(preferredSegments.rawValue))
        }
      }
    }
    if supported.rawValue & segments.using64KBPages.rawValue != 0 {
      guard alignment != 0, alignment % 0x10000 == 0 else {
        throw Refusal(.invalidParameter, "K-053", "pAllocationInfo[].Alignment", UInt64(alignment))
      }
    }
  }
}

// MARK: - What it is used for

extension AllocationDescription {
  @inline(never)
  private func validateUse(_ facts: AllocationRequestFacts, segments: SegmentSets) throws(Refusal) {
    let supported = supportedSegments(facts.version)
    if facts.isPrimary, !facts.hidesPrimaries, !supported.isSubset(of: segments.cpuAccessible) {
      throw Refusal(
        .invalidParameter, "U-084", "pAllocationInfo[].SupportedWriteSegmentSet", UInt64(supported.rawValue))
    }
    if facts.isCrossAdapter, !supported.isSubset(of: segments.apertures) {
      throw Refusal(
        .invalidParameter, "K-139", "pAllocationInfo[].SupportedWriteSegmentSet", UInt64(supported.rawValue))
    }
  }
}

// MARK: - Flags

extension AllocationDescription {
  private func validateFlags(_ facts: AllocationRequestFacts, segments: SegmentSets) throws(Refusal) {
    func refuse(_ rule: Rule) -> Refusal {
      Refusal(.invalidParameter, rule, "pAllocationInfo[].Flags", UInt64(flags.rawValue))
    }
    guard flags.rawValue & Self.reservedFlags(facts.version) == 0 else { throw refuse("K-127") }
    if flags.contains(.permanentSysMem), !flags.contains(.cpuVisible) { throw refuse("K-102") }
    if flags.contains(.cached), !flags.contains(.cpuVisible) { throw refuse("K-103") }
    let existing: AllocationFlags = [.existingSysMem, .existingKernelSysMem]
    if flags.contains(.protected), !flags.isDisjoint(with: existing.union(.permanentSysMem)) { throw refuse("K-105") }
    if flags.contains(.existingSysMem), !flags.isDisjoint(with: [.permanentSysMem, .existingKernelSysMem]) {
      throw refuse("K-106")
    }
    if flags.contains(.existingKernelSysMem), flags.contains(.permanentSysMem) { throw refuse("K-107") }
    // Only a caller that brought memory can have an allocation on it; a kernel-mode caller does not exist here (K-109).
    if flags.contains(.existingSysMem), !facts.hasCallerMemory { throw refuse("K-108") }
    if flags.contains(.existingKernelSysMem) { throw refuse("K-109") }
    if facts.isPrimary {
      let forbidden = existing.union([.permanentSysMem, .cached, .protected])
      if !flags.isDisjoint(with: forbidden) { throw refuse("K-104") }
    }
    if flags.contains(.historyBuffer) {
      guard flags.contains(.cpuVisible), flags.subtracting([.historyBuffer, .cpuVisible, .cached]).isEmpty,
        flags.contains(.cached) || !segments.hasCoherentAperture
      else { throw refuse("K-124") }
    }
    if facts.version < .wddm2_0 {
      if flags.contains(.alternateVAOrVpr), !facts.isPrimary { throw refuse("K-117") }
    } else {
      if flags.contains(.explicitResidencyNotification), !flags.contains(.accessedPhysically) { throw refuse("K-126") }
      if flags.contains(.linkInstancedOrMapApertureCpuVisible), !facts.mapAperture2Supported { throw refuse("K-128") }
    }
  }

  /// The bits that a driver of `version` may not set (K-127).
  static func reservedFlags(_ version: InterfaceVersion) -> UInt32 {
    switch version {
    case ..<InterfaceVersion.wddm1_3: ~0x3FFF
    case ..<InterfaceVersion.wddm2_0: ~0x7FFF
    case ..<InterfaceVersion.wddm2_1: ~0x7C37F
    case ..<InterfaceVersion.wddm2_9: ~0x7C7FF
    default: ~0x7E7FF
    }
  }
}

// MARK: - A backing store that the driver shares

extension AllocationDescription {
  private func validateBackingStore(_ facts: AllocationRequestFacts, segments: SegmentSets) throws(Refusal) {
    func refuse(_ rule: Rule) -> Refusal { Refusal(.invalidParameter, rule, "pAllocationInfo[].Flags2", 1) }
    guard reservedFlags2 == 0 else {
      throw Refusal(.invalidParameter, "K-127", "pAllocationInfo[].Flags2", UInt64(reservedFlags2))
    }
    guard facts.mayShareBackingStore else { throw refuse("K-134") }
    guard !facts.hasCallerMemory else { throw refuse("K-135") }
    guard flags.contains(.cpuVisible) else { throw refuse("K-366") }
    let supported = supportedSegments(facts.version)
    guard facts.isShared, !supported.isEmpty, supported.isSubset(of: segments.apertures) else { throw refuse("K-131") }
  }
}
