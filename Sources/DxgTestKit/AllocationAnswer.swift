import CWDDM
import DDI
package import WDDM

/// What a ``ScriptedMiniport`` is to answer about one allocation. It *is* the private data that a test passes, so each
/// allocation of a request says for itself what its driver will say of it, sense or nonsense.
package struct AllocationAnswer: BitwiseCopyable, Hashable, Sendable {
  /// Bytes.
  package var size: UInt64 = 4096
  package var pitchAlignedSize: UInt64 = 0
  /// Bytes.
  package var alignment: UInt32 = 0
  package var preferredSegments: UInt32 = 0
  /// Sets of segments; bit n-1 stands for segment n. Default: all three of ``ScriptedMiniport``'s card.
  package var readSegments: UInt32 = 0b111
  package var writeSegments: UInt32 = 0b111
  package var evictionSegments: UInt32 = 0
  /// `DXGK_ALLOCATIONINFOFLAGS`; CpuVisible unless a test says otherwise.
  package var flags: UInt32 = 1
  package var flags2: UInt32 = 0
  package var priority: UInt32 = 0x7800_0000
  /// Not 0: the driver leaves hAllocation NULL (K-071).
  package var leavesHandleNull: UInt32 = 0
  /// Not 0: a byte that the driver writes over its first byte of private data in OpenAllocation (K-175).
  package var writesBack: UInt32 = 0

  package init(
    size: UInt64 = 4096, flags: AllocationFlags = .cpuVisible, segments: UInt32 = 0b111,
    sharesBackingStore: Bool = false
  ) {
    self.size = size
    self.flags = flags.rawValue
    readSegments = segments
    writeSegments = segments
    flags2 = sharesBackingStore ? 1 : 0
  }

  /// As the bytes of a client's private data.
  package var bytes: [UInt8] {
    // SAFETY: plain numbers without padding: 16 + 10 words of 4 bytes.
    unsafe withUnsafeBytes(of: self) { unsafe Array($0) }
  }
}

extension DXGK_ALLOCATIONINFO {
  mutating func fill(from answer: AllocationAnswer, _ version: InterfaceVersion) {
    Size = numericCast(answer.size)
    PitchAlignedSize = numericCast(answer.pitchAlignedSize)
    Alignment = answer.alignment
    PreferredSegment.Value = answer.preferredSegments
    SupportedReadSegmentSet = answer.readSegments
    SupportedWriteSegmentSet = answer.writeSegments
    EvictionSegmentSet = answer.evictionSegments
    Flags.Value = answer.flags
    AllocationPriority = answer.priority
    if version >= .wddm3_0 { Flags2.Value = answer.flags2 }
  }
}
