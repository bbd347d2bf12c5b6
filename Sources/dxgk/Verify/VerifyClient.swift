import Dxgkrnl
import WDDM

/// A process with a device on the adapter, as a scenario uses it.
struct VerifyClient: Sendable {
  let process: Process
  /// `hAdapter`
  let adapter: UInt32
  /// `hDevice`
  let device: UInt32

  init(process: Process, on adapter: Adapter) throws(Refusal) {
    self.process = process
    self.adapter = try process.openAdapter(luid: adapter.luid)
    device = try process.createDevice(adapter: self.adapter, flags: 0)
  }

  private init(process: Process, adapter: UInt32, device: UInt32) {
    (self.process, self.adapter, self.device) = (process, adapter, device)
  }

  /// The same process, on another device.
  func another() throws(Refusal) -> VerifyClient {
    VerifyClient(
      process: process, adapter: adapter, device: try process.createDevice(adapter: adapter, flags: 0))
  }

  /// What a creation gave.
  struct Created: Sendable {
    let resource: UInt32
    let globalShare: UInt32
    let allocations: [UInt32]
  }

  /// One allocation that is asked for.
  struct Wish: Sendable {
    var data: [UInt8]
    /// pSystemMem; 0 for none.
    var systemMemory: UInt64 = 0
    /// D3DDDI_ALLOCATIONINFO2.Flags: 1 is Primary.
    var flags: UInt32 = 0
  }

  func create(
    _ wishes: [Wish], flags: CreateAllocationFlags = [], resource: UInt32 = 0, resourceData: [UInt8] = []
  ) throws(Refusal) -> Created {
    var arguments = CreateAllocationArguments(device: device, resource: resource, flags: flags)
    var data: [UInt8] = []
    func place(_ bytes: [UInt8]) -> ByteRange {
      defer {
        data += bytes
        data += [UInt8](repeating: 0, count: (16 - data.count % 16) % 16)
      }
      return ByteRange(offset: UInt32(data.count), count: UInt32(bytes.count))
    }
    arguments.resourceData = place(resourceData)
    var elements = wishes.map { wish in
      var element = AllocationElement()
      element.systemMemory = wish.systemMemory
      element.data = place(wish.data)
      element.flags = wish.flags
      return element
    }
    var rows = elements.mutableSpan
    var bytes = data.mutableSpan
    // SAFETY: bytes; any bit pattern is one.
    var raw = unsafe bytes.mutableBytes
    let created = try process.createAllocation(arguments, elements: &rows, data: &raw)
    return Created(
      resource: created.resource, globalShare: created.globalShare, allocations: elements.map(\.handle))
  }

  /// Opens a shared resource by its global handle.
  func open(_ globalShare: UInt32) throws(Refusal) -> Created {
    let source = ShareSource.globalHandle(globalShare)
    let info = try process.queryResourceInfo(device: device, source)
    var elements = [OpenedElement](repeating: OpenedElement(), count: Int(info.allocations))
    var rows = elements.mutableSpan
    let opened = try process.openResource(
      OpenResourceArguments(
        device: device, source: source, runtimeSize: info.runtimeSize, resourceSize: info.resourceSize,
        totalSize: info.totalSize), elements: &rows)
    return Created(resource: opened.resource, globalShare: globalShare, allocations: elements.map(\.handle))
  }

  func destroy(_ allocations: [UInt32]) throws(Refusal) {
    try process.destroyAllocation(
      device: device, resource: 0, allocations: allocations.span, listIsNull: false, flags: [])
  }

  func destroy(resource: UInt32) throws(Refusal) {
    try process.destroyAllocation(
      device: device, resource: resource, allocations: [UInt32]().span, listIsNull: true, flags: [])
  }

  /// Writes a byte of an allocation through the CPU and gives the view back.
  func touch(_ allocation: UInt32) throws(Refusal) {
    let address = try process.lock2(device: device, allocation: allocation, flags: 0)
    // SAFETY: a view of at least a page, from the kernel, until Unlock2.
    unsafe UnsafeMutablePointer<UInt8>(bitPattern: UInt(address))!.pointee = 0x5A
    try process.unlock2(device: device, allocation: allocation)
  }
}
