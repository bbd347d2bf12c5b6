internal import CSystem
public import CWDDM
internal import WDDM

@c @implementation
public func DxgRtOpenAdapter(
  _ pOpen: UnsafePointer<DXGRT_OPENADAPTER>!, _ phAdapter: UnsafeMutablePointer<DXGRT_HADAPTER?>!
) -> HRESULT {
  result(for: dxgk_return_address()) { () throws(HResult) in
    guard let open = unsafe pOpen?.pointee, let answer = unsafe phAdapter, let path = unsafe open.pDriverPath else {
      throw .invalidArgument
    }
    guard let interface = RuntimeAdapter.Interface(rawValue: open.Interface == 0 ? 11 : open.Interface) else {
      throw .invalidArgument
    }
    let token = try unsafe RuntimeAdapter.open(path: path, luid: open.AdapterLuid, interface)
    unsafe answer.pointee = OpaquePointer(bitPattern: token.bits)
  }
}

@c @implementation
public func DxgRtCloseAdapter(_ hAdapter: DXGRT_HADAPTER!) -> HRESULT {
  result(for: dxgk_return_address()) { () throws(HResult) in
    let token = Token(bits: UInt(bitPattern: hAdapter))
    guard let adapter = RuntimeObjects.adapter(token) else { throw .invalidArgument }
    guard adapter.close() else { throw .invalidArgument }
  }
}

/// S_OK, or what the body throws. `caller` is the program's code that the kernel is asked for.
@inline(__always)
func result(for caller: UInt, _ body: () throws(HResult) -> Void) -> HRESULT {
  speaking(for: caller) {
    do throws(HResult) {
      try body()
      return HResult.ok.rawValue
    } catch {
      return error.rawValue
    }
  }
}
