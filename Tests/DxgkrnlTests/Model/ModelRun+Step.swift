import DDI
import Dxgkrnl
import DxgTestKit
import Testing
import WDDM

extension ModelRun {
  /// One operation on both sides; what they answer must be the same.
  mutating func step() throws {
    let operation = chooseOperation()
    let process = random.below(processes.count)
    let own = model.processes[process]
    let kernel = processes[process]
    switch operation {
    case .openAdapter:
      let adapter = random.once(in: 16) ? nil : random.below(adapters.count)
      let (status, handle) = model.openAdapter(process, adapter)
      try same(operation, status, handle) {
        try kernel.openAdapter(luid: adapter.map { [adapters] in adapters[$0].luid } ?? 1)
      }
    case .closeAdapter:
      let handle = chooseHandle(own.adapterHandles.map(\.handle))
      try same(operation, model.closeAdapter(process, handle)) { try kernel.closeAdapter(handle) }
    case .createDevice:
      let adapter = chooseHandle(own.adapterHandles.map(\.handle))
      let flags: UInt32 = random.once(in: 16) ? 8 : 0
      let (status, handle) = model.createDevice(process, adapter, flags: flags)
      try same(operation, status, handle) { try kernel.createDevice(adapter: adapter, flags: flags) }
    case .destroyDevice:
      let handle = chooseHandle(own.devices.map(\.handle))
      try same(operation, model.destroyDevice(process, handle)) { try kernel.destroyDevice(handle) }
    case .deviceState:
      let handle = chooseHandle(own.devices.map(\.handle))
      let execution = model.execution(process, handle)
      try same(operation, execution == nil ? .invalidParameter : .success, execution?.rawValue) {
        guard case .execution(let state) = try kernel.deviceState(handle, type: 1) else { return nil }
        return state.rawValue
      }
    case .markAsError:
      let handle = chooseHandle(own.devices.map(\.handle))
      try same(operation, model.markAsError(process, handle)) {
        try kernel.markDeviceAsError(handle, reason: 0x8000_0000)
      }
    case .create: try create(process, chooseCreation(own))
    case .destroyList: try destroyList(process, own)
    case .destroyResource:
      let resource = chooseHandle(own.resources.map(\.handle))
      let owner = own.resources.first { $0.handle == resource }?.device
      let device = random.once(in: 8) ? chooseHandle(own.devices.map(\.handle)) : owner ?? 0
      guard resource != 0 else { return }
      let listIsNull = !random.once(in: 16)
      try same(operation, model.destroyResource(process, device: device, resource, listIsNull: listIsNull)) {
        try kernel.destroyAllocation(
          device: device, resource: resource, allocations: [UInt32]().span, listIsNull: listIsNull, flags: [])
      }
    case .lock, .unlock:
      let handle = chooseHandle(own.allocations.map(\.handle))
      let owner = own.allocations.first { $0.handle == handle }?.device
      let device = random.once(in: 8) ? chooseHandle(own.devices.map(\.handle)) : owner ?? 0
      if operation == .lock {
        let flags: UInt32 = random.once(in: 16) ? 1 : 0
        try same(operation, model.lock(process, device: device, handle, flags: flags)) {
          _ = try kernel.lock2(device: device, allocation: handle, flags: flags)
        }
      } else {
        try same(operation, model.unlock(process, device: device, handle)) {
          try kernel.unlock2(device: device, allocation: handle)
        }
      }
    case .reset, .stop, .start:
      let index = random.below(adapters.count)
      let adapter = adapters[index]
      switch operation {
      case .reset: try same(operation, model.reset(index)) { try adapter.resetFromTimeout() }
      case .stop: try same(operation, model.stop(index)) { try adapter.stop() }
      default: try same(operation, model.start(index)) { try adapter.start() }
      }
    case .makeProcess:
      if processes.count < 4 { try makeProcess() }
    case .exit:
      guard processes.count > 1 else { return }
      formerHandles += own.allocations.map(\.handle)
      model.exit(process)
      machine.ntHandles.closeAll(of: own.ordinal)
      processes.remove(at: process).exit()
      machine.kernel.finishClosedHandles()
    case .query, .open, .share, .duplicate, .closeNtHandle: try stepSharing(operation, process)
    }
    if formerHandles.count > 64 { formerHandles.removeFirst(formerHandles.count - 64) }
    if formerGlobals.count > 16 { formerGlobals.removeFirst(formerGlobals.count - 16) }
  }

  private mutating func create(_ process: Int, _ creation: ModelCreation) throws {
    let (status, resource, handles) = model.create(process, creation)
    formerHandles += handles.prefix(1)
    var flags: CreateAllocationFlags = []
    if creation.createsResource { flags.insert(.createResource) }
    if creation.isShared { flags.insert(.createShared) }
    if creation.isNtSecured { flags.insert(.ntSecuritySharing) }
    if creation.hasBarredFlag { flags.insert(.createProtected) }
    if creation.isStandard { flags.formUnion([.standardAllocation, .existingSysMem]) }
    let requests = creation.requests.map { request in
      var answer = AllocationAnswer(
        size: request.size, flags: request.isProtected ? .protected : .cpuVisible,
        segments: request.isPrimary ? 0b101 : 0b111)
      answer.alignment = request.alignment
      answer.leavesHandleNull = request.isBroken ? 1 : 0
      return AllocationRequest(
        answer, systemMemory: request.callerMemory,
        flags: (request.isPrimary ? 1 : 0) | (request.isStereo ? 2 : 0))
    }
    var globalShare: UInt32 = 0
    try same(.create, status, [resource] + handles) { [processes] in
      let created = try processes[process].create(
        CreateAllocationArguments(device: creation.device, resource: creation.resource, flags: flags), requests)
      try #require((created.globalShare != 0) == (creation.isShared && !creation.isNtSecured), "seed \(seed)")
      globalShare = created.globalShare
      return [created.resource] + created.allocations
    }
    guard globalShare != 0 else { return }
    model.shared[model.nextShared - 1]?.globalHandle = globalShare
    formerGlobals.append(globalShare)
  }

  private mutating func destroyList(_ process: Int, _ own: KernelModel.Process) throws {
    var list: [UInt32] = []
    let first = chooseHandle(own.allocations.map(\.handle))
    let known = own.allocations.first { $0.handle == first }
    list.append(first)
    let alike = own.allocations.filter { $0.device == known?.device && $0.resource == known?.resource }.map(\.handle)
    for _ in 0..<random.below(4) {
      list.append(chooseHandle(random.once(in: 8) ? own.allocations.map(\.handle) : alike))
    }
    // Often the same one comes twice by chance; mostly that is not what is wanted.
    if !random.once(in: 8) { list = list.reduce(into: []) { if !$0.contains($1) { $0.append($1) } } }
    let device = random.once(in: 8) ? chooseHandle(own.devices.map(\.handle)) : known?.device ?? 0
    try same(.destroyList, model.destroyList(process, device: device, list)) { [processes, list] in
      try processes[process].destroyAllocation(
        device: device, resource: 0, allocations: list.span, listIsNull: false, flags: [])
    }
  }

  func same(_ operation: Operation, _ status: NTStatus, _ body: () throws -> Void) throws {
    try same(operation, status, 0) {
      try body()
      return 0
    }
  }

  /// Compares the status, and after success what came back.
  func same<Answer: Equatable>(
    _ operation: Operation, _ status: NTStatus, _ answer: Answer, _ body: () throws -> Answer
  ) throws {
    do {
      let given = try body()
      try #require(status == .success, "seed \(seed): \(operation) succeeded")
      try #require(given == answer, "seed \(seed): \(operation)")
    } catch let refusal as Refusal {
      try #require(refusal.status == status, "seed \(seed): \(operation): \(refusal.reason)")
    }
  }
}
