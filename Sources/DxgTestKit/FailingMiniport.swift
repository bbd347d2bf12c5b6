package import CWDDM
package import DDI
package import WDDM

/// A driver whose functions fail as a ``FaultPlan`` says.
///
/// A function that the kernel may see refused fails before the driver does anything. One that the kernel does not let
/// fail (Close, Destroy, Stop, Remove) is not a step; ``refusesToEnd`` makes all of those answer a failure after the
/// work was done.
package final class FailingMiniport: Miniport {
  private let base: any Miniport
  private let plan: FaultPlan
  private let status: NTStatus
  private let refusesToEnd: Bool

  package init(
    _ base: any Miniport, _ plan: FaultPlan, status: NTStatus = .insufficientResources, refusesToEnd: Bool = false
  ) {
    self.base = base
    self.plan = plan
    self.status = status
    self.refusesToEnd = refusesToEnd
  }

  package var interfaceVersion: InterfaceVersion { base.interfaceVersion }
  package var functions: DriverFunctions { base.functions }

  private func ask(_ function: DriverFunction, _ body: () -> NTStatus) -> NTStatus {
    plan.isHit("\(function)") ? status : body()
  }

  private func tell(_ body: () -> NTStatus) -> NTStatus {
    let answer = body()
    return refusesToEnd ? status : answer
  }

  // MARK: May fail

  package func addDevice(_ physicalDevice: HANDLE?, _ context: inout HANDLE?) -> NTStatus {
    ask(.addDevice) { base.addDevice(physicalDevice, &context) }
  }
  package func startDevice(
    _ context: HANDLE?, _ info: inout DXGK_START_INFO, _ kernel: KernelInterface, _ sources: inout UInt32,
    _ children: inout UInt32
  ) -> NTStatus {
    ask(.startDevice) { base.startDevice(context, &info, kernel, &sources, &children) }
  }
  package func queryAdapterInfo(_ adapter: HANDLE?, _ args: inout DXGKARG_QUERYADAPTERINFO) -> NTStatus {
    ask(.queryAdapterInfo) { base.queryAdapterInfo(adapter, &args) }
  }
  package func createProcess(_ adapter: HANDLE?, _ args: inout DXGKARG_CREATEPROCESS) -> NTStatus {
    ask(.createProcess) { base.createProcess(adapter, &args) }
  }
  package func createDevice(_ adapter: HANDLE?, _ args: inout DXGKARG_CREATEDEVICE) -> NTStatus {
    ask(.createDevice) { base.createDevice(adapter, &args) }
  }
  package func createAllocation(_ adapter: HANDLE?, _ args: inout DXGKARG_CREATEALLOCATION) -> NTStatus {
    ask(.createAllocation) { base.createAllocation(adapter, &args) }
  }
  package func describeAllocation(_ adapter: HANDLE?, _ args: inout DXGKARG_DESCRIBEALLOCATION) -> NTStatus {
    ask(.describeAllocation) { base.describeAllocation(adapter, &args) }
  }
  package func getStandardAllocationDriverData(
    _ adapter: HANDLE?, _ args: inout DXGKARG_GETSTANDARDALLOCATIONDRIVERDATA
  ) -> NTStatus {
    ask(.getStandardAllocationDriverData) { base.getStandardAllocationDriverData(adapter, &args) }
  }
  package func openAllocation(_ device: HANDLE?, _ args: inout DXGKARG_OPENALLOCATION) -> NTStatus {
    ask(.openAllocation) { base.openAllocation(device, &args) }
  }
  package func setAllocationBackingStore(
    _ adapter: HANDLE?, _ args: inout DXGKARG_SETALLOCATIONBACKINGSTORE
  ) -> NTStatus {
    ask(.setAllocationBackingStore) { base.setAllocationBackingStore(adapter, &args) }
  }
  package func escape(_ adapter: HANDLE?, _ args: inout DXGKARG_ESCAPE) -> NTStatus {
    ask(.escape) { base.escape(adapter, &args) }
  }

  // MARK: May not fail

  package func stopDevice(_ context: HANDLE?) -> NTStatus { tell { base.stopDevice(context) } }
  package func stopDeviceAndReleasePostDisplayOwnership(
    _ context: HANDLE?, _ target: UInt32, _ display: inout DXGK_DISPLAY_INFORMATION
  ) -> NTStatus {
    tell { base.stopDeviceAndReleasePostDisplayOwnership(context, target, &display) }
  }
  package func removeDevice(_ context: HANDLE?) -> NTStatus { tell { base.removeDevice(context) } }
  package func notifySurpriseRemoval(_ context: HANDLE?, _ type: DXGK_SURPRISE_REMOVAL_TYPE) -> NTStatus {
    tell { base.notifySurpriseRemoval(context, type) }
  }
  package func unload() { base.unload() }
  package func destroyProcess(_ adapter: HANDLE?, _ process: HANDLE?) -> NTStatus {
    tell { base.destroyProcess(adapter, process) }
  }
  package func destroyDevice(_ device: HANDLE?) -> NTStatus { tell { base.destroyDevice(device) } }
  package func destroyAllocation(_ adapter: HANDLE?, _ args: inout DXGKARG_DESTROYALLOCATION) -> NTStatus {
    tell { base.destroyAllocation(adapter, &args) }
  }
  package func closeAllocation(_ device: HANDLE?, _ args: inout DXGKARG_CLOSEALLOCATION) -> NTStatus {
    tell { base.closeAllocation(device, &args) }
  }
}
