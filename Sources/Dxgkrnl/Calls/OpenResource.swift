internal import CWDDM
internal import DDI
internal import Locks
package import WDDM

/// What D3DKMTOpenResource, D3DKMTOpenResource2 and D3DKMTOpenResourceFromNtHandle are asked for, beside the elements.
package struct OpenResourceArguments: Sendable {
  package var device: UInt32
  package var source: ShareSource
  /// `PrivateRuntimeDataSize`: exactly what there is (U-114).
  package var runtimeSize: UInt32
  /// `ResourcePrivateDriverDataSize`: exactly what there is (U-115).
  package var resourceSize: UInt32
  /// `TotalPrivateDriverDataBufferSize`: at least what there is (U-116).
  package var totalSize: UInt32
  /// What a caller brings for a keyed mutex that has no private data yet (U-151).
  package var keyedMutexData: [UInt8]

  package init(
    device: UInt32, source: ShareSource, runtimeSize: UInt32 = 0, resourceSize: UInt32 = 0, totalSize: UInt32 = 0,
    keyedMutexData: [UInt8] = []
  ) {
    self.device = device
    self.source = source
    self.runtimeSize = runtimeSize
    self.resourceSize = resourceSize
    self.totalSize = totalSize
    self.keyedMutexData = keyedMutexData
  }
}

/// What comes back beside the elements.
package struct OpenedResource: Sendable, Equatable {
  /// `hResource`, new (U-122).
  package var resource: UInt32 = 0
  /// `hKeyedMutex` and `hSyncObject`: 0 unless the NT object has one (U-150, U-153).
  package var keyedMutex: UInt32 = 0
  package var syncObject: UInt32 = 0
  /// Private data for the caller's buffers (U-119, U-120).
  package var data = SharedData()
}

extension Process {
  /// Opens a shared resource on a device: the driver binds the same allocations to it (K-173, K-186), and the process
  /// gets handles of its own (U-122), the resource's first (W-007). The device that created it may do so as well
  /// (U-123, W-142). All or nothing.
  ///
  /// - Parameter elements: `NumAllocations` of them; filled on success.
  /// - Throws: `STATUS_INVALID_PARAMETER` for a bad device (U-017), a value that is no global handle (U-108), a device
  ///   on another adapter (U-130), a wrong count (U-112) or size (U-114, U-115, U-152); what
  ///   ``Kernel/reference(of:_:process:)`` says of an NT handle; `STATUS_NO_MEMORY` for a total buffer that is too
  ///   small (U-117) and a full table (D-003); `STATUS_DEVICE_REMOVED` (W-141); or the driver's own failure, unchanged.
  package func openResource(
    _ arguments: OpenResourceArguments, elements: inout MutableSpan<OpenedElement>
  ) throws(Refusal) -> OpenedResource {
    gate.enter()
    defer { leaveGate() }
    guard let device = handles.peek(arguments.device, .device) else {
      throw Refusal(.invalidParameter, "U-017", "hDevice", UInt64(arguments.device))
    }
    kernel.finishClosedHandles(on: behalf)
    let (resource, reference) = try sharedResource(arguments.source, for: device)
    guard device.value.isActive, resource.adapter.isRunning else {
      throw Refusal(.deviceRemoved, "W-141", "hDevice", UInt64(arguments.device))
    }
    let data = resource.state.withLock { $0.data }
    try arguments.validate(count: elements.count, against: data)

    // Counted before the driver is asked: a last destroy elsewhere is not the last any more.
    guard resource.beginOpening(throughGlobalHandle: reference == nil) else {
      throw Refusal(.invalidParameter, "U-128", "hGlobalShare")
    }
    let mayWrite = reference?.access.contains(.sharedAllocationWrite) ?? true
    var opening = ResourceOpening(
      device: device, shared: resource, object: reference?.object, isReadOnly: resource.isReadOnly || !mayWrite,
      data: data)
    do throws(Refusal) {
      let opened = try opening.run(self, arguments, &elements)
      return opened
    } catch {
      kernel.endView(of: resource)
      kernel.release(resource, on: behalf)
      throw error
    }
  }

  /// Ends a handle that its caller never learned of.
  package func dropKeyedMutex(_ handle: UInt32) {
    gate.enter()
    defer { leaveGate() }
    _ = endKeyedMutex(handle)
  }

  package func dropSyncObject(_ handle: UInt32) {
    gate.enter()
    defer { leaveGate() }
    _ = endSyncObject(handle)
  }

  /// On whose behalf drivers are called for this process.
  var behalf: OnBehalf { OnBehalf(process: self) }
}

extension OpenResourceArguments {
  /// Compares what the caller announces with what there is.
  fileprivate func validate(count: Int, against data: SharedData) throws(Refusal) {
    // A resource without allocations can be shared and is opened by nobody: 0 is refused (W-136).
    guard count > 0, count == data.sizes.count else {
      throw Refusal(
        .invalidParameter, "U-112", "NumAllocations", UInt64(count), bound: UInt64(data.sizes.count))
    }
    guard runtimeSize == UInt32(data.runtime.count) else {
      throw Refusal(
        .invalidParameter, "U-114", "PrivateRuntimeDataSize", UInt64(runtimeSize), bound: UInt64(data.runtime.count))
    }
    guard resourceSize == UInt32(data.resource.count) else {
      throw Refusal(
        .invalidParameter, "U-115", "ResourcePrivateDriverDataSize", UInt64(resourceSize),
        bound: UInt64(data.resource.count))
    }
    let total = try SharedData.total(of: data.sizes)
    guard totalSize >= total else {
      throw Refusal(
        .noMemory, "U-117", "TotalPrivateDriverDataBufferSize", UInt64(totalSize), bound: UInt64(total))
    }
  }
}
