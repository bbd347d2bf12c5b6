package import Dxgkrnl
import Locks

/// An ``EventSink`` that keeps everything.
package final class RecordedEvents: EventSink {
  private let list = Guarded<[Event]>([], rank: .trace)

  package init() {}

  package func record(_ event: borrowing Event) {
    let copy = copy event
    list.withLock { $0.append(copy) }
  }

  package var all: [Event] { list.withLock { $0 } }
  package func forget() { list.withLock { $0 = [] } }

  /// What drivers did wrong, in the order in which it was found.
  package var findings: [Finding] {
    all.compactMap { event in
      guard case .finding(let finding) = event else { return nil }
      return finding
    }
  }

  package var created: [AllocationCreated] {
    all.compactMap { event in
      guard case .allocationCreated(let created) = event else { return nil }
      return created
    }
  }

  /// The handles of allocations that ended, with the locks that they had left.
  package var destroyed: [(allocation: UInt32, locks: UInt32)] {
    all.compactMap { event in
      guard case .allocationDestroyed(_, let allocation, let locks) = event else { return nil }
      return (allocation, locks)
    }
  }
}
