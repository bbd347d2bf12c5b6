import DDI
import Dxgkrnl
import DxgTestKit
import Testing
import WDDM

/// Drives a kernel and its model through the same random operations and compares them after each.
///
/// The seed also chooses how the run behaves: how tight the limits are, how many adapters there are, and which
/// operations happen at all.
struct ModelRun {
  enum Operation: Int, CaseIterable {
    case openAdapter, closeAdapter, createDevice, destroyDevice, deviceState, markAsError
    case create, destroyList, destroyResource, lock, unlock
    case reset, stop, start, makeProcess, exit
    case query, open, share, duplicate, closeNtHandle
  }

  static let callerMemory: Range<UInt64> = 0x10_0000..<0x10_0000 + 64 << 20

  let seed: UInt64
  var random: SplitMix64
  var model: KernelModel
  let memory = TestMemory()
  let machine: Machine
  let drivers: [ScriptedMiniport]
  let adapters: [Adapter]
  var processes: [Process] = []
  /// Handles that some process had once: most are stale.
  var formerHandles: [UInt32] = [0]
  /// The same of global handles.
  var formerGlobals: [UInt32] = [0]
  let weights: [Int]

  init(seed: UInt64) throws {
    self.seed = seed
    random = SplitMix64(seed: seed)
    let limits = KernelModel.Limits(
      commit: random.pick([300 << 12, 3000 << 12, 1 << 40]), virtual: random.pick([200 << 12, 1 << 40]),
      handles: random.pick([30, 200, 1 << 24]))
    var kernelLimits = Limits()
    kernelLimits.commit = limits.commit
    kernelLimits.virtualBytes = limits.virtual
    kernelLimits.handles = limits.handles
    machine = Machine(memory: memory, limits: kernelLimits, records: false)
    let renames = random.once(in: 2)
    drivers = (0..<1 + random.below(3)).map { _ in ScriptedMiniport() }
    for driver in drivers { driver.script { $0.renamesResources = renames } }
    adapters = try drivers.map { [machine] in try machine.add($0) }
    model = KernelModel(limits: limits, adapters: adapters.map { _ in true })
    memory.allowCaller(address: Self.callerMemory.lowerBound, bytes: UInt64(Self.callerMemory.count))
    // What a client cannot do without happens in every run; of the rest a random half.
    weights = Operation.allCases.map { [random] operation in
      var random = random
      for _ in 0...operation.rawValue { _ = random.next() }
      return Self.isUsual(operation) || random.once(in: 2) ? Self.weight(of: operation) : 0
    }
    try makeProcess()
  }

  private static func isUsual(_ operation: Operation) -> Bool {
    switch operation {
    case .openAdapter, .closeAdapter, .createDevice, .destroyDevice, .create, .destroyList, .destroyResource, .start:
      true
    case .deviceState, .markAsError, .lock, .unlock, .reset, .stop, .makeProcess, .exit, .query, .open, .share,
      .duplicate, .closeNtHandle:
      false
    }
  }

  /// How often an operation happens, in a thousand or so.
  private static func weight(of operation: Operation) -> Int {
    switch operation {
    case .openAdapter, .closeAdapter: 20
    case .createDevice: 30
    case .destroyDevice: 15
    case .deviceState: 20
    case .markAsError, .reset, .makeProcess, .exit: 4
    case .stop: 2
    case .start: 30
    case .create: 400
    case .destroyList: 200
    case .destroyResource: 120
    case .lock, .unlock: 120
    case .open: 100
    case .query, .share: 40
    case .duplicate, .closeNtHandle: 25
    }
  }

  mutating func makeProcess() throws {
    processes.append(try machine.kernel.makeProcess())
    model.makeProcess()
  }
}

// MARK: - Choosing

extension ModelRun {
  mutating func chooseOperation() -> Operation {
    var pick = random.below(weights.reduce(0, +))
    for (operation, weight) in zip(Operation.allCases, weights) {
      if pick < weight { return operation }
      pick -= weight
    }
    return .create
  }

  /// A handle: mostly a live one of that list, else stale, of another kind or process, or nonsense.
  mutating func chooseHandle(_ live: [UInt32]) -> UInt32 {
    switch random.below(20) {
    case 0...15 where !live.isEmpty: return random.pick(live)
    case 16, 17: return random.pick(formerHandles)
    case 18:
      let other = model.processes[random.below(model.processes.count)]
      return random.pick(
        [0] + other.devices.map(\.handle) + other.allocations.map(\.handle) + other.resources.map(\.handle))
    default:
      return random.pick([0, 1, 0x3FFF_FFC0, 0x4000_0001, 0xC000_0000, .max, UInt32(truncatingIfNeeded: random.next())])
    }
  }

  mutating func chooseRequest(_ own: KernelModel.Process, onCallerMemory: Bool) -> ModelRequest {
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
    case 4: request.isPrimary = true
    case 5: (request.isPrimary, request.isStereo) = (true, true)
    case 6: request.isProtected = true
    case 7:
      request.callerMemory = random.pick([Self.callerMemory.lowerBound + 8, 0x1000, .max - 4095])
      request.callerMemoryIsGood = false
    default: break
    }
    return request
  }

  mutating func chooseCreation(_ own: KernelModel.Process) -> ModelCreation {
    let active = own.devices.filter { $0.execution == .active }
    let live = (active.isEmpty || random.once(in: 8) ? own.devices : active).map(\.handle)
    let onCallerMemory = random.once(in: 5)
    var creation = ModelCreation(device: chooseHandle(live), resource: 0, requests: [])
    for _ in 0..<random.pick([0, 1, 1, 1, 1, 2, 3, 5]) {
      creation.requests.append(chooseRequest(own, onCallerMemory: onCallerMemory))
    }
    switch random.below(16) {
    case 0...5: creation.createsResource = true
    case 6: (creation.createsResource, creation.isShared) = (true, true)
    case 7: (creation.createsResource, creation.isShared, creation.isNtSecured) = (true, true, true)
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
