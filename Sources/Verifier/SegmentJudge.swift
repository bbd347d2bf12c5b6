import CWDDM
import DDI
import Locks
import WDDM

// A whole enumeration: each segment on its own, and all against each other.
extension VerifyingMiniport {
  func judge(
    _ segments: [ReportedSegment], _ answer: DXGK_QUERYSEGMENTOUT4, _ given: DXGK_QUERYSEGMENTOUT4, _ form: SegmentForm
  ) {
    if answer.NbSegment != given.NbSegment { found(query: "K-031", "NbSegment", UInt64(answer.NbSegment)) }
    let (before, ranges, caps) = books.records.withLock { records in
      defer { records.take(segments) }
      return (records.adapter.segments, records.adapter.ranges, records.adapter.caps)
    }
    // Number and kinds stay while the device is started (K-031).
    if !before.isEmpty, before.map(\.flags) != segments.map(\.flags) {
      found(query: "K-031", "NbSegment", UInt64(segments.count))
    }
    for (index, segment) in segments.enumerated() {
      judge(segment, form)
      judgeWindow(segment, form, ranges)
      if segment.baseAddress.addingReportingOverflow(segment.size).overflow
        || segments[..<index].contains(where: { $0.overlaps(segment) })
      {
        found(query: "K-032", "BaseAddress", segment.baseAddress)
      }
    }
    judgePagingBuffer(segments, answer)
    judgeApertures(segments, caps)
  }

  private func judge(_ segment: ReportedSegment, _ form: SegmentForm) {
    let flags = segment.flags, bits = UInt64(flags.rawValue)
    if flags.contains(.agp) { return found(query: flags == .agp ? "K-026" : "K-045", "Flags", bits) }
    if segment.size == 0 || segment.size % pageSize != 0 { found(query: "K-035", "Size", segment.size) }
    if flags.contains(.aperture) {
      if segment.commitLimit > segment.size { found(query: "K-037", "CommitLimit", segment.commitLimit) }
      if flags.contains(.populatedFromSystemMemory) { found(query: "K-048", "Flags", bits) }
    } else {
      // 0 counts as the size (kernel.md 6.1 of the contract); the fourth form speaks of apertures only.
      if segment.commitLimit != 0, segment.commitLimit != segment.size {
        found(query: form == .fourth ? "K-057" : "K-036", "CommitLimit", segment.commitLimit)
      }
      if flags.contains(.cacheCoherent) { found(query: "K-047", "Flags", bits) }
    }
    if flags.contains(.reservedSysMem) { found(query: "K-052", "Flags", bits) }
    let hibernation: SegmentFlags = [.preservedDuringHibernate, .partiallyPreservedDuringHibernate]
    if flags.isSuperset(of: hibernation)
      || (!flags.isDisjoint(with: hibernation) && !flags.contains(.preservedDuringStandby))
    {
      found(query: "K-050", "Flags", bits)
    }
    if flags.contains(.partiallyPreservedDuringHibernate), segment.systemMemoryEnd == 0 {
      found(query: "K-055", "SystemMemoryEndAddress", 0)
    }
    if flags.isSuperset(of: [.supportsCpuHostAperture, .cpuVisible])
      || (flags.contains(.supportsCachedCpuHostAperture) && !flags.contains(.supportsCpuHostAperture))
    {
      found(query: "K-051", "Flags", bits)
    }
    if flags.contains(.useBanking) || !segment.banks.isEmpty { judgeBanks(of: segment) }
  }

  /// Banks cover the segment from its start to its end, one after the other (K-064).
  private func judgeBanks(of segment: ReportedSegment) {
    let isAscending = zip(segment.banks, segment.banks.dropFirst()).allSatisfy { $0 < $1 }
    guard isAscending, segment.banks.first != 0, segment.banks.last == segment.size else {
      return found(query: "K-064", "pBankRangeTable", segment.banks.last ?? 0)
    }
  }

  /// The CPU's window: only where there is one (K-039), and linear in a range that is the device's (K-298). What a
  /// driver says of an aperture that the CPU sees is ignored.
  private func judgeWindow(
    _ segment: ReportedSegment, _ form: SegmentForm, _ ranges: [TranslatedResources.MemoryRange]
  ) {
    if form == .fourth, segment.flags.contains(.supportsCpuHostAperture) { return }
    guard segment.flags.contains(.cpuVisible) else {
      if segment.cpuAddress != 0 { found(query: "K-039", "CpuTranslatedAddress", segment.cpuAddress) }
      return
    }
    if segment.isAperture { return }
    let isInside = ranges.contains { range in
      segment.cpuAddress >= range.start && segment.size <= range.length
        && segment.cpuAddress - range.start <= range.length - segment.size
    }
    if !isInside { found(query: "K-298", "CpuTranslatedAddress", segment.cpuAddress) }
  }

  private func judgePagingBuffer(_ segments: [ReportedSegment], _ answer: DXGK_QUERYSEGMENTOUT4) {
    let id = answer.PagingBufferSegmentId
    if id > segments.count {
      found(query: "K-030", "PagingBufferSegmentId", UInt64(id))
    } else if id != 0, !segments[Int(id) - 1].isAperture {
      found(query: "K-062", "PagingBufferSegmentId", UInt64(id))
    }
    if answer.PagingBufferSize == 0 { found(query: "K-027", "PagingBufferSize", 0) }
  }

  private func judgeApertures(_ segments: [ReportedSegment], _ caps: CapsRecord?) {
    let apertures = segments.filter(\.isAperture)
    if interfaceVersion >= .wddm2_0, apertures.count != 1 {
      found(query: "K-058", "NbSegment", UInt64(apertures.count))
    }
    guard let caps else { return }
    // Nothing could ever be mapped (K-022).
    if !apertures.isEmpty, caps.apertureCommitLimit == 0 { found(query: "K-022", "ApertureSegmentCommitLimit", 0) }
    if caps.buildsKernelCommands, !apertures.contains(where: { $0.flags.contains(.cacheCoherent) }) {
      found(query: "K-169", "SupportKernelModeCommandBuffer", 1)
    }
  }
}

extension ReportedSegment {
  fileprivate func overlaps(_ other: ReportedSegment) -> Bool {
    let end = baseAddress.addingReportingOverflow(size),
      otherEnd = other.baseAddress.addingReportingOverflow(other.size)
    guard !end.overflow, !otherEnd.overflow else { return false }
    return baseAddress < otherEnd.partialValue && other.baseAddress < end.partialValue
  }
}

extension DriverRecords {
  /// Remembers an enumeration, and the sets that creations are judged by.
  fileprivate mutating func take(_ segments: [ReportedSegment]) {
    adapter.segments = segments
    func set(_ holds: (ReportedSegment) -> Bool) -> UInt32 {
      segments.enumerated().reduce(0) { $1.offset < 32 && holds($1.element) ? $0 | 1 << UInt32($1.offset) : $0 }
    }
    facts.known = set { _ in true }
    facts.apertures = set(\.isAperture)
    facts.coherentApertures = set { $0.isAperture && $0.flags.contains(.cacheCoherent) }
    facts.using64KBPages = set { $0.flags.contains(.use64KBPages) }
    facts.pitchAligned = set { $0.flags.contains(.pitchAlignment) }
    facts.withVpr = set(\.hasVpr)
    facts.segmentCount = UInt32(segments.count)
  }
}
