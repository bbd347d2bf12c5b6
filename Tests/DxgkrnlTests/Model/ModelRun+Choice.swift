import DxgTestKit

extension ModelRun {
  // MARK: Operations

  /// An operation for a process: mostly one that can come to something.
  mutating func chooseOperation(_ own: KernelModel.Process) -> Operation {
    // Who has nothing can do nothing, and who has no room can get nothing.
    let hasRoom = own.handles + 8 <= model.limits.handles
    if hasRoom, !random.once(in: 8), !own.devices.contains(where: { isServed($0) }) {
      guard model.adapters.contains(.running) else { return model.adapters.contains(.stopped) ? .start : .addAdapter }
      let canMake = own.adapterHandles.contains { model.adapters[$0.adapter] == .running }
      return canMake ? .createDevice : .openAdapter
    }
    for _ in 0..<8 {
      let operation = drawOperation()
      if isPromising(operation, own) || random.once(in: 8) { return operation }
    }
    return .create
  }

  func isServed(_ device: KernelModel.Device) -> Bool {
    device.execution == .active && model.adapters[device.adapter] == .running
  }

  /// Whether there is what the operation is about.
  private func isPromising(_ operation: Operation, _ own: KernelModel.Process) -> Bool {
    switch operation {
    case .closeAdapter: own.adapterHandles.count > 1
    case .destroyDevice: own.devices.count > 1 || !own.devices.isEmpty && !isServed(own.devices[0])
    case .destroyList: own.allocations.contains { $0.shared == nil }
    case .destroyResource: !own.resources.isEmpty
    case .lock2, .lock, .setPriority, .getPriority: !own.allocations.isEmpty
    case .unlock2: own.allocations.contains { $0.locks2 > 0 }
    case .unlock: own.allocations.contains { $0.locks > 0 }
    case .start: model.adapters.contains(.stopped)
    case .query, .open: !model.shared.isEmpty
    case .share: own.syncObjects.contains { model.syncObjects[$0.object]!.isNtSecured } || !own.resources.isEmpty
    case .openByName: model.ntObjects.values.contains { $0.name != nil }
    case .duplicate, .closeNtHandle: model.ntHandles.contains { $0.process == own.ordinal }
    case .openMutex: model.mutexes.values.contains { $0.globalHandle != 0 }
    case .acquire, .destroyMutex: !own.mutexes.isEmpty
    case .release: own.mutexes.contains { model.owns(own.ordinal, $0) }
    case .openSync: model.syncObjects.values.contains(where: \.isShared)
    case .destroySync: !own.syncObjects.isEmpty
    case .signal, .wait: own.syncObjects.contains { model.syncObjects[$0.object]!.isFence }
    default: true
    }
  }

  private mutating func drawOperation() -> Operation {
    var pick = random.below(weights.reduce(0, +))
    for (operation, weight) in zip(Operation.allCases, weights) {
      if pick < weight { return operation }
      pick -= weight
    }
    return .create
  }

  // MARK: Handles

  /// A handle: mostly a live one of that list, else stale, of another kind or process, or nonsense.
  mutating func chooseHandle(_ live: [UInt32]) -> UInt32 {
    switch random.below(20) {
    case 0...15 where !live.isEmpty: return random.pick(live)
    case 16, 17: return random.pick(formerHandles)
    case 18:
      let other = model.processes[random.below(model.processes.count)]
      return random.pick(
        [0] + other.devices.map(\.handle) + other.allocations.map(\.handle) + other.resources.map(\.handle)
          + other.mutexes.map(\.handle) + other.syncObjects.map(\.handle))
    default:
      return random.pick([0, 1, 0x3FFF_FFC0, 0x4000_0001, 0xC000_0000, .max, UInt32(truncatingIfNeeded: random.next())])
    }
  }

  /// A device: mostly one that works.
  mutating func chooseDevice(_ own: KernelModel.Process) -> UInt32 {
    let active = own.devices.filter { isServed($0) }
    return chooseHandle((active.isEmpty || random.once(in: 8) ? own.devices : active).map(\.handle))
  }

  /// An allocation, mostly one of those, and a device: mostly its own.
  mutating func chooseAllocation(
    _ own: KernelModel.Process, _ isMeant: (KernelModel.Allocation) -> Bool = { _ in true }
  ) -> (handle: UInt32, device: UInt32) {
    let meant = own.allocations.filter(isMeant)
    let handle = chooseHandle((meant.isEmpty ? own.allocations : meant).map(\.handle))
    let owner = own.allocations.first { $0.handle == handle }?.device
    return (handle, random.once(in: 8) ? chooseHandle(own.devices.map(\.handle)) : owner ?? 0)
  }

  /// A global handle: mostly one of those.
  mutating func chooseGlobal(_ live: [UInt32], _ own: KernelModel.Process) -> UInt32 {
    switch random.below(16) {
    case 0...12 where !live.isEmpty: random.pick(live)
    case 13, 14: random.pick(formerGlobals)
    default: chooseHandle(own.resources.map(\.handle) + own.mutexes.map(\.handle) + own.syncObjects.map(\.handle))
    }
  }

  // MARK: Creations

  mutating func chooseRequest(onCallerMemory: Bool) -> ModelRequest {
    var request = ModelRequest()
    request.size = random.pick([1, 4095, 4096, 4097, 3 << 12, 20 << 12, UInt64(1 + random.below(64 << 10))])
    if onCallerMemory {
      request.callerMemory = Self.callerMemory.lowerBound + UInt64(random.below(1024)) << 12
    }
    switch random.below(40) {
    case 0: request.size = 0
    case 1: request.alignment = 24
    case 2: request.isBroken = true
    case 3: request.isStereo = true
    case 4: (request.isPrimary, request.segments) = (true, 0b101)
    case 5: (request.isPrimary, request.isStereo, request.segments) = (true, true, 0b101)
    case 6: request.isProtected = true
    case 7:
      request.callerMemory = random.pick([Self.callerMemory.lowerBound + 8, 0x1000, .max - 4095])
      request.callerMemoryIsGood = false
    case 8...12: request.segments = random.pick([0, 0b001, 0b011, 0b100])
    case 13, 14: request.priority = random.pick([1, 0x2800_0000, 0xC800_0000])
    default: break
    }
    return request
  }

  mutating func chooseCreation(_ own: KernelModel.Process) -> ModelCreation {
    let onCallerMemory = random.once(in: 5)
    var creation = ModelCreation(device: chooseDevice(own), resource: 0, requests: [])
    for _ in 0..<random.pick([0, 1, 1, 1, 1, 2, 3, 5]) {
      creation.requests.append(chooseRequest(onCallerMemory: onCallerMemory))
    }
    switch random.below(16) {
    case 0...3: creation.createsResource = true
    case 4, 5: (creation.createsResource, creation.isShared) = (true, true)
    case 6, 7: (creation.createsResource, creation.isShared, creation.isNtSecured) = (true, true, true)
    case 8: creation.resource = chooseHandle(own.resources.map(\.handle))
    case 9: creation.resource = chooseHandle(own.resources.filter { $0.device == creation.device }.map(\.handle))
    case 10 where random.once(in: 4):
      (creation.createsResource, creation.isShared, creation.isNtSecured) = (
        random.once(in: 2), random.once(in: 2), random.once(in: 2)
      )
      creation.resource = chooseHandle(own.resources.map(\.handle))
      creation.hasBarredFlag = random.once(in: 4)
      creation.isStandard = random.once(in: 4)
    default: break
    }
    return creation
  }
}
