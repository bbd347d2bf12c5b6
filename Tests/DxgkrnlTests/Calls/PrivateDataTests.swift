import DDI
import Dxgkrnl
import DxgTestKit
import Locks
import Testing
import WDDM

/// What a client may hand to its driver.
struct PrivateDataTests {
  @Test func aBlobMayBeLargerThanInTheGuest() throws {
    let scene = try Scene()
    let data = AllocationAnswer().bytes + [UInt8](repeating: 0x5A, count: 200 << 10)
    // U-061: there 128 KiB are too many for a blob, and for a request.
    let created = try scene.create(
      [AllocationRequest(data: data), AllocationRequest(data: data)], flags: .createResource, runtimeData: data,
      resourceData: data)
    #expect(created.data == [data, data])
    try scene.end()
  }

  @Test func anAdditionBringsTheResourceNewData() throws {
    let scene = try Scene()
    let seen = Guarded<[[UInt8]]>([], rank: .driver)
    scene.driver.script { script in
      script.falsifyOpen = { args in
        let data = args.privateData
        // SAFETY: a byte inside of the span.
        let bytes = (0..<data.byteCount).map { unsafe data.unsafeLoad(fromByteOffset: $0, as: UInt8.self) }
        seen.withLock { $0.append(bytes) }
      }
    }
    // U-055: the driver never sees the older data again.
    let created = try scene.create([AllocationRequest()], flags: .createResource, resourceData: [1])
    _ = try scene.create([AllocationRequest()], resource: created.resource, resourceData: [2, 3])
    #expect(seen.withLock { $0 } == [[1], [2, 3]])
    try scene.end()
  }

  @Test func flagsOfOneLineOfTextAreAccepted() throws {
    let scene = try Scene()
    // U-052, U-369, U-041
    for flags: CreateAllocationFlags in [.nonSecure, .swapChainBackBuffer, .zeroed] {
      #expect(try scene.create([AllocationRequest()], flags: flags).allocations.count == 1)
    }
    try scene.end()
  }
}
