package import WDDM

/// How D3DKMTLock holds one device's view of an allocation.
///
///     unlocked ──lock──▶ plain ◀──lock/unlock──▶ plain, counted
///         └──lock with AcquireAperture──▶ ranged: exactly one lock at a time
///
/// Plain locks nest (U-182); one through an unswizzling range, or at an alternate address, is alone (U-159, U-160,
/// U-162).
package struct LockState: Hashable, Sendable {
  /// Locks that no unlock answered yet.
  package private(set) var count: UInt32 = 0
  private var isRanged = false
  private var isAlternate = false

  package init() {}

  /// One more lock.
  ///
  /// - Throws: `STATUS_INVALID_PARAMETER` (U-159, U-160, U-162) when the locks that are out and this one exclude each
  ///   other.
  package mutating func lock(_ flags: LockFlags) throws(Refusal) {
    if count > 0 {
      if isAlternate { throw flags.refusal("U-159") }
      if isRanged { throw flags.refusal("U-162") }
      if flags.contains(.acquireAperture) { throw flags.refusal("U-160") }
    }
    count += 1
    isRanged = flags.contains(.acquireAperture)
    isAlternate = flags.contains(.useAlternateVA)
  }

  /// One lock less.
  ///
  /// - Returns: false when there is none (U-182).
  package mutating func unlock() -> Bool {
    guard count > 0 else { return false }
    count -= 1
    if count == 0 { self = LockState() }
    return true
  }
}
