import CWDDM
import WDDM

/// A driver's `DRIVER_INITIALIZATION_DATA`, copied once: as many bytes as its version has, zeros after them (K-001).
///
/// The driver's own table may be shorter than ours, and may be gone when DriverEntry returned.
@safe final class DriverTable: @unchecked Sendable {
  // SAFETY: written by `take` only, during DriverEntry; owned and released by this object.
  let slots: UnsafeMutablePointer<DRIVER_INITIALIZATION_DATA>
  private(set) var version = InterfaceVersion(rawValue: 0)
  /// What DxgkInitialize said; nil until it was called.
  private(set) var answer: NTStatus?

  init() {
    unsafe slots = .allocate(capacity: 1)
    unsafe slots.initialize(to: DRIVER_INITIALIZATION_DATA())
  }

  deinit { unsafe slots.deallocate() }

  /// DxgkInitialize: STATUS_REVISION_MISMATCH for a version that this kernel does not know.
  func take(_ table: UnsafeRawPointer?) -> NTStatus {
    guard answer == nil, let table = unsafe table else { return .invalidParameter }
    // SAFETY: every table begins with its version, and reaches as far as that version says.
    version = unsafe InterfaceVersion(rawValue: table.loadUnaligned(as: UInt32.self))
    guard version.isKnown else {
      answer = .revisionMismatch
      return .revisionMismatch
    }
    unsafe UnsafeMutableRawPointer(slots).copyMemory(from: table, byteCount: version.initializationDataSize)
    answer = .success
    return .success
  }

  /// The slots that are filled.
  var functions: DriverFunctions {
    let table = unsafe slots.pointee
    var functions = DriverFunctions()
    func note(_ function: DriverFunction, _ isFilled: Bool) { if isFilled { functions.insert(function) } }
    unsafe note(.addDevice, table.DxgkDdiAddDevice != nil)
    unsafe note(.startDevice, table.DxgkDdiStartDevice != nil)
    unsafe note(.stopDevice, table.DxgkDdiStopDevice != nil)
    unsafe note(
      .stopDeviceAndReleasePostDisplayOwnership, table.DxgkDdiStopDeviceAndReleasePostDisplayOwnership != nil)
    unsafe note(.removeDevice, table.DxgkDdiRemoveDevice != nil)
    unsafe note(.notifySurpriseRemoval, table.DxgkDdiNotifySurpriseRemoval != nil)
    note(.resetFromTimeout, table.DxgkDdiResetFromTimeout != nil)
    note(.restartFromTimeout, table.DxgkDdiRestartFromTimeout != nil)
    note(.unload, table.DxgkDdiUnload != nil)
    unsafe note(.queryAdapterInfo, table.DxgkDdiQueryAdapterInfo != nil)
    unsafe note(.createProcess, table.DxgkDdiCreateProcess != nil)
    note(.destroyProcess, table.DxgkDdiDestroyProcess != nil)
    unsafe note(.createDevice, table.DxgkDdiCreateDevice != nil)
    note(.destroyDevice, table.DxgkDdiDestroyDevice != nil)
    unsafe note(.createAllocation, table.DxgkDdiCreateAllocation != nil)
    unsafe note(.destroyAllocation, table.DxgkDdiDestroyAllocation != nil)
    unsafe note(.describeAllocation, table.DxgkDdiDescribeAllocation != nil)
    unsafe note(.getStandardAllocationDriverData, table.DxgkDdiGetStandardAllocationDriverData != nil)
    unsafe note(.openAllocation, table.DxgkDdiOpenAllocation != nil)
    unsafe note(.closeAllocation, table.DxgkDdiCloseAllocation != nil)
    unsafe note(.setAllocationBackingStore, table.DxgkDdiSetAllocationBackingStore != nil)
    unsafe note(.escape, table.DxgkDdiEscape != nil)
    unsafe note(.queryDependentEngineGroup, table.DxgkDdiQueryDependentEngineGroup != nil)
    unsafe note(.queryEngineStatus, table.DxgkDdiQueryEngineStatus != nil)
    unsafe note(.resetEngine, table.DxgkDdiResetEngine != nil)
    return functions
  }
}
