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
    /// Opened by an NT handle that does not allow writing.
    var isReadOnly = false
    var isShared: Bool { shared != nil }
  }

  struct Process {
    let ordinal: UInt32
    var nextHandle: UInt32 = 0x4000_0000
    var adapterHandles: [(handle: UInt32, adapter: Int)] = []
    var devices: [Device] = []
    var resources: [Resource] = []
    var allocations: [Allocation] = []
    var mutexes: [MutexHandle] = []
    var syncObjects: [SyncHandle] = []

    var handles: Int {
      adapterHandles.count + devices.count + resources.count + allocations.count + mutexes.count + syncObjects.count
    }
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
    /// Locks of one allocation.
    var locks: UInt32
  }

  let limits: Limits
  var adapters: [AdapterState]
  /// Whether the drivers are of WDDM 1.x.
  let isFirstGeneration: Bool
  var processes: [Process] = []
  var nextOrdinal: UInt32 = 0

  // What several processes may have open, by number.
  var shared: [Int: Shared] = [:]
  var mutexes: [Int: Mutex] = [:]
  var syncObjects: [Int: SyncObject] = [:]
  var ntObjects: [Int: NtObject] = [:]
  var nextNumber = 0

  var ntHandles: [NtHandle] = []
  /// Waits for fences that set an event when they are over.
  var waits: [FenceWait] = []
  /// How often each event was set.
  var events: [UInt64: Int] = [:]

  mutating func takeNumber() -> Int {
    defer { nextNumber += 1 }
    return nextNumber
  }
}

// MARK: - What there is

extension KernelModel {
  var commit: UInt64 {
    processes.reduce(0) {
      $0 + $1.allocations.reduce(0) { $0 + ($1.shared == nil && $1.callerMemory == 0 ? $1.size : 0) }
    }
      + shared.values.reduce(0) { $0 + $1.commit }
  }
  /// Allocations that drivers have, and what of them is open.
  var allocations: Int {
    processes.reduce(0) { $0 + $1.allocations.count { $0.shared == nil } }
      + shared.values.reduce(0) { $0 + ($1.hasEnded ? 0 : $1.allocations.count) }
  }
  var openings: Int { processes.reduce(0) { $0 + $1.allocations.count } }
  /// Mappings: of locked allocations, and of the values of fences, by the kernel and by those who read them.
  var views: Int {
    processes.reduce(0) { $0 + $1.allocations.count { $0.isLocked && $0.callerMemory == 0 } }
      + 2 * fencePages + sharedFences
      + processes.reduce(0) { $0 + $1.syncObjects.count { syncObjects[$0.object]!.isSharedFence } }
  }
  /// One for each process, the address window of each adapter, each shared resource, and each page of fences.
  var files: Int {
    processes.count + adapters.count + shared.values.count { !$0.hasEnded } + fencePages + sharedFences
  }
  /// Bytes that files hold.
  var held: UInt64 {
    processes.reduce(0) { $0 + $1.allocations.reduce(0) { $0 + ($1.wasLocked && $1.callerMemory == 0 ? $1.size : 0) } }
      + shared.values.reduce(0) { $0 + $1.held } + UInt64(fencePages + sharedFences) << 12
  }
  /// References on events: of CPU notifications, and of those who wait.
  var heldEvents: Int { syncObjects.values.count { $0.event != 0 } + waits.count }

  func devices(on adapter: Int) -> Int { processes.reduce(0) { $0 + $1.devices.count { $0.adapter == adapter } } }

  /// Pages that fences of one process share; nobody has more of them than one page has room for.
  private var fencePages: Int {
    processes.count { $0.syncObjects.contains { syncObjects[$0.object]!.isUnsharedFence } }
  }
  private var sharedFences: Int { syncObjects.values.count(where: \.isSharedFence) }
}

// MARK: - Processes

extension KernelModel {
  mutating func makeProcess() {
    processes.append(Process(ordinal: nextOrdinal))
    nextOrdinal += 1
  }

  /// What it owned is abandoned, waits through its handles are over, its NT handles are closed.
  mutating func exit(_ process: Int) {
    let own = processes[process]
    for mutex in own.mutexes { abandon(own.ordinal, mutex) }
    for object in own.syncObjects { endWaits(process, through: object.handle) }
    processes.remove(at: process)
    ntHandles.removeAll { $0.process == own.ordinal }
    dropUnreferenced()
  }

  /// Drops what nobody has any more: neither a handle of a process nor an NT handle.
  mutating func dropUnreferenced() {
    let named = Set(ntHandles.map(\.object))
    ntObjects = ntObjects.filter { number, _ in named.contains(number) }
    let used = Set(processes.flatMap { $0.resources.compactMap(\.shared) } + ntObjects.values.compactMap(\.resource))
    shared = shared.filter { number, _ in used.contains(number) }
    let mutexesUsed = Set(processes.flatMap { $0.mutexes.map(\.mutex) } + ntObjects.values.compactMap(\.mutex))
    mutexes = mutexes.filter { number, _ in mutexesUsed.contains(number) }
    let objectsUsed = Set(
      processes.flatMap { $0.syncObjects.map(\.object) } + ntObjects.values.compactMap(\.syncObject))
    syncObjects = syncObjects.filter { number, _ in objectsUsed.contains(number) }
  }

  /// Handles of processes and objects of NT handles.
  func references(toMutex number: Int) -> Int {
    processes.reduce(0) { $0 + $1.mutexes.count { $0.mutex == number } }
      + ntObjects.values.count { $0.mutex == number }
  }

  func references(toSyncObject number: Int) -> Int {
    processes.reduce(0) { $0 + $1.syncObjects.count { $0.object == number } }
      + ntObjects.values.count { $0.syncObject == number }
  }
}
