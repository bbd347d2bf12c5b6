package import CWDDM
package import WDDM

extension Driver {
  /// DxgkDdiCreateAllocation: the driver makes its objects from the private data, and says what memory they need.
  ///
  /// After success every row has a handle, each its own, and a description. After a refusal no row has one: the driver
  /// undid what it did, or was asked to destroy what it had returned beside a NULL or a repeated handle.
  ///
  /// - Parameters:
  ///   - isResource: whether the allocations belong to a resource.
  ///   - resource: hResource: what the driver returned last for the resource, NULL for a new one. Replaced by what it
  ///     returns now, whenever the driver succeeded (K-073).
  ///   - resourceData: the resource's private data inside `data`.
  ///   - rows: may be empty: a resource without allocations.
  ///   - data: the kernel's own copy of all private data; the driver is given pointers into it.
  /// - Throws: the driver's status (K-068); `STATUS_INVALID_PARAMETER` for a NULL handle or one given twice (K-071).
  package func createAllocation(
    _ behalf: OnBehalf, isResource: Bool, resource: inout HANDLE?, resourceData: (offset: UInt32, count: UInt32),
    rows: inout MutableSpan<DriverAllocation>, data: inout MutableRawSpan
  ) throws(Refusal) {
    // SAFETY: both spans are this call's alone until it returns; the pointers are not used after it.
    let bytes = unsafe data.withUnsafeMutableBytes { unsafe $0 }
    let all = unsafe UnsafeMutableBufferPointer(
      start: rows.withUnsafeMutableBufferPointer { $0.baseAddress }, count: rows.count)
    var args = DXGKARG_CREATEALLOCATION()
    unsafe args.pPrivateDriverData = UnsafeRawPointer(part(resourceData.offset, resourceData.count, of: bytes))
    args.PrivateDriverDataSize = resourceData.count
    args.NumAllocations = UInt32(truncatingIfNeeded: all.count)
    args.hResource = resource
    args.Flags.Resource = isResource ? 1 : 0

    let status: NTStatus
    if all.count == 1 {
      var info = DXGK_ALLOCATIONINFO()
      status = unsafe withUnsafeMutablePointer(to: &info) { info in
        unsafe create(&args, UnsafeMutableBufferPointer(start: info, count: 1), all, bytes, behalf)
      }
    } else {
      status = unsafe withUnsafeTemporaryAllocation(of: DXGK_ALLOCATIONINFO.self, capacity: all.count) { infos in
        unsafe infos.initialize(repeating: DXGK_ALLOCATIONINFO())
        return unsafe create(&args, infos, all, bytes, behalf)
      }
    }

    guard status.isSuccess else {
      for index in all.indices { unsafe all[index].hAllocation = nil }
      throw Refusal(status, DriverFunction.createAllocation.rule, "DxgkDdiCreateAllocation", UInt64(status.bits))
    }
    if status != .success { report("K-068", .createAllocation, "NTSTATUS", UInt64(status.bits)) }
    let wasNew = resource == nil
    if isResource { resource = args.hResource }
    if all.count == 1, unsafe all[0].hAllocation != nil { return }
    if let wrong = unsafe firstWrongHandle(all) {
      destroyAllocation(behalf, rows: rows.span, resource: &resource, destroyResource: wasNew && resource != nil)
      for index in all.indices { unsafe all[index].hAllocation = nil }
      throw wrong
    }
  }

  /// Fills the zeroed array, runs the driver, and takes out what it answered.
  @inline(__always)
  private func create(
    _ args: inout DXGKARG_CREATEALLOCATION, _ infos: UnsafeMutableBufferPointer<DXGK_ALLOCATIONINFO>,
    _ all: UnsafeMutableBufferPointer<DriverAllocation>, _ bytes: UnsafeMutableRawBufferPointer, _ behalf: OnBehalf
  ) -> NTStatus {
    for index in infos.indices {
      unsafe infos[index].pPrivateDriverData = part(all[index].dataOffset, all[index].dataSize, of: bytes)
      unsafe infos[index].PrivateDriverDataSize = all[index].dataSize
    }
    unsafe args.pAllocationInfo = infos.isEmpty ? nil : infos.baseAddress
    let status = call(.createAllocation, behalf) { miniport.createAllocation(adapter, &args) }
    guard status.isSuccess else { return status }
    for index in infos.indices {
      unsafe all[index].hAllocation = infos[index].hAllocation
      unsafe all[index].description.read(infos[index], version)
    }
    return status
  }

  /// The refusal for a row without a handle or with that of another row; repeated ones are cleared, so that nothing is
  /// destroyed twice (K-071).
  @inline(never)
  private func firstWrongHandle(_ rows: UnsafeMutableBufferPointer<DriverAllocation>) -> Refusal? {
    let order = rows.indices.sorted { unsafe (rows[$0].hAllocation.bits, $0) < (rows[$1].hAllocation.bits, $1) }
    var wrong: Refusal?
    var previous: UInt = 0
    for index in order {
      let handle = unsafe rows[index].hAllocation.bits
      if handle == previous {
        wrong = Refusal(.invalidParameter, "K-071", "pAllocationInfo[].hAllocation", UInt64(handle))
        unsafe rows[index].hAllocation = nil
      }
      previous = handle
    }
    return wrong
  }

  /// The address of a part of the request's private data; NULL for an empty one.
  @inline(__always)
  func part(_ offset: UInt32, _ count: UInt32, of bytes: UnsafeMutableRawBufferPointer) -> UnsafeMutableRawPointer? {
    guard count > 0 else { return nil }
    // Ranges are the kernel's own: one outside the data is our mistake.
    precondition(UInt64(offset) + UInt64(count) <= UInt64(bytes.count), "private data lies inside the request's data")
    return unsafe bytes.baseAddress.map { unsafe $0 + Int(offset) }
  }
}
