import CWDDM
import DDI
import Locks
import WDDM

// One allocation's answer: sizes and segments.
extension VerifyingMiniport {
  @inline(__always)
  func judge(_ info: DXGK_ALLOCATIONINFO, _ facts: AdapterFacts, isInResource: Bool) {
    if info.Size == 0 { found("K-099", "pAllocationInfo[].Size", 0) }
    if info.AllocationPriority == 0 { found("K-090", "pAllocationInfo[].AllocationPriority", 0) }
    if info.PitchAlignedSize != 0 { judgePitch(info, facts) }
    if info.EvictionSegmentSet != 0 { judgeEviction(info, facts) }
    if info.PreferredSegment.Value != 0 { judgePreference(info) }
    if info.HintedBank.Value != 0 { judgeBanks(info, facts) }
    judgeSupported(info, facts)
    // From 2.0 on the word is the index of a physical adapter, and this kernel's adapters have one (K-092).
    if interfaceVersion >= .wddm2_0, info.PhysicalAdapterIndex != 0 {
      found("K-092", "pAllocationInfo[].PhysicalAdapterIndex", UInt64(info.PhysicalAdapterIndex))
    }
    if unsafe info.pAllocationUsageHint != nil { judgeHint(info) }
    if info.Flags.Value & ~AllocationFlags.cpuVisible.rawValue != 0 { judgeFlags(info, facts) }
    if interfaceVersion >= .wddm3_0, info.Flags2.Value != 0 { judgeBacking(info, facts, isInResource: isInResource) }
  }

  /// A finding about DxgkDdiCreateAllocation.
  func found(_ rule: Rule, _ argument: Refusal.Argument, _ value: UInt64) {
    books.report(rule, .createAllocation, argument, value)
  }

  private func judgePitch(_ info: DXGK_ALLOCATIONINFO, _ facts: AdapterFacts) {
    if info.PitchAlignedSize < info.Size {
      found("K-083", "pAllocationInfo[].PitchAlignedSize", UInt64(info.PitchAlignedSize))
    }
    if facts.known != 0, supported(info) & facts.pitchAligned == 0 {
      found("K-084", "pAllocationInfo[].PitchAlignedSize", UInt64(info.PitchAlignedSize))
    }
  }

  private func judgeEviction(_ info: DXGK_ALLOCATIONINFO, _ facts: AdapterFacts) {
    guard facts.known != 0 else { return }
    let set = info.EvictionSegmentSet
    if set & ~facts.apertures != 0 { found("K-087", "pAllocationInfo[].EvictionSegmentSet", UInt64(set)) }
    if set & facts.apertures & facts.pitchAligned != 0 {
      found("K-049", "pAllocationInfo[].EvictionSegmentSet", UInt64(set))
    }
  }

  private func judgePreference(_ info: DXGK_ALLOCATIONINFO) {
    let preference = SegmentPreference(rawValue: info.PreferredSegment.Value)
    if preference.reserved != 0 { found("K-097", "pAllocationInfo[].PreferredSegment", UInt64(preference.rawValue)) }
    let set = SegmentSet(rawValue: supported(info))
    for position in 0..<SegmentPreference.count {
      let segment = preference.segment(position)
      guard segment != 0, !set.contains(segment) else { continue }
      return found("K-085", "pAllocationInfo[].PreferredSegment", UInt64(preference.rawValue))
    }
  }

  private func judgeBanks(_ info: DXGK_ALLOCATIONINFO, _ facts: AdapterFacts) {
    let first = SegmentPreference(rawValue: info.PreferredSegment.Value).segment(0)
    // Banks are hints inside of the most preferred segment (K-089), and 2.0 knows none.
    if first == 0 || interfaceVersion >= .wddm2_0 {
      return found("K-089", "pAllocationInfo[].HintedBank", UInt64(info.HintedBank.Value))
    }
    guard facts.known != 0 else { return }
    let banks = books.records.withLock { records in
      records.adapter.segments.indices.contains(first - 1) ? records.adapter.segments[first - 1].banks.count : 0
    }
    let named = [info.HintedBank.Bank0, info.HintedBank.Bank1, info.HintedBank.Bank2, info.HintedBank.Bank3]
    if let unknown = named.first(where: { $0 > banks }) {
      found("K-066", "pAllocationInfo[].HintedBank", UInt64(unknown))
    }
  }

  @inline(__always)
  private func judgeSupported(_ info: DXGK_ALLOCATIONINFO, _ facts: AdapterFacts) {
    guard facts.known != 0 else { return }
    let set = supported(info)
    if set & ~facts.nameable != 0 { found("K-086", "pAllocationInfo[].SupportedWriteSegmentSet", UInt64(set)) }
    if set & facts.using64KBPages != 0, info.Alignment == 0 || info.Alignment % 0x1_0000 != 0 {
      found("K-053", "pAllocationInfo[].Alignment", UInt64(info.Alignment))
    }
    // The write set is the only one (K-093): a read set that says something else will not be heard.
    if interfaceVersion >= .wddm2_0, info.SupportedReadSegmentSet & ~info.SupportedWriteSegmentSet != 0 {
      found("K-093", "pAllocationInfo[].SupportedReadSegmentSet", UInt64(info.SupportedReadSegmentSet))
    }
  }

  /// The segments in which the allocation may be, as the driver's version says it (K-093).
  @inline(__always)
  func supported(_ info: DXGK_ALLOCATIONINFO) -> UInt32 {
    interfaceVersion >= .wddm2_0
      ? info.SupportedWriteSegmentSet : info.SupportedReadSegmentSet | info.SupportedWriteSegmentSet
  }

  private func judgeHint(_ info: DXGK_ALLOCATIONINFO) {
    // SAFETY: the driver's own block, which a kernel reads now as well (K-362).
    guard let hint = unsafe info.pAllocationUsageHint, unsafe hint.pointee.Version == 0 else { return }
    found("K-362", "pAllocationInfo[].pAllocationUsageHint", 0)
  }
}
