/// The event objects of callers: what a wait that does not block sets when it is over. The shell provides them.
///
/// An event is named by a `HANDLE` of the caller. It is referred to while the kernel may still set it: the caller may
/// close its handle meanwhile.
package protocol EventObjects: AnyObject, Sendable {
  /// Refers to the event that `handle` names; nil when it names none (W-185).
  func reference(_ handle: UInt64) -> EventObject?
  /// Sets the event. Called from any thread, outside of state locks; cannot fail.
  func set(_ event: EventObject)
  /// Gives a reference back.
  func dereference(_ event: EventObject)
}

/// An event, by the number that ``EventObjects`` gave it. On Linux a descriptor; the kernel does not care.
package struct EventObject: Hashable, Sendable, BitwiseCopyable {
  package let number: Int32
  package init(number: Int32) { self.number = number }
}
