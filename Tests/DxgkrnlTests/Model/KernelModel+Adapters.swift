import WDDM

extension KernelModel {
  enum AdapterState {
    case running, stopped
    /// The device was pulled out.
    case pulled
    /// Nobody can open it any more.
    case removed
  }

  mutating func openAdapter(_ process: Int, _ adapter: Int?) -> (NTStatus, UInt32) {
    guard let adapter, adapters[adapter] != .removed else { return (.invalidParameter, 0) }
    guard processes[process].handles < limits.handles else { return (.noMemory, 0) }
    let handle = processes[process].takeHandle()
    processes[process].adapterHandles.append((handle, adapter))
    return (.success, handle)
  }

  mutating func closeAdapter(_ process: Int, _ handle: UInt32) -> NTStatus {
    guard let index = processes[process].adapterHandles.firstIndex(where: { $0.handle == handle }) else {
      return .invalidParameter
    }
    processes[process].adapterHandles.remove(at: index)
    return .success
  }

  mutating func createDevice(_ process: Int, _ adapterHandle: UInt32, flags: UInt32) -> (NTStatus, UInt32) {
    guard flags < 8, let adapter = processes[process].adapterHandles.first(where: { $0.handle == adapterHandle }) else {
      return (.invalidParameter, 0)
    }
    guard adapters[adapter.adapter] == .running else { return (.deviceRemoved, 0) }
    guard processes[process].handles < limits.handles else { return (.noMemory, 0) }
    let handle = processes[process].takeHandle()
    processes[process].devices.append(Device(handle: handle, adapter: adapter.adapter))
    return (.success, handle)
  }

  mutating func destroyDevice(_ process: Int, _ handle: UInt32) -> NTStatus {
    guard processes[process].devices.contains(where: { $0.handle == handle }) else { return .invalidParameter }
    for object in processes[process].syncObjects where object.device == handle {
      endWaits(process, through: object.handle)
    }
    processes[process].devices.removeAll { $0.handle == handle }
    processes[process].resources.removeAll { $0.device == handle }
    processes[process].allocations.removeAll { $0.device == handle }
    processes[process].syncObjects.removeAll { $0.device == handle }
    dropUnreferenced()
    return .success
  }

  func execution(_ process: Int, _ handle: UInt32) -> Execution? {
    processes[process].devices.first { $0.handle == handle }?.execution
  }

  mutating func markAsError(_ process: Int, _ handle: UInt32) -> NTStatus {
    guard let index = processes[process].devices.firstIndex(where: { $0.handle == handle }) else {
      return .invalidParameter
    }
    if processes[process].devices[index].execution == .active { processes[process].devices[index].execution = .error }
    return .success
  }

  /// A device of a process, and success if calls on it are served.
  func device(_ process: Int, _ handle: UInt32) -> (NTStatus, Device?) {
    guard let device = processes[process].devices.first(where: { $0.handle == handle }) else {
      return (.invalidParameter, nil)
    }
    let isServed = device.execution == .active && adapters[device.adapter] == .running
    return (isServed ? .success : .deviceRemoved, device)
  }
}

// MARK: - Adapters come and go

extension KernelModel {
  mutating func addAdapter() { adapters.append(.running) }

  mutating func reset(_ adapter: Int) -> NTStatus {
    guard adapters[adapter] == .running else { return .deviceRemoved }
    end(adapter, .reset)
    return .success
  }

  mutating func stop(_ adapter: Int) -> NTStatus {
    guard adapters[adapter] == .running else { return .deviceRemoved }
    adapters[adapter] = .stopped
    end(adapter, .stopped)
    return .success
  }

  mutating func start(_ adapter: Int) -> NTStatus {
    guard adapters[adapter] == .stopped else { return .invalidParameter }
    adapters[adapter] = .running
    return .success
  }

  mutating func surpriseRemoval(_ adapter: Int) -> NTStatus {
    guard adapters[adapter] == .running || adapters[adapter] == .stopped else { return .deviceRemoved }
    adapters[adapter] = .pulled
    end(adapter, .stopped)
    return .success
  }

  /// Nobody may use it; what NT handles hold goes with its driver.
  mutating func remove(_ adapter: Int) -> NTStatus {
    guard adapters[adapter] != .removed else { return .deviceRemoved }
    guard
      !processes.contains(where: { process in
        process.adapterHandles.contains { $0.adapter == adapter } || process.devices.contains { $0.adapter == adapter }
      })
    else { return .invalidParameter }
    adapters[adapter] = .removed
    for number in shared.keys where shared[number]!.adapter == adapter { shared[number]!.hasEnded = true }
    return .success
  }

  /// Every device on the adapter is lost. What it would have signalled comes to the largest value, unless its handle
  /// says otherwise (I-079).
  private mutating func end(_ adapter: Int, _ reason: Execution) {
    for process in processes.indices {
      for device in processes[process].devices.indices
      where processes[process].devices[device].adapter == adapter
        && processes[process].devices[device].execution == .active
      {
        processes[process].devices[device].execution = reason
        let lost = processes[process].devices[device].handle
        for object in processes[process].syncObjects
        where object.device == lost && object.flags & (SyncFlags.noSignal | SyncFlags.noSignalMaxValueOnTdr) == 0
          && syncObjects[object.object]!.isFence
        {
          set(object.object, to: .max)
        }
      }
    }
  }
}
