import WDDM

extension ReportText {
  /// How many allocations came and went; those that are alive follow by who made them, most bytes first.
  var allocations: [String] {
    let census = report.allocations
    let alive = UInt64(census.alive.count) + census.aliveLeftOut
    let remaining = alive == 0 ? "none alive" : ink.alarm("\(grouped(alive)) alive")
    let summary =
      ink.heading("Allocations") + "  \(grouped(census.created)) created, \(grouped(census.destroyed)) destroyed"
      + " (\(grouped(census.destroyedWhileLocked)) while locked), \(remaining)"
      + (alive == 0 ? "" : ": " + Quantity.bytes(census.aliveBytes))
    return [summary]
      + byMaker(
        census.alive, [.right, .left, .right, .left, .left], leftOut: census.aliveLeftOut, "allocation"
      ) { allocation in
        [
          "#\(grouped(allocation.ordinal))", "0x" + hex(UInt64(allocation.handle), digits: 8),
          Quantity.bytes(allocation.size), allocation.memory.text + (allocation.locked ? ", locked" : ""),
          allocation.resource == 0 ? "" : "in resource 0x" + hex(UInt64(allocation.resource), digits: 8),
        ]
      }
  }
}

extension Report.Memory {
  fileprivate var text: String {
    switch self {
    case .backingStore: "backing store"
    case .caller: "caller's memory"
    case .shared: "opened"
    }
  }
}
