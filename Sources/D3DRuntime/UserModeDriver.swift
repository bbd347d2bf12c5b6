internal import CWDDM
internal import Glibc
internal import WDDM

/// A user-mode driver's shared object, loaded for as long as this exists.
@safe struct UserModeDriver: ~Copyable, @unchecked Sendable {
  private let library: UnsafeMutableRawPointer

  /// Loads the file as Windows loads a DLL: once for the process, whoever asks. dlerror says what went wrong.
  init(path: UnsafePointer<CChar>) throws(HResult) {
    guard let library = unsafe dlopen(path, RTLD_NOW | RTLD_LOCAL) else { throw .driverNotFound }
    unsafe self.library = library
  }

  /// What a driver of Direct3D 10 and 11 exports.
  var openAdapter10_2: PFND3D10DDI_OPENADAPTER {
    get throws(HResult) {
      // SAFETY: the name is the contract: a function of that name has that type.
      unsafe unsafeBitCast(try symbol("OpenAdapter10_2"), to: PFND3D10DDI_OPENADAPTER.self)
    }
  }

  /// What a driver of Direct3D 9 exports.
  var openAdapter: PFND3DDDI_OPENADAPTER {
    get throws(HResult) {
      // SAFETY: as above.
      unsafe unsafeBitCast(try symbol("OpenAdapter"), to: PFND3DDDI_OPENADAPTER.self)
    }
  }

  private func symbol(_ name: StaticString) throws(HResult) -> UnsafeMutableRawPointer {
    let name = unsafe UnsafeRawPointer(name.utf8Start).assumingMemoryBound(to: CChar.self)
    guard let symbol = unsafe dlsym(library, name) else { throw .noEntryPoint }
    return unsafe symbol
  }

  // SAFETY: whoever owns this has closed the adapter; no code of the driver runs any more.
  deinit { _ = unsafe dlclose(library) }
}
