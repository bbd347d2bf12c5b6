import CWDDM
import DDI
import DxgTestKit
import Dxgkrnl
import WDDM

@testable import Verifier

extension Breach {
  static let life: [Breach] = [
    Breach("K-001") { $0.declared = InterfaceVersion(rawValue: 0x10005) },
    Breach(
      "K-002",
      play: { driver in
        var context: HANDLE?
        _ = driver.addDevice(nil, &context)
        _ = driver.addDevice(nil, &context)
      }
    ) { $0.context = { $0 = HANDLE(bits: 0x1000) } },
    Breach("K-004") { $0.status[.addDevice] = .pending },
    Breach("K-005") { bend in
      bend.inside = { function, kernel in
        guard function == .createDevice, let kernel else { return }
        var info = DXGK_DEVICE_INFO()
        _ = kernel.callbacks.getDeviceInformation(nil, &info)
      }
    },
    Breach("K-006") { $0.skipped = [.stopDevice] },
    Breach("K-007") { $0.status[.removeDevice] = .unsuccessful },
    Breach("K-008") { bend in
      bend.display = { $0.Width = 640 }
      bend.status[.stopDeviceAndReleasePostDisplayOwnership] = .success
    },
    Breach("K-021") { $0.functions = { $0.remove(.notifySurpriseRemoval) } },
    Breach("K-331") { $0.status[.resetFromTimeout] = .unsuccessful },
    Breach("K-331") { $0.functions = { $0.remove(.resetFromTimeout) } },
    Breach("K-335") { $0.status[.restartFromTimeout] = .unsuccessful },
    Breach("K-335") { $0.functions = { $0.remove(.restartFromTimeout) } },
  ]

  static let devices: [Breach] = [
    Breach("K-014") { $0.process = { $0.hKmdProcess = nil } },
    Breach("K-209") { $0.status[.createDevice] = .invalidParameter },
    Breach("K-210") { $0.device = { $0.hDevice = $1 } },
    Breach("K-211") { $0.status[.destroyDevice] = .unsuccessful },
  ]

  static let capabilities: [Breach] = [
    Breach("K-010") { $0.status[.queryAdapterInfo] = .unsuccessful },
    Breach("K-015") { $0.caps = { $0.WDDMVersion = DXGK_WDDMVERSION(rawValue: 0x1300) } },
    Breach("K-016") { bend in
      bend.caps = {
        $0.MemoryManagementCaps.VirtualAddressingSupported = 1
        $0.MemoryManagementCaps.GpuMmuSupported = 1
        $0.MemoryManagementCaps.IoMmuSupported = 1
      }
    },
    Breach("K-017") { $0.caps = { $0.MemoryManagementCaps.GpuMmuSupported = 1 } },
    Breach("K-018") { $0.caps = { $0.MemoryManagementCaps.CrossAdapterResourceScanout = 1 } },
    Breach("K-019") { $0.caps = { $0.MemoryManagementCaps.PagingNode = 1 } },
    Breach("K-020") { $0.caps = { $0.SupportPerEngineTDR = 1 } },
    Breach("K-022") { $0.caps = { $0.ApertureSegmentCommitLimit = 0 } },
    Breach("K-169") { bend in
      bend.caps = { $0.PresentationCaps.SupportKernelModeCommandBuffer = 1 }
      bend.segment4 = { $1.Flags.CacheCoherent = 0 }
    },
  ]

  static let paging: [Breach] = [
    Breach("K-323", play: { Wire.query($0, DXGKQAITYPE_GPUMMUCAPS, DXGK_GPUMMUCAPS()) }) { bend in
      bend.query = { args in
        args.edit(DXGK_GPUMMUCAPS()) { $0.PageTableLevelCount = 7 }
        return .success
      }
    },
    Breach(
      "K-324",
      play: { driver in
        Wire.started(driver) { driver in
          Wire.query(driver, DXGKQAITYPE_GPUMMUCAPS, DXGK_GPUMMUCAPS())
          Wire.query(driver, DXGKQAITYPE_PAGETABLELEVELDESC, DXGK_PAGE_TABLE_LEVEL_DESC())
        }
      }
    ) { bend in
      bend.query = { args in
        guard args.Type == DXGKQAITYPE_PAGETABLELEVELDESC else {
          args.edit(DXGK_GPUMMUCAPS()) { $0.PageTableLevelCount = 4 }
          return .success
        }
        args.edit(DXGK_PAGE_TABLE_LEVEL_DESC()) {
          $0.PageTableSegmentId = 1
          $0.PageTableSizeInBytes = 8192
        }
        return .success
      }
    },
    Breach("K-327", play: { Wire.query($0, DXGKQAITYPE_PAGETABLELEVELDESC, DXGK_PAGE_TABLE_LEVEL_DESC()) }) { bend in
      bend.query = { args in
        args.edit(DXGK_PAGE_TABLE_LEVEL_DESC()) { $0.PageTableSizeInBytes = 16384 }
        return .success
      }
    },
  ]
}
