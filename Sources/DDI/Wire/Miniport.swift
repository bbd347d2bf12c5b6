package import CWDDM
package import WDDM

/// The wire down to a driver: one method for each DDI that this kernel calls, with the DDI's own structs.
///
/// A struct is what the driver reads and wrote, byte for byte: a verifier must see a NULL handle or a reserved bit. It
/// is declared at the newest version and only grew at its tail; ``interfaceVersion`` says how much of it counts. A
/// status is returned and not thrown, because success codes count too. Blocks that a driver must not write are `inout`
/// all the same: whoever wants to know can compare.
///
/// A C driver (``ForeignMiniport``) and SoftGPU implement it; a verifier, an injector of faults and a recorder wrap it.
/// Only ``Driver`` calls it: gates held, state locks not, the thread's current call set.
package protocol Miniport: AnyObject, Sendable {
  /// `DRIVER_INITIALIZATION_DATA.Version`: decides slots, sizes and arms of unions (K-001, K-094).
  var interfaceVersion: InterfaceVersion { get }

  /// The slots that this driver filled, as far as its version has them.
  var functions: DriverFunctions { get }

  /// Whether a verifier judges this driver: what the caller would only report is then the verifier's to say, once.
  var isVerified: Bool { get }

  // MARK: The life of an adapter

  func addDevice(_ physicalDevice: HANDLE?, _ context: inout HANDLE?) -> NTStatus
  func startDevice(
    _ context: HANDLE?, _ info: inout DXGK_START_INFO, _ kernel: KernelInterface, _ sources: inout UInt32,
    _ children: inout UInt32
  ) -> NTStatus
  func stopDevice(_ context: HANDLE?) -> NTStatus
  func stopDeviceAndReleasePostDisplayOwnership(
    _ context: HANDLE?, _ target: UInt32, _ display: inout DXGK_DISPLAY_INFORMATION
  ) -> NTStatus
  func removeDevice(_ context: HANDLE?) -> NTStatus
  func notifySurpriseRemoval(_ context: HANDLE?, _ type: DXGK_SURPRISE_REMOVAL_TYPE) -> NTStatus
  func resetFromTimeout(_ adapter: HANDLE?) -> NTStatus
  func restartFromTimeout(_ adapter: HANDLE?) -> NTStatus
  func unload()
  func queryAdapterInfo(_ adapter: HANDLE?, _ args: inout DXGKARG_QUERYADAPTERINFO) -> NTStatus

  // MARK: Processes and devices

  func createProcess(_ adapter: HANDLE?, _ args: inout DXGKARG_CREATEPROCESS) -> NTStatus
  func destroyProcess(_ adapter: HANDLE?, _ process: HANDLE?) -> NTStatus
  func createDevice(_ adapter: HANDLE?, _ args: inout DXGKARG_CREATEDEVICE) -> NTStatus
  func destroyDevice(_ device: HANDLE?) -> NTStatus

  // MARK: Allocations

  func createAllocation(_ adapter: HANDLE?, _ args: inout DXGKARG_CREATEALLOCATION) -> NTStatus
  func destroyAllocation(_ adapter: HANDLE?, _ args: inout DXGKARG_DESTROYALLOCATION) -> NTStatus
  func describeAllocation(_ adapter: HANDLE?, _ args: inout DXGKARG_DESCRIBEALLOCATION) -> NTStatus
  func getStandardAllocationDriverData(
    _ adapter: HANDLE?, _ args: inout DXGKARG_GETSTANDARDALLOCATIONDRIVERDATA
  ) -> NTStatus
  func openAllocation(_ device: HANDLE?, _ args: inout DXGKARG_OPENALLOCATION) -> NTStatus
  func closeAllocation(_ device: HANDLE?, _ args: inout DXGKARG_CLOSEALLOCATION) -> NTStatus
  func setAllocationBackingStore(_ adapter: HANDLE?, _ args: inout DXGKARG_SETALLOCATIONBACKINGSTORE) -> NTStatus
  func escape(_ adapter: HANDLE?, _ args: inout DXGKARG_ESCAPE) -> NTStatus
}

extension Miniport {
  package var isVerified: Bool { false }

  /// Whether the driver has a function in that slot.
  package func has(_ function: DriverFunction) -> Bool { functions.contains(function) }
}
