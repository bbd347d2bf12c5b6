package import CWDDM
package import WDDM

extension Driver {
  /// DxgkDdiQueryAdapterInfo with UMDRIVERPRIVATE: what the user-mode driver asks its kernel-mode half. The buffer goes
  /// in and comes back.
  ///
  /// - Parameter hKmdProcess: the driver's object for the calling process, or nil; told from WDDM 2.4 on (K-013).
  /// - Throws: the driver's status (K-010); the buffer's content is then undefined.
  package func umDriverPrivate(
    _ behalf: OnBehalf, _ data: inout MutableRawSpan, hKmdProcess: HANDLE?
  ) throws(Refusal) {
    // SAFETY: the span is this call's alone until it returns.
    let bytes = unsafe data.withUnsafeMutableBytes { unsafe $0 }
    try unsafe query(
      DXGKQAITYPE_UMDRIVERPRIVATE, input: UnsafeRawBufferPointer(bytes), output: bytes, hKmdProcess, behalf)
  }

  /// DxgkDdiQueryAdapterInfo with DRIVERCAPS: as many bytes as the driver's version has, checked as far as a kernel of
  /// that version fails to start an adapter (K-015).
  ///
  /// - Throws: the driver's status (K-010); `STATUS_INVALID_PARAMETER` for capabilities that contradict each other
  ///   (K-016, K-017) or lack the functions that they require (K-020, K-021).
  package func driverCaps() throws(Refusal) -> DriverCaps {
    var raw = DXGK_DRIVERCAPS()
    try queryStruct(DXGKQAITYPE_DRIVERCAPS, output: &raw, size: version.driverCapsSize)
    let caps = DriverCaps(raw, version)
    try check(caps)
    return caps
  }

  private func check(_ caps: DriverCaps) throws(Refusal) {
    let memory = caps.memoryManagement
    if memory.isSuperset(of: [.gpuMmuSupported, .ioMmuSupported]) {
      throw Refusal(.invalidParameter, "K-016", "MemoryManagementCaps", UInt64(memory.rawValue))
    }
    let hasMmu = memory.contains(.gpuMmuSupported) || memory.contains(.ioMmuSupported)
    if hasMmu != memory.contains(.virtualAddressingSupported) {
      throw Refusal(.invalidParameter, "K-017", "MemoryManagementCaps", UInt64(memory.rawValue))
    }
    if caps.supportsPerEngineTDR {
      for function in [DriverFunction.queryDependentEngineGroup, .queryEngineStatus, .resetEngine]
      where !functions.contains(function) {
        throw Refusal(.invalidParameter, "K-020", function.name)
      }
    }
    if caps.supportsSurpriseRemovalInHibernation, !functions.contains(.notifySurpriseRemoval) {
      throw Refusal(.invalidParameter, "K-021", DriverFunction.notifySurpriseRemoval.name)
    }
  }
}

// MARK: - The query itself

extension Driver {
  /// One query. Input and output may be the same bytes.
  func query(
    _ type: DXGK_QUERYADAPTERINFOTYPE, input: UnsafeRawBufferPointer, output: UnsafeMutableRawBufferPointer,
    _ hKmdProcess: HANDLE? = nil, _ behalf: OnBehalf = .system
  ) throws(Refusal) {
    var args = DXGKARG_QUERYADAPTERINFO()
    args.Type = type
    // The input is not the driver's to write; C's struct has no const for it.
    unsafe args.pInputData = input.isEmpty ? nil : UnsafeMutableRawPointer(mutating: input.baseAddress)
    args.InputDataSize = UInt32(input.count)
    unsafe args.pOutputData = output.isEmpty ? nil : output.baseAddress
    args.OutputDataSize = UInt32(output.count)
    if version >= .wddm2_4 { args.hKmdProcessHandle = hKmdProcess }
    try ask(.queryAdapterInfo, behalf) { miniport.queryAdapterInfo(adapter, &args) }
  }

  /// One query that fills a struct, of which the driver is told `size` bytes.
  func queryStruct<Output>(
    _ type: DXGK_QUERYADAPTERINFOTYPE, output: inout Output, size: Int
  ) throws(Refusal) {
    precondition(size <= MemoryLayout<Output>.size, "a version's size is at most the newest one's")
    // SAFETY: `output` is a struct of C, plain data, and the driver is told no more bytes than it has.
    try unsafe withUnsafeMutableBytes(of: &output) { bytes throws(Refusal) in
      try unsafe query(
        type, input: UnsafeRawBufferPointer(start: nil, count: 0),
        output: UnsafeMutableRawBufferPointer(rebasing: bytes[..<size]))
    }
  }
}
