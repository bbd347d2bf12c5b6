package import CWDDM
import DDI
import Locks
package import WDDM

extension VerifyingMiniport {
  package func destroyAllocation(_ adapter: HANDLE?, _ args: inout DXGKARG_DESTROYALLOCATION) -> NTStatus {
    let given = args.hResource.bits
    let destroysResource = args.Flags.DestroyResource != 0
    let status = run(.destroyAllocation) { base.destroyAllocation(adapter, &args) }
    let left = args.hResource.bits
    let isResourceRight = books.records.withLock { records in
      let handles = args.allocations
      for index in handles.indices { records.removeAllocation(handles[index].bits) }
      if destroysResource {
        records.resources[given] = nil
        return true
      }
      return records.changeResource(from: given, to: left)
    }
    if !isResourceRight { books.report("K-191", .destroyAllocation, "hResource", 0) }
    return status
  }

  package func setAllocationBackingStore(
    _ adapter: HANDLE?, _ args: inout DXGKARG_SETALLOCATIONBACKINGSTORE
  ) -> NTStatus {
    let given = (args.hDriverAllocation, args.backingStore)
    let status = run(.setAllocationBackingStore) { base.setAllocationBackingStore(adapter, &args) }
    // The block is the kernel's (K-369): the address in it is what the driver may use, not where it may put another.
    if args.hDriverAllocation != given.0 || args.backingStore != given.1 {
      books.report("K-369", .setAllocationBackingStore, "pBackingStore", 0)
      args.hDriverAllocation = given.0
      // SAFETY: the number that the kernel put there; nothing follows it here.
      unsafe args.pBackingStore = UnsafeMutableRawPointer(bitPattern: given.1)
    }
    return status
  }

  package func escape(_ adapter: HANDLE?, _ args: inout DXGKARG_ESCAPE) -> NTStatus {
    run(.escape) { base.escape(adapter, &args) }
  }
}
