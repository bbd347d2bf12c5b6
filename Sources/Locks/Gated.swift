/// State that a gate protects: changed by whoever is in it alone, read by everybody inside. Behind a pointer, because a
/// class's own variables are checked for exclusive use at each read.
@safe public struct Gated<State>: ~Copyable, @unchecked Sendable {
  private let cell: UnsafeMutablePointer<State>

  public init(_ state: State) {
    // SAFETY: allocated and initialised here, released in deinit.
    unsafe cell = UnsafeMutablePointer<State>.allocate(capacity: 1)
    unsafe cell.initialize(to: state)
  }

  deinit {
    unsafe cell.deinitialize(count: 1)
    unsafe cell.deallocate()
  }

  /// Read inside the gate; changed inside the gate, alone.
  public var value: State {
    // SAFETY: the gate keeps writers and readers apart.
    @inline(__always) _read { yield unsafe cell.pointee }
    @inline(__always) nonmutating _modify { yield unsafe &cell.pointee }
  }
}
