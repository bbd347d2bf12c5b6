internal import CWDDM
internal import Locks
internal import WDDM

/// An adapter that a user-mode driver has opened, and the kernel's adapter beneath it.
@safe final class RuntimeAdapter: @unchecked Sendable {
  /// hAdapter of the D3DKMT functions.
  let kernelAdapter: KernelAdapter
  let driver: any AdapterDriver
  private var token = Token(bits: 0)
  private let isClosing = Guarded(false, rank: .runtime)

  /// Which Direct3D a program speaks to a driver.
  enum Interface: UInt32 { case direct3D9 = 9, direct3D11 = 11 }

  /// Loads the driver and lets it open the adapter. Throws with everything undone.
  static func open(path: UnsafePointer<CChar>, luid: LUID, _ interface: Interface) throws(HResult) -> Token {
    let file = try unsafe UserModeDriver(path: path)
    let driver: any AdapterDriver
    switch interface {
    case .direct3D9: driver = try Direct3D9Adapter(file)
    case .direct3D11: driver = try Direct3D11Adapter(file)
    }
    let adapter = RuntimeAdapter(driver: driver, kernelAdapter: try KernelAdapter(luid: luid))
    // The driver may ask for adapter information while it opens: the adapter is known before.
    adapter.token = RuntimeObjects.add(adapter)
    do throws(HResult) { try driver.open(as: adapter.token) } catch {
      adapter.close()
      throw error
    }
    return adapter.token
  }

  private init(driver: any AdapterDriver, kernelAdapter: consuming KernelAdapter) {
    self.driver = driver
    self.kernelAdapter = kernelAdapter
  }

  /// Destroys the devices that are left and lets the driver close the adapter. False when somebody else closes it
  /// already.
  @discardableResult
  func close() -> Bool {
    let isMine = isClosing.withLock { isClosing -> Bool in
      defer { isClosing = true }
      return !isClosing
    }
    guard isMine else { return false }
    RuntimeObjects.devices(of: self).forEach { $0.destroy() }
    driver.close()
    RuntimeObjects.remove(adapter: token)
    return true
  }
}

/// Throws what a driver answered, if that is a failure.
func checkDriver(_ result: Int32) throws(HResult) {
  guard result >= 0 else { throw HResult(rawValue: result) }
}
