// The argument blocks of keyed mutexes and synchronization objects.

/// CreateKeyedMutex and CreateKeyedMutex2.
package struct CreateKeyedMutexBlock: FrameBlock {
  package var initialValue: UInt64 = 0
  /// `Flags.Value`; 0 in the first version.
  package var flags: UInt32 = 0
  var padding: UInt32 = 0
  /// `pPrivateRuntimeData`
  package var runtimeData = ByteRange()
  /// Out.
  package var keyedMutex: UInt32 = 0
  /// Out: `hSharedHandle`.
  package var globalShare: UInt32 = 0
  package init() {}
}

/// OpenKeyedMutex, OpenKeyedMutex2 and OpenKeyedMutexFromNtHandle.
package struct OpenKeyedMutexBlock: FrameBlock {
  /// `hNtHandle`; 0 where the mutex is named by its global handle.
  package var ntHandle: UInt64 = 0
  /// `hSharedHandle`; 0 where the mutex is named by an NT handle.
  package var globalShare: UInt32 = 0
  /// `PrivateRuntimeDataSize`, and 1 where there was a buffer.
  package var size: UInt32 = 0
  package var hasBuffer: UInt32 = 0
  var padding: UInt32 = 0
  /// Out.
  package var keyedMutex: UInt32 = 0
  /// Out: bytes of private data that the mutex has.
  package var stored: UInt32 = 0
  package init() {}
}

/// DestroyKeyedMutex.
package struct KeyedMutexBlock: FrameBlock {
  package var keyedMutex: UInt32 = 0
  var padding: UInt32 = 0
  package init() {}
}

/// AcquireKeyedMutex and AcquireKeyedMutex2. The private data that comes back came in with a creation or a release.
package struct AcquireKeyedMutexBlock: FrameBlock {
  package var key: UInt64 = 0
  /// `*pTimeout` in units of 100 ns; meaningless unless there was one.
  package var timeout: Int64 = 0
  package var hasTimeout: UInt32 = 0
  package var keyedMutex: UInt32 = 0
  /// `PrivateRuntimeDataSize`, and 1 where there was a buffer.
  package var size: UInt32 = 0
  package var hasBuffer: UInt32 = 0
  /// Out: `FenceValue`.
  package var fence: UInt64 = 0
  package init() {}
}

/// ReleaseKeyedMutex and ReleaseKeyedMutex2.
package struct ReleaseKeyedMutexBlock: FrameBlock {
  package var key: UInt64 = 0
  package var fence: UInt64 = 0
  package var keyedMutex: UInt32 = 0
  var padding: UInt32 = 0
  /// `pPrivateRuntimeData`
  package var runtimeData = ByteRange()
  package init() {}
}

/// CreateSynchronizationObject and CreateSynchronizationObject2. The address that a fence's value is shown at is not in
/// the frame.
package struct CreateSynchronizationObjectBlock: FrameBlock {
  package var device: UInt32 = 0
  package var type: UInt32 = 0
  /// `Info.Flags.Value`; 0 in the first version.
  package var flags: UInt32 = 0
  var padding: UInt32 = 0
  /// The first eight bytes of the union: a state, two counts, a fence value, or the handle of an event.
  package var initial: UInt64 = 0
  /// Out.
  package var syncObject: UInt32 = 0
  /// Out: `SharedHandle`.
  package var globalShare: UInt32 = 0
  package init() {}
}

/// OpenSynchronizationObject, OpenSyncObjectFromNtHandle and OpenSyncObjectFromNtHandle2.
package struct OpenSynchronizationObjectBlock: FrameBlock {
  /// `hNtHandle`; 0 where the object is named by its global handle.
  package var ntHandle: UInt64 = 0
  package var globalShare: UInt32 = 0
  /// `hDevice` and `Flags.Value` of OpenSyncObjectFromNtHandle2.
  package var device: UInt32 = 0
  package var flags: UInt32 = 0
  var padding: UInt32 = 0
  /// Out.
  package var syncObject: UInt32 = 0
  /// Out: what kind of object it is.
  package var type: UInt32 = 0
  package init() {}
}

/// DestroySynchronizationObject.
package struct SynchronizationObjectBlock: FrameBlock {
  package var syncObject: UInt32 = 0
  var padding: UInt32 = 0
  package init() {}
}

/// WaitForSynchronizationObjectFromCpu and SignalSynchronizationObjectFromCpu; the elements are `count` times
/// `FenceElement`.
package struct FromCpuBlock: FrameBlock {
  package var device: UInt32 = 0
  /// `ObjectCount` as given.
  package var count: UInt32 = 0
  /// `Flags.Value`
  package var flags: UInt32 = 0
  var padding: UInt32 = 0
  /// `hAsyncEvent`; 0 for none, and in a signal.
  package var asyncEvent: UInt64 = 0
  package init() {}
}

/// One object of a wait or a signal, and its value. 16 bytes.
package struct FenceElement: BitwiseCopyable, Sendable {
  package var syncObject: UInt32 = 0
  var padding: UInt32 = 0
  package var value: UInt64 = 0

  package init(syncObject: UInt32 = 0, value: UInt64 = 0) {
    self.syncObject = syncObject
    self.value = value
  }
}
