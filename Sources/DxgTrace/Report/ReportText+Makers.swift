import Dxgkrnl
import WDDM

/// Something living that a call made.
protocol Made {
  var maker: Report.Maker { get }
  var process: UInt32 { get }
  /// 0 for what belongs to no device.
  var device: UInt32 { get }
  /// 0 for what is no memory.
  var size: UInt64 { get }
}

extension Report.LiveAllocation: Made {}

extension Report.LiveKeyedMutex: Made {
  var process: UInt32 { created.process }
  var device: UInt32 { 0 }
  var size: UInt64 { 0 }
}

extension Report.LiveSyncObject: Made {
  var process: UInt32 { created.process }
  var device: UInt32 { created.device }
  var size: UInt64 { 0 }
}

extension Report.OpenNtHandle: Made {
  var process: UInt32 { created.process }
  var device: UInt32 { 0 }
  var size: UInt64 { 0 }
}

extension ReportText {
  /// What is alive, below a line for everyone who made some of it; what there is no room for is counted.
  ///
  /// - Parameters:
  ///   - leftOut: how many more there are than in `things`.
  ///   - one: what one of them is called.
  ///   - row: its cells.
  func byMaker<Thing: Made>(
    _ things: [Thing], _ alignments: [Table.Alignment], leftOut: UInt64, _ one: String, row: (Thing) -> [String]
  ) -> [String] {
    var lines: [String] = []
    var room = rowLimit
    for group in MakerGroup.groups(of: things) where room > 0 {
      let bytes = group.bytes == 0 ? "" : ": " + Quantity.bytes(group.bytes)
      lines.append("  \(grouped(UInt64(group.things.count))) by \(words(group.key))\(bytes)")
      var table = Table(alignments)
      let shown = group.things.prefix(room)
      for thing in shown { table.add(row(thing)) }
      lines += table.lines.map { "    " + $0 }
      room -= shown.count
    }
    return lines + more(UInt64(things.count - (rowLimit - room)) + leftOut, one)
  }

  private func words(_ key: MakerKey) -> String {
    let process = report.processes.count > 1 ? "process \(key.process)" : ""
    let device = key.device == 0 ? "" : "device 0x" + hex(UInt64(key.device), digits: 8)
    let place = [device, process].filter { !$0.isEmpty }.joined(separator: " of ")
    return "\(key.function), \(key.site.text)" + (place.isEmpty ? "" : ", \(device.isEmpty ? "in" : "on") \(place)")
  }
}

private struct MakerKey: Hashable {
  let process: UInt32
  let device: UInt32
  let function: String
  let site: Report.CallSite
}

/// Living things that were made at one place, for one device.
private struct MakerGroup<Thing: Made> {
  let key: MakerKey
  private(set) var things: [Thing] = []
  private(set) var bytes: UInt64 = 0

  /// Most bytes first; equal ones in the order of their oldest thing.
  static func groups(of things: [Thing]) -> [MakerGroup] {
    var groups: [MakerGroup] = []
    var places: [MakerKey: Int] = [:]
    for thing in things {
      let key = MakerKey(
        process: thing.process, device: thing.device, function: thing.maker.function, site: thing.maker.site)
      let place = places[key] ?? groups.count
      if place == groups.count {
        places[key] = place
        groups.append(MakerGroup(key: key))
      }
      groups[place].things.append(thing)
      groups[place].bytes &+= thing.size
    }
    return groups.enumerated().sorted { ($1.element.bytes, $0.offset) < ($0.element.bytes, $1.offset) }.map(\.element)
  }
}
