package import CWDDM
import DDI
import Locks

// What the card can be asked from outside: for tests, and for whoever shows its state.
extension SoftGPU {
  /// How many objects of each kind the driver holds.
  package struct Counts: Hashable, Sendable {
    package var processes = 0
    package var devices = 0
    package var resources = 0
    package var allocations = 0
    package var openings = 0
    package init() {}
  }

  package var counts: Counts {
    state.withLock { state in
      var counts = Counts()
      counts.processes = state.processes.count
      counts.devices = state.devices.count
      counts.resources = state.resources.count
      counts.allocations = state.allocations.count
      counts.openings = state.openings.count
      return counts
    }
  }

  /// Whether the kernel enabled sharing backing stores when the device started (K-134).
  package var mayShareBackingStore: Bool {
    state.withLock { $0.adapter.mayShareBackingStore }
  }

  /// The backing stores that the driver was given, in the order of its allocations.
  package var backingStores: [BackingStore] {
    state.withLock { state in
      var all: [BackingStore] = []
      state.allocations.forEach { handle, allocation in
        guard allocation.backingStore != 0 else { return }
        all.append(BackingStore(hAllocation: handle, size: allocation.size, address: allocation.backingStore))
      }
      return all
    }
  }
}

/// The backing store of one allocation as the driver sees it: valid until the allocation is destroyed (K-184).
package struct BackingStore: Hashable, Sendable {
  package let hAllocation: HANDLE
  /// Bytes.
  package let size: UInt64
  package let address: UInt

  /// What the driver reads at `offset`.
  package func read(_ count: Int, at offset: Int) -> [UInt8] {
    precondition(offset >= 0 && count >= 0 && UInt64(offset + count) <= size, "inside the allocation")
    guard let base = unsafe UnsafeRawPointer(bitPattern: address) else { return [] }
    // SAFETY: the kernel promised `size` bytes there for as long as the allocation lives.
    return unsafe Array(UnsafeRawBufferPointer(start: base + offset, count: count))
  }

  /// What the driver writes at `offset`.
  package func write(_ bytes: [UInt8], at offset: Int) {
    precondition(offset >= 0 && UInt64(offset + bytes.count) <= size, "inside the allocation")
    guard let base = unsafe UnsafeMutableRawPointer(bitPattern: address) else { return }
    // SAFETY: as above.
    unsafe UnsafeMutableRawBufferPointer(start: base + offset, count: bytes.count).copyBytes(from: bytes)
  }
}
