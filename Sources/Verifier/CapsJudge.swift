import CWDDM
import DDI
import Locks
import WDDM

// DXGK_DRIVERCAPS: capabilities that contradict each other, or lack what they need.
extension VerifyingMiniport {
  func judge(_ caps: DXGK_DRIVERCAPS) {
    let memory = caps.MemoryManagementCaps
    let bits = UInt64(memory.Value)
    if memory.GpuMmuSupported != 0, memory.IoMmuSupported != 0 { found(query: "K-016", "MemoryManagementCaps", bits) }
    if (memory.GpuMmuSupported | memory.IoMmuSupported) != memory.VirtualAddressingSupported {
      found(query: "K-017", "MemoryManagementCaps", bits)
    }
    let tiers = (memory.CrossAdapterResource, memory.CrossAdapterResourceTexture, memory.CrossAdapterResourceScanout)
    if tiers.1 > tiers.0 || tiers.2 > tiers.1 { found(query: "K-018", "MemoryManagementCaps", bits) }
    // The paging node is read below 2.0, with several engines (K-019).
    if memory.PagingNode != 0, interfaceVersion >= .wddm2_0 || caps.SchedulingCaps.MultiEngineAware == 0 {
      found(query: "K-019", "MemoryManagementCaps.PagingNode", UInt64(memory.PagingNode))
    }
    judgeVersion(caps)
    judgeFunctions(caps)
    books.records.withLock { records in
      records.facts.mapAperture2Supported = memory.MapAperture2Supported != 0
      records.facts.sectionBackedPrimary = memory.SectionBackedPrimary != 0
      records.facts.alignmentShift = UInt8(truncatingIfNeeded: caps.PresentationCaps.AlignmentShift)
      records.adapter.caps = CapsRecord(
        apertureCommitLimit: UInt64(caps.ApertureSegmentCommitLimit),
        buildsKernelCommands: caps.PresentationCaps.SupportKernelModeCommandBuffer != 0)
    }
  }

  /// The version in the capabilities is that of the table (K-015).
  private func judgeVersion(_ caps: DXGK_DRIVERCAPS) {
    guard interfaceVersion >= .win7 else { return }
    let told = UInt32(bitPattern: Int32(truncatingIfNeeded: caps.WDDMVersion.rawValue))
    if told != interfaceVersion.wddmVersion { found(query: "K-015", "WDDMVersion", UInt64(told)) }
  }

  /// Functions that a capability promises (K-020, K-021).
  private func judgeFunctions(_ caps: DXGK_DRIVERCAPS) {
    guard interfaceVersion >= .win8 else { return }
    if caps.SupportPerEngineTDR != 0 {
      for function in [DriverFunction.queryDependentEngineGroup, .queryEngineStatus, .resetEngine]
      where !functions.contains(function) {
        books.report("K-020", function, "SupportPerEngineTDR", 1)
      }
    }
    if caps.SupportSurpriseRemovalInHibernation != 0, !functions.contains(.notifySurpriseRemoval) {
      books.report("K-021", .notifySurpriseRemoval, "SupportSurpriseRemovalInHibernation", 1)
    }
  }
}

/// What of the capabilities is held against the segments that come after them.
struct CapsRecord {
  /// Bytes (K-022).
  let apertureCommitLimit: UInt64
  /// SupportKernelModeCommandBuffer (K-169).
  let buildsKernelCommands: Bool
}
