import Testing
import VidMm
import WDDM

/// Which locks go together, and what may be locked how (U-155…U-185).
struct LockTests {
  private func refusal(_ body: () throws(Refusal) -> Void) -> Refusal? {
    do throws(Refusal) { try body() } catch { return error }
    return nil
  }

  @Test(
    arguments: [
      ([.readOnly, .writeOnly], "U-155"), ([.ignoreSync, .acquireAperture], "U-156"), (.useAlternateVA, "U-157"),
      (LockFlags(rawValue: 1 << 11), "W-287"), (LockFlags(rawValue: 1 << 31), "W-287"),
    ] as [(LockFlags, Rule)])
  func flagsThatExcludeEachOtherAreRefused(flags: LockFlags, rule: Rule) {  // K-311
    let refusal = refusal { () throws(Refusal) in try flags.validate() }
    #expect(refusal?.rule == rule && refusal?.status == .invalidParameter)
  }

  @Test(
    arguments: [
      [], .readOnly, .writeOnly, [.donotWait, .ignoreSync], .lockEntire, .donotEvict, .acquireAperture,
      [.discard, .noExistingReference], [.acquireAperture, .useAlternateVA], .ignoreReadSync,
    ] as [LockFlags])
  func flagsThatGoTogetherAreTaken(flags: LockFlags) throws { try flags.validate() }

  // MARK: Locks of one allocation

  @Test func plainLocksNest() throws {  // U-182
    var state = LockState()
    try state.lock(.readOnly)
    try state.lock([])
    #expect(state.count == 2)
    let answers = [state.unlock(), state.unlock(), state.unlock()]
    #expect(answers == [true, true, false])
    #expect(state == LockState())
  }

  @Test(
    arguments: [
      ([.acquireAperture, .useAlternateVA], [], "U-159"),
      ([.acquireAperture, .useAlternateVA], [.acquireAperture, .useAlternateVA], "U-159"),
      ([], .acquireAperture, "U-160"), (.acquireAperture, [], "U-162"), (.acquireAperture, .acquireAperture, "U-162"),
    ] as [(LockFlags, LockFlags, Rule)])
  func locksThatExcludeEachOtherAreRefused(first: LockFlags, second: LockFlags, rule: Rule) throws {
    var state = LockState()
    try state.lock(first)
    let before = state
    #expect(refusal { () throws(Refusal) in try state.lock(second) }?.rule == rule)
    #expect(state == before)
    _ = state.unlock()
    // Unlocked, it takes whatever comes.
    try state.lock(second)
  }

  // MARK: What may be locked

  private static let segments = SegmentTable([
    SegmentDescriptor(
      id: 1, flags: .cpuVisible, baseAddress: 0, size: 1 << 30, commitLimit: 0, cpuTranslatedAddress: 0),
    SegmentDescriptor(
      id: 2, flags: .aperture, baseAddress: 1 << 40, size: 1 << 30, commitLimit: 0, cpuTranslatedAddress: 0),
    SegmentDescriptor(
      id: 3, flags: [.aperture, .cacheCoherent], baseAddress: 2 << 40, size: 1 << 30, commitLimit: 0,
      cpuTranslatedAddress: 0),
  ]).sets

  private func expect(
    _ rule: Rule?, _ flags: LockFlags, segments: UInt32 = 0b111, described: AllocationFlags = .cpuVisible,
    version: InterfaceVersion = .wddm1_3, status: NTStatus = .invalidParameter,
    sourceLocation: SourceLocation = #_sourceLocation, facts change: (inout LockFacts) -> Void = { _ in }
  ) {
    var description = AllocationDescription()
    description.flags = described
    description.readSegments = SegmentSet(rawValue: segments)
    description.writeSegments = SegmentSet(rawValue: segments)
    var facts = LockFacts(isPrimary: false, isShared: false, isPinned: false, version: version)
    change(&facts)
    let refusal = refusal { () throws(Refusal) in
      try description.validateLock(flags, facts) { Self.segments }
    }
    #expect(refusal?.rule == rule, "\(refusal?.reason ?? "")", sourceLocation: sourceLocation)
    if let refusal { #expect(refusal.status == status, sourceLocation: sourceLocation) }
  }

  @Test func onlyWhatTheDriverMadeVisibleIsLocked() {  // U-171, K-100
    expect(nil, [])
    expect("U-171", [], described: [])
    expect(nil, [], described: .cpuVisibleOnDemand)
    // A primary is visible whatever the driver says (U-083).
    expect(nil, [], described: []) { $0.isPrimary = true }
    expect("U-192", [], described: [.cpuVisible, .protected])
  }

  @Test func aSharedAllocationHasOneAddress() {  // U-158, K-312
    expect(nil, [.acquireAperture, .useAlternateVA])
    expect("U-158", [.acquireAperture, .useAlternateVA]) { $0.isShared = true }
  }

  @Test func anUnswizzlingRangeNeedsAMemorySegment() {  // U-161, K-297
    expect(nil, .acquireAperture, segments: 0b001)
    expect(nil, .acquireAperture, segments: 0b011)
    expect("U-161", .acquireAperture, segments: 0b010)
    expect("U-161", .acquireAperture, segments: 0b110)
    expect("K-297", .acquireAperture, version: .wddm2_0)
  }

  @Test(arguments: [[.ignoreSync, .donotWait], .ignoreReadSync] as [LockFlags])
  func lookingOnNeedsAnApertureInRowsAndCoherent(flags: LockFlags) {  // U-163, K-309
    expect(nil, flags)
    expect("U-163", flags, segments: 0b001)
    expect("U-163", flags, described: [.cpuVisible, .swizzledOrNoLargePages])
    // From 2.1 on the same bit means something else.
    expect(nil, flags, described: [.cpuVisible, .swizzledOrNoLargePages], version: .wddm2_1)
    expect("U-163", flags, segments: 0b011, described: [.cpuVisible, .cached])
    expect(nil, flags, segments: 0b101, described: [.cpuVisible, .cached])
  }

  @Test func ignoreSyncCountsBesideDonotWaitOnly() {  // U-165
    expect(nil, .ignoreSync, segments: 0b001)
  }

  @Test func discardOutweighsWhatItIsAskedWith() {  // U-164
    expect(nil, [.discard, .noExistingReference, .ignoreSync, .donotWait], segments: 0b001)
    // Where the Discard itself means nothing (U-174) they count,
    expect("U-163", [.discard, .ignoreSync, .donotWait], segments: 0b001) { $0.isShared = true }
    // and IgnoreReadSync always does.
    expect("U-163", [.discard, .noExistingReference, .ignoreReadSync], segments: 0b001)
  }

  @Test func anotherInstanceCannotBeHad() {  // U-178
    expect("U-178", .discard, status: .graphicsAllocationBusy)
    // The current one will do (U-179).
    expect(nil, [.discard, .noExistingReference])
  }

  @Test func discardIsIgnoredWhereNothingIsRenamed() {  // U-174, K-310
    expect(nil, .discard) { $0.isPrimary = true }
    expect(nil, .discard) { $0.isShared = true }
    expect(nil, .discard) { $0.isPinned = true }
  }
}
