internal import CWDDM
internal import WDDM

/// D3DDDI_ADAPTERCALLBACKS, the services that a driver has before it has a device.
enum AdapterCallbacks {
  static var table: D3DDDI_ADAPTERCALLBACKS {
    var table = D3DDDI_ADAPTERCALLBACKS()
    unsafe table.pfnQueryAdapterInfoCb = { handle, arguments in
      guard let adapter = RuntimeObjects.adapter(Token(handle)), let arguments = unsafe arguments else {
        return HResult.invalidArgument.rawValue
      }
      return unsafe adapter.queryAdapterInfo(arguments.pointee).rawValue
    }
    unsafe table.pfnQueryAdapterInfoCb2 = { _, _ in HResult.notImplemented.rawValue }
    let unserved: @convention(c) (HANDLE?, UnsafeMutableRawPointer?) -> Int32 = { _, _ in
      HResult.notImplemented.rawValue
    }
    // SAFETY: a function of the slot's shape; the header leaves the slot's type open.
    unsafe table.pfnGetMultisampleMethodListCb = unsafeBitCast(unserved, to: UnsafeMutableRawPointer.self)
    return table
  }
}

extension RuntimeAdapter {
  /// pfnQueryAdapterInfoCb: the kernel-mode driver's private answer, through D3DKMTQueryAdapterInfo.
  func queryAdapterInfo(_ arguments: D3DDDICB_QUERYADAPTERINFO) -> HResult {
    var query = D3DKMT_QUERYADAPTERINFO()
    query.hAdapter = kernelAdapter.handle
    query.Type = KMTQAITYPE_UMDRIVERPRIVATE
    // SAFETY: the driver's pointer goes to the kernel, which writes through its fault-safe door.
    unsafe query.pPrivateDriverData = arguments.pPrivateDriverData
    query.PrivateDriverDataSize = arguments.PrivateDriverDataSize
    // SAFETY: the argument block is a local.
    return HResult(NTStatus(rawValue: unsafe D3DKMTQueryAdapterInfo(&query)))
  }
}
