/// Records of one kind that are made together, lie side by side, and live as long as the row.
///
/// Not synchronised: what may change in the records is protected by whoever owns the row.
@safe public struct RecordRow<Value: ~Copyable>: ~Copyable, @unchecked Sendable {
  private let places: UnsafeMutablePointer<Value>
  public let count: Int

  /// - Parameter make: makes the record at an index.
  public init(count: Int, _ make: (Int) -> Value) {
    // SAFETY: allocated and initialised here, released in deinit.
    unsafe places = UnsafeMutablePointer<Value>.allocate(capacity: count)
    self.count = count
    for index in 0..<count { unsafe (places + index).initialize(to: make(index)) }
  }

  deinit {
    unsafe places.deinitialize(count: count)
    unsafe places.deallocate()
  }

  public subscript(index: Int) -> Record<Value> {
    precondition(index >= 0 && index < count, "a record beyond the end of its row")
    // SAFETY: the place is inside, and initialised as long as the row lives.
    return unsafe Record(places + index)
  }
}
