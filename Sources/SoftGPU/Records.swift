import CWDDM
import DDI

/// Objects of one kind, named by tokens that a stale or foreign handle does not match.
///
///     63          32 31         4 3    0
///     ┌─────────────┬────────────┬──────┐
///     │ generation  │ index + 1  │ kind │
///     └─────────────┴────────────┴──────┘
///
/// A generation is odd while its slot is in use. Slots are reused last out, first in; nothing is allocated while the
/// number of objects does not grow. Records are plain values.
@safe struct Records<Record: BitwiseCopyable>: ~Copyable {
  private struct Slot {
    var generation: UInt32
    /// The next free slot, while this one is free.
    var nextFree: UInt32
    var record: Record
  }

  // SAFETY: `capacity` slots of plain values, of which the first `used` are initialised, their records once they were
  // in use; owned by this value alone, and an index is compared with `used` before it is followed. An array would check
  // for other owners at every write.
  private var slots: UnsafeMutablePointer<Slot>
  private var capacity: UInt32 = 16
  private var used: UInt32 = 0
  private var firstFree = Self.none
  private(set) var count = 0
  private let kind: UInt

  private static var none: UInt32 { .max }

  init(kind: Kind) {
    self.kind = kind.rawValue
    unsafe slots = .allocate(capacity: Int(capacity))
  }

  deinit { unsafe slots.deallocate() }

  enum Kind: UInt { case process = 1, device, resource, allocation, opening }

  @inline(__always)
  mutating func insert(_ record: Record) -> HANDLE {
    count += 1
    if firstFree == Self.none { addSlot() }
    let index = firstFree
    unsafe firstFree = slots[Int(index)].nextFree
    unsafe slots[Int(index)].generation &+= 1
    // One store of each member where it belongs: copying a whole record waits for its parts.
    unsafe slots[Int(index)].record = record
    return token(index, unsafe slots[Int(index)].generation)
  }

  /// Where a live object is; nil for any other handle.
  @inline(__always)
  func index(of handle: HANDLE?) -> Int? {
    let bits = handle.bits
    let index = UInt32(truncatingIfNeeded: bits) >> 4 &- 1
    guard bits & 15 == kind, index < used, unsafe slots[Int(index)].generation == UInt32(bits >> 32) else { return nil }
    return Int(index)
  }

  /// Ends an object; nil for a handle that is none.
  @inline(__always)
  mutating func remove(_ handle: HANDLE?) -> Record? {
    guard let index = index(of: handle) else { return nil }
    count -= 1
    unsafe slots[index].generation &+= 1
    unsafe slots[index].nextFree = firstFree
    firstFree = UInt32(index)
    return unsafe slots[index].record
  }

  /// The object at an index that ``index(of:)`` gave.
  subscript(index: Int) -> Record {
    @inline(__always) get { unsafe slots[index].record }
    @inline(__always) _modify { yield unsafe &slots[index].record }
  }

  /// Visits every live object.
  func forEach(_ body: (HANDLE, Record) -> Void) {
    for index in 0..<used {
      let slot = unsafe slots[Int(index)]
      if slot.generation & 1 == 1 { body(token(index, slot.generation), slot.record) }
    }
  }

  @inline(__always)
  private func token(_ index: UInt32, _ generation: UInt32) -> HANDLE {
    guard let handle = HANDLE(bits: UInt(generation) << 32 | UInt(index + 1) << 4 | kind) else {
      preconditionFailure("a kind is never 0")
    }
    return handle
  }

  /// Makes one more free slot. Its record is nothing yet, and is not asked for: a record that is passed by its address
  /// is written twice.
  @inline(never)
  private mutating func addSlot() {
    precondition(used < 1 << 28 - 1, "an index has 28 bits")
    if used == capacity {
      let larger = UnsafeMutablePointer<Slot>.allocate(capacity: Int(capacity) * 2)
      unsafe larger.moveInitialize(from: slots, count: Int(used))
      unsafe slots.deallocate()
      unsafe slots = larger
      capacity *= 2
    }
    unsafe slots[Int(used)].generation = 0
    unsafe slots[Int(used)].nextFree = firstFree
    firstFree = used
    used += 1
  }
}
