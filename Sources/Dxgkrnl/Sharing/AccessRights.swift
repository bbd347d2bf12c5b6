/// `ACCESS_MASK`: what a caller asks to do with an object, and what a handle allows.
package struct AccessRights: OptionSet, Hashable, Sendable {
  package let rawValue: UInt32
  package init(rawValue: UInt32) { self.rawValue = rawValue }

  /// `STANDARD_RIGHTS_READ`, the same bit as `STANDARD_RIGHTS_WRITE`: without it the object cannot be used (U-137).
  package static let standardRightsRead = Self(rawValue: 0x0002_0000)
  package static let standardRightsRequired = Self(rawValue: 0x000F_0000)
  package static let synchronize = Self(rawValue: 0x0010_0000)

  package static let genericRead = Self(rawValue: 0x8000_0000)
  package static let genericWrite = Self(rawValue: 0x4000_0000)
  package static let genericExecute = Self(rawValue: 0x2000_0000)
  package static let genericAll = Self(rawValue: 0x1000_0000)
}

// The low bits mean something else for each type of object.
extension AccessRights {
  /// `SHARED_ALLOCATION_WRITE`; without it a resource opens for reading only (U-144).
  package static let sharedAllocationWrite = Self(rawValue: 1 << 0)
  package static let sharedAllocationAllAccess: Self = [.standardRightsRequired, .sharedAllocationWrite]

  /// `D3DDDI_SYNC_OBJECT_WAIT`: who opens the synchronization object may wait for it (W-260).
  package static let syncObjectWait = Self(rawValue: 1 << 0)
  /// `D3DDDI_SYNC_OBJECT_SIGNAL`: who opens it may signal it (W-260).
  package static let syncObjectSignal = Self(rawValue: 1 << 1)
  package static let syncObjectAllAccess: Self = [
    .standardRightsRequired, .synchronize, .syncObjectWait, .syncObjectSignal,
  ]
}

extension AccessRights {
  /// The same rights with the generic ones spelled out for a type of object.
  package func specific(for type: NtObjectType) -> Self {
    let mapping = type.genericMapping
    var rights = subtracting([.genericRead, .genericWrite, .genericExecute, .genericAll])
    if contains(.genericRead) { rights.formUnion(mapping.read) }
    if contains(.genericWrite) { rights.formUnion(mapping.write) }
    if contains(.genericExecute) { rights.formUnion(mapping.execute) }
    if contains(.genericAll) { rights.formUnion(mapping.all) }
    return rights
  }
}

extension NtObjectType {
  /// `GENERIC_MAPPING`
  fileprivate var genericMapping: (read: AccessRights, write: AccessRights, execute: AccessRights, all: AccessRights) {
    let standard = AccessRights.standardRightsRead
    return switch self {
    case .sharedResource, .sharedKeyedMutex:
      (standard, [standard, .sharedAllocationWrite], standard, .sharedAllocationAllAccess)
    // To read one is to learn that it came to a value, as for other objects that a program waits for.
    case .sharedSyncObject:
      ([standard, .syncObjectWait], [standard, .syncObjectSignal], [standard, .syncObjectWait], .syncObjectAllAccess)
    }
  }
}
