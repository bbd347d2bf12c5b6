import CWDDM
import DDI
import WDDM

@testable import Verifier

extension Breach {
  static let segments: [Breach] = numbers + kinds + windows

  private static let numbers: [Breach] = [
    Breach("K-024", .wddm1_3) { $0.segments = { if $1 { $0.PagingBufferSize = 4096 } } },
    Breach("K-027") { $0.segments = { if !$1 { $0.PagingBufferSize = 0 } } },
    Breach("K-028") { $0.segments = { if $1 { $0.PagingBufferSegmentId = 3 } } },
    Breach("K-029") { bend in
      bend.segments = { out, isFirst in
        // The second descriptor goes where the struct's size says.
        // SAFETY: the lent array has room for three descriptors of at least 96 bytes.
        if !isFirst, let array = unsafe UnsafeMutableRawPointer(out.pSegmentDescriptor) {
          var second = DXGK_SEGMENTDESCRIPTOR4()
          second.Size = 1 << 20
          unsafe (array + 96).copyMemory(from: &second, byteCount: 96)
        }
      }
    },
    Breach("K-030") { $0.segments = { if !$1 { $0.PagingBufferSegmentId = 9 } } },
    Breach("K-031") { $0.segments = { if !$1 { $0.NbSegment += 1 } } },
    Breach(
      "K-056",
      play: { driver in
        Wire.started(driver) { driver in
          var state = DXGK_QUERYSEGMENTMEMORYSTATE()
          state.DriverSegmentId = 1
          state.NumInvalidMemoryRanges = 1
          Wire.query(driver, DXGKQAITYPE_SEGMENTMEMORYSTATE, state)
        }
      }
    ) { bend in
      bend.segment4 = { if $0 == 0 { $1.NumInvalidMemoryRanges = 1 } }
      bend.query = { args in
        args.edit(DXGK_QUERYSEGMENTMEMORYSTATE()) { $0.NumInvalidMemoryRanges = 2 }
        return .success
      }
    },
    Breach("K-058") { $0.segment4 = { if $0 == 1 { $1.Flags.Aperture = 1 } } },
    Breach("K-062") { $0.segments = { if !$1 { $0.PagingBufferSegmentId = 1 } } },
  ]

  private static let kinds: [Breach] = [
    Breach("K-026", .win7) { $0.segment1 = { if $0 == 0 { $1.Flags.Value = 2 } } },
    Breach("K-035") { $0.segment4 = { $1.Size += 1 } },
    Breach("K-036", .wddm1_3) { $0.segment3 = { if $0 == 0 { $1.CommitLimit -= 4096 } } },
    Breach("K-037") { $0.segment4 = { if $0 == 2 { $1.CommitLimit += 4096 } } },
    Breach("K-045", .win7) { $0.segment1 = { if $0 == 0 { $1.Flags.Agp = 1 } } },
    Breach("K-047") { $0.segment4 = { if $0 == 0 { $1.Flags.CacheCoherent = 1 } } },
    Breach("K-048") { $0.segment4 = { if $0 == 2 { $1.Flags.PopulatedFromSystemMemory = 1 } } },
    Breach("K-050") { $0.segment4 = { if $0 == 0 { $1.Flags.PreservedDuringHibernate = 1 } } },
    Breach("K-051") { $0.segment4 = { if $0 == 1 { $1.Flags.SupportsCachedCpuHostAperture = 1 } } },
    Breach("K-052") { $0.segment4 = { if $0 == 1 { $1.Flags.ReservedSysMem = 1 } } },
    Breach("K-055") { bend in
      bend.segment4 = { index, segment in
        guard index == 1 else { return }
        segment.Flags.PreservedDuringStandby = 1
        segment.Flags.PartiallyPreservedDuringHibernate = 1
      }
    },
    Breach("K-057") { $0.segment4 = { if $0 == 0 { $1.CommitLimit -= 4096 } } },
    Breach("K-064", .win7) { $0.segment1 = { if $0 == 0 { $1.Flags.UseBanking = 1 } } },
  ]

  private static let windows: [Breach] = [
    Breach("K-032") { $0.segment4 = { $1.BaseAddress.QuadPart = 0 } },
    Breach("K-039") { $0.segment4 = { if $0 == 1 { $1.CpuTranslatedAddress.QuadPart = 1 << 44 } } },
    Breach("K-298") { $0.segment4 = { if $0 == 0 { $1.CpuTranslatedAddress.QuadPart = 4096 } } },
  ]
}
