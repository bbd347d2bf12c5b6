internal import Synchronization

/// A kernel object that NT handles refer to: what ShareObjects was given, kept alive by the handles (U-127, U-148).
///
/// The combinations are the three that Windows accepts (U-133): a resource, a synchronization object, or a resource
/// with a keyed mutex and a synchronization object.
package final class NtObject: Sendable {
  package let type: NtObjectType
  /// Its full path, as it was given; nil for an object without a name.
  package let name: NtName?
  let resource: SharedResource?
  let keyedMutex: KeyedMutex?
  let syncObject: SynchronizationObject?

  /// References with at least one open handle; changed inside the kernel's lock only. The name goes with the last
  /// (U-146).
  let references = Atomic<Int>(0)

  init(
    resource: SharedResource? = nil, keyedMutex: KeyedMutex? = nil, syncObject: SynchronizationObject? = nil,
    name: NtName?
  ) {
    self.type = resource == nil ? .sharedSyncObject : .sharedResource
    self.name = name
    self.resource = resource
    self.keyedMutex = keyedMutex
    self.syncObject = syncObject
  }

  /// Takes the references that it owns, for ``Kernel/release(_:on:)`` to give back: on behalf of handles on all that it
  /// holds, so that none is on its way out.
  ///
  /// - Returns: false when the resource has ended with its adapter.
  func retain() -> Bool {
    (resource?.retain() ?? true) && (keyedMutex?.retain() ?? true) && (syncObject?.retain() ?? true)
  }
}

/// What an NT handle stands for: an object, and what may be done with it. Duplicates of a handle share one reference.
package final class NtReference: Sendable {
  /// Counts the NT handles of the kernel from 1.
  let ordinal: UInt32
  package let object: NtObject
  package let access: AccessRights

  /// - Parameter access: what was asked for, generic rights too.
  init(ordinal: UInt32, _ object: NtObject, _ access: AccessRights) {
    self.ordinal = ordinal
    self.object = object
    self.access = access.specific(for: object.type)
  }
}

/// The types that Windows shows for these objects (U-139, W-152, W-241).
package enum NtObjectType: String, Sendable {
  /// A resource, alone or with a keyed mutex and a synchronization object.
  case sharedResource = "DxgkSharedResource"
  case sharedSyncObject = "DxgkSharedSyncObject"
  /// A keyed mutex by itself, of which there are none: ShareObjects refuses it (W-252).
  case sharedKeyedMutex = "DxgkSharedKeyedMutexObject"
}
