import DDI
import Locks
import WDDM

/// Findings, in the order in which they were made.
final class FoundList: DriverFindings {
  private let list = Guarded<[DriverFinding]>([], rank: .trace)

  func found(_ finding: DriverFinding) { list.withLock { $0.append(finding) } }

  var all: [DriverFinding] { list.withLock { $0 } }
  var texts: [String] { all.map { "\($0)" } }
  var rules: [Rule] { all.map(\.rule) }
}
