internal import VidMm
internal import WDDM

/// `D3DKMT_CREATESTANDARDALLOCATION`: what a caller asks for that leaves it to the kernel to describe the allocation to
/// the driver. A request carries its 24 bytes where another carries the private data of its resource.
struct StandardAllocation {
  let kind: Kind
  /// Bytes of the heap, whole pages.
  let bytes: UInt64

  /// `D3DKMT_STANDARDALLOCATIONTYPE`.
  enum Kind: UInt32 {
    /// Memory of the caller: its own, or a section.
    case existingHeap = 1
    /// Memory of the kernel. WSL's name for it is CROSSADAPTER.
    case internalBackingStore = 2
  }

  /// The shape of the request: what can be said before any handle is looked at, in the order of `observed.md` 1.3.
  init(
    _ arguments: CreateAllocationArguments, _ elements: Span<AllocationElement>, _ data: RawSpan
  ) throws(Refusal) {
    let flags = UInt64(arguments.flags.rawValue)
    guard arguments.resourceData.count == Self.size else {
      throw Refusal(.invalidParameter, "U-068", "PrivateDriverDataSize", UInt64(arguments.resourceData.count))
    }
    let at = Int(arguments.resourceData.offset)
    let type = data.word32(at: at)
    let bytes = data.word64(at: at + 8)
    let reserved = data.word32(at: at + 16)
    guard let kind = Kind(rawValue: type) else {
      throw Refusal(.invalidParameter, "U-069", "pStandardAllocation->Type", UInt64(type))
    }
    guard reserved == 0 else {
      throw Refusal(.invalidParameter, "U-039", "pStandardAllocation->Flags", UInt64(reserved))
    }
    // W-072, W-080
    guard elements.count == 1 else {
      throw Refusal(.invalidParameter, "U-066", "NumAllocations", UInt64(elements.count))
    }
    let memory = elements[0].systemMemory
    switch kind {
    case .existingHeap:
      // Both at once were refused before (U-063); neither is what W-074 measured.
      guard !arguments.flags.isDisjoint(with: [.existingSysMem, .existingSection]) else {
        throw Refusal(.invalidParameter, "U-064", "Flags", flags)
      }
      if arguments.flags.contains(.existingSection) {
        guard arguments.isVersion2, memory != 0 else {
          throw Refusal(.invalidParameter, "U-078", "pAllocationInfo2[].hSection", memory)
        }
      } else {
        // W-071
        guard memory != 0, memory % pageSize == 0 else {
          throw Refusal(.invalidParameter, "U-067", "pAllocationInfo[].pSystemMem", memory)
        }
      }
    case .internalBackingStore:
      guard arguments.flags.isDisjoint(with: [.existingSysMem, .existingSection]), memory == 0 else {
        throw Refusal(.invalidParameter, "U-367", "pAllocationInfo[].pSystemMem", memory)
      }
    }
    // W-073
    guard bytes > 0, bytes % pageSize == 0 else {
      throw Refusal(.invalidParameter, "U-067", "pStandardAllocation->ExistingHeapData.Size", bytes)
    }
    guard bytes <= UInt32.max else {
      throw Refusal(
        .invalidParameter, "U-071", "pStandardAllocation->ExistingHeapData.Size", bytes, bound: UInt64(UInt32.max))
    }
    self.kind = kind
    self.bytes = bytes
  }

  /// Bytes of the struct: Type, Size at 8, Flags at 16.
  static var size: UInt32 { 24 }
}
