import DDI
import WDDM

/// The driver's objects as the verifier saw them made: its own records, never the kernel's.
struct DriverRecords: ~Copyable {
  var adapter = AdapterRecord()
  var facts = AdapterFacts()

  var processes = HandleMap<Present>()
  var devices = HandleMap<Present>()
  var resources = HandleMap<Present>()
  var allocations = HandleMap<AllocationRecord>()
  var openings = HandleMap<OpeningRecord>()

  /// References of DxgkCbAcquireHandleData by release handle, and how many of each are not given back.
  var references = HandleMap<UInt32>()
  /// Ranges of DxgkCbMapMemory by address.
  var mappings = HandleMap<UInt32>()

  /// What GetStandardAllocationDriverData said last; the creation with those bytes is of that surface (K-152).
  var standard: DescribedSurface?
  /// PrivateDriverFormatAttribute of each described format and size (K-189).
  var descriptions: [DescribedLayout: UInt32] = [:]
}

/// An object of which nothing is known but that it is.
struct Present: BitwiseCopyable {}

struct AllocationRecord: BitwiseCopyable {
  /// hResource at its creation; 0 for none.
  var resource: UInt
  /// How many allocations the driver gave this handle to; 1 unless it broke K-071.
  var uses: UInt32
}

struct OpeningRecord: BitwiseCopyable {
  var device: UInt
  /// As in ``AllocationRecord``.
  var uses: UInt32
}

/// The adapter's life.
///
///     absent ──AddDevice──▶ added ──StartDevice──▶ started ──StopDevice──▶ added ──RemoveDevice──▶ absent
struct AdapterRecord {
  enum Phase: UInt8 { case absent, added, starting, started }

  /// MiniportDeviceContext; 0 while there is none.
  var context: UInt = 0
  var phase = Phase.absent
  var wasRemovedBySurprise = false
  /// The memory that the kernel told the driver of.
  var ranges: [TranslatedResources.MemoryRange] = []
  /// The segments of the last whole enumeration, in the order of their ids.
  var segments: [ReportedSegment] = []
  /// What DRIVERCAPS said last; nil until then.
  var caps: CapsRecord?
  /// PageTableUpdateMode of the last GPUMMUCAPS is CPU_VIRTUAL (K-324).
  var updatesPageTablesByCpu = false

  mutating func added(_ context: UInt) {
    self = AdapterRecord()
    self.context = context
    phase = .added
  }

  mutating func starting() {
    let context = context
    self = AdapterRecord()
    self.context = context
    phase = .starting
  }
}

/// What every judgement of an allocation needs, copied out of the lock.
struct AdapterFacts: BitwiseCopyable {
  /// Sets of segments: bit n-1 stands for segment n (K-086). Empty until the segments were told.
  var known: UInt32 = 0
  var apertures: UInt32 = 0
  var coherentApertures: UInt32 = 0
  var using64KBPages: UInt32 = 0
  var pitchAligned: UInt32 = 0
  var withVpr: UInt32 = 0
  var segmentCount: UInt32 = 0

  var mapAperture2Supported = false
  var sectionBackedPrimary = false
  /// DXGK_PRESENTATIONCAPS.AlignmentShift (K-164).
  var alignmentShift: UInt8 = 0
  /// The driver asked for the feature, and it is enabled (K-134).
  var mayShareBackingStore = false
  /// The next creation may be of a surface that the system described.
  var awaitsStandard = false

  /// What a driver may name: its segments, and the implicit one of system memory, written as the id after the last one
  /// or as 31 (K-060).
  var nameable: UInt32 {
    known | 1 << 30 | 1 << 31 | (segmentCount < 32 ? 1 << segmentCount : 0)
  }
}
