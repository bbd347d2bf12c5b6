import Dxgkrnl
import WDDM

extension ReportText {
  /// Nothing for a program that has none; so too for the next two.
  var keyedMutexes: [String] {
    let census = report.keyedMutexes
    let destroyed = "destroyed (\(grouped(report.keyedMutexesDestroyedWhileAcquired)) while acquired)"
    return section("Keyed mutexes", census, ended: destroyed, left: "alive") {
      byMaker(census.list, [.right, .left, .left, .left, .left], leftOut: census.leftOut, "keyed mutex handle") {
        [
          "#\(grouped($0.ordinal))", handle($0.created.keyedMutex), object("mutex", $0.created.object),
          sharing($0.created.sharing, $0.created.globalShare, wasOpened: $0.created.wasOpened), $0.holder.text,
        ]
      }
    }
  }

  var syncObjects: [String] {
    let census = report.syncObjects
    return section("Synchronization objects", census, ended: "destroyed", left: "alive") {
      byMaker(census.list, [.right, .left, .left, .left], leftOut: census.leftOut, "synchronization object handle") {
        [
          "#\(grouped($0.ordinal))", handle($0.created.syncObject), object($0.created.typeName, $0.created.object),
          sharing($0.created.sharing, $0.created.globalShare, wasOpened: $0.created.wasOpened),
        ]
      }
    }
  }

  var ntHandles: [String] {
    let census = report.ntHandles
    return section("NT handles", census, ended: "closed", left: "open") {
      byMaker(census.list, [.right, .left, .left, .left], leftOut: census.leftOut, "NT handle") {
        [
          "#\(grouped(UInt64($0.created.ntHandle)))", $0.number == 0 ? "unknown" : "handle \($0.number)",
          $0.created.holds, $0.name.map { "named \"\($0)\"" } ?? "",
        ]
      }
    }
  }

  private func section<Living>(
    _ title: String, _ census: Report.HandleCensus<Living>, ended: String, left: String, rows: () -> [String]
  ) -> [String] {
    guard census.created > 0 || census.opened > 0 else { return [] }
    let remaining = census.alive == 0 ? "none \(left)" : ink.alarm("\(grouped(census.alive)) \(left)")
    let summary =
      "\(grouped(census.created)) created, \(grouped(census.opened)) opened, \(grouped(census.ended)) \(ended)"
    return ["\(ink.heading(title))  \(summary), \(remaining)"] + rows()
  }

  private func handle(_ value: UInt32) -> String { "0x" + hex(UInt64(value), digits: 8) }

  /// "fence 3". A recording of an older version does not say which.
  private func object(_ kind: String, _ ordinal: UInt32) -> String { ordinal == 0 ? kind : "\(kind) \(ordinal)" }

  private func sharing(_ sharing: ObjectSharing, _ globalHandle: UInt32, wasOpened: Bool) -> String {
    let how =
      switch sharing {
      case .none: "not shared"
      case .globalHandle: "shared as \(handle(globalHandle))"
      case .ntHandles: "shared by NT handles"
      }
    return wasOpened ? how + ", opened" : how
  }
}

extension Report.LiveKeyedMutex.Holder {
  fileprivate var text: String {
    switch self {
    case .nobody: "free"
    case .thisHandle: "acquired"
    case .anotherHandle: "acquired by another handle"
    case .abandoned: "abandoned"
    }
  }
}

extension NtHandleCreated {
  /// "shared resource #1, mutex 2".
  fileprivate var holds: String {
    var parts: [String] = []
    if sharedResource != 0 { parts.append("shared resource #\(sharedResource)") }
    if keyedMutex != 0 { parts.append("keyed mutex \(keyedMutex)") }
    if syncObject != 0 { parts.append("synchronization object \(syncObject)") }
    return parts.joined(separator: ", ")
  }
}
