package import CWDDM
import DDI
import Locks
package import WDDM

extension VerifyingMiniport {
  /// DxgkDdiCreateAllocation, with every array and blob between guards; then each answer is judged on its own, and all
  /// handles against each other.
  package func createAllocation(_ adapter: HANDLE?, _ args: inout DXGKARG_CREATEALLOCATION) -> NTStatus {
    let givenResource = args.hResource.bits
    let status = guardedCreate(adapter, &args)
    guard status.isSuccess else { return status }
    let madeResource = args.hResource.bits
    let isResource = args.Flags.Resource != 0
    let count = Int(args.NumAllocations)

    // The handles, and what every judgement needs, under one lock.
    var wrong = count
    let (facts, isResourceNew) = books.records.withLock { records in
      let infos = args.infos
      for index in infos.indices where !records.addAllocation(infos[index].hAllocation.bits, of: madeResource) {
        wrong = min(wrong, index)
      }
      let isNew = !isResource || records.changeResource(from: givenResource, to: madeResource)
      return (records.facts, isNew)
    }
    if wrong < count { books.report("K-071", .createAllocation, "pAllocationInfo[].hAllocation", UInt64(wrong)) }
    if !isResource, madeResource != givenResource { books.report("K-072", .createAllocation, "hResource", 0) }
    if !isResourceNew { books.report("K-073", .createAllocation, "hResource", 0) }

    let infos = args.infos
    for index in infos.indices { judge(infos[index], facts, isInResource: isResource) }
    if facts.awaitsStandard { judgeStandardCreation(args, facts) }
    return status
  }

  /// Runs the driver on copies between guards (K-078), and gives back what it may write.
  @inline(__always)
  private func guardedCreate(_ adapter: HANDLE?, _ args: inout DXGKARG_CREATEALLOCATION) -> NTStatus {
    let count = Int(args.NumAllocations)
    // SAFETY: the caller's array has `count` elements and each its blob, alive during the call; the room holds copies
    // of them as long as the driver runs, and nobody keeps a pointer into it.
    guard let infos = unsafe args.pAllocationInfo, count > 0 else {
      return run(.createAllocation) { base.createAllocation(adapter, &args) }
    }
    let arraySize = count * MemoryLayout<DXGK_ALLOCATIONINFO>.stride
    var size = GuardedRoom.size(of: arraySize) + GuardedRoom.size(of: Int(args.PrivateDriverDataSize))
    for index in 0..<count { size += unsafe GuardedRoom.size(of: Int(infos[index].PrivateDriverDataSize)) }
    return GuardedRoom.with(size) { room in
      var inner = args
      let array = unsafe room.copy(infos, arraySize)
      let own = unsafe array?.assumingMemoryBound(to: DXGK_ALLOCATIONINFO.self)
      unsafe inner.pAllocationInfo = own
      let resourceData = unsafe room.copy(args.pPrivateDriverData, Int(args.PrivateDriverDataSize))
      unsafe inner.pPrivateDriverData = UnsafeRawPointer(resourceData)
      guard let own = unsafe own else { return .success }
      for index in 0..<count {
        unsafe own[index].pPrivateDriverData = room.copy(
          infos[index].pPrivateDriverData, Int(infos[index].PrivateDriverDataSize))
      }
      let lent = unsafe inner.pPrivateDriverData
      let status = run(.createAllocation) { base.createAllocation(adapter, &inner) }

      var isIntact = unsafe room.isIntactInFront && room.isIntact(behind: array, arraySize)
      isIntact =
        unsafe isIntact
        && room.isIntact(behind: UnsafeMutableRawPointer(mutating: lent), Int(args.PrivateDriverDataSize))
      var at = unsafe array.map { unsafe $0 + GuardedRoom.size(of: arraySize) }
      unsafe at = at.map { unsafe $0 + GuardedRoom.size(of: Int(args.PrivateDriverDataSize)) }
      for index in 0..<count {
        let (blob, blobSize) = unsafe (infos[index].pPrivateDriverData, Int(infos[index].PrivateDriverDataSize))
        if let blob = unsafe blob, blobSize > 0, let copy = unsafe at {
          isIntact = unsafe isIntact && room.isIntact(behind: copy, blobSize)
          unsafe blob.copyMemory(from: copy, byteCount: blobSize)
        }
        unsafe at = at.map { unsafe $0 + GuardedRoom.size(of: blobSize) }
        // Everything is the driver's to answer, but for where its private data is.
        unsafe infos[index] = own[index]
        unsafe infos[index].pPrivateDriverData = blob
        unsafe infos[index].PrivateDriverDataSize = UInt32(blobSize)
      }
      args.hResource = inner.hResource
      if !isIntact { books.report("K-078", .createAllocation, "pAllocationInfo", UInt64(count)) }
      return status
    }
  }
}

// MARK: - Records

extension DriverRecords {
  /// Writes an allocation down; false for NULL and for a handle that a live allocation has (K-071).
  @inline(__always)
  mutating func addAllocation(_ handle: UInt, of resource: UInt) -> Bool {
    guard handle != 0 else { return false }
    if let known = allocations[handle] {
      allocations[handle] = AllocationRecord(resource: resource, uses: known.uses + 1)
      return false
    }
    allocations[handle] = AllocationRecord(resource: resource, uses: 1)
    return true
  }

  @inline(__always)
  mutating func removeAllocation(_ handle: UInt) {
    guard let known = allocations[handle] else { return }
    allocations[handle] = known.uses == 1 ? nil : AllocationRecord(resource: known.resource, uses: known.uses - 1)
  }

  /// A resource's handle becomes another (K-073, K-191); false when the new one is a live resource's, or when a
  /// resource that had one has none any more.
  mutating func changeResource(from old: UInt, to new: UInt) -> Bool {
    if old == new { return true }
    resources[old] = nil
    if new == 0 { return false }
    return resources.add(new)
  }
}
