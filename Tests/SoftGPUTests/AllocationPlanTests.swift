import CWDDM
import Testing
import WDDM

@testable import SoftGPU

/// What SoftGPU decides from private data, and what it refuses.
struct AllocationPlanTests {
  private let layout = SegmentLayout(
    .init(videoMemory: 1 << 30, visibleVideoMemory: 256 << 20, aperture: 1 << 30))
  private let visible: UInt32 = 1
  private let hidden: UInt32 = 2
  private let aperture: UInt32 = 4

  private func plan(
    flags: Wishes = [], size: UInt64 = 4096, version: InterfaceVersion = .wddm3_1, mayShare: Bool = true,
    on layout: SegmentLayout? = nil, _ change: (inout SOFTGPU_ALLOCATION) -> Void = { _ in }
  ) throws(NTStatus) -> AllocationPlan {
    var wish = SOFTGPU_ALLOCATION()
    wish.Magic = UInt32(SOFTGPU_ALLOCATION_MAGIC)
    wish.Version = UInt32(SOFTGPU_ALLOCATION_VERSION)
    wish.Size = size
    wish.Flags = flags.rawValue
    change(&wish)
    return try AllocationPlan(
      wish, on: (layout ?? self.layout).ids, version: version, mayShareBackingStore: mayShare)
  }

  @Test func otherDriversDataIsAMismatch() {
    #expect(throws: NTStatus.graphicsDriverMismatch) { _ = try plan { $0.Magic += 1 } }
    #expect(throws: NTStatus.graphicsDriverMismatch) { _ = try plan { $0.Version = 2 } }
  }

  @Test func contradictionsAreInvalid() {
    let bad: [(inout SOFTGPU_ALLOCATION) -> Void] = [
      { $0.Reserved = 1 }, { $0.Flags = 512 }, { $0.Alignment = 3 }, { $0.Size = 0 },
      { $0.PreferredSegment = 4 }, { $0.PreferredSegment = 32 }, { $0.PreferredSegment = .max },
    ]
    for change in bad { #expect(throws: NTStatus.invalidParameter) { _ = try plan(change) } }
  }

  @Test(
    arguments: [
      [.cached], [.historyBuffer], [.shareBackingStore],
      [.primary, .cpuVisible, .cached], [.primary, .cpuVisible, .shareBackingStore],
      [.historyBuffer, .cpuVisible, .accessedPhysically], [.historyBuffer, .cpuVisible, .gdiSurface],
      [.existingSysMem], [.existingSysMem, .cpuVisible, .shareBackingStore], [.existingSysMem, .cpuVisible, .primary],
      [.crossAdapter, .primary], [.crossAdapter, .cpuVisible, .cached],
    ] as [Wishes])
  func flagsThatExcludeEachOtherAreInvalid(flags: Wishes) {
    #expect(throws: NTStatus.invalidParameter) { _ = try plan(flags: flags) }
  }

  @Test func memoryThatTheCpuNeedNotSeeGoesFarthestFromIt() throws {
    let plan = try plan()
    #expect(plan.segments == visible | hidden | aperture)
    #expect(order(plan) == [2, 1, 3])
    #expect(plan.flags == [])
  }

  @Test func whatTheCpuSeesIsWhereItSeesIt() throws {
    let plan = try plan(flags: .cpuVisible)
    #expect(plan.segments == visible | aperture)
    #expect(order(plan) == [1, 3])
    #expect(plan.flags == .cpuVisible)
  }

  @Test func whatTheCpuCachesIsInTheCoherentAperture() throws {
    let cached = try plan(flags: [.cpuVisible, .cached])
    #expect(cached.segments == aperture)
    #expect(cached.flags == [.cpuVisible, .cached])
    let history = try plan(flags: [.cpuVisible, .historyBuffer])
    #expect(history.segments == aperture)
    #expect(history.flags == [.cpuVisible, .historyBuffer, .cached])
  }

  @Test func aPrimaryIsScannedOutOfVideoMemoryThatTheCpuSees() throws {
    // U-084
    #expect(try plan(flags: .primary).segments == visible)
    #expect(try plan(flags: [.primary, .cpuVisible]).segments == visible)
    let none = SegmentLayout(.init(videoMemory: 0, aperture: 1 << 30))
    #expect(try plan(flags: .primary, on: none).segments == 1)
  }

  @Test func whatAnotherAdapterReadsIsInSystemMemoryInGroupsOfFourRows() throws {
    // K-139, U-349
    let shared = try plan(flags: [.crossAdapter, .cpuVisible], size: 0) {
      $0.Width = 33
      $0.Height = 5
      $0.Format = 21
    }
    #expect(shared.segments == aperture)
    #expect(shared.pitch == 256 && shared.size == 256 * 8)
    #expect(shared.flags == .cpuVisible)
    #expect(throws: NTStatus.invalidParameter) {
      _ = try plan(flags: .crossAdapter, size: 0) {
        $0.Width = 33
        $0.Height = 5
        $0.Format = 21
        $0.Pitch = 132
      }
    }
  }

  @Test func memoryOfACallerIsSaidToBeSo() throws {
    let plan = try plan(flags: [.existingSysMem, .cpuVisible, .cached])
    #expect(plan.flags == [.existingSysMem, .cpuVisible, .cached])
    #expect(plan.segments == aperture)
  }

  @Test func theWishedSegmentComesFirst() throws {
    #expect(order(try plan { $0.PreferredSegment = 3 }) == [3, 2, 1])
    #expect(order(try plan { $0.PreferredSegment = 1 }) == [1, 2, 3])
    #expect(throws: NTStatus.invalidParameter) { _ = try plan(flags: .cpuVisible) { $0.PreferredSegment = 2 } }
  }

  @Test func sharingABackingStoreNeedsTheVersionAndTheFeature() throws {
    let flags: Wishes = [.cpuVisible, .shareBackingStore]
    let shared = try plan(flags: flags)
    #expect(shared.sharesBackingStore)
    #expect(shared.segments == aperture)
    #expect(throws: NTStatus.invalidParameter) { _ = try plan(flags: flags, mayShare: false) }
    #expect(throws: NTStatus.invalidParameter) { _ = try plan(flags: flags, version: .wddm2_9) }
  }

  @Test func flagsThatAVersionHasNotAreNotSet() throws {
    #expect(try plan(flags: .accessedPhysically, version: .wddm2_0).flags == .accessedPhysically)
    #expect(try plan(flags: .accessedPhysically, version: .wddm1_3).flags == [])
    let history: Wishes = [.cpuVisible, .historyBuffer]
    #expect(throws: NTStatus.invalidParameter) { _ = try plan(flags: history, version: .win8) }
  }

  @Test func aSurfaceIsAsLargeAsItsRows() throws {
    let plan = try plan(size: 0) {
      $0.Width = 33
      $0.Height = 7
      $0.Format = 21
    }
    #expect(plan.pitch == 256)
    #expect(plan.size == 256 * 7)
  }

  @Test func aSizeOfItsOwnMayOnlyBeLarger() throws {
    func surface(_ size: UInt64, pitch: UInt32 = 0) throws(NTStatus) -> AllocationPlan {
      try plan(size: size) {
        $0.Width = 32
        $0.Height = 2
        $0.Format = 21
        $0.Pitch = pitch
      }
    }
    #expect(try surface(4096).size == 4096)
    #expect(throws: NTStatus.invalidParameter) { _ = try surface(255) }
    #expect(throws: NTStatus.invalidParameter) { _ = try surface(0, pitch: 127) }
    #expect(try surface(0, pitch: 300).size == 600)
  }

  @Test func dimensionsThatOverflowAreRefused() {
    #expect(throws: NTStatus.invalidParameter) {
      _ = try plan(size: 0) {
        $0.Width = .max
        $0.Height = .max
        $0.Format = 116
      }
    }
  }

  @Test func anUnknownFormatNeedsASize() throws {
    func surface(_ size: UInt64) throws(NTStatus) -> AllocationPlan {
      try plan(size: size) {
        $0.Width = 8
        $0.Height = 8
        $0.Format = 9999
      }
    }
    #expect(try surface(777).size == 777)
    #expect(throws: NTStatus.invalidParameter) { _ = try surface(0) }
  }

  @Test func aRequestLargerThanTheCardIsADecisionOfTheManager() throws {
    #expect(try plan(size: 1 << 50).size == 1 << 50)
  }

  private func order(_ plan: AllocationPlan) -> [Int] {
    let preference = SegmentPreference(rawValue: plan.preference)
    return (0..<SegmentPreference.count).map { preference.segment($0) }.filter { $0 != 0 }
  }
}

struct SegmentLayoutTests {
  @Test func aPartOfNoBytesIsNoSegment() {
    let all = SegmentLayout(.init(videoMemory: 1 << 30, visibleVideoMemory: 1 << 30)).ids
    #expect((all.visible, all.hidden, all.aperture) == (1, 0, 2))
    let none = SegmentLayout(.init(videoMemory: 1 << 30, visibleVideoMemory: 0)).ids
    #expect((none.visible, none.hidden, none.aperture) == (0, 1, 2))
    let nothing = SegmentLayout(.init(videoMemory: 0)).ids
    #expect((nothing.visible, nothing.hidden, nothing.aperture) == (0, 0, 1))
  }
}
