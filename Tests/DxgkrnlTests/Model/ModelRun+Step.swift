import DDI
import Dxgkrnl
import DxgTestKit
import Testing
import WDDM

extension ModelRun {
  /// One operation on both sides; what they answer must be the same.
  mutating func step() throws {
    let process = random.below(processes.count)
    let own = model.processes[process]
    let operation = chooseOperation(own)
    switch operation {
    case .openAdapter, .closeAdapter, .createDevice, .destroyDevice, .deviceState, .markAsError:
      try stepDevice(operation, process, own)
    case .reset, .stop, .start, .surpriseRemoval, .removeAdapter, .addAdapter: try stepAdapter(operation)
    case .create: try create(process, chooseCreation(own))
    case .destroyList: try destroyList(process, own)
    case .destroyResource: try destroyResource(process, own)
    case .lock2, .unlock2, .lock, .unlock: try stepLock(operation, process, own)
    case .setPriority, .getPriority: try stepPriority(operation, process, own)
    case .makeProcess:
      if processes.count < 4 { try makeProcess() }
    case .exit: if processes.count > 1 { exit(process) }
    case .query, .open, .share, .openByName, .duplicate, .closeNtHandle: try stepSharing(operation, process, own)
    case .createMutex, .openMutex, .acquire, .release, .destroyMutex: try stepMutex(operation, process, own)
    case .createSync, .openSync, .destroySync: try stepSync(operation, process, own)
    case .signal, .wait: try stepFence(operation, process, own)
    }
    if formerHandles.count > 64 { formerHandles.removeFirst(formerHandles.count - 64) }
    if formerGlobals.count > 16 { formerGlobals.removeFirst(formerGlobals.count - 16) }
  }

  private mutating func stepDevice(_ operation: Operation, _ process: Int, _ own: KernelModel.Process) throws {
    let kernel = processes[process]
    switch operation {
    case .openAdapter:
      let running = adapters.indices.filter { model.adapters[$0] == .running }
      let adapter =
        switch random.below(16) {
        case 0: Int?.none
        case 1, 2: random.below(adapters.count)
        default: running.isEmpty ? random.below(adapters.count) : random.pick(running)
        }
      let (status, handle) = model.openAdapter(process, adapter)
      try same(operation, process, "adapter \(adapter ?? -1)", status, handle) {
        try kernel.openAdapter(luid: adapter.map { [adapters] in adapters[$0].luid } ?? 1)
      }
    case .closeAdapter:
      let handle = chooseHandle(own.adapterHandles.map(\.handle))
      try same(operation, process, "\(hex: handle)", model.closeAdapter(process, handle)) {
        try kernel.closeAdapter(handle)
      }
    case .createDevice:
      let running = own.adapterHandles.filter { model.adapters[$0.adapter] == .running }
      let adapter = chooseHandle((running.isEmpty ? own.adapterHandles : running).map(\.handle))
      let flags: UInt32 = random.once(in: 16) ? 8 : 0
      let (status, handle) = model.createDevice(process, adapter, flags: flags)
      try same(operation, process, "on \(hex: adapter)", status, handle) {
        try kernel.createDevice(adapter: adapter, flags: flags)
      }
    case .destroyDevice:
      let handle = chooseHandle(own.devices.map(\.handle))
      try same(operation, process, "\(hex: handle)", model.destroyDevice(process, handle)) {
        try kernel.destroyDevice(handle)
      }
    case .deviceState:
      let handle = chooseHandle(own.devices.map(\.handle))
      let execution = model.execution(process, handle)
      let status: NTStatus = execution == nil ? .invalidParameter : .success
      try same(operation, process, "\(hex: handle)", status, execution?.rawValue) {
        guard case .execution(let state) = try kernel.deviceState(handle, type: 1) else { return nil }
        return state.rawValue
      }
    default:
      let handle = chooseHandle(own.devices.map(\.handle))
      try same(operation, process, "\(hex: handle)", model.markAsError(process, handle)) {
        try kernel.markDeviceAsError(handle, reason: 0x8000_0000)
      }
    }
  }

  /// What happens to an adapter while everybody goes on. One that is gone for good is replaced sooner or later.
  private mutating func stepAdapter(_ operation: Operation) throws {
    let stopped = adapters.indices.filter { model.adapters[$0] == .stopped }
    let index = operation == .start && !stopped.isEmpty ? random.pick(stopped) : random.below(adapters.count)
    let adapter = adapters[index]
    let mayGo = adapters.count < Self.adapters
    switch operation {
    case .reset:
      try same(operation, nil, "adapter \(index)", model.reset(index)) { try adapter.resetFromTimeout() }
    case .stop: try same(operation, nil, "adapter \(index)", model.stop(index)) { try adapter.stop() }
    case .start: try same(operation, nil, "adapter \(index)", model.start(index)) { try adapter.start() }
    case .surpriseRemoval:
      guard mayGo else { return }
      try same(operation, nil, "adapter \(index)", model.surpriseRemoval(index)) { try adapter.surpriseRemoval() }
    case .removeAdapter:
      guard mayGo else { return }
      try same(operation, nil, "adapter \(index)", model.remove(index)) { [machine] in
        try machine.kernel.remove(adapter)
      }
    default:
      guard mayGo else { return }
      journal.note { "addAdapter" }
      try addAdapter()
    }
  }

  /// Its NT handles are closed, as the system does, and it exits.
  private mutating func exit(_ process: Int) {
    let own = model.processes[process]
    journal.note { "process \(own.ordinal) exits" }
    journal.count(.exit, isSuccess: true)
    formerHandles += own.allocations.prefix(16).map(\.handle)
    model.exit(process)
    machine.ntHandles.closeAll(of: own.ordinal)
    processes.remove(at: process).exit()
    machine.kernel.finishClosedHandles()
  }
}

extension DefaultStringInterpolation {
  mutating func appendInterpolation(hex value: some BinaryInteger) {
    appendLiteral("0x" + String(value, radix: 16))
  }

  mutating func appendInterpolation(hex values: [some BinaryInteger]) {
    appendLiteral("[" + values.map { "0x" + String($0, radix: 16) }.joined(separator: ", ") + "]")
  }
}
