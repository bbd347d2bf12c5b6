/// A piece of a frame's data area: `count` bytes from `offset`, counted from the start of the area. A count of 0 is no
/// data at all, whatever the offset.
package struct ByteRange: BitwiseCopyable, Hashable, Sendable {
  package var offset: UInt32
  package var count: UInt32

  @inlinable package init(offset: UInt32 = 0, count: UInt32 = 0) {
    self.offset = offset
    self.count = count
  }
}

/// One allocation of a creation: `D3DDDI_ALLOCATIONINFO` and `D3DDDI_ALLOCATIONINFO2` in one form (U-018). 48 bytes.
package struct AllocationElement: BitwiseCopyable, Sendable {
  /// `pSystemMem`: an address of the caller, or 0 (U-074).
  package var systemMemory: UInt64 = 0
  /// `pPrivateDriverData`, exactly as long as the caller said. What the driver writes there goes back to the caller.
  package var data = ByteRange()
  package var vidPnSource: UInt32 = 0
  /// `Flags.Value`.
  package var flags: UInt32 = 0
  /// `Priority` of the second form; 0 in the first.
  package var priority: UInt32 = 0
  var padding: UInt32 = 0
  /// Out: bytes the allocation has, in whole pages.
  package var size: UInt64 = 0
  /// Out: `hAllocation`.
  package var handle: UInt32 = 0
  /// Out: `AllocationTraits`.
  package var traits: UInt32 = 0

  package init() {}
}

/// One allocation of an opening: `D3DDDI_OPENALLOCATIONINFO` and `D3DDDI_OPENALLOCATIONINFO2`. All of it is answer. 8
/// bytes.
package struct OpenedElement: BitwiseCopyable, Sendable {
  /// Out: `hAllocation`.
  package var handle: UInt32 = 0
  /// Out: `PrivateDriverDataSize`.
  package var dataSize: UInt32 = 0

  package init() {}
}

/// One row of an adapter enumeration: `D3DKMT_ADAPTERINFO`. All of it is answer. 16 bytes.
package struct AdapterRow: BitwiseCopyable, Sendable {
  package var adapter: UInt32 = 0
  package var sources: UInt32 = 0
  package var luidLow: UInt32 = 0
  package var luidHigh: Int32 = 0

  package init() {}
}
