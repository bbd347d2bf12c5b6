package import CWDDM

/// The resources that the machine assigned to a device: what `TranslatedResourceList` says, and who owns its bytes.
///
/// Immutable; lives as long as the adapter may be asked for it (K-005).
@safe package final class TranslatedResources: @unchecked Sendable {
  /// A range of physical addresses that the device decodes: a BAR.
  package struct MemoryRange: Hashable, Sendable {
    package let start: UInt64
    /// Bytes.
    package let length: UInt64
    package init(start: UInt64, length: UInt64) {
      self.start = start
      self.length = length
    }
  }

  package let memory: [MemoryRange]

  // SAFETY: written once, in init; released in deinit.
  private let list: UnsafeMutableRawBufferPointer

  /// One BAR, or none when `bytes` is 0.
  package convenience init(start: UInt64, bytes: UInt64) {
    self.init(memory: bytes == 0 ? [] : [MemoryRange(start: start, length: bytes)])
  }

  package init(memory: [MemoryRange]) {
    self.memory = memory
    let layout = ResourceListLayout(count: memory.count)
    unsafe list = UnsafeMutableRawBufferPointer.allocate(byteCount: layout.size, alignment: 8)
    unsafe list.initializeMemory(as: UInt8.self, repeating: 0)
    var bytes = unsafe list.mutableBytes
    layout.write(memory, to: &bytes)
  }

  deinit { unsafe list.deallocate() }

  /// Puts the list into what DxgkCbGetDeviceInformation answers. It stays this object's.
  package func describe(in info: inout DXGK_DEVICE_INFO) {
    unsafe info.TranslatedResourceList = list.baseAddress?.assumingMemoryBound(to: CM_RESOURCE_LIST.self)
  }
}

extension DXGK_DEVICE_INFO {
  /// The memory ranges of the resource list, in its order; ports and interrupts are passed over.
  package var memoryRanges: [TranslatedResources.MemoryRange] {
    guard let list = unsafe TranslatedResourceList else { return [] }
    // SAFETY: the kernel promises a list with one full descriptor that counts its partial ones.
    let head = unsafe UnsafeRawBufferPointer(start: list, count: ResourceListLayout.headSize)
    let count = unsafe head.loadUnaligned(fromByteOffset: ResourceListLayout.countOffset, as: UInt32.self)
    let layout = ResourceListLayout(count: Int(count))
    let all = unsafe UnsafeRawBufferPointer(start: list, count: layout.size)
    return unsafe layout.read(all.bytes)
  }
}

/// Where things are in a `CM_RESOURCE_LIST` with one full descriptor. Windows packs these structs to 4 bytes, which
/// leaves 64-bit members where Swift cannot name them; so they are written by offset.
private struct ResourceListLayout {
  /// Bytes before the first partial descriptor; of one descriptor; and where their number is.
  static let headSize = 20
  static let descriptorSize = 20
  static let countOffset = 16

  let count: Int
  var size: Int { Self.headSize + count * Self.descriptorSize }

  /// Lengths beyond 32 bits are told in larger units, by type and flag.
  private static let units: [(flag: UInt16, shift: UInt64)] = [(0x0200, 8), (0x0400, 16), (0x0800, 32)]
  private static let prefetchableBar: UInt16 = 0x0004 | 0x0080
  private static let pciBus: UInt32 = 5

  func write(_ ranges: [TranslatedResources.MemoryRange], to bytes: inout MutableRawSpan) {
    put(UInt32(1), at: 0, in: &bytes)
    put(Self.pciBus, at: 4, in: &bytes)
    put(UInt32(1 | 1 << 16), at: 12, in: &bytes)  // Version, Revision
    put(UInt32(count), at: Self.countOffset, in: &bytes)
    for (index, range) in ranges.enumerated() {
      let at = Self.headSize + index * Self.descriptorSize
      let unit = Self.unit(of: range.length)
      put(UInt8(unit.flag == 0 ? CmResourceTypeMemory : CmResourceTypeMemoryLarge), at: at, in: &bytes)
      put(Self.prefetchableBar | unit.flag, at: at + 2, in: &bytes)
      put(range.start, at: at + 4, in: &bytes)
      put(UInt32(range.length >> unit.shift), at: at + 12, in: &bytes)
    }
  }

  func read(_ bytes: RawSpan) -> [TranslatedResources.MemoryRange] {
    (0..<count).compactMap { index in
      let at = Self.headSize + index * Self.descriptorSize
      let type = unsafe Int32(bytes.unsafeLoad(fromByteOffset: at, as: UInt8.self))
      guard type == CmResourceTypeMemory || type == CmResourceTypeMemoryLarge else { return nil }
      let flags = unsafe bytes.unsafeLoadUnaligned(fromByteOffset: at + 2, as: UInt16.self)
      let shift = type == CmResourceTypeMemory ? 0 : Self.units.first { flags & $0.flag != 0 }?.shift ?? 0
      let start = unsafe bytes.unsafeLoadUnaligned(fromByteOffset: at + 4, as: UInt64.self)
      let length = unsafe bytes.unsafeLoadUnaligned(fromByteOffset: at + 12, as: UInt32.self)
      return TranslatedResources.MemoryRange(start: start, length: UInt64(length) << shift)
    }
  }

  /// The smallest unit in which `length` fits into 32 bits.
  private static func unit(of length: UInt64) -> (flag: UInt16, shift: UInt64) {
    if length <= UInt64(UInt32.max) { return (0, 0) }
    return units.first { length >> $0.shift <= UInt64(UInt32.max) } ?? (0x0800, 32)
  }

  private func put<Value: BitwiseCopyable>(_ value: Value, at offset: Int, in bytes: inout MutableRawSpan) {
    bytes.storeBytes(of: value, toByteOffset: offset, as: Value.self)
  }
}
