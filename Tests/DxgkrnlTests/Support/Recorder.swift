import Synchronization

/// Counts from 0.
final class Recorder: Sendable {
  private let count = Atomic<Int>(0)
  func next() -> Int { count.wrappingAdd(1, ordering: .relaxed).oldValue }
  var passed: Int { count.load(ordering: .relaxed) }
}
