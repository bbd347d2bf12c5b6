import WDDM

extension ReportText {
  /// Nothing for a program that shares nothing.
  var sharing: [String] {
    let census = report.sharing
    guard census.created > 0 || census.opened > 0 else { return [] }
    let alive = UInt64(census.alive.count) + census.aliveLeftOut
    let remaining = alive == 0 ? "none alive" : "\(grouped(alive)) alive: " + Quantity.bytes(census.aliveBytes)
    var table = Table([.right, .right, .left, .left])
    for resource in census.alive.prefix(rowLimit) {
      table.add(
        "#\(resource.ordinal)", Quantity.bytes(resource.bytes), "made by \(resource.creator.text)",
        resource.openers.isEmpty
          ? "held by NT handles" : "open as " + resource.openers.map(\.text).joined(separator: ", "))
    }
    let summary = "\(grouped(census.created)) created, \(grouped(census.opened)) opened, \(remaining)"
    return [ink.heading("Shared resources") + "  " + summary] + table.lines
      + more(UInt64(census.alive.dropFirst(rowLimit).count) + census.aliveLeftOut, "shared resource")
  }
}

extension Report.SharedResource {
  fileprivate var creator: Opener { Opener(process: process, resource: resource) }
}

extension Report.SharedResource.Opener {
  fileprivate var text: String { "0x" + hex(UInt64(resource), digits: 8) + " of process \(process)" }
}
