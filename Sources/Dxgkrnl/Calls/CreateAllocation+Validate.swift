internal import VidMm
internal import WDDM

/// `D3DKMT_CREATEALLOCATIONFLAGS`.
package struct CreateAllocationFlags: OptionSet, Hashable, Sendable {
  package let rawValue: UInt32
  package init(rawValue: UInt32) { self.rawValue = rawValue }

  package static let createResource = Self(rawValue: 1 << 0)
  package static let createShared = Self(rawValue: 1 << 1)
  package static let nonSecure = Self(rawValue: 1 << 2)
  package static let createProtected = Self(rawValue: 1 << 3)
  package static let restrictSharedAccess = Self(rawValue: 1 << 4)
  package static let existingSysMem = Self(rawValue: 1 << 5)
  package static let ntSecuritySharing = Self(rawValue: 1 << 6)
  package static let readOnly = Self(rawValue: 1 << 7)
  package static let createWriteCombined = Self(rawValue: 1 << 8)
  package static let createCached = Self(rawValue: 1 << 9)
  package static let swapChainBackBuffer = Self(rawValue: 1 << 10)
  package static let crossAdapter = Self(rawValue: 1 << 11)
  package static let openCrossAdapter = Self(rawValue: 1 << 12)
  package static let partialSharedCreation = Self(rawValue: 1 << 13)
  package static let zeroed = Self(rawValue: 1 << 14)
  package static let writeWatch = Self(rawValue: 1 << 15)
  package static let standardAllocation = Self(rawValue: 1 << 16)
  package static let existingSection = Self(rawValue: 1 << 17)
  package static let allowNotZeroed = Self(rawValue: 1 << 18)
  package static let physicallyContiguous = Self(rawValue: 1 << 19)
  package static let noKmdAccess = Self(rawValue: 1 << 20)
  package static let sharedDisplayable = Self(rawValue: 1 << 21)

  /// Bits that user mode may not set: reserved ones, and those that the header bars (U-039).
  static let barred: UInt32 =
    0xFFC0_0000
    | createProtected.union([.createWriteCombined, .createCached, .openCrossAdapter]).rawValue
}

extension CreateAllocationArguments {
  /// The shape of the request: what can be said before any handle is looked at (the order of `observed.md` 1.3).
  @inline(__always)
  func validate(count: Int, limits: Limits) throws(Refusal) {
    guard count <= limits.allocationsPerCall else {
      throw Refusal(
        .invalidParameter, "U-033", "NumAllocations", UInt64(count), bound: UInt64(limits.allocationsPerCall))
    }
    // An empty resource is legal (U-032, W-080); nothing at all is not (W-061, W-069).
    guard count > 0 || flags.contains(.createResource) else {
      throw Refusal(.invalidParameter, "U-032", "NumAllocations", 0)
    }
    if !flags.isEmpty { try validateFlags(count) }
    try Self.validate(runtimeData, limits, "PrivateRuntimeDataSize")
    try Self.validate(resourceData, limits, "PrivateDriverDataSize")
  }

  /// Flags that nobody may set, and those that do not go together.
  @inline(never)
  private func validateFlags(_ count: Int) throws(Refusal) {
    let raw = UInt64(flags.rawValue)
    guard flags.rawValue & CreateAllocationFlags.barred == 0 else {
      throw Refusal(.invalidParameter, "U-039", "Flags", raw)
    }
    guard !flags.contains([.existingSysMem, .existingSection]) else {
      throw Refusal(.invalidParameter, "U-063", "Flags", raw)
    }
    guard flags.isDisjoint(with: [.existingSysMem, .existingSection]) || flags.contains(.standardAllocation) else {
      throw Refusal(.invalidParameter, "U-064", "Flags", raw)
    }
    guard !flags.contains(.createShared) || flags.contains(.createResource) else {
      throw Refusal(.invalidParameter, "U-043", "Flags", raw)
    }
    guard !flags.contains(.ntSecuritySharing) || flags.contains(.createShared) else {
      throw Refusal(.invalidParameter, "U-044", "Flags", raw)
    }
    try validateCrossAdapter(count)
  }

  /// A cross-adapter resource is shared and has one allocation (U-349). Of a standard allocation neither is asked: its
  /// flag is accepted, and Windows does without (U-065).
  private func validateCrossAdapter(_ count: Int) throws(Refusal) {
    guard flags.contains(.crossAdapter), !flags.contains(.standardAllocation) else { return }
    guard flags.contains(.createShared) else {
      throw Refusal(.invalidParameter, "U-349", "Flags", UInt64(flags.rawValue))
    }
    guard count == 1 else { throw Refusal(.invalidParameter, "U-349", "NumAllocations", UInt64(count)) }
  }

  @inline(__always)
  private static func validate(_ data: ByteRange, _ limits: Limits, _ argument: Refusal.Argument) throws(Refusal) {
    guard data.count <= limits.privateDataBytes else {
      throw Refusal(
        .invalidParameter, "D-004", argument, UInt64(data.count), bound: UInt64(limits.privateDataBytes))
    }
  }

  /// What can be said of the elements before the driver is asked.
  @inline(__always)
  func validate(_ elements: inout MutableSpan<AllocationElement>) throws(Refusal) {
    for index in elements.indices {
      if elements[index].flags != 0 { elements[index].flags = try validFlags(of: elements[index]) }
      let element = elements[index]
      // One with memory of the caller, all with it (U-076).
      guard element.systemMemory != 0 || elements[0].systemMemory != 0 else { continue }
      guard element.systemMemory != 0, elements[0].systemMemory != 0 else {
        throw Refusal(.invalidParameter, "U-076", "pAllocationInfo[].pSystemMem", element.systemMemory)
      }
      guard element.systemMemory % pageSize == 0 else {
        throw Refusal(.invalidParameter, "K-108", "pAllocationInfo[].pSystemMem", element.systemMemory)
      }
      guard !element.isPrimary else {
        throw Refusal(.invalidParameter, "U-085", "pAllocationInfo[].pSystemMem", element.systemMemory)
      }
    }
  }

  /// The flags that the form of the element has.
  @inline(never)
  private func validFlags(of element: AllocationElement) throws(Refusal) -> UInt32 {
    let known: UInt32 = isVersion2 ? 0b111 : 0b011
    // The first form's documented example leaves stack garbage in the reserved bits, so only the second form's count
    // (U-366), and OverridePriority is one of the first form's.
    if isVersion2, element.flags & ~known != 0 {
      throw Refusal(.invalidParameter, "U-039", "pAllocationInfo[].Flags", UInt64(element.flags))
    }
    guard element.flags & 0b10 == 0 || element.flags & 0b01 != 0 else {
      throw Refusal(.invalidParameter, "U-082", "pAllocationInfo[].Flags", UInt64(element.flags))
    }
    return element.flags & known
  }
}

extension AllocationElement {
  /// `Flags.Primary`.
  var isPrimary: Bool { flags & 0b001 != 0 }
  /// `Flags.OverridePriority` of the second form (U-361).
  var overridesPriority: Bool { flags & 0b100 != 0 }
}
