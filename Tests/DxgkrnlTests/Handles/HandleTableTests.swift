@testable import Dxgkrnl
import DxgTestKit
import Synchronization
import Testing

/// One test per arrow of a slot's life, then the arrows that must not exist.
struct HandleTableTests {
  private let numbers = ObjectKind<UInt64>(code: 1)
  private let others = ObjectKind<UInt64>(code: 2)

  /// A table with its writer, and records that hold a number.
  private final class Table {
    let handles: HandleTable
    var writer: HandleTable.Writer
    var slab = Slab<UInt64>()
    private var records: [UInt32: Record<UInt64>] = [:]

    init(instance: UInt32 = 0, limit: Int = 1 << 24) {
      handles = HandleTable(instance: instance)
      writer = HandleTable.Writer(limit: limit)
    }

    deinit { for record in records.values { slab.giveBack(record) } }

    func reserve(_ value: UInt64 = 0, _ kind: ObjectKind<UInt64> = ObjectKind(code: 1)) -> UInt32? {
      let record = slab.take { value }
      guard let handle = handles.reserve(kind, record, &writer) else {
        slab.giveBack(record)
        return nil
      }
      records[handle] = record
      return handle
    }

    func make(_ value: UInt64 = 0, _ kind: ObjectKind<UInt64> = ObjectKind(code: 1)) -> UInt32 {
      let handle = reserve(value, kind)!
      handles.publish(handle)
      return handle
    }

    func retire(_ handle: UInt32) {
      handles.retire(handle, &writer)
      slab.giveBack(records.removeValue(forKey: handle)!)
    }

    func destroy(_ handle: UInt32) {
      _ = handles.end(handle)
      retire(handle)
    }
  }

  // MARK: Values

  @Test func valuesRiseBy64FromTheFirstLap() {
    let table = Table()
    // W-010, U-003
    #expect((0..<4).map { _ in table.make() } == [0x4000_0000, 0x4000_0040, 0x4000_0080, 0x4000_00C0])
  }

  @Test func lapsGoOneTwoThreeOne() {
    let table = Table()
    let laps = (0..<4).map { _ in
      table.writer.position = 1 << 24 - 1
      let last = table.make()
      #expect(last & 0x3FFF_FFC0 == 0x3FFF_FFC0)
      table.destroy(last)
      return last >> 30
    }
    // U-006, I-005: the guest gives a reused slot 2 for ever; here a value comes back after 3 laps of 2^24.
    #expect(laps == [1, 2, 3, 1])
    #expect(table.make() == 2 << 30)
  }

  @Test func aSlotThatIsInUseIsPassedOver() {
    let table = Table()
    let first = table.make()
    let third = {
      table.destroy(table.make()); return table.make()
    }()
    table.writer.rewind(to: HandleTable.Writer.Mark(position: 0, lap: 2))
    #expect(table.make() == 2 << 30 | 1 << 6)
    #expect(table.make() == 2 << 30 | 3 << 6)
    #expect([first, third].allSatisfy { table.handles.peek($0, numbers) != nil })
  }

  @Test func globalHandlesEndInTwo() {
    let table = Table(instance: 2)
    // W-002, U-007: and the other table's value is none here.
    let handle = table.make()
    #expect(handle == 0x4000_0002)
    #expect(table.handles.peek(handle, numbers) != nil)
    #expect(table.handles.peek(handle & ~2, numbers) == nil)
  }

  @Test func aFailedCallPutsTheCursorBack() {
    let table = Table()
    _ = table.make()
    let mark = table.writer.mark
    for handle in (0..<300).map({ _ in table.reserve()! }) { table.retire(handle) }
    table.writer.rewind(to: mark)
    // W-005
    #expect(table.make() == 0x4000_0040)
    #expect(table.writer.live == 2)
  }

  @Test func noMoreThanTheLimitLive() {
    let table = Table(limit: 2)
    let first = table.make()
    _ = table.make()
    #expect(table.reserve() == nil)
    table.destroy(first)
    #expect(table.reserve() == 0x4000_0080)
    #expect(HandleTable.Writer(limit: .max).limit == 1 << 24)
  }

  // MARK: Who resolves

  @Test func aReservedHandleResolvesForCallbacksAlone() {
    let table = Table()
    let handle = table.reserve(7)!
    // I-007
    #expect(table.handles.resolve(handle, numbers) == nil)
    #expect(table.handles.peek(handle, numbers) == nil)
    #expect(table.handles.peek(handle, numbers, reservedToo: true)?.value == 7)
    table.handles.publish(handle)
    #expect(table.handles.peek(handle, numbers)?.value == 7)
  }

  @Test func whatIsNoLiveHandleOfThatKindIsNothing() {
    let table = Table()
    let handle = table.make(7)
    // I-002, I-012, I-014, I-001, U-001
    for bad in [0, handle | 1, handle ^ 3 << 30, handle + 0x40, .max, 0x3FFF_FFC0] {
      #expect(table.handles.resolve(bad, numbers) == nil)
      #expect(table.handles.peek(bad, numbers, reservedToo: true) == nil)
      #expect(!table.handles.hold(bad, numbers))
    }
    #expect(table.handles.resolve(handle, others) == nil)
    #expect(table.handles.references(handle) == 0)
  }

  @Test func aStaleHandleMeetsAnotherAndDoesNotResolve() {
    let table = Table()
    let stale = table.make(1)
    table.destroy(stale)
    table.writer.rewind(to: HandleTable.Writer.Mark(position: 0, lap: 2))
    let fresh = table.make(2)
    #expect(fresh & 0x3FFF_FFC0 == stale & 0x3FFF_FFC0)
    // I-002
    #expect(table.handles.peek(stale, numbers) == nil)
    #expect(table.handles.end(stale) == nil && !table.handles.giveBack(stale))
    #expect(table.handles.peek(fresh, numbers)?.value == 2)
  }

  @Test func endingHappensOnceAndCanBeTakenBack() {
    let table = Table()
    let handle = table.make()
    #expect(table.handles.end(handle) != nil)
    #expect(table.handles.resolve(handle, numbers) == nil)
    #expect(table.handles.end(handle) == nil)
    // I-013: the rest of the list was bad.
    table.handles.revive(handle)
    #expect(table.handles.peek(handle, numbers) != nil)
    #expect(table.handles.end(handle) != nil)
  }

  // MARK: References

  @Test func theLastReferenceOfADyingHandleSaysSo() {
    let table = Table()
    let handle = table.make()
    _ = table.handles.resolve(handle, numbers)
    _ = table.handles.resolve(handle, numbers)
    #expect(!table.handles.release(handle))
    #expect(table.handles.end(handle) != nil)
    // I-009
    #expect(table.handles.references(handle) == 1)
    #expect(table.handles.release(handle))
    table.retire(handle)
  }

  @Test func aDriverHoldsWhatIsLiveOrReservedAndGivesBackWhatItHolds() {
    let table = Table()
    let handle = table.reserve()!
    #expect(table.handles.hold(handle, numbers))
    table.handles.publish(handle)
    #expect(table.handles.hold(handle, numbers))
    #expect(!table.handles.hold(handle, others))
    #expect(table.handles.references(handle) == 2)
    #expect(table.handles.end(handle) != nil)
    #expect(!table.handles.hold(handle, numbers))
    #expect(table.handles.giveBack(handle) && table.handles.giveBack(handle))
    // More than it holds.
    #expect(!table.handles.giveBack(handle))
    table.retire(handle)
    #expect(!table.handles.giveBack(handle))
  }

  // MARK: Chunks

  @Test func memoryFollowsWhatIsLive() {
    let table = Table()
    let handles = (0..<1000).map { _ in table.make() }
    #expect(table.writer.chunks == 4)
    for handle in handles.dropFirst() { table.destroy(handle) }
    // One for the survivor, one under the cursor.
    #expect(table.writer.chunks == 2)
    table.destroy(handles[0])
    #expect(table.writer.chunks == 1)
    // I-006
    for _ in 0..<20_000 { table.destroy(table.make()) }
    #expect(table.writer.chunks <= 2 && table.writer.live == 0)
    #expect(table.slab.blocks == 1)
  }

  @Test func liveHandlesAreListedByKindInTheirOrder() {
    let table = Table()
    let first = table.make()
    let other = table.make(0, others)
    let reserved = table.reserve()!
    let dying = table.make()
    _ = table.handles.end(dying)
    let last = table.make()
    // I-003
    #expect(table.handles.live(numbers) == [first, last])
    #expect(table.handles.live(others) == [other])
    table.handles.publish(reserved)
    #expect(table.handles.live(numbers) == [first, reserved, last])
  }

  // MARK: Threads

  /// Readers resolve what the writer makes and ends; whoever resolves sees that record and no other, and it stays until
  /// it is given back.
  @Test func resolvingWhileRetiringSeesTheRightRecordOrNothing() {
    let shared = Shared()
    let readers = (1...2 as ClosedRange<UInt64>).map { seed in { @Sendable in shared.read(seed: seed) } }
    onThreads(readers + [{ shared.write() }])
    // I-008
    #expect(shared.mistakes.load(ordering: .relaxed) == 0)
  }

  private final class Shared: Sendable {
    let handles = HandleTable()
    let newest = Atomic<UInt32>(0x4000_0000)
    let isDone = Atomic<Bool>(false)
    let mistakes = Atomic<Int>(0)

    func read(seed: UInt64) {
      var random = SplitMix64(seed: seed)
      while !isDone.load(ordering: .acquiring) {
        let handle = newest.load(ordering: .acquiring) &- UInt32(random.below(4)) << 6
        guard let record = handles.resolve(handle, ObjectKind<UInt64>(code: 1)) else { continue }
        if record.value != UInt64(handle) { mistakes.wrappingAdd(1, ordering: .relaxed) }
        handles.release(handle)
      }
    }

    func write() {
      var writer = HandleTable.Writer()
      var slab = Slab<UInt64>()
      for _ in 0..<20_000 {
        let record = slab.take { 0 }
        let handle = handles.reserve(ObjectKind<UInt64>(code: 1), record, &writer)!
        record.value = UInt64(handle)
        handles.publish(handle)
        newest.store(handle, ordering: .releasing)
        _ = handles.end(handle)
        while handles.references(handle) != 0 {}
        record.value = 0
        handles.retire(handle, &writer)
        slab.giveBack(record)
      }
      isDone.store(true, ordering: .releasing)
    }
  }
}
