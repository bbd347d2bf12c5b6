/// The CPU views of one process, sorted by address, so that a range of memory can be asked whether it is one.
struct ViewSet {
  private struct View {
    let start: UInt64
    let end: UInt64
  }

  private var views: [View] = []

  var count: Int { views.count }

  mutating func insert(address: UInt64, bytes: UInt64) {
    views.insert(View(start: address, end: address + bytes), at: position(of: address))
  }

  mutating func remove(address: UInt64) {
    let index = position(of: address)
    precondition(index < views.count && views[index].start == address, "a view is removed that was never made")
    views.remove(at: index)
  }

  /// Whether any byte of [address, address + bytes) lies in a view. The sum must not wrap.
  func overlaps(address: UInt64, bytes: UInt64) -> Bool {
    let index = position(of: address)
    if index < views.count, views[index].start < address + bytes { return true }
    return index > 0 && views[index - 1].end > address
  }

  /// The index of the first view that starts at or after `address`.
  private func position(of address: UInt64) -> Int {
    var low = 0
    var high = views.count
    while low < high {
      let middle = (low + high) / 2
      if views[middle].start < address { low = middle + 1 } else { high = middle }
    }
    return low
  }
}
