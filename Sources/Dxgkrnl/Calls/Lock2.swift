internal import Locks
package import WDDM

extension Process {
  /// D3DKMTLock2: an address at which the CPU reads and writes the allocation. It neither waits for the GPU nor renames
  /// (U-187).
  ///
  /// Calls nest and give the same address until each was answered by Unlock2 (U-194). A view does not pin: it may be
  /// kept for the allocation's life (U-197).
  ///
  /// - Parameter flags: `D3DDDICB_LOCK2FLAGS`: 0 (U-186).
  /// - Returns: the address: the caller's own for caller memory (U-196), else a view of the backing store.
  /// - Throws: `STATUS_INVALID_PARAMETER` for flags, a bad device or allocation, another device's allocation, memory
  ///   that the driver protects from the CPU (U-192); `STATUS_DEVICE_REMOVED` (U-302); `STATUS_NO_MEMORY` when no view
  ///   can be had (D-005); `STATUS_GRAPHICS_TOO_MANY_REFERENCES` (W-287).
  package func lock2(device deviceHandle: UInt32, allocation handle: UInt32, flags: UInt32) throws(Refusal) -> UInt64 {
    guard flags == 0 else { throw Refusal(.invalidParameter, "U-186", "Flags", UInt64(flags)) }
    return try withAllocation(deviceHandle, handle) { device, opening throws(Refusal) in
      try device.requireActive()
      let described = opening.value.allocation.value.description.flags
      guard !described.contains(.protected) else {
        throw Refusal(.invalidParameter, "U-192", "hAllocation", UInt64(described.rawValue))
      }
      let limit = kernel.limits.locksOfAllocation
      return try address(of: opening) { access throws(Refusal) in
        try access.requireRoom(limit)
        access.locks += 1
      }
    }
  }

  /// D3DKMTUnlock2: answers one Lock2; the last one ends the view. Succeeds on a removed device.
  ///
  /// - Throws: `STATUS_INVALID_PARAMETER` for a bad device or allocation, or one that is not locked (U-195).
  package func unlock2(device deviceHandle: UInt32, allocation handle: UInt32) throws(Refusal) {
    try withAllocation(deviceHandle, handle) { _, opening throws(Refusal) in
      let (wasLocked, view) = views.withLock { views -> (Bool, UInt64) in
        guard opening.cpuAccess.locks > 0 else { return (false, 0) }
        opening.cpuAccess.locks -= 1
        return (true, views.retire(opening))
      }
      guard wasLocked else { throw Refusal(.invalidParameter, "U-195", "hAllocation", UInt64(handle)) }
      if view != 0 { kernel.memory.unmap(address: view, bytes: opening.value.allocation.value.bytes) }
    }
  }
}
