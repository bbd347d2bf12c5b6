import CWDDM
import DDI
import WDDM

@testable import Verifier

extension Breach {
  static let creation: [Breach] = sizes + sets + handles

  private static let sizes: [Breach] = [
    Breach("K-083") { $0.info = { $0.PitchAlignedSize = 1 } },
    Breach("K-084") { $0.info = { $0.PitchAlignedSize = $0.Size } },
    Breach("K-090") { $0.info = { $0.AllocationPriority = 0 } },
    Breach("K-092") { $0.info = { $0.PhysicalAdapterIndex = 1 } },
    Breach("K-099") { $0.info = { $0.Size = 0 } },
    Breach("K-362") { bend in
      bend.info = { info in
        // Kept for ever, as a driver's hint would be while the allocation lives.
        let hint = UnsafeMutablePointer<DXGK_ALLOCATIONUSAGEHINT>.allocate(capacity: 1)
        unsafe hint.initialize(to: DXGK_ALLOCATIONUSAGEHINT())
        unsafe info.pAllocationUsageHint = hint
      }
    },
  ]

  private static let sets: [Breach] = [
    Breach("K-049") { bend in
      bend.segment4 = { if $0 == 2 { $1.Flags.PitchAlignment = 1 } }
      bend.info = { $0.EvictionSegmentSet = 4 }
    },
    Breach("K-053") { bend in
      bend.segment4 = { $1.Flags.Use64KBPages = 1 }
      bend.info = { $0.Alignment = 4096 }
    },
    Breach("K-066", .wddm1_3) { bend in
      bend.info = {
        $0.PreferredSegment.Value = 3
        $0.HintedBank.Bank0 = 5
      }
    },
    Breach("K-085") { bend in
      bend.info = {
        $0.SupportedWriteSegmentSet = 4
        $0.SupportedReadSegmentSet = 4
        $0.PreferredSegment.Value = 1
      }
    },
    Breach("K-086") { $0.info = { $0.SupportedWriteSegmentSet = 1 << 20 } },
    Breach("K-087") { $0.info = { $0.EvictionSegmentSet = 1 } },
    Breach("K-089", .wddm1_3) { bend in
      bend.info = {
        $0.PreferredSegment.Value = 0
        $0.HintedBank.Bank0 = 1
      }
    },
    Breach("K-093") { bend in
      bend.info = {
        $0.PreferredSegment.Value = 0
        $0.SupportedWriteSegmentSet = 4
        $0.SupportedReadSegmentSet = 7
      }
    },
    Breach("K-097") { $0.info = { $0.PreferredSegment.Value |= 1 << 30 } },
  ]

  private static let handles: [Breach] = [
    Breach("K-068") { $0.status[.createAllocation] = .unsuccessful },
    Breach(
      "K-071",
      play: { driver in
        Wire.create(driver)
        Wire.create(driver)
      }
    ) { $0.invents = true },
    Breach("K-072") { $0.create = { args, _ in if args.Flags.Resource == 0 { args.hResource = HANDLE(bits: 8) } } },
    Breach("K-073") { $0.create = { args, given in if given != nil { args.hResource = nil } } },
    Breach("K-078") { bend in
      bend.info = { info in
        // SAFETY: not safe at all; the verifier put a guard there.
        unsafe info.pPrivateDriverData?.storeBytes(
          of: 0, toByteOffset: Int(info.PrivateDriverDataSize), as: UInt8.self)
      }
    },
  ]
}

extension Bend {
  /// Whatever the base driver makes of handles that it never gave, these functions succeed.
  mutating func forgives(_ functions: [DriverFunction]) { for function in functions { status[function] = .success } }
}
