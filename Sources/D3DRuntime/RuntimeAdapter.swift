internal import CWDDM
internal import Locks
internal import WDDM

/// An adapter that a user-mode driver has opened, and the kernel's adapter beneath it.
@safe final class RuntimeAdapter: @unchecked Sendable {
  /// The interface that this runtime speaks, and the build that it says it is.
  static let interface = UInt32(11 << 16 | D3D11_0_DDI_MINOR_VERSION)
  static let build = UInt32(D3D11_0_DDI_BUILD_VERSION) << 16

  private let driver: UserModeDriver
  /// hAdapter of the D3DKMT functions.
  let kernelAdapter: KernelAdapter
  /// The driver's functions and the callbacks it was given. At one address for as long as the adapter is open.
  private let tables: UnsafeMutablePointer<AdapterTables>
  /// The driver's name for this adapter, once it has opened it.
  private(set) var driverAdapter = D3D10DDI_HADAPTER()
  private var token = Token(bits: 0)
  private var isOpen = false
  private let isClosing = Guarded(false, rank: .runtime)

  /// Loads the driver and lets it open the adapter. Throws with everything undone.
  static func open(path: UnsafePointer<CChar>, luid: LUID) throws(HResult) -> Token {
    let driver = try unsafe UserModeDriver(path: path)
    let adapter = RuntimeAdapter(driver: driver, kernelAdapter: try KernelAdapter(luid: luid))
    // The driver may ask for adapter information while it opens: the adapter is known before.
    adapter.token = RuntimeObjects.add(adapter)
    do throws(HResult) {
      try adapter.openDriver()
      try adapter.requireInterface()
    } catch {
      adapter.close()
      throw error
    }
    return adapter.token
  }

  private init(driver: consuming UserModeDriver, kernelAdapter: consuming KernelAdapter) {
    self.driver = driver
    self.kernelAdapter = kernelAdapter
    // SAFETY: released in deinit; the driver was told to forget the address before.
    unsafe tables = .allocate(capacity: 1)
    unsafe tables.initialize(to: AdapterTables())
  }

  deinit {
    unsafe tables.deinitialize(count: 1)
    unsafe tables.deallocate()
  }

  var functions: D3D10_2DDI_ADAPTERFUNCS { unsafe tables.pointee.functions }

  private func openDriver() throws(HResult) {
    var arguments = D3D10DDIARG_OPENADAPTER()
    arguments.hRTAdapter.handle = token.handle
    arguments.Interface = Self.interface
    arguments.Version = Self.build
    // SAFETY: the tables live as long as the adapter.
    unsafe withUnsafeMutablePointer(to: &tables.pointee.callbacks) {
      unsafe arguments.pAdapterCallbacks = UnsafePointer($0)
    }
    unsafe withUnsafeMutablePointer(to: &tables.pointee.functions) { unsafe arguments.pAdapterFuncs_2 = $0 }
    let result = HResult(rawValue: unsafe driver.openAdapter(&arguments))
    guard result.isSuccess else { throw result }
    driverAdapter = arguments.hAdapter
    isOpen = true
  }

  /// GetSupportedVersions must list the interface that this runtime speaks.
  private func requireInterface() throws(HResult) {
    guard let versions = unsafe functions.pfnGetSupportedVersions else { throw .fail }
    var count: UInt32 = 0
    try check(unsafe versions(driverAdapter, &count, nil))
    guard count <= 256 else { throw .fail }
    var supported = [UInt64](repeating: 0, count: Int(count))
    try check(unsafe versions(driverAdapter, &count, &supported))
    guard supported.prefix(Int(count)).contains(where: { $0 >> 32 == UInt64(Self.interface) }) else {
      throw .noInterface
    }
  }

  private func check(_ result: Int32) throws(HResult) {
    guard result >= 0 else { throw HResult(rawValue: result) }
  }

  /// Destroys the devices that are left and lets the driver close the adapter. The driver's answer changes nothing.
  /// False when somebody else closes it already.
  @discardableResult
  func close() -> Bool {
    let isMine = isClosing.withLock { isClosing -> Bool in
      defer { isClosing = true }
      return !isClosing
    }
    guard isMine else { return false }
    RuntimeObjects.devices(of: self).forEach { $0.destroy() }
    if isOpen, let close = functions.pfnCloseAdapter { _ = close(driverAdapter) }
    RuntimeObjects.remove(adapter: token)
    return true
  }
}

/// What an adapter and its driver share.
struct AdapterTables {
  /// Filled by the driver in OpenAdapter10_2.
  var functions = D3D10_2DDI_ADAPTERFUNCS()
  var callbacks = AdapterCallbacks.table
}
