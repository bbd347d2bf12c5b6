internal import Locks
internal import WDDM

// What a global handle names, beside a shared resource.

struct GlobalKeyedMutex {
  let mutex: KeyedMutex
}

struct GlobalSynchronizationObject {
  let object: SynchronizationObject
}

// MARK: - Giving a global handle

extension Kernel {
  /// Gives a new keyed mutex its global handle (W-211).
  ///
  /// - Throws: `STATUS_NO_MEMORY` when their table is full (D-003).
  func publishGlobally(_ mutex: KeyedMutex) throws(Refusal) -> UInt32 {
    let handle = state.withLock { state -> UInt32? in
      let record = state.globalKeyedMutexes.take { GlobalKeyedMutex(mutex: mutex) }
      if let handle = globalHandles.reserve(.globalKeyedMutex, record, &state.globalWriter) { return handle }
      state.globalKeyedMutexes.giveBack(record)
      return nil
    }
    guard let handle else { throw Refusal(.noMemory, "D-003", "hSharedHandle") }
    mutex.state.withLock { $0.life.globalHandle = handle }
    globalHandles.publish(handle)
    return handle
  }

  /// Gives a new synchronization object its global handle (W-186).
  ///
  /// - Throws: `STATUS_NO_MEMORY` when their table is full (D-003).
  func publishGlobally(_ object: SynchronizationObject) throws(Refusal) -> UInt32 {
    let handle = state.withLock { state -> UInt32? in
      let record = state.globalSynchronizationObjects.take { GlobalSynchronizationObject(object: object) }
      if let handle = globalHandles.reserve(.globalSyncObject, record, &state.globalWriter) { return handle }
      state.globalSynchronizationObjects.giveBack(record)
      return nil
    }
    guard let handle else { throw Refusal(.noMemory, "D-003", "SharedHandle") }
    object.life.withLock { $0.globalHandle = handle }
    globalHandles.publish(handle)
    return handle
  }
}

// MARK: - Finding by global handle

extension Kernel {
  /// The keyed mutex that a global handle names, with a reference taken; nil for every other value (W-212, W-216).
  func keyedMutex(globalHandle: UInt32) -> KeyedMutex? {
    let mutex = state.withLock { _ in globalHandles.peek(globalHandle, .globalKeyedMutex)?.value.mutex }
    guard let mutex, mutex.retain() else { return nil }
    return mutex
  }

  /// The synchronization object that a global handle names, with a reference taken; nil for every other value (W-188,
  /// W-190).
  func syncObject(globalHandle: UInt32) -> SynchronizationObject? {
    let object = state.withLock { _ in globalHandles.peek(globalHandle, .globalSyncObject)?.value.object }
    guard let object, object.retain() else { return nil }
    return object
  }
}

// MARK: - Giving references back

extension Kernel {
  /// Gives back a reference of a local handle or an NT handle. With the last one the global handle goes (W-216).
  func release(_ mutex: KeyedMutex) {
    let (isLast, handle) = mutex.state.withLock { ($0.life.release(), $0.life.globalHandle) }
    guard isLast, handle != 0 else { return }
    state.withLock { state in
      guard let record = globalHandles.peek(handle, .globalKeyedMutex) else { return }
      _ = globalHandles.end(handle)
      globalHandles.retire(handle, &state.globalWriter)
      state.globalKeyedMutexes.giveBack(record)
    }
  }

  /// Gives back a reference of a local handle or an NT handle. With the last one the global handle goes (W-190), and
  /// the memory of a shared fence.
  func release(_ object: SynchronizationObject) {
    let (isLast, handle) = object.life.withLock { ($0.release(), $0.globalHandle) }
    guard isLast else { return }
    if handle != 0 {
      state.withLock { state in
        guard let record = globalHandles.peek(handle, .globalSyncObject) else { return }
        _ = globalHandles.end(handle)
        globalHandles.retire(handle, &state.globalWriter)
        state.globalSynchronizationObjects.giveBack(record)
      }
    }
    if let event = object.event { eventObjects?.dereference(event) }
    guard let fence = object.fence else { return }
    // From now on nobody stores a value there.
    fences.withLock { _ in fence.state.value.hasEnded = true }
    if fence.isAlone { fence.page.close(memory) }
  }
}
