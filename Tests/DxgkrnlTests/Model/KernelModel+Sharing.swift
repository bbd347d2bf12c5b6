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
    var ntHandles: [(process: UInt32, number: UInt64)] = []

    var commit: UInt64 { allocations.reduce(0) { $0 + ($1.callerMemory == 0 ? $1.size : 0) } }
    var held: UInt64 {
      allocations.reduce(0) { $0 + ($1.wasLocked && $1.callerMemory == 0 ? $1.size : 0) }
    }
  }

  /// How somebody names a shared resource.
  enum Source {
    case global(UInt32)
    case nt(UInt64)
  }

  mutating func share(_ process: Int, _ creation: ModelCreation, _ allocations: ArraySlice<Allocation>) {
    let adapter = processes[process].devices.first { $0.handle == creation.device }!.adapter
    shared[nextShared] = Shared(
      adapter: adapter, creator: processes[process].ordinal, isNtSecured: creation.isNtSecured,
      allocations: Array(allocations))
    nextShared += 1
  }

  /// Drops what nobody has any more.
  mutating func dropUnshared() {
    shared = shared.filter { number, shared in !shared.ntHandles.isEmpty || views(of: number) > 0 }
  }

  private func views(of number: Int) -> Int {
    processes.reduce(0) { $0 + $1.resources.count { $0.shared == number } }
  }

  /// - Returns: how many allocations there are to be opened.
  func query(_ process: Int, device: UInt32, _ source: Source) -> (NTStatus, Int) {
    let (status, number) = find(process, device, source)
    return (status, number.flatMap { shared[$0]?.allocations.count } ?? 0)
  }

  private func find(_ process: Int, _ device: UInt32, _ source: Source) -> (NTStatus, Int?) {
    let own = processes[process]
    guard let device = own.devices.first(where: { $0.handle == device }) else { return (.invalidParameter, nil) }
    let found: Int?
    switch source {
    case .global(let handle):
      // The global handle ends with the last view, whoever holds an NT handle (U-128).
      found = shared.first { $0.value.globalHandle == handle && handle != 0 && views(of: $0.key) > 0 }?.key
      if found == nil { return (.invalidParameter, nil) }
    case .nt(let handle):
      found = shared.first { $0.value.ntHandles.contains { $0 == (own.ordinal, handle) } }?.key
      if found == nil { return (.invalidHandle, nil) }
    }
    guard shared[found!]!.adapter == device.adapter else { return (.invalidParameter, nil) }
    return (.success, found)
  }

  /// - Returns: the handles: of the resource, then of its allocations.
  mutating func open(_ process: Int, device: UInt32, _ source: Source, count: Int) -> (NTStatus, [UInt32]) {
    let (status, number) = find(process, device, source)
    guard let number else { return (status, []) }
    let own = processes[process]
    let opened = own.devices.first { $0.handle == device }!
    guard opened.execution == .active, adapters[opened.adapter] else { return (.deviceRemoved, []) }
    let made = shared[number]!.allocations
    guard count > 0, count == made.count else { return (.invalidParameter, []) }
    guard own.handles + count + 1 <= limits.handles else { return (.noMemory, []) }
    let resource = processes[process].takeHandle()
    processes[process].resources.append(Resource(handle: resource, device: device, shared: number))
    var handles = [resource]
    for (index, original) in made.enumerated() {
      handles.append(processes[process].takeHandle())
      processes[process].allocations.append(
        Allocation(
          handle: handles.last!, device: device, resource: resource, size: original.size,
          callerMemory: original.callerMemory, isProtected: original.isProtected, shared: (number, index)))
    }
    return (.success, handles)
  }

  /// ShareObjects of one resource: which shared resource gets an NT handle.
  func shareable(_ process: Int, _ resource: UInt32) -> (NTStatus, Int?) {
    guard let number = processes[process].resources.first(where: { $0.handle == resource })?.shared,
      shared[number]!.isNtSecured
    else { return (.invalidParameter, nil) }
    return (.success, number)
  }

  mutating func closeNtHandle(_ process: Int, _ handle: UInt64) {
    let ordinal = processes[process].ordinal
    for number in shared.keys { shared[number]?.ntHandles.removeAll { $0 == (ordinal, handle) } }
    dropUnshared()
  }
}
