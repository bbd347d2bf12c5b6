package import Dxgkrnl
package import WDDM

/// One allocation of a request, as a caller would say it.
package struct AllocationRequest: Sendable {
  /// pPrivateDriverData.
  package var data: [UInt8]
  /// pSystemMem; 0 for none.
  package var systemMemory: UInt64 = 0
  /// Flags: 1 Primary, 2 Stereo, 4 OverridePriority.
  package var flags: UInt32 = 0
  package var priority: UInt32 = 0

  package init(_ answer: AllocationAnswer = AllocationAnswer(), systemMemory: UInt64 = 0, flags: UInt32 = 0) {
    self.init(data: answer.bytes, systemMemory: systemMemory, flags: flags)
  }

  package init(data: [UInt8], systemMemory: UInt64 = 0, flags: UInt32 = 0) {
    self.data = data
    self.systemMemory = systemMemory
    self.flags = flags
  }
}

/// `D3DKMT_CREATESTANDARDALLOCATION`; a heap of 64 KiB unless a test says otherwise.
package struct StandardRequest: Sendable {
  package var type: UInt32 = 1
  /// `ExistingHeapData.Size`
  package var size: UInt64 = 0x10000
  package var flags: UInt32 = 0

  package init(type: UInt32 = 1, size: UInt64 = 0x10000, flags: UInt32 = 0) {
    self.type = type
    self.size = size
    self.flags = flags
  }

  /// As a request carries it, where others have the resource's private data.
  package var bytes: [UInt8] {
    [UInt64(type), size, UInt64(flags)].flatMap { word in (0..<8).map { UInt8(truncatingIfNeeded: word >> ($0 * 8)) } }
  }
}

/// What a creation gave back.
package struct Created: Sendable {
  package let resource: UInt32
  package let globalShare: UInt32
  package let allocations: [UInt32]
  /// Bytes of each allocation.
  package let sizes: [UInt64]
  package let traits: [AllocationTraits]
  /// Private data of each, as the driver left it.
  package let data: [[UInt8]]
}

extension Process {
  /// `createAllocation` from arrays. `runtimeData` and `resourceData` lie in front of the elements' data.
  package func create(
    _ arguments: CreateAllocationArguments, _ requests: [AllocationRequest], runtimeData: [UInt8] = [],
    resourceData: [UInt8] = []
  ) throws(Refusal) -> Created {
    var arguments = arguments
    var data: [UInt8] = []
    func place(_ bytes: [UInt8]) -> ByteRange {
      defer {
        data += bytes
        data += [UInt8](repeating: 0, count: (16 - data.count % 16) % 16)
      }
      return ByteRange(offset: UInt32(data.count), count: UInt32(bytes.count))
    }
    if !runtimeData.isEmpty { arguments.runtimeData = place(runtimeData) }
    if !resourceData.isEmpty { arguments.resourceData = place(resourceData) }
    var elements = requests.map { request in
      var element = AllocationElement()
      element.systemMemory = request.systemMemory
      element.data = place(request.data)
      element.flags = request.flags
      element.priority = request.priority
      return element
    }
    var rows = elements.mutableSpan
    var bytes = data.mutableSpan
    // SAFETY: bytes; any bit pattern is one.
    var raw = unsafe bytes.mutableBytes
    let created = try createAllocation(arguments, elements: &rows, data: &raw)
    return Created(
      resource: created.resource, globalShare: created.globalShare, allocations: elements.map(\.handle),
      sizes: elements.map(\.size), traits: elements.map { AllocationTraits(rawValue: $0.traits) },
      data: elements.map { Array(data[Int($0.data.offset)..<Int($0.data.offset + $0.data.count)]) })
  }
}

extension Client {
  package func create(
    _ requests: [AllocationRequest], flags: CreateAllocationFlags = [], resource: UInt32 = 0
  ) throws(Refusal) -> Created {
    try process.create(
      CreateAllocationArguments(device: device, resource: resource, flags: flags), requests)
  }

  /// One stand-alone allocation.
  package func create(_ answer: AllocationAnswer = AllocationAnswer()) throws(Refusal) -> UInt32 {
    try create([AllocationRequest(answer)]).allocations[0]
  }

  package func destroy(_ allocations: [UInt32], flags: DestroyAllocationFlags = []) throws(Refusal) {
    try process.destroyAllocation(
      device: device, resource: 0, allocations: allocations.span, listIsNull: false, flags: flags)
  }

  package func destroy(resource: UInt32, flags: DestroyAllocationFlags = []) throws(Refusal) {
    try process.destroyAllocation(
      device: device, resource: resource, allocations: [UInt32]().span, listIsNull: true, flags: flags)
  }

  package func lock(_ allocation: UInt32) throws(Refusal) -> UInt64 {
    try process.lock2(device: device, allocation: allocation, flags: 0)
  }

  package func unlock(_ allocation: UInt32) throws(Refusal) {
    try process.unlock2(device: device, allocation: allocation)
  }
}
