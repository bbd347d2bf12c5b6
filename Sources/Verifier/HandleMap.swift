/// What the verifier knows of a driver's objects, by the driver's handles: open addressing with linear probing, no
/// tombstones. A handle is a word of the driver's choosing, so it is scattered first; 0 is no handle.
///
/// Nothing is allocated while the number of objects does not grow.
@safe struct HandleMap<Record: BitwiseCopyable>: ~Copyable {
  // SAFETY: `capacity` keys, all initialised; a record is initialised where its key is not 0. Owned by this value
  // alone; every index is masked, and the map is never full.
  private var keys: UnsafeMutablePointer<UInt>
  private var records: UnsafeMutablePointer<Record>
  private var capacity: Int
  private(set) var count = 0

  init() {
    capacity = 64
    unsafe keys = .allocate(capacity: capacity)
    unsafe keys.initialize(repeating: 0, count: capacity)
    unsafe records = .allocate(capacity: capacity)
  }

  deinit {
    unsafe keys.deallocate()
    unsafe records.deallocate()
  }

  /// Where a key's probe begins.
  @inline(__always)
  private func home(_ key: UInt) -> Int {
    // The golden ratio's bits: handles that differ in any bit differ in the upper half of the product.
    Int(truncatingIfNeeded: (key &* 0x9E37_79B9_7F4A_7C15) >> 32) & (capacity - 1)
  }

  /// The place of `key`, or the empty one where it would be.
  @inline(__always)
  private func place(of key: UInt) -> Int {
    var index = home(key)
    while true {
      let found = unsafe keys[index]
      if found == key || found == 0 { return index }
      index = (index + 1) & (capacity - 1)
    }
  }

  @inline(__always)
  func contains(_ key: UInt) -> Bool { key != 0 && (unsafe keys[place(of: key)]) == key }

  /// The record of `key`. Setting nil removes it.
  subscript(key: UInt) -> Record? {
    @inline(__always) get {
      guard key != 0 else { return nil }
      let index = place(of: key)
      return unsafe keys[index] == key ? records[index] : nil
    }
    @inline(__always) set {
      guard key != 0 else { return }
      if let newValue { insert(newValue, at: key) } else { remove(key) }
    }
  }

  @inline(__always)
  private mutating func insert(_ record: Record, at key: UInt) {
    // At most three quarters full.
    if (count + 1) * 4 > capacity * 3 { grow() }
    let index = place(of: key)
    if unsafe keys[index] == 0 {
      count += 1
      unsafe keys[index] = key
    }
    unsafe (records + index).initialize(to: record)
  }

  /// Removes `key` and moves what probed past it into the gap.
  @inline(__always)
  private mutating func remove(_ key: UInt) {
    var gap = place(of: key)
    guard unsafe keys[gap] == key else { return }
    count -= 1
    var index = gap
    while true {
      index = (index + 1) & (capacity - 1)
      let other = unsafe keys[index]
      if other == 0 { break }
      // `other` may move when its home is not between the gap and where it is.
      let distance = (index - home(other)) & (capacity - 1)
      guard distance >= (index - gap) & (capacity - 1) else { continue }
      unsafe keys[gap] = other
      unsafe (records + gap).initialize(to: records[index])
      gap = index
    }
    unsafe keys[gap] = 0
  }

  /// Visits every key and its record, in no order.
  func forEach(_ body: (UInt, Record) -> Void) {
    for index in 0..<capacity {
      let key = unsafe keys[index]
      if key != 0 { body(key, unsafe records[index]) }
    }
  }

  mutating func removeAll() {
    unsafe keys.update(repeating: 0, count: capacity)
    count = 0
  }

  @inline(never)
  private mutating func grow() {
    let (oldKeys, oldRecords, oldCapacity) = unsafe (keys, records, capacity)
    capacity *= 2
    unsafe keys = .allocate(capacity: capacity)
    unsafe keys.initialize(repeating: 0, count: capacity)
    unsafe records = .allocate(capacity: capacity)
    for index in 0..<oldCapacity where unsafe oldKeys[index] != 0 {
      let to = unsafe place(of: oldKeys[index])
      unsafe keys[to] = oldKeys[index]
      unsafe (records + to).initialize(to: oldRecords[index])
    }
    unsafe oldKeys.deallocate()
    unsafe oldRecords.deallocate()
  }
}
