internal import CWDDM
internal import WDDM

/// An adapter of a driver that exports OpenAdapter10_2.
@safe final class Direct3D11Adapter: AdapterDriver, @unchecked Sendable {
  /// The interface that this runtime speaks, and the build that it says it is.
  static let interface = UInt32(11 << 16 | D3D11_0_DDI_MINOR_VERSION)
  static let build = UInt32(D3D11_0_DDI_BUILD_VERSION) << 16

  private let file: UserModeDriver
  private let openAdapter: PFND3D10DDI_OPENADAPTER
  private let tables = Pinned(Tables())
  /// The driver's name for this adapter, once it has opened it.
  private var handle = D3D10DDI_HADAPTER()
  private var isOpen = false

  /// What an adapter and its driver share.
  private struct Tables {
    /// Filled by the driver in OpenAdapter10_2.
    var functions = D3D10_2DDI_ADAPTERFUNCS()
    var callbacks = AdapterCallbacks.table
  }

  init(_ file: consuming UserModeDriver) throws(HResult) {
    unsafe openAdapter = try file.openAdapter10_2
    self.file = file
  }

  private var functions: D3D10_2DDI_ADAPTERFUNCS { unsafe tables.address.pointee.functions }

  func open(as token: Token) throws(HResult) {
    var arguments = D3D10DDIARG_OPENADAPTER()
    arguments.hRTAdapter.handle = token.handle
    arguments.Interface = Self.interface
    arguments.Version = Self.build
    // SAFETY: the tables live as long as the adapter.
    unsafe arguments.pAdapterCallbacks = unsafe UnsafePointer(tables.address(of: \.callbacks))
    unsafe arguments.pAdapterFuncs_2 = unsafe tables.address(of: \.functions)
    try checkDriver(unsafe openAdapter(&arguments))
    handle = arguments.hAdapter
    isOpen = true
    try requireInterface()
  }

  /// GetSupportedVersions must list the interface that this runtime speaks.
  private func requireInterface() throws(HResult) {
    guard let versions = unsafe functions.pfnGetSupportedVersions else { throw .fail }
    var count: UInt32 = 0
    try checkDriver(unsafe versions(handle, &count, nil))
    guard count <= 256 else { throw .fail }
    var supported = [UInt64](repeating: 0, count: Int(count))
    try checkDriver(unsafe versions(handle, &count, &supported))
    guard supported.prefix(Int(count)).contains(where: { $0 >> 32 == UInt64(Self.interface) }) else {
      throw .noInterface
    }
  }

  /// CalcPrivateDeviceSize, memory of that size, CreateDevice.
  func createDevice(_ device: RuntimeDevice) throws(HResult) -> any DeviceDriver {
    guard let size = unsafe functions.pfnCalcPrivateDeviceSize, let create = unsafe functions.pfnCreateDevice else {
      throw .fail
    }
    var request = D3D10DDIARG_CALCPRIVATEDEVICESIZE()
    request.Interface = Self.interface
    request.Version = Self.build
    // SAFETY: the request is a local.
    let needed = unsafe size(handle, &request)
    guard needed != .max, let memory = DriverMemory(size: UInt(needed)) else { throw .outOfMemory }
    let made = Direct3D11Device(memory)
    var arguments = made.arguments(for: device)
    // SAFETY: the arguments live for the call, what they point to as long as the device.
    try checkDriver(unsafe create(handle, &arguments))
    guard made.isComplete else {
      made.destroyDevice(device)
      throw .fail
    }
    return made
  }

  func close() {
    if isOpen, let close = functions.pfnCloseAdapter { _ = close(handle) }
  }
}
