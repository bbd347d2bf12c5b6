internal import CSystem
internal import Synchronization

/// The lock beneath ``Guarded`` and the gates: one word, taken and given back by one atomic operation when nobody
/// waits.
///
/// Not the standard library's `Mutex`: its slow path is invisible to the thread sanitizer, which then reports races
/// that are none. This one is made of operations that the sanitizer sees.
struct FutexLock: ~Copyable {
  /// 0 open, 1 held, 2 held and somebody sleeps.
  private let word = Atomic<UInt32>(0)

  @inline(__always)
  borrowing func lock() {
    if word.compareExchange(expected: 0, desired: 1, ordering: .acquiring).exchanged { return }
    wait()
  }

  @inline(__always)
  borrowing func unlock() {
    if word.exchange(0, ordering: .releasing) == 2 { word.wake(1) }
  }

  @inline(never)
  private borrowing func wait() {
    while word.exchange(2, ordering: .acquiring) != 0 { word.sleep(while: 2) }
  }
}

extension Atomic where Value == UInt32 {
  /// Sleeps while the word is `value`; may wake for no reason.
  borrowing func sleep(while value: UInt32) {
    // SAFETY: an atomic never moves, and its storage is exactly the word that the futex is about.
    unsafe withUnsafeWord { unsafe dxgk_futex_wait($0, value) }
  }

  /// The same, until the monotonic clock shows `deadline` nanoseconds.
  borrowing func sleep(while value: UInt32, until deadline: UInt64) {
    // SAFETY: as above.
    unsafe withUnsafeWord { unsafe dxgk_futex_wait_until($0, value, deadline) }
  }

  borrowing func wake(_ count: Int32) {
    // SAFETY: as above.
    unsafe withUnsafeWord { unsafe dxgk_futex_wake($0, count) }
  }

  private borrowing func withUnsafeWord(_ body: (UnsafeMutableRawPointer) -> Void) {
    unsafe withUnsafePointer(to: self) { unsafe body(UnsafeMutableRawPointer(mutating: $0)) }
  }
}
