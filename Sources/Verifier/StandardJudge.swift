import CWDDM
import DDI
import Locks
import WDDM

// What the creation of a surface that the system described must be like.
extension VerifyingMiniport {
  /// Looks whether this creation is the one that the data of GetStandardAllocationDriverData was for (K-152: the same
  /// bytes), and judges it then.
  func judgeStandardCreation(_ args: borrowing DXGKARG_CREATEALLOCATION, _ facts: AdapterFacts) {
    guard args.NumAllocations == 1, let surface = books.records.withLock({ $0.standard }) else { return }
    let info = args.infos[0]
    let data = unsafe Self.bytes(info.pPrivateDriverData, info.PrivateDriverDataSize)
    let resourceData = unsafe Self.bytes(args.pPrivateDriverData, args.PrivateDriverDataSize)
    guard data == surface.allocationData, resourceData == surface.resourceData else { return }
    books.records.withLock { records in
      records.standard = nil
      records.facts.awaitsStandard = false
    }
    let flags = AllocationFlags(rawValue: info.Flags.Value)
    switch surface.kind {
    case .sharedPrimary: judgePrimary(info, flags, facts)
    case .gdi(let type): judgeGdi(info, flags, surface, type, facts)
    case .shadow, .staging, .other: break
    }
    // Only a primary has an alternate address (K-117).
    if surface.kind != .sharedPrimary, interfaceVersion < .wddm2_0, flags.contains(.alternateVAOrVpr) {
      found("K-117", "pAllocationInfo[].Flags", UInt64(flags.rawValue))
    }
  }

  private func judgePrimary(_ info: DXGK_ALLOCATIONINFO, _ flags: AllocationFlags, _ facts: AdapterFacts) {
    if !flags.isDisjoint(with: [.permanentSysMem, .protected, .existingSysMem, .existingKernelSysMem]) {
      found("K-104", "pAllocationInfo[].Flags", UInt64(flags.rawValue))
    }
    // What is flipped is not cached: the flag pages forbid it on a primary (K-104), the samples say why.
    if flags.contains(.cached) { found("K-138", "pAllocationInfo[].Flags", UInt64(flags.rawValue)) }
    let set = supported(info)
    let isInApertures = facts.known != 0 && set != 0 && set & facts.known & ~facts.apertures == 0
    if interfaceVersion < .wddm2_0, isInApertures, !flags.contains(.alternateVAOrVpr), !facts.sectionBackedPrimary {
      found("K-170", "pAllocationInfo[].SupportedWriteSegmentSet", UInt64(set))
    }
  }

  private func judgeGdi(
    _ info: DXGK_ALLOCATIONINFO, _ flags: AllocationFlags, _ surface: DescribedSurface, _ type: UInt32,
    _ facts: AdapterFacts
  ) {
    let bits = UInt64(flags.rawValue)
    let needed =
      surface.isCpuVisibleGdi
      ? UInt64(surface.pitch) * UInt64(surface.height)
      : surface.rowBytes * UInt64(surface.height)
    if UInt64(info.Size) < needed { found("K-077", "pAllocationInfo[].Size", UInt64(info.Size)) }
    let isVisible = !flags.isDisjoint(with: [.cpuVisible, .cpuVisibleOnDemand])
    let set = supported(info)
    let elsewhere = facts.known == 0 ? 0 : set & facts.known & ~facts.apertures
    switch type {
    case DescribedSurface.texture: if isVisible { found("K-163", "pAllocationInfo[].Flags", bits) }
    case DescribedSurface.staging, DescribedSurface.lookupTable:
      if isVisible { found("K-165", "pAllocationInfo[].Flags", bits) }
    case DescribedSurface.stagingCpuVisible, DescribedSurface.existingSysMem:
      if !isVisible { found("K-164", "pAllocationInfo[].Flags", bits) }
      let incoherent = facts.known == 0 ? 0 : set & facts.known & ~facts.coherentApertures
      if incoherent != 0 { found("K-164", "pAllocationInfo[].SupportedWriteSegmentSet", UInt64(set)) }
    case DescribedSurface.textureCrossAdapter:
      // Whether the CPU sees it the documents disagree about (K-370): the rest of K-139 they share.
      if flags.contains(.cached) { found("K-139", "pAllocationInfo[].Flags", bits) }
      if elsewhere != 0 { found("K-139", "pAllocationInfo[].SupportedWriteSegmentSet", UInt64(set)) }
    default: break
    }
  }
}
