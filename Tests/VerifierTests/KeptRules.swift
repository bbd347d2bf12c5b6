import CWDDM
import DDI
import WDDM

@testable import Verifier

extension Breach {
  /// Drivers that come as near to a rule as they may, and keep it.
  static let none: [Breach] = nearCapabilities + nearSegments + nearSets + nearFlags + nearAnswers

  private static let nearCapabilities: [Breach] = [
    Breach("K-017") { bend in
      bend.caps = {
        $0.MemoryManagementCaps.VirtualAddressingSupported = 1
        $0.MemoryManagementCaps.GpuMmuSupported = 1
      }
    },
    Breach("K-018") { bend in
      bend.caps = {
        $0.MemoryManagementCaps.CrossAdapterResource = 1
        $0.MemoryManagementCaps.CrossAdapterResourceTexture = 1
        $0.MemoryManagementCaps.CrossAdapterResourceScanout = 1
      }
    },
    Breach("K-019", .wddm1_3) { bend in
      bend.caps = {
        $0.SchedulingCaps.MultiEngineAware = 1
        $0.MemoryManagementCaps.PagingNode = 1
      }
    },
    Breach("K-020") { bend in
      bend.caps = { $0.SupportPerEngineTDR = 1 }
      bend.functions = {
        for function in [DriverFunction.queryDependentEngineGroup, .queryEngineStatus, .resetEngine] {
          $0.insert(function)
        }
      }
    },
  ]

  private static let nearSegments: [Breach] = [
    Breach("K-036", .wddm1_3) { $0.segment3 = { if $0 == 0 { $1.CommitLimit = 0 } } },
    Breach("K-037") { $0.segment4 = { if $0 == 2 { $1.CommitLimit /= 2 } } },
    // What it says of the aperture is ignored.
    Breach("K-039") { bend in
      bend.segment4 = {
        guard $0 == 2 else { return }
        $1.Flags.CpuVisible = 1
        $1.CpuTranslatedAddress.QuadPart = -1 << 33
      }
    },
    Breach("K-050") { bend in
      bend.segment4 = {
        guard $0 == 0 else { return }
        $1.Flags.PreservedDuringStandby = 1
        $1.Flags.PreservedDuringHibernate = 1
      }
    },
    Breach("K-051") { bend in
      bend.segment4 = {
        guard $0 == 1 else { return }
        $1.Flags.SupportsCpuHostAperture = 1
        $1.Flags.SupportsCachedCpuHostAperture = 1
      }
    },
    Breach("K-055") { bend in
      bend.segment4 = {
        guard $0 == 0 else { return }
        $1.Flags.PreservedDuringStandby = 1
        $1.Flags.PartiallyPreservedDuringHibernate = 1
        $1.SystemMemoryEndAddress = 4096
      }
    },
    Breach("K-062") { $0.segments = { if !$1 { $0.PagingBufferSegmentId = 0 } } },
    Breach("K-062") { $0.segments = { if !$1 { $0.PagingBufferSegmentId = 3 } } },
    Breach("K-064", .win7) { bend in
      bend.segment1 = { index, segment in if index == 0 { segment.setBanks([1 << 20, segment.Size]) } }
    },
  ]

  private static let nearSets: [Breach] = [
    Breach("K-053") { bend in
      bend.segment4 = { $1.Flags.Use64KBPages = 1 }
      bend.info = { $0.Alignment = 0x2_0000 }
    },
    Breach("K-066", .win7) { bend in
      bend.segment1 = { index, segment in if index == 0 { segment.setBanks([1 << 20, segment.Size]) } }
      bend.info = {
        ($0.SupportedReadSegmentSet, $0.SupportedWriteSegmentSet, $0.PreferredSegment.Value) = (7, 7, 1)
        $0.HintedBank.Bank0 = 2
      }
    },
    Breach("K-084") { bend in
      bend.segment4 = { if $0 == 0 { $1.Flags.PitchAlignment = 1 } }
      bend.info = {
        ($0.SupportedReadSegmentSet, $0.SupportedWriteSegmentSet, $0.Flags2.Value) = (7, 7, 0)
        $0.PitchAlignedSize = $0.Size
      }
    },
    // The implicit segment of system memory, as the id after the last, as 31 and as 32.
    Breach("K-086") { bend in
      bend.info = {
        $0.SupportedWriteSegmentSet |= 1 << 3 | 3 << 30
        $0.PreferredSegment.Value = 4
      }
    },
    Breach("K-087") { $0.info = { $0.EvictionSegmentSet = 4 } },
    Breach("K-093") { $0.info = { $0.SupportedReadSegmentSet = 0 } },
    // A direction is no reserved bit.
    Breach("K-097") { bend in
      bend.info = {
        ($0.SupportedReadSegmentSet, $0.SupportedWriteSegmentSet, $0.Flags2.Value) = (7, 7, 0)
        $0.PreferredSegment.Value = 3 | 1 << 5
      }
    },
  ]

  private static let nearFlags: [Breach] = [
    Breach("K-102") { $0.answers(flags: [.cpuVisible, .permanentSysMem]) },
    Breach("K-103") { $0.answers(flags: [.cpuVisible, .cached]) },
    Breach("K-105") { $0.answers(flags: [.cpuVisible, .protected]) },
    Breach("K-108") { $0.answers(flags: [.cpuVisible, .existingSysMem], size: 8192) },
    Breach("K-123", .wddm1_3) { $0.answers(flags: [.cpuVisible, .linkMirrored]) },
    Breach("K-124") { $0.answers(flags: [.cpuVisible, .cached, .historyBuffer]) },
    Breach("K-126") { $0.answers(flags: [.explicitResidencyNotification, .accessedPhysically]) },
    Breach("K-128") { bend in
      bend.caps = { $0.MemoryManagementCaps.MapAperture2Supported = 1 }
      bend.answers(flags: .linkInstancedOrMapApertureCpuVisible)
    },
    Breach("K-130") { bend in
      bend.segment4 = { $1.Flags.Value |= 1 << 16 }
      bend.answers(flags: .alternateVAOrVpr)
    },
  ]

  private static let nearAnswers: [Breach] = [
    // Another layout may have another attribute.
    Breach("K-189", play: { Wire.describe($0, 2) }) { bend in
      bend.describe = { args in
        args.Width = UInt32(args.hAllocation.bits) * 64
        args.Height = 64
        args.Format = D3DDDIFMT_A8R8G8B8
        args.PrivateDriverFormatAttribute = UInt32(args.hAllocation.bits)
        return .success
      }
    },
    // The handle is none, and the call fails for it.
    Breach("K-201") { bend in
      bend.inside = { running, _ in
        guard running == .createAllocation else { return }
        var query = DXGKARGCB_GETHANDLEDATA()
        query.Type = DXGK_HANDLE_ALLOCATION
        query.hObject = 0x77
        _ = HandleCallbacks.getHandleData(query)
      }
      bend.status[.createAllocation] = .invalidHandle
      bend.skipped = [.createAllocation]
    },
  ]
}
