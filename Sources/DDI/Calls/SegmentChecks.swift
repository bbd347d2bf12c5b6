import CWDDM
import WDDM

// What the kernel cannot live with, and what is only worth a finding: kernel.md of the contract, group B.
extension Driver {
  func checkedCount(_ count: UInt32) throws(Refusal) -> Int {
    guard count > 0, count <= Self.segmentLimit else {
      throw Refusal(.invalidParameter, "K-024", "NbSegment", UInt64(count), bound: UInt64(Self.segmentLimit))
    }
    return Int(count)
  }

  func checkSame(_ first: Int, _ second: UInt32) throws(Refusal) {
    guard first == second else {
      throw Refusal(.invalidParameter, "K-031", "NbSegment", UInt64(second), bound: UInt64(first))
    }
  }

  func checkPagingBuffer(_ report: SegmentReport) throws(Refusal) {
    let id = report.pagingBufferSegment
    if version >= .wddm2_0, report.segments.filter(\.isAperture).count != 1 {
      let apertures = report.segments.filter(\.isAperture).count
      self.report("K-058", .queryAdapterInfo, "NbSegment", UInt64(apertures))
    }
    guard id != 0 else { return }
    guard id <= report.segments.count else {
      throw Refusal(.invalidParameter, "K-062", "PagingBufferSegmentId", UInt64(id))
    }
    if !report.segments[Int(id) - 1].isAperture {
      self.report("K-062", .queryAdapterInfo, "PagingBufferSegmentId", UInt64(id))
    }
  }

  /// Segment `id` as the kernel keeps it; `others` are those before it.
  func segment(_ id: Int, _ raw: RawSegment, after others: [SegmentDescriptor]) throws(Refusal) -> SegmentDescriptor {
    let flags = SegmentFlags(rawValue: raw.flags)
    if flags.contains(.agp) {
      // AGP must be alone (K-045), and this machine has no AGP aperture (K-026).
      throw Refusal(.invalidParameter, flags == .agp ? "K-026" : "K-045", "Flags", UInt64(raw.flags))
    }
    guard raw.size > 0, raw.size.isMultiple(of: pageSize) else {
      throw Refusal(.invalidParameter, "K-035", "Size", raw.size)
    }
    guard !raw.baseAddress.addingReportingOverflow(raw.size).overflow else {
      throw Refusal(.invalidParameter, "K-032", "BaseAddress", raw.baseAddress)
    }
    if flags.contains(.supportsCpuHostAperture), flags.contains(.cpuVisible) {
      throw Refusal(.invalidParameter, "K-051", "Flags", UInt64(raw.flags))
    }
    if flags.contains(.supportsCachedCpuHostAperture), !flags.contains(.supportsCpuHostAperture) {
      throw Refusal(.invalidParameter, "K-051", "Flags", UInt64(raw.flags))
    }
    let window = raw.cpuTranslatedAddress.addingReportingOverflow(raw.size)
    if flags.contains(.cpuVisible), !flags.contains(.aperture), window.overflow {
      throw Refusal(.invalidParameter, "K-039", "CpuTranslatedAddress", raw.cpuTranslatedAddress)
    }
    judge(id, raw, flags, others)
    return SegmentDescriptor(
      id: id, flags: flags.subtracting(.reservedSysMem), baseAddress: raw.baseAddress, size: raw.size,
      commitLimit: raw.commitLimit == 0 ? raw.size : min(raw.commitLimit, raw.size),
      cpuTranslatedAddress: raw.cpuTranslatedAddress)
  }

  /// What only breaks a rule.
  private func judge(_ id: Int, _ raw: RawSegment, _ flags: SegmentFlags, _ others: [SegmentDescriptor]) {
    func find(_ rule: Rule, _ argument: Refusal.Argument, _ value: UInt64) {
      report(rule, .queryAdapterInfo, argument, value)
    }
    if flags.contains(.reservedSysMem) { find("K-052", "Flags", UInt64(raw.flags)) }
    if flags.contains(.cacheCoherent), !flags.contains(.aperture) { find("K-047", "Flags", UInt64(raw.flags)) }
    if !flags.contains(.aperture), raw.commitLimit != 0, raw.commitLimit != raw.size {
      find("K-036", "CommitLimit", raw.commitLimit)
    }
    if flags.contains(.aperture), raw.commitLimit > raw.size { find("K-037", "CommitLimit", raw.commitLimit) }
    let hibernation: SegmentFlags = [.preservedDuringHibernate, .partiallyPreservedDuringHibernate]
    if flags.isSuperset(of: hibernation)
      || (!flags.isDisjoint(with: hibernation) && !flags.contains(.preservedDuringStandby))
    {
      find("K-050", "Flags", UInt64(raw.flags))
    }
    let end = raw.baseAddress + raw.size
    for other in others where raw.baseAddress < other.baseAddress + other.size && other.baseAddress < end {
      find("K-032", "BaseAddress", raw.baseAddress)
    }
  }
}
