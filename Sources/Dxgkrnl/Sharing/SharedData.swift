package import WDDM

/// The private data of a shared resource, as it was after the create-time OpenAllocation (I-084). Openers get copies of
/// it; nothing changes it any more.
package struct SharedData: Sendable, Equatable {
  /// pPrivateRuntimeData: the runtime's, kept once per resource (U-054).
  package private(set) var runtime: [UInt8] = []
  /// pPrivateDriverData of the resource.
  package private(set) var resource: [UInt8] = []
  /// pPrivateDriverData of all allocations, back to back in their order (U-120).
  package private(set) var allocations: [UInt8] = []
  /// How many bytes of them belong to each allocation.
  package private(set) var sizes: [UInt32] = []

  package init() {}

  init(_ arguments: CreateAllocationArguments, _ elements: Span<AllocationElement>, _ data: RawSpan) {
    runtime = data.copy(arguments.runtimeData)
    resource = data.copy(arguments.resourceData)
    sizes.reserveCapacity(elements.count)
    for index in elements.indices {
      allocations += data.copy(elements[index].data)
      sizes.append(elements[index].data.count)
    }
  }

  /// The sum of `sizes` as a size field can say it.
  ///
  /// - Throws: `STATUS_INTEGER_OVERFLOW` when it cannot (U-111).
  package static func total(of sizes: [UInt32]) throws(Refusal) -> UInt32 {
    let total = sizes.reduce(0) { $0 + UInt64($1) }
    guard let fitting = UInt32(exactly: total) else {
      throw Refusal(.integerOverflow, "U-111", "TotalPrivateDriverDataSize", total, bound: UInt64(UInt32.max))
    }
    return fitting
  }
}

/// Private data as a driver gets it at an opening: the resource's at the start, each allocation's on a boundary of 16.
struct DriverCopy {
  private(set) var bytes: [UInt8]
  private(set) var allocations: [ByteRange] = []

  fileprivate init(_ data: SharedData) {
    bytes = data.resource
    bytes.reserveCapacity(data.resource.count + data.allocations.count + 16 * data.sizes.count)
    var source = 0
    for size in data.sizes {
      bytes.append(contentsOf: repeatElement(0, count: (16 - bytes.count % 16) % 16))
      allocations.append(ByteRange(offset: UInt32(bytes.count), count: size))
      bytes += data.allocations[source..<source + Int(size)]
      source += Int(size)
    }
  }

  mutating func withBytes(_ body: (inout MutableRawSpan) throws(Refusal) -> Void) throws(Refusal) {
    var span = bytes.mutableSpan
    // SAFETY: every bit pattern is a byte.
    var raw = unsafe span.mutableBytes
    try body(&raw)
  }
}

extension SharedData {
  var driverCopy: DriverCopy { DriverCopy(self) }
}

extension RawSpan {
  fileprivate func copy(_ range: ByteRange) -> [UInt8] {
    // Nothing is written into an array that has no memory of its own.
    guard range.count > 0 else { return [] }
    let bytes = extracting(Int(range.offset)..<Int(range.offset) + Int(range.count))
    // SAFETY: as many bytes are written as there are.
    return unsafe [UInt8](unsafeUninitializedCapacity: bytes.byteCount) { target, count in
      unsafe bytes.withUnsafeBytes { unsafe UnsafeMutableRawBufferPointer(target).copyMemory(from: $0) }
      count = bytes.byteCount
    }
  }
}
