internal import Dxgkrnl

/// The processes of a machine, by number, and how many threads are in each.
///
/// A thread is in one from DxgCtlEnterProcess until it enters another, leaves, or ends. A process that exited is kept
/// for those who are still in it, and forgotten with the last: its number is not used again.
struct NumberedProcesses: ~Copyable {
  private struct Row {
    let process: Process
    var threads = 0
    var hasExited = false
  }

  private var rows: [UInt32: Row]
  private var next: UInt32 = 1

  /// - Parameter program: number 0, which is never forgotten; nobody counts who is in it.
  init(program: Process) { rows = [0: Row(process: program)] }

  subscript(number: UInt32) -> Process? { rows[number]?.process }

  mutating func add(_ process: Process) -> UInt32 {
    defer { next += 1 }
    rows[next] = Row(process: process)
    return next
  }

  /// One more thread is in it.
  mutating func enter(_ number: UInt32) -> Process? {
    rows[number]?.threads += 1
    return rows[number]?.process
  }

  /// One thread fewer is in it.
  ///
  /// - Returns: the process if it was forgotten; it goes when the caller has left the lock around this.
  mutating func leave(_ number: UInt32) -> Process? {
    rows[number]?.threads -= 1
    return forget(number)
  }

  /// It has exited. Returns as ``leave(_:)`` does.
  mutating func exited(_ number: UInt32) -> Process? {
    rows[number]?.hasExited = true
    return forget(number)
  }

  private mutating func forget(_ number: UInt32) -> Process? {
    guard number != 0, let row = rows[number], row.hasExited, row.threads == 0 else { return nil }
    rows[number] = nil
    return row.process
  }
}
