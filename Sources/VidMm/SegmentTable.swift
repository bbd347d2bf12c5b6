package import WDDM

/// The segments of an adapter, fixed when it started (K-031), and the questions that VidMm asks of them.
package struct SegmentTable: Sendable {
  /// In order of their ids, which start at 1.
  package let segments: [SegmentDescriptor]

  package let sets: SegmentSets

  package init(_ segments: [SegmentDescriptor]) {
    self.segments = segments
    var own: UInt32 = 0, apertures: UInt32 = 0, coherent: UInt32 = 0, large: UInt32 = 0, seen: UInt32 = 0
    for segment in segments {
      let bit = UInt32(1) << UInt32(segment.id - 1)
      own |= bit
      if segment.isAperture { apertures |= bit }
      if segment.flags.contains(.cacheCoherent) { coherent |= bit }
      if segment.flags.contains(.use64KBPages) { large |= bit }
      if segment.isAperture || !segment.flags.isDisjoint(with: [.cpuVisible, .supportsCpuHostAperture]) { seen |= bit }
    }
    let implicit = UInt32(1) << 30 | 1 << 31 | (segments.count < 32 ? UInt32(1) << UInt32(segments.count) : 0)
    self.sets = SegmentSets(
      nameable: SegmentSet(rawValue: own | implicit), apertures: SegmentSet(rawValue: apertures | (implicit & ~own)),
      coherent: SegmentSet(rawValue: coherent | (implicit & ~own)), using64KBPages: SegmentSet(rawValue: large),
      cpuAccessible: SegmentSet(rawValue: seen | (implicit & ~own)),
      hasCoherentAperture: segments.contains { $0.isAperture && $0.flags.contains(.cacheCoherent) })
  }
}

/// The sets against which a driver's answer about an allocation is held.
package struct SegmentSets: Hashable, Sendable {
  /// Every segment a driver may name: its own, and the implicit system memory segment, which drivers spell as the id
  /// after their last one or as 31 (K-060; docs/deviations.md).
  package let nameable: SegmentSet
  /// Those whose content lies in system memory: apertures and the implicit segment.
  package let apertures: SegmentSet
  /// Apertures in which the GPU sees what is in the CPU's caches.
  package let coherent: SegmentSet
  package let using64KBPages: SegmentSet
  /// Those in which the CPU reaches what lies there (U-084).
  package let cpuAccessible: SegmentSet
  /// Whether the GPU sees the CPU's caches through an aperture (K-124).
  package let hasCoherentAperture: Bool
}

// MARK: - What D3DKMT reports

extension SegmentTable {
  /// Bytes of memory segments that are not made of system memory (K-043).
  package var dedicatedVideoMemory: UInt64 {
    sum { !$0.isAperture && !$0.flags.contains(.populatedFromSystemMemory) ? $0.size : 0 }
  }

  /// Bytes of memory segments made of system memory, bounded by the share of graphics (K-043).
  package func dedicatedSystemMemory(installed: UInt64) -> UInt64 {
    min(
      sum { !$0.isAperture && $0.flags.contains(.populatedFromSystemMemory) ? $0.size : 0 },
      Self.graphicsShare(of: installed))
  }

  /// Bytes of system memory that apertures may map (K-040, K-044).
  ///
  /// - Parameter globalLimit: `DXGK_DRIVERCAPS.ApertureSegmentCommitLimit`; 0 counts as none.
  package func sharedSystemMemory(installed: UInt64, globalLimit: UInt64) -> UInt64 {
    let limits = sum { $0.isAperture ? ($0.commitLimit == 0 ? $0.size : $0.commitLimit) : 0 }
    let bounded = globalLimit == 0 ? limits : min(limits, globalLimit)
    return min(bounded, Self.graphicsShare(of: installed) - dedicatedSystemMemory(installed: installed))
  }

  /// System memory available to graphics: half of it, at least 64 MiB (K-042).
  package static func graphicsShare(of installed: UInt64) -> UInt64 { max(installed / 2, 64 << 20) }

  /// The sum over all segments, held at the largest number there is: sizes come from a driver.
  private func sum(_ bytes: (SegmentDescriptor) -> UInt64) -> UInt64 {
    segments.reduce(0) { total, segment in
      let (next, overflow) = total.addingReportingOverflow(bytes(segment))
      return overflow ? .max : next
    }
  }
}
