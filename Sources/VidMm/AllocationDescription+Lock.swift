package import WDDM

/// What the manager knows about an allocation that D3DKMTLock is asked for, beside the driver's description.
package struct LockFacts: Sendable {
  package var isPrimary: Bool
  package var isShared: Bool
  /// Its bytes are the caller's: they cannot be replaced by others.
  package var isPinned: Bool
  package var version: InterfaceVersion

  package init(isPrimary: Bool, isShared: Bool, isPinned: Bool, version: InterfaceVersion) {
    self.isPrimary = isPrimary
    self.isShared = isShared
    self.isPinned = isPinned
    self.version = version
  }
}

extension AllocationDescription {
  /// Whether D3DKMTLock may show the allocation to the CPU with those flags, which go together. Every allocation is in
  /// system memory, where a lock involves no driver (K-301) and nothing has to be copied, evicted or waited for.
  ///
  /// - Parameter segments: the adapter's sets; asked for when a flag depends on where the allocation can be.
  /// - Throws: `STATUS_INVALID_PARAMETER` for what the CPU cannot see (U-171, U-192), UseAlternateVA on a shared
  ///   allocation (U-158), AcquireAperture where only apertures are supported (U-161) or swizzling ranges do not exist
  ///   (K-297), IgnoreSync or IgnoreReadSync where the GPU and the CPU cannot share (U-163);
  ///   `STATUS_GRAPHICS_ALLOCATION_BUSY` for a Discard that would have to rename (U-178).
  package func validateLock(
    _ flags: LockFlags, _ facts: LockFacts, segments: () -> SegmentSets
  ) throws(Refusal) {
    func refuse(_ rule: Rule) -> Refusal {
      Refusal(.invalidParameter, rule, "hAllocation", UInt64(self.flags.rawValue))
    }
    guard facts.isPrimary || !self.flags.isDisjoint(with: [.cpuVisible, .cpuVisibleOnDemand]) else {
      throw refuse("U-171")
    }
    guard !self.flags.contains(.protected) else { throw refuse("U-192") }
    if flags.contains(.useAlternateVA), facts.isShared { throw flags.refusal("U-158") }
    if flags.contains(.acquireAperture) {
      guard facts.version < .wddm2_0 else { throw flags.refusal("K-297") }
      let supported = supportedSegments(facts.version)
      guard supported.isEmpty || !supported.isSubset(of: segments().apertures) else { throw flags.refusal("U-161") }
    }
    let discards = flags.contains(.discard) && !facts.isPrimary && !facts.isShared && !facts.isPinned
    if discards, !flags.contains(.noExistingReference) {
      throw Refusal(.graphicsAllocationBusy, "U-178", "Flags", UInt64(flags.rawValue))
    }
    // With a Discard two of the three flags mean nothing (U-164); IgnoreReadSync is not one of them.
    let ignores = flags.isSuperset(of: [.ignoreSync, .donotWait]) && !discards
    if ignores || flags.contains(.ignoreReadSync) { try validateSharing(flags, facts.version, segments()) }
  }

  /// Whether the CPU can look on while the GPU works: in an aperture, in rows, and coherent if it is cached (U-163).
  private func validateSharing(
    _ flags: LockFlags, _ version: InterfaceVersion, _ segments: SegmentSets
  ) throws(Refusal) {
    let supported = supportedSegments(version)
    let apertures = supported.isEmpty ? segments.apertures : supported.intersection(segments.apertures)
    let isSwizzled = version < .wddm2_0 && self.flags.contains(.swizzledOrNoLargePages)
    let isIncoherent = self.flags.contains(.cached) && apertures.intersection(segments.coherent).isEmpty
    guard !apertures.isEmpty, !isSwizzled, !isIncoherent else { throw flags.refusal("U-163") }
  }
}
