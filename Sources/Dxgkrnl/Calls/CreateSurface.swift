internal import CWDDM
package import DDI
internal import Locks
package import WDDM

/// A surface that the kernel made for the display.
package struct CreatedSurface: Sendable, Equatable {
  package let resource: UInt32
  package let allocation: UInt32
  /// The global handle of a surface that others open; 0 for the others.
  package let globalShare: UInt32
  /// Bytes a row, as far as the driver told.
  package let pitch: UInt32
  /// Bytes, whole pages.
  package let size: UInt64
}

extension Process {
  /// Creates a shared primary, a shadow, a staging or a GDI surface on behalf of this process, which stands for the
  /// system: nobody else may describe surfaces so. On Windows the display side of the kernel is who does.
  ///
  /// A shared primary, a GDI texture and a cross-adapter texture are created shared (K-163, K-167). A shared primary
  /// becomes the one of its source.
  ///
  /// - Parameters:
  ///   - device: the system's device (`kernel.md` 3.15).
  ///   - systemMemory: an address, for an existing system memory surface and for no other (K-166).
  /// - Throws: `STATUS_INVALID_PARAMETER` for a device that is none (U-017), a source that the adapter does not have
  ///   (U-087), a format that its kind of surface does not have (K-162); `STATUS_DEVICE_REMOVED` (U-038); what the
  ///   driver refused with (K-151 and those of a creation).
  package func createSurface(
    _ surface: StandardSurface, device handle: UInt32, systemMemory: UInt64 = 0
  ) throws(Refusal) -> CreatedSurface {
    gate.enter()
    defer { leaveGate() }
    guard let device = handles.peek(handle, .device) else {
      throw Refusal(.invalidParameter, "U-017", "hDevice", UInt64(handle))
    }
    let adapter = device.value.adapter
    guard device.value.isActive, adapter.isRunning else {
      throw Refusal(.deviceRemoved, "U-038", "hDevice", UInt64(handle))
    }
    try check(surface, adapter, systemMemory)
    var element = AllocationElement()
    element.systemMemory = systemMemory
    if case .sharedPrimary(_, _, let source) = surface {
      element.flags = 1
      element.vidPnSource = source
    }
    var one = InlineArray<1, AllocationElement>(repeating: element)
    var elements = one.mutableSpan
    let (created, pitch) = try create(
      surface, CreateAllocationArguments(device: handle, flags: surface.flags), device, adapter, &elements,
      PrivateData(), heapBytes: 0)
    let made = CreatedSurface(
      resource: created.resource, allocation: elements[0].handle, globalShare: created.globalShare, pitch: pitch,
      size: elements[0].size)
    if case .sharedPrimary(_, _, let source) = surface {
      adapter.sharedPrimaries.withLock { primaries in
        primaries[source] = SharedPrimary(
          globalShare: made.globalShare, process: ordinal, device: handle, resource: made.resource)
      }
    }
    return made
  }

  private func check(_ surface: StandardSurface, _ adapter: Adapter, _ systemMemory: UInt64) throws(Refusal) {
    if case .sharedPrimary(_, _, let source) = surface { try adapter.check(source: source) }
    guard case .gdi(let shape, let kind) = surface else { return }
    guard kind.formats.contains(shape.format) else {
      throw Refusal(.invalidParameter, "K-162", "Format", UInt64(shape.format))
    }
    guard (kind == .existingSysMem) == (systemMemory != 0) else {
      throw Refusal(.invalidParameter, "K-166", "pSystemMem", systemMemory)
    }
  }
}

extension StandardSurface {
  /// How the surface is created.
  fileprivate var flags: CreateAllocationFlags {
    switch self {
    case .sharedPrimary, .gdi(_, .texture): [.createResource, .createShared]
    case .gdi(_, .textureCrossAdapter): [.createResource, .createShared, .crossAdapter]
    case .shadow, .staging, .gdi: .createResource
    }
  }
}

extension StandardSurface.GdiSurface {
  /// `D3DDDIFORMAT`s: A8 occurs with staging types and the look-up table only (K-162).
  fileprivate var formats: [UInt32] {
    let colours = [D3DDDIFMT_A8B8G8R8, D3DDDIFMT_X8B8G8R8, D3DDDIFMT_A8R8G8B8, D3DDDIFMT_X8R8G8B8]
    let alpha = [D3DDDIFMT_A8]
    let all =
      switch self {
      case .texture, .existingSysMem, .textureCrossAdapter: colours
      case .staging, .stagingCpuVisible: colours + alpha
      case .lookupTable: alpha
      }
    return all.map { UInt32($0.rawValue) }
  }
}
