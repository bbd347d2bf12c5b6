import CSystem
import Dxgkrnl
import DxgSystem
import Glibc
import Testing

/// Events of callers are eventfds, and nothing else is one (W-185).
struct EventDescriptorsTests {
  let events = EventDescriptors()

  @Test func anEventfdIsSetEvenWhenItsOwnerClosedItsHandle() throws {
    let mine = dxgk_event_create()
    let kept = dup(mine)
    defer { close(kept) }
    let event = try #require(events.reference(UInt64(mine)))
    close(mine)
    events.set(event)
    events.set(event)
    var count: UInt64 = 0
    unsafe #expect(read(kept, &count, 8) == 8)
    #expect(count == 2)
    events.dereference(event)
  }

  @Test func aFullEventStaysSetAndNobodyWaits() throws {
    let mine = dxgk_event_create()
    defer { close(mine) }
    var most = UInt64.max - 1
    unsafe #expect(write(mine, &most, 8) == 8)
    let event = try #require(events.reference(UInt64(mine)))
    events.set(event)
    events.dereference(event)
    var count: UInt64 = 0
    unsafe #expect(read(mine, &count, 8) == 8)
    #expect(count == most)
  }

  @Test func nothingElseIsAnEvent() {
    for handle in [0, 1, 2, 9999, UInt64(UInt32.max), .max] { #expect(events.reference(handle) == nil) }
    var ends: (Int32, Int32) = (0, 0)
    unsafe withUnsafeMutableBytes(of: &ends) { ends in
      _ = unsafe pipe(ends.assumingMemoryBound(to: Int32.self).baseAddress!)
    }
    #expect(events.reference(UInt64(ends.1)) == nil)
    close(ends.0)
    close(ends.1)
  }
}
