package import CWDDM
package import WDDM

/// What a driver says of a surface that may be displayed or presented: DxgkDdiDescribeAllocation.
package struct SurfaceDescription: Hashable, Sendable {
  /// Pixels.
  package let width: UInt32
  package let height: UInt32
  /// D3DDDIFORMAT.
  package let format: UInt32
  package let privateFormatAttribute: UInt32
}

extension Driver {
  /// DxgkDdiDescribeAllocation.
  ///
  /// - Throws: the driver's status (K-187); `STATUS_NOT_SUPPORTED` when it has no such function.
  package func describeAllocation(_ behalf: OnBehalf, _ hAllocation: HANDLE) throws(Refusal) -> SurfaceDescription {
    guard functions.contains(.describeAllocation) else {
      throw Refusal(.notSupported, "K-187", DriverFunction.describeAllocation.name)
    }
    var args = DXGKARG_DESCRIBEALLOCATION()
    args.hAllocation = hAllocation
    try ask(.describeAllocation, behalf) { miniport.describeAllocation(adapter, &args) }
    return SurfaceDescription(
      width: args.Width, height: args.Height, format: UInt32(args.Format.rawValue),
      privateFormatAttribute: args.PrivateDriverFormatAttribute)
  }

  /// DxgkDdiSetAllocationBackingStore: the driver learns where the backing store is mapped for it (K-183). The address
  /// stays valid until DestroyAllocation of that allocation (K-184).
  ///
  /// - Throws: the driver's status (K-185); `STATUS_INVALID_PARAMETER` (K-015) when a driver that asked for the address
  ///   has no function to receive it.
  package func setAllocationBackingStore(
    _ behalf: OnBehalf, _ hAllocation: HANDLE, address: UInt64
  ) throws(Refusal) {
    guard functions.contains(.setAllocationBackingStore) else {
      throw Refusal(.invalidParameter, "K-015", DriverFunction.setAllocationBackingStore.name)
    }
    var args = DXGKARG_SETALLOCATIONBACKINGSTORE()
    args.hDriverAllocation = hAllocation
    // SAFETY: a number to this room; the kernel mapped it and keeps it mapped (K-184).
    unsafe args.pBackingStore = UnsafeMutableRawPointer(bitPattern: UInt(address))
    try ask(.setAllocationBackingStore, behalf) { miniport.setAllocationBackingStore(adapter, &args) }
  }
}
