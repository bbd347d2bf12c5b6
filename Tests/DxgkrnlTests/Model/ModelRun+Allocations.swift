import Dxgkrnl
import DxgTestKit
import Testing
import WDDM

extension ModelRun {
  mutating func create(_ process: Int, _ creation: ModelCreation) throws {
    let (status, resource, handles) = model.create(process, creation)
    formerHandles += handles.prefix(1)
    var flags: CreateAllocationFlags = []
    if creation.createsResource { flags.insert(.createResource) }
    if creation.isShared { flags.insert(.createShared) }
    if creation.isNtSecured { flags.insert(.ntSecuritySharing) }
    if creation.hasBarredFlag { flags.insert(.createProtected) }
    if creation.isStandard { flags.formUnion([.standardAllocation, .existingSysMem]) }
    var globalShare: UInt32 = 0
    try same(.create, process, "\(creation)", status, [resource] + handles) { [processes, flags, journal] in
      let created = try processes[process].create(
        CreateAllocationArguments(device: creation.device, resource: creation.resource, flags: flags),
        creation.requests.map(\.allocation))
      try #require((created.globalShare != 0) == (creation.isShared && !creation.isNtSecured), journal.trail)
      globalShare = created.globalShare
      return [created.resource] + created.allocations
    }
    guard globalShare != 0 else { return }
    let number = model.processes[process].resources.last!.shared!
    model.shared[number]!.globalHandle = globalShare
    formerGlobals.append(globalShare)
  }

  mutating func destroyList(_ process: Int, _ own: KernelModel.Process) throws {
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
    let status = model.destroyList(process, device: device, list)
    try same(.destroyList, process, "\(hex: list) of \(hex: device)", status) { [processes, list] in
      try processes[process].destroyAllocation(
        device: device, resource: 0, allocations: list.span, listIsNull: false, flags: [])
    }
  }

  mutating func destroyResource(_ process: Int, _ own: KernelModel.Process) throws {
    let resource = chooseHandle(own.resources.map(\.handle))
    let owner = own.resources.first { $0.handle == resource }?.device
    let device = random.once(in: 8) ? chooseHandle(own.devices.map(\.handle)) : owner ?? 0
    guard resource != 0 else { return }
    let listIsNull = !random.once(in: 16)
    let status = model.destroyResource(process, device: device, resource, listIsNull: listIsNull)
    try same(.destroyResource, process, "\(hex: resource) of \(hex: device)", status) { [processes] in
      try processes[process].destroyAllocation(
        device: device, resource: resource, allocations: [UInt32]().span, listIsNull: listIsNull, flags: [])
    }
  }
}

extension ModelRequest {
  fileprivate var allocation: AllocationRequest {
    var answer = AllocationAnswer(size: size, flags: isProtected ? .protected : .cpuVisible, segments: segments)
    answer.alignment = alignment
    answer.leavesHandleNull = isBroken ? 1 : 0
    var request = AllocationRequest(
      answer, systemMemory: callerMemory,
      flags: (isPrimary ? 1 : 0) | (isStereo ? 2 : 0) | (priority == nil ? 0 : 4))
    request.priority = priority ?? 0
    return request
  }
}
