internal import CSystem
package import Dxgkrnl

/// The kernel's ``EventObjects`` on Linux: an event is an eventfd(2), and its handle the descriptor. Setting it adds 1
/// to its count, so that who polls or reads it wakes; reading it resets it.
package final class EventDescriptors: EventObjects {
  package init() {}

  package func reference(_ handle: UInt64) -> EventObject? {
    // NULL is no event, although 0 can be a descriptor.
    guard let descriptor = Int32(exactly: handle), descriptor > 0 else { return nil }
    let duplicate = dxgk_event_duplicate(descriptor)
    return duplicate < 0 ? nil : EventObject(number: duplicate)
  }

  package func set(_ event: EventObject) { dxgk_event_set(event.number) }
  package func dereference(_ event: EventObject) { dxgk_event_close(event.number) }
}
