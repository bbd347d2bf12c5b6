internal import Glibc
internal import Synchronization

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
  func find(_ index: UInt32) -> UnsafeMutablePointer<Slot>? {
    // SAFETY: a chunk holds 256 slots, and stays allocated as long as the table.
    guard
      let chunk = unsafe UnsafeMutablePointer<Slot>(
        bitPattern: directory[Int(index >> 8)].load(ordering: .acquiring))
    else { return nil }
    return unsafe chunk + Int(index & 0xFF)
  }

  /// The slot of a handle that this table gave out and that was not retired.
  @inline(__always)
  func slot(_ handle: UInt32) -> UnsafeMutablePointer<Slot> { unsafe find(Self.index(handle))! }

  @inline(__always)
  static func head(of slot: UnsafeMutablePointer<Slot>, _ index: UInt32) -> UnsafeMutablePointer<Head> {
    // SAFETY: makeChunk puts one head, as large as a slot, right before the first slot.
    unsafe UnsafeMutableRawPointer(slot - Int(index & 0xFF) - 1).assumingMemoryBound(to: Head.self)
  }

  @inline(never)
  func makeChunk(for index: UInt32, _ writer: inout Writer) -> UnsafeMutablePointer<Slot> {
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
  func recycleChunk(_ index: UInt32, _ writer: inout Writer) {
    let entry = unsafe UnsafeMutablePointer<Slot>(
      bitPattern: directory[Int(index >> 8)].exchange(0, ordering: .acquiringAndReleasing))
    unsafe writer.spare.append(entry! - 1)
    writer.chunks -= 1
  }
}

// MARK: - The word of a slot

/// Handle (32 bits), kind (4), state (2), references (26).
enum Word {
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
  borrowing func add(_ difference: UInt64) {
    wrappingAdd(difference, ordering: .acquiringAndReleasing)
  }
}
