import DDI
import Dxgkrnl
import Locks
import WDDM

/// The driver's mistakes while it started, in order.
final class FindingList: DriverFindings, EventSink {
  private let list = Guarded<[Finding]>([], rank: .trace)

  var all: [Finding] { list.withLock { $0 } }

  /// From callbacks outside of any call.
  func found(_ finding: DriverFinding) {
    add(Finding(finding))
  }

  /// From the kernel.
  func record(_ event: borrowing Event) {
    if case .finding(let finding) = copy event { add(finding) }
  }

  private func add(_ finding: Finding) { list.withLock { $0.append(finding) } }
}
