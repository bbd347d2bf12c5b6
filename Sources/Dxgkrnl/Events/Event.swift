package import DDI
package import WDDM

/// What the kernel did, in the order in which it happened: the consequences of the calls that came in.
///
/// One closed list: adding a case makes the compiler name every reader that must learn it. No address and no descriptor
/// enters an event: where Windows' event has a pointer, ours has an ordinal or a handle.
package enum Event: Sendable {
  /// An adapter was started. `adapter` counts adapters of this kernel from 0.
  case adapterStarted(adapter: UInt32, luid: UInt64, version: InterfaceVersion, segments: UInt32)
  /// An adapter was stopped, reset or surprise-removed; its devices are removed.
  case adapterEnded(adapter: UInt32, how: AdapterEnd)

  /// `process` counts processes of this kernel from 0.
  case processCreated(process: UInt32)
  case processExited(process: UInt32)

  case deviceCreated(process: UInt32, device: UInt32, adapter: UInt32)
  case deviceDestroyed(process: UInt32, device: UInt32)
  /// The device does not work any more; sticky (I-078).
  case deviceRemoved(process: UInt32, device: UInt32, state: UInt32)

  case resourceCreated(process: UInt32, resource: UInt32, device: UInt32, globalShare: UInt32)
  case resourceDestroyed(process: UInt32, resource: UInt32)
  /// A resource that was just created may be opened by others. `shared` counts shared resources of this kernel from 1;
  /// `bytes` is what it is charged with.
  case resourceShared(process: UInt32, resource: UInt32, shared: UInt32, bytes: UInt64, isNtSecured: Bool)
  case resourceOpened(ResourceOpened)
  /// The last resource and the last NT handle that referred to it are gone, and the driver's objects with them.
  case sharedResourceDestroyed(shared: UInt32)

  /// An allocation exists: all that creation had to do succeeded.
  case allocationCreated(AllocationCreated)
  /// The allocation's handle is gone. `locks` is how many Lock and Lock2 calls nobody had answered.
  case allocationDestroyed(process: UInt32, allocation: UInt32, locks: UInt32)

  /// A driver's mistake that the kernel could live with.
  case finding(Finding)

  /// A handle on a keyed mutex, by creation or by opening.
  case keyedMutexCreated(KeyedMutexCreated)
  case keyedMutexDestroyed(process: UInt32, keyedMutex: UInt32)
  /// A handle on a synchronization object.
  case syncObjectCreated(SyncObjectCreated)
  case syncObjectDestroyed(process: UInt32, syncObject: UInt32)

  /// An NT handle, by ShareObjects or by name.
  case ntHandleCreated(NtHandleCreated)
  /// It was closed, with all its duplicates. The kernel asks now and then, so this is later than the closing.
  case ntHandleClosed(ntHandle: UInt32)

  /// A step was made to fail, because a plan of faults says so.
  case fault(InjectedFault)
}

package struct KeyedMutexCreated: Hashable, Sendable, BitwiseCopyable {
  package var process: UInt32
  /// The handle.
  package var keyedMutex: UInt32
  /// Which mutex it is: counts those of this kernel from 1.
  package var object: UInt32
  /// The mutex's global handle; 0 for none.
  package var globalShare: UInt32
  /// NtSecuritySharing.
  package var isNtSecured: Bool
  /// By opening, not by creation.
  package var wasOpened: Bool

  package init(
    process: UInt32, keyedMutex: UInt32, object: UInt32, globalShare: UInt32, isNtSecured: Bool, wasOpened: Bool
  ) {
    self.process = process
    self.keyedMutex = keyedMutex
    self.object = object
    self.globalShare = globalShare
    self.isNtSecured = isNtSecured
    self.wasOpened = wasOpened
  }
}

package struct SyncObjectCreated: Hashable, Sendable, BitwiseCopyable {
  package var process: UInt32
  /// 0 where an open names none.
  package var device: UInt32
  /// The handle.
  package var syncObject: UInt32
  /// Which object it is: counts those of this kernel from 1.
  package var object: UInt32
  /// `SynchronizationObjectType`.
  package var type: UInt32
  /// The object's global handle; 0 for none.
  package var globalShare: UInt32
  /// NtSecuritySharing.
  package var isNtSecured: Bool
  /// By opening, not by creation.
  package var wasOpened: Bool

  package init(
    process: UInt32, device: UInt32, syncObject: UInt32, object: UInt32, type: UInt32, globalShare: UInt32,
    isNtSecured: Bool, wasOpened: Bool
  ) {
    self.process = process
    self.device = device
    self.syncObject = syncObject
    self.object = object
    self.type = type
    self.globalShare = globalShare
    self.isNtSecured = isNtSecured
    self.wasOpened = wasOpened
  }
}

/// A new NT handle. Its number is in the answer of the call that made it, and nowhere else: a duplicate has another.
package struct NtHandleCreated: Hashable, Sendable, BitwiseCopyable {
  package var process: UInt32
  /// Counts the NT handles of this kernel from 1; duplicates count as one.
  package var ntHandle: UInt32
  /// What it holds, by the objects' numbers; 0 for none.
  package var sharedResource: UInt32
  package var keyedMutex: UInt32
  package var syncObject: UInt32
  /// By the name of an object that had one already.
  package var wasOpened: Bool

  package init(
    process: UInt32, ntHandle: UInt32, sharedResource: UInt32, keyedMutex: UInt32, syncObject: UInt32, wasOpened: Bool
  ) {
    self.process = process
    self.ntHandle = ntHandle
    self.sharedResource = sharedResource
    self.keyedMutex = keyedMutex
    self.syncObject = syncObject
    self.wasOpened = wasOpened
  }
}

package struct AllocationCreated: Sendable, BitwiseCopyable {
  package var process: UInt32
  package var device: UInt32
  /// 0 for a stand-alone allocation.
  package var resource: UInt32
  package var allocation: UInt32
  /// Bytes of the allocation, in whole pages.
  package var size: UInt64
  package var traits: AllocationTraits

  package init(
    process: UInt32, device: UInt32, resource: UInt32, allocation: UInt32, size: UInt64, traits: AllocationTraits
  ) {
    self.process = process
    self.device = device
    self.resource = resource
    self.allocation = allocation
    self.size = size
    self.traits = traits
  }
}

/// A process's new resource that refers to a shared one.
package struct ResourceOpened: Sendable, BitwiseCopyable {
  package var process: UInt32
  package var device: UInt32
  package var resource: UInt32
  /// Which shared resource, as ``Event/resourceShared(process:resource:shared:bytes:isNtSecured:)`` numbers it.
  package var shared: UInt32
  package var isReadOnly: Bool
  /// Through an NT handle, not a global one.
  package var isFromNtHandle: Bool

  package init(
    process: UInt32, device: UInt32, resource: UInt32, shared: UInt32, isReadOnly: Bool, isFromNtHandle: Bool
  ) {
    self.process = process
    self.device = device
    self.resource = resource
    self.shared = shared
    self.isReadOnly = isReadOnly
    self.isFromNtHandle = isFromNtHandle
  }
}

/// Where an allocation's bytes are, and who may share it.
package struct AllocationTraits: OptionSet, Sendable, BitwiseCopyable {
  package let rawValue: UInt32
  package init(rawValue: UInt32) { self.rawValue = rawValue }

  /// Its bytes are the caller's; nothing was charged.
  package static let callerMemory = Self(rawValue: 1 << 0)
  /// It belongs to a resource that others may open.
  package static let shared = Self(rawValue: 1 << 1)
  package static let primary = Self(rawValue: 1 << 2)
  /// The driver was given the address of its backing store.
  package static let backingStoreShared = Self(rawValue: 1 << 3)
  package static let cpuVisible = Self(rawValue: 1 << 4)
  /// It can only be read (U-053): the CPU's views of it are for reading.
  package static let readOnly = Self(rawValue: 1 << 5)
  /// By opening a shared resource: its bytes were charged at the creation already.
  package static let opened = Self(rawValue: 1 << 8)
}

/// How an adapter ended.
package enum AdapterEnd: UInt32, Sendable {
  case reset = 1
  case stopped = 2
  case surpriseRemoved = 3
}

/// A mistake of a driver: the rule it broke, in which DDI, by which argument, with which value.
package struct Finding: Hashable, Sendable {
  package let rule: Rule
  package let ddi: Refusal.Argument
  package let argument: Refusal.Argument
  package let value: UInt64
  package let severity: Severity

  package init(
    rule: Rule, ddi: Refusal.Argument, argument: Refusal.Argument, value: UInt64, severity: Severity = .error
  ) {
    self.rule = rule
    self.ddi = ddi
    self.argument = argument
    self.value = value
    self.severity = severity
  }

  /// What the seam found, as an event.
  package init(_ found: DriverFinding) {
    self.init(
      rule: found.rule, ddi: found.function, argument: found.argument, value: found.value, severity: found.severity)
  }
}

/// Where findings about drivers become events.
package final class FindingsAsEvents: DriverFindings {
  private let events: (any EventSink)?
  package init(_ events: (any EventSink)?) { self.events = events }

  package func found(_ finding: DriverFinding) { events?.record(.finding(Finding(finding))) }
}

/// A failure that a plan of faults made: a line of a plan that makes it again.
package struct InjectedFault: Hashable, Sendable {
  /// The function, callback or step of the memory, as plans name it.
  package let point: Refusal.Argument
  /// Counts the steps at that point from 1.
  package let number: UInt64
  /// Nil where the point answers NULL, 0 or "no".
  package let status: NTStatus?

  package init(point: Refusal.Argument, number: UInt64, status: NTStatus?) {
    self.point = point
    self.number = number
    self.status = status
  }
}

/// Where events go: a recorder, a test, nowhere. Called from any thread, inside gates and outside of state locks.
package protocol EventSink: AnyObject, Sendable {
  func record(_ event: borrowing Event)
}
