package import WDDM

/// A slot of `DRIVER_INITIALIZATION_DATA` that this kernel calls, or asks about.
///
/// The raw value is what the thread's current call, recordings and plans of faults carry; it never changes meaning.
package enum DriverFunction: UInt32, CaseIterable, Sendable {
  case addDevice = 1
  case startDevice = 2
  case stopDevice = 3
  case stopDeviceAndReleasePostDisplayOwnership = 4
  case removeDevice = 5
  case notifySurpriseRemoval = 6
  case unload = 7
  case queryAdapterInfo = 8
  case createProcess = 9
  case destroyProcess = 10
  case createDevice = 11
  case destroyDevice = 12
  case createAllocation = 13
  case destroyAllocation = 14
  case describeAllocation = 15
  case getStandardAllocationDriverData = 16
  case openAllocation = 17
  case closeAllocation = 18
  case setAllocationBackingStore = 19
  case escape = 20
  case resetFromTimeout = 24
  case restartFromTimeout = 25
  // Asked about only: a capability requires them (K-020).
  case queryDependentEngineGroup = 21
  case queryEngineStatus = 22
  case resetEngine = 23
  /// Not a slot: the function that a driver's file exports.
  case driverEntry = 63

  /// Windows' name, as a refusal or a finding names it.
  package var name: Refusal.Argument {
    switch self {
    case .addDevice: "DxgkDdiAddDevice"
    case .startDevice: "DxgkDdiStartDevice"
    case .stopDevice: "DxgkDdiStopDevice"
    case .stopDeviceAndReleasePostDisplayOwnership: "DxgkDdiStopDeviceAndReleasePostDisplayOwnership"
    case .removeDevice: "DxgkDdiRemoveDevice"
    case .notifySurpriseRemoval: "DxgkDdiNotifySurpriseRemoval"
    case .unload: "DxgkDdiUnload"
    case .queryAdapterInfo: "DxgkDdiQueryAdapterInfo"
    case .createProcess: "DxgkDdiCreateProcess"
    case .destroyProcess: "DxgkDdiDestroyProcess"
    case .createDevice: "DxgkDdiCreateDevice"
    case .destroyDevice: "DxgkDdiDestroyDevice"
    case .createAllocation: "DxgkDdiCreateAllocation"
    case .destroyAllocation: "DxgkDdiDestroyAllocation"
    case .describeAllocation: "DxgkDdiDescribeAllocation"
    case .getStandardAllocationDriverData: "DxgkDdiGetStandardAllocationDriverData"
    case .openAllocation: "DxgkDdiOpenAllocation"
    case .closeAllocation: "DxgkDdiCloseAllocation"
    case .setAllocationBackingStore: "DxgkDdiSetAllocationBackingStore"
    case .escape: "DxgkDdiEscape"
    case .resetFromTimeout: "DxgkDdiResetFromTimeout"
    case .restartFromTimeout: "DxgkDdiRestartFromTimeout"
    case .queryDependentEngineGroup: "DxgkDdiQueryDependentEngineGroup"
    case .queryEngineStatus: "DxgkDdiQueryEngineStatus"
    case .resetEngine: "DxgkDdiResetEngine"
    case .driverEntry: "DriverEntry"
    }
  }

  /// The rule of that function's page that says what it returns, cited when it fails.
  package var rule: Rule {
    switch self {
    case .driverEntry: "K-001"
    case .addDevice: "K-004"
    case .startDevice: "K-005"
    case .stopDevice, .stopDeviceAndReleasePostDisplayOwnership, .unload: "K-006"
    case .removeDevice: "K-007"
    case .notifySurpriseRemoval: "K-021"
    case .queryAdapterInfo, .escape: "K-010"
    case .createProcess, .destroyProcess: "K-014"
    case .createDevice: "K-209"
    case .destroyDevice: "K-211"
    case .createAllocation: "K-068"
    case .destroyAllocation: "K-190"
    case .describeAllocation: "K-187"
    case .getStandardAllocationDriverData: "K-151"
    case .openAllocation: "K-171"
    case .closeAllocation: "K-180"
    case .setAllocationBackingStore: "K-185"
    case .resetFromTimeout: "K-331"
    case .restartFromTimeout: "K-335"
    case .queryDependentEngineGroup, .queryEngineStatus, .resetEngine: "K-020"
    }
  }
}

/// A set of ``DriverFunction``.
package struct DriverFunctions: Hashable, Sendable, BitwiseCopyable {
  private var bits: UInt64 = 0

  package init() {}
  package init(_ functions: [DriverFunction]) { functions.forEach { insert($0) } }

  package func contains(_ function: DriverFunction) -> Bool { bits >> UInt64(function.rawValue) & 1 == 1 }
  package mutating func insert(_ function: DriverFunction) { bits |= 1 << UInt64(function.rawValue) }
  package mutating func remove(_ function: DriverFunction) { bits &= ~(1 << UInt64(function.rawValue)) }

  /// What no driver can be without: the kernel could not start it, or could not undo what it did (K-015).
  package static let required = DriverFunctions([
    .addDevice, .startDevice, .stopDevice, .removeDevice, .queryAdapterInfo, .createDevice, .destroyDevice,
    .createAllocation, .destroyAllocation, .openAllocation, .closeAllocation,
  ])

  /// The first function of `required`, in the order of the table, that is not in this set.
  package var firstMissing: DriverFunction? {
    DriverFunction.allCases.first { Self.required.contains($0) && !contains($0) }
  }
}
