/// State that gates protect: touched only by a thread that is inside one. Behind a pointer, because a class's own
/// variables are checked for exclusive use at each access.
@safe public struct Gated<State: ~Copyable>: ~Copyable, @unchecked Sendable {
  private let cell: UnsafeMutablePointer<State>
  private let rank: LockRank

  /// - Parameter rank: what a thread holds when it touches the state; checked builds look.
  public init(_ state: consuming State, rank: LockRank) {
    // SAFETY: allocated and initialised here, released in deinit.
    unsafe cell = UnsafeMutablePointer<State>.allocate(capacity: 1)
    unsafe cell.initialize(to: state)
    self.rank = rank
  }

  deinit {
    unsafe cell.deinitialize(count: 1)
    unsafe cell.deallocate()
  }

  public var value: State {
    // SAFETY: the gate keeps everybody else out.
    @inline(__always) _read {
      LockOrder.check(rank)
      yield unsafe cell.pointee
    }
    @inline(__always) nonmutating _modify {
      LockOrder.check(rank)
      yield unsafe &cell.pointee
    }
  }
}
