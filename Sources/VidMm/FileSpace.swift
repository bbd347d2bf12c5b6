internal import WDDM

/// Which ranges of one file are backing stores. A backing store is one contiguous range, so a CPU view is one mapping.
///
/// The file is sparse and its address space practically without end (2^62 bytes), so ranges are handed out by size
/// class and never merged: taking and giving back is constant time, and address space, not memory, is what rounding
/// costs. A free range holds no pages: whoever gives one back has discarded its content first, so that it reads zero
/// for the next owner (U-042, I-060).
package struct FileSpace: ~Copyable {
  /// Offsets of free ranges, by class.
  private var free: [[UInt64]]
  /// Everything from here on was never used.
  private var frontier: UInt64 = 0

  /// Bytes of live ranges, in whole pages as they were asked for.
  package private(set) var reserved: UInt64 = 0
  package private(set) var ranges = 0

  /// How long the file has to be.
  package static let length: UInt64 = 1 << 62

  package init() { free = Array(repeating: [], count: SizeClass.count) }

  /// A range of `pages`, or nil when the address space of the file is used up. The offset is a multiple of the page.
  @inline(__always)
  package mutating func reserve(pages: UInt64) -> UInt64? {
    let sizeClass = SizeClass(holding: pages)
    let offset: UInt64
    if let recycled = free[sizeClass.index].popLast() {
      offset = recycled
    } else {
      let length = sizeClass.pages * pageSize
      guard Self.length - frontier >= length else { return nil }
      offset = frontier
      frontier += length
    }
    reserved += pages * pageSize
    ranges += 1
    return offset
  }

  @inline(__always)
  package mutating func release(offset: UInt64, pages: UInt64) {
    free[SizeClass(holding: pages).index].append(offset)
    reserved -= pages * pageSize
    ranges -= 1
  }
}
