internal import CWDDM
internal import WDDM

/// An adapter of a driver that exports OpenAdapter.
@safe final class Direct3D9Adapter: AdapterDriver, @unchecked Sendable {
  static let interface = UInt32(D3DDDI_INTERFACE_9)
  /// Which d3dumddi.h this runtime was made with.
  static let version = UInt32(D3D_UMD_INTERFACE_VERSION)

  private let file: UserModeDriver
  private let openAdapter: PFND3DDDI_OPENADAPTER
  private let tables = Pinned(Tables())
  /// The driver's name for this adapter, once it has opened it.
  private var handle: HANDLE?
  private var isOpen = false

  private struct Tables {
    /// Filled by the driver in OpenAdapter.
    var functions = D3DDDI_ADAPTERFUNCS()
    var callbacks = AdapterCallbacks.table
  }

  init(_ file: consuming UserModeDriver) throws(HResult) {
    unsafe openAdapter = try file.openAdapter
    self.file = file
  }

  private var functions: D3DDDI_ADAPTERFUNCS { unsafe tables.address.pointee.functions }

  func open(as token: Token) throws(HResult) {
    var arguments = D3DDDIARG_OPENADAPTER()
    arguments.hAdapter = token.handle
    arguments.Interface = Self.interface
    arguments.Version = Self.version
    // SAFETY: the tables live as long as the adapter.
    unsafe arguments.pAdapterCallbacks = unsafe UnsafePointer(tables.address(of: \.callbacks))
    unsafe arguments.pAdapterFuncs = unsafe tables.address(of: \.functions)
    try checkDriver(unsafe openAdapter(&arguments))
    handle = arguments.hAdapter
    isOpen = true
    // A driver says of which d3dumddi.h its tables are; one that says nothing has none that can be read.
    guard arguments.DriverVersion != 0 else { throw .noInterface }
  }

  func createDevice(_ device: RuntimeDevice) throws(HResult) -> any DeviceDriver {
    guard let create = unsafe functions.pfnCreateDevice else { throw .fail }
    let made = Direct3D9Device()
    var arguments = made.arguments(for: device)
    // SAFETY: the arguments live for the call, what they point to as long as the device.
    try checkDriver(unsafe create(handle, &arguments))
    made.handle = arguments.hDevice
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
