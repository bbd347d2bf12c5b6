internal import CWDDM
internal import WDDM

// Surfaces that two devices have: one makes them shared, the other opens them by their global handle.
extension RuntimeDevice {
  /// The global handle of a shared resource. E_INVALIDARG for one that is not shared or has no allocations yet.
  func sharedHandle(of token: Token) throws(HResult) -> UInt32 {
    let resource = try living(token)
    let handle = resource.alone { resource.sharedHandle }
    guard handle != 0 else { throw .invalidArgument }
    return handle
  }

  /// Opens a resource that another device shares, and lets the driver open it. Throws with everything undone.
  func openResource(_ globalShare: UInt32) throws(HResult) -> Token {
    let driver = try usableDriver()
    let opened = try OpenedResource(globalShare, on: kernelDevice)
    let resource = RuntimeResource(opened)
    update { resource.token = $0.resources.insert(.resource, resource) }
    do throws(HResult) {
      guard opened.description.isOurs else { throw .invalidArgument }
      try driver.openResource(resource, opened, of: self)
    } catch {
      abandon(resource)
      throw error
    }
    update { _ in resource.stage = .live }
    return resource.token
  }
}
