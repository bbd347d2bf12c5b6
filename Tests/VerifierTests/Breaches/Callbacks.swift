import CWDDM
import DDI
import DxgTestKit
import Dxgkrnl
import WDDM

@testable import Verifier

extension Breach {
  static let callbacks: [Breach] = [
    Breach("K-195") { bend in
      bend.inside = { function, _ in
        guard function == .createAllocation else { return }
        var release = DXGKARGCB_RELEASEHANDLEDATA()
        release.ReleaseHandle = HANDLE(bits: 0x77)
        HandleCallbacks.releaseHandleData(release)
      }
    },
    asked("K-200", in: .openAllocation) { $0.Type = DXGK_HANDLE_TYPE(rawValue: 77) },
    // The handle is none, and the call succeeds all the same.
    asked("K-201", in: .createAllocation) {
      $0.Type = DXGK_HANDLE_ALLOCATION
      $0.hObject = 0x77
    },
    asked("K-202", in: .openAllocation) {
      $0.Type = DXGK_HANDLE_RESOURCE
      $0.Flags.DeviceSpecific = 1
    },
    asked("K-208", in: .startDevice) { $0.Type = DXGK_HANDLE_ALLOCATION },
    Breach("K-342", play: { pullOut($0) }) { bend in
      bend.inside = { function, kernel in
        if function == .notifySurpriseRemoval, let kernel { map(kernel, length: 4096) }
      }
    },
    Breach("K-348") { bend in
      bend.inside = { function, kernel in
        if function == .createDevice, let kernel { _ = kernel.callbacks.unmapMemory(kernel.deviceHandle, 0x1234_5000) }
      }
    },
    Breach("K-365") { bend in
      bend.inside = { function, _ in
        if function == .openAllocation { _ = HandleCallbacks.getHandleParent(0) }
      }
    },
    Breach("K-367", .wddm2_0) { bend in
      bend.inside = { function, kernel in
        guard function == .createDevice, let kernel else { return }
        var query = DXGKARGCB_ISFEATUREENABLED()
        query.DeviceHandle = kernel.deviceHandle
        _ = kernel.callbacks.isFeatureEnabled(&query)
      }
    },
  ]

  /// Asks for a handle's data inside of a function.
  private static func asked(
    _ rule: Rule, in function: DriverFunction, _ change: @escaping @Sendable (inout DXGKARGCB_GETHANDLEDATA) -> Void
  ) -> Breach {
    Breach(rule) { bend in
      bend.inside = { running, _ in
        guard running == function else { return }
        var query = DXGKARGCB_GETHANDLEDATA()
        change(&query)
        _ = HandleCallbacks.getHandleData(query)
      }
    }
  }

  /// Maps the beginning of the BAR, and unmaps it again.
  private static func map(_ kernel: KernelInterface, length: UInt32) {
    var info = DXGK_DEVICE_INFO()
    guard kernel.callbacks.getDeviceInformation(kernel.deviceHandle, &info).isSuccess,
      let range = info.memoryRanges.first
    else { return }
    var physical = PHYSICAL_ADDRESS()
    physical.QuadPart = Int64(bitPattern: range.start)
    var address: UInt = 0
    let status = kernel.callbacks.mapMemory(kernel.deviceHandle, physical, length, 0, 0, MmNonCached, &address)
    if status.isSuccess { _ = kernel.callbacks.unmapMemory(kernel.deviceHandle, address) }
  }

  private static func pullOut(_ driver: VerifyingMiniport) {
    let machine = Machine()
    guard let adapter = try? machine.add(driver, barBytes: 256 << 20) else { return }
    try? adapter.surpriseRemoval()
    try? machine.shutDown()
  }
}
