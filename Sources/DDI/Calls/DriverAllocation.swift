package import CWDDM
package import WDDM

/// The working row of one allocation on its way through creation and opening.
package struct DriverAllocation: Sendable {
  /// The D3DKMT handle reserved for the opening; 0 during createAllocation.
  package var handle: UInt32
  /// Its private data inside the request's `data`, in bytes.
  package var dataOffset: UInt32
  package var dataSize: UInt32
  /// The driver's handle. Out of createAllocation; NULL after any failure.
  package var hAllocation: HANDLE?
  /// The driver's handle for this device. Out of openAllocation; NULL after any failure.
  package var hDeviceSpecificAllocation: HANDLE?
  /// Out of createAllocation: what the driver answered, not yet believed.
  package var description: AllocationDescription

  @inline(__always)
  package init() {
    handle = 0
    dataOffset = 0
    dataSize = 0
    hAllocation = nil
    hDeviceSpecificAllocation = nil
    description = AllocationDescription()
  }
}

extension AllocationDescription {
  /// The answer in `info`, as far as a driver of `version` gave one. Which meaning a flag bit has is VidMm's to say:
  /// Flags and FlagsWddm2 are the same word (K-094), as the two members at byte 52 are (K-092).
  @inline(__always)
  mutating func read(_ info: borrowing DXGK_ALLOCATIONINFO, _ version: InterfaceVersion) {
    size = UInt64(info.Size)
    pitchAlignedSize = UInt64(info.PitchAlignedSize)
    alignment = info.Alignment
    hintedBank = info.HintedBank.Value
    preferredSegments = SegmentPreference(rawValue: info.PreferredSegment.Value)
    readSegments = SegmentSet(rawValue: info.SupportedReadSegmentSet)
    writeSegments = SegmentSet(rawValue: info.SupportedWriteSegmentSet)
    evictionSegments = SegmentSet(rawValue: info.EvictionSegmentSet)
    renamingLimitOrPhysicalAdapter = info.MaximumRenamingListLength
    flags = AllocationFlags(rawValue: info.Flags.Value)
    priority = info.AllocationPriority
    guard version >= .wddm3_0 else { return }
    sharesBackingStore = info.Flags2.ShareBackingStoreWithKmd != 0
    reservedFlags2 = info.Flags2.Value & ~1
  }
}
