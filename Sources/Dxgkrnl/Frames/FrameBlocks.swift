/// The argument block of one kind of call, in our own layout: no pointers, handles as the caller gave them, padding
/// zero. Fields marked *out* are zero until the call returns with success.
package protocol FrameBlock: BitwiseCopyable, Sendable {
  init()
}

package struct OpenAdapterFromLuidBlock: FrameBlock {
  package var luidLow: UInt32 = 0
  package var luidHigh: Int32 = 0
  /// Out.
  package var adapter: UInt32 = 0
  var padding: UInt32 = 0
  package init() {}
}

/// What an open by name answers.
package struct OpenedAdapter: BitwiseCopyable, Sendable {
  package var adapter: UInt32 = 0
  /// `VidPnSourceId`; 0 where the call has none.
  package var source: UInt32 = 0
  package var luidLow: UInt32 = 0
  package var luidHigh: Int32 = 0
  package init() {}
}

/// OpenAdapterFromGdiDisplayName and OpenAdapterFromDeviceName.
package struct OpenAdapterByNameBlock: FrameBlock {
  /// The name without its final zero.
  package var name = ByteRange()
  /// 1 for characters of four bytes, 0 for two.
  package var isWide: UInt32 = 0
  var padding: UInt32 = 0
  /// Out.
  package var opened = OpenedAdapter()
  package init() {}
}

package struct OpenAdapterFromHdcBlock: FrameBlock {
  /// `hDc`
  package var deviceContext: UInt64 = 0
  /// Out.
  package var opened = OpenedAdapter()
  package init() {}
}

/// EnumAdapters2 and EnumAdapters3; the elements are `capacity` rows, at most as many as the kernel could fill.
package struct EnumAdaptersBlock: FrameBlock {
  /// `Filter`; all bits set for EnumAdapters2, which has none.
  package var filter: UInt64 = 0
  /// `NumAdapters` as given.
  package var capacity: UInt32 = 0
  /// Rows that follow.
  package var rows: UInt32 = 0
  /// Out: `NumAdapters`.
  package var count: UInt32 = 0
  var padding: UInt32 = 0
  package init() {}
}

/// CloseAdapter.
package struct AdapterBlock: FrameBlock {
  package var adapter: UInt32 = 0
  var padding: UInt32 = 0
  package init() {}
}

package struct QueryAdapterInfoBlock: FrameBlock {
  package var adapter: UInt32 = 0
  package var type: UInt32 = 0
  /// `pPrivateDriverData`, as it was on the way in.
  package var data = ByteRange()
  package init() {}
}

package struct CreateDeviceBlock: FrameBlock {
  package var adapter: UInt32 = 0
  package var flags: UInt32 = 0
  /// Out.
  package var device: UInt32 = 0
  var padding: UInt32 = 0
  package init() {}
}

/// DestroyDevice.
package struct DeviceBlock: FrameBlock {
  package var device: UInt32 = 0
  var padding: UInt32 = 0
  package init() {}
}

package struct GetDeviceStateBlock: FrameBlock {
  package var device: UInt32 = 0
  /// `StateType`.
  package var type: UInt32 = 0
  /// Out: the first word of the answer.
  package var state: UInt32 = 0
  var padding: UInt32 = 0
  package init() {}
}

package struct MarkDeviceAsErrorBlock: FrameBlock {
  package var device: UInt32 = 0
  package var reason: UInt32 = 0
  package init() {}
}

/// CreateAllocation and CreateAllocation2; the elements are `count` times `AllocationElement`.
package struct CreateAllocationBlock: FrameBlock {
  package var device: UInt32 = 0
  package var resource: UInt32 = 0
  package var flags: UInt32 = 0
  /// `NumAllocations` as given.
  package var count: UInt32 = 0
  package var runtimeData = ByteRange()
  /// `pPrivateDriverData`; with StandardAllocation the 24 bytes of `D3DKMT_CREATESTANDARDALLOCATION`.
  package var resourceData = ByteRange()
  /// Out: `hResource`.
  package var createdResource: UInt32 = 0
  /// Out: `hGlobalShare`.
  package var globalShare: UInt32 = 0
  package init() {}
}

/// DestroyAllocation and DestroyAllocation2; the elements are `count` handles, unless a resource is named.
package struct DestroyAllocationBlock: FrameBlock {
  package var device: UInt32 = 0
  package var resource: UInt32 = 0
  package var flags: UInt32 = 0
  /// `AllocationCount` as given.
  package var count: UInt32 = 0
  package init() {}
}

/// Lock2 and Unlock2. The address that Lock2 returns is nobody else's business: it is not in the frame.
package struct LockBlock: FrameBlock {
  package var device: UInt32 = 0
  package var allocation: UInt32 = 0
  package var flags: UInt32 = 0
  var padding: UInt32 = 0
  package init() {}
}

package struct GetSharedPrimaryHandleBlock: FrameBlock {
  package var adapter: UInt32 = 0
  /// `VidPnSourceId`.
  package var source: UInt32 = 0
  /// Out: `hSharedPrimary`.
  package var sharedPrimary: UInt32 = 0
  var padding: UInt32 = 0
  package init() {}
}

/// QueryResourceInfo and QueryResourceInfoFromNtHandle. The runtime buffer is neither read nor written.
package struct QueryResourceInfoBlock: FrameBlock {
  package var device: UInt32 = 0
  /// `hGlobalShare`; 0 in the call by NT handle.
  package var globalShare: UInt32 = 0
  /// `hNtHandle`; 0 in the call by global handle.
  package var ntHandle: UInt64 = 0
  /// Out, in bytes.
  package var runtimeSize: UInt32 = 0
  package var totalSize: UInt32 = 0
  package var resourceSize: UInt32 = 0
  /// Out: `NumAllocations`.
  package var allocations: UInt32 = 0
  package init() {}
}

/// OpenResource, OpenResource2 and OpenResourceFromNtHandle; the elements are `count` times `OpenedElement`. The
/// private data that comes back is that of the creation, so it is not in the frame.
package struct OpenResourceBlock: FrameBlock {
  package var device: UInt32 = 0
  package var globalShare: UInt32 = 0
  package var ntHandle: UInt64 = 0
  /// `NumAllocations` as given.
  package var count: UInt32 = 0
  /// Sizes of the caller's buffers, in bytes.
  package var runtimeSize: UInt32 = 0
  package var resourceSize: UInt32 = 0
  package var totalSize: UInt32 = 0
  /// What the caller brings for a keyed mutex.
  package var keyedMutexData = ByteRange()
  /// Out.
  package var resource: UInt32 = 0
  package var keyedMutex: UInt32 = 0
  package var syncObject: UInt32 = 0
  /// Out: bytes written into the total buffer.
  package var totalUsed: UInt32 = 0
  package init() {}
}

/// ShareObjects; the elements are `count` handles.
package struct ShareObjectsBlock: FrameBlock {
  /// `cObjects` as given.
  package var count: UInt32 = 0
  package var access: UInt32 = 0
  /// `ObjectName` in UTF-16; no bytes for an object without a name.
  package var name = ByteRange()
  /// `Attributes` of the object attributes.
  package var attributes: UInt32 = 0
  var padding: UInt32 = 0
  /// Out.
  package var ntHandle: UInt64 = 0
  package init() {}
}

package struct OpenNtHandleFromNameBlock: FrameBlock {
  package var access: UInt32 = 0
  package var attributes: UInt32 = 0
  /// `ObjectName` in UTF-16.
  package var name = ByteRange()
  /// Out.
  package var ntHandle: UInt64 = 0
  package init() {}
}

/// The calls of dxgkctl.h.
package struct ControlBlock: FrameBlock {
  /// The adapter they are about, or 0.
  package var luidLow: UInt32 = 0
  package var luidHigh: Int32 = 0
  /// The process they are about, as an ordinal; out in DxgCtlCreateProcess.
  package var process: UInt32 = 0
  var padding: UInt32 = 0
  package init() {}
}
