import Foundation

/// A recorded workload, played on paper: what a report of playing it must say. Shares nothing with what it checks.
struct Workload {
  struct Allocation: Hashable {
    let number: Int
    let size: Int
    let isCallers: Bool
  }

  private(set) var created = 0
  private(set) var destroyed = 0
  private(set) var destroyedWhileLocked = 0
  private(set) var locks = 0
  private(set) var alive: [Allocation] = []
  private(set) var peakOfOurs = 0
  private(set) var peakOfCallers = 0
  /// The creation that did not fit, and the charge that it would have made.
  private(set) var refused: (allocation: Allocation, charge: Int)?

  /// - Parameter commit: bytes of ours at once; playing ends with the first creation beyond.
  init(_ file: URL, commit: Int = .max) throws {
    var locked: Set<Int> = []
    for line in try String(contentsOf: file, encoding: .utf8).split(separator: "\n").dropFirst() {
      let fields = line.split(separator: ",", omittingEmptySubsequences: false)
      switch fields[0] {
      case "create":
        let allocation = Allocation(number: Int(fields[1])!, size: Int(fields[2])!, isCallers: fields[3] == "1")
        let charge = bytes(callers: false) + allocation.size
        guard allocation.isCallers || charge <= commit else {
          refused = (allocation, charge)
          return
        }
        created += 1
        alive.append(allocation)
        peakOfOurs = max(peakOfOurs, bytes(callers: false))
        peakOfCallers = max(peakOfCallers, bytes(callers: true))
      case "destroy":
        let number = Int(fields[1])!
        destroyed += 1
        if locked.contains(number) { destroyedWhileLocked += 1 }
        alive.removeAll { $0.number == number }
      case "lock":
        locks += 1
        locked.insert(Int(fields[1])!)
      default: break
      }
    }
  }

  func bytes(callers: Bool) -> Int { alive.filter { $0.isCallers == callers }.reduce(0) { $0 + $1.size } }
}
