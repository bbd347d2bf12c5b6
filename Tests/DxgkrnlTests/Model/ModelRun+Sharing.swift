import Dxgkrnl
import DxgTestKit
import Testing
import WDDM

extension ModelRun {
  /// One operation of sharing on both sides.
  mutating func stepSharing(_ operation: Operation, _ process: Int) throws {
    let own = model.processes[process]
    let kernel = processes[process]
    switch operation {
    case .query: try query(process, own)
    case .open: try open(process, own)
    case .share:
      let secured = own.resources.filter { resource in
        resource.shared.flatMap { model.shared[$0] }?.isNtSecured ?? false
      }
      let handle = chooseHandle((random.once(in: 8) ? own.resources : secured).map(\.handle))
      let (status, number) = model.shareable(process, handle)
      var made: UInt64 = 0
      try same(operation, status) {
        made = try kernel.shareObjects([handle].span, access: .genericAll, attributes: NtObjectAttributes())
      }
      if let number { model.shared[number]?.ntHandles.append((own.ordinal, made)) }
    case .duplicate:
      let target = random.below(processes.count)
      let handle = chooseNtHandle(own.ordinal)
      guard let made = machine.ntHandles.duplicate(handle, from: own.ordinal, to: model.processes[target].ordinal)
      else {
        return
      }
      let number = model.shared.first { $0.value.ntHandles.contains { $0 == (own.ordinal, handle) } }?.key
      model.shared[try #require(number, "seed \(seed)")]?.ntHandles.append((model.processes[target].ordinal, made))
    default:
      let handle = chooseNtHandle(own.ordinal)
      model.closeNtHandle(process, handle)
      kernel.closeNtHandle(handle)
    }
  }

  private mutating func query(_ process: Int, _ own: KernelModel.Process) throws {
    let source = chooseSource(own)
    let device = chooseHandle(own.devices.map(\.handle))
    let (status, count) = model.query(process, device: device, source)
    try same(.query, status, UInt32(count)) { [processes] in
      try processes[process].queryResourceInfo(device: device, source.share).allocations
    }
  }

  private mutating func open(_ process: Int, _ own: KernelModel.Process) throws {
    let source = chooseSource(own)
    let active = own.devices.filter { $0.execution == .active }
    let device = chooseHandle((active.isEmpty ? own.devices : active).map(\.handle))
    let (_, known) = model.query(process, device: device, source)
    let count = random.once(in: 8) ? random.below(4) : known
    let (status, handles) = model.open(process, device: device, source, count: count)
    formerHandles += handles.prefix(1)
    try same(.open, status, handles) { [processes] in
      var elements = [OpenedElement](repeating: OpenedElement(), count: count)
      var span = elements.mutableSpan
      var arguments = OpenResourceArguments(device: device, source: source.share)
      // The buffer may be larger than what goes into it (U-116).
      arguments.totalSize = 1 << 16
      let opened = try processes[process].openResource(arguments, elements: &span)
      return [opened.resource] + elements.map(\.handle)
    }
  }

  private mutating func chooseSource(_ own: KernelModel.Process) -> KernelModel.Source {
    guard random.once(in: 2) else { return .nt(chooseNtHandle(own.ordinal)) }
    let globals = model.shared.sorted { $0.key < $1.key }.map(\.value.globalHandle).filter { $0 != 0 }
    switch random.below(16) {
    case 0...12 where !globals.isEmpty: return .global(random.pick(globals))
    case 13, 14: return .global(random.pick(formerGlobals))
    default: return .global(chooseHandle(own.resources.map(\.handle)))
    }
  }

  /// An NT handle of that process, mostly; else another's, or none.
  private mutating func chooseNtHandle(_ ordinal: UInt32) -> UInt64 {
    let all = model.shared.sorted { $0.key < $1.key }.flatMap(\.value.ntHandles)
    let own = all.filter { $0.process == ordinal }
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
