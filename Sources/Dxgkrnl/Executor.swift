/// Who finishes what could not be finished at once: a destroy that waited for somebody's reference.
///
/// Nobody waits for a driver, so a destroy ends the handle and the rest may come later. When it comes is the shell's
/// choice: an embedded kernel has no executor and finishes at the end of the next call of the process; a daemon gives
/// the work to a worker; a test under virtual time runs it when its time has come.
package protocol Executor: AnyObject, Sendable {
  /// Something of `process` may be finished now: call ``Process/finishDeferred()`` soon, from outside of every call and
  /// callback. Called often, from any thread, with gates and locks held; it only takes note.
  func workIsWaiting(for process: Process)
}
