package import CWDDM
import DDI
import Locks
package import WDDM

extension SoftGPU {
  /// Frees the objects of the listed allocations, and the resource where that is asked for (K-190, K-191). What is not
  /// ours is left alone; what is still open is freed all the same, and both are said in the status.
  package func destroyAllocation(_ adapter: HANDLE?, _ args: inout DXGKARG_DESTROYALLOCATION) -> NTStatus {
    let handles = args.allocations
    let resource = args.Flags.DestroyResource != 0 ? args.hResource : nil
    return state.withLock { state in
      var status = NTStatus.success
      for index in handles.indices {
        guard let at = state.allocations.index(of: handles[index]) else {
          status = .invalidParameter
          continue
        }
        if state.allocations[at].openings != 0 { status = .invalidParameter }
        _ = state.forget(handles[index])
      }
      if let resource {
        guard let removed = state.resources.remove(resource), removed.allocations == 0 else { return .invalidParameter }
      }
      return status
    }
  }

  /// For the display and for present: what the surface looks like (K-187).
  package func describeAllocation(_ adapter: HANDLE?, _ args: inout DXGKARG_DESCRIBEALLOCATION) -> NTStatus {
    let handle = args.hAllocation
    let found = state.withLock { state in state.allocations.index(of: handle).map { state.allocations[$0] } }
    guard let found else { return .invalidParameter }
    args.Width = found.width
    args.Height = found.height
    args.Format = D3DDDIFORMAT(rawValue: numericCast(found.format))
    args.MultisampleMethod.NumSamples = 1
    args.PrivateDriverFormatAttribute = 0
    return .success
  }

  /// Remembers where the kernel mapped the allocation's backing store; it stays there until DestroyAllocation (K-184).
  package func setAllocationBackingStore(
    _ adapter: HANDLE?, _ args: inout DXGKARG_SETALLOCATIONBACKINGSTORE
  ) -> NTStatus {
    let handle = args.hDriverAllocation
    let address = args.backingStore
    guard address != 0 else { return .invalidParameter }
    return state.withLock { state in
      guard let index = state.allocations.index(of: handle) else { return .invalidParameter }
      state.allocations[index].backingStore = address
      return .success
    }
  }
}
