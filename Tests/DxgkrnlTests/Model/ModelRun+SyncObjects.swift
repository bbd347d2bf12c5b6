import Dxgkrnl
import DxgTestKit
import Testing
import WDDM

extension ModelRun {
  mutating func stepSync(_ operation: Operation, _ process: Int, _ own: KernelModel.Process) throws {
    switch operation {
    case .createSync: try createSync(process, own)
    case .openSync: try openSync(process, own)
    default:
      let handle = chooseHandle(own.syncObjects.map(\.handle))
      try same(operation, process, "\(hex: handle)", model.destroySync(process, handle)) { [processes] in
        try processes[process].destroySynchronizationObject(handle)
      }
    }
  }

  private mutating func createSync(_ process: Int, _ own: KernelModel.Process) throws {
    let device = chooseDevice(own)
    let type = UInt32(random.pick([1, 2, 3, 4, 5, 5, 5, 5, 5, 6, 0, 7]))
    let isVersion2 = !random.once(in: 8)
    let flags = chooseSyncFlags(type)
    let initial = type == 4 ? chooseEvent() : chooseValue()
    // More than fit into one page are not modelled.
    if type == 5, own.syncObjects.count(where: { model.syncObjects[$0.object]!.isUnsharedFence }) > 500 { return }
    let (status, handle) = model.createSync(
      process, device: device, type: type, flags: flags, initial: initial, isVersion2: isVersion2)
    formerHandles.append(handle)
    let request = SynchronizationObjectRequest(
      type: type, flags: SynchronizationObjectFlags(rawValue: flags), initial: initial, isVersion2: isVersion2)
    var (globalShare, address): (UInt32, UInt64) = (0, 0)
    let what = "type \(type) with \(hex: flags), \(initial) on \(hex: device)"
    try same(.createSync, process, what, status, [handle, flags & 3 == 1 ? 1 : 0]) { [processes] in
      let made = try processes[process].createSynchronizationObject(device: device, request)
      (globalShare, address) = (made.globalShare, made.valueAddress)
      return [made.handle, made.globalShare == 0 ? 0 : 1]
    }
    try noteValue(process, handle, address)
    guard globalShare != 0 else { return }
    model.syncObjects[model.processes[process].syncObjects.last!.object]!.globalHandle = globalShare
    formerGlobals.append(globalShare)
  }

  private mutating func openSync(_ process: Int, _ own: KernelModel.Process) throws {
    let kernel = processes[process]
    let (status, handle): (NTStatus, UInt32)
    var address: UInt64 = 0
    func note(_ opened: SynchronizationObjectOpened) -> UInt32 {
      address = opened.valueAddress
      return opened.handle
    }
    let globals = model.syncObjects.sorted { $0.key < $1.key }.map(\.value.globalHandle).filter { $0 != 0 }
    let canUse = model.ntHandles.contains { $0.process == own.ordinal && model.ntObjects[$0.object]!.isSyncObject }
    switch canUse ? random.below(3) : 0 {
    case 0:
      let global = chooseGlobal(globals, own)
      (status, handle) = model.openSync(process, global: global)
      try same(.openSync, process, "\(hex: global)", status, handle) {
        note(try kernel.openSynchronizationObject(globalHandle: global))
      }
    case 1:
      let nt = chooseNtHandle(own.ordinal, asSyncObject: true)
      (status, handle) = model.openSync(process, nt: nt)
      try same(.openSync, process, "NT handle \(nt)", status, handle) {
        note(try kernel.openSyncObject(ntHandle: nt))
      }
    default:
      let nt = chooseNtHandle(own.ordinal, asSyncObject: true)
      let device = chooseDevice(own)
      let flags = chooseSyncFlags(5)
      (status, handle) = model.openSync(process, nt: nt, device: device, flags: flags)
      try same(.openSync, process, "NT handle \(nt) on \(hex: device), \(hex: flags)", status, handle) {
        note(
          try kernel.openSyncObject(
            ntHandle: nt, device: device, flags: SynchronizationObjectFlags(rawValue: flags)))
      }
    }
    try noteValue(process, handle, address)
  }

  private mutating func chooseSyncFlags(_ type: UInt32) -> UInt32 {
    var flags: UInt32 = random.pick([0, 0, 1, 1, 3, 3, 2])
    if type == 5 { flags |= random.pick([0, 0, 0, 0, 16, 32, 48]) | random.pick([0, 0, 64]) }
    if random.once(in: 16) { flags |= 1 << UInt32(random.below(10)) }
    return flags
  }

  mutating func chooseEvent() -> UInt64 { random.once(in: 8) ? 77 : random.pick(events) }
  mutating func chooseValue() -> UInt64 { random.once(in: 32) ? .max : UInt64(random.below(20)) }
}

// MARK: - Signals and waits

extension ModelRun {
  mutating func stepFence(_ operation: Operation, _ process: Int, _ own: KernelModel.Process) throws {
    let fences = own.syncObjects.filter { model.syncObjects[$0.object]!.isFence }.map(\.handle)
    let device = chooseDevice(own)
    var (list, values): ([UInt32], [UInt64]) = ([], [])
    for _ in 0..<random.pick([1, 1, 1, 1, 2, 2, 3, random.once(in: 8) ? 33 : 0]) {
      let isAny = fences.isEmpty || random.once(in: 16)
      list.append(isAny ? chooseHandle(own.syncObjects.map(\.handle)) : random.pick(fences))
      values.append(chooseValue(list.last!, own))
    }
    let kernel = processes[process]
    if operation == .signal {
      let flags: UInt32 = random.pick([0, 0, 0, 0, 4, 4, 4, 1])
      let status = model.signal(process, device: device, list, values, flags: flags)
      try same(operation, process, "\(hex: list) \(values) on \(hex: device), \(flags)", status) { [list, values] in
        try kernel.signalSynchronizationObjects(
          device: device, objects: list.span, values: values.span, flags: flags)
      }
      // The values are there when the call returns (I-077).
      if status == .success { for handle in list { try checkValue(process, handle) } }
    } else {
      let flags: UInt32 = random.pick([0, 0, 1, 1, 2])
      // A call that would sleep gets an event instead.
      let sleeps = model.sleeps(process, device: device, list, values, flags: flags)
      let event = sleeps || random.once(in: 2) ? chooseEvent() : 0
      let status = model.wait(process, device: device, list, values, event: event, flags: flags)
      let what = "\(hex: list) \(values) on \(hex: device), \(flags), event \(event)"
      try same(operation, process, what, status) { [list, values] in
        try kernel.waitForSynchronizationObjects(
          device: device, objects: list.span, values: values.span, asyncEvent: event, flags: flags)
      }
    }
  }

  /// A value near that of the fence.
  private mutating func chooseValue(_ handle: UInt32, _ own: KernelModel.Process) -> UInt64 {
    guard let known = own.syncObjects.first(where: { $0.handle == handle }), !random.once(in: 8) else {
      return chooseValue()
    }
    return model.syncObjects[known.object]!.value &+ UInt64(random.below(5)) &- 1
  }

  // MARK: What clients read

  /// Remembers where the client of a new handle reads the value: of a fence, and of nothing else.
  private mutating func noteValue(_ process: Int, _ handle: UInt32, _ address: UInt64) throws {
    let own = model.processes[process]
    guard let known = own.syncObjects.last, known.handle == handle else { return }
    try #require((address != 0) == model.syncObjects[known.object]!.isFence, trail)
    guard address != 0 else { return }
    valueAddresses[ClientHandle(process: own.ordinal, handle: handle)] = address
    try checkValue(process, handle)
  }

  func checkValue(_ process: Int, _ handle: UInt32) throws {
    let own = model.processes[process]
    let address = valueAddresses[ClientHandle(process: own.ordinal, handle: handle)]
    guard let known = own.syncObjects.first(where: { $0.handle == handle }), let address else { return }
    let value = try #require(memory.load(address), trail)
    try #require(value == model.syncObjects[known.object]!.value, trail)
  }
}
