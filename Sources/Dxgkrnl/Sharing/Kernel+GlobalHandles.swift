internal import Locks
internal import WDDM

extension Kernel {
  /// Reserves the global handle of what is being created, and lets the object remember it. The caller publishes it when
  /// the object is complete; it must not fail before.
  ///
  /// - Throws: `STATUS_NO_MEMORY` when their table is full (D-003).
  func reserveGlobalHandle(for share: GlobalShare) throws(Refusal) -> UInt32 {
    guard let handle = state.withLock({ $0.globalHandles.reserve(share) }) else {
      throw Refusal(.noMemory, "D-003", share.argument)
    }
    switch share {
    case .resource(let resource): resource.state.withLock { $0.globalHandle = handle }
    case .keyedMutex(let mutex): mutex.state.withLock { $0.life.globalHandle = handle }
    case .syncObject(let object): object.life.withLock { $0.globalHandle = handle }
    }
    return handle
  }

  /// Makes a reserved global handle resolve for everybody. 0 is none.
  func publishGlobalHandle(_ handle: UInt32) {
    if handle != 0 { state.withLock { $0.globalHandles.publish(handle) } }
  }

  /// What a global handle names; nil for every other value. It may be on its way out: whoever found it asks it.
  func globalShare(_ handle: UInt32) -> GlobalShare? { state.withLock { $0.globalHandles.find(handle) } }

  /// Frees the global handle of an object that lost its last reference (U-128, W-190, W-216). 0 is none.
  func retireGlobalHandle(_ handle: UInt32) {
    if handle != 0 { state.withLock { $0.globalHandles.retire(handle) } }
  }
}

// MARK: - Finding one sort

extension Kernel {
  /// The shared resource that a global handle names; nil for every other value. Its last view may be just going.
  func sharedResource(globalHandle: UInt32) -> SharedResource? {
    guard case .resource(let resource) = globalShare(globalHandle) else { return nil }
    return resource
  }

  /// The keyed mutex that a global handle names, with a reference taken; nil for every other value (W-212, W-216).
  func keyedMutex(globalHandle: UInt32) -> KeyedMutex? {
    guard case .keyedMutex(let mutex) = globalShare(globalHandle), mutex.retain() else { return nil }
    return mutex
  }

  /// The synchronization object that a global handle names, with a reference taken; nil for every other value (W-188,
  /// W-190).
  func syncObject(globalHandle: UInt32) -> SynchronizationObject? {
    guard case .syncObject(let object) = globalShare(globalHandle), object.retain() else { return nil }
    return object
  }
}

extension GlobalShare {
  /// The member that a caller finds the handle in.
  fileprivate var argument: Refusal.Argument {
    switch self {
    case .resource: "hGlobalShare"
    case .keyedMutex: "hSharedHandle"
    case .syncObject: "SharedHandle"
    }
  }
}
