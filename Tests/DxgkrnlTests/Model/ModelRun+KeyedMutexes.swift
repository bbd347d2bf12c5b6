import Dxgkrnl
import DxgTestKit
import WDDM

extension ModelRun {
  mutating func stepMutex(_ operation: Operation, _ process: Int, _ own: KernelModel.Process) throws {
    switch operation {
    case .createMutex: try createMutex(process)
    case .openMutex: try openMutex(process, own)
    case .acquire: try acquire(process, own)
    case .release:
      let owners = own.mutexes.filter { model.owns(own.ordinal, $0) }
      let handle = chooseHandle((random.once(in: 8) ? own.mutexes : owners).map(\.handle))
      let (key, fence, data) = (chooseKey(), random.next(), chooseData())
      let status = model.release(process, handle, key: key, fence: fence, data: data)
      try same(operation, process, "\(hex: handle) with \(key)", status) { [processes] in
        try processes[process].releaseKeyedMutex(handle, key: key, fence: fence, runtimeData: data)
      }
    default:
      let handle = chooseHandle(own.mutexes.map(\.handle))
      try same(operation, process, "\(hex: handle)", model.destroyMutex(process, handle)) { [processes] in
        try processes[process].destroyKeyedMutex(handle)
      }
    }
  }

  private mutating func createMutex(_ process: Int) throws {
    let (key, data) = (chooseKey(), chooseData())
    let flags: UInt32 = random.once(in: 16) ? 2 : UInt32(random.below(2))
    let (status, handle) = model.createMutex(process, initial: key, flags: flags, data: data)
    formerHandles.append(handle)
    var globalShare: UInt32 = 0
    let expected = [handle, UInt32(data.count), flags == 0 ? 1 : 0]
    try same(.createMutex, process, "\(key), flags \(flags)", status, expected) { [processes] in
      let made = try processes[process].createKeyedMutex(initialValue: key, flags: flags, runtimeData: data)
      globalShare = made.globalShare
      return [made.handle, made.runtimeDataSize, made.globalShare == 0 ? 0 : 1]
    }
    guard globalShare != 0 else { return }
    model.mutexes[model.processes[process].mutexes.last!.mutex]!.globalHandle = globalShare
    formerGlobals.append(globalShare)
  }

  /// Mostly by a global handle; what an NT handle names is something else.
  private mutating func openMutex(_ process: Int, _ own: KernelModel.Process) throws {
    let kernel = processes[process]
    guard !random.once(in: 16) else {
      let handle = chooseNtHandle(own.ordinal)
      return try same(.openMutex, process, "NT handle \(handle)", model.openMutex(process, nt: handle)) {
        _ = try kernel.openKeyedMutex(ntHandle: handle, buffer: RuntimeDataBuffer())
      }
    }
    let global = chooseGlobal(
      model.mutexes.sorted { $0.key < $1.key }.map(\.value.globalHandle).filter { $0 != 0 }, own)
    let size = random.pick([nil, 0, 0, 16, 16, 24])
    let (status, handle) = model.openMutex(process, global: global, size: size)
    try same(.openMutex, process, "\(hex: global), size \(size ?? -1)", status, handle) {
      let buffer = size.map { RuntimeDataBuffer(size: UInt32($0), isNull: $0 == 0) }
      return try kernel.openKeyedMutex(globalHandle: global, buffer: buffer).handle
    }
  }

  /// A call that would wait is given no time.
  private mutating func acquire(_ process: Int, _ own: KernelModel.Process) throws {
    let handle = chooseHandle(own.mutexes.map(\.handle))
    var key = chooseKey()
    if let known = own.mutexes.first(where: { $0.handle == handle }), random.once(in: 2),
      case .nobody(let free) = model.mutexes[known.mutex]!.holder
    {
      key = free
    }
    let size = random.pick([nil, 0, 16, 16, 24])
    let (status, expected) = model.acquire(process, handle, key: key, size: size ?? 0)
    let mayWait = expected != .timeout && random.once(in: 2)
    try same(.acquire, process, "\(hex: handle) with \(key)", status, expected) { [processes] in
      let buffer = size.map { RuntimeDataBuffer(size: UInt32($0), isNull: $0 == 0) }
      return KernelModel.Acquisition(
        try processes[process].acquireKeyedMutex(
          handle, key: key, timeout: mayWait ? .never : .after(0), buffer: buffer))
    }
  }

  private mutating func chooseKey() -> UInt64 { random.pick([0, 0, 1, 2, .max]) }
}

extension KernelModel.Acquisition {
  fileprivate init(_ given: KeyedMutexAcquisition) {
    self =
      switch given {
      case .acquired(let fence, let data): .acquired(fence: fence, data: data)
      case .timeout: .timeout
      case .abandoned: .abandoned
      }
  }
}
