/// What a `RecordKind.event` record tells, and the meaning of its words. A number is part of the format.
package enum EventCode: UInt32, CaseIterable, Sendable {
  /// adapter, luid, interface version, segments
  case adapterStarted = 1
  /// adapter, how (`AdapterEnd`)
  case adapterEnded = 2
  /// process
  case processCreated = 3
  /// process
  case processExited = 4
  /// process, device, adapter
  case deviceCreated = 5
  /// process, device
  case deviceDestroyed = 6
  /// process, device, state
  case deviceRemoved = 7
  /// process, resource, device, global share
  case resourceCreated = 8
  /// process, resource
  case resourceDestroyed = 9
  /// process, device, resource, allocation, size, traits
  case allocationCreated = 10
  /// process, allocation, locks
  case allocationDestroyed = 11
  /// rule (as in a refusal), value; text: DDI, newline, argument
  case finding = 12
  /// process, handle, global share, opened (1) or created (0), keyed mutex, NtSecuritySharing (1)
  case keyedMutexCreated = 13
  /// process, handle
  case keyedMutexDestroyed = 14
  /// process, device, handle, type, global share, opened (1) or created (0), synchronization object,
  /// NtSecuritySharing (1)
  case syncObjectCreated = 15
  /// process, handle
  case syncObjectDestroyed = 16
  /// number, status (0: none); text: the point, as plans of faults name it
  case fault = 17
  /// process, resource, shared resource, NtSecuritySharing (1) or not (0), bytes
  case resourceShared = 24
  /// process, device, resource, shared resource, read-only (1), from an NT handle (1)
  case resourceOpened = 25
  /// shared resource
  case sharedResourceDestroyed = 26
  /// process, NT handle, what it holds: shared resource, keyed mutex, synchronization object; opened by name (1)
  case ntHandleCreated = 27
  /// NT handle
  case ntHandleClosed = 28
}
