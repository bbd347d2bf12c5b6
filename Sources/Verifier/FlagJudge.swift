import CWDDM
import DDI
import WDDM

// One allocation's answer: its flags, and backing stores that the driver wants to see.
extension VerifyingMiniport {
  func judgeFlags(_ info: DXGK_ALLOCATIONINFO, _ facts: AdapterFacts) {
    let flags = AllocationFlags(rawValue: info.Flags.Value)
    func found(_ rule: Rule) { self.found(rule, "pAllocationInfo[].Flags", UInt64(flags.rawValue)) }

    judgeArm(flags)
    if flags.contains(.permanentSysMem), !flags.contains(.cpuVisible) { found("K-102") }
    if flags.contains(.cached), !flags.contains(.cpuVisible) { found("K-103") }
    judgeSystemMemory(flags, size: UInt64(info.Size))
    if flags.contains(.historyBuffer) {
      let wanted: AllocationFlags =
        facts.coherentApertures != 0 ? [.historyBuffer, .cpuVisible, .cached] : [.historyBuffer, .cpuVisible]
      if !flags.isSuperset(of: wanted) || !flags.subtracting([.historyBuffer, .cpuVisible, .cached]).isEmpty {
        found("K-124")
      }
    }
    if interfaceVersion < .wddm2_0 {
      if flags.isSuperset(of: [.linkMirrored, .linkInstancedOrMapApertureCpuVisible]) { found("K-123") }
      return
    }
    if flags.contains(.explicitResidencyNotification), !flags.contains(.accessedPhysically) { found("K-126") }
    if interfaceVersion >= .wddm2_9, flags.contains(.linkInstancedOrMapApertureCpuVisible),
      !facts.mapAperture2Supported
    {
      found("K-128")
    }
    if interfaceVersion >= .wddm2_1, flags.contains(.alternateVAOrVpr), facts.known != 0,
      supported(info) & facts.withVpr == 0
    {
      found("K-130")
    }
  }

  /// Where the content is, is said once (K-105…K-109).
  private func judgeSystemMemory(_ flags: AllocationFlags, size: UInt64) {
    func found(_ rule: Rule) { self.found(rule, "pAllocationInfo[].Flags", UInt64(flags.rawValue)) }
    let existing: AllocationFlags = [.existingSysMem, .existingKernelSysMem]
    if flags.contains(.protected), !flags.isDisjoint(with: existing.union(.permanentSysMem)) { found("K-105") }
    if flags.contains(.existingSysMem), !flags.isDisjoint(with: [.permanentSysMem, .existingKernelSysMem]) {
      found("K-106")
    }
    if flags.contains(.existingKernelSysMem), flags.contains(.permanentSysMem) { found("K-107") }
    // Existing memory comes in whole pages.
    guard size % pageSize != 0 else { return }
    if flags.contains(.existingSysMem) { self.found("K-108", "pAllocationInfo[].Size", size) }
    if flags.contains(.existingKernelSysMem) { self.found("K-109", "pAllocationInfo[].Size", size) }
  }

  /// Bits of the other arm of the union (K-094), and bits that no version has given a meaning (K-127).
  private func judgeArm(_ flags: AllocationFlags) {
    let valid = Self.validFlags(interfaceVersion)
    let wrong = flags.rawValue & ~valid
    guard wrong != 0 else { return }
    let everValid: UInt32 = 0x7_FFFF
    if wrong & everValid != 0 { found("K-094", "pAllocationInfo[].Flags", UInt64(flags.rawValue)) }
    if wrong & ~everValid != 0 { found("K-127", "pAllocationInfo[].Flags", UInt64(flags.rawValue)) }
  }

  /// The bits that mean something to a driver of that version.
  private static func validFlags(_ version: InterfaceVersion) -> UInt32 {
    switch version {
    case ..<InterfaceVersion.wddm1_3: 0x3FFF
    case ..<InterfaceVersion.wddm2_0: 0x7FFF
    case ..<InterfaceVersion.wddm2_1: 0x7_C37F
    case ..<InterfaceVersion.wddm2_9: 0x7_C7FF
    default: 0x7_E7FF
    }
  }
}

// MARK: - Backing stores

extension VerifyingMiniport {
  func judgeBacking(_ info: DXGK_ALLOCATIONINFO, _ facts: AdapterFacts, isInResource: Bool) {
    let flags = AllocationFlags(rawValue: info.Flags.Value)
    func found(_ rule: Rule) { self.found(rule, "pAllocationInfo[].Flags2", UInt64(info.Flags2.Value)) }
    if info.Flags2.Value & ~1 != 0 { found("K-127") }
    guard info.Flags2.ShareBackingStoreWithKmd != 0 else { return }
    if !facts.mayShareBackingStore { found("K-134") }
    if !functions.contains(.setAllocationBackingStore) {
      books.report("K-015", .setAllocationBackingStore, "DRIVER_INITIALIZATION_DATA", 0)
    }
    if !flags.isDisjoint(with: [.existingSysMem, .existingKernelSysMem]) { found("K-135") }
    if !flags.contains(.cpuVisible) { found("K-366") }
    // Shared, which needs a resource (K-145), and in apertures or system memory alone.
    let elsewhere = facts.known == 0 ? 0 : supported(info) & facts.known & ~facts.apertures
    if !isInResource || supported(info) == 0 || elsewhere != 0 { found("K-131") }
  }
}
