internal import CWDDM
internal import Locks
internal import Synchronization
internal import WDDM

/// One process's use of one adapter: the owner of allocations and resources.
struct Device: ~Copyable {
  var handle: UInt32 = 0
  let attachment: Attachment
  /// The attachment's, which lives as long: the way of every call, without counting references.
  let onAdapter: Uncounted<Adapter>
  /// What the driver returned from CreateDevice.
  var driverHandle: HANDLE?

  /// D3DKMT_DEVICEEXECUTION_STATE, and beside it whether calls are refused. Set by whoever removes the device, read by
  /// every call on it; it never gets better again (I-078).
  let execution = Atomic<UInt32>(DeviceExecution.active.rawValue)

  /// How many allocations belong to no resource. They are in no list: keeping one would touch two strangers for each
  /// that is destroyed, and who wants them all, when the device ends, finds them in the handle table.
  var looseCount = 0
  var resources = ResourceList()
  /// How many handles on synchronization objects were made with it, those on their way out included.
  var syncObjectCount = 0

  init(attachment: Attachment) {
    self.attachment = attachment
    self.onAdapter = Uncounted(attachment.adapter)
  }

  @inline(__always)
  var adapter: Adapter { onAdapter.object }

  var isActive: Bool { execution.load(ordering: .relaxed) == DeviceExecution.active.rawValue }

  /// Ends the device, unless something ended it before: the first reason stays (I-078).
  ///
  /// - Returns: whether this was the first reason.
  borrowing func end(_ reason: DeviceExecution) -> Bool {
    execution.compareExchange(
      expected: DeviceExecution.active.rawValue, desired: reason.rawValue, ordering: .relaxed
    ).exchanged
  }
}

/// D3DKMT_DEVICEEXECUTION_STATE (U-305), as far as something here leads to it.
package enum DeviceExecution: UInt32, Sendable {
  case active = 1
  /// The adapter was reset.
  case reset = 2
  /// The adapter was stopped or removed.
  case stopped = 4
  /// The device was marked by its owner: ERROR_DMAFAULT is the state that Windows documents for a failed device.
  case error = 6
}

/// One process's presence on one adapter: its handles on it, its devices, and the driver's process object.
final class Attachment: Sendable {
  let adapter: Adapter
  let state: Guarded<State>

  struct State {
    var adapterHandles = 0
    var devices = 0
    /// From DxgkDdiCreateProcess; exists from the first device until the last handle and device are gone (K-014,
    /// I-010).
    var driverProcess: HANDLE?
    var hasDriverProcess = false
  }

  init(adapter: Adapter) {
    self.adapter = adapter
    self.state = Guarded(State(), rank: .objects)
  }
}
