internal import CWDDM
internal import WDDM

/// An adapter of the kernel, open for as long as this exists.
struct KernelAdapter: ~Copyable {
  /// hAdapter of the D3DKMT functions.
  let handle: UInt32

  /// Opens the adapter of that name; the first that the kernel lists when the name is zero.
  init(luid: LUID) throws(HResult) {
    var luid = luid
    if luid.LowPart == 0 && luid.HighPart == 0 { luid = try Self.first() }
    var arguments = D3DKMT_OPENADAPTERFROMLUID()
    arguments.AdapterLuid = luid
    // SAFETY: the argument block is a local.
    try check(unsafe D3DKMTOpenAdapterFromLuid(&arguments))
    handle = arguments.hAdapter
  }

  deinit { Self.close(handle) }

  /// Every row of the list comes with a handle of its own, which is closed again.
  private static func first() throws(HResult) -> LUID {
    var list = D3DKMT_ENUMADAPTERS2()
    // SAFETY: the argument block is a local; no array means: how many.
    try check(unsafe D3DKMTEnumAdapters2(&list))
    var rows = [D3DKMT_ADAPTERINFO](repeating: D3DKMT_ADAPTERINFO(), count: Int(list.NumAdapters))
    let status = unsafe rows.withUnsafeMutableBufferPointer { rows in
      // SAFETY: the array has as many rows as the block says.
      unsafe list.pAdapters = rows.baseAddress
      return unsafe D3DKMTEnumAdapters2(&list)
    }
    try check(status)
    let found = rows.prefix(Int(list.NumAdapters))
    found.forEach { close($0.hAdapter) }
    guard let first = found.first else { throw .fail }
    return first.AdapterLuid
  }

  private static func close(_ handle: UInt32) {
    var arguments = D3DKMT_CLOSEADAPTER()
    arguments.hAdapter = handle
    // SAFETY: the argument block is a local. Closing a handle that is open does not fail.
    _ = unsafe D3DKMTCloseAdapter(&arguments)
  }
}

/// Throws the HRESULT of a status that is a failure (U-344).
func check(_ status: Int32) throws(HResult) {
  guard status >= 0 else { throw HResult(NTStatus(rawValue: status)) }
}
