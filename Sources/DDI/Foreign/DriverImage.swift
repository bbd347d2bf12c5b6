import CSystem
import WDDM

/// A driver's file in memory: a private copy, with globals of its own, for one kernel.
@safe final class DriverImage: @unchecked Sendable {
  // SAFETY: written in init and deinit only.
  private var image = unsafe dxgk_image()
  let path: String

  init(path: String) throws(DriverLoadFailure) {
    self.path = path
    var message = [CChar](repeating: 0, count: 1024)
    let error = unsafe dxgk_image_load(path, &image, &message, message.count)
    guard error == 0 else {
      let text = message.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }
      throw DriverLoadFailure(
        .objectNameNotFound, "K-001", "driver file", UInt64(error), String(decoding: text, as: UTF8.self))
    }
  }

  /// In a process that watches a driver: its calls of malloc and of locks are ours from now on.
  func watch() throws(DriverLoadFailure) {
    let error = unsafe dxgk_watch_image(&image)
    guard error == 0 else {
      throw DriverLoadFailure(.unsuccessful, "K-001", "driver file", UInt64(error), "\(path): it cannot be watched")
    }
  }

  deinit { unsafe dxgk_image_unload(&image) }

  /// The address of an exported symbol.
  func symbol(_ name: String) -> UnsafeMutableRawPointer? { unsafe dxgk_image_symbol(&image, name) }

  /// Whether this driver's code called us, however far up the stack.
  var isCalling: Bool { unsafe dxgk_image_is_calling(&image) }
}
