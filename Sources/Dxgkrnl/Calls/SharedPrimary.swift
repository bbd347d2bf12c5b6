package import DDI
internal import Locks
package import WDDM

/// The shared primary of a source: what an adapter remembers of it.
struct SharedPrimary: Sendable {
  let globalShare: UInt32
  /// Ordinal of the process that stands for the system, and its handles.
  let process: UInt32
  let device: UInt32
  let resource: UInt32
}

extension Process {
  /// D3DKMTGetSharedPrimaryHandle: the global handle of what a source shows, for OpenResource.
  ///
  /// - Returns: 0 when the source has no shared primary (U-087): before the first mode is set, after the system gave it
  ///   up, and always for an adapter without displays.
  /// - Throws: `STATUS_INVALID_PARAMETER` for a bad adapter (U-012) or a source that it does not have (U-087);
  ///   `STATUS_DEVICE_REMOVED` for an adapter that was stopped (U-016).
  package func sharedPrimary(adapter handle: UInt32, source: UInt32) throws(Refusal) -> UInt32 {
    gate.enter()
    defer { leaveGate() }
    let adapter = try adapterInside(handle)
    guard adapter.isRunning else { throw Refusal(.deviceRemoved, "U-016", "hAdapter", UInt64(handle)) }
    try adapter.check(source: source)
    guard let primary = adapter.sharedPrimaries.withLock({ $0[source] }),
      kernel.sharedResource(globalHandle: primary.globalShare) != nil
    else { return 0 }
    return primary.globalShare
  }

  /// A display mode change of one source: the old shared primary is destroyed, a new one is made (`kernel.md` 3.14).
  /// The old one's global handle ends even if others have it open (U-088); what they opened stays theirs to close.
  ///
  /// - Throws: as ``createSurface(_:device:systemMemory:)``; then the source has no shared primary.
  package func changeMode(
    of source: UInt32, to shape: SurfaceShape, _ rate: RefreshRate, device: UInt32
  ) throws(Refusal) -> CreatedSurface {
    if let adapter = adapter(ofDevice: device), let old = adapter.sharedPrimaries.withLock({ $0[source] }),
      let shared = kernel.sharedResource(globalHandle: old.globalShare)
    {
      adapter.sharedPrimaries.withLock { $0[source] = nil }
      kernel.revokeGlobalHandle(of: shared)
      if old.process == ordinal, isOwn(old.resource, shared) {
        // Nobody but this process could be faster, and it asked for the change.
        try? destroyAllocation(
          device: old.device, resource: old.resource, allocations: [UInt32]().span, listIsNull: true, flags: [])
      }
    }
    return try createSurface(.sharedPrimary(shape, rate, source: source), device: device)
  }

  private func adapter(ofDevice handle: UInt32) -> Adapter? {
    gate.enter()
    defer { leaveGate() }
    return handles.peek(handle, .device)?.value.adapter
  }

  private func isOwn(_ resource: UInt32, _ shared: SharedResource) -> Bool {
    gate.enter()
    defer { leaveGate() }
    return handles.peek(resource, .resource)?.value.shared === shared
  }
}

extension Adapter {
  /// Refuses a source that the adapter does not have. One without displays counts as having one that shows nothing.
  func check(source: UInt32) throws(Refusal) {
    let sources = max(started?.sources ?? 0, 1)
    guard source < sources else {
      throw Refusal(.invalidParameter, "U-087", "VidPnSourceId", UInt64(source), bound: UInt64(sources))
    }
  }
}
