import WDDM

extension ReportText {
  /// How many allocations came and went; those that are alive follow by who made them, most bytes first.
  var allocations: [String] {
    let census = report.allocations
    let alive = UInt64(census.alive.count) + census.aliveLeftOut
    let remaining = alive == 0 ? "none alive" : ink.alarm("\(grouped(alive)) alive")
    var lines = [
      ink.heading("Allocations") + "  \(grouped(census.created)) created, \(grouped(census.destroyed)) destroyed"
        + " (\(grouped(census.destroyedWhileLocked)) while locked), \(remaining)"
        + (alive == 0 ? "" : ": " + Quantity.bytes(census.aliveBytes))
    ]
    var room = rowLimit
    for group in MakerGroup.groups(of: census.alive) where room > 0 {
      lines.append("  \(grouped(UInt64(group.allocations.count))) by \(maker(group)): \(Quantity.bytes(group.bytes))")
      let shown = group.allocations.prefix(room)
      lines += rows(shown).map { "    " + $0 }
      room -= shown.count
    }
    return lines + more(alive - UInt64(rowLimit - room), "allocation")
  }

  private func maker(_ group: MakerGroup) -> String {
    let process = report.processes.count > 1 ? " of process \(group.key.process)" : ""
    let device = "device 0x" + hex(UInt64(group.key.device), digits: 8)
    return "\(group.key.function), \(group.key.site.text), on \(device)\(process)"
  }

  private func rows(_ allocations: ArraySlice<Report.LiveAllocation>) -> [String] {
    var table = Table([.right, .left, .right, .left, .left])
    for allocation in allocations {
      table.add(
        "#\(grouped(allocation.ordinal))", "0x" + hex(UInt64(allocation.handle), digits: 8),
        Quantity.bytes(allocation.size), allocation.memory.text + (allocation.locked ? ", locked" : ""),
        allocation.resource == 0 ? "" : "in resource 0x" + hex(UInt64(allocation.resource), digits: 8))
    }
    return table.lines
  }
}

/// Living allocations that were made at one place, for one device.
private struct MakerGroup {
  struct Key: Hashable {
    let process: UInt32
    let device: UInt32
    let function: String
    let site: Report.CallSite
  }

  let key: Key
  private(set) var allocations: [Report.LiveAllocation] = []
  private(set) var bytes: UInt64 = 0

  /// Most bytes first; equal ones in the order of their oldest allocation.
  static func groups(of allocations: [Report.LiveAllocation]) -> [MakerGroup] {
    var groups: [MakerGroup] = []
    var places: [Key: Int] = [:]
    for allocation in allocations {
      let key = Key(
        process: allocation.process, device: allocation.device, function: allocation.function, site: allocation.site)
      let place = places[key] ?? groups.count
      if place == groups.count {
        places[key] = place
        groups.append(MakerGroup(key: key))
      }
      groups[place].allocations.append(allocation)
      groups[place].bytes &+= allocation.size
    }
    return groups.enumerated().sorted { ($1.element.bytes, $0.offset) < ($0.element.bytes, $1.offset) }.map(\.element)
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
