import CWDDM
import DDI
import Testing
import WDDM

struct CreateAllocationTests {
  @Test func theDriverSeesTheKernelsCopyOfThePrivateData() throws {
    let scripted = ScriptedMiniport()
    scripted.onCreateAllocation = { args in
      // U-056, U-080, U-355: each blob as long as it came, in memory of the kernel's.
      guard args.privateData.byteCount == 3, args.NumAllocations == 2, args.Flags.Resource == 1 else {
        return .invalidParameter
      }
      args.hResource = HANDLE(bits: 0x5E5)
      var infos = args.mutableInfos
      for index in infos.indices {
        guard infos[index].privateData.byteCount == index + 1 else { return .invalidParameter }
        infos[index].hAllocation = HANDLE(bits: UInt(index + 1) * 0x100)
      }
      return .success
    }
    let session = try Session(scripted)
    var resource: HANDLE?
    let request = try session.create(
      [[1], [2, 3]], isResource: true, resource: &resource, resourceData: [9, 9, 9])
    #expect(request.rows.map { $0.hAllocation?.bits } == [0x100, 0x200])
    #expect(resource?.bits == 0x5E5)
  }

  @Test func absentPrivateDataIsNull() throws {
    let scripted = ScriptedMiniport()
    scripted.onCreateAllocation = { args in
      // U-060, U-354
      guard unsafe args.pPrivateDriverData == nil else { return .invalidParameter }
      var infos = args.mutableInfos
      guard unsafe infos[0].pPrivateDriverData == nil else { return .invalidParameter }
      infos[0].hAllocation = HANDLE(bits: 8)
      return .success
    }
    let session = try Session(scripted)
    _ = try session.create([[]])
  }

  @Test func aResourceWithoutAllocationsIsLegal() throws {
    let scripted = ScriptedMiniport()
    scripted.onCreateAllocation = { args in
      guard args.NumAllocations == 0, unsafe args.pAllocationInfo == nil else { return .invalidParameter }
      args.hResource = HANDLE(bits: 0x77)
      return .success
    }
    let session = try Session(scripted)
    var resource: HANDLE?
    _ = try session.create([], isResource: true, resource: &resource)
    #expect(resource?.bits == 0x77)
  }

  @Test(arguments: [1, 3])
  func aNullHandleIsRefusedAndTheOthersAreDestroyed(count: Int) throws {
    let scripted = ScriptedMiniport()
    scripted.onCreateAllocation = { args in
      var infos = args.mutableInfos
      for index in infos.indices { infos[index].hAllocation = index == 0 ? nil : HANDLE(bits: UInt(index) << 8) }
      return .success
    }
    nonisolated(unsafe) var destroyed: [UInt] = []
    scripted.onDestroyAllocation = { handles, _, _ in
      unsafe destroyed = handles.map(\.bits)
      return .success
    }
    let session = try Session(scripted)
    let refusal = #expect(throws: Refusal.self) {
      _ = try session.create([[UInt8]](repeating: [], count: count))
    }
    #expect(refusal?.status == .invalidParameter)
    #expect(refusal?.rule == "K-071")
    #expect(unsafe destroyed == (1..<count).map { UInt($0) << 8 })
  }

  @Test func aRepeatedHandleIsDestroyedOnceWithTheNewResource() throws {
    let scripted = ScriptedMiniport()
    scripted.onCreateAllocation = { args in
      args.hResource = HANDLE(bits: 0x99)
      var infos = args.mutableInfos
      for index in infos.indices { infos[index].hAllocation = HANDLE(bits: 0x500) }
      return .success
    }
    nonisolated(unsafe) var destroyed: [UInt] = []
    nonisolated(unsafe) var withResource = false
    scripted.onDestroyAllocation = { handles, resource, destroysResource in
      unsafe destroyed = handles.map(\.bits)
      unsafe withResource = destroysResource && resource.bits == 0x99
      return .success
    }
    let session = try Session(scripted)
    var resource: HANDLE?
    let refusal = #expect(throws: Refusal.self) {
      _ = try session.create([[], [], []], isResource: true, resource: &resource)
    }
    #expect(refusal == Refusal(.invalidParameter, "K-071", "pAllocationInfo[].hAllocation", 0x500))
    #expect(unsafe destroyed == [0x500])
    #expect(unsafe withResource)
    #expect(resource == nil)
  }

  @Test func aResourceHandleThatTheDriverReplacedIsKept() throws {
    let scripted = ScriptedMiniport()
    scripted.onCreateAllocation = { args in
      guard args.hResource.bits == 0x10 else { return .invalidParameter }
      args.hResource = HANDLE(bits: 0x20)
      var infos = args.mutableInfos
      infos[0].hAllocation = HANDLE(bits: 1)
      return .success
    }
    let session = try Session(scripted)
    var resource = HANDLE(bits: 0x10)
    _ = try session.create([[]], isResource: true, resource: &resource)
    #expect(resource.bits == 0x20)
  }

  @Test func aDriverThatFailsIsNotAskedToDestroy() throws {
    let scripted = ScriptedMiniport()
    scripted.onCreateAllocation = { args in
      var infos = args.mutableInfos
      infos[0].hAllocation = HANDLE(bits: 1)
      return .noMemory
    }
    let session = try Session(scripted)
    let refusal = #expect(throws: Refusal.self) { _ = try session.create([[], []]) }
    #expect(refusal == Refusal(.noMemory, "K-068", "DxgkDdiCreateAllocation", 0xC000_0017))
    #expect(scripted.log.last == .createAllocation)
  }

  @Test(arguments: [
    (InterfaceVersion.vista, false), (.wddm1_3, false), (.wddm2_9, false), (.wddm3_0, true), (.wddm3_1, true),
  ])
  func flags2CountsFromThreeZeroOn(version: InterfaceVersion, counts: Bool) throws {
    let scripted = ScriptedMiniport()
    scripted.interfaceVersion = version
    scripted.onCreateAllocation = { args in
      var infos = args.mutableInfos
      infos[0].hAllocation = HANDLE(bits: 1)
      infos[0].Flags2.Value = 0xFFFF_FFFF
      infos[0].FlagsWddm2.Value = 0x8005
      infos[0].Size = 4097
      return .success
    }
    let session = try Session(scripted)
    let description = try session.create([[]]).rows[0].description
    #expect(description.sharesBackingStore == counts)
    #expect(description.reservedFlags2 == (counts ? 0xFFFF_FFFE : 0))
    #expect(description.flags.rawValue == 0x8005)
    #expect(description.size == 4097)
  }

  @Test func manyAllocationsArriveInOrder() throws {
    let session = try Session(ScriptedMiniport())
    let request = try session.create([[UInt8]](repeating: [0], count: 1000))
    #expect(Set(request.rows.map { $0.hAllocation?.bits }).count == 1000)
  }
}
