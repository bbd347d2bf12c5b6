import WDDM

/// One allocation that the model is asked for.
struct ModelRequest {
  /// What the driver will say that it needs, in bytes.
  var size: UInt64 = 4096
  var alignment: UInt32 = 0
  /// Where the driver will say that it may be: bit n-1 stands for segment n, of which the third is an aperture.
  var segments: UInt32 = 0b111
  var isProtected = false
  /// The driver will leave the handle NULL.
  var isBroken = false
  /// The caller's memory, or 0; and whether it is the caller's, whole pages, and no view.
  var callerMemory: UInt64 = 0
  var callerMemoryIsGood = true
  var isPrimary = false
  var isStereo = false
  /// Instead of the driver's.
  var priority: UInt32?
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
  struct Allocation {
    var handle: UInt32 = 0
    var device: UInt32 = 0
    /// 0 for a stand-alone one.
    var resource: UInt32 = 0
    /// Bytes, in whole pages.
    let size: UInt64
    /// The caller's memory, or 0.
    let callerMemory: UInt64
    let segments: UInt32
    let isProtected: Bool
    let isPrimary: Bool
    /// Of a shared one ``Shared`` knows, like ``wasLocked``.
    var priority: UInt32

    /// Locks of the second version, and of the first.
    var locks2: UInt32 = 0
    var locks: UInt32 = 0
    /// The lock of the first version is alone.
    var isExclusive = false
    /// Whether it was ever locked for writing, so that its file holds its pages.
    var wasLocked = false
    /// Which allocation of which shared resource it opens.
    var shared: (number: Int, index: Int)?

    var isLocked: Bool { locks2 + locks > 0 }
  }

  /// The status, and the handles: of the resource first if one is made.
  mutating func create(_ process: Int, _ creation: ModelCreation) -> (NTStatus, resource: UInt32, [UInt32]) {
    let status = judge(process, creation)
    guard status == .success else { return (status, creation.resource, []) }
    var resource = creation.resource
    let number = creation.isShared ? share(process, creation) : nil
    if creation.createsResource {
      resource = processes[process].takeHandle()
      processes[process].resources.append(
        Resource(handle: resource, device: creation.device, shared: number, isCreators: true))
    }
    let handles = creation.requests.enumerated().map { index, request in
      var allocation = Allocation(
        size: rounded(request.size), callerMemory: request.callerMemory, segments: request.segments,
        isProtected: request.isProtected, isPrimary: request.isPrimary, priority: request.priority ?? 0x7800_0000)
      if let number { shared[number]!.allocations.append(allocation) }
      allocation.handle = processes[process].takeHandle()
      (allocation.device, allocation.resource) = (creation.device, resource)
      allocation.shared = number.map { ($0, index) }
      processes[process].allocations.append(allocation)
      return allocation.handle
    }
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
    let (served, found) = device(process, creation.device)
    guard let device = found else { return .invalidParameter }
    if creation.resource != 0 {
      guard let resource = own.resources.first(where: { $0.handle == creation.resource }) else { return .invalidHandle }
      if creation.createsResource || resource.device != device.handle || resource.isShared { return .invalidParameter }
    }
    guard served == .success else { return served }
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
    dropUnreferenced()
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
}
