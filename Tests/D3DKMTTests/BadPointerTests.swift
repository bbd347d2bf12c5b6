import CWDDM
import Foundation
import Testing
import WDDM

/// Every function, with argument blocks that cannot be read or cannot be written: STATUS_INVALID_PARAMETER, and nothing
/// changed (U-010, I-033, W-210).
@Suite(.serialized)
struct BadPointerTests {
  /// Every exported function that takes one argument block, and how long that is.
  struct Function: CustomTestStringConvertible, Sendable {
    let name: String
    let size: Int
    let call: @Sendable (UInt) -> NTSTATUS
    var testDescription: String { name }
  }

  static let functions = [
    Function(name: "OpenAdapterFromLuid", size: MemoryLayout<D3DKMT_OPENADAPTERFROMLUID>.size) {
      unsafe D3DKMTOpenAdapterFromLuid(.init(bitPattern: $0))
    },
    Function(name: "OpenAdapterFromHdc", size: MemoryLayout<D3DKMT_OPENADAPTERFROMHDC>.size) {
      unsafe D3DKMTOpenAdapterFromHdc(.init(bitPattern: $0))
    },
    Function(name: "OpenAdapterFromDeviceName", size: MemoryLayout<D3DKMT_OPENADAPTERFROMDEVICENAME>.size) {
      unsafe D3DKMTOpenAdapterFromDeviceName(.init(bitPattern: $0))
    },
    Function(name: "EnumAdapters2", size: MemoryLayout<D3DKMT_ENUMADAPTERS2>.size) {
      unsafe D3DKMTEnumAdapters2(.init(bitPattern: $0))
    },
    Function(name: "EnumAdapters3", size: MemoryLayout<D3DKMT_ENUMADAPTERS3>.size) {
      unsafe D3DKMTEnumAdapters3(.init(bitPattern: $0))
    },
    Function(name: "CloseAdapter", size: MemoryLayout<D3DKMT_CLOSEADAPTER>.size) {
      unsafe D3DKMTCloseAdapter(.init(bitPattern: $0))
    },
    Function(name: "QueryAdapterInfo", size: MemoryLayout<D3DKMT_QUERYADAPTERINFO>.size) {
      unsafe D3DKMTQueryAdapterInfo(.init(bitPattern: $0))
    },
    Function(name: "CreateDevice", size: MemoryLayout<D3DKMT_CREATEDEVICE>.size) {
      unsafe D3DKMTCreateDevice(.init(bitPattern: $0))
    },
    Function(name: "DestroyDevice", size: MemoryLayout<D3DKMT_DESTROYDEVICE>.size) {
      unsafe D3DKMTDestroyDevice(.init(bitPattern: $0))
    },
    Function(name: "GetDeviceState", size: MemoryLayout<D3DKMT_GETDEVICESTATE>.size) {
      unsafe D3DKMTGetDeviceState(.init(bitPattern: $0))
    },
    Function(name: "MarkDeviceAsError", size: MemoryLayout<D3DKMT_MARKDEVICEASERROR>.size) {
      unsafe D3DKMTMarkDeviceAsError(.init(bitPattern: $0))
    },
    Function(name: "GetSharedPrimaryHandle", size: MemoryLayout<D3DKMT_GETSHAREDPRIMARYHANDLE>.size) {
      unsafe D3DKMTGetSharedPrimaryHandle(.init(bitPattern: $0))
    },
    Function(name: "CreateAllocation", size: MemoryLayout<D3DKMT_CREATEALLOCATION>.size) {
      unsafe D3DKMTCreateAllocation(.init(bitPattern: $0))
    },
    Function(name: "CreateAllocation2", size: MemoryLayout<D3DKMT_CREATEALLOCATION>.size) {
      unsafe D3DKMTCreateAllocation2(.init(bitPattern: $0))
    },
    Function(name: "DestroyAllocation", size: MemoryLayout<D3DKMT_DESTROYALLOCATION>.size) {
      unsafe D3DKMTDestroyAllocation(.init(bitPattern: $0))
    },
    Function(name: "DestroyAllocation2", size: MemoryLayout<D3DKMT_DESTROYALLOCATION2>.size) {
      unsafe D3DKMTDestroyAllocation2(.init(bitPattern: $0))
    },
    Function(
      name: "CreateKeyedMutex", size: MemoryLayout<D3DKMT_CREATEKEYEDMUTEX>.size
    ) {
      unsafe D3DKMTCreateKeyedMutex(.init(bitPattern: $0))
    },
    Function(
      name: "CreateKeyedMutex2", size: MemoryLayout<D3DKMT_CREATEKEYEDMUTEX2>.size
    ) {
      unsafe D3DKMTCreateKeyedMutex2(.init(bitPattern: $0))
    },
    Function(
      name: "OpenKeyedMutex", size: MemoryLayout<D3DKMT_OPENKEYEDMUTEX>.size
    ) {
      unsafe D3DKMTOpenKeyedMutex(.init(bitPattern: $0))
    },
    Function(
      name: "OpenKeyedMutex2", size: MemoryLayout<D3DKMT_OPENKEYEDMUTEX2>.size
    ) {
      unsafe D3DKMTOpenKeyedMutex2(.init(bitPattern: $0))
    },
    Function(
      name: "OpenKeyedMutexFromNtHandle", size: MemoryLayout<D3DKMT_OPENKEYEDMUTEXFROMNTHANDLE>.size
    ) {
      unsafe D3DKMTOpenKeyedMutexFromNtHandle(.init(bitPattern: $0))
    },
    Function(
      name: "DestroyKeyedMutex", size: MemoryLayout<D3DKMT_DESTROYKEYEDMUTEX>.size
    ) {
      unsafe D3DKMTDestroyKeyedMutex(.init(bitPattern: $0))
    },
    Function(
      name: "AcquireKeyedMutex", size: MemoryLayout<D3DKMT_ACQUIREKEYEDMUTEX>.size
    ) {
      unsafe D3DKMTAcquireKeyedMutex(.init(bitPattern: $0))
    },
    Function(
      name: "AcquireKeyedMutex2", size: MemoryLayout<D3DKMT_ACQUIREKEYEDMUTEX2>.size
    ) {
      unsafe D3DKMTAcquireKeyedMutex2(.init(bitPattern: $0))
    },
    Function(
      name: "ReleaseKeyedMutex", size: MemoryLayout<D3DKMT_RELEASEKEYEDMUTEX>.size
    ) {
      unsafe D3DKMTReleaseKeyedMutex(.init(bitPattern: $0))
    },
    Function(
      name: "ReleaseKeyedMutex2", size: MemoryLayout<D3DKMT_RELEASEKEYEDMUTEX2>.size
    ) {
      unsafe D3DKMTReleaseKeyedMutex2(.init(bitPattern: $0))
    },
    Function(
      name: "CreateSynchronizationObject", size: MemoryLayout<D3DKMT_CREATESYNCHRONIZATIONOBJECT>.size
    ) {
      unsafe D3DKMTCreateSynchronizationObject(.init(bitPattern: $0))
    },
    Function(
      name: "CreateSynchronizationObject2", size: MemoryLayout<D3DKMT_CREATESYNCHRONIZATIONOBJECT2>.size
    ) {
      unsafe D3DKMTCreateSynchronizationObject2(.init(bitPattern: $0))
    },
    Function(
      name: "OpenSynchronizationObject", size: MemoryLayout<D3DKMT_OPENSYNCHRONIZATIONOBJECT>.size
    ) {
      unsafe D3DKMTOpenSynchronizationObject(.init(bitPattern: $0))
    },
    Function(
      name: "OpenSyncObjectFromNtHandle", size: MemoryLayout<D3DKMT_OPENSYNCOBJECTFROMNTHANDLE>.size
    ) {
      unsafe D3DKMTOpenSyncObjectFromNtHandle(.init(bitPattern: $0))
    },
    Function(
      name: "OpenSyncObjectFromNtHandle2", size: MemoryLayout<D3DKMT_OPENSYNCOBJECTFROMNTHANDLE2>.size
    ) {
      unsafe D3DKMTOpenSyncObjectFromNtHandle2(.init(bitPattern: $0))
    },
    Function(
      name: "OpenSyncObjectNtHandleFromName", size: MemoryLayout<D3DKMT_OPENSYNCOBJECTNTHANDLEFROMNAME>.size
    ) {
      unsafe D3DKMTOpenSyncObjectNtHandleFromName(.init(bitPattern: $0))
    },
    Function(
      name: "DestroySynchronizationObject", size: MemoryLayout<D3DKMT_DESTROYSYNCHRONIZATIONOBJECT>.size
    ) {
      unsafe D3DKMTDestroySynchronizationObject(.init(bitPattern: $0))
    },
    Function(
      name: "WaitForSynchronizationObjectFromCpu", size: MemoryLayout<D3DKMT_WAITFORSYNCHRONIZATIONOBJECTFROMCPU>.size
    ) {
      unsafe D3DKMTWaitForSynchronizationObjectFromCpu(.init(bitPattern: $0))
    },
    Function(
      name: "SignalSynchronizationObjectFromCpu", size: MemoryLayout<D3DKMT_SIGNALSYNCHRONIZATIONOBJECTFROMCPU>.size
    ) {
      unsafe D3DKMTSignalSynchronizationObjectFromCpu(.init(bitPattern: $0))
    },
    Function(name: "Lock2", size: MemoryLayout<D3DKMT_LOCK2>.size) { unsafe D3DKMTLock2(.init(bitPattern: $0)) },
    Function(name: "QueryResourceInfo", size: MemoryLayout<D3DKMT_QUERYRESOURCEINFO>.size) {
      unsafe D3DKMTQueryResourceInfo(.init(bitPattern: $0))
    },
    Function(
      name: "QueryResourceInfoFromNtHandle", size: MemoryLayout<D3DKMT_QUERYRESOURCEINFOFROMNTHANDLE>.size
    ) { unsafe D3DKMTQueryResourceInfoFromNtHandle(.init(bitPattern: $0)) },
    Function(name: "OpenResource", size: MemoryLayout<D3DKMT_OPENRESOURCE>.size) {
      unsafe D3DKMTOpenResource(.init(bitPattern: $0))
    },
    Function(name: "OpenResource2", size: MemoryLayout<D3DKMT_OPENRESOURCE>.size) {
      unsafe D3DKMTOpenResource2(.init(bitPattern: $0))
    },
    Function(name: "OpenResourceFromNtHandle", size: MemoryLayout<D3DKMT_OPENRESOURCEFROMNTHANDLE>.size) {
      unsafe D3DKMTOpenResourceFromNtHandle(.init(bitPattern: $0))
    },
    Function(name: "OpenNtHandleFromName", size: MemoryLayout<D3DKMT_OPENNTHANDLEFROMNAME>.size) {
      unsafe D3DKMTOpenNtHandleFromName(.init(bitPattern: $0))
    },
    Function(name: "Unlock2", size: MemoryLayout<D3DKMT_UNLOCK2>.size) {
      unsafe D3DKMTUnlock2(.init(bitPattern: $0))
    },
    Function(name: "Lock", size: MemoryLayout<D3DKMT_LOCK>.size) { unsafe D3DKMTLock(.init(bitPattern: $0)) },
    Function(name: "Unlock", size: MemoryLayout<D3DKMT_UNLOCK>.size) { unsafe D3DKMTUnlock(.init(bitPattern: $0)) },
    Function(name: "SetAllocationPriority", size: MemoryLayout<D3DKMT_SETALLOCATIONPRIORITY>.size) {
      unsafe D3DKMTSetAllocationPriority(.init(bitPattern: $0))
    },
    Function(name: "GetAllocationPriority", size: MemoryLayout<D3DKMT_GETALLOCATIONPRIORITY>.size) {
      unsafe D3DKMTGetAllocationPriority(.init(bitPattern: $0))
    },
    Function(name: "Escape", size: MemoryLayout<D3DKMT_ESCAPE>.size) {  // W-046
      unsafe D3DKMTEscape(.init(bitPattern: $0))
    },
  ]

  @Test func aClientThatIsAloneCountsHandlesThatNobodyElseMoves() throws {
    try Client.alone { client in
      let before = client.nextHandle
      // What another suite may do at any moment.
      let beside = Thread { for _ in 0..<100 { _ = try? Client() } }
      beside.start()
      while !beside.isFinished {}
      #expect(client.nextHandle == before + 0x40)
    }
  }

  @Test(arguments: functions, badAddresses)
  func aBlockThatCannotBeReadIsRefused(function: Function, address: UInt) throws {
    try Client.alone { client in
      let before = client.nextHandle
      // U-010, and NULL among the addresses: W-027, W-180, W-183, W-210.
      #expect(
        function.call(address) == NTStatus.invalidParameter.rawValue,
        "\(function.name) with its block at 0x\(String(address, radix: 16))")
      #expect(
        client.nextHandle == before + 0x40,
        "\(function.name) at 0x\(String(address, radix: 16)): a refused call consumes no handle (U-004)")
    }
  }

  @Test(arguments: functions)
  func aBlockThatReachesIntoAnUnmappedPageIsRefused(function: Function) throws {
    let pages = Pages(1)
    #expect(function.call(pages.address(function.size - 1)) == NTStatus.invalidParameter.rawValue)
  }

  @Test(arguments: functions)
  func aZeroedBlockIsRefusedWithoutASign(function: Function) throws {
    // U-009. An enumeration without an array asks for the count, destroying nothing on no device is refused, a keyed
    // mutex needs nothing, and an NT handle that is NULL is invalid before it is a bad parameter (W-244).
    let pages = Pages(1)
    let status = function.call(pages.address(function.size))
    if function.name.hasPrefix("EnumAdapters") {
      #expect(status == 0)
    } else if function.name.hasPrefix("CreateKeyedMutex") {
      #expect(status == 0)
      let handle = unsafe pages.end(function.size).load(fromByteOffset: 12, as: D3DKMT_HANDLE.self)
      var destroy = D3DKMT_DESTROYKEYEDMUTEX(hKeyedMutex: handle)
      unsafe #expect(D3DKMTDestroyKeyedMutex(&destroy) == 0)
    } else if ["OpenKeyedMutexFromNtHandle", "OpenSyncObjectFromNtHandle"].contains(function.name) {
      #expect(status == NTStatus.invalidHandle.rawValue)
      #expect(pages.isZero(function.size))
    } else {
      #expect(status == NTStatus.invalidParameter.rawValue)
      #expect(pages.isZero(function.size))
    }
  }

  @Test func aBlockThatCannotBeWrittenIsRefusedBeforeAnythingIsDone() throws {
    try Client.alone { client in
      let before = client.nextHandle
      let pages = Pages(1)
      let block = unsafe pages.base.bindMemory(to: D3DKMT_CREATEDEVICE.self, capacity: 1)
      unsafe block.pointee = D3DKMT_CREATEDEVICE()
      unsafe block.pointee.hAdapter = client.adapter
      pages.protect(PROT_READ)
      unsafe #expect(D3DKMTCreateDevice(block) == NTStatus.invalidParameter.rawValue)
      pages.protect(PROT_READ | PROT_WRITE)
      #expect(client.nextHandle == before + 0x40, "no device was made and lost")
    }
  }

  @Test func aCreationWhoseAnswerCannotBeWrittenCreatesNothing() throws {
    try Client.alone { client in
      let before = client.nextHandle
      let pages = Pages(1)
      var creation = Creation(device: client.device)
      // The element itself, on a page that can only be read.
      let status = unsafe creation.run { arguments, info in
        unsafe pages.base.storeBytes(of: info.pointee, as: D3DDDI_ALLOCATIONINFO2.self)
        pages.protect(PROT_READ)
        unsafe arguments.pAllocationInfo2 = pages.base.assumingMemoryBound(to: D3DDDI_ALLOCATIONINFO2.self)
      }
      #expect(status == NTStatus.invalidParameter.rawValue)
      pages.protect(PROT_READ | PROT_WRITE)
      // Its private data there.
      let data = creation.data
      let second = unsafe creation.run { _, info in
        unsafe pages.base.storeBytes(of: data, as: SOFTGPU_ALLOCATION.self)
        pages.protect(PROT_READ)
        unsafe info.pointee.pPrivateDriverData = pages.base
      }
      #expect(second == NTStatus.invalidParameter.rawValue)
      #expect(creation.info.hAllocation == 0)
      #expect(client.nextHandle == before + 0x40, "a refused call consumes no handle (U-004)")
    }
  }

  @Test(arguments: badAddresses)
  func anArrayThatCannotBeReadIsRefused(address: UInt) throws {
    try Client.alone { client in
      let before = client.nextHandle
      var creation = Creation(device: client.device)
      let status = unsafe creation.run { arguments, _ in
        unsafe arguments.pAllocationInfo2 = UnsafeMutablePointer(bitPattern: address)
      }
      #expect(status == NTStatus.invalidParameter.rawValue)

      var destroy = D3DKMT_DESTROYALLOCATION2()
      destroy.hDevice = client.device
      destroy.AllocationCount = 1
      unsafe destroy.phAllocationList = UnsafePointer(bitPattern: address)
      unsafe #expect(D3DKMTDestroyAllocation2(&destroy) == NTStatus.invalidParameter.rawValue)
      #expect(client.nextHandle == before + 0x40, "a refused call consumes no handle (U-004)")
    }
  }

  /// U-056: NULL with a size too.
  @Test(arguments: badAddresses)
  func privateDataThatCannotBeReadIsRefused(address: UInt) throws {
    try Client.alone { client in
      let before = client.nextHandle
      let bad = unsafe UnsafeMutableRawPointer(bitPattern: address)
      var element = Creation(device: client.device)
      let first = unsafe element.run { _, info in unsafe info.pointee.pPrivateDriverData = unsafe bad }
      #expect(first == NTStatus.invalidParameter.rawValue)
      var runtime = Creation(device: client.device)
      runtime.arguments.PrivateRuntimeDataSize = 16
      let second = unsafe runtime.run { arguments, _ in unsafe arguments.pPrivateRuntimeData = .init(bad) }
      #expect(second == NTStatus.invalidParameter.rawValue)
      var resource = Creation(device: client.device)
      resource.arguments.PrivateDriverDataSize = 16
      let third = unsafe resource.run { arguments, _ in unsafe arguments.pPrivateDriverData = .init(bad) }
      #expect(third == NTStatus.invalidParameter.rawValue)
      #expect(client.nextHandle == before + 0x40, "a refused call consumes no handle (U-004)")
    }
  }

  @Test(arguments: [1025, 0x7FFF_FFFF, 0xFFFF_FFFF] as [UInt32])
  func aCountOverTheLimitIsRefusedBeforeTheArrayIsLookedAt(count: UInt32) throws {
    let client = try Client()
    var creation = Creation(device: client.device)
    creation.arguments.NumAllocations = count
    #expect(creation.run() == NTStatus.invalidParameter.rawValue)
    var destroy = D3DKMT_DESTROYALLOCATION2()
    destroy.hDevice = client.device
    destroy.AllocationCount = count
    unsafe destroy.phAllocationList = UnsafePointer(bitPattern: 8)
    unsafe #expect(D3DKMTDestroyAllocation2(&destroy) == NTStatus.invalidParameter.rawValue)
  }

  @Test func aSizeOfPrivateDataOverTheLimitIsRefusedBeforeItIsLookedAt() throws {
    let client = try Client()
    for size in [1 << 20 + 1, UInt32.max] as [UInt32] {
      var creation = Creation(device: client.device)
      creation.info.PrivateDriverDataSize = size
      #expect(creation.run() == NTStatus.invalidParameter.rawValue)
      var runtime = Creation(device: client.device)
      runtime.arguments.PrivateRuntimeDataSize = size
      let status = unsafe runtime.run { arguments, _ in unsafe arguments.pPrivateRuntimeData = .init(bitPattern: 8) }
      #expect(status == NTStatus.invalidParameter.rawValue)
    }
  }

  @Test func anEnumerationWritesNothingIntoAnArrayThatIsTooSmall() throws {
    var arguments = D3DKMT_ENUMADAPTERS2()
    var row = D3DKMT_ADAPTERINFO()
    row.hAdapter = 0x1234
    let status = unsafe withUnsafeMutablePointer(to: &row) { row in
      unsafe arguments.pAdapters = row
      return unsafe D3DKMTEnumAdapters2(&arguments)
    }
    #expect(status == NTStatus.bufferTooSmall.rawValue)
    #expect(row.hAdapter == 0x1234)
    #expect(arguments.NumAdapters == 0)
  }
}
