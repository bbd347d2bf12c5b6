package import CWDDM
import DDI
import Locks
package import WDDM

extension VerifyingMiniport {
  /// DxgkDdiOpenAllocation, with every array and blob between guards; what may only be read is compared afterwards.
  package func openAllocation(_ device: HANDLE?, _ args: inout DXGKARG_OPENALLOCATION) -> NTStatus {
    let status = guardedOpen(device, &args)
    guard status.isSuccess else { return status }
    let count = Int(args.NumAllocations)
    var null = count
    var isForeign = false
    books.records.withLock { records in
      let infos = args.infos
      for index in infos.indices {
        let made = infos[index].hDeviceSpecificAllocation.bits
        if made == 0 {
          null = min(null, index)
        } else if !records.addOpening(made, on: device.bits) {
          isForeign = true
        }
      }
    }
    if null < count {
      books.report("K-172", .openAllocation, "pOpenAllocation[].hDeviceSpecificAllocation", UInt64(null))
    }
    if isForeign { books.report("K-364", .openAllocation, "pOpenAllocation[].hDeviceSpecificAllocation", 0) }
    return status
  }

  package func closeAllocation(_ device: HANDLE?, _ args: inout DXGKARG_CLOSEALLOCATION) -> NTStatus {
    let status = run(.closeAllocation) { base.closeAllocation(device, &args) }
    books.records.withLock { records in
      let handles = args.openHandles
      for index in handles.indices { records.removeOpening(handles[index].bits) }
    }
    return status
  }

  /// Runs the driver on copies between guards (K-078), judges what it wrote where it may not, and gives the rest back.
  @inline(__always)
  private func guardedOpen(_ device: HANDLE?, _ args: inout DXGKARG_OPENALLOCATION) -> NTStatus {
    let count = Int(args.NumAllocations)
    // SAFETY: as in createAllocation.
    guard let infos = unsafe args.pOpenAllocation, count > 0 else {
      return run(.openAllocation) { base.openAllocation(device, &args) }
    }
    let arraySize = count * MemoryLayout<DXGK_OPENALLOCATIONINFO>.stride
    var size = GuardedRoom.size(of: arraySize) + GuardedRoom.size(of: Int(args.PrivateDriverSize))
    for index in 0..<count { size += unsafe GuardedRoom.size(of: Int(infos[index].PrivateDriverDataSize)) }
    return GuardedRoom.with(size) { room in
      var inner = args
      let array = unsafe room.copy(infos, arraySize)
      guard let own = unsafe array?.assumingMemoryBound(to: DXGK_OPENALLOCATIONINFO.self) else { return .success }
      unsafe inner.pOpenAllocation = own
      let resourceData = unsafe room.copy(args.pPrivateDriverData, Int(args.PrivateDriverSize))
      unsafe inner.pPrivateDriverData = resourceData
      for index in 0..<count {
        unsafe own[index].pPrivateDriverData = room.copy(
          infos[index].pPrivateDriverData, Int(infos[index].PrivateDriverDataSize))
      }
      let status = run(.openAllocation) { base.openAllocation(device, &inner) }

      var isIntact = unsafe room.isIntactInFront && room.isIntact(behind: array, arraySize)
      isIntact = unsafe isIntact && room.isIntact(behind: resourceData, Int(args.PrivateDriverSize))
      if let changed = unsafe firstDifference(args.pPrivateDriverData, resourceData, Int(args.PrivateDriverSize)) {
        books.report("K-177", .openAllocation, "pPrivateDriverData", UInt64(changed))
      }
      var at = unsafe array.map {
        unsafe $0 + GuardedRoom.size(of: arraySize) + GuardedRoom.size(of: Int(args.PrivateDriverSize))
      }
      for index in 0..<count {
        let blobSize = unsafe Int(infos[index].PrivateDriverDataSize)
        if let blob = unsafe infos[index].pPrivateDriverData, blobSize > 0, let copy = unsafe at {
          isIntact = unsafe isIntact && room.isIntact(behind: copy, blobSize)
          unsafe give(blob, from: copy, blobSize, isWritable: args.Flags.Create != 0)
        }
        unsafe at = at.map { unsafe $0 + GuardedRoom.size(of: blobSize) }
        if unsafe own[index].hAllocation != infos[index].hAllocation {
          unsafe books.report(
            "K-176", .openAllocation, "pOpenAllocation[].hAllocation", UInt64(own[index].hAllocation))
        }
        unsafe infos[index].hDeviceSpecificAllocation = own[index].hDeviceSpecificAllocation
      }
      // Filled by the driver for linear surfaces (K-179).
      args.SubresourceOffset = inner.SubresourceOffset
      args.Pitch = inner.Pitch
      if !isIntact { books.report("K-078", .openAllocation, "pOpenAllocation", UInt64(count)) }
      return status
    }
  }

  /// Private data after the call: the client's to see while the allocation is created (K-175), else as it was (K-174).
  @inline(__always)
  private func give(
    _ blob: UnsafeMutableRawPointer, from copy: UnsafeMutableRawPointer, _ size: Int, isWritable: Bool
  ) {
    if isWritable {
      unsafe blob.copyMemory(from: copy, byteCount: size)
    } else if let changed = unsafe firstDifference(blob, copy, size) {
      books.report("K-174", .openAllocation, "pOpenAllocation[].pPrivateDriverData", UInt64(changed))
    }
  }
}

// MARK: - Records

extension DriverRecords {
  /// Writes an opening down; false when an opening of another device has that handle (K-364). On one device a driver
  /// may count its bindings of one allocation.
  @inline(__always)
  mutating func addOpening(_ handle: UInt, on device: UInt) -> Bool {
    guard let known = openings[handle] else {
      openings[handle] = OpeningRecord(device: device, uses: 1)
      return true
    }
    openings[handle] = OpeningRecord(device: known.device, uses: known.uses + 1)
    return known.device == device
  }

  @inline(__always)
  mutating func removeOpening(_ handle: UInt) {
    guard let known = openings[handle] else { return }
    openings[handle] = known.uses == 1 ? nil : OpeningRecord(device: known.device, uses: known.uses - 1)
  }
}
