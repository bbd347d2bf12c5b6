internal import WDDM

/// Which ranges of one file are backing stores. A backing store is one contiguous range, so a CPU view is one mapping.
///
/// The file is sparse and its address space practically without end (2^62 bytes), so ranges are handed out by size
/// class and never merged: taking and giving back is constant time, and address space, not memory, is what rounding
/// costs. A free range holds no pages: whoever gives one back has discarded its content first, so that it reads zero
/// for the next owner (U-042, I-060).
package struct FileSpace: ~Copyable {
  /// By class: the free range that was given back last, as an index of `free`; `none` where there is none.
  private var newest = InlineArray<384, UInt32>(repeating: Self.none)
  /// Free ranges, each with the one of its class that was given back before it; and entries that await one. One array
  /// for all classes: to take from an array inside of an array is to ask of two whether they are shared.
  private var free: [FreeRange] = []
  /// An entry that awaits a range, and behind it all others.
  private var awaiting = Self.none
  /// Everything from here on was never used.
  private var frontier: UInt64 = 0

  /// Bytes of live ranges, in whole pages as they were asked for.
  package private(set) var reserved: UInt64 = 0
  package private(set) var ranges = 0

  /// How long the file has to be.
  package static let length: UInt64 = 1 << 62

  private static var none: UInt32 { .max }

  package init() { precondition(newest.count == SizeClass.count) }

  /// A range of `pages`, or nil when the address space of the file is used up. The offset is a multiple of the page.
  @inline(__always)
  package mutating func reserve(pages: UInt64) -> UInt64? {
    let sizeClass = SizeClass(holding: pages)
    let offset: UInt64
    let index = newest[sizeClass.index]
    if index != Self.none {
      let range = free[Int(index)]
      offset = range.offset
      newest[sizeClass.index] = range.next
      free[Int(index)].next = awaiting
      awaiting = index
    } else {
      guard let fresh = extend(by: sizeClass.pages * pageSize) else { return nil }
      offset = fresh
    }
    reserved += pages * pageSize
    ranges += 1
    return offset
  }

  @inline(__always)
  package mutating func release(offset: UInt64, pages: UInt64) {
    let sizeClass = SizeClass(holding: pages)
    let range = FreeRange(offset: offset, next: newest[sizeClass.index])
    if awaiting != Self.none {
      let index = awaiting
      awaiting = free[Int(index)].next
      free[Int(index)] = range
      newest[sizeClass.index] = index
    } else {
      newest[sizeClass.index] = UInt32(free.count)
      free.append(range)
    }
    reserved -= pages * pageSize
    ranges -= 1
  }

  /// `length` bytes that nobody ever had.
  @inline(never)
  private mutating func extend(by length: UInt64) -> UInt64? {
    guard Self.length - frontier >= length else { return nil }
    defer { frontier += length }
    return frontier
  }
}

/// A range that nobody has, in the list of its class.
private struct FreeRange {
  let offset: UInt64
  var next: UInt32
}
