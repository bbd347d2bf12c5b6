package import WDDM

/// Where NT handles are numbers: number in, reference out. The shell provides it.
///
/// Closing and duplicating a handle are the namespace's own (on Linux `close`, `dup`, `fork`, SCM_RIGHTS), so the
/// kernel is not told when a reference loses its last handle: it asks, see ``takeClosed()``.
package protocol HandleNamespace: AnyObject, Sendable {
  /// Makes the first handle of a reference.
  ///
  /// - Parameters:
  ///   - process: the ordinal of the process in which the number is valid, where processes have numbers of their own.
  ///   - isInheritable: programs that the process starts get the handle too (OBJ_INHERIT).
  /// - Returns: the number; never 0, and with none of the two top bits that every D3DKMT handle has (W-009).
  /// - Throws: `STATUS_NO_MEMORY` when the machine has no more handles (D-005).
  func makeHandle(to reference: NtReference, in process: UInt32, isInheritable: Bool) throws(Refusal) -> UInt64

  /// What a number refers to.
  ///
  /// - Throws: `STATUS_INVALID_HANDLE` for a number that is no handle (U-142); `STATUS_OBJECT_TYPE_MISMATCH` for a
  ///   handle of something else (U-154).
  func reference(of handle: UInt64, in process: UInt32) throws(Refusal) -> NtReference

  /// Closes a handle that its caller never learned of.
  func close(_ handle: UInt64, in process: UInt32)

  /// The references that lost their last handle since this was asked last. Each is returned once.
  func takeClosed() -> [NtReference]
}
