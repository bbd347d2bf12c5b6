import CSystem
import CWDDM
import Foundation
import Testing
import WDDM

/// The way of an allocation through the C API.
@Suite(.serialized)
struct ExportsTests {
  @Test func anAllocationIsCreatedLockedWrittenReadAndDestroyed() throws {
    let client = try Client()
    let allocation = try client.allocate(64 << 10)
    var lock = D3DKMT_LOCK2()
    lock.hDevice = client.device
    lock.hAllocation = allocation
    unsafe #expect(D3DKMTLock2(&lock) == 0)
    let bytes = unsafe UnsafeMutableRawBufferPointer(start: lock.pData, count: 64 << 10)
    // I-059
    unsafe #expect(bytes.allSatisfy { $0 == 0 }, "fresh memory reads zero (U-042)")
    for index in bytes.indices { unsafe bytes[index] = UInt8(truncatingIfNeeded: index) }
    var again = D3DKMT_LOCK2()
    again.hDevice = client.device
    again.hAllocation = allocation
    unsafe #expect(D3DKMTLock2(&again) == 0)
    unsafe #expect(again.pData == lock.pData, "locks nest at one address (U-194)")
    var unlock = D3DKMT_UNLOCK2(hDevice: client.device, hAllocation: allocation)
    unsafe #expect(D3DKMTUnlock2(&unlock) == 0)
    unsafe #expect(D3DKMTUnlock2(&unlock) == 0)
    unsafe #expect(D3DKMTUnlock2(&unlock) == NTStatus.invalidParameter.rawValue)
    #expect(client.destroy([allocation]) == .success)
    #expect(client.destroy([allocation]) == .invalidParameter)
  }

  @Test func anAllocationThatIsOnlyReadIsSeenForReading() throws {
    // U-053
    let client = try Client()
    var creation = Creation(device: client.device)
    creation.arguments.Flags.ReadOnly = 1
    try #require(creation.run() == 0)
    var lock = D3DKMT_LOCK2()
    lock.hDevice = client.device
    lock.hAllocation = creation.info.hAllocation
    unsafe #expect(D3DKMTLock2(&lock) == 0)
    let bytes = unsafe UnsafeMutableRawBufferPointer(start: lock.pData, count: 4096)
    unsafe #expect(bytes.allSatisfy { $0 == 0 })
    unsafe #expect(dxgk_copy_probe(lock.pData, 4096) != 0, "a write is a fault")
    #expect(client.destroy([creation.info.hAllocation]) == .success)
  }

  @Test func theDriverAnswersInThePrivateData() throws {
    let client = try Client()
    var creation = Creation(device: client.device, size: 0)
    creation.data.Width = 100
    creation.data.Height = 10
    creation.data.Format = 21  // D3DDDIFMT_A8R8G8B8
    #expect(creation.run() == 0)
    #expect(creation.data.Pitch >= 400 && creation.data.Size == UInt64(creation.data.Pitch) * 10, "U-057")
    #expect(client.destroy([creation.info.hAllocation]) == .success)
  }

  @Test func aFailedCreationLeavesTheCallersMemoryAlone() throws {
    let client = try Client()
    var creation = Creation(device: client.device, size: 5000)
    creation.data.Magic = 1
    creation.info.hAllocation = 0xAAAA
    creation.arguments.hGlobalShare = 0xBBBB
    #expect(creation.run() == NTStatus.graphicsDriverMismatch.rawValue)
    #expect(creation.data.Size == 5000)
    // U-371
    #expect(creation.info.hAllocation == 0xAAAA)
    #expect(creation.arguments.hGlobalShare == 0xBBBB)
  }

  @Test func bothElementFormsMakeTheSameAllocation() throws {
    let client = try Client()
    // U-018: three of 40 bytes each, which the larger form would not find.
    #expect(MemoryLayout<D3DDDI_ALLOCATIONINFO>.stride == 40 && MemoryLayout<D3DDDI_ALLOCATIONINFO2>.stride == 96)
    var data = [SOFTGPU_ALLOCATION](repeating: Creation(device: client.device).data, count: 3)
    var infos = [D3DDDI_ALLOCATIONINFO](repeating: D3DDDI_ALLOCATIONINFO(), count: 3)
    var arguments = D3DKMT_CREATEALLOCATION()
    arguments.hDevice = client.device
    arguments.NumAllocations = 3
    arguments.hGlobalShare = 0x55
    let status = unsafe data.withUnsafeMutableBufferPointer { data in
      unsafe infos.withUnsafeMutableBufferPointer { infos in
        for index in 0..<3 {
          unsafe data[index].Size = UInt64(index + 1) * 4096
          unsafe infos[index].pPrivateDriverData = UnsafeMutableRawPointer(data.baseAddress! + index)
          unsafe infos[index].PrivateDriverDataSize = UInt32(MemoryLayout<SOFTGPU_ALLOCATION>.size)
        }
        unsafe arguments.pAllocationInfo = infos.baseAddress
        return unsafe D3DKMTCreateAllocation(&arguments)
      }
    }
    #expect(status == 0)
    #expect(arguments.hGlobalShare == 0, "written even if nothing is shared (U-047)")
    // U-019
    let handles = infos.map(\.hAllocation)
    #expect(handles.allSatisfy { $0 & 0xC000_0000 != 0 && $0 & 0x3F == 0 } && Set(handles).count == 3)
    #expect(data.map(\.Size) == [4096, 8192, 12288])
    var destroy = D3DKMT_DESTROYALLOCATION()
    destroy.hDevice = client.device
    destroy.AllocationCount = 3
    let destroyed = unsafe handles.withUnsafeBufferPointer { list in
      unsafe destroy.phAllocationList = list.baseAddress
      return unsafe D3DKMTDestroyAllocation(&destroy)
    }
    #expect(destroyed == 0)
  }

  @Test func aResourceOfManyIsCreatedAndDestroyedAsOne() throws {
    let client = try Client()
    let count = 300
    var data = [SOFTGPU_ALLOCATION](repeating: Creation(device: 0).data, count: count)
    var infos = [D3DDDI_ALLOCATIONINFO2](repeating: D3DDDI_ALLOCATIONINFO2(), count: count)
    var arguments = D3DKMT_CREATEALLOCATION()
    arguments.hDevice = client.device
    arguments.NumAllocations = UInt32(count)
    arguments.Flags.CreateResource = 1
    let status = unsafe data.withUnsafeMutableBufferPointer { data in
      unsafe infos.withUnsafeMutableBufferPointer { infos in
        for index in 0..<count {
          unsafe data[index].Size = UInt64(index + 1) * 4096
          unsafe infos[index].pPrivateDriverData = UnsafeMutableRawPointer(data.baseAddress! + index)
          unsafe infos[index].PrivateDriverDataSize = UInt32(MemoryLayout<SOFTGPU_ALLOCATION>.size)
        }
        unsafe arguments.pAllocationInfo2 = infos.baseAddress
        return unsafe D3DKMTCreateAllocation2(&arguments)
      }
    }
    #expect(status == 0)
    #expect(arguments.hResource != 0)
    #expect(infos[0].hAllocation == arguments.hResource + 0x40, "the resource's handle comes first (U-025)")
    #expect(Set(infos.map(\.hAllocation)).count == count)
    var destroy = D3DKMT_DESTROYALLOCATION2()
    destroy.hDevice = client.device
    destroy.hResource = arguments.hResource
    unsafe #expect(D3DKMTDestroyAllocation2(&destroy) == 0)
    #expect(client.destroy([infos[7].hAllocation]) == .invalidParameter)
  }

  @Test func aDeviceAnswersForItselfAndIsMarked() throws {  // U-305, U-307
    let client = try Client()
    var state = D3DKMT_GETDEVICESTATE()
    state.hDevice = client.device
    state.StateType = D3DKMT_DEVICESTATE_EXECUTION
    unsafe #expect(D3DKMTGetDeviceState(&state) == 0)
    #expect(state.ExecutionState == D3DKMT_DEVICEEXECUTION_ACTIVE)
    var mark = D3DKMT_MARKDEVICEASERROR()
    mark.hDevice = client.device
    mark.Reason = D3DKMT_DEVICE_ERROR_REASON_GENERIC
    unsafe #expect(D3DKMTMarkDeviceAsError(&mark) == 0)
    unsafe #expect(D3DKMTGetDeviceState(&state) == 0)
    #expect(state.ExecutionState == D3DKMT_DEVICEEXECUTION_ERROR_DMAFAULT)
    var creation = Creation(device: client.device)
    #expect(creation.run() == NTStatus.deviceRemoved.rawValue)
  }

  @Test func anAnswerNeedsABufferOfItsSize() throws {
    let client = try Client()
    var answer: UInt32 = 0x5555
    func ask(_ type: KMTQUERYADAPTERINFOTYPE, size: UInt32, isNull: Bool = false) -> NTSTATUS {
      unsafe withUnsafeMutablePointer(to: &answer) { answer in
        var arguments = D3DKMT_QUERYADAPTERINFO()
        arguments.hAdapter = client.adapter
        arguments.Type = type
        unsafe arguments.pPrivateDriverData = isNull ? nil : UnsafeMutableRawPointer(answer)
        arguments.PrivateDriverDataSize = size
        return unsafe D3DKMTQueryAdapterInfo(&arguments)
      }
    }
    for type in [KMTQAITYPE_CHECKDRIVERUPDATESTATUS, KMTQAITYPE_DRIVERVERSION] {
      answer = 0x5555
      // W-038
      #expect(ask(type, size: 4, isNull: true) == NTStatus.invalidParameter.rawValue)
      #expect(ask(type, size: 3) == NTStatus.invalidParameter.rawValue)
      #expect(answer == 0x5555)
      #expect(ask(type, size: 4) == 0)
      // W-039, W-040
      #expect(answer == (type == KMTQAITYPE_DRIVERVERSION ? 3100 : 0))
    }
  }

  @Test(arguments: [(8192, true), (16384, true), (8191, false), (0, false)])
  func theDescriptionIsAnsweredInTheWidthThatTheSizeTells(size: Int, isServed: Bool) throws {
    let client = try Client()
    var text = [UInt8](repeating: 0xEE, count: 16384)
    var arguments = D3DKMT_QUERYADAPTERINFO()
    arguments.hAdapter = client.adapter
    arguments.Type = KMTQAITYPE_DRIVER_DESCRIPTION
    arguments.PrivateDriverDataSize = UInt32(size)
    let status = unsafe text.withUnsafeMutableBytes { text in
      unsafe arguments.pPrivateDriverData = text.baseAddress
      return unsafe D3DKMTQueryAdapterInfo(&arguments)
    }
    #expect(status == (isServed ? NTStatus.success : .invalidParameter).rawValue)
    let width = size / 4096
    let start = isServed ? (0..<6).map { UInt8(text[$0 * width]) } : []
    #expect(start == (isServed ? Array("DxgKit".utf8) : []))
    #expect(isServed || text.allSatisfy { $0 == 0xEE })
  }
}
