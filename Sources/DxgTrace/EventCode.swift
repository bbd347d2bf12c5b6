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
  /// process, keyed mutex, global share, opened (1) or created (0)
  case keyedMutexCreated = 13
  /// process, keyed mutex
  case keyedMutexDestroyed = 14
  /// process, device, synchronization object, type, global share, opened (1) or created (0)
  case syncObjectCreated = 15
  /// process, synchronization object
  case syncObjectDestroyed = 16
  /// number, status (0: none); text: the point, as plans of faults name it
  case fault = 17
  /// process, resource, shared resource, NtSecuritySharing (1) or not (0), bytes
  case resourceShared = 24
  /// process, device, resource, shared resource, read-only (1), from an NT handle (1)
  case resourceOpened = 25
  /// shared resource
  case sharedResourceDestroyed = 26
}
