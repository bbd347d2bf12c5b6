internal import Glibc
internal import Synchronization

/// The D3DKMT handles of one process: adapters, devices, resources and allocations in one table (U-002, W-003).
///
///     31 30 29                            6 5        0
///     ┌────┬───────────────────────────────┬──────────┐
///     │lap │             index             │ instance │
///     └────┴───────────────────────────────┴──────────┘
///
/// Indices rise in one cycle through 2^24, and each time round the lap goes 1, 2, 3, 1: a value comes back after some
/// fifty million creations (I-005), is never 0, and a stale one does not resolve (I-002). `instance` is 0 for local
/// handles and 2 for global ones (U-003, U-007).
///
/// A slot is one atomic word, so looking up needs no lock: one compare-and-swap checks the handle, its kind and its
/// state and takes a reference. Slots live in chunks of 256 that exist while they hold something. A chunk is recycled
/// inside the table and never unmapped, so a stale reader meets a different handle, never freed memory.
///
/// Every slot is in exactly one of these states:
///
/// - **free**
/// - **reserved**: resolves for the driver's callbacks of the creating call and for nobody else (I-007).
/// - **live**: resolves for everybody.
/// - **dying**: resolves for nobody, and waits until the last reference is given back (I-009).
@safe public final class HandleTable: @unchecked Sendable {
  /// By chunk number: its slots, or null.
  private let directory: UnsafeMutablePointer<Atomic<UInt>>
  private let instance: UInt32
  /// Chunks from here on were never used: where a walk ends.
  private let ceiling = Atomic<Int>(0)

  private static var chunkCount: Int { 1 << 16 }

  /// - Parameter instance: the low six bits of every handle.
  public init(instance: UInt32 = 0) {
    // SAFETY: zeroed memory is an array of atomic zeros. 512 KiB of addresses; pages are touched as chunks are.
    unsafe directory = calloc(Self.chunkCount, MemoryLayout<Atomic<UInt>>.stride)!
      .bindMemory(to: Atomic<UInt>.self, capacity: Self.chunkCount)
    self.instance = instance
  }

  deinit {
    // SAFETY: nobody has the table any more; a chunk begins one slot before its first.
    for chunk in 0..<ceiling.load(ordering: .acquiring) {
      if let first = unsafe find(UInt32(chunk) << 8) { unsafe free(first - 1) }
    }
    unsafe free(directory)
  }

  /// What only one thread at a time may change: where the next handle comes from. Lives behind the owner's lock.
  @safe public struct Writer: ~Copyable, @unchecked Sendable {
    /// The index that is tried next, and its lap.
    public internal(set) var position: UInt32 = 0
    public internal(set) var lap: UInt32 = 1
    public internal(set) var live = 0
    /// How many handles were ever reserved: a statistic.
    public internal(set) var reservations: UInt64 = 0
    /// How many may be live at once.
    public var limit: Int
    var spare: [UnsafeMutablePointer<Slot>] = unsafe []
    var chunks = 0

    public init(limit: Int = 1 << 24) { self.limit = min(limit, 1 << 24) }

    deinit { unsafe spare.forEach { unsafe free($0) } }
  }
}

/// What a handle names: a code for the table, and the type of the record for the compiler.
public struct ObjectKind<Value: ~Copyable>: Sendable {
  let code: UInt64
  public init(code: UInt64) { self.code = code }
}

// MARK: - Reserve, publish, retire

extension HandleTable {
  /// Reserves the next handle for `record`, or nothing when the table is full (D-003).
  @inline(__always)
  public func reserve<Value: ~Copyable>(
    _ kind: ObjectKind<Value>, _ record: Record<Value>, _ writer: inout Writer
  ) -> UInt32? {
    guard writer.live < writer.limit else { return nil }
    while true {
      let index = writer.position
      // SAFETY: see `slot(_:)`; a chunk that is missing is made.
      let slot = unsafe find(index) ?? makeChunk(for: index, &writer)
      let handle = writer.lap << 30 | index << 6 | instance
      writer.advance()
      if unsafe slot.pointee.word.load(ordering: .relaxed) != 0 { continue }
      unsafe slot.pointee.record = record.opaque
      unsafe slot.pointee.word.store(Word.of(handle, kind.code, .reserved), ordering: .releasing)
      unsafe Self.head(of: slot, index).pointee.live += 1
      writer.live += 1
      writer.reservations += 1
      return handle
    }
  }

  /// Makes a reserved handle resolve for everybody. Comes last, when its object is complete (I-007).
  @inline(__always)
  public func publish(_ handle: UInt32) {
    let slot = unsafe slot(handle)
    let word = unsafe slot.pointee.word.load(ordering: .relaxed)
    if word & Word.references == 0 {
      // Nobody holds it and nobody can: a reserved handle resolves for callbacks of this thread's own call only.
      unsafe slot.pointee.word.store(word &+ Word.step(from: .reserved, to: .live), ordering: .releasing)
    } else {
      unsafe slot.pointee.word.add(Word.step(from: .reserved, to: .live))
    }
  }

  /// Frees the slot of a handle that is reserved or dying, and that nobody holds.
  @inline(__always)
  public func retire(_ handle: UInt32, _ writer: inout Writer) {
    let index = Self.index(handle)
    let slot = unsafe slot(handle)
    unsafe slot.pointee.word.store(0, ordering: .releasing)
    writer.live -= 1
    let head = unsafe Self.head(of: slot, index)
    unsafe head.pointee.live -= 1
    if unsafe head.pointee.live == 0, index >> 8 != writer.position >> 8 { recycleChunk(index, &writer) }
  }
}

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
  /// - Returns: whether it was live. A handle that is listed twice is live once.
  @inline(__always)
  public func end(_ handle: UInt32) -> Bool {
    let slot = unsafe slot(handle)
    var word = unsafe slot.pointee.word.load(ordering: .relaxed)
    while UInt32(truncatingIfNeeded: word >> 32) == handle, Word.state(word) == .live {
      let (exchanged, seen) = unsafe slot.pointee.word.weakCompareExchange(
        expected: word, desired: word + Word.step(from: .live, to: .dying), ordering: .acquiringAndReleasing)
      if exchanged { return true }
      word = seen
    }
    return false
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

// MARK: - What is there

extension HandleTable {
  /// The live handles of one kind, in the order of their indices: for the end of a process, and for people. Behind the
  /// owner's lock: a chunk that empties is recycled.
  public func live<Value: ~Copyable>(_ kind: ObjectKind<Value>) -> [UInt32] {
    var handles: [UInt32] = []
    for chunk in 0..<ceiling.load(ordering: .acquiring) {
      guard let first = unsafe find(UInt32(chunk) << 8) else { continue }
      for index in 0..<256 {
        let word = unsafe first[index].word.load(ordering: .acquiring)
        if Word.state(word) == .live, word >> 28 & 0xF == kind.code {
          handles.append(UInt32(truncatingIfNeeded: word >> 32))
        }
      }
    }
    return handles
  }
}

// MARK: - Where the cursor stands

extension HandleTable.Writer {
  /// Where the next handle will come from.
  public struct Mark: Equatable, Sendable {
    let position: UInt32
    let lap: UInt32
  }

  public var mark: Mark { Mark(position: position, lap: lap) }

  /// Puts the cursor back, so that a call that failed consumes no value (U-004, W-005). Sound while every creation of
  /// the process happens inside its gate: nobody took a handle in between.
  public mutating func rewind(to mark: Mark) {
    position = mark.position
    lap = mark.lap
  }

  @inline(__always)
  mutating func advance() {
    position += 1
    if position == 1 << 24 {
      position = 0
      lap = lap == 3 ? 1 : lap + 1
    }
  }
}

// MARK: - Slots

extension HandleTable {
  @safe struct Slot: ~Copyable {
    let word: Atomic<UInt64>
    var record: UnsafeMutableRawPointer?
  }

  /// Stands before the slots of a chunk.
  struct Head {
    var live: Int
    var unused: Int
  }

  @inline(__always)
  static func index(_ handle: UInt32) -> UInt32 { handle >> 6 & 0xFF_FFFF }

  @inline(__always)
  private func find(_ index: UInt32) -> UnsafeMutablePointer<Slot>? {
    // SAFETY: a chunk holds 256 slots, and stays allocated as long as the table.
    guard
      let chunk = unsafe UnsafeMutablePointer<Slot>(
        bitPattern: directory[Int(index >> 8)].load(ordering: .acquiring))
    else { return nil }
    return unsafe chunk + Int(index & 0xFF)
  }

  /// The slot of a handle that this table gave out and that was not retired.
  @inline(__always)
  private func slot(_ handle: UInt32) -> UnsafeMutablePointer<Slot> { unsafe find(Self.index(handle))! }

  @inline(__always)
  private static func head(of slot: UnsafeMutablePointer<Slot>, _ index: UInt32) -> UnsafeMutablePointer<Head> {
    // SAFETY: makeChunk puts one head, as large as a slot, right before the first slot.
    unsafe UnsafeMutableRawPointer(slot - Int(index & 0xFF) - 1).assumingMemoryBound(to: Head.self)
  }

  @inline(never)
  private func makeChunk(for index: UInt32, _ writer: inout Writer) -> UnsafeMutablePointer<Slot> {
    // SAFETY: zeroed memory is 256 free slots behind a head that counts none; a spare chunk is all zeros again.
    let chunk: UnsafeMutablePointer<Slot>
    if let spare = unsafe writer.spare.popLast() {
      unsafe chunk = spare
    } else {
      let raw = unsafe calloc(257, MemoryLayout<Slot>.stride)!
      unsafe chunk = raw.assumingMemoryBound(to: Slot.self)
    }
    writer.chunks += 1
    ceiling.max(Int(index >> 8) + 1, ordering: .releasing)
    let first = unsafe chunk + 1
    unsafe directory[Int(index >> 8)].store(UInt(bitPattern: first), ordering: .releasing)
    return unsafe first + Int(index & 0xFF)
  }

  @inline(never)
  private func recycleChunk(_ index: UInt32, _ writer: inout Writer) {
    let entry = unsafe UnsafeMutablePointer<Slot>(
      bitPattern: directory[Int(index >> 8)].exchange(0, ordering: .acquiringAndReleasing))
    unsafe writer.spare.append(entry! - 1)
    writer.chunks -= 1
  }
}

// MARK: - The word of a slot

/// Handle (32 bits), kind (4), state (2), references (26).
private enum Word {
  enum State: UInt64 { case free, reserved, live, dying }

  static let references: UInt64 = (1 << 26) - 1

  @inline(__always)
  static func of(_ handle: UInt32, _ kind: UInt64, _ state: State) -> UInt64 {
    UInt64(handle) << 32 | kind << 28 | state.rawValue << 26
  }

  @inline(__always)
  static func state(_ word: UInt64) -> State { State(rawValue: word >> 26 & 3)! }

  @inline(__always)
  static func step(from: State, to: State) -> UInt64 { (to.rawValue &- from.rawValue) &<< 26 }
}

extension Atomic where Value == UInt64 {
  @inline(__always)
  fileprivate borrowing func add(_ difference: UInt64) {
    wrappingAdd(difference, ordering: .acquiringAndReleasing)
  }
}
