// The argument blocks of CPU access, priorities and escapes.

/// Lock; the elements are `count` indices of pages, unless all of the allocation is locked. The address that is
/// returned is not in the frame.
package struct LockPagesBlock: FrameBlock {
  package var device: UInt32 = 0
  package var allocation: UInt32 = 0
  package var flags: UInt32 = 0
  /// `PrivateDriverData`
  package var privateData: UInt32 = 0
  /// `NumPages` as given.
  package var count: UInt32 = 0
  var padding: UInt32 = 0
  package init() {}
}

/// Unlock; the elements are `count` handles.
package struct UnlockBlock: FrameBlock {
  package var device: UInt32 = 0
  /// `NumAllocations` as given.
  package var count: UInt32 = 0
  package init() {}
}

/// SetAllocationPriority and GetAllocationPriority; the elements are `count` times `AllocationPriority`, unless a
/// resource is named.
package struct AllocationPriorityBlock: FrameBlock {
  package var device: UInt32 = 0
  package var resource: UInt32 = 0
  /// `AllocationCount` as given.
  package var count: UInt32 = 0
  /// Of a resource: the priority to set.
  package var priority: UInt32 = 0
  /// Out, of a resource: the priority that it has.
  package var answer: UInt32 = 0
  var padding: UInt32 = 0
  package init() {}
}

package struct EscapeBlock: FrameBlock {
  package var adapter: UInt32 = 0
  package var device: UInt32 = 0
  package var context: UInt32 = 0
  package var type: UInt32 = 0
  package var flags: UInt32 = 0
  var padding: UInt32 = 0
  /// `pPrivateDriverData`, as it was on the way in.
  package var data = ByteRange()
  package init() {}
}
