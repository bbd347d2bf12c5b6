import CWDDM
import Foundation
import Testing
import WDDM

/// Lock, priorities and escapes through the C API, with the reference driver.
@Suite(.serialized)
struct AccessTests {
  private func lock(
    _ client: Client, _ allocation: UInt32, flags: UInt32 = 0, pages: [UInt32]? = nil
  ) -> (status: NTStatus, address: UInt) {
    var lock = D3DKMT_LOCK()
    lock.hDevice = client.device
    lock.hAllocation = allocation
    lock.Flags.Value = flags
    lock.NumPages = UInt32(pages?.count ?? 0)
    let status = unsafe (pages ?? []).withUnsafeBufferPointer { list in
      unsafe lock.pPages = pages == nil ? nil : list.baseAddress
      return unsafe D3DKMTLock(&lock)
    }
    #expect(lock.hAllocation == allocation)
    return unsafe (NTStatus(rawValue: status), UInt(bitPattern: lock.pData))
  }

  private func unlock(_ client: Client, _ list: [UInt32]) -> NTStatus {
    var unlock = D3DKMT_UNLOCK()
    unlock.hDevice = client.device
    unlock.NumAllocations = UInt32(list.count)
    return unsafe list.withUnsafeBufferPointer { list in
      unsafe unlock.phAllocations = list.baseAddress
      return unsafe NTStatus(rawValue: D3DKMTUnlock(&unlock))
    }
  }

  @Test func whatIsWrittenThroughOneLockIsReadThroughAnother() throws {
    try asOwnProcess { client in
      let allocation = try client.allocate(4 * 4096)
      let whole = lock(client, allocation, flags: 1 << 4)  // LockEntire
      #expect(whole.status == .success)
      let last = lock(client, allocation, pages: [3])
      #expect(last.status == .success && last.address == whole.address + 3 * 4096)
      let found = unsafe UnsafeMutablePointer<UInt8>(bitPattern: whole.address)
      let bytes = unsafe try #require(found)
      unsafe bytes[3 * 4096] = 0x5A
      unsafe #expect(UnsafePointer<UInt8>(bitPattern: last.address)?.pointee == 0x5A)
      #expect(unlock(client, [allocation, allocation]) == .success)
      #expect(unlock(client, [allocation]) == .invalidParameter, "U-182")
      #expect(client.destroy([allocation]) == .success)
    }
  }

  @Test func aListOfPagesIsCheckedBeforeItIsRead() throws {
    try asOwnProcess { client in
      let allocation = try client.allocate(4096)
      #expect(lock(client, allocation, flags: 1 << 4, pages: [0]).status == .invalidParameter, "U-169")
      #expect(lock(client, allocation, pages: [1]).status == .invalidParameter, "W-287")
      var arguments = D3DKMT_LOCK()
      arguments.hDevice = client.device
      arguments.hAllocation = allocation
      arguments.NumPages = 1
      unsafe #expect(D3DKMTLock(&arguments) == NTStatus.invalidParameter.rawValue, "no list")
      unsafe arguments.pPages = UnsafePointer(bitPattern: 8)
      unsafe #expect(D3DKMTLock(&arguments) == NTStatus.invalidParameter.rawValue, "a bad list")
      arguments.NumPages = .max
      unsafe #expect(D3DKMTLock(&arguments) == NTStatus.invalidParameter.rawValue, "a list that no frame holds")
      #expect(unlock(client, [allocation]) == .invalidParameter)
    }
  }

  @Test func anAddressThatCannotBeWrittenLeavesNothingLocked() throws {
    try asOwnProcess { client in
      let allocation = try client.allocate(4096)
      let pages = Pages(1)
      let block = unsafe pages.base.bindMemory(to: D3DKMT_LOCK.self, capacity: 1)
      unsafe block.pointee = D3DKMT_LOCK()
      unsafe block.pointee.hDevice = client.device
      unsafe block.pointee.hAllocation = allocation
      pages.protect(PROT_READ)
      unsafe #expect(D3DKMTLock(block) == NTStatus.invalidParameter.rawValue)
      pages.protect(PROT_READ | PROT_WRITE)
      #expect(unlock(client, [allocation]) == .invalidParameter)
    }
  }

  // MARK: Priorities

  @Test func prioritiesAreSetAndTold() throws {  // U-244, W-285
    try asOwnProcess { client in
      let list = try [client.allocate(4096), client.allocate(4096)]
      var set = D3DKMT_SETALLOCATIONPRIORITY()
      set.hDevice = client.device
      set.AllocationCount = 2
      var get = D3DKMT_GETALLOCATIONPRIORITY()
      get.hDevice = client.device
      get.AllocationCount = 2
      let values: [UInt32] = [0xC800_0000, 0x2800_0000]
      var told: [UInt32] = [1, 1]
      unsafe list.withUnsafeBufferPointer { list in
        unsafe set.phAllocationList = list.baseAddress
        unsafe get.phAllocationList = list.baseAddress
        unsafe #expect(D3DKMTSetAllocationPriority(&set) == NTStatus.invalidParameter.rawValue, "no priorities")
        unsafe #expect(D3DKMTGetAllocationPriority(&get) == NTStatus.invalidParameter.rawValue, "nowhere to go")
        unsafe values.withUnsafeBufferPointer { values in
          unsafe set.pPriorities = values.baseAddress
          unsafe #expect(D3DKMTSetAllocationPriority(&set) == 0)
        }
        unsafe told.withUnsafeMutableBufferPointer { told in
          unsafe get.pPriorities = told.baseAddress
          unsafe #expect(D3DKMTGetAllocationPriority(&get) == 0)
        }
      }
      #expect(told == values)
      for bad in [8, 0x0000_7FFF_FFFF_F000] as [UInt] {
        unsafe set.phAllocationList = UnsafePointer(bitPattern: bad)
        unsafe #expect(D3DKMTSetAllocationPriority(&set) == NTStatus.invalidParameter.rawValue)
      }
      set.AllocationCount = 1025
      unsafe #expect(D3DKMTSetAllocationPriority(&set) == NTStatus.invalidParameter.rawValue, "U-033")
    }
  }

  @Test func aResourceHasOnePriority() throws {  // U-240, U-244
    try asOwnProcess { client in
      var creation = Creation(device: client.device)
      creation.arguments.Flags.CreateResource = 1
      #expect(creation.run() == 0)
      var priorities: [UInt32] = [0xA000_0000]
      var set = D3DKMT_SETALLOCATIONPRIORITY()
      set.hDevice = client.device
      set.hResource = creation.arguments.hResource
      var get = D3DKMT_GETALLOCATIONPRIORITY()
      get.hDevice = client.device
      get.hResource = creation.arguments.hResource
      unsafe priorities.withUnsafeMutableBufferPointer { list in
        unsafe set.pPriorities = UnsafePointer(list.baseAddress)
        unsafe get.pPriorities = list.baseAddress
        unsafe #expect(D3DKMTSetAllocationPriority(&set) == 0)
        unsafe list[0] = 0
        unsafe #expect(D3DKMTGetAllocationPriority(&get) == 0)
        set.AllocationCount = 1
        unsafe #expect(D3DKMTSetAllocationPriority(&set) == NTStatus.invalidParameter.rawValue, "U-240")
      }
      #expect(priorities == [0xA000_0000])
    }
  }

  // MARK: Escapes

  private func escape(
    _ client: Client, _ question: inout SOFTGPU_ESCAPE, withDevice: Bool = true,
    size: Int = MemoryLayout<SOFTGPU_ESCAPE>.size
  ) -> NTStatus {
    var arguments = D3DKMT_ESCAPE()
    arguments.hAdapter = client.adapter
    arguments.hDevice = withDevice ? client.device : 0
    arguments.PrivateDriverDataSize = UInt32(size)
    return unsafe withUnsafeMutablePointer(to: &question) { question in
      unsafe arguments.pPrivateDriverData = UnsafeMutableRawPointer(question)
      return unsafe NTStatus(rawValue: D3DKMTEscape(&arguments))
    }
  }

  @Test func theDriverDescribesWhatAHandleStandsFor() throws {  // U-362
    try asOwnProcess { client in
      var creation = Creation(device: client.device, size: 0)
      creation.arguments.Flags.CreateResource = 1
      creation.data.Width = 100
      creation.data.Height = 10
      creation.data.Format = 21
      #expect(creation.run() == 0)
      var question = SOFTGPU_ESCAPE(SOFTGPU_ESCAPE_DESCRIBEALLOCATION, creation.info.hAllocation)
      #expect(escape(client, &question) == .success)
      #expect(question.Resource == creation.arguments.hResource)
      #expect(question.Width == 100 && question.Height == 10 && question.Format == 21)
      #expect(question.Size == creation.data.Size && question.Pitch == creation.data.Pitch)
      question = SOFTGPU_ESCAPE(SOFTGPU_ESCAPE_DESCRIBERESOURCE, creation.arguments.hResource)
      #expect(escape(client, &question, withDevice: false) == .success)
      #expect(question.Allocations == 1 && question.Size == creation.data.Size)
    }
  }

  @Test func theDriverAddsUpWhatTheProgramWrote() throws {
    try asOwnProcess { client in
      var creation = Creation(device: client.device, size: 8192, flags: 1 | 8)  // CpuVisible, ShareBackingStore
      creation.arguments.Flags.CreateResource = 1
      creation.arguments.Flags.CreateShared = 1
      #expect(creation.run() == 0)
      let (status, address) = lock(client, creation.info.hAllocation)
      #expect(status == .success)
      let found = unsafe UnsafeMutablePointer<UInt32>(bitPattern: address)
      let words = unsafe try #require(found)
      for index in 0..<2048 { unsafe words[index] = UInt32(index) }
      var question = SOFTGPU_ESCAPE(SOFTGPU_ESCAPE_SUMALLOCATION, creation.info.hAllocation)
      #expect(escape(client, &question) == .success)
      #expect(question.Sum == 2047 * 2048 / 2)
      // One whose backing store the driver was not given.
      question = SOFTGPU_ESCAPE(SOFTGPU_ESCAPE_SUMALLOCATION, try client.allocate(4096))
      #expect(escape(client, &question) == .notSupported)
    }
  }

  @Test(arguments: [SOFTGPU_ESCAPE_DESCRIBEALLOCATION, SOFTGPU_ESCAPE_DESCRIBERESOURCE, SOFTGPU_ESCAPE_SUMALLOCATION])
  func aHandleThatIsNotWhatItIsSaidToBeIsRefused(command: Int32) throws {  // A34…A38, K-201
    let (own, other) = try (makeProcess(), makeProcess())
    defer {
      _ = DxgCtlExitProcess(own)
      _ = DxgCtlExitProcess(other)
    }
    try inProcess(other) {
      let stranger = try Client()
      // As many as to have values that the first process has not come to.
      let elsewhere = try (0..<64).map { _ in try stranger.allocate(4096) }.last ?? 0
      try inProcess(own) { try refuseEveryForeignHandle(command, elsewhere) }
      withExtendedLifetime(stranger) {}
    }
  }

  private func refuseEveryForeignHandle(_ command: Int32, _ elsewhere: UInt32) throws {
    let client = try Client()
    var creation = Creation(device: client.device)
    creation.arguments.Flags.CreateResource = 1
    #expect(creation.run() == 0)
    let stale = try client.allocate(4096)
    #expect(client.destroy([stale]) == .success)
    let isOfResource = command == SOFTGPU_ESCAPE_DESCRIBERESOURCE
    let ofOtherKind = isOfResource ? creation.info.hAllocation : creation.arguments.hResource
    for handle in [0, stale, ofOtherKind, client.device, client.adapter, elsewhere, .max] {
      var question = SOFTGPU_ESCAPE(command, handle)
      #expect(escape(client, &question) == .invalidHandle, "0x\(String(handle, radix: 16))")
      #expect(question.Size == 0 && question.Resource == 0)
    }
    // Another device of the same process: found, and refused where the device counts.
    let neighbour = try Client()
    var there = Creation(device: neighbour.device)
    there.arguments.Flags.CreateResource = 1
    #expect(there.run() == 0)
    var question = SOFTGPU_ESCAPE(command, isOfResource ? there.arguments.hResource : there.info.hAllocation)
    #expect(escape(client, &question) == .invalidParameter)
  }

  /// Runs `body` with a client that is alone in a process of the kernel: other tests count the handles of the program.
  private func asOwnProcess(_ body: (Client) throws -> Void) throws {
    let process = try makeProcess()
    defer { _ = DxgCtlExitProcess(process) }
    try inProcess(process) { try body(Client()) }
  }

  private func makeProcess() throws -> DXGCTL_PROCESS {
    var process: DXGCTL_PROCESS = 0
    try #require(unsafe DxgCtlCreateProcess(&process) >= 0)
    return process
  }

  /// Runs `body` with this thread's calls those of that process.
  private func inProcess(_ process: DXGCTL_PROCESS, _ body: () throws -> Void) throws {
    var previous: DXGCTL_PROCESS = 0
    try #require(unsafe DxgCtlEnterProcess(process, &previous) >= 0)
    defer { _ = DxgCtlEnterProcess(previous, nil) }
    try body()
  }

  @Test func questionsThatAreNoneAreRefused() throws {
    try asOwnProcess { client in
      let allocation = try client.allocate(4096)
      func refused(_ change: (inout SOFTGPU_ESCAPE) -> Void) {
        var question = SOFTGPU_ESCAPE(SOFTGPU_ESCAPE_DESCRIBEALLOCATION, allocation)
        change(&question)
        #expect(escape(client, &question) == .invalidParameter)
      }
      refused { $0.Magic = 0 }
      refused { $0.Version = 2 }
      refused { $0.Command = 0 }
      refused { $0.Command = .max }
      var question = SOFTGPU_ESCAPE(SOFTGPU_ESCAPE_DESCRIBEALLOCATION, allocation)
      for size in [0, 1, 55] { #expect(escape(client, &question, size: size) == .invalidParameter) }
      #expect(escape(client, &question, size: (1 << 20) + 1) == .invalidParameter, "D-004")
    }
  }

  @Test func typesThatAreWindowsOwnAreNotSupported() throws {
    try asOwnProcess { client in
      var arguments = D3DKMT_ESCAPE()
      arguments.hAdapter = client.adapter
      arguments.Type = D3DKMT_ESCAPE_VIDMM
      unsafe #expect(D3DKMTEscape(&arguments) == NTStatus.notSupported.rawValue)
    }
  }
}

extension SOFTGPU_ESCAPE {
  fileprivate init(_ command: Int32, _ handle: UInt32) {
    self.init()
    Magic = UInt32(SOFTGPU_ESCAPE_MAGIC)
    Version = UInt32(SOFTGPU_ESCAPE_VERSION)
    Command = UInt32(command)
    Handle = handle
  }
}
