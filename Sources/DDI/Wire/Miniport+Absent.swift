package import CWDDM
package import WDDM

/// What an empty slot answers: STATUS_NOT_SUPPORTED, as a kernel that finds NULL there would say.
///
/// ``Driver`` asks ``Miniport/has(_:)`` first wherever an absent function means something else than a refusal.
extension Miniport {
  package func stopDeviceAndReleasePostDisplayOwnership(
    _ context: HANDLE?, _ target: UInt32, _ display: inout DXGK_DISPLAY_INFORMATION
  ) -> NTStatus { .notSupported }
  package func notifySurpriseRemoval(_ context: HANDLE?, _ type: DXGK_SURPRISE_REMOVAL_TYPE) -> NTStatus {
    .notSupported
  }
  package func resetFromTimeout(_ adapter: HANDLE?) -> NTStatus { .notSupported }
  package func restartFromTimeout(_ adapter: HANDLE?) -> NTStatus { .notSupported }
  package func unload() {}
  package func createProcess(_ adapter: HANDLE?, _ args: inout DXGKARG_CREATEPROCESS) -> NTStatus { .notSupported }
  package func destroyProcess(_ adapter: HANDLE?, _ process: HANDLE?) -> NTStatus { .notSupported }
  package func describeAllocation(_ adapter: HANDLE?, _ args: inout DXGKARG_DESCRIBEALLOCATION) -> NTStatus {
    .notSupported
  }
  package func getStandardAllocationDriverData(
    _ adapter: HANDLE?, _ args: inout DXGKARG_GETSTANDARDALLOCATIONDRIVERDATA
  ) -> NTStatus { .notSupported }
  package func setAllocationBackingStore(
    _ adapter: HANDLE?, _ args: inout DXGKARG_SETALLOCATIONBACKINGSTORE
  ) -> NTStatus { .notSupported }
  package func escape(_ adapter: HANDLE?, _ args: inout DXGKARG_ESCAPE) -> NTStatus { .notSupported }
}
