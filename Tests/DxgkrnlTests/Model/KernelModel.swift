import WDDM

/// The kernel as its contract describes it, and nothing more: lists that are searched from front to back. It shares the
/// vocabulary with the kernel and no line of code.
struct KernelModel {
  enum Execution: UInt32 { case active = 1, reset = 2, stopped = 4, error = 6 }

  struct Device {
    let handle: UInt32
    let adapter: Int
    var execution = Execution.active
  }

  struct Resource {
    let handle: UInt32
    let device: UInt32
    /// The number of what it shares with others; nil for a resource of one process.
    var shared: Int?
    /// Whether it is the creator's own view of that.
    var isCreators = false
    var isShared: Bool { shared != nil }
  }

  struct Allocation {
    let handle: UInt32
    let device: UInt32
    /// 0 for a stand-alone one.
    let resource: UInt32
    /// Bytes, in whole pages.
    let size: UInt64
    /// The caller's memory, or 0.
    let callerMemory: UInt64
    let isProtected: Bool
    var locks: UInt32 = 0
    /// Whether it was ever locked, so that its file holds its pages. Of a shared one ``Shared`` knows.
    var wasLocked = false
    /// Which allocation of which shared resource it opens.
    var shared: (number: Int, index: Int)?
  }

  struct Process {
    let ordinal: UInt32
    var nextHandle: UInt32 = 0x4000_0000
    var adapterHandles: [(handle: UInt32, adapter: Int)] = []
    var devices: [Device] = []
    var resources: [Resource] = []
    var allocations: [Allocation] = []

    var handles: Int { adapterHandles.count + devices.count + resources.count + allocations.count }
    /// Bytes that it is charged for: what it created, and shared ones as long as it has its own view of them.
    var commit: UInt64 { created.reduce(0) { $0 + ($1.callerMemory == 0 ? $1.size : 0) } }
    var callerMemory: UInt64 { created.reduce(0) { $0 + ($1.callerMemory == 0 ? 0 : $1.size) } }

    private var created: [Allocation] {
      let opened = Set(resources.filter { $0.isShared && !$0.isCreators }.map(\.handle))
      return opened.isEmpty ? allocations : allocations.filter { !opened.contains($0.resource) }
    }

    mutating func takeHandle() -> UInt32 {
      defer { nextHandle += 0x40 }
      return nextHandle
    }
  }

  struct Limits {
    var commit: UInt64
    var virtual: UInt64
    var handles: Int
  }

  let limits: Limits
  /// Whether each adapter runs.
  var adapters: [Bool]
  var processes: [Process] = []
  var nextOrdinal: UInt32 = 0
  /// What several processes may have open, by number.
  var shared: [Int: Shared] = [:]
  var nextShared = 0

  var commit: UInt64 {
    processes.reduce(0) {
      $0 + $1.allocations.reduce(0) { $0 + ($1.shared == nil && $1.callerMemory == 0 ? $1.size : 0) }
    }
      + shared.values.reduce(0) { $0 + $1.commit }
  }
  /// Allocations that drivers have, and what of them is open.
  var allocations: Int {
    processes.reduce(0) { $0 + $1.allocations.count { $0.shared == nil } }
      + shared.values.reduce(0) { $0 + $1.allocations.count }
  }
  var openings: Int { processes.reduce(0) { $0 + $1.allocations.count } }
  var views: Int { processes.reduce(0) { $0 + $1.allocations.count { $0.locks > 0 && $0.callerMemory == 0 } } }
  /// Bytes that files hold.
  var held: UInt64 {
    processes.reduce(0) { $0 + $1.allocations.reduce(0) { $0 + ($1.wasLocked && $1.callerMemory == 0 ? $1.size : 0) } }
      + shared.values.reduce(0) { $0 + $1.held }
  }

  func devices(on adapter: Int) -> Int { processes.reduce(0) { $0 + $1.devices.count { $0.adapter == adapter } } }
}

// MARK: - Processes, adapters, devices

extension KernelModel {
  mutating func makeProcess() {
    processes.append(Process(ordinal: nextOrdinal))
    nextOrdinal += 1
  }

  mutating func exit(_ process: Int) {
    let ordinal = processes.remove(at: process).ordinal
    for number in shared.keys { shared[number]?.ntHandles.removeAll { $0.process == ordinal } }
    dropUnshared()
  }

  mutating func openAdapter(_ process: Int, _ adapter: Int?) -> (NTStatus, UInt32) {
    guard let adapter else { return (.invalidParameter, 0) }
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
    guard adapters[adapter.adapter] else { return (.deviceRemoved, 0) }
    guard processes[process].handles < limits.handles else { return (.noMemory, 0) }
    let handle = processes[process].takeHandle()
    processes[process].devices.append(Device(handle: handle, adapter: adapter.adapter))
    return (.success, handle)
  }

  mutating func destroyDevice(_ process: Int, _ handle: UInt32) -> NTStatus {
    guard processes[process].devices.contains(where: { $0.handle == handle }) else { return .invalidParameter }
    processes[process].devices.removeAll { $0.handle == handle }
    processes[process].resources.removeAll { $0.device == handle }
    processes[process].allocations.removeAll { $0.device == handle }
    dropUnshared()
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

  mutating func reset(_ adapter: Int) -> NTStatus {
    guard adapters[adapter] else { return .deviceRemoved }
    end(adapter, .reset)
    return .success
  }

  mutating func stop(_ adapter: Int) -> NTStatus {
    guard adapters[adapter] else { return .deviceRemoved }
    adapters[adapter] = false
    end(adapter, .stopped)
    return .success
  }

  mutating func start(_ adapter: Int) -> NTStatus {
    guard !adapters[adapter] else { return .invalidParameter }
    adapters[adapter] = true
    return .success
  }

  private mutating func end(_ adapter: Int, _ reason: Execution) {
    for process in processes.indices {
      for device in processes[process].devices.indices
      where processes[process].devices[device].adapter == adapter
        && processes[process].devices[device].execution == .active
      {
        processes[process].devices[device].execution = reason
      }
    }
  }
}
