import CWDDM
import Foundation
import Glibc
import Testing
import WDDM

/// A resource, a keyed mutex and a synchronization object behind one NT handle, through the C API (`observed.md` 1.9).
@Suite(.serialized)
struct CombinedExportsTests {
  private static let dataSize = 20

  /// Shares the three, and destroys the handles that they were made with.
  private func share(_ client: Client) throws -> HANDLE {
    var creation = Creation(device: client.device)
    creation.arguments.Flags.CreateResource = 1
    creation.arguments.Flags.CreateShared = 1
    creation.arguments.Flags.NtSecuritySharing = 1
    try #require(creation.run() == 0)
    var mutex = D3DKMT_CREATEKEYEDMUTEX2()
    mutex.Flags.Value = 1
    mutex.PrivateRuntimeDataSize = UInt32(Self.dataSize)
    var data = [UInt8](repeating: 7, count: Self.dataSize)
    let made = unsafe data.withUnsafeMutableBytes { data in
      unsafe mutex.pPrivateRuntimeData = data.baseAddress
      return unsafe D3DKMTCreateKeyedMutex2(&mutex)
    }
    try #require(made == 0)
    var fence = D3DKMT_CREATESYNCHRONIZATIONOBJECT2()
    fence.hDevice = client.device
    fence.Info.Type = D3DDDI_MONITORED_FENCE
    fence.Info.Flags.Value = 3
    unsafe try #require(D3DKMTCreateSynchronizationObject2(&fence) == 0)
    var handle: HANDLE?
    let shared = unsafe [creation.arguments.hResource, mutex.hKeyedMutex, fence.hSyncObject].withUnsafeBufferPointer {
      unsafe D3DKMTShareObjects(3, $0.baseAddress, nil, 0x1000_0000, &handle)
    }
    try #require(shared == 0)
    #expect(client.destroy(resource: creation.arguments.hResource) == .success)
    #expect(destroyMutex(mutex.hKeyedMutex) == 0 && destroyFence(fence.hSyncObject) == 0)
    return try #require(handle)
  }

  private func destroyMutex(_ handle: D3DKMT_HANDLE) -> NTSTATUS {
    var arguments = D3DKMT_DESTROYKEYEDMUTEX(hKeyedMutex: handle)
    return unsafe D3DKMTDestroyKeyedMutex(&arguments)
  }

  private func destroyFence(_ handle: D3DKMT_HANDLE) -> NTSTATUS {
    var arguments = D3DKMT_DESTROYSYNCHRONIZATIONOBJECT(hSyncObject: handle)
    return unsafe D3DKMTDestroySynchronizationObject(&arguments)
  }

  /// W-304: an opener without a buffer for the mutex's data gets the mutex as well.
  @Test(arguments: [Self.dataSize, 0]) func allThreeAreOpenedAndDestroyedApart(size: Int) throws {
    try Client.alone { client in
      let handle = try share(client)
      defer { unsafe Glibc.close(Int32(UInt(bitPattern: handle.rawValue))) }
      // W-255: of the three locals none is left.
      var query = D3DKMT_QUERYRESOURCEINFOFROMNTHANDLE()
      query.hDevice = client.device
      query.hNtHandle = handle
      unsafe #expect(D3DKMTQueryResourceInfoFromNtHandle(&query) == 0)
      #expect(query.NumAllocations == 1 && query.PrivateRuntimeDataSize == 0)
      var data = [UInt8](repeating: 0x55, count: Self.dataSize)
      var opening = NtOpening(client.device, handle)
      opening.arguments.PrivateRuntimeDataSize = 0
      opening.arguments.KeyedMutexPrivateRuntimeDataSize = UInt32(size)
      let status = unsafe data.withUnsafeMutableBytes { data in
        opening.run { arguments in
          unsafe arguments.pKeyedMutexPrivateRuntimeData = size == 0 ? nil : data.baseAddress
        }
      }
      #expect(status == 0)
      // U-153, W-255, U-152: four kinds of handles; the stored size, and the buffer as it was.
      let resource = opening.arguments.hResource
      #expect(opening.handle == resource + 0x40)
      #expect(opening.arguments.hKeyedMutex == resource + 0x80 && opening.arguments.hSyncObject == resource + 0xC0)
      #expect(Int(opening.arguments.KeyedMutexPrivateRuntimeDataSize) == size)
      #expect(data == [UInt8](repeating: 0x55, count: Self.dataSize))
      // W-256
      #expect(destroyMutex(opening.arguments.hKeyedMutex) == 0)
      #expect(destroyFence(opening.arguments.hSyncObject) == 0)
      #expect(client.destroy(resource: resource) == .success)
    }
  }
}
