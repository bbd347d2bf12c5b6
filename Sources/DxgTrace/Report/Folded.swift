/// Equal things counted once, in the order of their first occurrence, up to a limit.
struct Folded<Key: Hashable, Value> {
  private(set) var values: [Value] = []
  /// Things that came when the list was full.
  private(set) var leftOut: UInt64 = 0
  private var places: [Key: Int] = [:]
  private let limit: Int

  init(limit: Int) { self.limit = limit }

  /// Adds a thing: a new one is made by `first`, a known one changed by `again`.
  mutating func add(_ key: Key, first: () -> Value, again: (inout Value) -> Void) {
    if let place = places[key] {
      again(&values[place])
    } else if values.count < limit {
      places[key] = values.count
      values.append(first())
    } else {
      leftOut += 1
    }
  }
}
