import Testing
import VidMm
import WDDM

/// Each rule about a driver's answer, kept and broken (A75).
struct AllocationDescriptionTests {
  private static let sets = SegmentTable([
    SegmentDescriptor(
      id: 1, flags: .cpuVisible, baseAddress: 0, size: 1 << 30, commitLimit: 0, cpuTranslatedAddress: 0),
    SegmentDescriptor(
      id: 2, flags: .use64KBPages, baseAddress: 1 << 40, size: 1 << 30, commitLimit: 0, cpuTranslatedAddress: 0),
    SegmentDescriptor(
      id: 3, flags: .aperture, baseAddress: 2 << 40, size: 1 << 30, commitLimit: 0, cpuTranslatedAddress: 0),
  ]).sets

  private static func good() -> AllocationDescription {
    var description = AllocationDescription()
    description.size = 4096
    description.priority = 1
    description.writeSegments = SegmentSet(rawValue: 0b101)
    description.readSegments = description.writeSegments
    description.flags = .cpuVisible
    return description
  }

  private static func facts(_ version: InterfaceVersion = .wddm3_1) -> AllocationRequestFacts {
    AllocationRequestFacts(
      isPrimary: false, isShared: true, hasCallerMemory: false, mayShareBackingStore: true,
      mapAperture2Supported: false, version: version)
  }

  private func check(
    _ rule: Rule?, _ version: InterfaceVersion = .wddm3_1, sourceLocation: SourceLocation = #_sourceLocation,
    facts change: (inout AllocationRequestFacts) -> Void = { _ in }, _ answer: (inout AllocationDescription) -> Void
  ) {
    var description = Self.good()
    var facts = Self.facts(version)
    answer(&description)
    change(&facts)
    do throws(Refusal) {
      _ = try description.validate(facts, segments: Self.sets)
      #expect(rule == nil, sourceLocation: sourceLocation)
    } catch {
      #expect(error.rule == rule, "\(error.reason)", sourceLocation: sourceLocation)
      #expect(error.status == .invalidParameter, sourceLocation: sourceLocation)
    }
  }

  @Test func theSizeIsRoundedUpToPages() throws {
    var description = Self.good()
    // K-082
    for (size, pages) in [(1, 1), (4096, 1), (4097, 2), (1 << 56, 1 << 44)] as [(UInt64, UInt64)] {
      description.size = size
      #expect(try description.validate(Self.facts(), segments: Self.sets) == pages)
    }
  }

  @Test func anAllocationHasASizeThatCanBe() {
    // I-028
    for size in [0, 1 << 56 + 1, .max] as [UInt64] { check("K-099") { $0.size = size } }
  }

  @Test func theAlignmentIsAPowerOfTwo() {
    for alignment in [3, 24, 0xFFFF_FFFF] as [UInt32] { check("K-053") { $0.alignment = alignment } }
    for alignment in [0, 1, 4096, 1 << 31] as [UInt32] { check(nil) { $0.alignment = alignment } }
  }

  @Test func large64KBPagesNeedTheirAlignment() {
    check("K-053") { $0.writeSegments = SegmentSet(rawValue: 0b010) }
    check("K-053") { ($0.writeSegments, $0.alignment) = (SegmentSet(rawValue: 0b010), 4096) }
    check(nil) { ($0.writeSegments, $0.alignment) = (SegmentSet(rawValue: 0b010), 0x10000) }
  }

  @Test func thePitchAlignedSizeIsNotLess() {
    check("K-083") { ($0.size, $0.pitchAlignedSize) = (8192, 4096) }
    check(nil) { ($0.size, $0.pitchAlignedSize) = (8192, 8192) }
  }

  @Test func thePriorityIsNotZero() { check("K-090") { $0.priority = 0 } }

  @Test func onlySegmentsThatAreThereAreNamed() {
    check("K-086") { $0.writeSegments = SegmentSet(rawValue: 1 << 4) }
    // K-060: the implicit segment has two names.
    for bit in [3, 30] as [UInt32] { check(nil) { $0.writeSegments = SegmentSet(rawValue: 1 << bit) } }
    // K-094, K-093: the read set counts below WDDM 2.0 only.
    check(nil) { $0.readSegments = SegmentSet(rawValue: 1 << 4) }
    check("K-086", .wddm1_3) { $0.readSegments = SegmentSet(rawValue: 1 << 4) }
  }

  @Test func contentIsEvictedToAperturesAlone() {
    check("K-087") { $0.evictionSegments = SegmentSet(rawValue: 0b001) }
    check(nil) { $0.evictionSegments = SegmentSet(rawValue: 0b100) }
  }

  @Test func preferredSegmentsAreSupported() {
    check("K-085") { $0.preferredSegments = SegmentPreference(rawValue: 2) }
    check("K-085") { $0.preferredSegments = SegmentPreference(rawValue: 3 | 2 << 6) }
    check(nil) { $0.preferredSegments = SegmentPreference(rawValue: 3 | 1 << 6) }
  }

  /// K-127, bit by bit and version by version.
  @Test(
    arguments: [
      (.win8, 0x3FFF), (.wddm1_3, 0x7FFF), (.wddm2_0, 0x7C37F), (.wddm2_1, 0x7C7FF), (.wddm2_9, 0x7E7FF),
      (.wddm3_1, 0x7E7FF),
    ] as [(InterfaceVersion, UInt32)])
  func reservedFlagsAreRefused(version: InterfaceVersion, known: UInt32) {
    for bit in 0..<32 as Range<UInt32> where known >> bit & 1 == 0 {
      check("K-127", version) { $0.flags = AllocationFlags(rawValue: 1 | 1 << bit) }
    }
  }

  @Test func flagsThatNeedOrForbidOthers() {
    check("K-102") { $0.flags = .permanentSysMem }
    check("K-103") { $0.flags = .cached }
    check(nil) { $0.flags = [.cached, .cpuVisible] }
    check("K-105") { $0.flags = [.protected, .permanentSysMem, .cpuVisible] }
    check("K-106", facts: { $0.hasCallerMemory = true }) {
      $0.flags = [.existingSysMem, .permanentSysMem, .cpuVisible]
    }
    check("K-106") { $0.flags = [.existingSysMem, .existingKernelSysMem] }
    check("K-107") { $0.flags = [.existingKernelSysMem, .permanentSysMem, .cpuVisible] }
    check("K-108") { $0.flags = .existingSysMem }
    check(nil, facts: { $0.hasCallerMemory = true }) { $0.flags = .existingSysMem }
    check("K-109") { $0.flags = .existingKernelSysMem }
    check("K-124") { $0.flags = .historyBuffer }
    check("K-124") { $0.flags = [.historyBuffer, .cpuVisible, .accessedPhysically] }
    check(nil) { $0.flags = [.historyBuffer, .cpuVisible, .cached] }
    check("K-126") { $0.flags = .explicitResidencyNotification }
    check(nil) { $0.flags = [.explicitResidencyNotification, .accessedPhysically] }
    check("K-128") { $0.flags = .linkInstancedOrMapApertureCpuVisible }
    check(nil, facts: { $0.mapAperture2Supported = true }) { $0.flags = .linkInstancedOrMapApertureCpuVisible }
  }

  @Test func aHistoryBufferIsCachedWhereTheGpuSeesTheCpusCaches() throws {
    // K-124: the card of the other tests has no coherent aperture.
    let coherent = SegmentTable([
      SegmentDescriptor(
        id: 1, flags: [.aperture, .cacheCoherent], baseAddress: 0, size: 1 << 30, commitLimit: 0,
        cpuTranslatedAddress: 0)
    ]).sets
    var description = Self.good()
    description.writeSegments = SegmentSet(rawValue: 1)
    description.flags = [.historyBuffer, .cpuVisible]
    check(nil) { $0.flags = [.historyBuffer, .cpuVisible] }
    let refusal = #expect(throws: Refusal.self) { try description.validate(Self.facts(), segments: coherent) }
    #expect(refusal?.rule == "K-124")
    description.flags.insert(.cached)
    #expect(try description.validate(Self.facts(), segments: coherent) == 1)
    // The flag exists from 1.3 on.
    check("K-127", .win8) { $0.flags = [.historyBuffer, .cpuVisible, .cached] }
  }

  @Test func aPrimaryIsWhereTheCpuReachesIt() {
    // U-084: segment 2 is neither visible nor an aperture.
    check("U-084", facts: { $0.isPrimary = true }) {
      $0.writeSegments = SegmentSet(rawValue: 0b111)
      $0.alignment = 0x10000
    }
    check(nil, facts: { $0.isPrimary = true }) { $0.writeSegments = SegmentSet(rawValue: 0b101) }
    check(nil, facts: { ($0.isPrimary, $0.hidesPrimaries) = (true, true) }) {
      $0.writeSegments = SegmentSet(rawValue: 0b111)
      $0.alignment = 0x10000
    }
    // Below 2.0 the read set counts too (K-093).
    check("U-084", .wddm1_3, facts: { $0.isPrimary = true }) {
      $0.readSegments = SegmentSet(rawValue: 0b010)
      $0.alignment = 0x10000
    }
  }

  @Test func whatAnotherAdapterUsesIsInAperturesOnly() {
    // K-139, U-349
    check("K-139", facts: { $0.isCrossAdapter = true }) { $0.writeSegments = SegmentSet(rawValue: 0b101) }
    check(nil, facts: { $0.isCrossAdapter = true }) { $0.writeSegments = SegmentSet(rawValue: 0b100) }
  }

  @Test func aPrimaryExcludesSystemMemoryAndProtection() {
    for flag in [AllocationFlags.cached, .permanentSysMem] {
      check("K-104", facts: { $0.isPrimary = true }) { $0.flags = [flag, .cpuVisible] }
    }
    check("K-104", facts: { $0.isPrimary = true }) { $0.flags = .protected }
    check("K-104", facts: { ($0.isPrimary, $0.hasCallerMemory) = (true, true) }) { $0.flags = .existingSysMem }
    // UseAlternateVA, below WDDM 2.0.
    check("K-117", .win8) { $0.flags = .alternateVAOrVpr }
    check(nil, .win8, facts: { $0.isPrimary = true }) { $0.flags = .alternateVAOrVpr }
  }

  @Test func aSharedBackingStoreNeedsAllItsConditions() {
    func share(_ description: inout AllocationDescription) {
      description.sharesBackingStore = true
      description.writeSegments = SegmentSet(rawValue: 0b100)
    }
    check(nil) { share(&$0) }
    check("K-131") { $0.sharesBackingStore = true }
    check("K-131", facts: { $0.isShared = false }) { share(&$0) }
    check("K-134", facts: { $0.mayShareBackingStore = false }) { share(&$0) }
    check("K-135", facts: { $0.hasCallerMemory = true }) { share(&$0) }
    check("K-366") { description in
      share(&description)
      description.flags = []
    }
    check("K-127") { $0.reservedFlags2 = 2 }
  }
}
