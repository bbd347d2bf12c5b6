internal import Synchronization

// MARK: - Resolve and release

extension HandleTable {
  /// The record that `handle` names, with a reference taken; nothing for a handle that is stale, of another kind, of
  /// another process, or that never existed: the four cannot be told apart (I-014).
  @inline(__always)
  public func resolve<Value: ~Copyable>(_ handle: UInt32, _ kind: ObjectKind<Value>) -> Record<Value>? {
    guard handle & 0x3F == instance, let slot = unsafe find(Self.index(handle)) else { return nil }
    let expected = Word.of(handle, kind.code, .live)
    var word = unsafe slot.pointee.word.load(ordering: .acquiring)
    while word & ~Word.references == expected {
      let (exchanged, seen) = unsafe slot.pointee.word.weakCompareExchange(
        expected: word, desired: word + 1, ordering: .acquiring)
      if exchanged { return unsafe Record(opaque: slot.pointee.record!) }
      word = seen
    }
    return nil
  }

  /// The record that `handle` names if it is live, or reserved and `reservedToo`; without a reference, for one who
  /// knows by other means that it stays.
  @inline(__always)
  public func peek<Value: ~Copyable>(
    _ handle: UInt32, _ kind: ObjectKind<Value>, reservedToo: Bool = false
  ) -> Record<Value>? {
    guard handle & 0x3F == instance, let slot = unsafe find(Self.index(handle)) else { return nil }
    let word = unsafe slot.pointee.word.load(ordering: .acquiring) & ~Word.references
    guard
      word == Word.of(handle, kind.code, .live) || (reservedToo && word == Word.of(handle, kind.code, .reserved))
    else { return nil }
    return unsafe Record(opaque: slot.pointee.record!)
  }

  /// Takes a reference on a handle that is live, or reserved by the call in whose callback this is (K-195).
  public func hold<Value: ~Copyable>(_ handle: UInt32, _ kind: ObjectKind<Value>) -> Bool {
    guard handle & 0x3F == instance, let slot = unsafe find(Self.index(handle)) else { return false }
    var word = unsafe slot.pointee.word.load(ordering: .acquiring)
    while [.live, .reserved].contains(where: { word & ~Word.references == Word.of(handle, kind.code, $0) }) {
      let (exchanged, seen) = unsafe slot.pointee.word.weakCompareExchange(
        expected: word, desired: word + 1, ordering: .acquiring)
      if exchanged { return true }
      word = seen
    }
    return false
  }

  /// Gives back what ``hold(_:_:)`` took, if anything is out on that handle: the number comes from a driver.
  public func giveBack(_ handle: UInt32) -> Bool {
    guard let slot = unsafe find(Self.index(handle)) else { return false }
    var word = unsafe slot.pointee.word.load(ordering: .acquiring)
    while UInt32(truncatingIfNeeded: word >> 32) == handle, word & Word.references > 0 {
      let (exchanged, seen) = unsafe slot.pointee.word.weakCompareExchange(
        expected: word, desired: word - 1, ordering: .acquiringAndReleasing)
      if exchanged { return true }
      word = seen
    }
    return false
  }

  /// Gives a reference back.
  ///
  /// - Returns: whether it was the last one on a dying handle, so that its object can now go.
  @inline(__always) @discardableResult
  public func release(_ handle: UInt32) -> Bool {
    let word = unsafe slot(handle).pointee.word.wrappingSubtract(1, ordering: .acquiringAndReleasing).newValue
    return word & Word.references == 0 && Word.state(word) == .dying
  }

  /// Ends a live handle: it resolves for nobody any more.
  ///
  /// - Returns: how many references are still out; nil when it was not live. One that is listed twice is live once.
  @inline(__always)
  public func end(_ handle: UInt32) -> UInt64? {
    let slot = unsafe slot(handle)
    var word = unsafe slot.pointee.word.load(ordering: .relaxed)
    while UInt32(truncatingIfNeeded: word >> 32) == handle, Word.state(word) == .live {
      let (exchanged, seen) = unsafe slot.pointee.word.weakCompareExchange(
        expected: word, desired: word + Word.step(from: .live, to: .dying), ordering: .acquiringAndReleasing)
      if exchanged { return word & Word.references }
      word = seen
    }
    return nil
  }

  /// Takes ``end(_:)`` back, for a list that turned out to be bad further on (I-013).
  public func revive(_ handle: UInt32) {
    unsafe slot(handle).pointee.word.add(Word.step(from: .dying, to: .live))
  }

  /// References that are out on a handle that is reserved, live or dying.
  @inline(__always)
  public func references(_ handle: UInt32) -> UInt64 {
    unsafe slot(handle).pointee.word.load(ordering: .acquiring) & Word.references
  }
}
