import Dxgkrnl
import DxgTestKit
import Testing
import WDDM

extension ModelRun {
  /// One operation of sharing on both sides.
  mutating func stepSharing(_ operation: Operation, _ process: Int, _ own: KernelModel.Process) throws {
    switch operation {
    case .query: try query(process, own)
    case .open: try open(process, own)
    case .share: try share(process, own)
    case .openByName: try openByName(process, own)
    case .duplicate:
      let target = random.below(processes.count)
      let handle = chooseNtHandle(own.ordinal)
      let ordinal = model.processes[target].ordinal
      guard let made = machine.ntHandles.duplicate(handle, from: own.ordinal, to: ordinal) else { return }
      journal.note { "duplicate \(handle) of process \(own.ordinal) to \(ordinal): \(made)" }
      journal.count(operation, isSuccess: true)
      let known = try #require(model.ntHandle(own.ordinal, handle), trail)
      model.ntHandles.append(
        KernelModel.NtHandle(process: ordinal, number: made, object: known.object, access: known.access))
    default:
      let handle = chooseNtHandle(own.ordinal)
      journal.note { "process \(own.ordinal) closes \(handle)" }
      journal.count(operation, isSuccess: model.ntHandle(own.ordinal, handle) != nil)
      model.closeNtHandle(process, handle)
      processes[process].closeNtHandle(handle)
    }
  }

  private mutating func query(_ process: Int, _ own: KernelModel.Process) throws {
    let source = chooseSource(own)
    let device = chooseDevice(own, for: source)
    let (status, count) = model.query(process, device: device, source)
    try same(.query, process, "\(source) on \(hex: device)", status, UInt32(count)) { [processes] in
      try processes[process].queryResourceInfo(device: device, source.share).allocations
    }
  }

  private mutating func open(_ process: Int, _ own: KernelModel.Process) throws {
    let source = chooseSource(own)
    let device = chooseDevice(own, for: source)
    let (_, known) = model.query(process, device: device, source)
    let count = random.once(in: 8) ? random.below(4) : known
    let data = chooseData()
    let (status, expected) = model.open(process, device: device, source, count: count, data: data)
    formerHandles += expected.handles.prefix(1)
    var elements = [OpenedElement](repeating: OpenedElement(), count: count)
    try same(.open, process, "\(source) on \(hex: device)", status, expected) { [processes] in
      var span = elements.mutableSpan
      var arguments = OpenResourceArguments(device: device, source: source.share, keyedMutexData: data)
      // The buffer may be larger than what goes into it (U-116).
      arguments.totalSize = 1 << 16
      let opened = try processes[process].openResource(arguments, elements: &span)
      return KernelModel.Opened(
        handles: [opened.resource] + elements.map(\.handle), mutex: opened.keyedMutex, syncObject: opened.syncObject)
    }
  }

  private mutating func share(_ process: Int, _ own: KernelModel.Process) throws {
    let list = chooseObjects(own)
    let name = random.once(in: 2) ? nil : chooseName()
    let access = chooseAccess()
    let (status, object) = model.share(process, list, name: name)
    var made: UInt64 = 0
    try same(.share, process, "\(hex: list) as \(name ?? "nothing")", status) { [processes] in
      made = try processes[process].shareObjects(
        list.span, access: AccessRights(rawValue: access),
        attributes: NtObjectAttributes(name: name.map { NtName($0) }))
    }
    guard let object else { return }
    model.ntHandles.append(KernelModel.NtHandle(process: own.ordinal, number: made, object: object, access: access))
  }

  private mutating func openByName(_ process: Int, _ own: KernelModel.Process) throws {
    let name = random.once(in: 16) ? nil : chooseName()
    let access = chooseAccess()
    let asSyncObject = random.once(in: 2)
    let (status, object) = model.find(name: name, access: access, asSyncObject: asSyncObject)
    let attributes = NtObjectAttributes(name: name.map { NtName($0) })
    let rights = AccessRights(rawValue: access)
    var made: UInt64 = 0
    try same(.openByName, process, name ?? "nothing", status) { [processes] in
      made = try processes[process].openNtHandle(
        attributes, asSyncObject ? .sharedSyncObject : .sharedResource, access: rights)
    }
    guard let object else { return }
    model.ntHandles.append(KernelModel.NtHandle(process: own.ordinal, number: made, object: object, access: access))
  }
}

// MARK: - Choosing

extension ModelRun {
  private mutating func chooseSource(_ own: KernelModel.Process) -> KernelModel.Source {
    let globals = model.shared.sorted { $0.key < $1.key }.map(\.value.globalHandle).filter { $0 != 0 }
    let byGlobal = globals.isEmpty ? 8 : model.ntHandles.contains { $0.process == own.ordinal } ? 2 : 1
    guard random.once(in: byGlobal) else { return .nt(chooseNtHandle(own.ordinal, asSyncObject: false)) }
    return .global(chooseGlobal(globals, own))
  }

  /// A device: mostly one on the adapter of what is to be opened.
  private mutating func chooseDevice(_ own: KernelModel.Process, for source: KernelModel.Source) -> UInt32 {
    let resource: KernelModel.Shared? =
      switch source {
      case .global(let handle): model.shared.values.first { $0.globalHandle == handle }
      case .nt(let handle):
        model.ntHandle(own.ordinal, handle).flatMap { model.ntObjects[$0.object]!.resource }
          .flatMap { model.shared[$0] }
      }
    let fitting = own.devices.filter { $0.adapter == resource?.adapter && isServed($0) }
    return fitting.isEmpty || random.once(in: 8) ? chooseDevice(own) : random.pick(fitting).handle
  }

  /// What may be shared, mostly.
  private mutating func chooseObjects(_ own: KernelModel.Process) -> [UInt32] {
    let resources = own.resources.filter { $0.shared.map { model.shared[$0]!.isNtSecured } ?? false }.map(\.handle)
    let mutexes = own.mutexes.filter { model.mutexes[$0.mutex]!.isNtSecured }.map(\.handle)
    let objects = own.syncObjects.filter { model.syncObjects[$0.object]!.isNtSecured }.map(\.handle)
    let hasAll = !resources.isEmpty && !mutexes.isEmpty && !objects.isEmpty
    switch random.below(16) {
    case 0...7 where hasAll: return [random.pick(resources), random.pick(mutexes), random.pick(objects)]
    case 0...10 where !resources.isEmpty: return [random.pick(resources)]
    case 0...13 where !objects.isEmpty: return [random.pick(objects)]
    case 14: return [chooseHandle(random.pick([own.resources.map(\.handle), own.mutexes.map(\.handle)]))]
    default: return (0..<random.below(5)).map { _ in chooseHandle(resources + mutexes + objects) }
    }
  }

  private mutating func chooseName() -> String { random.pick(["first", "FIRST", "second", "third", "Fourth"]) }

  private mutating func chooseAccess() -> UInt32 {
    random.pick([1 << 28, 1 << 28, 1 << 28, 1 << 31, 1 << 30, 1 << 29, 0x2_0000, 0x2_0001, 0x2_0002, 1, 0])
  }

  /// Of one size, mostly: what brings another to an object that has some is refused.
  mutating func chooseData() -> [UInt8] {
    let size = random.pick([0, 0, 0, 16, 16, 16, 24])
    return (0..<size).map { _ in UInt8(truncatingIfNeeded: random.next()) }
  }

  /// An NT handle of that process, mostly; else another's, or none.
  ///
  /// - Parameter asSyncObject: which kind of object it should name, mostly; nil: either.
  mutating func chooseNtHandle(_ ordinal: UInt32, asSyncObject: Bool? = nil) -> UInt64 {
    let all = model.ntHandles
    let own = all.filter { handle in
      handle.process == ordinal && (asSyncObject.map { model.ntObjects[handle.object]!.isSyncObject == $0 } ?? true)
    }
    switch random.below(16) {
    case 0...13 where !own.isEmpty: return random.pick(own).number
    case 14 where !all.isEmpty: return random.pick(all).number
    default: return random.pick([0, 4, 1 << 40])
    }
  }
}

extension KernelModel.Source {
  fileprivate var share: ShareSource {
    switch self {
    case .global(let handle): .globalHandle(handle)
    case .nt(let handle): .ntHandle(handle)
    }
  }
}
