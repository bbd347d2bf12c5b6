internal import CWDDM
internal import WDDM

/// A shared resource as the kernel opened it for a device: handles of its own, and the private data that its creator
/// gave (U-323).
@safe struct OpenedResource {
  /// hKMResource
  let kernelResource: UInt32
  let description: SharedDescription
  private let allocations: [D3DDDI_OPENALLOCATIONINFO]
  /// Private data of the allocations, one after the other; `allocations` point into it (U-120).
  private let data: DriverMemory
  private let resourceData: DriverMemory
  private let resourceDataSize: UInt32

  /// D3DKMTQueryResourceInfo for the sizes, then D3DKMTOpenResource. E_INVALIDARG for a handle that is none, or of
  /// something that another runtime shared.
  init(_ globalShare: UInt32, on kernelDevice: UInt32) throws(HResult) {
    var query = D3DKMT_QUERYRESOURCEINFO()
    query.hDevice = kernelDevice
    query.hGlobalShare = globalShare
    // SAFETY: the argument block is a local.
    try check(unsafe D3DKMTQueryResourceInfo(&query))
    guard query.PrivateRuntimeDataSize == UInt32(MemoryLayout<SharedDescription>.size) else { throw .invalidArgument }
    guard let data = DriverMemory(size: UInt(query.TotalPrivateDriverDataSize)),
      let resourceData = DriverMemory(size: UInt(query.ResourcePrivateDriverDataSize))
    else { throw .outOfMemory }
    var infos = [D3DDDI_OPENALLOCATIONINFO](
      repeating: D3DDDI_OPENALLOCATIONINFO(), count: Int(query.NumAllocations))
    var description = SharedDescription()
    var open = D3DKMT_OPENRESOURCE()
    open.hDevice = kernelDevice
    open.hGlobalShare = globalShare
    open.NumAllocations = query.NumAllocations
    open.PrivateRuntimeDataSize = query.PrivateRuntimeDataSize
    open.ResourcePrivateDriverDataSize = query.ResourcePrivateDriverDataSize
    open.TotalPrivateDriverDataBufferSize = query.TotalPrivateDriverDataSize
    // SAFETY: every buffer has the size that the kernel said, and lives for the call.
    unsafe open.pTotalPrivateDriverDataBuffer = data.address
    unsafe open.pResourcePrivateDriverData = resourceData.address
    let status = unsafe infos.withUnsafeMutableBufferPointer { infos in
      unsafe withUnsafeMutableBytes(of: &description) { description in
        unsafe open.pOpenAllocationInfo = infos.baseAddress
        unsafe open.pPrivateRuntimeData = description.baseAddress
        return unsafe D3DKMTOpenResource(&open)
      }
    }
    try check(status)
    kernelResource = open.hResource
    self.description = description
    allocations = infos
    self.data = data
    self.resourceData = resourceData
    resourceDataSize = query.ResourcePrivateDriverDataSize
  }

  /// Runs `body` with the argument block of OpenResource(D3D10); it and what it points to live for that long.
  func withArguments11<Result>(_ body: (UnsafePointer<D3D10DDIARG_OPENRESOURCE>) -> Result) -> Result {
    var infos = allocations
    var arguments = D3D10DDIARG_OPENRESOURCE()
    arguments.NumAllocations = UInt32(infos.count)
    arguments.hKMResource.handle = kernelResource
    // SAFETY: what the block points to lives until the body has returned.
    unsafe arguments.pPrivateDriverData = resourceDataSize == 0 ? nil : resourceData.address
    arguments.PrivateDriverDataSize = resourceDataSize
    return unsafe infos.withUnsafeMutableBufferPointer { infos in
      unsafe arguments.pOpenAllocationInfo = infos.baseAddress
      return unsafe withUnsafePointer(to: arguments) { unsafe body($0) }
    }
  }

  /// The same for OpenResource of Direct3D 9.
  func withArguments9<Result>(_ body: (UnsafeMutablePointer<D3DDDIARG_OPENRESOURCE>) -> Result) -> Result {
    var infos = allocations
    var arguments = D3DDDIARG_OPENRESOURCE()
    arguments.NumAllocations = UInt32(infos.count)
    arguments.hKMResource = kernelResource
    // SAFETY: as above.
    unsafe arguments.pPrivateDriverData = resourceDataSize == 0 ? nil : resourceData.address
    arguments.PrivateDriverDataSize = resourceDataSize
    arguments.Rotation = D3DDDI_ROTATION_IDENTITY
    return unsafe infos.withUnsafeMutableBufferPointer { infos in
      unsafe arguments.pOpenAllocationInfo = infos.baseAddress
      return unsafe withUnsafeMutablePointer(to: &arguments) { unsafe body($0) }
    }
  }
}
