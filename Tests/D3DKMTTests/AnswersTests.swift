import CWDDM
import Testing
import WDDM

/// What the functions write into a caller's structs, and what they leave as it was.
@Suite(.serialized)
struct AnswersTests {
  @Test func anEnumerationWithoutAnArrayTellsHowManyRowsAreEnough() {
    // W-027, U-010
    #expect(D3DKMTEnumAdapters2(nil) == NTStatus.invalidParameter.rawValue)
    var arguments = D3DKMT_ENUMADAPTERS2()
    // W-028, U-013
    unsafe #expect(D3DKMTEnumAdapters2(&arguments) == 0)
    #expect(arguments.NumAdapters == 34)
  }

  @Test func anArrayWithoutRoomIsTooSmallAndIsNotWritten() {
    var row = D3DKMT_ADAPTERINFO()
    row.hAdapter = 0x5555
    let status = unsafe withUnsafeMutablePointer(to: &row) { row in
      var arguments = D3DKMT_ENUMADAPTERS2()
      unsafe arguments.pAdapters = row
      return unsafe D3DKMTEnumAdapters2(&arguments)
    }
    // W-030, U-014: an array of nothing is not the question for the capacity.
    #expect(status == NTStatus.bufferTooSmall.rawValue)
    #expect(row.hAdapter == 0x5555)
  }

  @Test func aNewDeviceHasNoBuffers() throws {
    let client = try Client()
    var arguments = D3DKMT_CREATEDEVICE()
    arguments.hAdapter = client.adapter
    unsafe arguments.pCommandBuffer = UnsafeMutableRawPointer(bitPattern: 0xAAAA)
    arguments.CommandBufferSize = 1
    unsafe arguments.pAllocationList = UnsafeMutablePointer(bitPattern: 0xAAA0)
    arguments.AllocationListSize = 2
    unsafe arguments.pPatchLocationList = UnsafeMutablePointer(bitPattern: 0xAAA0)
    arguments.PatchLocationListSize = 3
    unsafe #expect(D3DKMTCreateDevice(&arguments) == 0)
    // W-034, U-015
    unsafe #expect(arguments.pCommandBuffer == nil && arguments.pAllocationList == nil)
    unsafe #expect(arguments.pPatchLocationList == nil && arguments.PatchLocationListSize == 0)
    #expect(arguments.CommandBufferSize == 0 && arguments.AllocationListSize == 0)
    var destroy = D3DKMT_DESTROYDEVICE(hDevice: arguments.hDevice)
    unsafe #expect(D3DKMTDestroyDevice(&destroy) == 0)
  }

  @Test func eitherVersionDestroysWhatEitherMade() throws {
    let client = try Client()
    // U-105, W-106: the first function made what the second destroys,
    var first = Creation(device: client.device)
    let made = try first.runFirst()
    #expect(client.destroy([made]) == .success)
    // and the other way round; U-103: as if it had no flags.
    let allocation = try client.allocate(4096)
    var destroy = D3DKMT_DESTROYALLOCATION()
    destroy.hDevice = client.device
    destroy.AllocationCount = 1
    let status = unsafe withUnsafePointer(to: allocation) { list in
      unsafe destroy.phAllocationList = list
      return unsafe D3DKMTDestroyAllocation(&destroy)
    }
    #expect(status == 0)
    #expect(client.destroy([allocation]) == .invalidParameter)
  }

  @Test func aResourceIsMadeEmptyAndKeepsItsHandleWhenSomethingIsAdded() throws {
    let client = try Client()
    var empty = D3DKMT_CREATEALLOCATION()
    empty.hDevice = client.device
    empty.Flags.CreateResource = 1
    // U-032: of no allocation, in no list.
    unsafe #expect(D3DKMTCreateAllocation2(&empty) == 0)
    #expect(empty.hResource & 0xC000_0000 != 0)
    var creation = Creation(device: client.device)
    creation.arguments.hResource = empty.hResource
    #expect(creation.run() == 0)
    // U-024, U-027
    #expect(creation.arguments.hResource == empty.hResource)
    var destroy = D3DKMT_DESTROYALLOCATION2()
    destroy.hDevice = client.device
    destroy.hResource = empty.hResource
    unsafe #expect(D3DKMTDestroyAllocation2(&destroy) == 0)
    #expect(client.destroy([creation.info.hAllocation]) == .invalidParameter)
  }

  @Test(arguments: [1, 2]) func besideAResourceTheCountOfAListDoesNotMatter(version: Int) throws {
    let client = try Client()
    var creation = Creation(device: client.device)
    creation.arguments.Flags.CreateResource = 1
    #expect(creation.run() == 0)
    // W-107, U-090, U-374
    if version == 1 {
      var destroy = D3DKMT_DESTROYALLOCATION()
      destroy.hDevice = client.device
      destroy.hResource = creation.arguments.hResource
      destroy.AllocationCount = .max
      unsafe #expect(D3DKMTDestroyAllocation(&destroy) == 0)
    } else {
      var destroy = D3DKMT_DESTROYALLOCATION2()
      destroy.hDevice = client.device
      destroy.hResource = creation.arguments.hResource
      destroy.AllocationCount = .max
      unsafe #expect(D3DKMTDestroyAllocation2(&destroy) == 0)
    }
    #expect(client.destroy([creation.info.hAllocation]) == .invalidParameter)
  }

  @Test(arguments: [0, 1] as [UINT]) func theFlagForZeroedMemoryComesBackAsItWas(zeroed: UINT) throws {
    let client = try Client()
    var creation = Creation(device: client.device)
    creation.arguments.Flags.Zeroed = zeroed
    #expect(creation.run() == 0)
    // U-041: an input, as the page has it.
    #expect(creation.arguments.Flags.Zeroed == zeroed)
    #expect(client.destroy([creation.info.hAllocation]) == .success)
  }

  @Test func whatStoodInTheGlobalHandlesSlotDoesNotMatter() throws {
    let client = try Client()
    var creation = Creation(device: client.device)
    creation.arguments.Flags.CreateResource = 1
    creation.arguments.Flags.CreateShared = 1
    creation.arguments.hGlobalShare = 0x5555_5555
    #expect(creation.run() == 0)
    // U-048
    #expect(creation.arguments.hGlobalShare != 0x5555_5555 && creation.arguments.hGlobalShare & 0x3F == 2)
    var destroy = D3DKMT_DESTROYALLOCATION2()
    destroy.hDevice = client.device
    destroy.hResource = creation.arguments.hResource
    unsafe #expect(D3DKMTDestroyAllocation2(&destroy) == 0)
  }

  @Test func whatIsTheCallersComesBackAsItWas() throws {
    let client = try Client()
    let pages = Pages(1)
    var creation = Creation(device: client.device)
    let token = unsafe HANDLE(rawValue: UnsafeMutableRawPointer(bitPattern: 0x1234_5678)!)
    creation.arguments.hPrivateRuntimeResourceHandle = token
    unsafe creation.info.pSystemMem = UnsafeRawPointer(pages.base)
    #expect(creation.run() == 0)
    // U-035
    #expect(creation.arguments.hPrivateRuntimeResourceHandle == token)
    // U-357
    unsafe #expect(creation.info.pSystemMem == UnsafeRawPointer(pages.base))
    #expect(creation.arguments.PrivateRuntimeDataSize == 0 && creation.arguments.PrivateDriverDataSize == 0)
    #expect(creation.info.PrivateDriverDataSize == UInt32(MemoryLayout<SOFTGPU_ALLOCATION>.size))
    #expect(client.destroy([creation.info.hAllocation]) == .success)
  }
}

extension Creation {
  /// The same with D3DKMTCreateAllocation and its form of the element; answers the allocation.
  fileprivate mutating func runFirst() throws -> D3DKMT_HANDLE {
    var info = D3DDDI_ALLOCATIONINFO()
    info.PrivateDriverDataSize = UInt32(MemoryLayout<SOFTGPU_ALLOCATION>.size)
    var arguments = arguments
    let status = unsafe withUnsafeMutablePointer(to: &data) { data in
      unsafe withUnsafeMutablePointer(to: &info) { info in
        unsafe info.pointee.pPrivateDriverData = UnsafeMutableRawPointer(data)
        unsafe arguments.pAllocationInfo = info
        return unsafe D3DKMTCreateAllocation(&arguments)
      }
    }
    try #require(status == 0)
    return info.hAllocation
  }
}
