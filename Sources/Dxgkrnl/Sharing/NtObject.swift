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

  /// A resource, alone or with both others.
  init(resource: SharedResource, keyedMutex: KeyedMutex?, syncObject: SynchronizationObject?, name: NtName?) {
    self.type = .sharedResource
    self.name = name
    self.resource = resource
    self.keyedMutex = keyedMutex
    self.syncObject = syncObject
  }

  /// A synchronization object by itself.
  init(syncObject: SynchronizationObject, name: NtName?) {
    self.type = .sharedSyncObject
    self.name = name
    self.resource = nil
    self.keyedMutex = nil
    self.syncObject = syncObject
  }
}

/// What an NT handle stands for: an object, and what may be done with it. Duplicates of a handle share one reference.
package final class NtReference: Sendable {
  package let object: NtObject
  package let access: AccessRights

  init(_ object: NtObject, _ access: AccessRights) {
    self.object = object
    self.access = access
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
