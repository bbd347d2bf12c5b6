internal import CSystem
public import CWDDM
internal import WDDM

@c @implementation
public func DxgRtCreateTexture(
  _ hDevice: DXGRT_HDEVICE!, _ pTexture: UnsafePointer<DXGRT_TEXTURE>!,
  _ phResource: UnsafeMutablePointer<DXGRT_HRESOURCE?>!
) -> HRESULT {
  result(for: dxgk_return_address()) { () throws(HResult) in
    guard let texture = unsafe pTexture?.pointee, let answer = unsafe phResource else { throw .invalidArgument }
    let token = try unsafe device(hDevice).createResource(ResourcePlan(texture))
    unsafe answer.pointee = OpaquePointer(bitPattern: token.bits)
  }
}

@c @implementation
public func DxgRtCreateFlipChain(
  _ hDevice: DXGRT_HDEVICE!, _ pFlipChain: UnsafePointer<DXGRT_FLIPCHAIN>!,
  _ phResource: UnsafeMutablePointer<DXGRT_HRESOURCE?>!
) -> HRESULT {
  result(for: dxgk_return_address()) { () throws(HResult) in
    guard let chain = unsafe pFlipChain?.pointee, let answer = unsafe phResource else { throw .invalidArgument }
    let token = try unsafe device(hDevice).createResource(ResourcePlan(chain))
    unsafe answer.pointee = OpaquePointer(bitPattern: token.bits)
  }
}

@c @implementation
public func DxgRtDestroyResource(_ hDevice: DXGRT_HDEVICE!, _ hResource: DXGRT_HRESOURCE!) -> HRESULT {
  result(for: dxgk_return_address()) { () throws(HResult) in
    try unsafe device(hDevice).destroyResource(Token(bits: UInt(bitPattern: hResource)))
  }
}

@c @implementation
public func DxgRtMap(
  _ hDevice: DXGRT_HDEVICE!, _ hResource: DXGRT_HRESOURCE!, _ Subresource: UINT,
  _ pMapped: UnsafeMutablePointer<DXGRT_MAPPED>!
) -> HRESULT {
  result(for: dxgk_return_address()) { () throws(HResult) in
    guard let answer = unsafe pMapped else { throw .invalidArgument }
    let mapped = try unsafe device(hDevice).map(Token(bits: UInt(bitPattern: hResource)), subresource: Subresource)
    // SAFETY: the driver's address, handed on to the program and not followed here.
    unsafe answer.pointee.pData = mapped.address
    unsafe answer.pointee.RowPitch = mapped.rowPitch
  }
}

@c @implementation
public func DxgRtUnmap(_ hDevice: DXGRT_HDEVICE!, _ hResource: DXGRT_HRESOURCE!, _ Subresource: UINT) -> HRESULT {
  result(for: dxgk_return_address()) { () throws(HResult) in
    try unsafe device(hDevice).unmap(Token(bits: UInt(bitPattern: hResource)), subresource: Subresource)
  }
}

@c @implementation
public func DxgRtSetPriority(_ hDevice: DXGRT_HDEVICE!, _ hResource: DXGRT_HRESOURCE!, _ Priority: UINT) -> HRESULT {
  result(for: dxgk_return_address()) { () throws(HResult) in
    try unsafe device(hDevice).setPriority(Token(bits: UInt(bitPattern: hResource)), Priority)
  }
}

@c @implementation
public func DxgRtGetSharedHandle(
  _ hDevice: DXGRT_HDEVICE!, _ hResource: DXGRT_HRESOURCE!, _ phShared: UnsafeMutablePointer<D3DKMT_HANDLE>!
) -> HRESULT {
  result(for: dxgk_return_address()) { () throws(HResult) in
    guard let answer = unsafe phShared else { throw .invalidArgument }
    unsafe answer.pointee = try device(hDevice).sharedHandle(of: Token(bits: UInt(bitPattern: hResource)))
  }
}

@c @implementation
public func DxgRtOpenSharedResource(
  _ hDevice: DXGRT_HDEVICE!, _ hShared: D3DKMT_HANDLE, _ phResource: UnsafeMutablePointer<DXGRT_HRESOURCE?>!
) -> HRESULT {
  result(for: dxgk_return_address()) { () throws(HResult) in
    guard let answer = unsafe phResource else { throw .invalidArgument }
    unsafe answer.pointee = OpaquePointer(bitPattern: try device(hDevice).openResource(hShared).bits)
  }
}
