internal import CSystem

/// Checks ``LockRank`` in checked builds; nothing otherwise.
@usableFromInline enum LockOrder {
  @inline(__always) static func willAcquire(_ rank: LockRank) {
    #if CHECKED
    let held = dxgk_held_ranks_get()
    precondition(
      held < rank.bit,
      "lock order: \(rank) is taken while rank \(31 - held.leadingZeroBitCount) is held; see LockRank")
    dxgk_held_ranks_set(held | rank.bit)
    #endif
  }

  /// Stops the program when state is touched without what protects it.
  @inline(__always) static func check(_ rank: LockRank) {
    #if CHECKED
    precondition(dxgk_held_ranks_get() & rank.bit != 0, "state is touched outside of its \(rank)")
    #endif
  }

  @inline(__always) static func didRelease(_ rank: LockRank) {
    #if CHECKED
    dxgk_held_ranks_set(dxgk_held_ranks_get() & ~rank.bit)
    #endif
  }
}

/// What this thread holds, for checks that a driver is entered with gates only (I-027).
public enum HeldLocks {
  /// Whether a state lock is held. Always false in builds without checks.
  public static var includesStateLock: Bool {
    #if CHECKED
    dxgk_held_ranks_get() >= LockRank.kernel.bit
    #else
    false
    #endif
  }
}
