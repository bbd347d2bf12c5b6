import CWDDM
import DDI
import DxgTestKit
import Testing
import WDDM

/// The driver of the tests finds out whoever calls it in the wrong order.
struct ScriptedMiniportTests {
  let driver = ScriptedMiniport()

  private func device() -> (adapter: HANDLE?, device: HANDLE?) {
    var adapter: HANDLE?
    _ = driver.addDevice(nil, &adapter)
    var info = DXGK_START_INFO()
    var process = DXGKARG_CREATEPROCESS()
    var device = DXGKARG_CREATEDEVICE()
    driver.script { $0.asksForBackingStore = false }
    let kernel = KernelInterface(callbacks: NoCallbacks(), deviceHandle: HANDLE(bits: 1)!)
    var sources: UInt32 = 0
    var children: UInt32 = 0
    _ = driver.startDevice(adapter, &info, kernel, &sources, &children)
    _ = driver.createProcess(adapter, &process)
    device.hKmdProcess = process.hKmdProcess
    _ = driver.createDevice(adapter, &device)
    return (adapter, device.hDevice)
  }

  @Test func theRightOrderViolatesNothing() {
    let (adapter, device) = device()
    #expect(driver.destroyDevice(device) == .success)
    #expect(driver.destroyProcess(adapter, HANDLE(bits: driver.calls(of: .createProcess)[0].handles[0])) == .success)
    #expect(driver.stopDevice(adapter) == .success)
    #expect(driver.removeDevice(adapter) == .success)
    driver.unload()
    #expect(driver.violations.isEmpty)
    #expect(driver.calls.map(\.function).last == .unload)
  }

  @Test func aDeviceThatIsDestroyedTwiceIsFoundOut() {
    let (_, device) = device()
    _ = driver.destroyDevice(device)
    _ = driver.destroyDevice(device)
    #expect(driver.violations == ["I-021: DestroyDevice of a device that is none"])
  }

  @Test func anAdapterThatIsRemovedBeforeItsStopIsFoundOut() {
    let (adapter, _) = device()
    _ = driver.removeDevice(adapter)
    #expect(driver.violations.contains("I-026: RemoveDevice of a device that was not stopped"))
  }

  @Test func anOpeningThatDoesNotResolveIsFoundOut() {
    let (_, device) = device()
    var ledgerCount = driver.violations.count
    #expect(ledgerCount == 0)
    var infos = [DXGK_OPENALLOCATIONINFO()]
    infos[0].hAllocation = 0x4000_0000
    unsafe infos.withUnsafeMutableBufferPointer { infos in
      var args = DXGKARG_OPENALLOCATION()
      args.NumAllocations = 1
      unsafe args.pOpenAllocation = infos.baseAddress
      _ = driver.openAllocation(device, &args)
    }
    ledgerCount = driver.violations.count
    #expect(ledgerCount == 1)
  }

  @Test func aRefusalIsWrittenDownAndDoesNothing() {
    driver.script { $0.refuse = { $0 == .addDevice ? .noMemory : nil } }
    var adapter: HANDLE?
    #expect(driver.addDevice(nil, &adapter) == .noMemory)
    #expect(adapter == nil)
    #expect(driver.ledger.adapters.isEmpty)
    #expect(driver.calls == [DDICall(.addDevice, .noMemory)])
  }

  /// A kernel that serves nothing.
  private final class NoCallbacks: KernelCallbacks {
    func getDeviceInformation(_ deviceHandle: HANDLE?, _ info: inout DXGK_DEVICE_INFO) -> NTStatus { .notSupported }
    func mapMemory(
      _ deviceHandle: HANDLE?, _ translatedAddress: PHYSICAL_ADDRESS, _ length: UInt32, _ inIoSpace: BOOLEAN,
      _ mapToUserMode: BOOLEAN, _ cacheType: MEMORY_CACHING_TYPE, _ virtualAddress: inout UInt
    ) -> NTStatus { .notSupported }
    func unmapMemory(_ deviceHandle: HANDLE?, _ virtualAddress: UInt) -> NTStatus { .notSupported }
    func isFeatureEnabled(_ args: inout DXGKARGCB_ISFEATUREENABLED) -> NTStatus { .notSupported }
    func queryFeatureSupport(_ args: inout DXGKARGCB_QUERYFEATURESUPPORT) -> NTStatus { .notSupported }
    func getHandleData(_ args: DXGKARGCB_GETHANDLEDATA) -> HANDLE? { nil }
    func getHandleParent(_ allocation: D3DKMT_HANDLE) -> D3DKMT_HANDLE { 0 }
    func enumHandleChildren(_ args: DXGKARGCB_ENUMHANDLECHILDREN) -> D3DKMT_HANDLE { 0 }
    func acquireHandleData(_ args: DXGKARGCB_GETHANDLEDATA, _ release: inout HANDLE?) -> HANDLE? { nil }
    func releaseHandleData(_ args: DXGKARGCB_RELEASEHANDLEDATA) {}
  }
}
