import CSystem
import CWDDM
import Foundation
import Testing
import WDDM

/// Synchronization objects through the C API: addresses, eventfds, NT handles (`observed.md` 1.7 and 1.9).
@Suite(.serialized)
struct SynchronizationExportsTests {
  private func create(
    _ client: Client, _ type: D3DDDI_SYNCHRONIZATIONOBJECT_TYPE, flags: UInt32 = 0, value: UInt64 = 0
  ) -> (status: NTSTATUS, arguments: D3DKMT_CREATESYNCHRONIZATIONOBJECT2) {
    var arguments = D3DKMT_CREATESYNCHRONIZATIONOBJECT2()
    arguments.hDevice = client.device
    arguments.Info.Type = type
    arguments.Info.Flags.Value = flags
    arguments.Info.Fence.FenceValue = value
    arguments.Info.SharedHandle = 0x5555
    return unsafe (D3DKMTCreateSynchronizationObject2(&arguments), arguments)
  }

  private func destroy(_ handle: D3DKMT_HANDLE) -> NTSTATUS {
    var arguments = D3DKMT_DESTROYSYNCHRONIZATIONOBJECT(hSyncObject: handle)
    return unsafe D3DKMTDestroySynchronizationObject(&arguments)
  }

  private func signal(
    _ client: Client, _ handle: D3DKMT_HANDLE, _ value: UInt64, flags: UInt32 = 0
  ) -> NTSTATUS {
    unsafe withUnsafePointer(to: handle) { handle in
      unsafe withUnsafePointer(to: value) { value in
        var arguments = D3DKMT_SIGNALSYNCHRONIZATIONOBJECTFROMCPU()
        arguments.hDevice = client.device
        arguments.ObjectCount = 1
        unsafe arguments.ObjectHandleArray = handle
        unsafe arguments.FenceValueArray = value
        arguments.Flags.Value = flags
        return unsafe D3DKMTSignalSynchronizationObjectFromCpu(&arguments)
      }
    }
  }

  private func wait(
    _ client: Client, _ handle: D3DKMT_HANDLE, for value: UInt64, event: Int32 = 0
  ) -> NTSTATUS {
    unsafe withUnsafePointer(to: handle) { handle in
      unsafe withUnsafePointer(to: value) { value in
        var arguments = D3DKMT_WAITFORSYNCHRONIZATIONOBJECTFROMCPU()
        arguments.hDevice = client.device
        arguments.ObjectCount = 1
        unsafe arguments.ObjectHandleArray = handle
        unsafe arguments.FenceValueArray = value
        let address = unsafe UnsafeMutableRawPointer(bitPattern: Int(event))
        arguments.hAsyncEvent = unsafe address.map { unsafe HANDLE(rawValue: $0) }
        return unsafe D3DKMTWaitForSynchronizationObjectFromCpu(&arguments)
      }
    }
  }

  @Test func theFirstVersionMakesMutexesAndSemaphores() throws {
    // W-180, W-181, W-182
    let client = try Client()
    let refused = NTStatus.invalidParameter.rawValue
    for (type, status) in [(1, 0), (2, 0), (3, refused), (0, refused)] as [(UInt32, NTSTATUS)] {
      var arguments = D3DKMT_CREATESYNCHRONIZATIONOBJECT()
      arguments.hDevice = client.device
      arguments.Info.Type = D3DDDI_SYNCHRONIZATIONOBJECT_TYPE(rawValue: type)
      unsafe #expect(D3DKMTCreateSynchronizationObject(&arguments) == status)
      if status == 0 {
        #expect(destroy(arguments.hSyncObject) == 0)
        #expect(destroy(arguments.hSyncObject) == NTStatus.invalidParameter.rawValue)
      }
    }
  }

  @Test func aSharedObjectIsOpenedByItsGlobalHandle() throws {
    // W-186, W-188, W-189, W-190
    let client = try Client()
    let made = create(client, D3DDDI_SEMAPHORE, flags: 1).arguments
    #expect(made.Info.SharedHandle & 0x3F == 2)
    var open = D3DKMT_OPENSYNCHRONIZATIONOBJECT()
    open.hSharedHandle = made.Info.SharedHandle
    unsafe #expect(D3DKMTOpenSynchronizationObject(&open) == 0)
    #expect(open.hSyncObject != made.hSyncObject)
    #expect(destroy(made.hSyncObject) == 0 && destroy(open.hSyncObject) == 0)
    unsafe #expect(D3DKMTOpenSynchronizationObject(&open) == NTStatus.invalidParameter.rawValue)
    open.hSharedHandle = 0
    unsafe #expect(D3DKMTOpenSynchronizationObject(&open) == NTStatus.invalidParameter.rawValue)
  }

  @Test func theValueIsReadAndNotWritten() throws {
    // W-184, W-195, I-077
    let client = try Client()
    let (status, made) = create(client, D3DDDI_MONITORED_FENCE, value: 1)
    #expect(status == 0 && made.Info.SharedHandle == 0)
    let address = unsafe try #require(made.Info.MonitoredFence.FenceValueCPUVirtualAddress)
    unsafe #expect(address.load(as: UInt64.self) == 1)
    unsafe #expect(dxgk_copy_probe(address, 8) != 0, "the page can only be read")
    #expect(signal(client, made.hSyncObject, 1 << 40) == 0)
    unsafe #expect(address.load(as: UInt64.self) == 1 << 40)
    // W-197
    #expect(signal(client, made.hSyncObject, 2) == NTStatus.invalidParameter.rawValue)
    #expect(signal(client, made.hSyncObject, 2, flags: 4) == 0)
    #expect(wait(client, made.hSyncObject, for: 2) == 0)
    #expect(destroy(made.hSyncObject) == 0)
  }

  @Test func anEventIsSetWhenTheWaitIsOver() throws {
    // W-185, W-195, W-196: an eventfd.
    let client = try Client()
    let event = dxgk_event_create()
    defer { close(event) }
    func count() -> UInt64 {
      var value: UInt64 = 0
      return unsafe read(event, &value, 8) == 8 ? value : 0
    }
    #expect(create(client, D3DDDI_CPU_NOTIFICATION).status == NTStatus.invalidHandle.rawValue)
    #expect(create(client, D3DDDI_CPU_NOTIFICATION, value: 1).status == NTStatus.invalidHandle.rawValue, "no event")
    let notification = create(client, D3DDDI_CPU_NOTIFICATION, value: UInt64(event))
    #expect(notification.status == 0 && destroy(notification.arguments.hSyncObject) == 0)
    let fence = create(client, D3DDDI_MONITORED_FENCE, value: 1).arguments.hSyncObject
    for value in [0, 1] as [UInt64] {
      #expect(wait(client, fence, for: value, event: event) == 0)
      #expect(count() == 1)
    }
    #expect(wait(client, fence, for: 2, event: event) == 0)
    #expect(count() == 0)
    #expect(signal(client, fence, 2) == 0)
    #expect(count() == 1)
    #expect(wait(client, fence, for: 3, event: 1) == NTStatus.invalidHandle.rawValue)
    #expect(destroy(fence) == 0)
  }

  @Test func theOtherKindsAreNotForTheCpu() throws {
    // W-194
    let client = try Client()
    for type in [D3DDDI_SYNCHRONIZATION_MUTEX, D3DDDI_SEMAPHORE, D3DDDI_FENCE] {
      let made = create(client, type).arguments.hSyncObject
      #expect(wait(client, made, for: 0) == NTStatus.invalidParameter.rawValue)
      #expect(signal(client, made, 0) == NTStatus.invalidParameter.rawValue)
      #expect(destroy(made) == 0)
    }
  }

  @Test func arraysThatCannotBeReadAreRefused() throws {
    let client = try Client()
    let fence = create(client, D3DDDI_MONITORED_FENCE).arguments.hSyncObject
    unsafe withUnsafePointer(to: fence) { fence in
      for address in badAddresses {
        var arguments = D3DKMT_SIGNALSYNCHRONIZATIONOBJECTFROMCPU()
        arguments.hDevice = client.device
        arguments.ObjectCount = 1
        unsafe arguments.ObjectHandleArray = UnsafePointer(bitPattern: address)
        unsafe #expect(D3DKMTSignalSynchronizationObjectFromCpu(&arguments) == NTStatus.invalidParameter.rawValue)
        unsafe arguments.ObjectHandleArray = fence
        unsafe arguments.FenceValueArray = UnsafePointer(bitPattern: address)
        unsafe #expect(D3DKMTSignalSynchronizationObjectFromCpu(&arguments) == NTStatus.invalidParameter.rawValue)
        // W-015: before the arrays are looked at.
        arguments.ObjectCount = 33
        unsafe #expect(D3DKMTSignalSynchronizationObjectFromCpu(&arguments) == NTStatus.invalidParameter.rawValue)
      }
    }
    #expect(destroy(fence) == 0)
  }

  @Test func anNtHandleOpensWhatItWasMadeFor() throws {
    // W-243, W-244, W-246, W-247, W-250
    let client = try Client()
    let made = create(client, D3DDDI_MONITORED_FENCE, flags: 3, value: 6).arguments
    #expect(made.Info.SharedHandle == 0, "W-192")
    var handle: HANDLE?
    let shared = unsafe withUnsafePointer(to: made.hSyncObject) { object in
      unsafe D3DKMTShareObjects(1, object, nil, 0x1F_0003, &handle)
    }
    try #require(shared == 0)
    #expect(destroy(made.hSyncObject) == 0)
    var first = D3DKMT_OPENSYNCOBJECTFROMNTHANDLE()
    first.hNtHandle = handle
    unsafe #expect(D3DKMTOpenSyncObjectFromNtHandle(&first) == 0)
    #expect(destroy(first.hSyncObject) == 0)
    var second = D3DKMT_OPENSYNCOBJECTFROMNTHANDLE2()
    second.hNtHandle = handle
    unsafe #expect(D3DKMTOpenSyncObjectFromNtHandle2(&second) == NTStatus.invalidParameter.rawValue)
    second.hDevice = client.device
    second.Flags.Value = 3
    unsafe #expect(D3DKMTOpenSyncObjectFromNtHandle2(&second) == 0)
    #expect(second.Flags.Value == 0)
    let address = unsafe try #require(second.MonitoredFence.FenceValueCPUVirtualAddress)
    unsafe #expect(address.load(as: UInt64.self) == 6)
    #expect(destroy(second.hSyncObject) == 0)
    let number = unsafe Int(bitPattern: handle?.rawValue)
    close(Int32(number))
    unsafe #expect(D3DKMTOpenSyncObjectFromNtHandle(&first) == NTStatus.invalidHandle.rawValue)
  }

  @Test func anOpenedFenceDoesWhatTheNtHandleAllows() throws {
    // W-260
    let client = try Client()
    let made = create(client, D3DDDI_MONITORED_FENCE, flags: 3).arguments
    for (right, isAllowed) in [(D3DDDI_SYNC_OBJECT_WAIT, false), (D3DDDI_SYNC_OBJECT_SIGNAL, true)] {
      var handle: HANDLE?
      let shared = unsafe withUnsafePointer(to: made.hSyncObject) { object in
        unsafe D3DKMTShareObjects(1, object, nil, DWORD(STANDARD_RIGHTS_READ | right), &handle)
      }
      try #require(shared == 0)
      var open = D3DKMT_OPENSYNCOBJECTFROMNTHANDLE()
      open.hNtHandle = handle
      unsafe #expect(D3DKMTOpenSyncObjectFromNtHandle(&open) == 0)
      let status = isAllowed ? NTStatus.success : .accessDenied
      #expect(signal(client, open.hSyncObject, 1) == status.rawValue)
      #expect(destroy(open.hSyncObject) == 0)
      close(unsafe Int32(Int(bitPattern: handle?.rawValue)))
    }
    #expect(destroy(made.hSyncObject) == 0)
  }

  @Test func aNameIsNeeded() {
    // W-249
    var arguments = D3DKMT_OPENSYNCOBJECTNTHANDLEFROMNAME()
    arguments.dwDesiredAccess = 0x1000_0000
    unsafe #expect(D3DKMTOpenSyncObjectNtHandleFromName(&arguments) == NTStatus.invalidParameter.rawValue)
  }
}
