/// `ACCESS_MASK`: what a caller asks to do with an object, and what a handle allows.
package struct AccessRights: OptionSet, Hashable, Sendable {
  package let rawValue: UInt32
  package init(rawValue: UInt32) { self.rawValue = rawValue }

  /// `SHARED_ALLOCATION_WRITE`; without it a resource opens for reading only (U-144).
  package static let sharedAllocationWrite = Self(rawValue: 1 << 0)
  /// `STANDARD_RIGHTS_READ`, the same bit as `STANDARD_RIGHTS_WRITE`: without it the object cannot be used (U-137).
  package static let standardRightsRead = Self(rawValue: 0x0002_0000)
  package static let standardRightsRequired = Self(rawValue: 0x000F_0000)

  package static let genericRead = Self(rawValue: 0x8000_0000)
  package static let genericWrite = Self(rawValue: 0x4000_0000)
  package static let genericExecute = Self(rawValue: 0x2000_0000)
  package static let genericAll = Self(rawValue: 0x1000_0000)

  /// The same rights with the generic ones spelled out for an object whose own rights are the low two bits.
  package var specific: Self {
    var rights = subtracting([.genericRead, .genericWrite, .genericExecute, .genericAll])
    if contains(.genericRead) { rights.formUnion(.standardRightsRead) }
    if contains(.genericWrite) { rights.formUnion([.standardRightsRead, .sharedAllocationWrite]) }
    if contains(.genericExecute) { rights.formUnion(.standardRightsRead) }
    if contains(.genericAll) { rights.formUnion([.standardRightsRequired, Self(rawValue: 0b11)]) }
    return rights
  }
}
