import CWDDM
import DDI
import Locks
import WDDM

/// A driver that was added and started, with one device: what most tests begin with.
struct Session {
  let driver: Driver
  let kernel = TestKernel()
  let findings = Findings()
  let behalf: OnBehalf
  let device: HANDLE
  let owner = Owner()

  /// Stands for a process.
  final class Owner: Sendable {}

  init(_ miniport: any Miniport) throws(Refusal) {
    driver = Driver(miniport, findings: findings)
    behalf = OnBehalf(process: owner)
    try driver.addDevice()
    _ = try driver.startDevice(luid: LUID(), callbacks: kernel)
    device = try driver.createDevice(behalf, HANDLE(bits: 0xD0)!, hKmdProcess: nil)
  }

  /// Undoes what init did.
  func end() {
    driver.destroyDevice(behalf, device)
    driver.stopDevice()
    driver.removeDevice()
    driver.unload()
  }

  /// Creates allocations with these blobs, one after the other in the request's data.
  func create(
    _ blobs: [[UInt8]], isResource: Bool = false, resource: inout HANDLE?, resourceData: [UInt8] = []
  ) throws(Refusal) -> Request {
    var request = Request(blobs, resourceData: resourceData)
    try request.withSpans { rows, data, resourceData throws(Refusal) in
      try driver.createAllocation(
        behalf, isResource: isResource, resource: &resource, resourceData: resourceData, rows: &rows, data: &data)
    }
    return request
  }

  func create(_ blobs: [[UInt8]]) throws(Refusal) -> Request {
    var none: HANDLE?
    return try create(blobs, resource: &none)
  }

  /// Names the rows with handles from `first` on, and opens them.
  func open(_ request: inout Request, first: UInt32 = 0x4000_0040, create: Bool = true) throws(Refusal) {
    for index in request.rows.indices {
      let handle = first + UInt32(index) * 0x40
      request.rows[index].handle = handle
      let allocation = request.rows[index].hAllocation
      kernel.state.withLock { $0.allocations[handle] = (allocation, nil, 0) }
    }
    try reopen(&request, create: create)
  }

  func reopen(_ request: inout Request, create: Bool) throws(Refusal) {
    try request.withSpans { rows, data, resourceData throws(Refusal) in
      try driver.openAllocation(
        behalf, device: device, create: create, readOnly: false, resourceData: resourceData, rows: &rows, data: &data)
    }
  }

  func close(_ request: Request) {
    let handles = request.rows.map { $0.hDeviceSpecificAllocation! }
    driver.closeAllocation(behalf, device: device, handles.span)
  }

  func destroy(_ request: Request, resource: HANDLE? = nil) {
    let handles = request.rows.map { $0.hAllocation! }
    var resource = resource
    driver.destroyAllocation(behalf, handles.span, resource: &resource, destroyResource: resource != nil)
  }
}

/// The rows and the private data of one request.
struct Request {
  var rows: [DriverAllocation] = []
  var data: [UInt8] = []
  var resourceData: (offset: UInt32, count: UInt32)

  init(_ blobs: [[UInt8]], resourceData: [UInt8]) {
    self.resourceData = (0, UInt32(resourceData.count))
    data = resourceData
    for blob in blobs {
      var row = DriverAllocation()
      row.dataOffset = UInt32(data.count)
      row.dataSize = UInt32(blob.count)
      rows.append(row)
      data += blob
    }
  }
}

extension Request {
  /// Lends both arrays out as the caller wants them, and keeps what it wrote whatever it threw.
  mutating func withSpans(
    _ body: (
      inout MutableSpan<DriverAllocation>, inout MutableRawSpan, (offset: UInt32, count: UInt32)
    ) throws(Refusal) -> Void
  ) throws(Refusal) {
    var allRows = rows
    var bytes = data
    defer {
      rows = allRows
      data = bytes
    }
    var rowSpan = allRows.mutableSpan
    var byteSpan = bytes.mutableSpan
    // Any byte is a value of UInt8.
    var dataSpan = unsafe byteSpan.mutableBytes
    try body(&rowSpan, &dataSpan, resourceData)
  }
}

extension SOFTGPU_ALLOCATION {
  /// The private data of an allocation, well formed unless `change` spoils it.
  static func blob(size: UInt64 = 65536, flags: UInt32 = 0, _ change: (inout Self) -> Void = { _ in }) -> [UInt8] {
    var wish = SOFTGPU_ALLOCATION()
    wish.Magic = UInt32(SOFTGPU_ALLOCATION_MAGIC)
    wish.Version = UInt32(SOFTGPU_ALLOCATION_VERSION)
    wish.Size = size
    wish.Flags = flags
    change(&wish)
    // SAFETY: a struct of numbers.
    return unsafe withUnsafeBytes(of: wish) { unsafe Array($0) }
  }

  init(_ bytes: ArraySlice<UInt8>) {
    self.init()
    // SAFETY: a struct of numbers, and the shorter one decides.
    unsafe withUnsafeMutableBytes(of: &self) { unsafe $0.copyBytes(from: bytes.prefix($0.count)) }
  }
}
