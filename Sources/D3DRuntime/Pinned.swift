/// A value at one address for as long as this lives: tables of functions that a driver fills, or was given.
@safe struct Pinned<Value>: ~Copyable {
  let address: UnsafeMutablePointer<Value>

  init(_ value: Value) {
    // SAFETY: released in deinit; whoever hands the address on keeps the owner.
    unsafe address = .allocate(capacity: 1)
    unsafe address.initialize(to: value)
  }

  deinit {
    unsafe address.deinitialize(count: 1)
    unsafe address.deallocate()
  }

  /// The address of one of its members. The path is one of stored properties.
  func address<Member>(of path: KeyPath<Value, Member>) -> UnsafeMutablePointer<Member> {
    // SAFETY: a stored property of a struct in memory lies at its offset.
    unsafe (UnsafeMutableRawPointer(address) + MemoryLayout<Value>.offset(of: path)!)
      .assumingMemoryBound(to: Member.self)
  }
}
