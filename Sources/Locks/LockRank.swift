/// The order of every lock and gate. A thread takes one only while it holds none of the same or a higher rank.
///
///     the Direct3D runtime:  runtimeGate → runtime
///     gates:                 aloneGate → processGate → classGate
///     locks:                 kernel → adapter → process → objects → fences → memory → driver → trace
///
/// Gates say who may be in a driver and are held while it runs; state locks never are. A driver's callback takes state
/// locks only. Checked builds stop at the first acquisition out of order.
public enum LockRank: UInt32, Sendable {
  /// One thread at a time asks the kernel about a resource of a user-mode driver.
  case runtimeGate
  /// The Direct3D runtime's own records. Never held while a driver or the kernel runs.
  case runtime

  /// Levels two and three run alone: whoever is in here takes every process's gate (K-343, K-344).
  case aloneGate
  /// Level zero: no two threads of one process are in a driver (K-079).
  case processGate
  /// Level one: one thread in a class of functions (K-345).
  case classGate

  case kernel, adapter, process, objects
  /// The values of all monitored fences, and who waits for them.
  case fences
  /// Files, views and frames.
  case memory
  /// A driver's own lock. Taken inside a DDI and given back before the driver calls back.
  case driver
  /// Leaf: an event may be recorded from anywhere.
  case trace

  var bit: UInt32 { 1 << rawValue }
}
