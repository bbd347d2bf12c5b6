package import WDDM

/// `D3DDDICB_LOCKFLAGS`: how D3DKMTLock is to make an allocation visible to the CPU (WDDM 1.x).
package struct LockFlags: OptionSet, Hashable, Sendable {
  package let rawValue: UInt32
  package init(rawValue: UInt32) { self.rawValue = rawValue }

  package static let readOnly = Self(rawValue: 1 << 0)
  package static let writeOnly = Self(rawValue: 1 << 1)
  /// A busy allocation fails the lock instead of making it wait (U-166).
  package static let donotWait = Self(rawValue: 1 << 2)
  /// Do not ask whether the GPU is done; counts beside `donotWait` only (U-165).
  package static let ignoreSync = Self(rawValue: 1 << 3)
  /// All of the allocation, so there is no list of pages (U-169).
  package static let lockEntire = Self(rawValue: 1 << 4)
  /// Fail rather than evict (U-167).
  package static let donotEvict = Self(rawValue: 1 << 5)
  /// Through an unswizzling range, so that the CPU sees rows.
  package static let acquireAperture = Self(rawValue: 1 << 6)
  /// The content is of no use any more: another instance will do (U-175).
  package static let discard = Self(rawValue: 1 << 7)
  /// No command buffer that was not submitted names the allocation: its current instance will do too (U-179).
  package static let noExistingReference = Self(rawValue: 1 << 8)
  /// Another range of addresses than the allocation's own.
  package static let useAlternateVA = Self(rawValue: 1 << 9)
  /// Wait for what the GPU writes, not for what it reads (U-168).
  package static let ignoreReadSync = Self(rawValue: 1 << 10)

  static let known = Self(rawValue: 0x7FF)
}

extension LockFlags {
  /// Whether the flags go together, whatever they are asked of.
  ///
  /// - Throws: `STATUS_INVALID_PARAMETER` for reserved bits (W-287), ReadOnly with WriteOnly (U-155), IgnoreSync with
  ///   AcquireAperture (U-156), UseAlternateVA without AcquireAperture (U-157).
  package func validate() throws(Refusal) {
    guard isSubset(of: .known) else { throw refusal("W-287") }
    if isSuperset(of: [.readOnly, .writeOnly]) { throw refusal("U-155") }
    if isSuperset(of: [.ignoreSync, .acquireAperture]) { throw refusal("U-156") }
    if contains(.useAlternateVA), !contains(.acquireAperture) { throw refusal("U-157") }
  }

  func refusal(_ rule: Rule) -> Refusal { Refusal(.invalidParameter, rule, "Flags", UInt64(rawValue)) }
}
