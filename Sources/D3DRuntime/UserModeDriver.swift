internal import CWDDM
internal import Glibc
internal import WDDM

/// A user-mode driver's shared object, loaded for as long as this exists.
@safe struct UserModeDriver: ~Copyable, @unchecked Sendable {
  private let library: UnsafeMutableRawPointer
  let openAdapter: PFND3D10DDI_OPENADAPTER

  /// Loads the file as Windows loads a DLL: once for the process, whoever asks. dlerror says what went wrong.
  init(path: UnsafePointer<CChar>) throws(HResult) {
    guard let library = unsafe dlopen(path, RTLD_NOW | RTLD_LOCAL) else { throw .driverNotFound }
    guard let symbol = unsafe dlsym(library, "OpenAdapter10_2") else {
      unsafe dlclose(library)
      throw .noEntryPoint
    }
    unsafe self.library = library
    // SAFETY: the name is the contract: a function of that name has that type.
    unsafe openAdapter = unsafeBitCast(symbol, to: PFND3D10DDI_OPENADAPTER.self)
  }

  // SAFETY: whoever owns this has closed the adapter; no code of the driver runs any more.
  deinit { _ = unsafe dlclose(library) }
}
