package import CWDDM
package import DDI
import Locks
package import WDDM

// The life of the card.
extension SoftGPU {
  package func addDevice(_ physicalDevice: HANDLE?, _ context: inout HANDLE?) -> NTStatus {
    context = state.withLock { state -> HANDLE? in
      // One card for one function: another is declined (K-002).
      guard state.context == nil else { return nil }
      state.context = HANDLE(bits: Self.contextToken)
      return state.context
    }
    return .success
  }

  package func startDevice(
    _ context: HANDLE?, _ info: inout DXGK_START_INFO, _ kernel: KernelInterface, _ sources: inout UInt32,
    _ children: inout UInt32
  ) -> NTStatus {
    guard isAdapter(context) else { return .invalidParameter }
    var device = DXGK_DEVICE_INFO()
    let status = kernel.callbacks.getDeviceInformation(kernel.deviceHandle, &device)
    guard status.isSuccess else { return status }

    var adapter = State.Adapter()
    adapter.kernel = kernel
    if configuration.visibleVideoMemory > 0 {
      guard let bar = device.memoryRanges.first, bar.length >= configuration.visibleVideoMemory else {
        return .insufficientResources
      }
      adapter.bar = bar
      let status = map(bar, kernel, &adapter.barAddress)
      guard status.isSuccess else { return status }
    }
    adapter.mayShareBackingStore = asksForBackingStores(kernel)
    state.withLock { $0.adapter = adapter }
    sources = 0
    children = 0
    return .success
  }

  package func stopDevice(_ context: HANDLE?) -> NTStatus {
    let stopped = state.withLock { state -> State.Adapter? in
      guard state.isAdapter(context) else { return nil }
      defer { state.adapter = State.Adapter() }
      return state.adapter
    }
    guard let stopped else { return .invalidParameter }
    guard let kernel = stopped.kernel, stopped.barAddress != 0 else { return .success }
    return kernel.callbacks.unmapMemory(kernel.deviceHandle, stopped.barAddress)
  }

  /// There is no display, so there is none to hand over: the page asks for this status then (K-008).
  package func stopDeviceAndReleasePostDisplayOwnership(
    _ context: HANDLE?, _ target: UInt32, _ display: inout DXGK_DISPLAY_INFORMATION
  ) -> NTStatus { .notSupported }

  package func removeDevice(_ context: HANDLE?) -> NTStatus {
    state.withLock { state in
      guard state.isAdapter(context) else { return .invalidParameter }
      state.context = nil
      return .success
    }
  }

  package func notifySurpriseRemoval(_ context: HANDLE?, _ type: DXGK_SURPRISE_REMOVAL_TYPE) -> NTStatus {
    state.withLock { state in
      guard state.isAdapter(context) else { return .invalidParameter }
      state.adapter.wasRemovedBySurprise = true
      return .success
    }
  }

  /// This GPU is memory: it works on nothing that would have to end.
  package func resetFromTimeout(_ adapter: HANDLE?) -> NTStatus { isAdapter(adapter) ? .success : .invalidParameter }
  package func restartFromTimeout(_ adapter: HANDLE?) -> NTStatus { isAdapter(adapter) ? .success : .invalidParameter }

  package func unload() {}
}

// MARK: - Details

extension SoftGPU {
  func isAdapter(_ context: HANDLE?) -> Bool { state.withLock { $0.isAdapter(context) } }

  /// MiniportDeviceContext: a name, not an address.
  private static let contextToken: UInt = 0x4741_4453_0000_0010

  /// Maps what the CPU sees of the card, as far as one call can say: its length has 32 bits.
  private func map(
    _ bar: TranslatedResources.MemoryRange, _ kernel: KernelInterface, _ address: inout UInt
  ) -> NTStatus {
    guard let length = UInt32(exactly: configuration.visibleVideoMemory) else { return .success }
    var physical = PHYSICAL_ADDRESS()
    physical.QuadPart = Int64(bitPattern: bar.start)
    return kernel.callbacks.mapMemory(kernel.deviceHandle, physical, length, 0, 0, MmWriteCombined, &address)
  }

  /// Whether the kernel lets this driver share backing stores: it must be asked, and say yes (K-134, K-367).
  private func asksForBackingStores(_ kernel: KernelInterface) -> Bool {
    guard configuration.version >= .wddm3_0 else { return false }
    var query = DXGKARGCB_QUERYFEATURESUPPORT()
    query.DeviceHandle = kernel.deviceHandle
    query.FeatureId = DXGK_FEATURE_SHARE_BACKING_STORE_WITH_KMD
    query.DriverSupportState = Self.stableSupport
    return kernel.callbacks.queryFeatureSupport(&query).isSuccess && query.Enabled != 0
  }

  /// The driver's support of a feature is complete: neither off, nor experimental, nor forced.
  private static let stableSupport: UInt32 = 2
}
