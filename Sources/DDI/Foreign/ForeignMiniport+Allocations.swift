package import CWDDM
package import WDDM

// SAFETY: as in ForeignMiniport+Adapter.swift.
extension ForeignMiniport {
  package func createAllocation(_ adapter: HANDLE?, _ args: inout DXGKARG_CREATEALLOCATION) -> NTStatus {
    guard let function = unsafe table.slots.pointee.DxgkDdiCreateAllocation else { return .notSupported }
    return unsafe NTStatus(rawValue: function(adapter, &args))
  }

  package func destroyAllocation(_ adapter: HANDLE?, _ args: inout DXGKARG_DESTROYALLOCATION) -> NTStatus {
    guard let function = unsafe table.slots.pointee.DxgkDdiDestroyAllocation else { return .notSupported }
    return unsafe NTStatus(rawValue: function(adapter, &args))
  }

  package func describeAllocation(_ adapter: HANDLE?, _ args: inout DXGKARG_DESCRIBEALLOCATION) -> NTStatus {
    guard let function = unsafe table.slots.pointee.DxgkDdiDescribeAllocation else { return .notSupported }
    return unsafe NTStatus(rawValue: function(adapter, &args))
  }

  package func getStandardAllocationDriverData(
    _ adapter: HANDLE?, _ args: inout DXGKARG_GETSTANDARDALLOCATIONDRIVERDATA
  ) -> NTStatus {
    guard let function = unsafe table.slots.pointee.DxgkDdiGetStandardAllocationDriverData else {
      return .notSupported
    }
    return unsafe NTStatus(rawValue: function(adapter, &args))
  }

  package func openAllocation(_ device: HANDLE?, _ args: inout DXGKARG_OPENALLOCATION) -> NTStatus {
    guard let function = unsafe table.slots.pointee.DxgkDdiOpenAllocation else { return .notSupported }
    return unsafe NTStatus(rawValue: function(device, &args))
  }

  package func closeAllocation(_ device: HANDLE?, _ args: inout DXGKARG_CLOSEALLOCATION) -> NTStatus {
    guard let function = unsafe table.slots.pointee.DxgkDdiCloseAllocation else { return .notSupported }
    return unsafe NTStatus(rawValue: function(device, &args))
  }

  package func setAllocationBackingStore(
    _ adapter: HANDLE?, _ args: inout DXGKARG_SETALLOCATIONBACKINGSTORE
  ) -> NTStatus {
    guard let function = unsafe table.slots.pointee.DxgkDdiSetAllocationBackingStore else { return .notSupported }
    return unsafe NTStatus(rawValue: function(adapter, &args))
  }

  package func escape(_ adapter: HANDLE?, _ args: inout DXGKARG_ESCAPE) -> NTStatus {
    guard let function = unsafe table.slots.pointee.DxgkDdiEscape else { return .notSupported }
    return unsafe NTStatus(rawValue: function(adapter, &args))
  }
}
