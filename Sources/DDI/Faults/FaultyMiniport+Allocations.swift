package import CWDDM
package import WDDM

// Processes, devices and allocations.
extension FaultyMiniport {
  package func createProcess(_ adapter: HANDLE?, _ args: inout DXGKARG_CREATEPROCESS) -> NTStatus {
    ask(.createProcess) { base.createProcess(adapter, &args) }
  }
  package func destroyProcess(_ adapter: HANDLE?, _ process: HANDLE?) -> NTStatus {
    tell(.destroyProcess) { base.destroyProcess(adapter, process) }
  }
  package func createDevice(_ adapter: HANDLE?, _ args: inout DXGKARG_CREATEDEVICE) -> NTStatus {
    ask(.createDevice) { base.createDevice(adapter, &args) }
  }
  package func destroyDevice(_ device: HANDLE?) -> NTStatus { tell(.destroyDevice) { base.destroyDevice(device) } }

  package func createAllocation(_ adapter: HANDLE?, _ args: inout DXGKARG_CREATEALLOCATION) -> NTStatus {
    ask(.createAllocation) { base.createAllocation(adapter, &args) }
  }
  package func destroyAllocation(_ adapter: HANDLE?, _ args: inout DXGKARG_DESTROYALLOCATION) -> NTStatus {
    tell(.destroyAllocation) { base.destroyAllocation(adapter, &args) }
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
  package func closeAllocation(_ device: HANDLE?, _ args: inout DXGKARG_CLOSEALLOCATION) -> NTStatus {
    tell(.closeAllocation) { base.closeAllocation(device, &args) }
  }
  package func setAllocationBackingStore(
    _ adapter: HANDLE?, _ args: inout DXGKARG_SETALLOCATIONBACKINGSTORE
  ) -> NTStatus {
    ask(.setAllocationBackingStore) { base.setAllocationBackingStore(adapter, &args) }
  }
  package func escape(_ adapter: HANDLE?, _ args: inout DXGKARG_ESCAPE) -> NTStatus {
    ask(.escape) { base.escape(adapter, &args) }
  }
}
