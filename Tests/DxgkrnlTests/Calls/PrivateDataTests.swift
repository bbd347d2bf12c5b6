import DDI
import Dxgkrnl
import DxgTestKit
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
}
