/// One figure: what is measured, against what, and the goal.
struct Row {
  enum Goal {
    /// Ours is so many times faster than the peer.
    case atLeastTimesFaster(Double)
    /// Ours takes at most so many times as long as the peer.
    case atMostTimes(Double)
    /// Ours, in its unit, stays below.
    case below(Double)
    /// For reading only.
    case none
  }

  let name: String
  let unit: String
  let ours: Program
  let peer: Program?
  let goal: Goal
}

/// What a row came to. `ratio` is the median over the rounds, `low` and `high` its extremes.
struct Result: Encodable {
  let name: String
  let unit: String
  let ours: Double
  let peer: Double?
  let ratio: Double?
  let low: Double?
  let high: Double?
  let goal: String
  let met: Bool?

  /// - Parameter rounds: what ours and the peer measured in each round.
  init(_ row: Row, rounds: [(ours: Double, peer: Double?)]) {
    name = row.name
    unit = row.unit
    ours = Self.median(rounds.map(\.ours))
    let peers = rounds.compactMap(\.peer)
    peer = peers.isEmpty ? nil : Self.median(peers)
    let ratios = rounds.compactMap { round in
      round.peer.map { if case .atMostTimes = row.goal { round.ours / $0 } else { $0 / round.ours } }
    }
    ratio = ratios.isEmpty ? nil : Self.median(ratios)
    low = ratios.min()
    high = ratios.max()
    switch row.goal {
    case .atLeastTimesFaster(let times):
      goal = "at least \(Self.text(times, digits: times == times.rounded() ? 0 : 1))x faster"
      met = ratio.map { $0 >= times }
    case .atMostTimes(let times):
      goal = "at most \(Self.text(times, digits: 2))x"
      met = ratio.map { $0 <= times }
    case .below(let value):
      goal = "below \(Self.text(value)) \(row.unit)"
      met = ours < value
    case .none:
      goal = "-"
      met = nil
    }
  }

  static func median(_ values: [Double]) -> Double {
    let sorted = values.sorted()
    let middle = sorted.count / 2
    return sorted.count % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2
  }

  /// A number as people write it: no digits that say nothing.
  static func text(_ value: Double, digits: Int = 0) -> String {
    let scale = digits == 0 ? 1.0 : digits == 1 ? 10.0 : 100.0
    let scaled = Int((value * scale).rounded())
    guard digits > 0 else { return "\(scaled)" }
    return "\(scaled / Int(scale)).\(String(scaled % Int(scale) + Int(scale)).dropFirst())"
  }
}
