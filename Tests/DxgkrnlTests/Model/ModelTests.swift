import DDI
import Dxgkrnl
import DxgTestKit
import Glibc
import Testing
import WDDM

/// The kernel agrees with the simplest possible model of it, operation for operation: processes that share resources,
/// keyed mutexes and synchronization objects by global and by NT handles, while adapters are reset, stopped, pulled out
/// and replaced, and processes exit.
///
/// `DXGK_MODEL_OPERATIONS` says how many operations there are in all; 100,000 unless it is set.
struct ModelTests {
  static let seeds: ClosedRange<UInt64> = 1...50

  static var operations: Int {
    guard let text = unsafe getenv("DXGK_MODEL_OPERATIONS"), let count = Int(unsafe String(cString: text)) else {
      return 100_000
    }
    return count
  }

  @Test(arguments: seeds) func kernelAgreesWithModel(seed: UInt64) throws {
    var run = try ModelRun(seed: seed)
    let steps = Self.operations / Self.seeds.count
    for step in 0..<steps {
      try run.step()
      try run.checkTotals()
      if step % 250 == 0 { try run.checkEverything() }
    }
    try run.checkEverything()
    try run.end()
    print("seed \(seed): \(steps) operations agree; succeeded: \(run.journal.tally)")
  }
}
