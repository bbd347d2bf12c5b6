/// The state of a kernel at one moment, as far as anything outside can depend on it: for tests, tools and people.
///
/// A digest of it before and after a call that fails is equal (I-031).
package struct Snapshot: Sendable, Equatable {
  package var commit: UInt64
  package var commitLimit: UInt64
  package var adapters: [AdapterState]
  package var sharedResources: [SharedResourceSnapshot]
  package var ntHandles: [NtHandleSnapshot]
  package var processes: [ProcessSnapshot]

  package struct AdapterState: Sendable, Equatable {
    package var ordinal: UInt32
    package var luid: UInt64
    package var isRunning: Bool
    package var devices: Int
  }

  package struct SharedResourceSnapshot: Sendable, Equatable {
    /// Counts the shared resources of the kernel from 1.
    package var ordinal: UInt32
    package var adapter: UInt32
    /// Ordinal of the process that created it.
    package var creator: UInt32
    /// 0 with NtSecuritySharing, and when nobody has it open any more.
    package var globalHandle: UInt32
    package var allocations: Int
    /// What is charged for it.
    package var bytes: UInt64
    /// Resources of processes that refer to it.
    package var openers: Int
    /// Those, the ones that are on their way out, and objects of NT handles.
    package var holds: Int
  }

  /// An NT handle that is open, as far as the kernel has noticed; its duplicates count with it.
  package struct NtHandleSnapshot: Sendable, Equatable {
    /// Counts the NT handles of the kernel from 1.
    package var ordinal: UInt32
    package var type: NtObjectType
    /// The object's; nil for none.
    package var name: NtName?
    package var access: AccessRights
    /// What it keeps alive, by ordinals; 0 for none.
    package var sharedResource: UInt32
    package var keyedMutex: UInt32
    package var syncObject: UInt32
  }

  package struct ProcessSnapshot: Sendable, Equatable {
    package var ordinal: UInt32
    package var account: Account
    /// Where the next handle comes from.
    package var nextHandle: UInt32
    package var liveHandles: Int
    package var views: Int
    /// Bytes of backing stores in the process's own file, and what that file holds.
    package var reserved: UInt64
    package var held: UInt64
    package var deferred: Int
    package var devices: [DeviceSnapshot]
    package var keyedMutexes: [KeyedMutexSnapshot]
    package var syncObjects: [SyncObjectSnapshot]
  }

  /// A process's handle on a keyed mutex.
  package struct KeyedMutexSnapshot: Sendable, Equatable {
    package var handle: UInt32
    /// Which mutex it is: counts those of the kernel from 1.
    package var object: UInt32
    package var isNtSecured: Bool
    /// Local and NT handles on the mutex, in all processes.
    package var references: Int
    package var globalHandle: UInt32
    /// Whether it is owned through this handle; whether nobody will own it any more.
    package var isOwner: Bool
    package var isAbandoned: Bool
    /// Calls that wait for it, through whatever handle.
    package var waits: Int
  }

  /// A process's handle on a synchronization object.
  package struct SyncObjectSnapshot: Sendable, Equatable {
    package var handle: UInt32
    /// Which object it is: counts those of the kernel from 1.
    package var object: UInt32
    package var isNtSecured: Bool
    /// `SynchronizationObjectType`.
    package var type: UInt32
    /// The device it was made with; 0: none.
    package var device: UInt32
    package var references: Int
    package var globalHandle: UInt32
    /// Of a monitored fence; else 0.
    package var value: UInt64
    /// Waits of CPUs for it.
    package var waits: Int
  }

  package struct DeviceSnapshot: Sendable, Equatable {
    package var handle: UInt32
    package var adapter: UInt32
    package var execution: UInt32
    package var allocations: [AllocationSnapshot]
    package var resources: [ResourceSnapshot]
  }

  package struct ResourceSnapshot: Sendable, Equatable {
    package var handle: UInt32
    package var isShared: Bool
    /// The shared resource that it refers to, by ordinal; 0: none.
    package var sharedResource: UInt32
    package var allocations: [AllocationSnapshot]
  }

  package struct AllocationSnapshot: Sendable, Equatable {
    package var handle: UInt32
    package var size: UInt64
    package var traits: UInt32
    package var locks: UInt32
  }
}
