/// State that can be reached only with its lock held. No lock without its state, no state without its lock.
@safe public struct Guarded<State: ~Copyable>: ~Copyable, @unchecked Sendable {
  private let lock = FutexLock()
  private let cell: UnsafeMutablePointer<State>
  private let rank: LockRank

  public init(_ state: consuming State, rank: LockRank) {
    // SAFETY: allocated and initialised here, released in deinit, touched only under the lock.
    unsafe self.cell = UnsafeMutablePointer<State>.allocate(capacity: 1)
    unsafe self.cell.initialize(to: state)
    self.rank = rank
  }

  deinit {
    // SAFETY: the owner is gone, so nobody holds the lock.
    unsafe cell.deinitialize(count: 1)
    unsafe cell.deallocate()
  }

  /// Runs `body` with the lock held. Never call a driver in it.
  @inline(__always)
  public borrowing func withLock<Result: ~Copyable, Failure: Error>(
    _ body: (inout State) throws(Failure) -> Result
  ) throws(Failure) -> Result {
    LockOrder.willAcquire(rank)
    lock.lock()
    defer {
      lock.unlock()
      LockOrder.didRelease(rank)
    }
    // SAFETY: the lock is held; nobody else touches the cell.
    return try unsafe body(&cell.pointee)
  }
}
