package import CWDDM
import Locks
import Synchronization

/// What a `DeviceHandle` stands for: a cell that lives for ever and forgets its adapter when the device stops.
///
/// A driver may keep the handle and call back too late, from a thread of its own. The cell is still there then and says
/// so; a handle that never was one is found out by looking through the cells, without following it. One is made each
/// time a device starts.
package final class DeviceCell: Sendable {
  private let callbacks: Guarded<(any KernelCallbacks)?>
  /// The cell made before this one.
  private let previous: DeviceCell?

  /// The newest cell, as a pointer; all others hang from it and stay reachable.
  private static let newest = Atomic<UInt>(0)

  private init(_ callbacks: any KernelCallbacks, before previous: DeviceCell?) {
    self.callbacks = Guarded(callbacks, rank: .driver)
    self.previous = previous
  }

  /// A new cell whose handle leads to `callbacks` until ``revoke()``.
  package static func make(for callbacks: any KernelCallbacks) -> DeviceCell {
    while true {
      let seen = newest.load(ordering: .acquiring)
      let cell = DeviceCell(callbacks, before: Self.cell(at: seen))
      let added = newest.compareExchange(expected: seen, desired: cell.address, ordering: .acquiringAndReleasing)
      if added.exchanged {
        // SAFETY: kept for ever, on purpose: see above.
        _ = unsafe Unmanaged.passRetained(cell)
        return cell
      }
    }
  }

  /// What a driver gets.
  package var handle: HANDLE {
    guard let handle = HANDLE(bits: address) else { preconditionFailure("an object is never at address 0") }
    return handle
  }

  /// The device stopped: the handle leads nowhere from now on.
  package func revoke() { callbacks.withLock { $0 = nil } }

  /// The callbacks behind a handle from a driver; nil for a stale one and for one that never was.
  package static func callbacks(of handle: HANDLE?) -> (any KernelCallbacks)? {
    var cell = cell(at: newest.load(ordering: .acquiring))
    while let candidate = cell {
      if candidate.address == handle.bits { return candidate.callbacks.withLock { $0 } }
      cell = candidate.previous
    }
    return nil
  }

  private var address: UInt { unsafe UInt(bitPattern: Unmanaged.passUnretained(self).toOpaque()) }

  private static func cell(at address: UInt) -> DeviceCell? {
    guard let pointer = unsafe UnsafeRawPointer(bitPattern: address) else { return nil }
    // SAFETY: only `newest` and live cells come here, and cells are never released.
    return unsafe Unmanaged<DeviceCell>.fromOpaque(pointer).takeUnretainedValue()
  }
}
