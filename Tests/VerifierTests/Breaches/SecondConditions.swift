import CWDDM
import DDI
import WDDM

@testable import Verifier

extension Breach {
  /// Rules of several conditions, broken by another one than their first breach breaks.
  static let second: [Breach] = secondOfLife + secondOfSegments + secondOfCreation + secondOfFlags + secondOfCallbacks

  private static let secondOfLife: [Breach] = [
    // The device stopped before.
    Breach("K-006") { bend in
      bend.inside = { function, kernel in
        guard function == .removeDevice, let kernel else { return }
        var info = DXGK_DEVICE_INFO()
        _ = kernel.callbacks.getDeviceInformation(kernel.deviceHandle, &info)
      }
    },
    Breach("K-008") { bend in
      bend.display = { ($0.Width, $0.Height) = (640, 480) }
      bend.status[.stopDeviceAndReleasePostDisplayOwnership] = .success
    },
    Breach("K-014") { $0.process = { $0.hKmdProcess = $0.hDxgkProcess } },
    // Processes that end and never began.
    Breach("K-015") { $0.functions = { $0.remove(.createProcess) } },
    Breach("K-017") { $0.caps = { $0.MemoryManagementCaps.VirtualAddressingSupported = 1 } },
    Breach("K-018") { bend in
      bend.caps = {
        $0.MemoryManagementCaps.CrossAdapterResource = 0
        $0.MemoryManagementCaps.CrossAdapterResourceTexture = 1
      }
    },
    Breach("K-019", .wddm1_3) { bend in
      bend.caps = {
        $0.SchedulingCaps.MultiEngineAware = 0
        $0.MemoryManagementCaps.PagingNode = 1
      }
    },
    Breach("K-210") { $0.device = { args, _ in args.hDevice = nil } },
  ]

  private static let secondOfSegments: [Breach] = [
    Breach("K-024", .wddm1_3) { $0.segments = { if $1 { $0.NbSegment = 0 } } },
    Breach("K-028") { $0.segments = { if $1 { $0.NbSegment = 0 } } },
    // Beyond the end of the address space.
    Breach("K-032") { $0.segment4 = { if $0 == 0 { $1.BaseAddress.QuadPart = -4096 } } },
    Breach("K-035") { $0.segment4 = { if $0 == 1 { $1.Size = 0 } } },
    Breach("K-050") { bend in
      bend.segment4 = { index, segment in
        guard index == 0 else { return }
        segment.Flags.PreservedDuringStandby = 1
        segment.Flags.PreservedDuringHibernate = 1
        segment.Flags.PartiallyPreservedDuringHibernate = 1
        segment.SystemMemoryEndAddress = 4096
      }
    },
    Breach("K-051") { $0.segment4 = { if $0 == 0 { $1.Flags.SupportsCpuHostAperture = 1 } } },
    // The last bank ends before the segment does.
    Breach("K-064", .win7) { bend in
      bend.segment1 = { index, segment in
        if index == 0 { segment.setBanks([1 << 20, segment.Size - 4096]) }
      }
    },
  ]

  private static let secondOfCreation: [Breach] = [
    Breach("K-053") { bend in
      bend.segment4 = { $1.Flags.Use64KBPages = 1 }
      bend.info = { $0.Alignment = 0 }
    },
    Breach("K-071", play: { Wire.create($0) }) { bend in
      bend.invents = true
      bend.info = { $0.hAllocation = nil }
    },
    Breach("K-078", play: { Wire.open($0) }) { bend in
      bend.invents = true
      // SAFETY: not safe at all; the verifier put a guard there.
      bend.open = { unsafe $0.pPrivateDriverData.storeBytes(of: 0, toByteOffset: 16, as: UInt8.self) }
    },
    // WDDM 2 knows no banks.
    Breach("K-089") { bend in
      bend.info = {
        $0.PreferredSegment.Value = 3
        $0.HintedBank.Bank0 = 1
      }
    },
  ]

  private static let secondOfFlags: [Breach] = [
    Breach("K-094", .wddm1_3) { $0.answers(flags: AllocationFlags(rawValue: 1 << 16)) },
    Breach("K-105") { $0.answers(flags: [.cpuVisible, .protected, .existingSysMem]) },
    Breach("K-106") { $0.answers(flags: [.cpuVisible, .existingSysMem, .existingKernelSysMem]) },
    Breach("K-124") { $0.answers(flags: [.cached, .historyBuffer, .cpuVisible, .permanentSysMem]) },
    Breach("K-131") { bend in
      bend.info = {
        $0.Flags.Value = AllocationFlags.cpuVisible.rawValue
        ($0.SupportedReadSegmentSet, $0.SupportedWriteSegmentSet, $0.PreferredSegment.Value) = (0, 1, 0)
        $0.Flags2.ShareBackingStoreWithKmd = 1
      }
    },
  ]

  private static let secondOfCallbacks: [Breach] = [
    Breach("K-348") { bend in
      bend.inside = { function, kernel in
        guard function == .createDevice, let kernel else { return }
        var address: UInt = 0
        // Physical address 0 is none of the card's.
        _ = kernel.callbacks.mapMemory(
          kernel.deviceHandle, PHYSICAL_ADDRESS(), 4096, 0, 0, MmNonCached, &address)
      }
    },
    Breach("K-365") { bend in
      bend.inside = { function, _ in
        guard function == .openAllocation else { return }
        _ = HandleCallbacks.enumHandleChildren(DXGKARGCB_ENUMHANDLECHILDREN())
      }
    },
  ]
}

extension DXGK_SEGMENTDESCRIPTOR {
  /// Where each bank ends. The table stays for ever, as a driver's would.
  mutating func setBanks(_ ends: [SIZE_T]) {
    let table = UnsafeMutableBufferPointer<SIZE_T>.allocate(capacity: ends.count)
    _ = unsafe table.initialize(from: ends)
    Flags.UseBanking = 1
    NbOfBanks = UINT(ends.count)
    unsafe pBankRangeTable = table.baseAddress
  }
}
