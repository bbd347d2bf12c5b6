import WDDM

/// One allocation that the model is asked for.
struct ModelRequest {
  /// What the driver will say that it needs, in bytes.
  var size: UInt64 = 4096
  var alignment: UInt32 = 0
  var isProtected = false
  /// The driver will leave the handle NULL.
  var isBroken = false
  /// The caller's memory, or 0; and whether it is the caller's, whole pages, and no view.
  var callerMemory: UInt64 = 0
  var callerMemoryIsGood = true
  var isPrimary = false
  var isStereo = false
}

/// A creation, with the flags that the model knows.
struct ModelCreation {
  var device: UInt32
  var resource: UInt32
  var createsResource = false
  var isShared = false
  var isNtSecured = false
  var hasBarredFlag = false
  var isStandard = false
  var requests: [ModelRequest]
}

extension KernelModel {
  /// The status, and the handles: of the resource first if one is made.
  mutating func create(_ process: Int, _ creation: ModelCreation) -> (NTStatus, resource: UInt32, [UInt32]) {
    let status = judge(process, creation)
    guard status == .success else { return (status, creation.resource, []) }
    var resource = creation.resource
    if creation.createsResource {
      resource = processes[process].takeHandle()
      processes[process].resources.append(
        Resource(
          handle: resource, device: creation.device, shared: creation.isShared ? nextShared : nil, isCreators: true))
    }
    let handles = creation.requests.enumerated().map { index, request in
      let handle = processes[process].takeHandle()
      processes[process].allocations.append(
        Allocation(
          handle: handle, device: creation.device, resource: resource, size: rounded(request.size),
          callerMemory: request.callerMemory, isProtected: request.isProtected,
          shared: creation.isShared ? (nextShared, index) : nil))
      return handle
    }
    if creation.isShared { share(process, creation, processes[process].allocations.suffix(handles.count)) }
    return (.success, resource, handles)
  }

  private func rounded(_ size: UInt64) -> UInt64 { (size + 4095) / 4096 * 4096 }

  private func judge(_ process: Int, _ creation: ModelCreation) -> NTStatus {
    let own = processes[process]
    let requests = creation.requests
    guard !requests.isEmpty || creation.createsResource else { return .invalidParameter }
    if creation.hasBarredFlag { return .invalidParameter }
    // The model describes no heap, and a standard allocation without one is none (U-068).
    if creation.isStandard { return .invalidParameter }
    if creation.isShared, !creation.createsResource { return .invalidParameter }
    if creation.isNtSecured, !creation.isShared { return .invalidParameter }
    guard let device = own.devices.first(where: { $0.handle == creation.device }) else { return .invalidParameter }
    if creation.resource != 0 {
      guard let resource = own.resources.first(where: { $0.handle == creation.resource }) else { return .invalidHandle }
      if creation.createsResource || resource.device != device.handle || resource.isShared { return .invalidParameter }
    }
    guard device.execution == .active, adapters[device.adapter] else { return .deviceRemoved }
    for request in requests {
      if request.isStereo, !request.isPrimary { return .invalidParameter }
      if (request.callerMemory == 0) != (requests[0].callerMemory == 0) { return .invalidParameter }
      if request.callerMemory != 0, request.isPrimary || !request.callerMemoryIsGood { return .invalidParameter }
      if request.isBroken || request.size == 0 { return .invalidParameter }
      if request.alignment & (request.alignment &- 1) != 0 { return .invalidParameter }
      if request.isPrimary, request.isProtected { return .invalidParameter }
    }
    let charge = requests.reduce(0) { $0 + ($1.callerMemory == 0 ? rounded($1.size) : 0) }
    if charge > limits.virtual { return .graphicsNoVideoMemory }
    if commit + charge > limits.commit { return .noMemory }
    if own.commit + charge > limits.virtual { return .graphicsNoVideoMemory }
    let handles = requests.count + (creation.createsResource ? 1 : 0)
    if own.handles + handles > limits.handles { return .noMemory }
    return .success
  }

  mutating func destroyResource(_ process: Int, device: UInt32, _ handle: UInt32, listIsNull: Bool) -> NTStatus {
    let own = processes[process]
    guard own.devices.contains(where: { $0.handle == device }), listIsNull,
      let resource = own.resources.first(where: { $0.handle == handle }), resource.device == device
    else { return .invalidParameter }
    processes[process].resources.removeAll { $0.handle == handle }
    processes[process].allocations.removeAll { $0.resource == handle }
    dropUnshared()
    return .success
  }

  mutating func destroyList(_ process: Int, device: UInt32, _ list: [UInt32]) -> NTStatus {
    let own = processes[process]
    guard own.devices.contains(where: { $0.handle == device }) else { return .invalidParameter }
    let found = list.compactMap { handle in own.allocations.first { $0.handle == handle } }
    guard found.count == list.count, Set(list).count == list.count,
      found.allSatisfy({ $0.device == device && $0.resource == found[0].resource })
    else { return .invalidParameter }
    if let first = found.first, own.resources.contains(where: { $0.handle == first.resource && $0.isShared }) {
      return .invalidParameter
    }
    processes[process].allocations.removeAll { list.contains($0.handle) }
    return .success
  }

  mutating func lock(_ process: Int, device: UInt32, _ handle: UInt32, flags: UInt32) -> NTStatus {
    let own = processes[process]
    guard flags == 0, let device = own.devices.first(where: { $0.handle == device }),
      let index = own.allocations.firstIndex(where: { $0.handle == handle }),
      own.allocations[index].device == device.handle
    else { return .invalidParameter }
    guard device.execution == .active, adapters[device.adapter] else { return .deviceRemoved }
    if own.allocations[index].isProtected { return .invalidParameter }
    let shared = own.allocations[index].shared
    if let shared, own.allocations[index].callerMemory != 0, self.shared[shared.number]?.creator != own.ordinal {
      return .invalidParameter
    }
    processes[process].allocations[index].locks += 1
    if let shared {
      self.shared[shared.number]?.allocations[shared.index].wasLocked = true
    } else {
      processes[process].allocations[index].wasLocked = true
    }
    return .success
  }

  mutating func unlock(_ process: Int, device: UInt32, _ handle: UInt32) -> NTStatus {
    let own = processes[process]
    guard own.devices.contains(where: { $0.handle == device }),
      let index = own.allocations.firstIndex(where: { $0.handle == handle }),
      own.allocations[index].device == device, own.allocations[index].locks > 0
    else { return .invalidParameter }
    processes[process].allocations[index].locks -= 1
    return .success
  }
}
