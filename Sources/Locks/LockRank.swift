/// The order of every lock and gate. A thread takes one only while it holds none of the same or a higher rank.
///
///     runtime: runtimeGate → runtime, above the kernel: nothing of it is held when the kernel calls back
///     gates:  adapterGate → processGate → classGate
///     locks:  kernel → adapter → process → objects → memory → driver → trace
///
/// Gates say who may be in a driver and are held while it runs; state locks never are. A driver's callback takes state
/// locks only. Checked builds stop at the first acquisition out of order.
public enum LockRank: UInt32, Sendable {
  /// One thread at a time asks the kernel about a resource of a user-mode driver.
  case runtimeGate
  /// The Direct3D runtime's own records. Never held while a driver or the kernel runs.
  case runtime

  /// Adapter levels two and three run alone; everything else shares the adapter (K-343, K-344).
  case adapterGate
  /// Level zero: no two threads of one process are in the driver (K-079).
  case processGate
  /// Level one: one thread in a class of functions (K-345).
  case classGate

  case kernel, adapter, process, objects
  /// Files, views and frames.
  case memory
  /// A driver's own lock: taken inside a DDI, where callbacks may still need the locks above it… so a driver releases it
  /// before it calls back.
  case driver
  /// Leaf: an event may be recorded from anywhere.
  case trace

  var bit: UInt32 { 1 << rawValue }
}
