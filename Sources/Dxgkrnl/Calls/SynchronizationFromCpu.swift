internal import Locks
package import WDDM

extension Process {
  /// D3DKMTWaitForSynchronizationObjectFromCpu: waits until monitored fences have come to their values: all of them,
  /// or, with WaitAny, one. A condition that came true counts, even if its fence is rewound before the others are
  /// there.
  ///
  /// The wait is outside of every gate and lock.
  ///
  /// - Parameters:
  ///   - objects: `ObjectHandleArray`, at most 32 (W-015).
  ///   - values: `FenceValueArray`, one for each.
  ///   - asyncEvent: `hAsyncEvent`: the event that is set when the wait is over, at once if it is over already (W-195);
  ///     0: the call returns then.
  ///   - flags: `D3DDDI_WAITFORSYNCHRONIZATIONOBJECTFROMCPU_FLAGS`: 1 WaitAny.
  /// - Throws: `STATUS_INVALID_PARAMETER` for a bad device, count, flag or object, for another kind of object (W-194),
  ///   and when an object's handle is destroyed while the call waits; `STATUS_ACCESS_DENIED` for a handle that
  ///   does not allow it (W-183, W-260); `STATUS_INVALID_HANDLE` for an event that is none; `STATUS_DEVICE_REMOVED`
  ///   (U-302).
  package func waitForSynchronizationObjects(
    device deviceHandle: UInt32, objects: Span<UInt32>, values: Span<UInt64>, asyncEvent: UInt64, flags: UInt32
  ) throws(Refusal) {
    guard flags & ~1 == 0 else { throw Refusal(.invalidParameter, "W-194", "Flags", UInt64(flags)) }
    let outcome = try withTargets(deviceHandle, objects, values, for: .wait) {
      targets throws(Refusal) -> FenceWait.Outcome in
      let isAny = flags & 1 != 0
      guard asyncEvent == 0 else { return try wait(for: targets, isAny: isAny, andSet: asyncEvent) }
      return switch kernel.enqueue(targets, isAny: isAny, event: nil) {
      case .over(let outcome): outcome
      // The handles are held while the call sleeps.
      case .pending(let wait): kernel.outcome(of: wait)
      }
    }
    if outcome == .handleEnded {
      throw Refusal(.invalidParameter, "W-182", "ObjectHandleArray[]", UInt64(objects[0]))
    }
  }

  /// A wait that sets an event of the caller when it is over, now or later.
  private func wait(
    for targets: [FenceTarget], isAny: Bool, andSet handle: UInt64
  ) throws(Refusal) -> FenceWait.Outcome {
    guard let events = kernel.eventObjects, let event = events.reference(handle) else {
      throw Refusal(.invalidHandle, "W-195", "hAsyncEvent", handle)
    }
    switch kernel.enqueue(targets, isAny: isAny, event: event) {
    case .pending: return .satisfied
    case .over(let outcome):
      if outcome == .satisfied { events.set(event) }
      events.dereference(event)
      return outcome
    }
  }

  /// D3DKMTSignalSynchronizationObjectFromCpu: sets the values of monitored fences, all or none, and wakes who waited
  /// for them (W-196). The values are in the clients' sight when the call returns.
  ///
  /// - Parameter flags: `D3DDDICB_SIGNALFLAGS`: 4 AllowFenceRewind; the others are for GPU contexts.
  /// - Throws: `STATUS_INVALID_PARAMETER` for a bad device, count, flag or object, for another kind of object (W-194),
  ///   and for a value behind the present one without AllowFenceRewind (W-197); `STATUS_ACCESS_DENIED` for a handle
  ///   that does not allow it (W-183, W-260); `STATUS_DEVICE_REMOVED` (U-302).
  package func signalSynchronizationObjects(
    device deviceHandle: UInt32, objects: Span<UInt32>, values: Span<UInt64>, flags: UInt32
  ) throws(Refusal) {
    guard flags & ~4 == 0 else { throw Refusal(.invalidParameter, "W-194", "Flags", UInt64(flags)) }
    let refused = try withTargets(deviceHandle, objects, values, for: .signal) {
      targets throws(Refusal) in kernel.signal(targets, allowsRewind: flags & 4 != 0)
    }
    if let refused { throw Refusal(.invalidParameter, "W-197", "FenceValueArray[]", values[refused]) }
  }
}

// MARK: - Details

private enum FenceOperation {
  case wait, signal

  /// What forbids it, among the flags of a handle.
  var forbiddingFlag: SynchronizationObjectFlags { self == .wait ? .noWait : .noSignal }
  /// What allows it, among the rights of an NT handle.
  var right: AccessRights { self == .wait ? .syncObjectWait : .syncObjectSignal }
}

extension Process {
  /// Runs `body` with the fences that the handles name, and references on the handles while it runs.
  ///
  /// - Throws: `STATUS_ACCESS_DENIED` for a handle that does not allow the operation by its flags (W-183), or because
  ///   the NT handle that it was opened by does not (W-260).
  private func withTargets<Result>(
    _ deviceHandle: UInt32, _ objects: Span<UInt32>, _ values: Span<UInt64>,
    for operation: FenceOperation, _ body: ([FenceTarget]) throws(Refusal) -> Result
  ) throws(Refusal) -> Result {
    guard (1...32).contains(objects.count), values.count == objects.count else {
      throw Refusal(.invalidParameter, "W-015", "ObjectCount", UInt64(objects.count), bound: 32)
    }
    guard let device = handles.resolve(deviceHandle, .device) else {
      throw Refusal(.invalidParameter, "U-017", "hDevice", UInt64(deviceHandle))
    }
    // Not held any longer: a wait must not keep a device from going.
    let isActive = device.value.isActive && device.value.adapter.isRunning
    release(deviceHandle)
    guard isActive else { throw Refusal(.deviceRemoved, "U-302", "hDevice", UInt64(deviceHandle)) }
    var targets: [FenceTarget] = []
    defer { for target in targets { release(target.reference.value.handle) } }
    for index in objects.indices {
      let handle = objects[index]
      guard let reference = handles.resolve(handle, .syncObject) else {
        throw Refusal(.invalidParameter, "W-182", "ObjectHandleArray[]", UInt64(handle))
      }
      guard let fence = reference.value.object.fence else {
        release(handle)
        throw Refusal(.invalidParameter, "W-194", "ObjectHandleArray[]", UInt64(handle))
      }
      targets.append(FenceTarget(fence: fence, reference: reference, value: values[index]))
      guard !reference.value.flags.contains(operation.forbiddingFlag) else {
        throw Refusal(.accessDenied, "W-183", "ObjectHandleArray[]", UInt64(handle))
      }
      guard reference.value.access.contains(operation.right) else {
        throw Refusal(.accessDenied, "W-260", "ObjectHandleArray[]", UInt64(handle))
      }
    }
    return try body(targets)
  }
}
