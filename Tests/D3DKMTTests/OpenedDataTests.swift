import CWDDM
import Foundation
import Testing
import WDDM

/// Private data through the C API, from the memory of whoever created a shared resource to that of who opens it.
@Suite(.serialized)
struct OpenedDataTests {
  private static let blob = MemoryLayout<SOFTGPU_ALLOCATION>.size

  /// Two allocations of one and of two pages, and four bytes of runtime data. In `memory` stand the blobs, and then the
  /// runtime data.
  private func create(_ client: Client, in memory: UnsafeMutableRawBufferPointer) throws -> D3DKMT_CREATEALLOCATION {
    var infos = [D3DDDI_ALLOCATIONINFO2](repeating: D3DDDI_ALLOCATIONINFO2(), count: 2)
    var arguments = D3DKMT_CREATEALLOCATION()
    arguments.hDevice = client.device
    arguments.Flags.CreateResource = 1
    arguments.Flags.CreateShared = 1
    arguments.NumAllocations = 2
    arguments.PrivateRuntimeDataSize = 4
    let base = memory.baseAddress!
    let status = unsafe infos.withUnsafeMutableBufferPointer { infos in
      for index in 0..<2 {
        let data = Creation(device: client.device, size: UInt64(index + 1) * 4096).data
        unsafe (base + index * Self.blob).storeBytes(of: data, as: SOFTGPU_ALLOCATION.self)
        unsafe infos[index].pPrivateDriverData = base + index * Self.blob
        unsafe infos[index].PrivateDriverDataSize = UInt32(Self.blob)
      }
      unsafe (base + 2 * Self.blob).storeBytes(of: 0x0403_0201, as: UInt32.self)
      unsafe arguments.pPrivateRuntimeData = UnsafeRawPointer(base + 2 * Self.blob)
      unsafe arguments.pAllocationInfo2 = infos.baseAddress
      return unsafe D3DKMTCreateAllocation2(&arguments)
    }
    try #require(status == 0)
    return arguments
  }

  /// - Parameter version: the form of the opener's elements, of 24 or 80 bytes (U-129).
  @Test(arguments: [1, 2]) func theCallersMemoryIsFreeAfterTheCall(version: Int) throws {
    try Client.alone { client in
      let memory = UnsafeMutableRawBufferPointer.allocate(byteCount: 2 * Self.blob + 4, alignment: 16)
      let created = unsafe try create(client, in: memory)
      // U-080, I-084, I-088: whatever the caller does with it now, everybody has the bytes of that moment.
      _ = unsafe memset(memory.baseAddress!, 0xFF, memory.count)
      unsafe memory.deallocate()

      var first = [D3DDDI_OPENALLOCATIONINFO](repeating: D3DDDI_OPENALLOCATIONINFO(), count: 2)
      var second = [D3DDDI_OPENALLOCATIONINFO2](repeating: D3DDDI_OPENALLOCATIONINFO2(), count: 2)
      var total = [UInt8](repeating: 0x55, count: 2 * Self.blob + 8)
      var runtime = [UInt8](repeating: 0x55, count: 4)
      var open = D3DKMT_OPENRESOURCE()
      open.hDevice = client.device
      open.hGlobalShare = created.hGlobalShare
      open.NumAllocations = 2
      open.PrivateRuntimeDataSize = 4
      open.TotalPrivateDriverDataBufferSize = UInt32(total.count)
      let places = unsafe total.withUnsafeMutableBytes { total in
        unsafe runtime.withUnsafeMutableBytes { runtime in
          // U-113: no buffer for the resource's data, of which there is none.
          unsafe open.pResourcePrivateDriverData = nil
          unsafe open.pPrivateRuntimeData = runtime.baseAddress
          unsafe open.pTotalPrivateDriverDataBuffer = total.baseAddress
          let base = UnsafeRawPointer(total.baseAddress!)
          if version == 1 {
            return unsafe first.withUnsafeMutableBufferPointer { infos in
              unsafe open.pOpenAllocationInfo = infos.baseAddress
              unsafe #expect(D3DKMTOpenResource(&open) == 0)
              return unsafe infos.map { unsafe $0.pPrivateDriverData.map { unsafe $0 - base } }
            }
          }
          return unsafe second.withUnsafeMutableBufferPointer { infos in
            unsafe open.pOpenAllocationInfo2 = infos.baseAddress
            unsafe #expect(D3DKMTOpenResource2(&open) == 0)
            return unsafe infos.map { unsafe $0.pPrivateDriverData.map { unsafe $0 - base } }
          }
        }
      }
      #expect(runtime == [1, 2, 3, 4])
      // U-120, W-135: one after the other, each element with its place and size.
      #expect(places == [0, Self.blob])
      let sizes = version == 1 ? first.map(\.PrivateDriverDataSize) : second.map(\.PrivateDriverDataSize)
      #expect(sizes == [UInt32(Self.blob), UInt32(Self.blob)])
      // U-122, W-007
      let handles = version == 1 ? first.map(\.hAllocation) : second.map(\.hAllocation)
      #expect(handles == [open.hResource + 0x40, open.hResource + 0x80])
      let blobs = (0..<2).map { index in
        unsafe total.withUnsafeBytes {
          unsafe $0.loadUnaligned(fromByteOffset: index * Self.blob, as: SOFTGPU_ALLOCATION.self)
        }
      }
      #expect(blobs.map(\.Magic) == [0x5550_4753, 0x5550_4753] && blobs.map(\.Size) == [4096, 8192])
      // U-116, I-087: no byte behind what was used.
      #expect(open.TotalPrivateDriverDataBufferSize == UInt32(2 * Self.blob))
      #expect(total.suffix(8) == [UInt8](repeating: 0x55, count: 8)[...])
      #expect(client.destroy(resource: open.hResource) == .success)
      #expect(client.destroy(resource: created.hResource) == .success)
    }
  }
}
