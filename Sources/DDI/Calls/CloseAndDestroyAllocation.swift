package import CWDDM
package import WDDM

extension Driver {
  /// DxgkDdiCloseAllocation of openings of one device, all of a resource at once (K-181). A failure is a finding: the
  /// openings count as closed.
  ///
  /// - Parameters:
  ///   - device: the driver's hDevice.
  ///   - handles: hDeviceSpecificAllocation of each; not empty.
  @discardableResult
  package func closeAllocation(_ behalf: OnBehalf, device: HANDLE, _ handles: Span<HANDLE>) -> NTStatus {
    var args = DXGKARG_CLOSEALLOCATION()
    args.NumAllocations = UInt32(handles.count)
    // SAFETY: the span outlives the call, and the driver may only read it.
    unsafe args.pOpenHandleList = pointer(to: handles)
    return tell(.closeAllocation, behalf) { miniport.closeAllocation(device, &args) }
  }

  /// DxgkDdiDestroyAllocation: the driver frees its objects (K-190). A failure is a finding: they count as freed.
  ///
  /// - Parameters:
  ///   - handles: hAllocation of each; empty when only a resource is destroyed.
  ///   - resource: hResource. Replaced by what the driver returns, unless it is destroyed (K-191).
  ///   - destroyResource: free the resource together with the allocations; `resource` is NULL then.
  @discardableResult
  package func destroyAllocation(
    _ behalf: OnBehalf, _ handles: Span<HANDLE>, resource: inout HANDLE?, destroyResource: Bool
  ) -> NTStatus {
    var args = DXGKARG_DESTROYALLOCATION()
    args.NumAllocations = UInt32(handles.count)
    // SAFETY: the span outlives the call, and the driver may only read it.
    unsafe args.pAllocationList = pointer(to: handles)
    args.hResource = resource
    args.Flags.DestroyResource = destroyResource ? 1 : 0
    let status = tell(.destroyAllocation, behalf) { miniport.destroyAllocation(adapter, &args) }
    resource = destroyResource ? nil : args.hResource
    return status
  }

  /// The same for the openings of `rows`, which were all opened by one call: unwinding.
  package func closeAllocation(_ behalf: OnBehalf, device: HANDLE, rows: Span<DriverAllocation>) {
    withHandles(rows, { $0.hDeviceSpecificAllocation }) { handles in
      if !handles.isEmpty { closeAllocation(behalf, device: device, handles) }
    }
  }

  /// The same for whatever the driver holds of `rows`: unwinding. A row without a handle is passed over; when none has
  /// one and no resource is destroyed, the driver is not called.
  package func destroyAllocation(
    _ behalf: OnBehalf, rows: Span<DriverAllocation>, resource: inout HANDLE?, destroyResource: Bool
  ) {
    withHandles(rows, { $0.hAllocation }) { handles in
      if handles.isEmpty, !destroyResource { return }
      destroyAllocation(behalf, handles, resource: &resource, destroyResource: destroyResource)
    }
  }

  /// The handles of `rows` in one list, without those that are NULL.
  private func withHandles(
    _ rows: Span<DriverAllocation>, _ handle: (borrowing DriverAllocation) -> HANDLE?, _ body: (Span<HANDLE>) -> Void
  ) {
    // SAFETY: the list is filled as far as the span reaches, and handles are plain words.
    unsafe withUnsafeTemporaryAllocation(of: HANDLE.self, capacity: rows.count) { list in
      var count = 0
      for index in rows.indices {
        guard let handle = handle(rows[index]) else { continue }
        unsafe list.initializeElement(at: count, to: handle)
        count += 1
      }
      let filled = unsafe UnsafeBufferPointer(rebasing: list[..<count])
      unsafe body(filled.span)
    }
  }

  /// A list of handles as C spells it; NULL for an empty one.
  @inline(__always)
  private func pointer(to handles: Span<HANDLE>) -> UnsafePointer<HANDLE?>? {
    guard !handles.isEmpty else { return nil }
    return unsafe handles.withUnsafeBufferPointer { unsafe UnsafeRawPointer($0.baseAddress) }?
      .assumingMemoryBound(to: HANDLE?.self)
  }
}
