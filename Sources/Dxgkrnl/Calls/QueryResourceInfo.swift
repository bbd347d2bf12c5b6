internal import Locks
package import WDDM

/// By what a caller names a shared resource.
package enum ShareSource: Sendable, Equatable {
  /// `hGlobalShare`
  case globalHandle(UInt32)
  /// `hNtHandle`
  case ntHandle(UInt64)
}

/// What an opener must bring: D3DKMT_QUERYRESOURCEINFO's answer (U-109).
package struct ResourceInfo: Sendable, Equatable {
  /// `PrivateRuntimeDataSize`, in bytes.
  package var runtimeSize: UInt32
  /// `TotalPrivateDriverDataSize`: the sum over the allocations, in bytes.
  package var totalSize: UInt32
  /// `ResourcePrivateDriverDataSize`, in bytes.
  package var resourceSize: UInt32
  /// `NumAllocations`
  package var allocations: UInt32
}

extension Process {
  /// D3DKMTQueryResourceInfo and D3DKMTQueryResourceInfoFromNtHandle. Neither reads nor writes the runtime buffer
  /// (U-110, U-149, W-133, W-158). Answers on a removed device too (I-078).
  ///
  /// - Throws: `STATUS_INVALID_PARAMETER` for a bad device (U-017), a value that is no global handle of a resource
  ///   (U-108) or a resource of another adapter (U-130); what ``Kernel/reference(of:_:process:)`` says of an NT handle;
  ///   `STATUS_INTEGER_OVERFLOW` for more data than a size can say (U-111).
  package func queryResourceInfo(device deviceHandle: UInt32, _ source: ShareSource) throws(Refusal) -> ResourceInfo {
    gate.enter()
    defer { leaveGate() }
    guard let device = handles.peek(deviceHandle, .device) else {
      throw Refusal(.invalidParameter, "U-017", "hDevice", UInt64(deviceHandle))
    }
    kernel.finishClosedHandles(on: behalf)
    let (resource, _) = try sharedResource(source, for: device)
    let data = resource.state.withLock { $0.data }
    return ResourceInfo(
      runtimeSize: UInt32(data.runtime.count), totalSize: try SharedData.total(of: data.sizes),
      resourceSize: UInt32(data.resource.count), allocations: UInt32(data.sizes.count))
  }

  /// The shared resource that a caller names, on the device's adapter, and the NT reference if it was named by one.
  /// Inside the gate.
  func sharedResource(
    _ source: ShareSource, for device: Record<Device>
  ) throws(Refusal) -> (SharedResource, NtReference?) {
    let resource: SharedResource
    var reference: NtReference?
    switch source {
    case .globalHandle(let handle):
      guard let found = kernel.sharedResource(globalHandle: handle) else {
        throw Refusal(.invalidParameter, "U-108", "hGlobalShare", UInt64(handle))
      }
      resource = found
    case .ntHandle(let handle):
      let found = try kernel.reference(of: handle, .sharedResource, process: ordinal)
      resource = found.object.resource!
      reference = found
    }
    guard device.value.onAdapter === resource.adapter else {
      throw Refusal(.invalidParameter, "U-130", "hDevice", UInt64(device.value.handle))
    }
    return (resource, reference)
  }
}
