import Dxgkrnl
import DxgTestKit
import Testing
import VidMm
import WDDM

extension ModelRun {
  mutating func stepLock(_ operation: Operation, _ process: Int, _ own: KernelModel.Process) throws {
    let kernel = processes[process]
    let (handle, device) = chooseAllocation(own) { operation == .lock2 || operation == .lock || $0.isLocked }
    switch operation {
    case .lock2:
      let flags: UInt32 = random.once(in: 16) ? 1 : 0
      let status = model.lock2(process, device: device, handle, flags: flags)
      var address: UInt64 = 0
      try same(operation, process, "\(hex: handle) on \(hex: device)", status) {
        address = try kernel.lock2(device: device, allocation: handle, flags: flags)
      }
      if status == .success {
        try #require(memory.isReadOnly(address) == model.isSeenForReading(process, handle), trail)
      }
    case .unlock2:
      let status = model.unlock2(process, device: device, handle)
      try same(operation, process, "\(hex: handle) on \(hex: device)", status) {
        try kernel.unlock2(device: device, allocation: handle)
      }
    case .lock: try lock(process, handle, device)
    default:
      let locked = own.allocations.filter { $0.device == device && $0.locks > 0 }.map(\.handle)
      var list = locked.isEmpty ? [handle] : [chooseHandle(locked)]
      for _ in 0..<random.pick([0, 0, 1, 3]) { list.append(chooseHandle(locked)) }
      let status = model.unlock(process, device: device, list)
      try same(operation, process, "\(hex: list) on \(hex: device)", status) { [list] in
        try kernel.unlock(device: device, allocations: list.span)
      }
    }
  }

  private mutating func lock(_ process: Int, _ handle: UInt32, _ device: UInt32) throws {
    var flags: UInt32 = 0
    for _ in 0..<random.pick([0, 1, 2, 3]) { flags |= 1 << UInt32(random.below(random.once(in: 8) ? 12 : 11)) }
    // An alternate address is one in an aperture.
    if flags & 1 << 9 != 0, random.once(in: 2) { flags |= 1 << 6 }
    let pages = (0..<random.pick([0, 0, 0, 2])).map { _ in UInt32(random.below(3)) }
    let status = model.lock(process, device: device, handle, flags: flags, pages: pages)
    try same(.lock, process, "\(hex: handle) on \(hex: device), \(hex: flags) \(pages)", status) { [processes, flags] in
      _ = try processes[process].lock(
        LockArguments(
          device: device, allocation: handle, flags: LockFlags(rawValue: flags), hasPages: !pages.isEmpty),
        pages: pages.span)
    }
  }

  mutating func stepPriority(_ operation: Operation, _ process: Int, _ own: KernelModel.Process) throws {
    let resource = own.resources.isEmpty || random.once(in: 2) ? 0 : chooseHandle(own.resources.map(\.handle))
    var (list, device): ([UInt32], UInt32) = ([], 0)
    if resource == 0 || random.once(in: 16) {
      let first = chooseAllocation(own)
      (list, device) = ([first.handle], first.device)
      let alike = own.allocations.filter { $0.device == first.device }.map(\.handle)
      for _ in 0..<random.below(3) { list.append(chooseHandle(alike)) }
    }
    if resource != 0 {
      device = own.resources.first { $0.handle == resource }?.device ?? chooseHandle(own.devices.map(\.handle))
    }
    let subject: KernelModel.Subject =
      if resource == 0 { .list(list) } else { list.isEmpty ? .resource(resource) : .both(resource, list) }
    let priorities = list.map { _ in UInt32(1 + random.below(1 << 30)) } + [UInt32(1 + random.below(1 << 30))]
    let arguments = AllocationPriorityArguments(
      device: device, resource: resource, listIsNull: list.isEmpty, count: UInt32(list.count))
    var rows = zip(list, priorities).map { AllocationPriority($0, $1) }
    let kernel = processes[process]
    let what = "\(subject) on \(hex: device)"
    if operation == .setPriority {
      let status = model.setPriority(process, device: device, subject, priorities)
      try same(operation, process, what, status) {
        try kernel.setAllocationPriority(arguments, resourcePriority: priorities[0], rows: rows.span)
      }
    } else {
      let (status, known) = model.priorities(process, device: device, subject)
      try same(operation, process, what, status, known) {
        var span = rows.mutableSpan
        let lowest = try kernel.allocationPriority(arguments, rows: &span)
        return resource != 0 ? [lowest] : rows.map(\.answer)
      }
    }
  }
}
