package import CWDDM
package import WDDM

extension Driver {
  /// DxgkDdiOpenAllocation: the driver binds the allocations to a device.
  ///
  /// The rows' `handle` is what the driver may give to GetHandleData now. After a refusal nothing of this call is open.
  ///
  /// - Parameters:
  ///   - device: the driver's hDevice.
  ///   - create: the allocations are being created: the driver may change their private data, and the client sees it
  ///     (K-174, K-175). When clear, data that came back changed is restored, and that is a finding.
  ///   - readOnly: opened for reading (1.2 and later).
  /// - Throws: the driver's status (K-171); `STATUS_INVALID_PARAMETER` when it succeeded and left a handle NULL
  ///   (K-172); `STATUS_NO_MEMORY` (U-036) never: the arrays are on the stack as far as they are small.
  package func openAllocation(
    _ behalf: OnBehalf, device: HANDLE, create: Bool, readOnly: Bool, resourceData: (offset: UInt32, count: UInt32),
    rows: inout MutableSpan<DriverAllocation>, data: inout MutableRawSpan
  ) throws(Refusal) {
    // SAFETY: both spans are this call's alone until it returns; the pointers are not used after it.
    let bytes = unsafe data.withUnsafeMutableBytes { unsafe $0 }
    let all = unsafe UnsafeMutableBufferPointer(
      start: rows.withUnsafeMutableBufferPointer { $0.baseAddress }, count: rows.count)
    var args = DXGKARG_OPENALLOCATION()
    args.NumAllocations = UInt32(truncatingIfNeeded: all.count)
    unsafe args.pPrivateDriverData = part(resourceData.offset, resourceData.count, of: bytes)
    args.PrivateDriverSize = resourceData.count
    args.Flags.Create = create ? 1 : 0
    args.Flags.ReadOnly = readOnly && version >= .win8 ? 1 : 0

    let status: NTStatus
    if create, all.count == 1 {
      var info = DXGK_OPENALLOCATIONINFO()
      status = unsafe withUnsafeMutablePointer(to: &info) { info in
        unsafe open(device, &args, UnsafeMutableBufferPointer(start: info, count: 1), all, bytes, behalf)
      }
    } else {
      status = unsafe openMany(device, &args, all, bytes, resourceData, behalf)
    }

    guard status.isSuccess else {
      for index in all.indices { unsafe all[index].hDeviceSpecificAllocation = nil }
      throw Refusal(status, DriverFunction.openAllocation.rule, "DxgkDdiOpenAllocation", UInt64(status.bits))
    }
    if status != .success { report("K-171", .openAllocation, "NTSTATUS", UInt64(status.bits)) }
    for index in all.indices where unsafe all[index].hDeviceSpecificAllocation == nil {
      unsafe closeOpened(all, device: device, behalf)
      throw Refusal(.invalidParameter, "K-172", "pOpenAllocation[].hDeviceSpecificAllocation", UInt64(index))
    }
  }

  /// The same for any number, and for allocations that exist already, whose private data must come back as it went:
  /// theirs (K-174) and the resource's (K-177).
  @inline(never)
  private func openMany(
    _ device: HANDLE, _ args: inout DXGKARG_OPENALLOCATION, _ all: UnsafeMutableBufferPointer<DriverAllocation>,
    _ bytes: UnsafeMutableRawBufferPointer, _ resourceData: (offset: UInt32, count: UInt32), _ behalf: OnBehalf
  ) -> NTStatus {
    unsafe withUnsafeTemporaryAllocation(of: DXGK_OPENALLOCATIONINFO.self, capacity: all.count) { infos in
      unsafe infos.initialize(repeating: DXGK_OPENALLOCATIONINFO())
      if args.Flags.Create != 0 { return unsafe open(device, &args, infos, all, bytes, behalf) }
      return unsafe withUnsafeTemporaryAllocation(byteCount: max(bytes.count, 1), alignment: 8) { copy in
        unsafe copy.copyMemory(from: UnsafeRawBufferPointer(bytes))
        let status = unsafe open(device, &args, infos, all, bytes, behalf)
        let changed = bytes.indices.first { unsafe bytes[$0] != copy[$0] }
        if let changed {
          let end = Int(resourceData.offset) + Int(resourceData.count)
          if (Int(resourceData.offset)..<end).contains(changed) {
            report("K-177", .openAllocation, "pPrivateDriverData", UInt64(changed))
          } else {
            report("K-174", .openAllocation, "pOpenAllocation[].pPrivateDriverData", UInt64(changed))
          }
          unsafe bytes.copyMemory(from: UnsafeRawBufferPointer(rebasing: copy[..<bytes.count]))
        }
        return status
      }
    }
  }

  /// Fills the zeroed array, runs the driver and takes its handles out.
  @inline(__always)
  private func open(
    _ device: HANDLE, _ args: inout DXGKARG_OPENALLOCATION,
    _ infos: UnsafeMutableBufferPointer<DXGK_OPENALLOCATIONINFO>,
    _ all: UnsafeMutableBufferPointer<DriverAllocation>, _ bytes: UnsafeMutableRawBufferPointer, _ behalf: OnBehalf
  ) -> NTStatus {
    for index in infos.indices {
      unsafe infos[index].hAllocation = all[index].handle
      unsafe infos[index].pPrivateDriverData = part(all[index].dataOffset, all[index].dataSize, of: bytes)
      unsafe infos[index].PrivateDriverDataSize = all[index].dataSize
    }
    unsafe args.pOpenAllocation = infos.isEmpty ? nil : infos.baseAddress
    let status = call(.openAllocation, behalf) { miniport.openAllocation(device, &args) }
    for index in infos.indices {
      unsafe all[index].hDeviceSpecificAllocation = infos[index].hDeviceSpecificAllocation
    }
    return status
  }

  /// Closes what a driver opened before it left a handle NULL (K-172).
  @inline(never)
  private func closeOpened(
    _ all: UnsafeMutableBufferPointer<DriverAllocation>, device: HANDLE, _ behalf: OnBehalf
  ) {
    let opened = unsafe all.compactMap { $0.hDeviceSpecificAllocation }
    for index in all.indices { unsafe all[index].hDeviceSpecificAllocation = nil }
    if !opened.isEmpty { closeAllocation(behalf, device: device, opened.span) }
  }
}
