import WDDM

extension KernelModel {
  /// A resource that several processes may have open: it lives as long as a process has a view of it or an NT handle
  /// refers to it (I-019, I-020).
  struct Shared {
    let adapter: Int
    /// The ordinal of the process that created it.
    let creator: UInt32
    let isNtSecured: Bool
    /// As they were created: size, the caller's memory, whether the CPU may look, whether it ever did.
    var allocations: [Allocation]
    /// As the kernel chose it; 0 for none.
    var globalHandle: UInt32 = 0
    /// It went with its adapter, though an NT handle still names it.
    var hasEnded = false

    var commit: UInt64 { hasEnded ? 0 : allocations.reduce(0) { $0 + ($1.callerMemory == 0 ? $1.size : 0) } }
    var held: UInt64 {
      hasEnded ? 0 : allocations.reduce(0) { $0 + ($1.wasLocked && $1.callerMemory == 0 ? $1.size : 0) }
    }
  }

  /// How somebody names a shared resource.
  enum Source {
    case global(UInt32)
    case nt(UInt64)
  }

  /// - Returns: its number.
  mutating func share(_ process: Int, _ creation: ModelCreation) -> Int {
    let adapter = processes[process].devices.first { $0.handle == creation.device }!.adapter
    let number = takeNumber()
    shared[number] = Shared(
      adapter: adapter, creator: processes[process].ordinal, isNtSecured: creation.isNtSecured, allocations: [])
    return number
  }

  func views(of number: Int) -> Int {
    processes.reduce(0) { $0 + $1.resources.count { $0.shared == number } }
  }

  /// - Returns: how many allocations there are to be opened.
  func query(_ process: Int, device: UInt32, _ source: Source) -> (NTStatus, Int) {
    let (status, number, _) = find(process, device, source)
    return (status, number.flatMap { shared[$0]?.allocations.count } ?? 0)
  }

  private func find(_ process: Int, _ device: UInt32, _ source: Source) -> (NTStatus, Int?, NtHandle?) {
    guard let device = processes[process].devices.first(where: { $0.handle == device }) else {
      return (.invalidParameter, nil, nil)
    }
    let found: Int
    var named: NtHandle?
    switch source {
    case .global(let handle):
      // The global handle ends with the last view, whoever holds an NT handle (U-128).
      guard handle != 0,
        let known = shared.first(where: { $0.value.globalHandle == handle && views(of: $0.key) > 0 })?.key
      else { return (.invalidParameter, nil, nil) }
      found = known
    case .nt(let handle):
      let (status, known) = use(process, handle, asSyncObject: false)
      guard let known else { return (status, nil, nil) }
      found = ntObjects[known.object]!.resource!
      named = known
    }
    guard shared[found]!.adapter == device.adapter else { return (.invalidParameter, nil, nil) }
    return (.success, found, named)
  }

  /// What an opening gave: the resource, its allocations, and what the NT handle names beside it; 0 for none.
  struct Opened: Equatable {
    var handles: [UInt32] = []
    var mutex: UInt32 = 0
    var syncObject: UInt32 = 0
  }

  /// - Parameter data: what the caller brings for a keyed mutex.
  mutating func open(
    _ process: Int, device handle: UInt32, _ source: Source, count: Int, data: [UInt8]
  ) -> (NTStatus, Opened) {
    let (status, number, named) = find(process, handle, source)
    guard let number else { return (status, Opened()) }
    let (served, _) = device(process, handle)
    guard served == .success else { return (served, Opened()) }
    let made = shared[number]!.allocations
    guard count > 0, count == made.count else { return (.invalidParameter, Opened()) }
    let object = named.map { ntObjects[$0.object]! }
    var needed = count + 1
    guard processes[process].handles + needed <= limits.handles else { return (.noMemory, Opened()) }
    if let mutex = object?.mutex, !mutexes[mutex]!.takes(data.count) { return (.invalidParameter, Opened()) }
    needed += (object?.mutex == nil ? 0 : 1) + (object?.syncObject == nil ? 0 : 1)
    guard processes[process].handles + needed <= limits.handles else { return (.noMemory, Opened()) }

    let resource = processes[process].takeHandle()
    let isReadOnly = named.map { !$0.allowsWriting } ?? false
    processes[process].resources.append(
      Resource(handle: resource, device: handle, shared: number, isReadOnly: isReadOnly))
    var opened = Opened(handles: [resource])
    for (index, original) in made.enumerated() {
      var allocation = original
      allocation.handle = processes[process].takeHandle()
      (allocation.device, allocation.resource, allocation.shared) = (handle, resource, (number, index))
      allocation.wasLocked = false
      processes[process].allocations.append(allocation)
      opened.handles.append(allocation.handle)
    }
    if let mutex = object?.mutex {
      opened.mutex = addMutexHandle(process, mutex)
      if mutexes[mutex]!.data.isEmpty { mutexes[mutex]!.data = data }
    }
    if let syncObject = object?.syncObject {
      opened.syncObject = addSyncHandle(process, syncObject, device: handle, flags: 0)
    }
    return (.success, opened)
  }
}
