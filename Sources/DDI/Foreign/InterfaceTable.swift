import CWDDM
import WDDM

/// The `DXGKRNL_INTERFACE` that a C driver is given: functions without a context, which find their kernel by the
/// DeviceHandle or by the thread's current call.
///
/// Every slot that the driver's version has is filled: what this kernel does not serve answers STATUS_NOT_SUPPORTED and
/// is a finding, instead of a jump to address 0.
@safe final class InterfaceTable: @unchecked Sendable {
  // SAFETY: written by `fill`, while a start has the adapter to itself; owned and released by this object. It stays
  // where it is because some drivers keep the pointer where they should copy.
  let slots: UnsafeMutablePointer<DXGKRNL_INTERFACE>

  init() {
    unsafe slots = .allocate(capacity: 1)
    unsafe slots.initialize(to: DXGKRNL_INTERFACE())
  }

  deinit { unsafe slots.deallocate() }

  func fill(for device: HANDLE, _ version: InterfaceVersion) {
    var table = DXGKRNL_INTERFACE()
    fillDeviceCallbacks(&table)
    fillHandleCallbacks(&table)
    fillRest(&table)
    table.Size = UInt32(version.kernelInterfaceSize)
    table.Version = version.rawValue
    table.DeviceHandle = device
    // Behind its Size the table is empty: a driver of that version knows no slot there.
    unsafe slots.initialize(to: DXGKRNL_INTERFACE())
    unsafe withUnsafeBytes(of: &table) {
      unsafe UnsafeMutableRawPointer(slots).copyMemory(
        from: $0.baseAddress!, byteCount: version.kernelInterfaceSize)
    }
  }
}

// MARK: - Slots

extension InterfaceTable {
  private func fillDeviceCallbacks(_ table: inout DXGKRNL_INTERFACE) {
    unsafe table.DxgkCbGetDeviceInformation = { handle, info in
      guard let callbacks = callbacks(of: handle, .getDeviceInformation) else { return refused }
      guard let info = unsafe info else { return refused }
      return unsafe callbacks.getDeviceInformation(handle, &info.pointee).rawValue
    }
    unsafe table.DxgkCbMapMemory = { handle, address, length, inIoSpace, toUserMode, cacheType, result in
      guard let callbacks = callbacks(of: handle, .mapMemory) else { return refused }
      guard let result = unsafe result else { return refused }
      var mapped: UInt = 0
      let status = callbacks.mapMemory(handle, address, length, inIoSpace, toUserMode, cacheType, &mapped)
      if status.isSuccess { unsafe result.pointee = UnsafeMutableRawPointer(bitPattern: mapped) }
      return status.rawValue
    }
    unsafe table.DxgkCbUnmapMemory = { handle, address in
      guard let callbacks = callbacks(of: handle, .unmapMemory) else { return refused }
      return callbacks.unmapMemory(handle, UInt(bitPattern: address)).rawValue
    }
    unsafe table.DxgkCbIsFeatureEnabled = { args in
      guard let args = unsafe args else { return refused }
      guard let callbacks = unsafe callbacks(of: args.pointee.DeviceHandle, .isFeatureEnabled) else { return refused }
      return unsafe callbacks.isFeatureEnabled(&args.pointee).rawValue
    }
    unsafe table.DxgkCbQueryFeatureSupport = { args in
      guard let args = unsafe args else { return refused }
      guard let callbacks = unsafe callbacks(of: args.pointee.DeviceHandle, .queryFeatureSupport) else {
        return refused
      }
      return unsafe callbacks.queryFeatureSupport(&args.pointee).rawValue
    }
  }

  private func fillHandleCallbacks(_ table: inout DXGKRNL_INTERFACE) {
    unsafe table.DxgkCbGetHandleData = { args in
      guard let args = unsafe args else { return nil }
      return unsafe HandleCallbacks.getHandleData(args.pointee)?.rawValue
    }
    table.DxgkCbGetHandleParent = { HandleCallbacks.getHandleParent($0) }
    unsafe table.DxgkCbEnumHandleChildren = { args in
      guard let args = unsafe args else { return 0 }
      return unsafe HandleCallbacks.enumHandleChildren(args.pointee)
    }
    unsafe table.DxgkCbAcquireHandleData = { args, release in
      guard let args = unsafe args, let release = unsafe release else { return nil }
      return unsafe HandleCallbacks.acquireHandleData(args.pointee, &release.pointee)?.rawValue
    }
    table.DxgkCbReleaseHandleData = { HandleCallbacks.releaseHandleData($0) }
  }

  /// Gives every slot that is still empty an answer.
  private func fillRest(_ table: inout DXGKRNL_INTERFACE) {
    typealias Unserved = @convention(c) () -> Int
    let status: Unserved = { unserved(Int(NTStatus.notSupported.rawValue)) }
    let nothing: Unserved = { unserved(0) }
    // SAFETY: the table is an array of pointers behind its first 16 bytes, and the calling convention lets a function
    // ignore its arguments.
    unsafe withUnsafeMutableBytes(of: &table) { bytes in
      let words = unsafe bytes.assumingMemoryBound(to: UnsafeRawPointer?.self)
      for index in 2..<words.count where unsafe words[index] == nil {
        let answers = Self.answeringNothing.contains(index * 8) ? nothing : status
        unsafe words[index] = unsafe unsafeBitCast(answers, to: UnsafeRawPointer.self)
      }
    }
  }

  /// Offsets of slots whose answer is no status: QueueDpc's truth, MapContextAllocation's address.
  private static let answeringNothing = [48, 264]
}

/// STATUS_INVALID_PARAMETER, as a callback returns it.
private let refused = NTStatus.invalidParameter.rawValue

/// The kernel behind a DeviceHandle. A handle that leads nowhere (the device has stopped, or it never was one) is a
/// finding.
private func callbacks(of handle: HANDLE?, _ callback: KernelCallback) -> (any KernelCallbacks)? {
  if let callbacks = DeviceCell.callbacks(of: handle) { return callbacks }
  StrayCallbacks.report("K-006", callback, "DeviceHandle", UInt64(handle.bits))
  return nil
}

private func unserved(_ answer: Int) -> Int {
  StrayCallbacks.report("D-006", .unserved, "DXGKRNL_INTERFACE", 0)
  return answer
}
