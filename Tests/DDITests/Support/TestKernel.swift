import CWDDM
import DDI
import Locks
import WDDM

/// The kernel's side of an adapter, as little of it as a driver needs: a table of handles, a BAR, features.
final class TestKernel: KernelCallbacks {
  struct State {
    var allocations: [UInt32: (adapterWide: HANDLE?, ofDevice: HANDLE?, resource: UInt32)] = [:]
    var resources: [UInt32: HANDLE?] = [:]
    var mapped: [UInt] = []
    var enabledFeatures: Set<UInt32> = [5]
    var calls: [KernelCallback] = []
    /// Which function of the driver was running at each call.
    var during: [DriverFunction?] = []
  }

  let state = Guarded(State(), rank: .kernel)
  let resources = TranslatedResources(start: 0x1_2000_0000, bytes: 256 << 20)

  func note(_ callback: KernelCallback, _ change: (inout State) -> Void = { _ in }) {
    state.withLock {
      $0.calls.append(callback)
      $0.during.append(CurrentCall.function)
      change(&$0)
    }
  }

  func getDeviceInformation(_ deviceHandle: HANDLE?, _ info: inout DXGK_DEVICE_INFO) -> NTStatus {
    note(.getDeviceInformation)
    resources.describe(in: &info)
    return .success
  }

  func mapMemory(
    _ deviceHandle: HANDLE?, _ translatedAddress: PHYSICAL_ADDRESS, _ length: UInt32, _ inIoSpace: BOOLEAN,
    _ mapToUserMode: BOOLEAN, _ cacheType: MEMORY_CACHING_TYPE, _ virtualAddress: inout UInt
  ) -> NTStatus {
    virtualAddress = 0x7000_0000_0000
    note(.mapMemory) { $0.mapped.append(0x7000_0000_0000) }
    return .success
  }

  func unmapMemory(_ deviceHandle: HANDLE?, _ virtualAddress: UInt) -> NTStatus {
    note(.unmapMemory) { $0.mapped.removeAll { $0 == virtualAddress } }
    return .success
  }

  func isFeatureEnabled(_ args: inout DXGKARGCB_ISFEATUREENABLED) -> NTStatus {
    note(.isFeatureEnabled)
    let feature = UInt32(args.FeatureId.rawValue)
    args.Enabled = state.withLock { $0.enabledFeatures.contains(feature) ? 1 : 0 }
    return .success
  }

  func queryFeatureSupport(_ args: inout DXGKARGCB_QUERYFEATURESUPPORT) -> NTStatus {
    note(.queryFeatureSupport)
    let feature = UInt32(args.FeatureId.rawValue)
    args.Enabled = state.withLock { $0.enabledFeatures.contains(feature) ? 1 : 0 }
    return .success
  }

  func getHandleData(_ args: DXGKARGCB_GETHANDLEDATA) -> HANDLE? {
    note(.getHandleData)
    return state.withLock { state in
      if args.Type == DXGK_HANDLE_RESOURCE { return state.resources[args.hObject] ?? nil }
      guard let allocation = state.allocations[args.hObject] else { return nil }
      return args.Flags.DeviceSpecific != 0 ? allocation.ofDevice : allocation.adapterWide
    }
  }

  func getHandleParent(_ allocation: D3DKMT_HANDLE) -> D3DKMT_HANDLE {
    note(.getHandleParent)
    return state.withLock { $0.allocations[allocation]?.resource ?? 0 }
  }

  func enumHandleChildren(_ args: DXGKARGCB_ENUMHANDLECHILDREN) -> D3DKMT_HANDLE {
    note(.enumHandleChildren)
    return state.withLock { state in
      let children = state.allocations.filter { $0.value.resource == args.hObject }.keys.sorted()
      return children.indices.contains(Int(args.Index)) ? children[Int(args.Index)] : 0
    }
  }

  func acquireHandleData(_ args: DXGKARGCB_GETHANDLEDATA, _ release: inout HANDLE?) -> HANDLE? {
    note(.acquireHandleData)
    release = HANDLE(bits: UInt(args.hObject))
    return state.withLock { $0.allocations[args.hObject]?.adapterWide }
  }

  func releaseHandleData(_ args: DXGKARGCB_RELEASEHANDLEDATA) { note(.releaseHandleData) }
}

/// Keeps what a driver did wrong.
final class Findings: DriverFindings {
  private let all = Guarded<[DriverFinding]>([], rank: .trace)
  func found(_ finding: DriverFinding) { all.withLock { $0.append(finding) } }
  var rules: [Rule] { all.withLock { $0.map(\.rule) } }
  var list: [DriverFinding] { all.withLock { $0 } }
}
