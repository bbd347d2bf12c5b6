import Testing

/// What a run did last, for whoever has to find out why it failed.
final class ModelJournal {
  private let seed: UInt64
  private var entries: [() -> String] = []
  private var count = 0
  /// How often each operation was asked for, and succeeded.
  private var tallies = [(asked: Int, done: Int)](repeating: (0, 0), count: ModelRun.Operation.allCases.count)

  init(seed: UInt64) { self.seed = seed }

  /// - Parameter entry: made into text only if it is asked for.
  func note(_ entry: @escaping () -> String) {
    if entries.count < 40 { entries.append(entry) } else { entries[count % 40] = entry }
    count += 1
  }

  func count(_ operation: ModelRun.Operation, isSuccess: Bool) {
    tallies[operation.rawValue].asked += 1
    if isSuccess { tallies[operation.rawValue].done += 1 }
  }

  /// The seed, and the last operations, the oldest first.
  var trail: Comment {
    let first = count - entries.count
    let lines = (first..<count).map { "  \($0): \(entries[$0 % 40]())" }
    return "seed \(seed), the last operations:\n\(lines.joined(separator: "\n"))"
  }

  /// How many of the operations of each kind succeeded.
  var tally: String {
    ModelRun.Operation.allCases.filter { tallies[$0.rawValue].asked > 0 }
      .map { "\($0) \(tallies[$0.rawValue].done)/\(tallies[$0.rawValue].asked)" }.joined(separator: ", ")
  }
}
