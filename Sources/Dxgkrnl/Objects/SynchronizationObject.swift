internal import Locks
internal import Synchronization

/// A synchronization object: one for all processes that have it open. What a D3DKMT handle names is a
/// ``SynchronizationObjectReference``.
final class SynchronizationObject: Sendable {
  let type: SynchronizationObjectType
  /// Created with Shared and NtSecuritySharing: reached through NT handles only (W-192).
  let isNtSecured: Bool
  let life = Guarded(SharedLife(), rank: .objects)
  /// Of a monitored fence.
  let fence: MonitoredFence?
  /// Of a CPU notification: what is set when the GPU signals the object.
  let event: EventObject?
  private let number = Atomic<UInt32>(0)

  init(type: SynchronizationObjectType, isNtSecured: Bool, fence: MonitoredFence?, event: EventObject?) {
    self.type = type
    self.isNtSecured = isNtSecured
    self.fence = fence
    self.event = event
  }

  /// Counts the synchronization objects of the kernel from 1; stands for it in events. Given when its creation has
  /// succeeded.
  var ordinal: UInt32 { number.load(ordering: .relaxed) }

  func give(ordinal: UInt32) { number.store(ordinal, ordering: .relaxed) }

  /// Takes a reference for a local handle or an NT handle.
  ///
  /// - Returns: false when the last one is gone already. Whoever gets true calls ``Kernel/release(_:)`` once.
  func retain() -> Bool { life.withLock { $0.retain() } }
}

/// `D3DDDI_SYNCHRONIZATIONOBJECT_TYPE`.
package enum SynchronizationObjectType: UInt32, Sendable {
  case mutex = 1
  case semaphore = 2
  case fence = 3
  case cpuNotification = 4
  case monitoredFence = 5
  /// Needs a display whose vertical sync it counts.
  case periodicMonitoredFence = 6
}

/// `D3DDDI_SYNCHRONIZATIONOBJECT_FLAGS`.
package struct SynchronizationObjectFlags: OptionSet, Hashable, Sendable {
  package let rawValue: UInt32
  package init(rawValue: UInt32) { self.rawValue = rawValue }

  package static let shared = Self(rawValue: 1 << 0)
  package static let ntSecuritySharing = Self(rawValue: 1 << 1)
  package static let crossAdapter = Self(rawValue: 1 << 2)
  /// Signalled when the command buffer before it was read, not when it was executed.
  package static let topOfPipeline = Self(rawValue: 1 << 3)
  /// Through this handle nobody signals.
  package static let noSignal = Self(rawValue: 1 << 4)
  /// Through this handle nobody waits.
  package static let noWait = Self(rawValue: 1 << 5)
  /// A reset of the GPU leaves the value alone.
  package static let noSignalMaxValueOnTdr = Self(rawValue: 1 << 6)
  package static let noGPUAccess = Self(rawValue: 1 << 7)
  package static let signalByKmd = Self(rawValue: 1 << 8)

  static let known = Self(rawValue: (1 << 9) - 1)
  /// What only a monitored fence can have.
  static let ofMonitoredFences: Self = [.topOfPipeline, .noSignal, .noWait]
}

/// A process's handle on a synchronization object.
struct SynchronizationObjectReference: ~Copyable {
  var handle: UInt32 = 0
  let object: SynchronizationObject
  /// The device it was created or opened with; nil where an open names none.
  let device: Record<Device>?
  /// NoSignal and its neighbours: what may be done through this handle.
  let flags: SynchronizationObjectFlags
  /// What the NT handle that it was opened by allows (W-260).
  let access: AccessRights
  /// Where the client reads a monitored fence's value; 0 for other objects and for opens that ask for no address.
  var valueAddress: UInt64 = 0
  /// The page that an unshared fence has its slot in; nil where the view is the handle's own, and ends with it.
  var page: ProcessFencePage?
  /// The handle was destroyed; protected by the lock of the fences.
  let hasEnded = Atomic<Bool>(false)

  init(
    _ object: SynchronizationObject, device: Record<Device>?, flags: SynchronizationObjectFlags, access: AccessRights
  ) {
    self.object = object
    self.device = device
    self.flags = flags
    self.access = access
  }
}

extension Process {
  /// Says that there is a handle on a synchronization object.
  func recordCreated(
    _ handle: UInt32, _ object: SynchronizationObject, device: Record<Device>?, wasOpened: Bool
  ) {
    guard kernel.isObserved else { return }
    kernel.events?.record(
      .syncObjectCreated(
        SyncObjectCreated(
          process: ordinal, device: device?.value.handle ?? 0, syncObject: handle, object: object.ordinal,
          type: object.type.rawValue, globalShare: object.life.withLock { $0.globalHandle },
          isNtSecured: object.isNtSecured, wasOpened: wasOpened)))
  }
}
