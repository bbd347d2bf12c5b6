/// Eight classes for each doubling of a page count: a range is at most an eighth longer than what it holds.
struct SizeClass: Equatable {
  let index: Int

  static let count = 8 * 48

  /// The smallest class that holds `pages`, which is at least 1.
  @inline(__always)
  init(holding pages: UInt64) {
    guard pages > 8 else {
      index = Int(pages)
      return
    }
    // pages - 1 lies in [8 << shift, 16 << shift).
    let shift = 60 - (pages - 1).leadingZeroBitCount
    index = shift * 8 + Int((pages - 1) >> UInt64(shift)) + 1
  }

  /// How many pages a range of this class has.
  var pages: UInt64 {
    guard index > 16 else { return UInt64(index) }
    let shift = (index - 9) / 8
    return UInt64(index - shift * 8) << UInt64(shift)
  }
}
