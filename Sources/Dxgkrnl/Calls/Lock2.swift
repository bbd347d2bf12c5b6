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
  ///   can be had (D-005).
  package func lock2(device deviceHandle: UInt32, allocation handle: UInt32, flags: UInt32) throws(Refusal) -> UInt64 {
    guard flags == 0 else { throw Refusal(.invalidParameter, "U-186", "Flags", UInt64(flags)) }
    guard let device = handles.resolve(deviceHandle, .device) else {
      throw Refusal(.invalidParameter, "U-017", "hDevice", UInt64(deviceHandle))
    }
    defer { release(deviceHandle) }
    guard let opening = handles.resolve(handle, .allocation) else {
      throw Refusal(.invalidParameter, "U-096", "hAllocation", UInt64(handle))
    }
    defer { release(handle) }
    guard opening.value.device == device else {
      throw Refusal(.invalidParameter, "U-098", "hAllocation", UInt64(handle))
    }
    guard device.value.isActive, device.value.adapter.isRunning else {
      throw Refusal(.deviceRemoved, "U-302", "hDevice", UInt64(deviceHandle))
    }
    let allocation = opening.value.allocation
    guard !allocation.value.description.flags.contains(.protected) else {
      throw Refusal(
        .invalidParameter, "U-192", "hAllocation", UInt64(allocation.value.description.flags.rawValue))
    }
    switch allocation.value.backing {
    case .caller(let address):
      views.withLock { _ in opening.value.locks += 1 }
      return address
    case .range(let file, let offset):
      return try view(opening, file, offset)
    }
  }

  /// The view of a backing store, made by the first lock. Mapping takes the machine a while, so it happens outside of
  /// the lock; of two threads that both map, the second gives its own up.
  private func view(_ opening: Record<Opening>, _ file: MemoryFile, _ offset: UInt64) throws(Refusal) -> UInt64 {
    let known = views.withLock { _ -> UInt64 in
      if opening.value.view != 0 { opening.value.locks += 1 }
      return opening.value.view
    }
    if known != 0 { return known }
    let bytes = opening.value.allocation.value.bytes
    let mapped = try kernel.memory.map(file, offset: offset, bytes: bytes)
    let view = views.withLock { views -> UInt64 in
      opening.value.locks += 1
      if opening.value.view == 0 {
        opening.value.view = mapped
        if !opening.value.allocation.value.wasMapped { opening.value.allocation.value.wasMapped = true }
        views.insert(address: mapped, bytes: bytes)
      }
      return opening.value.view
    }
    if view != mapped { kernel.memory.unmap(address: mapped, bytes: bytes) }
    return view
  }

  /// D3DKMTUnlock2: answers one Lock2; the last one ends the view. Succeeds on a removed device.
  ///
  /// - Throws: `STATUS_INVALID_PARAMETER` for a bad device or allocation, or one that is not locked (U-195).
  package func unlock2(device deviceHandle: UInt32, allocation handle: UInt32) throws(Refusal) {
    guard let device = handles.resolve(deviceHandle, .device) else {
      throw Refusal(.invalidParameter, "U-017", "hDevice", UInt64(deviceHandle))
    }
    defer { release(deviceHandle) }
    guard let opening = handles.resolve(handle, .allocation) else {
      throw Refusal(.invalidParameter, "U-096", "hAllocation", UInt64(handle))
    }
    defer { release(handle) }
    guard opening.value.device == device else {
      throw Refusal(.invalidParameter, "U-098", "hAllocation", UInt64(handle))
    }
    let (wasLocked, view) = views.withLock { views -> (Bool, UInt64) in
      guard opening.value.locks > 0 else { return (false, 0) }
      opening.value.locks -= 1
      guard opening.value.locks == 0, opening.value.view != 0 else { return (true, 0) }
      defer { opening.value.view = 0 }
      views.remove(address: opening.value.view)
      return (true, opening.value.view)
    }
    guard wasLocked else { throw Refusal(.invalidParameter, "U-195", "hAllocation", UInt64(handle)) }
    if view != 0 { kernel.memory.unmap(address: view, bytes: opening.value.allocation.value.bytes) }
  }
}
