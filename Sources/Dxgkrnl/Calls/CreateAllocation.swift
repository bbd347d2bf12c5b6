internal import CWDDM
internal import DDI
internal import Locks
internal import VidMm
package import WDDM

/// What D3DKMTCreateAllocation and D3DKMTCreateAllocation2 are asked for, beside the elements.
package struct CreateAllocationArguments: Sendable {
  package var device: UInt32
  /// `hResource`: the resource that the allocations are added to, or 0.
  package var resource: UInt32
  package var flags: CreateAllocationFlags
  /// Kept once per resource and handed to openers (U-054).
  package var runtimeData: ByteRange
  package var resourceData: ByteRange
  /// The element form was D3DDDI_ALLOCATIONINFO2.
  package var isVersion2: Bool

  package init(
    device: UInt32, resource: UInt32 = 0, flags: CreateAllocationFlags = [], isVersion2: Bool = true,
    runtimeData: ByteRange = ByteRange(), resourceData: ByteRange = ByteRange()
  ) {
    self.device = device
    self.resource = resource
    self.flags = flags
    self.isVersion2 = isVersion2
    self.runtimeData = runtimeData
    self.resourceData = resourceData
  }
}

/// What comes back beside the elements' handles.
package struct CreatedAllocation: Sendable, Equatable {
  /// The new resource, or `hResource` as it came in (U-024).
  package var resource: UInt32
  /// The global share handle; 0 unless shared without NtSecuritySharing (U-046, U-047).
  package var globalShare: UInt32
}

extension Process {
  /// Creates allocations: stand-alone, in a new resource, or added to one.
  ///
  /// Everything that may fail happens before anything is published; a failure leaves the process, the adapter and the
  /// charges exactly as they were (I-031, U-034).
  ///
  /// - Parameters:
  ///   - elements: one for each allocation; `handle`, `size` and `traits` are filled on success (U-019).
  ///   - data: the private data of resource and elements, captured from the caller once. The driver may write into the
  ///     elements' parts (U-057).
  /// - Throws: `STATUS_INVALID_PARAMETER` for a request that breaks a rule, `STATUS_INVALID_HANDLE` for a resource that
  ///   is none (U-023), `STATUS_DEVICE_REMOVED` (U-038), `STATUS_NO_MEMORY` and `STATUS_GRAPHICS_NO_VIDEO_MEMORY`
  ///   (U-036), or the driver's own failure, unchanged.
  package func createAllocation(
    _ arguments: CreateAllocationArguments, elements: inout MutableSpan<AllocationElement>, data: inout MutableRawSpan
  ) throws(Refusal) -> CreatedAllocation {
    try arguments.validate(count: elements.count, limits: kernel.limits)
    if arguments.flags.contains(.standardAllocation) {
      return try createStandardAllocation(arguments, elements: &elements, data: data.bytes)
    }
    gate.enter()
    defer { leaveGate() }
    let (device, target) = try objects(of: arguments)
    try arguments.validate(&elements)
    var creation = Creation(device: device, arguments: arguments, resource: target)
    return try device.value.onAdapter.with { adapter throws(Refusal) in
      if elements.count == 1 { return try creation.runOne(self, adapter, &row.value, &elements, &data) }
      return try creation.runMany(self, adapter, &elements, &data)
    }
  }

  /// The device, which is neither removed nor its adapter stopped, and the resource that allocations are added to: nil
  /// when a new one is made or none is wanted. Inside the gate.
  @inline(__always)
  func objects(
    of arguments: CreateAllocationArguments
  ) throws(Refusal) -> (device: Record<Device>, resource: Record<Resource>?) {
    guard let device = handles.peek(arguments.device, .device) else {
      throw Refusal(.invalidParameter, "U-017", "hDevice", UInt64(arguments.device))
    }
    let target = arguments.resource == 0 ? nil : try resource(of: arguments, device: device)
    guard device.value.isActive, device.value.onAdapter.with({ $0.isRunning }) else {
      throw Refusal(.deviceRemoved, "U-038", "hDevice", UInt64(arguments.device))
    }
    return (device, target)
  }

  @inline(never)
  private func resource(
    of arguments: CreateAllocationArguments, device: Record<Device>
  ) throws(Refusal) -> Record<Resource>? {
    let value = UInt64(arguments.resource)
    // W-068, W-077: the handle is looked at before the rule that it must be 0.
    guard let resource = handles.peek(arguments.resource, .resource) else {
      throw Refusal(.invalidHandle, "U-023", "hResource", value)
    }
    guard !arguments.flags.contains(.createResource) else {
      throw Refusal(.invalidParameter, "U-022", "hResource", value)
    }
    guard resource.value.device == device else { throw Refusal(.invalidParameter, "U-028", "hResource", value) }
    guard resource.value.shared == nil else { throw Refusal(.invalidParameter, "U-029", "hResource", value) }
    return resource
  }
}
