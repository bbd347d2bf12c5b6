import CWDDM
import DDI

/// Objects of one kind, named by tokens that a stale or foreign handle does not match.
///
///     63          32 31         4 3    0
///     ┌─────────────┬────────────┬──────┐
///     │ generation  │ index + 1  │ kind │
///     └─────────────┴────────────┴──────┘
///
/// Slots are reused last out, first in; nothing is allocated while the number of objects does not grow.
struct Records<Record>: ~Copyable {
  private struct Slot {
    var generation: UInt32
    /// The next free slot, while this one is free.
    var nextFree: Int32
    var isLive: Bool
    var record: Record
  }

  private var slots: [Slot] = []
  private var firstFree: Int32 = -1
  private let kind: UInt
  private(set) var count = 0

  init(kind: Kind) { self.kind = kind.rawValue }

  enum Kind: UInt { case adapter = 1, process, device, resource, allocation, opening }

  mutating func insert(_ record: Record) -> HANDLE {
    count += 1
    if firstFree >= 0 {
      let index = Int(firstFree)
      firstFree = slots[index].nextFree
      slots[index].isLive = true
      slots[index].record = record
      return token(index, slots[index].generation)
    }
    slots.append(Slot(generation: 1, nextFree: -1, isLive: true, record: record))
    return token(slots.count - 1, 1)
  }

  /// Where a live object is; nil for any other handle.
  @inline(__always)
  func index(of handle: HANDLE?) -> Int? {
    let bits = handle.bits
    guard bits & 15 == kind else { return nil }
    let index = Int(bits >> 4 & 0xFFF_FFFF) - 1
    guard slots.indices.contains(index), slots[index].isLive, slots[index].generation == UInt32(bits >> 32) else {
      return nil
    }
    return index
  }

  /// Ends an object; nil for a handle that is none.
  @inline(__always)
  mutating func remove(_ handle: HANDLE?) -> Record? {
    guard let index = index(of: handle) else { return nil }
    count -= 1
    slots[index].isLive = false
    slots[index].generation &+= 1
    slots[index].nextFree = firstFree
    firstFree = Int32(index)
    return slots[index].record
  }

  subscript(index: Int) -> Record {
    @inline(__always) get { slots[index].record }
    @inline(__always) _modify { yield &slots[index].record }
  }

  /// Visits every live object.
  func forEach(_ body: (HANDLE, Record) -> Void) {
    for index in slots.indices where slots[index].isLive { body(token(index, slots[index].generation), slots[index].record) }
  }

  private func token(_ index: Int, _ generation: UInt32) -> HANDLE {
    guard let handle = HANDLE(bits: UInt(generation) << 32 | UInt(index + 1) << 4 | kind) else {
      preconditionFailure("a kind is never 0")
    }
    return handle
  }
}
