import CSystem
import CWDDM
import Foundation
import Testing
import WDDM

/// The measurements of Windows with an existing heap (W-060…W-087), through the C API and with SoftGPU beneath: the
/// baseline, and each change to it.
@Suite(.serialized)
struct StandardAllocationTests {
  /// The measured call; a test bends its parts.
  @safe struct Heap {
    var arguments = D3DKMT_CREATEALLOCATION()
    var standard = D3DKMT_CREATESTANDARDALLOCATION()
    var info = D3DDDI_ALLOCATIONINFO2()
    let memory = Pages(16)

    init(_ client: Client) {
      arguments.hDevice = client.device
      arguments.hGlobalShare = 0x1EE7_0001
      arguments.NumAllocations = 1
      arguments.Flags.ExistingSysMem = 1
      arguments.Flags.StandardAllocation = 1
      arguments.hPrivateRuntimeResourceHandle = StandardAllocationTests.handle(0xCAFE)
      standard.Type = D3DKMT_STANDARDALLOCATIONTYPE_EXISTINGHEAP
      standard.ExistingHeapData.Size = 16 * 4096
      unsafe info.pSystemMem = UnsafeRawPointer(memory.base)
      info.hAllocation = 0x1EE7_0002
    }

    /// CreateAllocation2, after `bend` changed the arguments, in which all pointers stand.
    mutating func run(_ bend: (inout D3DKMT_CREATEALLOCATION) -> Void = { _ in }) -> NTStatus {
      var arguments = arguments
      defer { self.arguments = arguments }
      return unsafe withUnsafeMutablePointer(to: &standard) { standard in
        unsafe withUnsafeMutablePointer(to: &info) { info in
          unsafe arguments.pStandardAllocation = standard
          unsafe arguments.pAllocationInfo2 = info
          bend(&arguments)
          return unsafe NTStatus(rawValue: D3DKMTCreateAllocation2(&arguments))
        }
      }
    }
  }

  static func handle(_ number: Int) -> HANDLE { unsafe HANDLE(UnsafeMutableRawPointer(bitPattern: number)!) }

  /// Expects that the call is refused so, that nothing was written, and that no handle was consumed (U-004).
  private func refuses(
    _ status: NTStatus = .invalidParameter, sourceLocation: SourceLocation = #_sourceLocation,
    _ bend: (inout Heap) -> Void = { _ in }, then: (inout D3DKMT_CREATEALLOCATION) -> Void = { _ in }
  ) throws {
    let client = try Client()
    var heap = Heap(client)
    bend(&heap)
    let before = client.nextHandle
    #expect(heap.run(then) == status, sourceLocation: sourceLocation)
    #expect(heap.info.hAllocation == 0x1EE7_0002, sourceLocation: sourceLocation)
    #expect(heap.arguments.hGlobalShare == 0x1EE7_0001, sourceLocation: sourceLocation)
    #expect(client.nextHandle == before + 0x40, sourceLocation: sourceLocation)
  }

  @Test func theBaselineSucceeds() throws {
    let client = try Client()
    let before = client.nextHandle
    var heap = Heap(client)
    #expect(heap.run() == .success)
    // W-062, W-063, W-083
    #expect(heap.arguments.hGlobalShare == 0 && heap.arguments.hResource == 0)
    #expect(heap.arguments.hPrivateRuntimeResourceHandle == Self.handle(0xCAFE))
    #expect(heap.info.hAllocation == before + 0x40)
    #expect(heap.arguments.PrivateRuntimeDataSize == 0 && heap.arguments.PrivateDriverDataSize == 0)
    #expect(heap.info.PrivateDriverDataSize == 0)
    // The CPU sees its own memory (U-196).
    var lock = D3DKMT_LOCK2()
    lock.hDevice = client.device
    lock.hAllocation = heap.info.hAllocation
    unsafe #expect(D3DKMTLock2(&lock) == 0)
    unsafe #expect(lock.pData == heap.memory.base)
    var unlock = D3DKMT_UNLOCK2(hDevice: client.device, hAllocation: heap.info.hAllocation)
    unsafe #expect(D3DKMTUnlock2(&unlock) == 0)
    #expect(client.destroy([heap.info.hAllocation]) == .success)
    // U-079: it is the caller's still.
    unsafe heap.memory.base.storeBytes(of: 1, as: UInt8.self)
  }

  @Test func theFirstElementFormSucceedsToo() throws {
    let client = try Client()
    var heap = Heap(client)
    var info = D3DDDI_ALLOCATIONINFO()
    unsafe info.pSystemMem = UnsafeRawPointer(heap.memory.base)
    var arguments = heap.arguments
    let status = unsafe withUnsafeMutablePointer(to: &heap.standard) { standard in
      unsafe withUnsafeMutablePointer(to: &info) { info in
        unsafe arguments.pStandardAllocation = standard
        unsafe arguments.pAllocationInfo = info
        return unsafe NTStatus(rawValue: D3DKMTCreateAllocation(&arguments))
      }
    }
    #expect(status == .success)
    #expect(arguments.hGlobalShare == 0 && info.hAllocation != 0)
    #expect(client.destroy([info.hAllocation]) == .success)
  }

  @Test func privateDataOfTheElementAndOfTheRuntimeIsAccepted() throws {
    let client = try Client()
    var heap = Heap(client)
    // U-081, U-086: of what is no primary the source is not looked at.
    heap.info.VidPnSourceId = 0xDEAD
    var data: [UInt8] = [1, 2, 3, 4, 5, 6]
    var runtime: UInt32 = 0x1234
    // W-064, W-065
    heap.info.PrivateDriverDataSize = 6
    heap.arguments.PrivateRuntimeDataSize = 4
    let status = unsafe data.withUnsafeMutableBytes { data in
      unsafe withUnsafeMutablePointer(to: &runtime) { runtime in
        unsafe heap.info.pPrivateDriverData = data.baseAddress
        return heap.run { arguments in unsafe arguments.pPrivateRuntimeData = UnsafeRawPointer(runtime) }
      }
    }
    #expect(status == .success)
    #expect(data == [1, 2, 3, 4, 5, 6])
    #expect(client.destroy([heap.info.hAllocation]) == .success)
  }

  @Test func oneChangeAndItIsRefused() throws {
    // W-060, U-010: a status here, and not a fault (docs/deviations.md).
    let toNull = D3DKMTCreateAllocation2(nil)
    #expect(toNull == NTStatus.invalidParameter.rawValue)
    // W-061, U-009
    var nothing = D3DKMT_CREATEALLOCATION()
    let zeroed = unsafe D3DKMTCreateAllocation2(&nothing)
    #expect(zeroed == NTStatus.invalidParameter.rawValue)
    // W-066, U-068
    try refuses { $0.arguments.PrivateDriverDataSize = 64 }
    // W-067
    try refuses { $0.arguments.hDevice = 0 }
    // W-068
    try refuses(.invalidHandle) { $0.arguments.hResource = 0x1EE7 }
    // W-069, W-072: U-066
    try refuses { $0.arguments.NumAllocations = 0 }
    try refuses(then: { arguments in arguments.NumAllocations = 2 })
    // W-070, U-069
    try refuses { $0.standard.Type = D3DKMT_STANDARDALLOCATIONTYPE(rawValue: 0) }
    // W-071, U-067
    try refuses { heap in unsafe heap.info.pSystemMem = nil }
    try refuses { heap in unsafe heap.info.pSystemMem = UnsafeRawPointer(heap.memory.base + 16) }
    // W-073
    try refuses { $0.standard.ExistingHeapData.Size = 0x1100 }
    try refuses { $0.standard.ExistingHeapData.Size = 0 }
    // W-074, W-075: U-064; the second is what a published sample does (U-365).
    try refuses { $0.arguments.Flags.ExistingSysMem = 0 }
    try refuses { $0.arguments.Flags.StandardAllocation = 0 }
    // W-076
    try refuses { $0.arguments.Flags.CreateShared = 1 }
    // W-077: of two faults the handle's.
    try refuses(.invalidHandle) { heap in
      heap.arguments.hResource = 0x1EE7
      heap.arguments.Flags.CreateResource = 1
    }
    // W-080
    try refuses { heap in
      heap.arguments.Flags.CreateResource = 1
      heap.arguments.NumAllocations = 0
    }
    // W-087
    try refuses { $0.arguments.Flags.OpenCrossAdapter = 1 }
    try refuses { $0.arguments.Flags.CreateProtected = 1 }
    // The description itself: NULL, and unreadable.
    try refuses(then: { arguments in unsafe arguments.pStandardAllocation = nil })
    try refuses(then: { arguments in unsafe arguments.pStandardAllocation = .init(bitPattern: 8) })
    try refuses { $0.standard.Flags.Value = 1 }
  }

  @Test func aResourceIsMadeForItAndNothingIsAdded() throws {
    let client = try Client()
    var heap = Heap(client)
    heap.arguments.Flags.CreateResource = 1
    // W-078
    #expect(heap.run() == .success)
    let resource = heap.arguments.hResource
    #expect(resource != 0 && heap.info.hAllocation == resource + 0x40)
    #expect(heap.arguments.hGlobalShare == 0)
    // W-079, U-031
    var second = Heap(client)
    second.arguments.hResource = resource
    #expect(second.run() == .invalidParameter)
    #expect(second.arguments.hResource == resource)
    var destroy = D3DKMT_DESTROYALLOCATION2()
    destroy.hDevice = client.device
    destroy.hResource = resource
    unsafe #expect(D3DKMTDestroyAllocation2(&destroy) == 0)
  }

  @Test(arguments: [false, true]) func aSharedOneHasAGlobalHandleOrNone(isForNtHandles: Bool) throws {
    let client = try Client()
    var heap = Heap(client)
    heap.arguments.Flags.CreateResource = 1
    heap.arguments.Flags.CreateShared = 1
    heap.arguments.Flags.NtSecuritySharing = isForNtHandles ? 1 : 0
    #expect(heap.run() == .success)
    // W-081, W-082
    if isForNtHandles {
      #expect(heap.arguments.hGlobalShare == 0)
    } else {
      #expect(heap.arguments.hGlobalShare & 0xC000_0000 != 0 && heap.arguments.hGlobalShare & 0x3F == 2)
    }
    // W-085
    var creation = Creation(device: client.device)
    creation.arguments.hResource = heap.arguments.hResource
    #expect(creation.run() == NTStatus.invalidParameter.rawValue)
    var destroy = D3DKMT_DESTROYALLOCATION2()
    destroy.hDevice = client.device
    destroy.hResource = heap.arguments.hResource
    unsafe #expect(D3DKMTDestroyAllocation2(&destroy) == 0)
  }

  @Test func aViewOfAnAllocationIsNoHeap() throws {
    let client = try Client()
    let other = try client.allocate(16 * 4096)
    var lock = D3DKMT_LOCK2()
    lock.hDevice = client.device
    lock.hAllocation = other
    unsafe #expect(D3DKMTLock2(&lock) == 0)
    var heap = Heap(client)
    unsafe heap.info.pSystemMem = UnsafeRawPointer(lock.pData)
    // W-086, U-072
    #expect(heap.run() == .invalidParameter)
    #expect(client.destroy([other]) == .success)
  }

  @Test func memoryThatCanOnlyBeReadNeedsReadOnly() throws {
    let client = try Client()
    var heap = Heap(client)
    heap.memory.protect(PROT_READ)
    defer { heap.memory.protect(PROT_READ | PROT_WRITE) }
    // U-077
    #expect(heap.run() == .invalidParameter)
    heap.arguments.Flags.ReadOnly = 1
    #expect(heap.run() == .success)
    #expect(client.destroy([heap.info.hAllocation]) == .success)
  }

  @Test func aSectionIsADescriptor() throws {
    let client = try Client()
    var file: Int32 = -1
    unsafe try #require(dxgk_memory_create("section", 16 * 4096, &file) == 0)
    var heap = Heap(client)
    heap.arguments.Flags.ExistingSysMem = 0
    heap.arguments.Flags.ExistingSection = 1
    heap.info.hSection = Self.handle(Int(file))
    // U-078
    #expect(heap.run() == .success)
    // The allocation keeps the section alive.
    let other = dup(file)
    close(file)
    var lock = D3DKMT_LOCK2()
    lock.hDevice = client.device
    lock.hAllocation = heap.info.hAllocation
    unsafe #expect(D3DKMTLock2(&lock) == 0)
    unsafe lock.pData.storeBytes(of: 0x5A, toByteOffset: 5000, as: UInt8.self)
    var byte: UInt8 = 0
    unsafe #expect(pread(other, &byte, 1, 5000) == 1)
    #expect(byte == 0x5A)
    #expect(client.destroy([heap.info.hAllocation]) == .success)
    close(other)
    // What is closed is no section.
    #expect(heap.run() == .invalidHandle)
  }

  @Test func withoutADisplayThereIsNoSharedPrimary() throws {
    let client = try Client()
    var arguments = D3DKMT_GETSHAREDPRIMARYHANDLE()
    arguments.hAdapter = client.adapter
    arguments.hSharedPrimary = 0x1EE7
    // U-087
    unsafe #expect(D3DKMTGetSharedPrimaryHandle(&arguments) == 0)
    #expect(arguments.hSharedPrimary == 0)
    arguments.VidPnSourceId = 7
    arguments.hSharedPrimary = 0x1EE7
    unsafe #expect(D3DKMTGetSharedPrimaryHandle(&arguments) == NTStatus.invalidParameter.rawValue)
    #expect(arguments.hSharedPrimary == 0x1EE7)
    arguments = D3DKMT_GETSHAREDPRIMARYHANDLE()
    unsafe #expect(D3DKMTGetSharedPrimaryHandle(&arguments) == NTStatus.invalidParameter.rawValue)
  }
}
