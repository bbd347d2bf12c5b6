import WDDM

extension KernelModel {
  /// A wait that was not over when it began.
  struct FenceWait {
    let event: UInt64
    /// How many of its conditions must still come true: one, or all.
    var missing: Int
    /// Those that have not.
    var conditions: [Condition]
  }

  /// A fence that must come to a value, and the handle it is waited for through.
  struct Condition {
    let object: Int
    let process: UInt32
    let handle: UInt32
    let value: UInt64
  }

  mutating func signal(
    _ process: Int, device: UInt32, _ handles: [UInt32], _ values: [UInt64], flags: UInt32
  ) -> NTStatus {
    guard flags & ~4 == 0 else { return .invalidParameter }
    let (status, targets) = targets(process, device, handles, values, deniedBy: SyncFlags.noSignal)
    guard status == .success else { return status }
    if flags & 4 == 0 {
      var reached = syncObjects.mapValues(\.value)
      for target in targets {
        guard target.value >= reached[target.object]! else { return .invalidParameter }
        reached[target.object] = target.value
      }
    }
    for target in targets { set(target.object, to: target.value) }
    return .success
  }

  /// - Parameter event: what is set when the wait is over; 0: the call sleeps until then.
  mutating func wait(
    _ process: Int, device: UInt32, _ handles: [UInt32], _ values: [UInt64], event: UInt64, flags: UInt32
  ) -> NTStatus {
    guard flags & ~1 == 0 else { return .invalidParameter }
    let (status, targets) = targets(process, device, handles, values, deniedBy: SyncFlags.noWait)
    guard status == .success else { return status }
    if event != 0, events[event] == nil { return .invalidHandle }
    let missing = targets.filter { syncObjects[$0.object]!.value < $0.value }
    let isAny = flags == 1
    if missing.isEmpty || isAny && missing.count < targets.count {
      if event != 0 { events[event]! += 1 }
    } else {
      waits.append(FenceWait(event: event, missing: isAny ? 1 : missing.count, conditions: missing))
    }
    return .success
  }

  /// Whether such a call would sleep.
  func sleeps(_ process: Int, device: UInt32, _ handles: [UInt32], _ values: [UInt64], flags: UInt32) -> Bool {
    var copy = self
    return copy.wait(process, device: device, handles, values, event: 0, flags: flags) == .success
      && copy.waits.count > waits.count
  }

  /// A fence comes to a value: conditions come true, and what comes true counts for ever.
  mutating func set(_ object: Int, to value: UInt64) {
    syncObjects[object]!.value = value
    for index in waits.indices {
      let before = waits[index].conditions.count
      waits[index].conditions.removeAll { $0.object == object && $0.value <= value }
      waits[index].missing -= before - waits[index].conditions.count
      if waits[index].missing <= 0 { events[waits[index].event]! += 1 }
    }
    waits.removeAll { $0.missing <= 0 }
  }

  /// A handle ends, and with it the waits that still need it.
  mutating func endWaits(_ process: Int, through handle: UInt32) {
    let ordinal = processes[process].ordinal
    let ended = waits.filter { $0.conditions.contains { $0.process == ordinal && $0.handle == handle } }
    for wait in ended { events[wait.event]! += 1 }
    waits.removeAll { $0.conditions.contains { $0.process == ordinal && $0.handle == handle } }
  }

  /// - Parameter flag: of a handle that forbids it.
  private func targets(
    _ process: Int, _ deviceHandle: UInt32, _ handles: [UInt32], _ values: [UInt64], deniedBy flag: UInt32
  ) -> (NTStatus, [Condition]) {
    guard (1...32).contains(handles.count), handles.count == values.count else { return (.invalidParameter, []) }
    let (status, _) = device(process, deviceHandle)
    guard status == .success else { return (status, []) }
    var targets: [Condition] = []
    for (handle, value) in zip(handles, values) {
      guard let known = processes[process].syncObjects.first(where: { $0.handle == handle }),
        syncObjects[known.object]!.isFence
      else { return (.invalidParameter, []) }
      guard known.flags & flag == 0 else { return (.accessDenied, []) }
      targets.append(
        Condition(object: known.object, process: processes[process].ordinal, handle: handle, value: value))
    }
    return (.success, targets)
  }
}
